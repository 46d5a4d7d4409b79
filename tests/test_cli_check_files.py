"""`brand-playbook check FILE...`: what designers read, and how the command ends."""

from __future__ import annotations

import json
import os
from base64 import b64decode

import pytest
from click.testing import CliRunner
from lxml import html
from PIL import Image

from playbook.cli import main
from playbook.diagnostics import Location, Problem

FILES = {
    "brand/brand.yml": "name: Ribbon\n",
    "brand/colors.yml": 'palette: {fig: "#561B3F", sand: "#F2E8D5"}\n',
    "content/touchpoints/social.yml": "name: Social\nstage: awareness\n",
    "content/pieces/post.yml": """
        name: Post
        kind: social-post
        touchpoints: social
        requirements: {format: SVG, sizes: [{width: 1080, height: 1080}]}
        """,
    "content/pieces/banner.yml": """
        name: Banner
        kind: social-cover
        touchpoints: social
        requirements: {format: SVG, sizes: [{width: 1600, height: 400}]}
        """,
}
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">
  <path fill="{color}" d="M0 0h9v9z"/>
</svg>
"""


@pytest.fixture
def ask(project, tmp_path_factory, monkeypatch):
    """`ask({"post.svg": text}, "--piece", "post")` judges files in a folder of their own."""
    root = project(FILES)
    folder = tmp_path_factory.mktemp("handed")
    monkeypatch.chdir(folder)

    def run(files, *more):
        for name, content in files.items():
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        asked = ["check", *files, "--project", str(root), *more]
        return CliRunner().invoke(main, asked, env={"LANG": "en", "NO_COLOR": "1"})

    return run


def svg(color="#561B3F", size="1080 1080"):
    return DRAWING.format(color=color, size=size)


def test_a_clean_file(ask):
    result = ask({"post.svg": svg()}, "--piece", "post")
    assert result.exit_code == 0
    assert result.output == (
        'post.svg, as "Post": nothing to mend\n\nJudged by the brand Ribbon and by what "Post" requires.\n'
    )


def test_the_verdict_comes_first_then_the_worst(ask):
    result = ask({"post.svg": svg("#571B3F", "1080 800")}, "--piece", "post")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        'post.svg, as "Post": 1 thing to mend before it is sent, 1 to look at',
        "",
        "  error the size is 1080 × 800 px; 1080 × 1080 px is asked for [file-size]",
        "    Change the artboard or the page, not only the export.",
        "",
        "  2:15 warning #571B3F (1×) is nearly fig, which is #561B3F: 0.27 apart (CIEDE2000) [file-color]",
        '      2 |   <path fill="#571B3F" d="M0 0h9v9z"/>',
        "        |               ^^^^^^^",
        "    Use fig: #561B3F.",
        "",
        'Judged by the brand Ribbon and by what "Post" requires.',
    ]


def test_a_touchpoint_takes_the_piece_that_fits_best(ask):
    assert ask({"wide.svg": svg(size="1600 400")}, "--touchpoint", "social").exit_code == 0
    assert ask({"odd.svg": svg(size="3 2")}, "--touchpoint", "social").exit_code == 1


def test_json_is_that_of_the_project(ask):
    result = ask({"a.svg": svg("#571B3F"), "b.svg": svg("#00FF00")}, "--format", "json")
    told = json.loads(result.stdout)
    assert told["summary"] == {"error": 0, "warning": 2, "info": 0}
    assert [found["path"] for found in told["diagnostics"]] == ["a.svg", "b.svg"]


def test_warnings_fail_where_they_are_asked_to(ask):
    assert ask({"a.svg": svg("#571B3F")}).exit_code == 0
    assert ask({"a.svg": svg("#571B3F")}, "--fail-on", "warning").exit_code == 1


def test_pixels_are_judged_by_what_is_seen(ask, tmp_path):
    Image.new("RGB", (40, 40), "#571B3F").save(tmp_path / "x.png")
    result = ask({"x.jpg": (tmp_path / "x.png").read_bytes()})
    assert "the file is called .jpg, but it is png" in result.output
    assert "#571B3F" in result.output


@pytest.mark.parametrize(
    "content, told",
    [
        (b"", "The file is empty."),
        (b"<svg", "The SVG is broken at line 1"),
        (b"\x89PNG\r\n\x1a\n", "Export it anew"),
        (b"MZ\x00\x01", "cannot be looked into"),
    ],
)
def test_a_broken_file_is_one_clear_line(ask, content, told):
    result = ask({"x.svg": content, "good.svg": svg()})
    assert result.exit_code == 1
    assert told in result.output
    assert "good.svg: nothing to mend" in result.output


def test_what_is_no_file(ask, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    result = ask({}, str(tmp_path / "pipe"), str(tmp_path), str(tmp_path / "none.svg"))
    assert result.exit_code == 1
    for told in ("no ordinary file", "This is a folder", "There is no such file"):
        assert told in result.output


@pytest.mark.parametrize(
    "more, told",
    [
        (("--piece", "pots"), 'There is no piece "pots". Did you mean "post"?'),
        (("--touchpoint", "nowhere"), 'There is no touchpoint "nowhere".'),
    ],
)
def test_what_cannot_be_judged_by(ask, more, told):
    result = ask({"a.svg": svg()}, *more)
    assert result.exit_code == 2
    assert told in result.output


def test_without_a_file_there_is_nothing_to_judge(ask):
    result = ask({}, "--piece", "post")
    assert result.exit_code == 2
    assert "Name the files" in result.output


def test_in_spanish(ask):
    result = ask({"post.svg": svg("#571B3F")}, "--lang", "es")
    assert result.output.startswith("post.svg: 1 que revisar\n")
    assert "es casi fig" in result.output


def test_a_page_that_holds_all_it_needs(ask):
    hostile = svg("#571B3F").replace("<path", "<script>alert(1)</script><path")
    result = ask({"po<st.svg": hostile}, "--format", "html", "--lang", "es")
    tree = html.document_fromstring(result.stdout)
    assert tree.get("lang") == "es"
    assert tree.xpath("//script | //link | //@onload") == []
    [picture] = tree.xpath("//img/@src")
    assert b"script" not in b64decode(picture.partition("base64,")[2])
    assert "po<st.svg: 1 que revisar" in tree.text_content()
    assert tree.xpath("//i/@style") == ["background:#571B3F", "background:#561B3F", "background:#561B3F"]


def test_a_waiver_covers_a_file(ask, project):
    waived = "waivers: [{rule: file-color, reason: Old stock., expires: 2099-01-01, path: '*a.svg'}]"
    files = {"a.svg": svg("#571B3F"), "b.svg": svg("#571B3F")}
    assert ask(files).output.count("is nearly fig") == 2
    project({"content/playbook.yml": waived})
    assert "a.svg: nothing to mend" in ask(files).output
    assert "b.svg: 1 to look at" in ask(files).output


def test_a_waiver_covers_a_file_wherever_the_command_is_run(project, monkeypatch):
    waived = "waivers: [{rule: file-color, reason: Old stock., expires: 2099-01-01, path: 'content/*'}]"
    piece = {
        "content/pieces/web.yml": "name: Web\nkind: landing-page\nfiles: [page.svg]\n",
        "content/page.svg": svg("#571B3F"),
    }
    root = project(FILES | piece)
    asked = ["check", "--pieces", "--project", str(root)]
    monkeypatch.chdir(root / "brand")
    assert "is nearly fig" in CliRunner().invoke(main, asked, env={"LANG": "en"}).output
    project({"content/playbook.yml": waived})
    for folder in (root, root / "brand", root.parent):
        monkeypatch.chdir(folder)
        assert "is nearly fig" not in CliRunner().invoke(main, asked, env={"LANG": "en"}).output


def test_what_is_not_looked_for_is_no_useless_waiver(project):
    waived = "waivers: [{rule: file-color, reason: Old stock., expires: 2099-01-01}]"
    root = project(FILES | {"content/playbook.yml": waived})
    result = CliRunner().invoke(main, ["check", "--project", str(root)], env={"LANG": "en"})
    assert "waiver-unused" not in result.output


def test_a_file_that_cannot_be_read_is_ruled_like_any_finding(ask, project):
    assert ask({"x.svg": b""}).exit_code == 1
    project({"content/playbook.yml": "severities: {file-readable: warning}"})
    assert ask({"x.svg": b""}).exit_code == 0


def test_a_baseline_holds_for_files_too(ask, tmp_path):
    kept = str(tmp_path / "known.json")
    files = {"a.svg": svg("#571B3F")}
    assert "1 finding kept as known" in ask(files, "--write-baseline", kept).output
    assert ask(files, "--baseline", kept, "--fail-on", "warning").exit_code == 0
    assert ask({"a.svg": svg("#581B3F")}, "--baseline", kept, "--fail-on", "warning").exit_code == 1


def test_a_touchpoints_file_says_as_which_piece_it_was_taken(ask):
    output = ask({"odd.svg": svg(size="3 2")}, "--touchpoint", "social").output
    assert output.startswith('odd.svg, as "')
    assert 'and by what "' in output


@pytest.mark.parametrize(
    "path, content",
    [
        ("brand/colors.yml", "palette: {fig: '#561B3F'\n"),
        ("content/pieces/post.yml", "name: Post\nkind: nope\n"),
    ],
)
def test_nothing_is_judged_by_what_cannot_be_read(ask, project, path, content):
    project({path: content})
    result = ask({"a.svg": svg("#FF0000")}, "--piece", "post")
    assert result.exit_code == 2
    assert path in result.output


def test_a_role_that_is_called_like_a_css_color_is_no_color(ask, project):
    project({"brand/colors.yml": 'palette: {teal: "#0F766E"}\nroles: {primary: teal, border: "#CCBBAA"}\n'})
    assert "#008080 (1×) is not in the palette" in ask({"a.svg": svg("#008080")}).output
    assert "nothing to mend" in ask({"b.svg": svg("#0F766E")}).output
    assert "nothing to mend" in ask({"c.svg": svg("#CCBBAA")}).output


def test_a_jpeg_of_the_brands_colors_is_clean(ask, tmp_path):
    picture = Image.new("RGB", (120, 60), "#561B3F")
    picture.paste((242, 232, 213), (60, 0, 120, 60))
    picture.save(tmp_path / "x.jpg", quality=70)
    assert "nothing to mend" in ask({"x.jpg": (tmp_path / "x.jpg").read_bytes()}).output


def test_fewer_of_the_same_is_nothing_new(ask, tmp_path):
    kept = str(tmp_path / "known.json")
    path = '<path fill="#571B3F" d="M0 0h9v9z"/>'
    ask({"a.svg": svg("#571B3F").replace("</svg>", f"{path}</svg>")}, "--write-baseline", kept)
    assert ask({"a.svg": svg("#571B3F")}, "--baseline", kept, "--fail-on", "warning").exit_code == 0


def test_without_the_reader_of_pdf_nothing_is_wrong_with_the_file(ask, monkeypatch):
    lacking = Problem("unreadable.no-pdf-reader", Location("a.pdf"))
    monkeypatch.setattr("playbook.reading.read_handed", lambda files: ((file, lacking) for file in files))
    result = ask({"a.pdf": b"%PDF-1.7"}, "--fail-on", "warning")
    assert result.exit_code == 0
    assert "install the part that reads them" in result.output


def test_the_files_of_the_pieces_are_judged_each_as_its_own(project, monkeypatch):
    files = {
        "content/pieces/post.yml": FILES["content/pieces/post.yml"]
        + "files: [files/post.svg, files/tune.mp3, files/film.mp4, files/jingle.wav, files/cut.aep]",
        "content/pieces/banner.yml": FILES["content/pieces/banner.yml"] + "files: files/banner.svg",
        "content/pieces/old.yml": "name: Old\nkind: sign\nstatus: retired\nfiles: files/old.svg\n",
        "content/files/post.svg": svg("#571B3F"),
        "content/files/banner.svg": svg(size="1080 1080"),
        "content/files/old.svg": svg("#00FF00"),
        **{f"content/files/{name}": "ID3" for name in ("tune.mp3", "film.mp4", "jingle.wav", "cut.aep")},
    }
    monkeypatch.chdir(project(FILES | files) / "content")
    told = run("check", "--pieces", "--lang", "en")
    heads = [line for line in told.output.splitlines() if line.startswith("files/")]
    assert (told.exit_code, heads) == (
        1,
        [
            'files/banner.svg, as "Banner": 1 thing to mend before it is sent',
            'files/post.svg, as "Post": 1 to look at',
            "files/cut.aep: 1 part could not be judged",
            "files/film.mp4: 1 part could not be judged",
            "files/jingle.wav: 1 part could not be judged",
            "files/tune.mp3: 1 part could not be judged",
        ],
    )
    assert "--pieces does not go with --piece" in run("check", "--pieces", "--piece", "post").output


def test_pieces_without_files_leave_nothing_to_judge(project):
    told = run("check", "--pieces", "--lang", "en", "--project", str(project(FILES)))
    assert (told.exit_code, told.output) == (0, "No piece names a file that is here.\n")


def run(*asked):
    return CliRunner().invoke(main, asked, env={"LANG": "en", "NO_COLOR": "1"})


MAIL = """<html lang="en"><title>News</title><table role="presentation"><tr><td><p>From 1,299.00 € or $12.</p>
<a href="https://example.org/a?x=1">Read</a> <a href="https://example.org/b/">More</a></td></tr></table></html>"""


def test_the_plain_text_beside_a_mail_says_the_same(ask):
    same = "From 1.299 EUR, or $ 12: https://example.org/a#top\nMore: https://example.org/b.\n"
    assert "file-mail" not in ask({"news.html": MAIL, "news.txt": same}).output
    other = "From 1.199 €: https://example.org/a\n\nhttps://example.org/old"
    told = ask({"news.txt": other, "news.html": MAIL}).output
    assert "its plain text, leads where the mail does not: https://example.org/old [file-mail]" in told
    assert "do not name the same prices: 1,299.00, 12, 1.199 [file-mail]" in told


def test_a_mail_without_plain_text_is_told_of_where_one_is_sent(project, tmp_path):
    kinds = {"news": "newsletter", "sign": "email-signature"}
    root = project(FILES | {f"content/pieces/{i}.yml": f"{{name: {i}, kind: {k}}}" for i, k in kinds.items()})
    mail = tmp_path / "letter.html"
    mail.write_text(MAIL, encoding="utf-8")

    def is_told(*asked):
        return "no plain text lies beside the mail (letter.txt)" in run("check", str(mail), *asked).output

    judged = ["--project", str(root), "--lang", "en"]
    assert is_told(*judged, "--piece", "news")
    assert not is_told(*judged)
    assert not is_told(*judged, "--piece", "sign")
    mail.with_suffix(".txt").write_text("From 1,299.00 €", encoding="utf-8")
    assert not is_told(*judged, "--piece", "news")

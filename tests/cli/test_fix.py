"""`check --fix`: the diff first; then exactly that is written, and those findings are gone."""

from __future__ import annotations

import stat
import sys

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbook.cli import fix, main
from tests.conftest import write_tree

VOICE = """
    terms:
      preferred:
        - {use: fridge, instead_of: [icebox, iceboxes, web icebox]}
        - {use: sign in, instead_of: log on}
    """
FILES = {
    "brand/colors.yml": 'palette: {fig: "#561B3F", sand: "#F2E8D5"}\n',
    "brand/voice.yml": VOICE,
    "brand/logo.yml": "variants: {main: {file: logo.svg, alt: Logo}}\n",
    "brand/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\r\n'
    '<path fill="#571b3f" d="M0 0h9v9z"/></svg>',
    "content/index.md": b"\xef\xbb\xbf# Icebox\r\n\r\nThe icebox, `icebox`, ~~icebox~~, [x](icebox.md).\r\n",
    "content/touchpoints/web.yml": """
        # icebox
        name: Web
        stage: decision
        promise: 'Log on: see the icebox.'
        """,
}
HANDED = {"post.css": "a { color: #571B3F }\n", "text.md": "Log on.\n"}


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en")


@pytest.fixture
def run(project, monkeypatch):
    root = project(FILES)
    monkeypatch.chdir(root)
    return lambda *asked: CliRunner().invoke(main, ["check", *asked])


def bytes_of(root):
    found = (path for path in root.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in found if ".cache" not in path.parts}


def test_the_diff_is_shown_and_nothing_written(project, run):
    root = project()
    before = bytes_of(root)
    told = run("--fix")
    assert bytes_of(root) == before
    assert told.stdout.splitlines()[:7] == [
        "--- a/brand/logo.svg",
        "+++ b/brand/logo.svg",
        "@@ -1,2 +1,2 @@",
        ' <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">',
        '-<path fill="#571b3f" d="M0 0h9v9z"/></svg>',
        "\\ No newline at end of file",
        '+<path fill="#561b3f" d="M0 0h9v9z"/></svg>',
    ]
    assert told.stderr == "Nothing was written. --fix --yes writes it.\n"
    assert (told.exit_code, run("--fix", "--fail-on", "warning").exit_code) == (0, 1)


def test_what_is_written_is_what_was_shown_and_nothing_else(project, run):
    root = project()
    before = bytes_of(root)
    shown = run("--fix").stdout
    done = run("--fix", "--yes")
    assert done.stdout.startswith(shown)
    assert "Fixed: 4 places in 3 files.\n" in done.stderr
    assert (root / "content/index.md").read_bytes() == (
        b"\xef\xbb\xbf# Icebox\r\n\r\nThe fridge, `icebox`, ~~icebox~~, [x](icebox.md).\r\n"
    )
    assert (root / "content/touchpoints/web.yml").read_text() == (
        "# icebox\nname: Web\nstage: decision\npromise: 'Sign in: see the fridge.'\n"
    )
    changed = {path.name for path, content in bytes_of(root).items() if content != before.get(path)}
    assert changed == {"logo.svg", "index.md", "web.yml"}
    again = run("--fix", "--yes")
    assert "Nothing else can be fixed" in again.stderr
    assert "@@" not in again.stdout


def test_files_that_are_handed_in(project, run):
    root = project(HANDED)
    done = run("post.css", "text.md", "--fix", "--yes")
    assert (root / "post.css").read_text() == "a { color: #561B3F }\n"
    assert (root / "text.md").read_text() == "Sign in.\n"
    assert done.stdout.endswith("Judged by the brand Example.\n")


def test_what_is_waived_or_known_stays(project, run):
    waiver = "{rule: term-preferred, path: 'content/*', reason: Known, expires: 2999-01-01}"
    root = project({"content/playbook.yml": f"waivers: [{waiver}]\n"})
    run("--fix", "--yes")
    assert b"the icebox" in (root / "content/touchpoints/web.yml").read_bytes()
    assert b"#561b3f" in (root / "brand/logo.svg").read_bytes()
    (root / "content/playbook.yml").unlink()
    run("--write-baseline", "known.json")
    assert "@@" not in run("--fix", "--baseline", "known.json").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
def test_permissions_stay_and_links_lead_nowhere(project, run, tmp_path):
    root = project(HANDED)
    (root / "post.css").chmod(0o640)
    outside = tmp_path / "outside.md"
    outside.write_text("Log on.\n")
    (root / "link.md").symlink_to(outside)
    (root / "content/linked.md").symlink_to(outside)
    told = run("post.css", "link.md", "--fix", "--yes")
    assert "link.md is a link to another file; it stays as it is." in told.stderr
    run("--fix", "--yes")
    assert stat.S_IMODE((root / "post.css").stat().st_mode) == 0o640
    assert outside.read_text() == "Log on.\n"
    assert not [path for path in bytes_of(root) if path.name.startswith(".")]


def test_more_than_a_report_tells_is_fixed_at_once(project, run):
    root = project({"content/text.md": "Log on.\n" * 45})
    run("--fix", "--yes")
    assert (root / "content/text.md").read_text() == "Sign in.\n" * 45


def test_a_file_that_has_changed_meanwhile_stays(project, run, monkeypatch):
    root = project(HANDED)
    agreed = fix._agreed

    def slow(*given, **more):
        (root / "text.md").write_text("Log on now.\n")
        return agreed(*given, **more)

    monkeypatch.setattr(fix, "_agreed", slow)
    told = run("text.md", "--fix", "--yes")
    assert "text.md has changed meanwhile; it stays as it is." in told.stderr
    assert (root / "text.md").read_text() == "Log on now.\n"


@pytest.mark.parametrize("answer, written", [("y", True), ("yes", True), ("n", False), ("", False)])
def test_people_are_asked(project, run, monkeypatch, answer, written):
    root = project(HANDED)
    monkeypatch.setattr(fix, "_at_terminal", lambda: True)
    result = CliRunner().invoke(main, ["check", "text.md", "--fix"], input=f"{answer}\n")
    assert "Fix 1 place in 1 file? [y/N] " in result.stderr
    assert ((root / "text.md").read_text() == "Sign in.\n") == written


@pytest.mark.parametrize(
    "asked",
    [("--fix", "--format", "json"), ("--fix", "--watch"), ("--yes",), ("--fix", "--write-baseline", "x")],
)
def test_what_does_not_go_together(run, asked):
    told = run(*asked)
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)


WORDS = st.lists(
    st.sampled_from(
        [
            "the icebox",
            "ICEBOX",
            "iceboxes",
            "an icebox",
            "`icebox`",
            "Log on",
            "log  on",
            "#",
            "é",
            "~~icebox~~",
        ]
    ),
    max_size=12,
)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS, ends=st.sampled_from(["\n", "\r\n"]), marked=st.booleans())
def test_after_a_fix_the_same_fix_finds_nothing(project, run, words, ends, marked):
    text = ("\ufeff" if marked else "") + ends.join(words)
    root = project()
    write_tree(root, {"content/text.md": text.encode()})
    run("--fix", "--yes")
    once = (root / "content/text.md").read_bytes()
    assert "@@" not in run("--fix", "--yes").stdout
    assert (root / "content/text.md").read_bytes() == once
    assert once.decode().count("`icebox`") == text.count("`icebox`")
    assert len(once.decode().split(ends)) == len(text.split(ends))
    assert not any(
        line in {"the icebox", "ICEBOX", "Log on", "log  on"} for line in once.decode().splitlines()
    )


def test_style_sheets_of_the_brand_are_fixed_and_tokens_are_not(project, run):
    tokens = '{"fig": {"$value": "#571B3F"}}'
    root = project({"brand/site.css": ":root { --fig: #571B3F; --sand: #FF0000 }\n", "brand/t.json": tokens})
    run("--fix", "--yes")
    assert (root / "brand/site.css").read_text() == ":root { --fig: #561B3F; --sand: #FF0000 }\n"
    assert (root / "brand/t.json").read_text().strip() == tokens

"""Small pictures of pieces: of the file that shows one, or of what is made here, each distinct one once."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from lxml import etree, html
from PIL import Image

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports import supplies
from playbook.exports.site import SiteOptions, build
from playbook.exports.site.showing import Thumb
from playbook.exports.site.thumbs import FOLDER, thumbs
from playbook.exports.site.view import View
from playbook.facts import reader
from playbook.published import published
from tests.building import ROOT
from tests.observe.fonts import built


def png(wide: int, high: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (wide, high)).save(file, "png")
    return file.getvalue()


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90.4 30"><path d="M0 0h9v9z"/></svg>'
FILES: dict[str, Any] = {
    "brand/brand.yml": "{name: Faro, assets_url: https://cdn.faro.example/}",
    "brand/logo.yml": "variants: {main: {file: logo.svg, alt: Faro}}",
    "brand/logo.svg": SVG,
    "brand/fonts.yml": """
        families: {probe: {name: Probe, files: [probe.ttf], licence: OFL}}
        roles: {body: probe, heading: probe}
        """,
    "brand/probe.ttf": built(),
    "content/pieces/post.yml": "{name: Post, kind: social-post}",
    "content/pieces/mail.yml": "{name: Mail & more, kind: newsletter}",
    "content/pieces/again.yml": "{name: Again, kind: newsletter}",
    "content/pieces/sign.yml": "{name: Sign-off, kind: email-signature}",
    "content/pieces/quote.yml": "{name: Quote, kind: quote}",
    "content/pieces/card.yml": """
        {name: Card, kind: letter,
         requirements: {sizes: [{width: 300, height: 300}, {width: 2, height: 4, unit: in}]}}
        """,
    "content/pieces/none.yml": "{name: None, kind: calendar}",
    "content/index.md": None,
}


@pytest.fixture
def made(project):
    """`made()` builds the site of the project above; named files change it."""

    def build_it(files=None, edition="internal", **options):
        root = project({**FILES, **(files or {})})
        shown = restrict(playbook.load(root).playbook, Visibility(edition))
        return build(shown, (), SiteOptions(edition=edition, **options), supplies(shown, reader(root)))

    return build_it


def view_of(root) -> View:
    book = playbook.load(root).playbook
    files = published(book, reader(root))
    contents = {file.path: file.as_bytes() for file in files}
    return View(book, SiteOptions(), published={file.source: file.path for file in files}, contents=contents)


def wall(site) -> dict[str, dict[str, str]]:
    """The pictures of the gallery by the names of their pieces."""
    body = next(page.body for page in site.pages if page.path == "pieces/index.md")
    cards: Any = html.fromstring(body).xpath("//*[@class='pb-thumb']/..")
    return {card.find(".//a").text: dict(card.find("div/img").attrib) for card in cards}


def drawn(site) -> dict[str, str]:
    return {file.path: str(file.as_bytes(), "utf-8") for file in site.files if file.path.startswith(FOLDER)}


def picture(site, name) -> str:
    return drawn(site)[wall(site)[name]["src"].removeprefix("../")]


def test_every_piece_that_is_made_has_its_picture(made):
    site = made()
    shown = wall(site)
    assert set(shown) == {"Post", "Mail & more", "Again", "Sign-off", "Quote", "Card"}
    assert {image["src"].removeprefix("../") for image in shown.values()} == set(drawn(site))
    assert {image["decoding"] for image in shown.values()} == {"async"}
    assert [image.get("loading") for image in shown.values()] == [None] + ["lazy"] * (len(shown) - 1)
    sizes = {name: (image["width"], image["height"]) for name, image in shown.items()}
    assert sizes == {
        "Post": ("1080", "1350"),
        "Mail & more": ("664", "830"),
        "Again": ("664", "830"),
        "Sign-off": ("480", "300"),
        "Quote": ("794", "1123"),
        "Card": ("192", "384"),
    }


def test_what_looks_alike_is_one_file(made):
    site = made()
    shown = wall(site)
    assert shown["Mail & more"]["src"] == shown["Again"]["src"]
    assert len(drawn(site)) == len(shown) - 1
    assert drawn(made()) == drawn(site)


@pytest.mark.parametrize("lang, said", [("en", "Mail & more, example"), ("es", "Mail & more, ejemplo")])
def test_what_a_picture_shows_is_told(made, lang, said):
    assert wall(made(lang=lang))["Mail & more"]["alt"] == said


def test_the_fonts_and_the_logo_are_within_it(made):
    site = made()
    assert 'font-family:"Probe"' in picture(site, "Post")
    assert 'font-family:"Probe"' in picture(site, "Quote")
    assert "@font-face" not in picture(site, "Sign-off")
    for name in ("Quote", "Mail & more", "Sign-off", "Post"):
        assert "data:image/svg+xml;base64,PHN2" in picture(site, name)


OWN = {
    "content/files/small.png": png(300, 200),
    "content/files/heavy.png": png(10, 10) + b"\0" * 300_000,
    "content/files/shape.svg": SVG,
    "content/files/words.txt": "x",
}


@pytest.mark.parametrize(
    "files, expected",
    [
        ("[files/small.png]", Thumb("assets/playbook/content/files/small.png", 300, 200, "What it shows")),
        (
            "[files/words.txt, files/shape.svg]",
            Thumb("assets/playbook/content/files/shape.svg", 90, 30, "What it shows"),
        ),
        ("[files/heavy.png, files/gone.png]", None),
    ],
)
def test_a_file_that_shows_the_piece_comes_first(project, files, expected):
    piece = f"{{name: Post, kind: social-post, alt: What it shows, files: {files}}}"
    root = project({**FILES, **OWN, "content/pieces/post.yml": piece})
    book = playbook.load(root).playbook
    offered = supplies(book, reader(root)).files
    contents = {file.path: file.as_bytes() for file in offered}
    view = View(
        book, SiteOptions(), published={file.source: file.path for file in offered}, contents=contents
    )
    found = {ident: (thumb, file) for ident, thumb, file in thumbs(view)}["post"]
    if expected:
        assert found == (expected, None)
    else:
        assert found[0].path.startswith(FOLDER)


def test_what_readers_may_not_see_has_no_picture(made):
    hidden = {"content/pieces/quote.yml": "{name: Quote, kind: quote, visibility: internal}"}
    assert "Quote" in wall(made(hidden))
    site = made(hidden, edition="public")
    assert set(wall(site)) == {"Post", "Mail & more", "Again", "Sign-off", "Card"}
    assert len(drawn(site)) == 4


def test_markdown_has_the_names_alone(made):
    site = made(writer="markdown")
    assert drawn(site) == {}
    assert "Mail &amp; more" in next(page.body for page in site.pages if page.path == "pieces/index.md")


def test_a_hostile_brand_does_no_harm(made):
    bad = """
        name: '"></text></svg><script>x</script>]]>'
        contact: {email: "a@b.example' onclick='x", website: 'javascript:x'}
        legal: {note: "<img src=x onerror=y>"}
        """
    for text in drawn(made({"brand/brand.yml": bad})).values():
        judged(text)


def judged(text: str) -> None:
    """The drawing is well formed, runs nothing, and loads and leads to nothing outside."""
    root = etree.fromstring(text)
    for node in root.iter():
        assert etree.QName(node).localname not in {
            "script",
            "iframe",
            "object",
            "embed",
            "link",
            "meta",
            "base",
        }
        for name, value in node.attrib.items():
            assert not name.startswith("on")
            if name.rpartition("}")[2] in {"href", "src"}:
                assert value.startswith("data:image/")
    assert not re.search(r"url\((?!\"data:font/woff2;)|@import", text)


def test_every_picture_of_the_demo_is_harmless_and_light():
    found = [str(file.as_bytes(), "utf-8") for _, _, file in thumbs(view_of(ROOT)) if file]
    assert len(found) > 10
    for text in found:
        judged(text)
        assert len(text) < 60_000

"""Documents of office and print in the site: made with the examples, and made in the page."""

from __future__ import annotations

import json
import sys
from base64 import b64decode

import pytest

import playbook
from playbook.artifact import Artifact
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site import SiteOptions, Supplies, build
from playbook.render import raster

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h9v9z"/></svg>'
FILES = {
    "brand/brand.yml": "name: Frigo",
    "brand/logo.yml": "variants: {main: {file: logo.svg, on: [light], alt: Frigo}}",
    "brand/logo.svg": SVG,
    "content/pieces/letter.yml": "{name: Our letter, kind: letter}",
    "content/pieces/stand.yml": "{name: Stand, kind: stand}",
    "content/pieces/sig.yml": "{name: Sign-off, kind: email-signature}",
    "content/index.md": None,
}
PUBLISHED = Artifact("assets/playbook/brand/logo.svg", SVG, "brand/logo.svg")
PAGE = "pieces/letter.md"


@pytest.fixture
def site(project):
    def built(edition="internal", **options):
        raster.png.cache_clear()
        loaded = playbook.load(project(FILES))
        shown = restrict(loaded.playbook, Visibility(edition))
        return build(shown, (), SiteOptions(edition=edition, **options), Supplies(files=(PUBLISHED,)))

    return built


def files(made):
    return {file.path: file.as_bytes() for file in made.files}


def body(made):
    return next(page.body for page in made.pages if page.path == PAGE)


def test_the_examples_lie_ready(site):
    made = site()
    there = {path for path in files(made) if "/made/" in path and not path.endswith(".svg")}
    assert there == {f"assets/playbook/made/letter/letter.{ending}" for ending in ("docx", "pdf")}
    assert "Made with the example:" in body(made)
    assert 'href="../../assets/playbook/made/letter/letter.docx"' in body(made)


def test_a_page_can_make_its_documents(site):
    made = files(site())
    text = made["assets/playbook/data/word-letter.js"].decode()
    told = json.loads(text.split('["letter"] = ')[1].removesuffix(";\n"))
    parts = dict(told["letter.html"])
    assert b64decode(parts["word/media/logo.svg"]).startswith(b"<svg")
    assert ["s", ["recipient"], []] in parts["word/document.xml"]
    assert "assets/playbook/data/word-sig.js" not in made
    assert (
        '"word":"assets/playbook/data/word-letter.js"' in made["assets/playbook/data/make-letter.js"].decode()
    )


@pytest.mark.parametrize("edition, told", [("internal", True), ("public", False)])
def test_what_could_not_be_made_is_told_to_those_who_can_mend_it(site, monkeypatch, edition, told):
    monkeypatch.setitem(sys.modules, "typst", None)
    made = site(edition)
    assert ("PDF is not made here" in body(made)) is told
    assert ("The logo stands in the Word document as a name" in body(made)) is told
    assert "letter.docx" in body(made)


def test_plain_markdown_has_no_documents(site):
    made = site(writer="markdown")
    assert not [path for path in files(made) if "/made/" in path]
    assert "letter.docx" not in body(made)

"""`brand-playbook render` of what office programs open, as a person calls it."""

from __future__ import annotations

import sys

import docx
import pytest
from click.testing import CliRunner

from playbook.cli import main
from playbook.render import raster

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h9v9z"/></svg>'
KIND = """
    texts: {en: {name: Note}}
    fields: {said: {texts: {en: {label: Said, example: Hello}}}}
    outputs:
      - template: note.html
        texts: {en: Page}
        also: [docx]
      - template: other.html
        texts: {en: Other}
        also: [docx]
    """
FILES = {
    "brand/brand.yml": "name: Faro",
    "brand/colors.yml": "palette: {fig: '#561B3F'}\nroles: {primary: fig}",
    "brand/logo.yml": "variants: {main: {file: logo.svg, alt: Faro}}",
    "brand/logo.svg": SVG,
    "brand/kinds/note/kind.yml": KIND,
    "brand/kinds/note/note.html": '<p><img class="logo" alt="{{ brand.name }}"> {{ said }}</p>',
    "brand/kinds/note/other.html": "<p>Other {{ said }}</p>",
    "content/pieces/letter.yml": "name: Letter\nkind: letter",
    "content/pieces/note.yml": "name: Note\nkind: note",
}


@pytest.fixture
def root(project):
    raster.png.cache_clear()
    return project(FILES)


def run(root, *args, lang="en"):
    words = ["render", *args, "--project", str(root), "-o", str(root / "out"), "--no-cache", "--lang", lang]
    return CliRunner().invoke(main, words)


def test_a_letter_comes_in_every_format(root):
    done = run(root, "letter", "--set", "recipient=Ana", "--set", "body=Hello")
    assert done.exit_code == 0
    assert "not made" not in done.stderr
    assert {"letter.html", "letter.txt", "letter.docx", "letter.pdf"} == {
        path.name for path in (root / "out").iterdir()
    }
    assert "Ana" in [each.text for each in docx.Document(str(root / "out/letter.docx")).paragraphs]


@pytest.mark.parametrize(
    "lang, told",
    [
        ("en", "PDF is not made here: install it with pip install 'brand-playbook[pdf]'."),
        ("es", "PDF no se hace aquí: se instala con pip install 'brand-playbook[pdf]'."),
    ],
)
def test_what_could_not_be_made_is_told_and_fails_nothing(root, monkeypatch, lang, told):
    monkeypatch.setitem(sys.modules, "typst", None)
    done = run(root, "letter", lang=lang)
    assert done.exit_code == 0
    assert told in done.stderr
    assert not (root / "out/letter.pdf").exists()
    assert (root / "out/letter.docx").exists()


def test_a_logo_that_could_not_be_drawn_is_told_once(root, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    done = run(root, "note")
    assert done.exit_code == 0
    assert done.stderr.count("The logo stands in the Word document as a name") == 1
    assert docx.Document(str(root / "out/note-note.docx")).paragraphs[0].text == "Faro Hello"


def test_two_documents_of_one_format_have_names_of_their_own(root):
    assert run(root, "note").exit_code == 0
    assert {"note-note.docx", "note-other.docx"} <= {path.name for path in (root / "out").iterdir()}
    assert run(root, "note").exit_code == 2

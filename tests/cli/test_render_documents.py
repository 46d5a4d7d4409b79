"""`brand-playbook render` of what office programs open, as a person calls it."""

from __future__ import annotations

import re
import sys
from functools import cache

import docx
import pytest
from click.testing import CliRunner

import playbook
from playbook.cli import main
from playbook.kinds import builtin
from playbook.making.templates import is_made
from playbook.render import raster
from tests.building import ROOT
from tests.hostility import MARKUP
from tests.printed import read, said, squeezed

MADE = {name for name, kind in builtin().items() if is_made(kind)}

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


@cache
def demo():
    return playbook.load(ROOT)


@pytest.mark.parametrize("kind", sorted({p.kind for p in demo().playbook.pieces.values()} & MADE))
def test_every_kind_is_made_without_a_word(kind, tmp_path, monkeypatch):
    monkeypatch.setattr(playbook, "load", lambda _: demo())
    piece = next(piece.id for piece in demo().playbook.pieces.values() if piece.kind == kind)
    done = run(tmp_path, piece)
    assert (done.exit_code, done.stderr) == (0, "")
    assert list((tmp_path / "out").iterdir())


PASTED = (
    "\x00\x1f\x7f\x92\ufeff\u0600\u202e\ufffe",
    '#read("/etc/passwd") $x$ = *b* @c <d> \\ //e',
    "أ\n\tß\U0001f6d2",
)


@pytest.mark.parametrize("value", [*MARKUP[:6], *PASTED, "W" * 90])
def test_whatever_is_pasted_stands_in_the_pdf_as_text(root, value):
    done = run(root, "letter", "--set", f"recipient={value}", "--set", f"body=Before {value} after")
    assert (done.exit_code, done.exception) == (0, None), done.output
    text = said(read((root / "out/letter.pdf").read_bytes()))
    kept = squeezed("".join(sign for sign in value if " " < sign < "\x7f"))
    assert kept in text
    assert re.search("Before.*after|after.*Before", text)


def test_what_the_brand_says_need_not_be_said_again(project):
    files = {**FILES, "content/pieces/cover.yml": "name: Cover\nkind: social-cover"}
    bare = run(project(files), "cover", "--set", "language=en")
    assert bare.exit_code == 0
    root = project({**files, "brand/brand.yml": "name: Faro\ntagline: Keeps the light on."})
    assert run(root, "cover", "--set", "headline=", "--force").exit_code == 0
    assert "Keeps the light on." in (root / "out/cover.txt").read_text(encoding="utf-8")


def test_two_documents_of_one_format_have_names_of_their_own(root):
    assert run(root, "note").exit_code == 0
    assert {"note-note.docx", "note-other.docx"} <= {path.name for path in (root / "out").iterdir()}
    assert run(root, "note").exit_code == 2

"""The fonts of PDF documents: what the brand's lack, files that cannot be used, families cut in parts."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import playbook
from playbook.facts import reader
from playbook.i18n import text
from playbook.making.look import look
from playbook.render.brand_view import elements
from playbook.render.look import Document, Face, Look
from playbook.render.pdf import card, pdf
from playbook.render.sheet import Block, Paragraph, Run, Sheet, Style
from tests.building import ROOT
from tests.drawn import svg
from tests.drawn import text as lettered
from tests.observe.fonts import built
from tests.printed import fonts, read, resources, said, squeezed

BRAND = playbook.load(ROOT).playbook.brand
LOOK = look(BRAND, elements(BRAND), reader(ROOT))


def paragraph(words: str, style: Style = "body") -> Paragraph:
    return Paragraph((Run(words),), style)


def made(*blocks: Block, title: str = "T", seen: Look = LOOK) -> Document:
    return pdf(Sheet("en", title, blocks), seen)


@pytest.mark.parametrize(
    "value, told, shown",
    [
        ("Ελλάδα", {"pdf.letters": "Ε λ ά δ α"}, "Ελλάδα"),
        ("Hi \U0001f6d2 Ελ", {"pdf.shown": "\U0001f6d2", "pdf.letters": "Ε λ"}, "Hi ? Ελ"),
        ('"\u0600\U0001f6d2\\\u0600', {"pdf.shown": "\u0600 \U0001f6d2"}, '"??\\?'),
    ],
)
def test_signs_that_the_brands_fonts_lack_are_told_and_the_document_is_made(value, told, shown):
    document = made(paragraph(value))
    assert {problem.message: problem.facts["letters"] for problem in document.problems} == told
    for problem in document.problems:
        for lang in ("en", "es"):
            assert str(problem.facts["letters"]) in text(lang, problem.message, problem.facts)
            assert text(lang, problem.hint)
    assert said(read(document.content)) == squeezed(shown)


def test_without_fonts_only_the_signs_that_no_font_has_are_replaced():
    document = made(paragraph("Ana \U0001f6d2 Ελ"), seen=replace(LOOK, faces=()))
    assert [problem.message for problem in document.problems] == ["pdf.font", "pdf.shown"]
    assert said(read(document.content)) == squeezed("Ana ? Ελ")


def face(content: bytes, **more: Any) -> Face:
    return Face("body", "Probe", "400", "normal", content, **more)


@pytest.mark.parametrize(
    "faces",
    [(), (face(b"no font"),), (face(built(), free=False),), (face(built()[:300]),), (face(built(fsType=2)),)],
    ids=["none", "broken", "unfree", "torn", "forbidden"],
)
def test_a_font_that_cannot_be_used_is_told(faces):
    document = made(paragraph("A ñ"), seen=replace(LOOK, faces=faces))
    (problem,) = document.problems
    assert (problem.message, problem.facts["role"]) == ("pdf.font", "`body`, `heading`")
    assert all("`body`, `heading`" in text(lang, problem.message, problem.facts) for lang in ("en", "es"))
    assert said(read(document.content)) == "Añ"


def test_a_family_cut_by_characters_is_one():
    book = read(made(paragraph("a Ž"), paragraph("Ž", style="heading")).content)
    assert said(book) == "aŽŽ"
    assert {name.partition("-")[0] for name in fonts(book)} == {"AtkinsonHyperlegibleNext", "Gabarito"}


def test_a_font_that_varies_is_set_in_the_weights_that_are_needed():
    varying = face(built(wght=(100, 300, 900), usWeightClass=300))
    seen = replace(LOOK, faces=(replace(varying, weight="100 900"),))
    document = made(Paragraph((Run("A"), Run("ñ", bold=True))), title="A", seen=seen)
    assert [problem.facts.get("role") for problem in document.problems] == ["`heading`"]
    (page,) = read(document.content).pages
    assert len(resources(page)["/Font"]) == 2


def test_signs_without_a_shape_spoil_no_document():
    signs = [chr(code) for code in range(0x110000) if category(chr(code)) in {"Cc", "Cf", "Zl", "Zp", "Zs"}]
    document = made(*(paragraph(f"a{sign}b", style) for sign in signs for style in ("body", "title")))
    assert squeezed("a?b") in said(read(document.content))
    assert card([svg(lettered("".join(f"a&#{ord(s)};b" for s in signs if s >= " ")))], (85, 55), LOOK).content


@pytest.mark.parametrize(
    "words, shown", [("O\x92Brien \x805", "O’Brien€5"), ("\ufeffAna\u1680Vale", "AnaVale")]
)
def test_what_other_programs_leave_in_a_text_is_read_as_it_was_meant(words, shown):
    document = made(paragraph(words))
    assert document.problems == ()
    assert said(read(document.content)) == shown
    assert not card([svg(lettered(words, font_size="20"))], (85, 55), LOOK).problems


@settings(max_examples=12)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=40))
def test_any_text_can_be_set(words):
    document = made(paragraph(words), Paragraph((Run(words, bold=True, href=words),)), title=words)
    assert document.content.startswith(b"%PDF")
    side = svg(lettered(escape(words), font_size="20"), f'aria-label="{escape(words)}"')
    assert card([side], (85, 55), LOOK).content.startswith(b"%PDF")

"""Documents as PDF, read back: their tags, the brand's fonts and colors, hostile text, what goes wrong."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader

import playbook
from playbook.facts import reader
from playbook.making.look import look
from playbook.render.brand_view import elements
from playbook.render.look import MissingExtra
from playbook.render.pdf import card, pdf
from playbook.render.pdf.setting import Setting
from playbook.render.prose_html import prose
from playbook.render.sheet import (
    Beside,
    Break,
    Inlines,
    Logo,
    Pairs,
    Paragraph,
    Row,
    Run,
    Sheet,
    Style,
    Table,
)
from playbook.render.sheet_html import read as sheet_of
from tests.building import ROOT
from tests.drawn import svg
from tests.printed import colors, depths, fonts, places, read, root, said, squeezed, tree

BRAND = playbook.load(ROOT).playbook.brand
ELEMENTS = elements(BRAND)
LOOK = look(BRAND, ELEMENTS, reader(ROOT))


def words(*lines: str) -> Inlines:
    parts = [part for line in lines for part in (Break(), Run(line))]
    return tuple(parts[1:])


def paragraph(*lines: str, style: Style = "body") -> Paragraph:
    return Paragraph(words(*lines), style)


def table(rows: int) -> Table:
    entries = tuple(Row((words(f"Fridge {number}"), words("1.250,00 €"))) for number in range(rows))
    return Table((words("Description"), words("Amount")), entries, figures=True)


HEAD = Beside((Paragraph((Logo("Aldaba"),)),), (paragraph("4 Knocker Row", style="small"),))
SUMS = Pairs(
    (Row((words("Before tax"), words("1 €"))), Row((words("Total"), words("2 €")), strong=True)), sums=True
)
FACTS = Pairs((Row((words("For"), words("Robin Vale"))), Row((words("Date"), words("Today")))))
OFFER = Sheet(
    "en-GB",
    "Quote 7",
    (
        HEAD,
        paragraph("Quote 7", style="title"),
        FACTS,
        table(2),
        SUMS,
        paragraph("Terms", style="subheading"),
        Paragraph(
            (Run("Half", bold=True), Run(" on ordering", italic=True), Run("site", href="https://a.example"))
        ),
        paragraph("One", style="step"),
        paragraph("Two", style="step"),
        paragraph("Aside", style="item"),
        paragraph("Three", style="step"),
    ),
    (paragraph("Registered in Portmoor", style="small"),),
)


@cache
def offer() -> PdfReader:
    document = pdf(OFFER, LOOK)
    assert document.problems == ()
    return read(document.content)


def made(*blocks: Any, lang: str = "en") -> PdfReader:
    return read(pdf(Sheet(lang, "T", blocks), LOOK).content)


def test_a_document_is_tagged_as_its_parts_are():
    whole = root(offer())
    assert (whole["/Lang"], whole["/MarkInfo"]["/Marked"]) == ("en-GB", True)
    metadata = offer().metadata
    assert metadata
    assert (metadata.title, metadata.author) == ("Quote 7", "Aldaba")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in whole["/Metadata"].get_data()
    found = [name for name, _ in tree(offer())]
    assert [name for name in found if name[1] == "H"] == ["/H1", "/H2"]
    assert found.count("/TH") == 2
    assert found.count("/TD") == 4
    assert [node["/Alt"] for name, node in tree(offer()) if name == "/Figure"] == ["Aldaba"]
    assert found.count("/L") == 3
    assert {"/P", "/Link"} <= set(found)


def test_it_says_what_the_sheet_says_in_its_order():
    assert said(offer()) == squeezed(
        "4 Knocker Row Quote 7 For Robin Vale Date Today Description Amount Fridge 0 1.250,00 €"
        " Fridge 1 1.250,00 € Before tax 1 € Total 2 € Terms Half on ordering site"
        " 1. One 2. Two • Aside 3. Three Registered in Portmoor"
    )


@pytest.mark.parametrize("title, name, told", [("", "Faro", "Faro"), (" \u202e ", "\ufeff", "PDF")])
@pytest.mark.parametrize("text", ["", "<p>a</p>"])
def test_a_document_without_a_title_goes_by_the_name_of_the_brand(title, name, told, text):
    look = replace(LOOK, brand={**ELEMENTS, "name": name})
    blocks = sheet_of(text).blocks
    made = [pdf(Sheet("", title, blocks), look), card([svg(text, f'aria-label="{title}"')], None, look)]
    assert [read(each.content).metadata["/Title"] for each in made] == [told, told]  # type: ignore[index]


def test_steps_keep_their_numbers_and_what_is_typed_its_lines():
    steps = "1. Ask\n2. Look\n\n```\nif it rings:\n    open\n```\n\n3. Close\n\n    1. Lock\n\n4. Go"
    book = read(pdf(sheet_of(f"<html><body>{prose(steps)}</body></html>"), LOOK).content)
    assert said(book) == "1.Ask2.Lookifitrings:open3.Close1.Lock4.Go"
    assert "\nif it rings:\n    open\n" in book.pages[0].extract_text()


def test_its_fonts_are_the_brands_and_embedded():
    found = fonts(offer())
    families = {face.family.replace(" ", "") for face in LOOK.faces}
    assert {name.partition("-")[0] for name in found} == families
    assert {name.partition("-")[2] for name in found} == {"Regular", "Italic", "Bold"}
    assert all("/FontFile2" in descriptor for descriptor in found.values())


def test_its_colors_are_the_brands():
    ink, color = ELEMENTS["ink"], ELEMENTS["color"]
    expected = {ink["text"], ink["muted"], ink["primary"], ink["link"], color["border"], color["primary"]}
    plain = read(pdf(OFFER, replace(LOOK, logo=b"")).content)
    assert colors(plain) == expected


@pytest.mark.parametrize("ground, printed", [("#101820", True), ("#FBF7EF", False)])
def test_only_a_ground_that_light_inks_are_for_is_printed(ground, printed):
    seen = {**ELEMENTS, "color": {**ELEMENTS["color"], "background": ground}}
    assert (ground in colors(read(pdf(OFFER, replace(LOOK, brand=seen)).content))) == printed


def test_the_same_sheet_gives_the_same_bytes():
    assert pdf(OFFER, LOOK) == pdf(OFFER, LOOK)


def test_a_long_table_has_its_head_on_each_page_and_its_sums_on_one():
    book = made(paragraph("Quote", style="title"), table(70), SUMS)
    pages = [page.extract_text() for page in book.pages]
    assert len(pages) >= 3
    assert all(page.count("Description") == 1 for page in pages)
    assert [f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(
        pages
    )
    assert [
        ("Before tax" in page, "Total" in page) for page in pages if "Before tax" in page or "Total" in page
    ] == [(True, True)]
    assert [name for name, _ in tree(book)].count("/TR") == 71


@pytest.mark.parametrize("figures", [True, False])
def test_a_table_may_have_no_head_and_rows_of_any_length(figures):
    rows = (Row((words("a"),)), Row((words("b"), words("c"), words("d"))), Row(()))
    book = made(Table((), rows, figures), Table((), ()), Table((words("e"),), ()))
    assert said(book) == "abcde"
    assert [name for name, _ in tree(book)].count("/TD") == 9


def test_pages_count_in_the_documents_language_and_one_alone_counts_none():
    lines = ["Hola"] * 90
    assert "Página2de2" in said(made(paragraph(*lines), lang="es"))
    assert "Page" not in said(made(paragraph("Hola"), lang="fr"))


def test_the_address_of_a_letter_shows_in_the_window_of_its_envelope():
    address = paragraph("Robin Vale", "Bristol", style="address")
    below = depths(made(HEAD, address, paragraph("Today"), paragraph("", style="space")))
    assert 45 < below["Robin Vale"] < below["Bristol"] < 90 < below["Today"] < 110


HOSTILE = [
    '#sys.version #read("/etc/passwd") $x^2$ *bold* _it_ @ref <lbl> \\ [x] ]] // c',
    '= Heading #eval("1")',
    "```raw``` `a` ~ -- --- ' \" {{ name }} <b>&amp;</b>",
    "- item\n+ step / term: x",
    '#import "@preview/cetz:0.3.0"',
]


@pytest.mark.parametrize("value", HOSTILE)
def test_code_in_values_is_text(value):
    book = made(
        paragraph(value, style="title"),
        FACTS,
        Table((words(value),), (Row((words(value),)),)),
        paragraph(value),
    )
    assert said(book).count(squeezed(value)) == 4


def test_endless_words_break_and_endless_texts_run_over_pages():
    book = made(paragraph("W" * 3_000), Pairs((Row((words("x" * 90), words("y" * 90))),)))
    assert said(book).count("W") == 3_000
    assert max(places(book)) < 190


LONG = (
    "ES9121000418450200051332",
    "info.clientes-del-norte@cooperativa-electrodomesticos.example",
    "https://aldaba.example/help/returns?order=2026-0117&item=4",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
)


def test_long_words_are_copied_as_they_were_written():
    """In the text, in a narrow column, and in a table that is wider than its page."""
    facts = Pairs(tuple(Row((words("Pay to"), words(word))) for word in LONG[:3]))
    rows = tuple(Row(tuple(words(word * 2) for word in LONG)) for _ in range(2))
    book = made(*(paragraph(f"To {word} now.") for word in LONG), facts, Table((), rows))
    assert max(places(book)) < 190
    text = " ".join(page.extract_text() for page in book.pages)
    assert all(f"To {word} now." in text for word in LONG)
    assert "\u200b" not in text
    assert [squeezed(text).count(word) for word in LONG] == [6, 6, 6, 5]


def test_text_from_the_right_begins_there():
    left, right = (min(places(made(paragraph(value)))) for value in ("ñandú", "אבג"))
    assert left == pytest.approx(25, abs=1)
    assert 180 < right < 190


def test_a_logo_that_cannot_be_read_is_told_and_left_out():
    document = pdf(OFFER, replace(LOOK, logo=b"no picture", logo_kind="png"))
    assert [problem.message for problem in document.problems] == ["pdf.picture"]
    assert said(read(document.content)).startswith("Aldaba4KnockerRow")


def test_without_the_typesetter_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra) as raised:
        pdf(OFFER, LOOK)
    assert raised.value.name == "pdf"


@pytest.mark.parametrize("sign", "_-/.&x")
def test_a_line_may_end_within_any_long_row_of_signs(sign):
    parts = Setting().parts(sign * 200)
    assert "".join(parts) == sign * 200
    assert max(map(len, parts)) <= 27

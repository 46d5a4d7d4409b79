"""What a document for text processors is made of, and what is left out once it is filled in."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from playbook.render.docx import packed, parts
from playbook.render.docx.tidy import tidy
from playbook.render.fill import TooLong
from playbook.render.filters import Wording
from playbook.render.sheet_html import read
from tests.worddocs import LOOK, WORD, opened

PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="X"/></w:pPr>{}</w:p>'
WORDS = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
BOLD = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
BREAK = "<w:r><w:br/></w:r>"
TABLE = f"<w:tbl><w:tblPr><w:x/></w:tblPr><w:tblGrid/>{{}}</w:tbl>{PARAGRAPH.format('<w:r/>')}\n".replace(
    "<w:tblGrid/>", "<w:tblGrid><w:y/></w:tblGrid>"
)
A, B = WORDS.format("a"), BOLD.format("b")


@pytest.mark.parametrize(
    "text, expected",
    [
        (PARAGRAPH.format(A), PARAGRAPH.format(A)),
        (PARAGRAPH.format(f"{A}{WORDS.format('')}{BOLD.format('')}{B}"), PARAGRAPH.format(A + B)),
        (PARAGRAPH.format(f"{BREAK}{BREAK}{A}{BREAK}{B}{BREAK}"), PARAGRAPH.format(f"{A}{BREAK}{B}")),
        (PARAGRAPH.format(f"{BREAK}{WORDS.format('')}{BREAK}") + "\n", ""),
        # the paragraph of a cell, and one that is there to be empty
        (PARAGRAPH.format(""), PARAGRAPH.format("")),
        (PARAGRAPH.format("<w:r/>") + "\n", PARAGRAPH.format("<w:r/>") + "\n"),
        (TABLE.format(""), ""),
        (TABLE.format("<w:tr/>") + TABLE.format(""), TABLE.format("<w:tr/>")),
        (
            PARAGRAPH.format(WORDS.format("5 سارة") + BOLD.format("x")),
            PARAGRAPH.replace("</w:pPr>", "<w:bidi/></w:pPr>").format(
                '<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">5 سارة</w:t></w:r>'
                '<w:r><w:rPr><w:b/><w:rtl/></w:rPr><w:t xml:space="preserve">x</w:t></w:r>'
            ),
        ),
        (PARAGRAPH.format(WORDS.format("x سارة")), PARAGRAPH.format(WORDS.format("x سارة"))),
    ],
)
def test_tidy(text, expected):
    assert tidy(text) == expected


def made(body, *, lang="en", title="T", known=None, marks=False, look=LOOK):
    sheet = read(
        f'<html lang="{lang}"><head><title>{title}</title></head><body>{body}</body></html>', marks=marks
    )
    return packed(parts(sheet, look, marks=marks), known or {}, Wording())


def test_every_part_is_well_formed_and_stored():
    content = made("<p>{{ a }} &lt;w:p&gt;</p>", title="&lt;b&gt; {{#if x}}")
    with ZipFile(BytesIO(content)) as file:
        infos = file.infolist()
        assert {info.compress_type for info in infos} == {ZIP_STORED}
        assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
        for info in infos:
            if info.filename.endswith((".xml", ".rels")):
                etree.fromstring(file.read(info))
        assert b"#" not in file.read("word/styles.xml")
    document = opened(content)
    assert document.core_properties.title == "<b> {{#if x}}"
    assert document.paragraphs[0].text == "{{ a }} <w:p>"


def test_marks_are_filled_in_and_what_is_filled_in_is_none():
    body = "{{#each a as b}}<p>{{ b }}</p>{{/each}}<p>{{#if c}}yes{{else}}no{{/if}}</p>"
    document = opened(made(body, marks=True, known={"a": ["<w:p>", "{{ c }}"]}, title="{{ d }}"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["<w:p>", "{{ c }}", "no"]
    assert document.core_properties.title == ""


def test_braces_of_the_brand_are_no_marks():
    look = replace(LOOK, brand={**LOOK.brand, "name": "{{#if x}}"})
    assert opened(made("<p>a</p>", look=look)).core_properties.author == "{{#if x}}"


def test_each_list_of_steps_begins_anew():
    document = opened(made("<ol><li>a<ul><li>b</ul><li>c</ol><h2>d</h2><ol><li>e</ol>"))
    numbers = [each.get(f"{WORD}val") for each in document.element.iter(f"{WORD}numId")]
    assert numbers == ["11", "11", "12"]
    part = document.part.numbering_part.element
    starts = {
        num.numId: [o.get(f"{WORD}val") for o in num.iter(f"{WORD}startOverride")] for num in part.num_lst
    }
    assert starts == {1: [], 2: [], 11: ["1"], 12: ["1"]}


def test_steps_keep_the_numbers_that_they_have():
    document = opened(made("<ol><li>a</ol><pre>  b\nc</pre><ol start=2><li>d</ol><ol start=7><li>e</ol>"))
    part = document.part.numbering_part.element
    starts = [each.get(f"{WORD}val") for each in part.iter(f"{WORD}startOverride")]
    assert starts == ["1", "2", "7"]
    assert [each.get(f"{WORD}val") for each in document.element.iter(f"{WORD}numId")] == ["11", "12", "13"]
    assert document.paragraphs[1].text == "  b\nc"


def test_a_step_after_an_entry_has_a_list_of_its_own():
    document = opened(made("<ul><li>a</ul><ol><li>b</ol>"))
    assert [each.get(f"{WORD}val") for each in document.element.iter(f"{WORD}numId")] == ["11"]


def test_tables_in_narrow_places_are_paragraphs():
    table = "<table><thead><tr><th>a<th>b</thead><tr><td>c<td>d</table>"
    pairs = "<dl>{{#if x}}<dt>e</dt><dd>f</dd>{{/if}}</dl>"
    body = (
        f'<div class="head"><p>left</p><div>{table}{pairs}</div></div><div class="foot">{pairs}{table}</div>'
    )
    document = opened(made(body, marks=True, known={"x": "1"}))
    assert document.tables[0].cell(0, 1).text.split("\n") == ["a b", "c d", "e f", ""]
    foot = document.sections[0].first_page_footer
    assert [paragraph.text for paragraph in foot.paragraphs] == ["e f", "a b", "c d", ""]
    empty = opened(made('<div class="head"><p>a</p><p>{{#if x}}b{{/if}}</p></div>', marks=True))
    assert [cell.text for cell in empty.tables[0].rows[0].cells] == ["a", ""]


@pytest.mark.parametrize("figures, styles", [("figures", ["Cell", "Cell Figure"]), ("", ["Cell", "Cell"])])
def test_a_table_is_as_wide_as_the_page_and_has_cells_for_every_column(figures, styles):
    table = f'<table class="{figures}"><thead><tr><th>a<th>b</thead><tr><td>c<tr><td>d<td>e</table>'
    [found] = opened(made(table)).tables
    assert [[cell.paragraphs[0].style.name for cell in row.cells] for row in found.rows][1:] == [
        styles,
        styles,
    ]
    assert sum(int(column.get(f"{WORD}w")) for column in found._tbl.iter(f"{WORD}gridCol")) == 9411


@pytest.mark.parametrize(
    "href, linked",
    [
        ("https://x.example/?a=1&amp;b", True),
        ("mailto:a@b.example", True),
        ("javascript:alert(1)", False),
        ("#top", False),
        ('https://x" \\o "y', False),
        ("HTTPS://x.example", True),
    ],
)
def test_what_may_be_linked(href, linked):
    document = opened(made(f"<p><a href='{href}'>a</a></p>"))
    assert bool(list(document.element.iter(f"{WORD}instrText"))) is linked
    assert document.paragraphs[0].text == "a"


def test_what_is_longer_than_any_piece_is_refused():
    with pytest.raises(TooLong):
        made("{{#each a as b}}<p>{{ b }}</p>{{/each}}", marks=True, known={"a": ["x" * 30_000] * 100})

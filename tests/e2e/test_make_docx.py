"""Documents for text processors: the page makes the command line's, byte for byte."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

import playbook
from playbook.diagnostics import Location
from playbook.exports.site.form_data import encoded, marks
from playbook.facts import reader
from playbook.making.also import also
from playbook.making.look import look
from playbook.making.picture import logo, mark
from playbook.making.tailored import tailored
from playbook.making.values import checked, defaults
from playbook.render.brand_view import elements
from playbook.render.docx import Part, packed
from playbook.render.filters import Wording
from playbook.render.formats import CURRENCIES, FORMATS
from playbook.render.template import parse
from tests.browsing import FORM
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
BRAND = BOOK.brand
LINES = [
    {"description": "Nevera & montaje\n<b>en casa</b> ]]>", "price": "1499.995", "discount": "7.5"},
    {"description": "ثلاجة مع التوصيل", "quantity": "3", "unit": "uds.", "price": "12.5"},
]
QUOTE = {"number": "2026/7 {{ client }}", "client": "Ferretería Núñez \U0001f527", "discount": "5"}
LETTER = {
    "recipient": "سارة",
    "address": '12 "Harbor" Street\nBristol\'s',
    "body": "One.\n\nمرحبا two\n<w:p/>",
}


def seen_brand() -> dict[str, Any]:
    read = reader(ROOT)
    return elements(BRAND, logo(BRAND, read), mark(BRAND, read))


def ours(piece: str, said: dict[str, Any]) -> bytes:
    """What the command line makes of the same."""
    kind = tailored(BOOK.kinds[BOOK.pieces[piece].kind], BOOK.pieces[piece])
    values, wrong = checked(kind.fields, said, lambda _: Location("form"))
    assert wrong == []
    shown = seen_brand()
    made = also(kind, look(BRAND, shown, reader(ROOT)), {**defaults(kind.fields, shown), **values}, Wording())
    return next(file.as_bytes() for file in made.files if file.path.endswith(".docx"))


@pytest.fixture
def form(new_page, serve, demo):
    def opened(piece: str) -> Page:
        page: Page = new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{serve(demo.folder)}pieces/{piece}/")
        page.locator(FORM).wait_for()
        return page

    return opened


def taken(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as got:
        page.get_by_role("button", name="Word document").click()
    return got.value.suggested_filename, Path(got.value.path()).read_bytes()


def put(page: Page, values: dict[str, str]) -> None:
    for name, text in values.items():
        page.locator(f".pb-make__fields > .pb-make__field [name='{name}']").fill(text)


def test_a_quote_is_what_the_command_line_makes_in_every_language(form, seen):
    page = form("quote")
    put(page, QUOTE)
    page.get_by_role("button", name="Add a line").click()
    for at, entry in enumerate(LINES):
        for name, text in entry.items():
            page.locator(".pb-make__entry").nth(at).locator(f"[name='{name}']").fill(text)
    for tag in ("en", "es-MX"):
        page.get_by_label("Language of the document").select_option(tag)
        name, content = taken(page)
        assert name == "quote-2026-7-client.docx"
        assert content == ours("quote", {**QUOTE, "lines": LINES, "language": tag})
    assert (seen.errors, seen.foreign) == ([], [])


def test_a_letter_is_what_the_command_line_makes(form, seen):
    page = form("letter")
    put(page, LETTER)
    assert taken(page) == ("letter-سارة.docx", ours("letter", {**LETTER, "language": "en"}))
    assert (seen.errors, seen.foreign) == ([], [])


PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="X"/></w:pPr>{}</w:p>'
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
BOLD = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
TABLE = (
    f"<w:tbl><w:tblPr><w:x/></w:tblPr><w:tblGrid><w:y/></w:tblGrid>{{}}</w:tbl>{PARAGRAPH.format('<w:r/>')}\n"
)
BREAK = "<w:r><w:br/></w:r>"
TEXTS = [
    PARAGRAPH.format(f"{RUN.format('{{ a }}')}{BREAK}{BOLD.format('{{ b }}')}{BREAK}") + "\n",
    PARAGRAPH.format(f"{BREAK}{BREAK}{BOLD.format('{{ a }}')}") + "\n" + PARAGRAPH.format("") + "\n",
    TABLE.format("") + TABLE.format("<w:tr/>") + TABLE.format("{{#if a}}<w:tr/>{{/if}}"),
]
WORDS = ["", "x", "سارة x", "1 سارة", "é שלום", "\u2028\r\n\x0b", "a\nb", "😀", "\ufdfa \u0660", "क", "한국"]


def test_what_is_left_out_and_turned_round_is_the_same(page):
    for part in ("fit", "template", "docx"):
        page.add_script_tag(path=ROOT / f"theme/assets/playbook/make/{part}.js")
    formats = FORMATS["en"]
    wording = {"formats": marks(formats), "currency": "EUR", "currencies": CURRENCIES, "widths": {}}
    parts = [(f"word/{at}.xml", parse("t", text).nodes) for at, text in enumerate(TEXTS)]
    values = [{"a": a, "b": b} for a in WORDS for b in WORDS]
    theirs = page.evaluate(
        """async ([parts, cases, wording]) => Promise.all(cases.map(async (values) => {
            const bytes = new Uint8Array(await brandPlaybook.docx(parts, values, wording).arrayBuffer());
            return btoa(String.fromCharCode(...bytes));
        }))""",
        [[[path, encoded(nodes)] for path, nodes in parts], values, wording],
    )
    found = tuple(Part(path, nodes) for path, nodes in parts)
    expected = [packed(found, case, Wording(formats)) for case in values]
    assert [case for case, a, b in zip(values, theirs, expected, strict=True) if b64decode(a) != b] == []

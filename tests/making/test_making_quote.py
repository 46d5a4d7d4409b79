"""The quote: what somebody fills in becomes a document that adds up, in either language."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

import playbook
from playbook.diagnostics import Location
from playbook.making import make
from playbook.making.values import checked, examples
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
QUOTE = BOOK.kinds["quote"]
SPANISH = """\
PRESUPUESTO N.º 7

Para: Lucía Marín
NIF/CIF: B1234
Calle Mayor, 12
28013 Madrid
Fecha: 2 de noviembre de 2026

- Frigorífico
  740,00 €: 740,00 €
- Placa de inducción
  2,5 uds. × 1389,50 €, Descuento 10 %: 3126,38 €
- Montaje incluido

Suma: 3866,38 €
Descuento 5 %: −193,32 €
Base imponible: 3673,06 €
IVA 21 % sobre 2970,06 €: 623,71 €
IVA 4 % sobre 703,00 €: 28,12 €
TOTAL: 4324,89 €

Aldaba
aldaba.example
"""
SAID: dict[str, Any] = {
    "number": 7,
    "date": "2026-11-02",
    "client": "Lucía Marín",
    "client_tax_id": "B1234",
    "client_address": "Calle Mayor, 12\n28013 Madrid",
    "lines": [
        {"description": "Frigorífico", "price": 740, "tax": 4},
        {
            "description": "Placa de inducción",
            "quantity": "2.5",
            "unit": "uds.",
            "price": "1389.50",
            "discount": "10",
        },
        {"description": "Montaje incluido"},
    ],
    "discount": 5,
    "tax": 21,
    "tax_name": "IVA",
}


def made(values, lang="en"):
    good, wrong = checked(QUOTE.fields, values, lambda _: Location("quote.yml"))
    assert wrong == []
    found = make(QUOTE, elements(BOOK.brand), good, Wording(FORMATS[lang]))
    return {file.path: str(file.content) for file in found.files}


def test_a_quote_in_words():
    assert made(SAID, "es")["quote.txt"].replace("\N{NO-BREAK SPACE}", " ") == SPANISH


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_example_is_a_whole_quote(lang):
    page = html.document_fromstring(made(dict(examples(QUOTE.fields, lang)), lang)["quote.html"])
    assert page.get("lang") == lang
    (total,) = page.xpath("//*[@class='total']/dd/text()")
    assert total.replace("\N{NO-BREAK SPACE}", " ") == {"en": "€1,743.73", "es": "1743,73 €"}[lang]


def test_what_is_not_said_takes_no_room():
    page = html.document_fromstring(
        made({"client": "Ann", "lines": [{"description": "A", "price": 1}]})["quote.html"]
    )
    words = page.text_content()
    for absent in ("Date", "Valid", "Tax", "Terms", "Discount", "Before tax", "Reverse"):
        assert absent not in words
    assert "Total" in words


def test_another_currency_is_rounded_as_it_asks():
    words = made({**SAID, "currency": "JPY"})["quote.txt"]
    assert "TOTAL: ¥4,325" in words


@pytest.mark.parametrize(
    "evil", ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>']
)
def test_nothing_said_becomes_more_than_words(evil):
    files = made({"client": evil, "terms": evil, "lines": [{"description": evil, "price": 1}]})
    page = html.document_fromstring(files["quote.html"])
    assert page.xpath("//script | //img | //*[@onerror]") == []
    assert page.text_content().count(evil) >= 3
    assert files["lines.csv"].splitlines()[1].startswith(("\"'=", '"<', '"""'))


def test_a_quote_needs_somebody_and_something():
    _, wrong = checked(QUOTE.fields, {}, lambda _: Location("quote.yml"))
    assert {problem.facts["field"] for problem in wrong} == {"client", "lines"}


@pytest.mark.parametrize(
    "said, taxed", [("no", True), (False, True), ("", True), ("yes", False), (True, False)]
)
def test_no_is_no(said, taxed):
    words = made({**SAID, "reverse_charge": said})["quote.txt"]
    assert ("VAT" in words or "IVA" in words) is taxed
    assert ("Reverse charge" in words) is not taxed


def test_neither_yes_nor_no_is_told():
    _, wrong = checked(QUOTE.fields, {**SAID, "reverse_charge": "maybe"}, lambda _: Location("quote.yml"))
    assert [problem.message for problem in wrong] == ["value.yes"]

"""The layout sample of an invoice: the quote's sums and frame, and plainly no invoice."""

from __future__ import annotations

import pytest
from lxml import html

import playbook
from playbook.kinds import builtin
from playbook.making import make
from playbook.making.templates import mistakes, template
from playbook.making.values import defaults, examples
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS
from playbook.render.sheet_html import read
from tests.building import ROOT

KINDS = {name: builtin()[name] for name in ("quote", "invoice")}
BRAND = playbook.load(ROOT).playbook.brands[""]


def made(name, lang="en", **more):
    kind, shown = KINDS[name], elements(BRAND)
    values = {**dict(examples(kind.fields, lang)), **defaults(kind.fields, shown), **more}
    return {file.path: str(file.content) for file in make(kind, shown, values, Wording(FORMATS[lang])).files}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_it_says_plainly_that_it_is_a_sample(lang):
    files = made("invoice", lang)
    said = KINDS["invoice"].labels["sample"][lang]
    for text in (files["invoice.html"], files["invoice.txt"]):
        assert "SAMPLE · MUESTRA" in text
        assert said in text
    [first, *_] = [block for block in read(files["invoice.html"]).blocks if "SAMPLE" in str(block)]
    assert "bold=True" in str(first)
    assert KINDS["invoice"].words(lang).note


def sums(page):
    return [" ".join(node.text_content().split()) for node in html.document_fromstring(page).iter("dd", "td")]


@pytest.mark.parametrize("more", [{}, {"discount": "5"}, {"exempt": "Art. 20"}, {"reverse_charge": "yes"}])
def test_it_adds_up_as_the_quote_does(more):
    lines = [
        {"description": "A", "quantity": "3", "price": "1.05"},
        {"description": "B", "price": "2", "tax": "10"},
    ]
    theirs, ours = (made(name, lines=lines, **more)[f"{name}.html"] for name in ("quote", "invoice"))
    assert sums(ours)[-8:] == sums(theirs)[-8:]


def test_nothing_is_wrong_with_its_templates():
    for kind in KINDS.values():
        assert [
            list(mistakes(kind, template(kind, output))) for output in kind.outputs if output.ending != "csv"
        ] == [
            [],
            [],
        ]

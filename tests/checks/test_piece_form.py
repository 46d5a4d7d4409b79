"""piece-form."""

from __future__ import annotations

import pytest

QUOTE = "content/pieces/quote.yml"


@pytest.mark.parametrize(
    "form, found",
    [
        ("{tax: 21, tax_name: VAT}", ""),
        ("{tax: {value: 21, locked: true}, currency: USD}", ""),
        ("{client: {longest: 30}}", ""),
        ("{tax: a fifth}", ':3:13 tax is no share of a hundred: "a fifth" | Write a number from 0 to 100,'),
        ("{taxes: 21}", ':3:15 there is no field "taxes"; did you mean "tax"? | The fields are: number,'),
        ("{lines: none}", ':3:15 there is no field "lines" | The fields are: number,'),
        ("{language: es-MX}", ""),
        ("{language: fr}", ':3:18 language cannot be "fr" | Choose en,'),
        ("{tax: {prices: p.csv}}", ":3:22 tax is no list, so no table can hold its lines | Name the price"),
        ("{currency: XYZ}", ':3:18 currency cannot be "XYZ" | Choose EUR, USD,'),
    ],
)
def test_what_a_piece_says_of_its_form(check, form, found):
    said = check("piece-form", {QUOTE: f"name: Quote\nkind: quote\nform: {form}\n"})
    assert len(said) == bool(found)
    assert "".join(said).startswith(f"{QUOTE}{found}" if found else "")


def test_a_kind_that_is_not_made_has_no_form_to_be_wrong_about(check):
    files = {"content/pieces/van.yml": "name: Van\nkind: vehicle\nform: {tax: x}\n"}
    assert check("piece-form", files) == []

"""Tables of lines: columns by any usual name, numbers of any country, mistakes at their row."""

from __future__ import annotations

import pytest

from playbook.diagnostics import Location
from playbook.i18n import texts
from playbook.kinds import builtin
from playbook.making.amounts import amount, is_twofold
from playbook.making.prices import LARGEST, lines, listed

LINES = builtin()["quote"].fields["lines"]


def read(text: str | bytes):
    found, wrong = lines("p.csv", text if isinstance(text, bytes) else text.encode(), LINES)
    return [(line.code, dict(line.values)) for line in found], [
        (problem.location, problem.message, problem.facts.get("field")) for problem in wrong
    ]


@pytest.mark.parametrize(
    "head",
    [
        "code,description,unit,price,tax",
        "Código;CONCEPTO;Unidad;Precio unitario;IVA",
        "SKU\tItem\tUnit\tNet price\tVAT",
        "ref,Artículo,Unit of measure,Precio de uno,Impuesto %",
    ],
)
def test_columns_go_by_many_names(head):
    between = next(sign for sign in ",;\t" if sign in head)
    row = between.join(["F-1", "Fridge", "pcs", "740", "21"])
    expected = {"description": "Fridge", "unit": "pcs", "price": "740", "tax": "21"}
    assert read(f"\ufeff{head}\r\n{row}\r\n") == ([("F-1", expected)], [])


@pytest.mark.parametrize(
    "written, number",
    [
        ("1234.5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234.567", "1234567"),
        ("1'234'567.5", "1234567.5"),
        ("1 234,5", "1234.5"),
        ("0.125", "0.125"),
        ("1234.567", "1234.567"),
        ("12,5 €", "12.5"),
        ("$ 12.50", "12.50"),
        ("EUR 7", "7"),
        ("21 %", "21"),
        ("-3", "-3"),
        ("\u22123,5", "-3.5"),
        ("(10.00)", "-10.00"),
        ("(1.234,50 €)", "-1234.50"),
        ("€ (5)", "-5"),
        ("25.00-", "-25.00"),
        ("25,00- EUR", "-25.00"),
        ("-€5", "-5"),
        ("€\u22125", "-5"),
        ("(-5)", None),
        ("-5-", None),
        ("5)", None),
        (")5(", None),
        ("12,-", None),
        ("5-10", None),
        ("1.234", None),
        ("12,345", None),
        ("1.23,4", None),
        ("1,234,56", None),
        ("1.2.3", None),
        ("on request", None),
        ("", None),
        ("1e3", None),
        ("12 uds.", None),
        ("5 mil", None),
        ("1,5k", None),
        ("$5k", None),
        ("3 M€", None),
        ("2 MEUR", None),
        ("5\u2030", None),
        ("50 ct", None),
        ("5-pack", None),
        ("10-ft", None),
        ("10 20", None),
        ("1 5", None),
        ("1 234,50", "1234.50"),
        ("12'500.25", "12500.25"),
        ("120 mm", "120"),
        ("5 kg", "5"),
        ("250 MXN", "250"),
    ],
)
def test_numbers_of_any_country(written, number):
    assert amount(written) == number
    assert is_twofold(written) is (written in {"1.234", "12,345"})


def test_mistakes_stand_at_their_row_and_the_other_rows_are_there():
    found, wrong = read(
        f"name,price,discount\nA,1\n,2\nB,x\nC,1.234\n\nD,3,\n{'e' * 301},4\n".replace("D,3,", "D,3,5")
    )
    assert [values["description"] for _, values in found] == ["A", "D"]
    assert wrong == [
        (Location("p.csv", 3), "prices.required", "description"),
        (Location("p.csv", 4), "prices.number", "price"),
        (Location("p.csv", 5), "prices.ambiguous", "price"),
        (Location("p.csv", 8), "prices.longest", "description"),
    ]


@pytest.mark.parametrize("written", ["0", "7.5", "007,50", "100", "100.00", "21 %"])
def test_a_share_of_a_hundred(written):
    assert read(f"name;price;discount\nA;1;{written}\n")[1] == []


@pytest.mark.parametrize("written", ["-5", "(5)", "100.01", "120", "1000"])
def test_what_is_no_share_of_a_hundred_is_told(written):
    _, wrong = read(f"name;price;tax\nA;1;{written}\n")
    assert wrong == [(Location("p.csv", 2), "prices.percent", "tax")]
    assert all(f"prices.percent{more}" in texts(lang) for lang in ("en", "es") for more in ("", "-hint"))


@pytest.mark.parametrize(
    "content, message",
    [
        (b"", "prices.table"),
        (b"name\n\x81", "prices.table"),
        (b'name\n"open', "prices.table"),
        (b"article number,price\nx,1\n", "prices.column"),
        (b"name\n" + b"x\n" * 5001, "prices.table"),
        (b"x" * (LARGEST + 1), "prices.large"),
    ],
)
def test_what_is_no_table_is_told_in_one_sentence(content, message):
    found, wrong = read(content)
    assert found == []
    assert [case for _, case, _ in wrong] == [message]


@pytest.mark.parametrize("kind, name", [("quote", "lines"), ("letter", "")])
def test_which_list_tables_are_for(kind, name):
    assert listed(builtin()[kind]) == name

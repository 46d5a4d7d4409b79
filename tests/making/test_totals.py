"""What the lines of a document add up to: exact, by a rule that can be followed by hand."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.making.totals import totalled


def totals(*lines: dict[str, str], currency: str = "EUR", **document: str) -> dict[str, Any]:
    return totalled({**document, "lines": list(lines)}, "lines", currency)


def line(price: str, quantity: str = "", **more: str) -> dict[str, str]:
    return {"price": price, **({"quantity": quantity} if quantity else {}), **more}


@pytest.mark.parametrize(
    "entry, currency, amount",
    [
        (line("10"), "EUR", "10.00"),
        (line("19.99", "3"), "EUR", "59.97"),
        (line("0.125", "3"), "EUR", "0.38"),
        (line("1.005"), "EUR", "1.01"),
        (line("-1.005"), "EUR", "-1.01"),
        (line("100", "1.5", discount="10"), "EUR", "135.00"),
        (line("100", discount="33.333333"), "EUR", "66.67"),
        (line("1234.5"), "JPY", "1235"),
        (line("999999999999.999999", "999999"), "EUR", "999998999999999999.00"),
        (line("5", "0"), "EUR", "0.00"),
        (line("5", "a few"), "EUR", "5.00"),
    ],
)
def test_a_lines_amount(entry, currency, amount):
    assert totals(entry, currency=currency)["lines"][0]["amount"] == amount


def test_a_line_without_price_is_words():
    made = totals({"description": "Thank you"}, line("5"))
    assert "amount" not in made["lines"][0]
    assert made["totals"]["total"] == "5.00"


def test_several_rates_and_a_discount_on_the_whole():
    made = totals(line("100", tax="21"), line("50", tax="10"), line("33.33"), discount="5", tax="4")["totals"]
    assert made == {
        "sum": "183.33",
        "discount": "-9.17",
        "net": "174.16",
        "taxes": [
            {"rate": "21", "base": "95.00", "amount": "19.95"},
            {"rate": "10", "base": "47.50", "amount": "4.75"},
            {"rate": "4", "base": "31.66", "amount": "1.27"},
        ],
        "total": "200.13",
    }


@pytest.mark.parametrize("why", [{"exempt": "Art. 20"}, {"reverse_charge": "yes"}])
def test_nothing_is_taxed_where_the_document_says_so(why):
    made = totals(line("100", tax="21"), tax="10", **why)["totals"]
    assert (made["taxes"], made["total"]) == ([], "100.00")


@pytest.mark.parametrize("tax, rate", [("7.50", "7.5"), ("21.0", "21"), ("0.5", "0.5"), ("100", "100")])
def test_a_rate_is_written_without_needless_zeros(tax, rate):
    assert totals(line("10", tax=tax))["totals"]["taxes"][0]["rate"] == rate


def test_no_lines_add_up_to_nothing():
    assert totalled({}, "lines", "EUR")["totals"]["total"] == "0.00"


CENTS = Decimal("0.01")
numbers = st.decimals(-10_000, 10_000, places=3, allow_nan=False)


@given(
    st.lists(st.tuples(numbers, numbers, st.sampled_from(["", "0", "4", "21"])), max_size=6),
    st.integers(0, 100),
)
def test_what_is_shown_adds_up(rows, discount):
    """Against a reckoning with decimals, rate by rate."""
    entries = [line(str(price), str(count), tax=tax) for price, count, tax in rows]
    made = totals(*entries, discount=str(discount))
    shown = [Decimal(entry["amount"]) for entry in made["lines"]]
    assert shown == [(price * count).quantize(CENTS, ROUND_HALF_UP) for price, count, _ in rows]
    bases = {
        rate: (
            sum(a for a, (*_, tax) in zip(shown, rows, strict=True) if (tax or "0") == rate)
            * (100 - discount)
            / 100
        )
        for rate in ("0", "4", "21")
    }
    net = sum(base.quantize(CENTS, ROUND_HALF_UP) for base in map(Decimal, bases.values()))
    assert Decimal(made["totals"]["net"]) == net
    added = net + sum(Decimal(tax["amount"]) for tax in made["totals"]["taxes"])
    assert Decimal(made["totals"]["total"]) == added

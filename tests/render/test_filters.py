"""How a document writes numbers, money, days, links and telephone numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.render.filters import FILTERS, Wording, decimal
from playbook.render.formats import FORMATS

N = "\N{NO-BREAK SPACE}"
MONEY = [
    ("en", "EUR", "1234.5", "€1,234.50"),
    ("en", "CHF", "1234.5", f"CHF{N}1,234.50"),
    ("en", "JPY", "1234.5", "¥1,235"),
    ("en", "EUR", "-0.005", "\N{MINUS SIGN}€0.01"),
    ("en", "XAU", "2", f"XAU{N}2.00"),
    ("es", "EUR", "1234.5", f"1234,50{N}€"),
    ("es", "EUR", "12345.674", f"12.345,67{N}€"),
    ("es", "EUR", "0.005", f"0,01{N}€"),
    ("es-MX", "MXN", "1234.5", "$1,234.50"),
    ("es-CO", "COP", "1234567", "$1.234.567,00"),
    ("es-AR", "ARS", "-12", "\N{MINUS SIGN}$12,00"),
    ("en", "EUR", "9" * 24 + ".995", "€1," + ",".join(["000"] * 8) + ".00"),
    ("en", "EUR", "no number", "no number"),
    ("en", "EUR", "NaN", "NaN"),
]


@pytest.mark.parametrize("tag, currency, value, expected", MONEY)
def test_money(tag, currency, value, expected):
    assert FILTERS["money"](value, "", Wording(FORMATS[tag], currency)) == expected


OTHERS = [
    ("number", "", "1234567.891", "1,234,567.891"),
    ("number", "2", "1234567.895", "1,234,567.90"),
    ("number", "", "x", "x"),
    ("day", "", "2026-03-01", "March 1, 2026"),
    ("day", "", "2026-02-30", "2026-02-30"),
    ("url", "", " https://example.org/a ", "https://example.org/a"),
    ("url", "", "javascript:alert(1)", ""),
    ("url", "", 'https://example.org/" onload="', ""),
    ("bare", "", "https://www.example.org/", "example.org"),
    ("dial", "", "+34 (600) 12-34", "+346001234"),
    ("dial", "", "600 12 34", "6001234"),
    ("dial", "", " +44 (0)20 7946 0958", "+442079460958"),
    ("dial", "", "(0)20 7946 0958", "02079460958"),
    ("lines", "", " a \n\n b", ["a", "b"]),
    ("hashtag", "", "two words!", "#twowords"),
]


@pytest.mark.parametrize("name, argument, value, expected", OTHERS)
def test_other_filters(name, argument, value, expected):
    assert FILTERS[name](value, argument, Wording()) == expected


def test_days_in_each_language():
    said = {tag: FILTERS["day"]("2026-03-01", "", Wording(found)) for tag, found in FORMATS.items()}
    assert said == {
        "en": "March 1, 2026",
        "en-GB": "1 March 2026",
        "es": "1 de marzo de 2026",
        "es-MX": "1 de marzo de 2026",
        "es-CO": "1 de marzo de 2026",
        "es-AR": "1 de marzo de 2026",
    }


@given(st.sampled_from(sorted(FILTERS)), st.text(max_size=30) | st.none() | st.booleans() | st.integers())
def test_no_filter_fails(name, value):
    FILTERS[name](value, "", Wording())


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_a_written_number_is_the_number(value):
    written = FORMATS["en"].number(value)
    assert decimal(written.replace(",", "").replace("\N{MINUS SIGN}", "-")) == Decimal(value)

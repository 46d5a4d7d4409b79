"""What spreadsheets make of dates and numbers when they save a table."""

from __future__ import annotations

import pytest

from playbook.applying.localized import alike, day_first, iso


@pytest.mark.parametrize(
    "cells, lang, told",
    [
        (["22/11/2026", "05/11/2026"], "en", True),
        (["11/5/2026", "11/22/2026"], "es", False),
        (["05/11/2026"], "es", True),
        (["05/11/2026", "2026-11-22", ""], "en", None),
    ],
)
def test_a_table_tells_the_order_of_its_dates(cells, lang, told):
    assert day_first(cells, lang) is told


@pytest.mark.parametrize(
    "cell, order, date",
    [
        ("5/11/2026", True, "2026-11-05"),
        ("11/5/2026", False, "2026-11-05"),
        ("05.11.2026", True, "2026-11-05"),
        ("2026/11/5", None, "2026-11-05"),
        ("11/11/2026", None, "2026-11-11"),
        ("05/11/2026", None, "05/11/2026"),
        ("next week", True, "next week"),
    ],
)
def test_a_date_is_read_in_that_order_and_never_guessed(cell, order, date):
    assert iso(cell, is_day_first=order) == date


@pytest.mark.parametrize(
    "old, new, holds, same",
    [
        ("2.0", "2", str, True),
        ("a\nb", "a\r\nb ", str, True),
        ("2.1", "2", str, False),
        ("2.1", "2.10", str, False),
        ("2", "2.0", str, False),
        ("4.5", "4,5", str, False),
        ("v2.0", "v2", str, False),
        ("", "0", float, False),
        ("4.5", "4,5", float, True),
        ("4.5", "4.50", float, True),
        ("3", "3.0", int, True),
        ("3", "3.000", int, False),
        ("3000", "3.000", int, True),
    ],
)
def test_a_shortened_number_says_what_it_said(old, new, holds, same):
    """A text of digits, as a version is, is no number: 2.10 comes after 2.1."""
    assert alike(old, new, holds) is same

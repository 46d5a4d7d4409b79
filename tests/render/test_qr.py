"""QR codes: their size, their quiet zone, and what is too much for one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.render.qr import MOST, QUIET, qr

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
FINDER = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]


def modules(made):
    """The rows within the quiet zone, read back from the outline."""
    rows = [["0"] * made.size for _ in range(made.size)]
    assert RUN.sub("", made.path) == ""
    for x, y, wide, back in (map(int, run) for run in RUN.findall(made.path)):
        assert wide == back
        for at in range(x, x + wide):
            rows[y][at] = "1"
    return ["".join(row) for row in rows]


@given(st.text(min_size=1, max_size=120))
@settings(max_examples=20)
def test_it_has_its_marks_and_light_around_it(content):
    rows = modules(qr(content))
    size = len(rows)
    inner = [row[QUIET:-QUIET] for row in rows[QUIET:-QUIET]]
    assert all("1" not in row for row in (*rows[:QUIET], *rows[-QUIET:]))
    assert all("1" not in row[:QUIET] + row[-QUIET:] for row in rows)
    assert (size - 2 * QUIET - 17) % 4 == 0
    for top, left in ((0, 0), (0, len(inner) - 7), (len(inner) - 7, 0)):
        assert [row[left : left + 7] for row in inner[top : top + 7]] == FINDER


@pytest.mark.parametrize(
    "length, version",
    [(1, 1), (14, 1), (15, 2), (213, 10), (331, 13), (332, 12), (858, 20)],
)
def test_it_is_corrected_more_as_long_as_it_is_not_too_fine_for_that(length, version):
    """Bytes at level M up to version 13, beyond that at level L. Source: ISO/IEC 18004, table 7."""
    made = qr("x" * length)
    assert made
    assert made.size == 17 + 4 * version + 2 * QUIET


def test_there_is_an_end_to_it_in_bytes():
    assert qr("ñ" * (MOST // 2))
    assert qr("ñ" * (MOST // 2) + "x") is None

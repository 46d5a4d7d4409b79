"""Cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook import csvtext


@pytest.mark.parametrize(
    "cell, safe",
    [
        ("=1+1", "'=1+1"),
        ("+353 20", "'+353 20"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\tx", "'\tx"),
        ("\uff1d1", "'\uff1d1"),
        ("'=1", "''=1"),
        ("'t was", "'t was"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell, safe):
    assert csvtext.safe(cell) == safe


@given(st.text())
def test_the_apostrophe_can_be_taken_away_again(cell):
    safe = csvtext.safe(cell)
    assert (safe[1:] if csvtext._FORMULA.match(safe) else safe) == cell

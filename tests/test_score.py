from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.diagnostics import Diagnostic, Location, Problem, Severity
from playbook.score import score, together

LETTERS = {"e": Severity.ERROR, "w": Severity.WARNING, "i": Severity.INFO}


def thing(found: str) -> list[Diagnostic]:
    """A thing about which was found what the letters say: "we" is a warning and an error."""
    return [Diagnostic("rule", LETTERS[letter], Problem("x", Location("a.yml"))) for letter in found]


def reckoned(things: str):
    """Things parted by commas; "-" is one without a finding."""
    return score(thing(found.strip("-")) for found in things.split(",") if found)


@pytest.mark.parametrize(
    "things, points, hundredths",
    [
        ("", 0, None),
        ("-", 1, 100),
        ("i", Fraction(3, 4), 75),
        ("w", Fraction(1, 2), 50),
        ("e", 0, 0),
        ("ww", Fraction(1, 2), 50),
        ("iw", Fraction(1, 2), 50),
        ("iwe", 0, 0),
        ("-,-,w", Fraction(5, 2), 83),
        ("-,e,e", 1, 33),
        ("-," * 54 + "i,w,w,e", Fraction(223, 4), 96),
        ("-," * 999 + "i", Fraction(3999, 4), 99),
        ("e," * 999 + "i", Fraction(3, 4), 0),
    ],
)
def test_the_arithmetic(things, points, hundredths):
    found = reckoned(things)
    assert (found.points, found.hundredths) == (points, hundredths)


FOUND = st.lists(st.text("ewi", max_size=3), min_size=1, max_size=30)


@given(FOUND)
def test_a_hundred_says_that_nothing_was_found(found):
    whole = score(map(thing, found))
    assert whole.things == len(found)
    assert 0 <= (whole.hundredths or 0) <= 100
    assert (whole.hundredths == 100) == (not any(found))


@given(FOUND, st.sampled_from("ewi"))
def test_one_more_finding_never_raises_the_score(found, more):
    before, after = score(map(thing, found)), score(map(thing, [found[0] + more, *found[1:]]))
    assert after.points <= before.points


@given(FOUND, FOUND)
def test_scores_add_up(some, others):
    apart = together([score(map(thing, some)), score(map(thing, others))])
    assert apart == score(map(thing, some + others))

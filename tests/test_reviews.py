"""Which touchpoints somebody judged, and how long ago."""

from __future__ import annotations

from datetime import date

import pytest

import playbook
from playbook.reviews import Reviewed, message, reviewed, to_review

TODAY = date(2026, 11, 22)
FILES = {
    "content/touchpoints/all.yml": """\
        shop: {name: Shop, stage: before, rating: {score: 4, date: 2026-01-10, same_message: partly}}
        web: {name: Web, stage: before}
        mail: {name: Mail, stage: before, rating: {score: 2, same_message: false}}
        phone: {name: Phone, stage: before, rating: {score: 2, date: 2025-11-21}}
        fair: {name: Fair, stage: before, status: planned}
        fax: {name: Fax, stage: before, status: retired}
        """
}


@pytest.fixture
def book(project):
    loaded = playbook.load(project(FILES))
    assert loaded.diagnostics == ()
    return loaded.playbook


def test_the_longest_unjudged_comes_first_and_what_nobody_meets_does_not(book):
    assert [touchpoint.id for touchpoint in to_review(book)] == ["web", "mail", "phone", "shop"]


def test_a_judgement_is_fresh_for_a_year(book):
    found = {ident: reviewed(touchpoint, TODAY) for ident, touchpoint in book.touchpoints.items()}
    assert found["web"] is Reviewed.NEVER
    assert found["mail"] is found["phone"] is Reviewed.LONG_AGO
    assert found["shop"] is reviewed(book.touchpoints["shop"], date(2027, 1, 10)) is Reviewed.LATELY
    assert reviewed(book.touchpoints["shop"], date(2027, 1, 11)) is Reviewed.LONG_AGO
    assert reviewed(book.touchpoints["phone"], None) is Reviewed.LATELY


def test_it_says_the_message_wholly_in_part_or_not(book):
    ratings = [touchpoint.rating for touchpoint in book.touchpoints.values() if touchpoint.rating]
    assert [message(rating) for rating in ratings] == ["partly", "no", ""]

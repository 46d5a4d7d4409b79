"""What is open in a playbook, and in which order."""

from __future__ import annotations

from datetime import date

import pytest

import playbook
from playbook.actions import Action, What, When, actions

FILES = {
    "brand/brand.yml": "name: Example\nversion: '2.1'\n",
    "content/playbook.yml": """\
        goals:
          - {goal: Answer within an hour, due: 2026-12-01, owner: care}
          - {goal: Done long ago, due: 2020-01-01, status: done}
        objectives: [{objective: Nobody waits, due: 2027-06-30}]
        owners: {care: Care}
        """,
    "content/touchpoints/shop.yml": """\
        name: Shop
        stage: before
        status: to-activate
        owner: care
        improvements: [Longer hours, {proposal: Never mind, status: dropped}]
        pains: [{text: It is far, proposal: {proposal: A map, due: 2026-11-01, owner: care}}, It is cold]
        objectives: [{objective: Ten visits a day}]
        """,
    "content/journeys/visit.yml": """\
        name: A visit
        steps:
          - {touchpoint: shop, pain: {text: It is far, proposal: A map}}
          - {name: Home, proposal: A call, pain: {text: Lonely, proposal: {proposal: A letter, status: done}}}
        """,
    "content/pieces/sign.yml": "name: Sign\nkind: letter\nstatus: missing\ndue: 2026-11-30\n",
    "content/pieces/menu.yml": "name: Menu\nkind: letter\nstatus: to-update\nbrand_version: '1'\n",
    "content/pieces/card.yml": (
        "name: Card\nkind: letter\nstatus: implemented\nbrand_version: '2.0'\ndue: 2020-01-01\n"
    ),
    "content/pieces/mail.yml": "name: Mail\nkind: letter\nstatus: implemented\nbrand_version: '2.1'\n",
    "content/pieces/old.yml": "name: Old\nkind: letter\nstatus: retired\nbrand_version: '1'\n",
    "content/kits/fair.yml": "{name: Fair, pieces: [sign], date: 2027-01-15}",
    "content/kits/past.yml": "{name: Past, pieces: [sign], date: 2020-01-15, status: done}",
}


@pytest.fixture
def found(project) -> tuple[Action, ...]:
    return actions(playbook.load(project(FILES)).playbook)


def test_what_is_open_stands_by_date_and_what_is_done_does_not(found):
    assert [(action.what, action.text, action.due and action.due.isoformat()) for action in found] == [
        (What.PAIN, "A map", "2026-11-01"),
        (What.MAKE, "Sign", "2026-11-30"),
        (What.GOAL, "Answer within an hour", "2026-12-01"),
        (What.KIT, "Fair", "2027-01-15"),
        (What.OBJECTIVE, "Nobody waits", "2027-06-30"),
        (What.STEP, "A call", None),
        (What.REBRAND, "Card", None),
        (What.PROPOSAL, "Longer hours", None),
        (What.UPDATE, "Menu", None),
        (What.OBJECTIVE, "Ten visits a day", None),
        (What.TOUCHPOINT, "Shop", None),
    ]


def test_an_action_knows_what_it_is_about_and_who_sees_to_it(found):
    by_text = {action.text: action for action in found}
    assert (by_text["A map"].noun, by_text["A map"].item, by_text["A map"].owner) == (
        "touchpoint",
        "shop",
        "care",
    )
    assert (by_text["A call"].noun, by_text["A call"].item, by_text["A call"].step) == ("journey", "visit", 2)
    assert (by_text["Answer within an hour"].noun, by_text["Answer within an hour"].owner) == ("", "care")


@pytest.mark.parametrize(
    "due, when",
    [
        (date(2026, 11, 21), When.OVERDUE),
        (date(2026, 11, 22), When.SOON),
        (date(2026, 12, 22), When.SOON),
        (date(2026, 12, 23), When.LATER),
        (None, When.UNDATED),
    ],
)
def test_a_date_is_overdue_soon_or_later(due, when):
    action = Action(What.GOAL, "Do it", due=due)
    assert action.when(date(2026, 11, 22)) is when
    assert action.when(None) is (When.LATER if due else When.UNDATED)
    assert Action(What.GOAL, "Do it", due=date.max).when(date.max) is When.SOON

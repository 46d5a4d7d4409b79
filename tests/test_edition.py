from __future__ import annotations

from pathlib import Path

import pytest

from playbook.choices import Visibility
from playbook.diagnostics import PlaybookError
from playbook.edition import restrict
from playbook.loader import load

SECRET = "ZANZIBAR"  # noqa: S105 - a word to look for
"""Stands in every internal value of the project, and in nothing public."""

FILES = {
    "brand/brand.yml": f"name: Example\nnotes: {SECRET}\nmessages: {{main: We knock}}\n",
    "brand/voice.yml": f"""
        summary: Plain
        boilerplates:
          short: {{text: A shop}}
          board: {{text: {SECRET}, visibility: internal}}
        """,
    "brand/imagery.yml": f"style: {SECRET}\nvisibility: partner\n",
    "brand/hidden/brand.yml": f"name: {SECRET}\nvisibility: internal\n",
    "content/playbook.yml": f"""
        conclusions: {SECRET}
        owners:
          lead: {{name: Lead, person: {SECRET}}}
        visibility:
          competitors: partner
          tool: internal
          metrics.current: public
        """,
    "content/touchpoints/shop.yml": f"""
        name: Shop
        stage: during
        summary: We meet
        tool: {SECRET}
        notes: {SECRET}
        evidence: [{{text: {SECRET}}}]
        competitors: [{{name: {SECRET}-partner}}]
        rating: {{score: 2, note: {SECRET}}}
        value: {{need: A fridge, cost: {SECRET}}}
        metrics: [{{kpi: sales, current: "12", target: {SECRET}}}]
        impression: {{intended: Calm, actual: {SECRET}}}
        next: [{{touchpoint: vault, value: {SECRET}}}, door]
        """,
    "content/touchpoints/door.yml": "name: Door\nstage: after\n",
    "content/touchpoints/vault.yml": f"name: {SECRET}\nstage: after\nvisibility: internal\n",
    "content/touchpoints/theirs.yml": f"name: {SECRET}\nstage: after\nbrands: hidden\n",
    "content/pieces/visitcard.yml": """
        name: Card
        kind: business-card
        touchpoints: [vault, shop]
        brands: [hidden]
        """,
    "content/pieces/flyer.yml": f"""
        name: Flyer
        kind: brochure
        touchpoints: [vault, shop]
        effort: {SECRET}
        in_use: {{units: 3, unit_cost: {{amount: 4242}}}}
        """,
    "content/kits/fair.yml": "name: Fair\npieces: [flyer, visitcard]\n",
    "content/personas/ana.yml": f"name: {SECRET}\nvisibility: internal\n",
    "content/journeys/main.yml": """
        name: Main
        persona: ana
        steps:
          - {touchpoint: shop, does: Looks}
          - {touchpoint: vault, does: Waits}
        """,
    "content/board.md": f"---\nvisibility: internal\n---\n# {SECRET}\n",
    "content/broken.md": "# Open\n",
}


@pytest.fixture
def playbook(project):
    loaded = load(project(FILES))
    assert [d.problem for d in loaded.diagnostics] == []
    return loaded.playbook


def test_a_public_edition_holds_no_internal_value(playbook):
    shown = repr(restrict(playbook, Visibility.PUBLIC))
    assert SECRET in repr(playbook)
    assert SECRET not in shown
    assert "4242" not in shown
    for ident in ("'vault'", "'theirs'", "'hidden'", "'ana'", "'visitcard'"):
        assert ident not in shown


def test_what_is_public_stays(playbook):
    shown = restrict(playbook, Visibility.PUBLIC)
    shop = shown.touchpoints["shop"]
    assert (shop.summary, _of(shop.value).need, _of(shop.impression).intended) == (
        "We meet",
        "A fridge",
        "Calm",
    )
    assert [after.touchpoint for after in shop.next] == ["door"]
    assert shop.metrics[0].current == "12"
    assert shown.pieces["flyer"].touchpoints == ("shop",)
    assert _of(shown.pieces["flyer"].in_use).units == 3
    assert shown.kits["fair"].pieces == ("flyer",)
    assert list(shown.brand.voice.boilerplates) == ["short"]


def test_a_step_on_a_hidden_touchpoint_keeps_its_own_words(playbook):
    journey = restrict(playbook, Visibility.PUBLIC).journeys["main"]
    assert [(step.touchpoint, step.does) for step in journey.steps] == [("shop", "Looks"), (None, "Waits")]
    assert journey.persona is None


def test_partners_see_what_is_meant_for_them(playbook):
    shop = restrict(playbook, Visibility.PARTNER).touchpoints["shop"]
    assert [competitor.name for competitor in shop.competitors] == [f"{SECRET}-partner"]
    assert shop.evidence == ()


def test_the_internal_edition_is_the_playbook_itself(playbook):
    assert restrict(playbook, Visibility.INTERNAL) is playbook


def test_what_is_left_still_knows_where_it_was_written(playbook):
    shop = restrict(playbook, Visibility.PUBLIC).touchpoints["shop"]
    assert Path(shop.at("name").path) == Path("content/touchpoints/shop.yml")


def _of(part):
    """A part that is there."""
    assert part is not None
    return part


@pytest.mark.parametrize("settings", ["- visibility", "words", 'x: "'])
def test_no_edition_is_made_while_nobody_knows_what_is_to_stay_inside(project, settings):
    playbook = load(project({**FILES, "content/playbook.yml": settings})).playbook
    with pytest.raises(PlaybookError) as error:
        restrict(playbook, Visibility.PUBLIC)
    assert error.value.message == "edition.unsettled"
    assert restrict(playbook, Visibility.INTERNAL) is playbook

"""What there is to tick: our own touchpoints and pieces and the catalog's, each once, in its place."""

from __future__ import annotations

import pytest

import playbook
from playbook.catalog import entries
from playbook.checklist import Checklist, checklist
from playbook.choices import Tick

FILES = {
    "content/playbook.yml": "language: en\nsector: restaurant\nowners: {host: Host}\n",
    "content/touchpoints/all.yml": """
        offer: {name: Quotation, stage: decision, owner: host}
        feed: {name: Social networks, stage: [advocacy, awareness], underused: true}
        order: {name: Order by phone, stage: awareness, audience: [supplier, customer], status: planned}
        old: {name: Telex, stage: decision, status: retired}
        door: {name: At the door, stage: during}
        """,
    "content/pieces/all.yml": """
        sheet: {name: Price sheet, kind: quote, touchpoints: [offer, door], status: approved}
        card: {name: Card, kind: business-card, touchpoints: [offer], status: to-update}
        tape: {name: Tape, kind: packaging, touchpoints: [old], status: in-progress}
        gone: {name: Gone, kind: other, touchpoints: [offer], status: retired}
        """,
}


@pytest.fixture
def listed(project):
    """`listed(files)` gives the checklist of a project."""

    def made(files: dict[str, str], lang: str = "en") -> Checklist:
        return checklist(playbook.load(project({**FILES, **files})).playbook, lang)

    return made


def _ours(found: Checklist) -> list[tuple[str, list[str]]]:
    return [(s.id, [row.id for row in s.rows if row.ours]) for s in found.sections]


def test_everything_of_ours_stands_once_in_its_first_stage(listed):
    assert [(place, idents) for place, idents in _ours(listed({})) if idents] == [
        ("customer-during", ["door"]),
        ("customer-decision", ["offer"]),
        ("customer-advocacy", ["feed"]),
        ("supplier-before", ["order"]),
    ]


def test_the_catalog_gives_what_we_lack_the_usual_first(listed):
    rows = [row for row in listed({}).rows if not row.ours]
    assert {row.id for row in rows} == entries().keys() - {"quotation", "social-networks"}
    for section in listed({}).sections:
        usual = [row.usual for row in section.rows if not row.ours]
        assert usual == sorted(usual, reverse=True)
    assert {row.usual for row in rows} == {True, False}
    [card] = [row.parts[0] for row in rows if row.id == "thank-you"]
    assert (card.id, card.name, card.tick) == ("thank-you-card", "Thank-you card", Tick.MISSING)


def test_a_piece_stands_where_it_serves_first_and_is_named_elsewhere(listed):
    rows = {row.id: row for row in listed({}).rows}
    told = {i: ([part.id for part in rows[i].parts], rows[i].also) for i in ("door", "offer")}
    assert told == {"door": (["sheet"], ()), "offer": (["card"], ("Price sheet",))}
    assert [part.id for part in listed({}).loose] == ["tape"]
    assert "gone" not in {part.id for part in listed({}).parts}


def test_what_is_known_is_ticked(listed):
    ticks = {row.id: row.tick for row in listed({}).rows if row.ours}
    assert ticks == {"door": "have", "offer": "have", "feed": "needs-work", "order": "missing"}
    assert {p.id: p.tick for p in listed({}).parts if p.id in {"sheet", "card", "tape"}} == {
        "sheet": "have",
        "card": "needs-work",
        "tape": "missing",
    }


def test_only_who_is_served_gets_something_from_the_catalog(listed):
    found = listed({"content/playbook.yml": "serves: [employee]\naudiences: {press: Press}\n"}, "es")
    assert {s.audience for s in found.sections for row in s.rows if not row.ours} == {"employee"}
    assert (found.sections[0].who, found.sections[0].title) == ("Cliente", "Durante")


def test_words_and_stages_of_our_own_count(listed):
    settings = """
        stages: {awareness: {hidden: true}, trial: {name: Trial, phase: before}}
        audiences: {press: Press}
        serves: [customer, press]
        """
    own = "lunch: {name: Lunch, stage: trial}\ncall: {name: Call, stage: trial, audience: press}\n"
    found = listed({"content/playbook.yml": settings, "content/touchpoints/all.yml": own})
    heads = [(section.who, section.title) for section in found.sections]
    assert ("Customer", "Trial") in heads
    assert heads[-1] == ("Press", "Before")
    assert "Awareness" not in {title for _, title in heads}

from __future__ import annotations

import json

import pytest

from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports import json as export_json
from playbook.loader import load

FILES = {
    "brand/colors.yml": "palette: {fig: '#561B3F'}\nroles: {primary: fig}",
    "brand/kids/brand.yml": "name: Kids\nvisibility: internal",
    "content/playbook.yml": "owners: {care: {name: Care, person: Bruno}}\nseverities: {overdue: 'off'}",
    "content/touchpoints/shop.yml": """\
        name: Shop
        stage: before
        notes: "</script> & 'secret'"
        rating: {score: 2}
        next: [checkout, plan]
        """,
    "content/touchpoints/checkout.yml": "name: Checkout\nstage: during\nunderused: true",
    "content/touchpoints/plan.yml": "name: Plan\nstage: during\nvisibility: internal",
    "content/pieces/card.yml": "name: Card\nkind: business-card\ndue: 2027-01-31\ntouchpoints: shop",
    "content/notes.md": "---\nvisibility: internal\n---\n# Notes\n",
}


def exported(project, edition="internal"):
    playbook = restrict(load(project(FILES)).playbook, Visibility(edition))
    (made,) = export_json.export(playbook)
    assert made.path == "playbook.json"
    return json.loads(made.content, parse_constant=pytest.fail)


def test_the_shape(project):
    made = exported(project)
    assert list(made) == [
        "format",
        "version",
        "edition",
        "brands",
        "settings",
        "touchpoints",
        "pieces",
        "kits",
        "personas",
        "journeys",
        "pages",
    ]
    assert (made["format"], made["version"], made["edition"]) == ("brand-playbook", 1, "internal")
    assert made["brands"][""]["colors"]["roles"] == {"primary": {"light": "fig", "dark": "fig"}}
    assert made["touchpoints"]["shop"]["next"] == [{"touchpoint": "checkout"}, {"touchpoint": "plan"}]
    assert made["touchpoints"]["checkout"]["underused"] is True
    assert "summary" not in made["touchpoints"]["checkout"]
    assert made["pieces"]["card"]["due"] == "2027-01-31"
    assert made["settings"] == {"owners": {"care": {"name": "Care", "person": "Bruno"}}}
    assert made["pages"] == {"index.md": "Example", "notes.md": "Notes"}


def test_an_edition_leaves_no_trace_of_what_is_above_it(project):
    made = exported(project, "public")
    assert made["edition"] == "public"
    assert list(made["brands"]) == [""]
    assert made["touchpoints"]["shop"]["next"] == [{"touchpoint": "checkout"}]
    text = json.dumps(made)
    assert [
        word for word in ("secret", "Bruno", "Plan", "plan", "Kids", "rating", "Notes") if word in text
    ] == []


def test_the_same_playbook_gives_the_same_bytes(project):
    assert exported(project) == exported(project)
    assert export_json.export(load(project()).playbook) == export_json.export(load(project()).playbook)

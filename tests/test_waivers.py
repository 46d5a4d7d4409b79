"""Waivers: what they cover, and when they do not."""

from __future__ import annotations

from datetime import date

import pytest

from playbook import checks, loader
from playbook.i18n import text

TODAY = date(2026, 11, 21)
FILES = {
    "content/touchpoints/web.yml": "name: Web\nstage: [before, during, after]\nneeds_pieces: false\n",
    "content/touchpoints/more.yml": """
        shop: {name: Shop, stage: during, needs_pieces: false}
        fair:
          name: Fair
          stage: before
          needs_pieces: false
        """,
}


def owners(project, waiver):
    """The places of touchpoints without owner, and what is said about the waiver."""
    settings = f"waivers:\n  - {{rule: touchpoint-owner, reason: Known., {waiver}}}\n"
    loaded = loader.load(project(FILES | {"content/playbook.yml": settings}))
    found = checks.run(loaded.playbook, {}, TODAY, loaded.diagnostics)
    places = [
        f"{d.location.path.split('/')[-1]}:{d.location.line}" for d in found if d.rule == "touchpoint-owner"
    ]
    said = [
        f"{d.severity} {d.rule} {d.location.line}:{d.location.column}"
        f" {text('en', d.problem.message, d.problem.facts)}"
        for d in found
        if d.rule.startswith("waiver")
    ]
    return places, said


ALL = ["more.yml:1", "more.yml:3", "web.yml:1"]


@pytest.mark.parametrize(
    "waiver, left",
    [
        ("expires: 2026-11-22", []),
        ("expires: 2027-01-01, path: content/touchpoints/web.yml", ["more.yml:1", "more.yml:3"]),
        ("expires: 2027-01-01, path: '*/more.*'", ["web.yml:1"]),
        ("expires: 2027-01-01, item: web", ["more.yml:1", "more.yml:3"]),
        ("expires: 2027-01-01, item: shop", ["more.yml:3", "web.yml:1"]),
        ("expires: 2027-01-01, item: fair, path: content/touchpoints/more.yml", ["more.yml:1", "web.yml:1"]),
    ],
)
def test_cover(project, waiver, left):
    assert owners(project, waiver) == (left, [])


def test_on_its_last_day_a_waiver_has_run_out(project):
    places, said = owners(project, "expires: 2026-11-21")
    assert places == ALL
    assert said == [
        (
            "info waiver-expired 2:55 this waiver of touchpoint-owner ran out on 2026-11-21;"
            " what it covered counts again"
        )
    ]


@pytest.mark.parametrize(
    "waiver", ["expires: 2027-01-01, path: web.yml", "expires: 2020-01-01, item: nobody"]
)
def test_a_waiver_that_covers_nothing_is_told(project, waiver):
    places, said = owners(project, waiver)
    assert places == ALL
    assert said == ["info waiver-unused 2:12 this waiver of touchpoint-owner covers nothing"]


def test_what_loading_found_can_be_waived_by_the_name_of_its_file(project):
    waiver = "waivers: [{rule: unknown-key, reason: Known., expires: 2027-01-01, item: web}]"
    files = {
        "content/touchpoints/web.yml": "name: Web\nstage: before\nnaem: x\n",
        "content/playbook.yml": waiver,
    }
    loaded = loader.load(project(files))
    assert "unknown-key" in {d.rule for d in loaded.diagnostics}
    assert "unknown-key" not in {d.rule for d in checks.run(loaded.playbook, {}, TODAY, loaded.diagnostics)}


def test_of_a_waiver_of_a_rule_that_nobody_knows_only_that_is_told(project):
    settings = "waivers:\n  - {rule: touchpoint-ownr, reason: Known., expires: 2027-01-01}\n"
    loaded = loader.load(project(FILES | {"content/playbook.yml": settings}))
    found = checks.run(loaded.playbook, {}, TODAY, loaded.diagnostics)
    assert [d.rule for d in found if d.location.path == "content/playbook.yml"] == ["settings-rule"]

"""interactions-few."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "journey, found",
    [
        ("steps: [{touchpoint: web, times: 6}, {touchpoint: web, decision: true}]", "6"),
        ("steps: [{touchpoint: web, times: 7}, {touchpoint: web, decision: true}]", ""),
        ("steps: [{does: Waits., times: 9}, {touchpoint: web, decision: true}]", "0"),
        (
            "steps: [{touchpoint: web}, {does: x, decision: true}, {touchpoint: web, decision: true}]",
            "1",
        ),
        ("steps: [{touchpoint: web}]", ""),
        ("audience: employee\nsteps: [{touchpoint: web, decision: true}]", ""),
    ],
)
def test_journeys(check, journey, found):
    files = {
        "content/touchpoints/web.yml": "name: Web\nstage: before\n",
        "content/journeys/trip.yml": f"name: Trip\n{journey}\n",
    }
    told = [line.split(" ", 1)[1] for line in check("interactions-few", files)]
    said = f"interactions with the brand before this decision: {found}, fewer than 7"
    hint = " | Add the steps that are missing, and `times` where one is repeated."
    assert told == ([said + hint] if found else [])
    assert (
        check("interactions-few", files | {"content/playbook.yml": "options: {interactions-few: {times: 0}}"})
        == []
    )

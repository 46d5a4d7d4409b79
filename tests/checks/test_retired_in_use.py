"""retired-in-use."""

from __future__ import annotations

FILES = {
    "content/pieces.yml": """
        old: {name: Old, kind: quote, status: retired}
        new: {name: New, kind: quote}
        """,
    "content/touchpoints.yml": """
        old: {name: Old, stage: before, status: retired, next: [old]}
        new: {name: New, stage: before, next: [old]}
        """,
    "content/kits.yml": """
        fair: {name: Fair, pieces: [new, old]}
        past: {name: Past, pieces: old, status: done}
        """,
    "content/journeys/trip.yml": """
        name: Trip
        steps:
          - {touchpoint: new}
          - {touchpoint: old}
          - {does: Waits.}
        """,
}
PIECE = 'the piece "old" is retired, and still in this kit | Take it out, or bring it back.'
TOUCHPOINT = 'the touchpoint "old" is retired, and people are still led to it'
TOUCHPOINT += " | Take it out, or bring it back."


def test_what_leads_to_something_retired(check):
    assert check("retired-in-use", FILES) == [
        f"content/journeys/trip.yml:4:18 {TOUCHPOINT}",
        f"content/kits.yml:1:34 {PIECE}",
        f"content/touchpoints.yml:2:40 {TOUCHPOINT}",
    ]

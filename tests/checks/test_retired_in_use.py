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


def test_a_retired_picture_that_is_shown(check):
    files = {
        "brand/imagery.yml": "pictures: {old: {file: old.svg, retired: true}, new: new.svg}",
        "brand/old.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "brand/new.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "content/personas.yml": """
            ana: {name: Ana, picture: brand/old.svg}
            eva: {name: Eva, picture: brand/new.svg}
            """,
        "content/pieces.yml": "gone: {name: Gone, kind: photo, status: retired, files: brand/old.svg}",
    }
    assert check("retired-in-use", files) == [
        (
            'content/personas.yml:1:27 the picture "old" is retired, and still shown here'
            " | Take it out, or bring it back."
        )
    ]

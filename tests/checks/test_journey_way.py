"""journey-way."""

from __future__ import annotations

import pytest

LOST = 'nothing leads to step {}, "{}"'
SAME = 'step {} has the id of a step before it, "{}"'
STUCK = 'from step {}, "{}", on the journey comes to no end'


@pytest.mark.parametrize(
    "steps, found",
    [
        ("[{id: a}, {id: b}, {id: c}]", []),
        ("[]", []),
        ("[{id: a, next: [c]}, {id: b}, {id: c}]", [LOST.format(2, "b")]),
        ("[{id: a, next: [a, b]}, {id: b}]", []),
        ("[{id: a}, {id: b, next: [a]}]", [STUCK.format(1, "a")]),
        ("[{id: a}, {id: b, next: [a], end: true}]", []),
        ("[{id: a, end: true}, {id: b, next: [b]}]", [STUCK.format(2, "b")]),
        ("[{id: a, next: [a]}]", [STUCK.format(1, "a")]),
        ("[{id: a, next: [nowhere]}, {id: b}]", []),
        ("[{id: a, next: [nowhere, c]}, {id: b}, {id: c}]", []),
        ("[{id: a}, {id: b, next: [nowhere]}]", []),
        ("[{id: a, next: [c]}, {id: b, next: [b]}, {id: c}]", [LOST.format(2, "b")]),
        (
            "[{name: First, next: [a]}, {does: Reads the offer.}, {id: a}]",
            [LOST.format(2, "Reads the offer.")],
        ),
        (
            "[{name: First, next: [a]}, {does: Reads the offer that came by post and wonders.}, {id: a}]",
            [LOST.format(2, "Reads the offer that came by post and…")],
        ),
        ("[{name: First, next: [a]}, {feels: bad}, {id: a}]", ["nothing leads to step 2"]),
        ("[{feels: bad, next: [a]}, {id: a, next: [a]}]", ["from step 1 on the journey comes to no end"]),
        ("[{id: a}, {id: a, next: [a], end: true}]", [SAME.format(2, "a")]),
        ("[{id: a, end: true, next: [a]}, {id: b}, {id: c}, {id: d}]", [LOST.format(2, "b")]),
        (
            "[{id: a, next: [a], end: true}, {id: b, next: [c]}, {id: c, next: [c]}, {id: d, next: [b]}]",
            [LOST.format(4, "d")],
        ),
        (
            "[{id: a, next: [a], end: true}, {id: b, next: [c]}, {id: c, next: [b]}, {id: d, next: [d]}]",
            [LOST.format(2, "b"), LOST.format(4, "d")],
        ),
    ],
)
def test_ways(check, steps, found):
    told = check("journey-way", {"content/journeys/trip.yml": f"name: Trip\nsteps: {steps}\n"})
    assert [line.split(" | ")[0].split(" ", 1)[1] for line in told] == found


def test_many_lost_steps_are_counted(check):
    steps = "\n".join(f"  - {{id: s{n}, next: [s{n}]}}" for n in range(40))
    files = {
        "content/journeys/trip.yml": f"name: Trip\nsteps:\n  - {{id: a, end: true, next: [a]}}\n{steps}\n"
    }
    told = check("journey-way", files)
    assert len(told) == 11
    assert told[-1].startswith(
        "content/journeys/trip.yml:14:10 more steps of this journey are not reached: 30"
    )


def test_a_long_circle_takes_no_long(check):
    steps = "\n".join(f"  - {{id: s{n}}}" for n in range(2000))
    files = {"content/journeys/trip.yml": f"name: Trip\nsteps:\n{steps}\n  - {{id: z, next: [s0]}}\n"}
    assert len(check("journey-way", files)) == 1

"""Where the numbers of findings stand on a picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.report.badges import Board

# On a picture of 10 by 10 rem a number takes a tenth of each side.
SIDE = 1.0


def board(*small):
    return Board(10, 10, small, SIDE)


@pytest.mark.parametrize(
    "area, place",
    [
        pytest.param((0.2, 0.2, 0.6, 0.6), (0.2, 0.2), id="in the corner of what is large"),
        pytest.param((0.2, 0.5, 0.25, 0.55), (0.2, 0.4), id="above what is small"),
        pytest.param((0.2, 0.0, 0.25, 0.05), (0.1, 0.0), id="left of what is small, at the upper edge"),
        pytest.param((0.0, 0.0, 0.05, 0.05), (0.05, 0.0), id="right of what is small, in the corner"),
        pytest.param((0.3, 0.4, 0.3, 0.5), (0.3, 0.3), id="above a line"),
        pytest.param((0.97, 0.3, 1.0, 0.9), (0.9, 0.2), id="within the picture"),
    ],
)
def test_a_number_stands_by_what_it_means(area, place):
    assert board(area).place(area) == pytest.approx(place)


def test_numbers_stand_beside_each_other():
    one = board()
    area = (0.0, 0.0, 1.0, 1.0)
    assert [one.place(area) for _ in range(3)] == [(0.0, 0.0), (0.1, 0.0), (0.2, 0.0)]


def test_a_number_does_not_hide_another_small_thing():
    left, right = (0.45, 0.5, 0.48, 0.53), (0.5, 0.5, 0.53, 0.53)
    one = board(left, right)
    assert one.place(left) == pytest.approx((0.45, 0.4))
    assert one.place(right) == pytest.approx((0.53, 0.5))


@pytest.mark.parametrize("left, near", [(0.0, True), (0.29, True), (0.31, False), (0.9, False)])
def test_what_lies_close_together_needs_one_number(left, near):
    assert board().has_near((left, 0.0, 1.0, 1.0), [(0.0, 0.0)]) == near


shares = st.floats(0, 1)
spans = st.tuples(shares, shares).map(sorted)
areas = st.tuples(spans, spans).map(lambda both: (both[0][0], both[1][0], both[0][1], both[1][1]))


@given(st.lists(areas, max_size=30), st.floats(0.3, 60), st.floats(0.3, 60))
def test_every_number_is_within_the_picture(found, width, height):
    one = Board(width, height, found)
    for area in found:
        left, top = one.place(area)
        assert 0 <= left <= 1
        assert 0 <= top <= 1


@given(st.lists(areas, max_size=20))
def test_no_number_stands_over_another_while_there_is_room(found):
    one = board(*found)
    placed = [one.place(area) for area in found]
    pairs = ((a, b) for at, a in enumerate(placed) for b in placed[:at])
    assert all(max(abs(a[0] - b[0]), abs(a[1] - b[1])) >= 0.1 - 1e-5 for a, b in pairs)

"""Text fitted into boxes: never wider, never higher, as large as it can be, and every word of it there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.render.fit import GENERIC, Box, Widths, entries, fitted, over

SQUARE = Widths(em=1000, cap=700, other=1000, known={" ": 500, "i": 250})
"""A font whose letters are as wide as they are large."""


def box(*, largest=100, smallest=20, width=505, height=300):
    return Box("heading", largest, smallest, width, height, leading=100, above=0)


FITTED = [
    ("ab cd ef", box(), ("ab cd", "ef"), 100),
    ("ab cd ef gh", box(), ("ab cd", "ef gh"), 100),
    ("aaaaaa", box(), ("aaaaaa",), 80),
    ("iiiiiiiiiiii", box(), ("iiiiiiiiiiii",), 100),
    ("aa bb cc dd ee ff gg", box(height=70), ("aa bb cc dd", "ee ff gg"), 40),
    ("", box(), (), 100),
]


@pytest.mark.parametrize("text, there, lines, size", FITTED)
def test_as_large_as_it_can_be(text, there, lines, size):
    found = fitted([text.split()], there, SQUARE)
    assert (found.lines, found.size, found.excess) == (lines, size, 0)


def test_lines_are_even_so_that_no_word_is_left_alone():
    found = fitted([["aa", "aa", "aa", "a", "b"]], box(width=800, height=170), SQUARE)
    assert found.lines == ("aa aa", "aa a b")


def test_paragraphs_stay_apart():
    assert fitted([["a"], ["b"]], box(), SQUARE).lines == ("a", "b")


def test_a_word_is_cut_only_where_no_size_holds_it():
    found = fitted([["a" * 60]], box(), SQUARE)
    assert found.size == 20
    assert [len(line) for line in found.lines] == [25, 25, 10]


TOO_LONG = [
    ("aaaaa bbb", box(smallest=100, height=70), 3),
    ("aaaaa bbb cc", box(smallest=100, height=70), 6),
    ("aaaaa bbbbb", box(smallest=100, height=70), 5),
    ("aaaaab", box(smallest=100, height=70), 1),
    ("x " * 1500, box(largest=1, smallest=1, width=9000, height=900), 999),
]


@pytest.mark.parametrize("text, there, excess", TOO_LONG)
def test_what_is_too_long_says_by_how_much(text, there, excess):
    assert fitted([text.split()], there, SQUARE).excess == excess


ARGUMENTS = {
    "heading-96-48-900-300-108-24": Box("heading", 96, 48, 900, 300, 108, 24),
    "sub-heading-9-9-9-9-9-0": Box("sub-heading", 9, 9, 9, 9, 9, 0),
    "": None,
    "heading": None,
    "heading-48-96-900-300-108-0": None,
    "heading-48-0-900-300-108-0": None,
    "heading-96-48-900-300-0-0": None,
    "heading-96-48-900-300-108-24.5": None,
    "heading-99999-48-900-300-108-0": None,
}


@pytest.mark.parametrize("argument", ARGUMENTS)
def test_the_box_that_a_template_asks_for(argument):
    assert Box.read(argument) == ARGUMENTS[argument]
    if ARGUMENTS[argument] is None:
        assert entries([["a"]], argument, {}) == []
        assert over([["a"] * 5000], argument, {}) == 0


def test_a_template_gets_what_it_writes():
    found = entries([["ab", "cd", "ef"]], "heading-100-20-505-300-110-30", {"heading": SQUARE})
    assert found == [{"text": "ab cd", "size": 100, "dy": 100}, {"text": "ef", "size": 100, "dy": 110}]


def test_a_role_without_a_font_is_taken_to_be_wide():
    known = entries([["Hello"]], "heading-100-20-300-100-100-0", {"heading": SQUARE})
    other = entries([["Hello"]], "body-100-20-300-100-100-0", {"heading": SQUARE})
    assert other == entries([["Hello"]], "heading-100-20-300-100-100-0", {})
    assert [line["size"] for line in (*known, *other)] == [56, 88]
    assert GENERIC.of("Hello") < GENERIC.of("WWWWW")


WORDS = st.lists(st.lists(st.text("abiWÑ😀\u0301", min_size=1, max_size=40), max_size=12), max_size=4)
BOXES = st.builds(
    Box,
    st.just("heading"),
    st.integers(40, 300),
    st.integers(8, 40),
    st.integers(60, 2000),
    st.integers(0, 900),
    st.integers(80, 200),
    st.just(0),
)


@given(WORDS, BOXES)
def test_nothing_overflows_and_nothing_is_lost(words, there):
    for font in (SQUARE, GENERIC):
        found = fitted(words, there, font)
        assert all(
            font.of(line) * found.size <= there.width * font.em for line in found.lines if len(line) > 1
        )
        cap = found.size * font.cap // font.em
        below = (len(found.lines) - 1) * found.size * there.leading // 100
        assert len(found.lines) <= 1 or cap + below <= there.height
        if not found.excess:
            said = "".join(word for paragraph in words for word in paragraph)
            assert "".join(found.lines).replace(" ", "") == said

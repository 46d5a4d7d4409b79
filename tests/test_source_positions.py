"""Where values and keys stand: lines and columns from 1, in characters, the end exclusive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.diagnostics import Location
from playbook.source import Source, read

TEXT = """\
# Nuestra señal
señal: "😀 ñ" # nota
list:
- uno
- dos: [a, {b: ü}]

  # a note
text: |
  first
  second

last:
"""


def source(text: str = TEXT) -> Source:
    return read("a.yml", text.encode())


def span(location: Location) -> tuple[int, int, int, int]:
    return location.line, location.column, location.end_line, location.end_column


@pytest.mark.parametrize(
    "keys, value, key",
    [
        (("señal",), (2, 8, 2, 13), (2, 1, 2, 6)),
        (("list",), (4, 1, 5, 19), (3, 1, 3, 5)),
        (("list", 0), (4, 3, 4, 6), (4, 3, 4, 3)),
        (("list", 1), (5, 3, 5, 19), (5, 3, 5, 3)),
        (("list", 1, "dos"), (5, 8, 5, 19), (5, 3, 5, 6)),
        (("list", 1, "dos", 1, "b"), (5, 16, 5, 17), (5, 13, 5, 14)),
        (("text",), (8, 7, 10, 9), (8, 1, 8, 5)),
        (("last",), (12, 6, 12, 6), (12, 1, 12, 5)),
    ],
)
def test_values_and_keys_have_their_places(keys, value, key):
    assert span(source().at(*keys)) == value
    assert span(source().key_at(*keys)) == key


@pytest.mark.parametrize(
    "keys, prefix",
    [
        (("list", 7), ("list",)),
        (("list", "dos"), ("list",)),
        (("list", 1, "dos", 1, "x", 0), ("list", 1, "dos", 1)),
        (("text", 0), ("text",)),
        (("last", "x"), ("last",)),
    ],
)
def test_what_is_not_there_is_placed_at_its_longest_prefix(keys, prefix):
    assert source().at(*keys) == source().at(*prefix)
    assert source().key_at(*keys) == source().key_at(*prefix)


def test_where_nothing_is_known_it_is_line_1():
    for text in (TEXT, "", "[broken"):
        assert source(text).at("nowhere") == Location("a.yml")
        assert source(text).key_at("nowhere") == Location("a.yml")
    assert source("").at() == Location("a.yml")
    assert source().key_at() == Location("a.yml")


def test_the_whole_is_from_the_first_to_the_last_value():
    assert span(source().at()) == (2, 1, 12, 6)


def test_keys_are_text_whatever_asks():
    assert span(source("1: a\nno: b\n").at(1)) == (1, 4, 1, 5)


def test_an_alias_is_placed_where_its_value_is_written():
    aliased = source("a: &x\n  b: 1\nc: *x\nd: [*x, 2]\n")
    assert aliased.at("c") == aliased.at("a")
    assert aliased.at("d", 0, "b") == aliased.at("a", "b")
    assert span(aliased.key_at("c")) == (3, 1, 3, 2)
    assert span(aliased.at("d")) == (4, 4, 4, 11)


def test_a_merged_value_is_placed_where_it_is_written():
    merged = source("x: &x {a: 1}\ny: &y {a: 2, b: 3}\none: {<<: *x, b: 9}\ntwo: {<<: [*x, *y]}\n")
    assert merged.at("one", "a") == merged.at("two", "a") == merged.at("x", "a")
    assert merged.at("two", "b") == merged.at("y", "b")
    assert span(merged.at("one", "b")) == (3, 18, 3, 19)


def test_the_first_of_equal_keys_is_the_one_that_is_found():
    assert span(source("a: 1\na: 2\n").at("a")) == (1, 4, 1, 5)


KEY = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)
VALUE = st.recursive(
    KEY, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3), max_leaves=8
)


def written(value: object) -> str:
    """JSON-like YAML in single quotes, which need but one escape."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(k)}: {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return "'" + str(value).replace("'", "''") + "'"


def paths(value: object, so_far: tuple[str | int, ...] = ()):
    yield so_far, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from paths(part, (*so_far, key))


@given(VALUE)
def test_every_value_is_found_exactly_where_it_is_written(value):
    text = f"# ñ\n\n  {written(value)} # end"
    here = source(text)
    assert here.data == value
    line = text.splitlines()[2]
    for path, part in paths(value):
        place = here.at(*path)
        assert (place.line, place.end_line) == (3, 3)
        assert line[place.column - 1 : place.end_column - 1] == written(part)

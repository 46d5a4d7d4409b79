"""Edits of YAML text: the data changes as asked, and no line that is not concerned changes at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from playbook.edit import CannotEdit, append, remove, rename_key, set_value
from playbook.source import read
from tests.edit_documents import TEXTS, VALUES, WORDS, documents

TEXT = """\
# The brand
name: Acme # as registered
color: '#FF0000'   # red

value:
  # what they want
  need: fast
  cost: 12 # euros
channels:
- web
- phone # by day
tags: [a, b] # short
pair: {text: ink, on: paper}
pieces:
  - id: quote # first
    owner: Sales
    # not yet: due
  - id: card
text: | # long
  one
  two

last:
"""
VALUE = "  # what they want\n  need: fast\n  cost: 12 # euros\n"


def edited(old: str, new: str, text: str = TEXT) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.mark.parametrize(
    "keys, value, old, new",
    [
        (["name"], "Beta", "Acme", "Beta"),
        (["name"], "no", "Acme", '"no"'),
        (["name"], "a\nb\n", "Acme # as registered", "| # as registered\n  a\n  b"),
        (["name"], {"x": [1, {"k": 2}]}, "Acme # as registered", "# as registered\n  x:\n  - 1\n  - k: 2"),
        (["name"], [], "Acme", "[]"),
        (["color"], "#00F", "#FF0000", "#00F"),
        (["color"], "it's", "'#FF0000'", "'it''s'"),
        (["value"], "flat", f":\n{VALUE}", ": flat\n"),
        (["value"], {"a": [date(2026, 1, 2)]}, VALUE, "  a:\n  - 2026-01-02\n"),
        (["value", "cost"], 1.5, "12", "1.5"),
        (["value", "cost"], None, "12", "null"),
        (["value", "new"], True, "12 # euros\n", "12 # euros\n  new: true\n"),
        (["channels"], ["x"], "- web\n- phone # by day\n", "- x\n"),
        (["channels", 0], "shop", "web", "shop"),
        (["channels", 0], {"a": 1, "b": 2}, "- web", "- a: 1\n  b: 2"),
        (["channels", 1], {"a": 1}, "- phone # by day", "- # by day\n  a: 1"),
        (["channels", 2], "shop", "by day\n", "by day\n- shop\n"),
        (["tags", 0], "x, y\n", "[a, b]", '["x, y\\n", b]'),
        (["tags"], {"a": [1]}, "[a, b]", "{a: [1]}"),
        (["pair", "size"], 12, "paper}", "paper, size: 12}"),
        (["pieces", 0, "owner"], "Ops", "Sales", "Ops"),
        (["pieces", 0, "due"], date(2026, 1, 2), "Sales\n", "Sales\n    due: 2026-01-02\n"),
        (["pieces", 0], "gone", "id: quote # first\n    owner: Sales\n    # not yet: due\n", "gone\n"),
        (["text"], "short", "| # long\n  one\n  two\n", "|- # long\n  short\n"),
        (["text"], ["short"], " | # long\n  one\n  two\n", " # long\n- short\n"),
        (["last"], "end", "last:", "last: end"),
        (["last", "sub"], 3, "last:\n", "last:\n  sub: 3\n"),
        (["new"], "end", "last:\n", "last:\nnew: end\n"),
    ],
)
def test_a_value_is_set_in_the_way_of_its_place(keys, value, old, new):
    assert set_value(TEXT, keys, value) == edited(old, new)


@pytest.mark.parametrize(
    "keys, old, new",
    [
        (["name"], "name: Acme # as registered\n", ""),
        (["value"], f"value:\n{VALUE}", ""),
        (["value", "need"], "  need: fast\n", ""),
        (["channels", 1], "- phone # by day\n", ""),
        (["tags", 0], "[a, b]", "[b]"),
        (["tags", 1], "[a, b]", "[a]"),
        (["pair", "text"], "text: ink, ", ""),
        (["pieces", 0], "  - id: quote # first\n    owner: Sales\n    # not yet: due\n", ""),
        (["pieces", 0, "id"], "id: quote # first\n    owner", "owner"),
        (["pieces", 0, "owner"], "    owner: Sales\n", ""),
        (["pieces", 1, "id"], "id: card", "{}"),
        (["text"], "text: | # long\n  one\n  two\n", ""),
        (["last"], "last:\n", ""),
    ],
)
def test_an_entry_is_taken_out_with_what_belongs_to_it(keys, old, new):
    assert remove(TEXT, keys) == edited(old, new)


@pytest.mark.parametrize(
    "keys, old, new",
    [
        (["channels"], "by day\n", "by day\n- {}\n"),
        (["tags"], "[a, b]", "[a, b, {}]"),
        (["last"], "last:\n", "last:\n- {}\n"),
        (["value", "more"], "# euros\n", "# euros\n  more:\n  - {}\n"),
    ],
)
def test_a_list_grows_at_its_end_and_is_made_where_it_is_missing(keys, old, new):
    assert append(TEXT, keys, {}) == edited(old, new)


def test_a_key_is_renamed_in_its_place_and_style():
    assert rename_key(TEXT, ["value", "need"], "wish") == edited("need:", "wish:")
    assert rename_key(TEXT, ["value", "need"], "yes") == edited("need:", '"yes":')
    assert rename_key("'a': 1\n", ["a"], "b") == "'b': 1\n"
    assert rename_key('{"a":1}', ["a"], "b c") == '{"b c":1}'


MULTILINE = "list: [\n  a, # one\n  b # two\n]\nmap: {\n  x: 1,\n  y: 2, # two\n}\n"


def test_a_collection_in_brackets_over_several_lines_keeps_its_lines():
    assert append(MULTILINE, ["list"], "c") == edited("b # two", "b, # two\n  c", MULTILINE)
    assert set_value(MULTILINE, ["map", "z"], 3) == edited("2, # two", "2, # two\n  z: 3,", MULTILINE)
    assert remove(MULTILINE, ["list", 0]) == edited("  a, # one\n", "", MULTILINE)
    assert remove(MULTILINE, ["list", 1]) == edited("  b # two\n", "", MULTILINE)
    assert remove(MULTILINE, ["map", "y"]) == edited("  y: 2, # two\n", "", MULTILINE)


@pytest.mark.parametrize(
    "text, keys, left",
    [
        ("a: 1\n", ["a"], "{}\n"),
        ("# x\n- 1 # one\n# y\n", [0], "# x\n[]\n# y\n"),
        ("a: # x\n  # about b\n  b: 1 # one\n", ["a", "b"], "a: {} # x\n  # about b\n"),
        ("a:\n- 1\nb: 2\n", ["a", 0], "a: []\nb: 2\n"),
        ("- - 1\n- 2\n", [0, 0], "- []\n- 2\n"),
        ("a: {b: 1}\n", ["a", "b"], "a: {}\n"),
        ("a: [b,]\n", ["a", 0], "a: []\n"),
    ],
)
def test_an_emptied_collection_is_written_as_empty(text, keys, left):
    assert remove(text, keys) == left


def test_a_comment_between_a_removed_first_key_and_the_next_stays():
    assert remove("- a: 1\n  # about b\n  b: 2\n", [0, "a"]) == "-\n  # about b\n  b: 2\n"


@pytest.mark.parametrize("value", ["", "x: y", "x\ny\n"])
def test_an_empty_file_takes_a_first_key(value):
    for text in ("", "# only a note\n", "---\n"):
        new = set_value(text, ["a"], value)
        assert new.startswith(text)
        assert read("", new.encode()).data == {"a": value}
    assert append("", [], "x") == "- x\n"


def test_a_folded_text_stays_folded():
    words = " ".join(["word"] * 30)
    new = set_value("a: >- # c\n    one\n    two\nb: 1\n", ["a"], f"{words}\nnext")
    lines = new.splitlines()
    assert lines[0] == "a: >- # c"
    assert all(len(line) <= 76 and line.startswith("    word") for line in lines[1:4])
    assert lines[4:] == ["", "    next", "b: 1"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_line_ends_byte_order_mark_and_final_newline_stay(end, bom, last):
    def text(*lines: str) -> str:
        return f"{bom}{end.join(lines)}{end if last else ''}"

    old = text("a: 1", "b: 2")
    assert set_value(old, ["a"], "x\ny\n") == text("a: |", "  x", "  y", "b: 2")
    assert set_value(old, ["c"], [1, 2]) == text("a: 1", "b: 2", "c:", "  - 1", "  - 2")
    assert remove(old, ["b"]) == text("a: 1")


LOOKS_LIKE_MORE = """
no Y null ~ 12 1_000 0x1F 0o7 1e3 .5 -.inf 12:30 1:2:3.4 2026-01-02
a: #a -a @a `a *a &a !a %a | > [a {a 'a "a = << ... ---
"""
HOLDS_SIGNS = (
    "",
    " x",
    "x ",
    "2026-1-2 3:4",
    "a: b",
    "a #b",
    "- a",
    "? a",
    "a\tb",
    "\ufeffa",
    "a\u2028b",
    "a\rb",
)


@pytest.mark.parametrize("value", [*LOOKS_LIKE_MORE.split(), *HOLDS_SIGNS])
def test_text_that_would_not_stay_text_is_quoted(value):
    new = set_value("a: x\n", ["a"], value)
    assert new[3] in "'\""
    assert read("", new.encode()).data == {"a": value}


@pytest.mark.parametrize(
    "value", ["x", "Señal 1", "a:b", "http://a.b/c?d=e#f", "10 €", "a, b", "it's", "a-b", "1.2.3", "a\\b"]
)
def test_text_that_stays_text_is_plain(value):
    assert set_value("a: x\n", ["a"], value) == f"a: {value}\n"


def test_numbers_and_dates_are_written_as_what_they_are():
    now = datetime(2026, 1, 2, 3, tzinfo=UTC)
    values = [1, -2.5, True, None, date(2026, 1, 2), now, float("inf")]
    assert set_value("a: ''\n", ["a"], values) == (
        "a:\n  - 1\n  - -2.5\n  - true\n  - null\n  - 2026-01-02\n  - 2026-01-02T03:00:00+00:00\n  - .inf\n"
    )


SHARED = "base: &base\n  a: 1\n  b: &b x\none:\n  <<: *base\n  c: 2\ntwo: *base\nthree: [*b]\n"


@pytest.mark.parametrize(
    "act, reason",
    [
        (lambda: set_value(SHARED, ["base", "a"], 2), "edit.shared"),
        (lambda: set_value(SHARED, ["base"], 2), "edit.shared"),
        (lambda: set_value(SHARED, ["two", "a"], 2), "edit.shared"),
        (lambda: append(SHARED, ["two"], 2), "edit.shared"),
        (lambda: remove(SHARED, ["base"]), "edit.shared"),
        (lambda: remove(SHARED, ["one", "a"]), "edit.missing"),
        (lambda: set_value("a: 1\n", ["a", "b"], 2), "edit.missing"),
        (lambda: set_value("a: 1\n", ["b", "c"], 2), "edit.missing"),
        (lambda: set_value("a: [1]\n", ["a", 2], 2), "edit.missing"),
        (lambda: set_value("a: [1]\n", ["a", "b"], 2), "edit.missing"),
        (lambda: set_value("", ["a", "b"], 2), "edit.missing"),
        (lambda: set_value("a: 1\n", [], 2), "edit.no-key"),
        (lambda: remove("a: 1\n", []), "edit.missing"),
        (lambda: rename_key("- 1\n", [0], "a"), "edit.no-key"),
        (lambda: rename_key("a: 1\nb: 2\n", ["a"], "b"), "edit.unsure"),
        (lambda: append("a: 1\n", ["a"], 2), "edit.no-list"),
        (lambda: set_value("a: [\n", ["a"], 2), "edit.broken"),
        (lambda: set_value("? a\n: 1\n", ["a"], 2), "edit.explicit-key"),
        (lambda: set_value("a: 1\n", ["a"], "\x07"), "edit.character"),
        (lambda: set_value("a: 1\n", ["a"], "\ud800"), "edit.character"),
        (lambda: set_value("a: \ud800\n", ["a"], 1), "edit.character"),
        (lambda: set_value("a: 1\n", ["a"], 10**5000), "edit.value"),
        (lambda: set_value("a: 1\n", ["a"], {1, 2}), "edit.value"),  # type: ignore[arg-type]
        (lambda: set_value("a: 1\n", ["a"], nested(100)), "edit.too-deep"),
        (lambda: set_value("a: |\n  x", ["b"], 1), "edit.unsure"),
    ],
)
def test_what_cannot_be_edited_is_left_alone(act, reason):
    with pytest.raises(CannotEdit) as caught:
        act()
    assert caught.value.message == reason


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def test_beside_shared_values_editing_goes_on():
    assert set_value(SHARED, ["one", "c"], 3) == edited("c: 2", "c: 3", SHARED)
    assert set_value(SHARED, ["one", "a"], 3) == edited("c: 2\n", "c: 2\n  a: 3\n", SHARED)
    assert set_value(SHARED, ["two"], 3) == edited("two: *base", "two: 3", SHARED)
    assert remove(SHARED, ["two"]) == edited("two: *base\n", "", SHARED)


def paths(data: Any, so_far: tuple[str | int, ...] = ()):
    if so_far:
        yield so_far
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, part in parts:
        yield from paths(part, (*so_far, key))


def part(data: Any, keys: tuple[str | int, ...]) -> Any:
    for key in keys:
        data = data[key]
    return data


def changed(data: Any, keys: tuple[str | int, ...], function: Callable[[Any], Any]) -> Any:
    if not keys:
        return function(data)
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[keys[0]] = changed(copy[keys[0]], keys[1:], function)  # type: ignore[index]
    return copy


def data_of(text: str) -> Any:
    source = read("", text.encode())
    assert source.problems == ()
    return source.data


def first_line(text: str, keys: tuple[str | int, ...]) -> int:
    """Where an entry begins; a dash may stand on a line of its own, with comments below it."""
    line, lines = read("", text.encode()).key_at(*keys).line, text.splitlines()
    above = line - 1
    while above > 0 and lines[above - 1].lstrip().startswith("#"):
        above -= 1
    is_lone_dash = above > 0 and re.fullmatch(r" *-( *#.*)?", lines[above - 1])
    return above if is_lone_dash else line


def assert_other_lines_stay(old: str, new: str, keys: tuple[str | int, ...]) -> None:
    first, last = first_line(old, keys), read("", old.encode()).at(*keys).end_line
    before, behind = old.splitlines()[: first - 1], old.splitlines()[last:]
    lines = new.splitlines()
    assert lines[: len(before)] == before
    assert not behind or lines[-len(behind) :] == behind


@given(documents())
def test_documents_to_edit_hold_their_data(document):
    assert data_of(document[0]) == document[1]


@given(documents(), st.data(), VALUES)
def test_a_set_value_is_there_and_nothing_else_changed(document, more, value):
    text, data = document
    keys = more.draw(st.sampled_from(sorted(paths(data), key=repr)))
    new = set_value(text, keys, value)
    assert data_of(new) == changed(data, keys, lambda _: value)
    assert_other_lines_stay(text, new, keys)


@given(documents(), st.data(), VALUES)
def test_an_added_key_is_there_and_every_line_stays(document, more, value):
    text, data = document
    places = [keys for keys in [(), *paths(data)] if isinstance(part(data, keys), dict)]
    keys = more.draw(st.sampled_from(places))
    new = set_value(text, [*keys, "brand-new"], value)
    assert data_of(new) == changed(data, keys, lambda old: {**old, "brand-new": value})
    lines = iter(new.splitlines())
    flow = [line for line in text.splitlines() if "{" in line]
    assert all(line in flow or line in lines for line in text.splitlines())


@given(documents(), st.data(), VALUES)
def test_an_appended_item_is_there(document, more, value):
    text, data = document
    places = [keys for keys in paths(data) if isinstance(part(data, keys), list | None)]
    assume(places)
    keys = more.draw(st.sampled_from(places))
    assert data_of(append(text, keys, value)) == changed(data, keys, lambda old: [*(old or []), value])


@given(documents(), st.data())
def test_a_removed_entry_is_gone_and_nothing_else(document, more):
    text, data = document
    keys = more.draw(st.sampled_from(sorted(paths(data), key=repr)))

    def without(old: Any) -> Any:
        if isinstance(old, list):
            return [item for index, item in enumerate(old) if index != keys[-1]]
        return {key: item for key, item in old.items() if key != keys[-1]}

    new = remove(text, keys)
    assert data_of(new) == changed(data, keys[:-1], without)
    emptied = len(part(data, keys[:-1])) == 1
    first = first_line(text, keys[:-1] if emptied else keys) if keys[:-1] or not emptied else 2
    assert new.splitlines()[: first - 1] == text.splitlines()[: first - 1]


@given(documents(), st.data(), TEXTS)
def test_a_renamed_key_keeps_its_value_and_place(document, more, name):
    text, data = document
    keys = more.draw(st.sampled_from([keys for keys in paths(data) if isinstance(keys[-1], str)]))
    assume(name not in part(data, keys[:-1]))
    new = rename_key(text, keys, name)
    wanted = changed(
        data, keys[:-1], lambda old: {name if key == keys[-1] else key: item for key, item in old.items()}
    )
    assert repr(data_of(new)) == repr(wanted)
    assert_other_lines_stay(text, new, keys)


@given(documents(), st.data(), WORDS)
def test_setting_back_a_text_gives_the_same_file(document, more, word):
    text, data = document
    places = [keys for keys in paths(data) if isinstance(part(data, keys), str)]
    assume(places)
    keys = more.draw(st.sampled_from(places))
    old = part(data, keys)
    place = read("", text.encode()).at(*keys)
    assume("\n" not in old or place.line < place.end_line)  # lines in quotes come back as a block
    assert set_value(set_value(text, keys, word), keys, old) == text


SIGNS = "\n\n\n  -:[]{}#&*!|>'\"?,"
WORDS_AND_SIGNS = (*SIGNS, ": ", "- ", "\n  ", "\n- ", "a", "b: c", "a: ", "&a ", "*a", "<<: ")
FRAGMENTS = st.lists(st.sampled_from(WORDS_AND_SIGNS), max_size=20).map("".join)
KEYS = st.lists(st.sampled_from(["a", "b", "", 0, 1, -1]), max_size=3)


@given(FRAGMENTS | st.text(), KEYS, VALUES, st.sampled_from(["set", "remove", "append", "rename"]))
def test_any_edit_of_any_text_succeeds_or_says_that_it_cannot(text, keys, value, kind):
    edits = {
        "set": lambda: set_value(text, keys, value),
        "remove": lambda: remove(text, keys),
        "append": lambda: append(text, keys, value),
        "rename": lambda: rename_key(text, keys, "new"),
    }
    new = text
    with suppress(CannotEdit):
        new = edits[kind]()
    assert new == text or read("", new.encode()).readable

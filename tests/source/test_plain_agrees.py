"""The short way to data gives what the long way gives, or nothing."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.source import _parse
from playbook.source.plain import plain

ROOT = Path(__file__).parents[2]
FOLDERS = ("brand", "content", "playbook", "tests")
FILES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.y*ml"))]


def split(fragments: str) -> list[str]:
    return re.split(r" ¦[ \n]", fragments.strip("\n"))


KEYS = split(r"""
a ¦ b ¦ key ¦ a.b-c_1 ¦ null ¦ a b ¦ 2x ¦ título ¦ "q" ¦ 'q' ¦ << ¦ a:b
""")
WORDS = split(r"""
text ¦ two words ¦ no ¦ 12:30 ¦ 1.5 ¦ https://example.org/a#b ¦ a#b ¦ a:b ¦ it's ¦ say "so" ¦ null ¦
Null ¦ NULL ¦ ~ ¦ nulls ¦ null and void ¦ - ¦ -5 ¦ -- ¦ ? ¦ ?x ¦ :x ¦ = ¦ << ¦ ~x ¦ día ¦ 🎉 ¦ a, b ¦
a [b] ¦ a {b} ¦ [ ¦ { ¦ ] ¦ } ¦ #FFF ¦ # note ¦ a # note ¦ a #note ¦ a: b ¦ a: ¦ a :b ¦ &x ¦ *x ¦
!x ¦ |x ¦ >x ¦ %x ¦ @x ¦ `x` ¦ , ¦ ,x ¦ a b ¦ a  b ¦ x, ¦ ' ¦ "
""")
QUOTES = split(r"""
"" ¦ '' ¦ "a" ¦ 'a' ¦ "a: b # c" ¦ 'a: b' ¦ 'it''s' ¦ "say \"so\"" ¦ "\n" ¦ "\\" ¦ "a ¦ 'a ¦ 'a'b ¦
"a" b ¦ "#FFF" ¦ 'a' #b ¦ 'a' # b ¦ '''' ¦ ''' ¦ "a\" ¦ "~" ¦ 'null'
""")
FLOWS = split(r"""
[] ¦ {} ¦ [ ] ¦ [a] ¦ [a, b] ¦ [a,b] ¦ [ a, b ] ¦ [a , b] ¦ [a, b,] ¦ [a,, b] ¦ [a: b] ¦ [a b] ¦
{a: b} ¦ {a: b, c: d} ¦ {a: b, a: c} ¦ { a: b } ¦ {a:b} ¦ {a: } ¦ {a} ¦ {a: b,} ¦ {a b: c d} ¦
[[a], [b]] ¦ [{a: b}, c] ¦ {a: [b, c], d: {e: f}} ¦ [a]] ¦ [a} ¦ {a: b] ¦ [a ¦ {a: b ¦ [a] b ¦
["a", b] ¦ {a: 'b, c'} ¦ [null] ¦ [~] ¦ {a: null} ¦ [a] # note ¦ [a] #note ¦ [a, # note ¦ [12:30] ¦
[a:b, c] ¦ [a#b] ¦ [a #b] ¦ [?a] ¦ [a?] ¦ [-a] ¦ [- a] ¦ [https://example.org/] ¦ ["a"b] ¦ [a]b ¦
[[]] ¦ [{}] ¦ [[[a]]] ¦ {a: {b: {c: d}}} ¦ {null: a} ¦ {"a": b} ¦ {a: #b} ¦ [a, b ¦ {a: b, ¦ ['a'
""")
MARKS = ("|", ">", "|-", ">-", "|+", ">2", "| # note", ">- ", "|x", ">\n", "|\n\n")
"""As authors write them, and as they should not."""
ENDS = ("", "", "", " ", "  # note", " #note", " #FFF", " # a: b", "#", ":", ": ", "\t", "\r")
INDENTS = ("", "", "  ", "  ", "    ", "      ", " ", "   ", "\t", "\xa0")
DASHES = ("", "", "- ", "- ", "-", "- - ", "-  ", "? ")
STRAY = (
    "",
    "",
    "  ",
    "  # note",
    "  ]",
    "\u2028",
    *split("--- ¦ ... ¦ %YAML 1.1 ¦ <<<<<<< HEAD ¦ ] ¦ } ¦ , ¦ # x"),
)
SIGNS = (*" -:#'\"[]{},|>&*!?%\\\t~é\xa0", ": ", " #", "- ", "null")
COLONS = (": ", ": ", ": ", ":", ":  ", " : ")

rest = st.sampled_from((*WORDS, *QUOTES, *FLOWS, *MARKS, "", ""))
entries = st.tuples(*map(st.sampled_from, (INDENTS, DASHES, KEYS, COLONS)), rest, st.sampled_from(ENDS)).map(
    "".join
)
items = st.tuples(*map(st.sampled_from, (INDENTS, DASHES)), rest, st.sampled_from(ENDS)).map("".join)
neat = st.tuples(
    st.sampled_from(("", "  ", "    ")),
    st.sampled_from(("", "- ")),
    st.sampled_from(("a", "b", "c", "d", "e")),
    st.sampled_from((":", ": text", ": |", ": >-", ": [a, b]", ": {a: b}", ": {", ": [a,", ": 'x'")),
).map("".join)
lines = st.one_of(entries, items, neat, neat, st.sampled_from(STRAY))
texts = st.tuples(
    st.lists(lines, max_size=8).map("\n".join), st.sampled_from(("\n", "\n", "\n", "", "\n\n", " "))
)


def agrees(text: str) -> bool:
    """Whether the short way answers; if it does, as the long way."""
    data = plain(text)
    if data is not None:
        assert (data, []) == _parse(text)
    return data is not None


@settings(max_examples=800, deadline=None)
@given(texts.map("".join))
def test_what_is_read_the_short_way_is_read_right(text):
    agrees(text)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(FILES), st.randoms(use_true_random=False))
def test_files_with_a_slip_in_them_are_read_right(path, chance):
    rows = text_of(path).split("\n")
    for _ in range(chance.randint(0, 2)):
        slip(rows, chance)
    agrees("\n".join(rows))


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def slip(rows: list[str], chance: random.Random) -> None:
    """One line gone, twice there, elsewhere, deeper, less deep, or with a sign too many or too few."""
    row = chance.randrange(len(rows))
    column = chance.randint(0, len(rows[row]))
    before, after = rows[row][:column], rows[row][column:]
    rows[row : row + 1] = chance.choice(
        [
            [],
            [rows[row]] * 2,
            [rows[row], chance.choice(rows)],
            [f"{' ' * chance.randint(1, 4)}{rows[row]}"],
            [rows[row].removeprefix("  ")],
            [rows[row].removeprefix(" ")],
            [before + chance.choice(SIGNS) + after],
            [before + after[1:]],
            [before, chance.choice(INDENTS) + after],
        ]
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_here_is_read_right(path):
    agrees(text_of(path))


def test_nearly_every_file_of_the_example_is_plain():
    own = [path for folder in FOLDERS[:3] for path in (ROOT / folder).rglob("*.yml")]
    strange = [path.name for path in own if plain(text_of(path)) is None]
    assert len(own) > 150
    assert strange in ([], ["fonts.yml"])  # has an anchor

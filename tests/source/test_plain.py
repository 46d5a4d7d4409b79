"""What is plain, and what is left to libyaml."""

from __future__ import annotations

import pytest

from playbook.source import _parse
from playbook.source.plain import MAX_LENGTH, MAX_LEVELS, plain

NOT_PLAIN = r"""
# note
text
[a, b]
{a: b}
- - a
-
? a
? a⏎: b
a: &b c
a: *b
a: !b c
<<: a
a: %b
a: @b
a: `b`
---⏎a: b
a: b⏎...
%YAML 1.1⏎---⏎a: b
título: b
"a": b
a b: c
a : b
a: b⏎a: c
a:⏎  b: c⏎  b: d
a: {b: c, b: d}
a: {b: [c], b: d}
a: b: c
a: b:
a: b⏎  c
a: b⏎  c: d
a: 'b'⏎  c: d
a: [b]⏎  c: d
a: |⏎  b⏎ c: d
a:⏎  b
a:⏎  b: c⏎ d: e
 a: b⏎c: d
- a⏎b: c
a: b⏎- c
a:⏎- b⏎  c: d
a:⏎  - b⏎ c: d
a: #FFF
a:⏎  - #FFF
a: 'b'#c
a: ~
a: null
a: [null]
a: {b: ~}
a: {b: }
a: "b\n"
a: "b\\"
a: 'b
a: 'b' c
a: "b⏎  c"
a: [b
a: [b}
a: {b]
a: [b]]
a: [b,, c]
a: [b,]
a: [b: c]
a: {b}
a: {b:c}
a: [b] c
a: [b, # c⏎  d]
a: {⏎  b⏎  c: d }
a: [b⏎  c]
a: |
a: |+⏎  b
a: |2⏎  b
a: |⏎⏎  b
a: | # b⏎  c
a: >⏎  b⏎    c⏎  d
a: >⏎  b⏎⏎⏎  c
a: |⏎   b⏎  ⏎   c
- a: |⏎  b
a: - b
a: b # c⏎   d
<<<<<<< HEAD⏎a: b
a: b⏎=======
a: ? b
a: , b
a: [? b]
a: [- b]
"""
"""A text a line, in which ⏎ is a line feed."""
ODD = (
    "",
    "a: b",
    "a:\tb\n",
    "a: b\tc\n",
    "a: b\r\n",
    "a: b\x00\n",
    "a: b\x85c: d\n",
    "a: b\u2028c: d\n",
    "a: \ufeffb\n",
    "a: b\xa0c\n",
    "\xa0a: b\n",
    "a: b\x7f\n",
    f"{'a' * 2000}: b\n",
)


@pytest.mark.parametrize(
    "text, data",
    [
        ("a: b\n", {"a": "b"}),
        ("\n# note\n\n  # note\na: b # note\n\nc: d\n# note\n", {"a": "b", "c": "d"}),
        ("a: two  words  \n", {"a": "two  words"}),
        (
            "a: no\nb: 12:30\nc: 01234\nd: https://example.org/#x\n",
            dict(zip("abcd", ["no", "12:30", "01234", "https://example.org/#x"], strict=True)),
        ),
        ("a:\nb: # note\nc: d\n", {"a": None, "b": None, "c": "d"}),
        (
            'a: "x: \'y\' # z"\nb: \'x: "y"\'\nc: ""\nd: \'it\'\'s\'\ne: "\\""\n',
            {"a": "x: 'y' # z", "b": 'x: "y"', "c": "", "d": "it's", "e": '"'},
        ),
        ("a:\n  b:\n    c: d\n  e: f\ng: h\n", {"a": {"b": {"c": "d"}, "e": "f"}, "g": "h"}),
        ("a:\n  - b\n  - 'c'\nd:\n- e\n- [f]\ng: h\n", {"a": ["b", "c"], "d": ["e", ["f"]], "g": "h"}),
        ("a:\n  - b: c\n    d:\n    - e\n  - {f: g}\n", {"a": [{"b": "c", "d": ["e"]}, {"f": "g"}]}),
        ("- a\n- b:\n- c\n", ["a", {"b": None}, "c"]),
        (
            "a: [b, two words, 12:30]\nc: {d: e f, g h: i}\n",
            {"a": ["b", "two words", "12:30"], "c": {"d": "e f", "g h": "i"}},
        ),
        ("a: [[b], {c: [d, {e: 'f'}]}, [], {}] # note\n", {"a": [["b"], {"c": ["d", {"e": "f"}]}, [], {}]}),
        ("a: [ b,c , d ]\ne: { f: g }\n", {"a": ["b", "c", "d"], "e": {"f": "g"}}),
        ("a: [\n  b, c,\n  d\n]\ne: {f: g,\n    h: i}\n", {"a": ["b", "c", "d"], "e": {"f": "g", "h": "i"}}),
        ("a: |\n  b\n\n    c\n  # d\n\n\ne: |-\n f\n", {"a": "b\n\n  c\n# d\n", "e": "f"}),
        ("a: >\n  b\n  c\n\n  d\ne:\n  - >-\n    f\n    g\n", {"a": "b c\nd\n", "e": ["f g"]}),
        ("a: día # 🎉\n", {"a": "día"}),
    ],
)
def test_plain(text, data):
    assert plain(text) == data
    assert _parse(text) == (data, [])


@pytest.mark.parametrize("text", [*(line.replace("⏎", "\n") + "\n" for line in NOT_PLAIN.splitlines()), *ODD])
def test_not_plain(text):
    assert plain(text) is None


def test_what_nests_deep_is_not_plain():
    def nested(levels: int) -> str:
        return "".join(f"{' ' * level}a:\n" for level in range(levels))

    assert plain(nested(MAX_LEVELS))
    assert plain(nested(MAX_LEVELS + 1)) is None
    assert plain(f"a: {'[' * MAX_LEVELS}{']' * MAX_LEVELS}\n")
    assert plain(f"a: {'[' * (MAX_LEVELS + 2)}{']' * (MAX_LEVELS + 2)}\n") is None


def test_what_is_long_is_not_plain():
    assert plain("a: b\n".ljust(MAX_LENGTH, "\n"))
    assert plain("a: b\n".ljust(MAX_LENGTH + 1, "\n")) is None

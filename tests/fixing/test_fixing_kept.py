"""What is no plain prose stays: code, links and their labels, headings, and what extensions call by name."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.diagnostics import Location
from playbook.fixing.kept import kept, kept_in_yaml
from playbook.fixing.terms import Preferences, Wanted, reworded

KNOWN = Preferences({"fridge": frozenset({"icebox"})}, frozenset({"icebox"}))


def fixed(text, *, yaml=False):
    """The text with every icebox that may be replaced replaced."""
    asked = []
    for number, line in enumerate(text.split("\n"), 1):
        at = line.find("icebox")
        while at >= 0:
            place = Location("x", number, at + 1, number, at + 7)
            asked.append(Wanted(place, "icebox", "fridge", by_feed=True))
            at = line.find("icebox", at + 1)
    return reworded(text, asked, KNOWN, yaml=yaml)[0]


KEPT = [
    "[old][icebox]",
    "[icebox][]",
    "[icebox]: /cold",
    "![old][icebox]",
    "# The icebox",
    "#icebox",
    "> ## The icebox",
    "- # The icebox",
    "The icebox\n===",
    "The icebox\nis\n---",
    "> The icebox\n> ---",
    "    the icebox",
    "\tthe icebox",
    ">     the icebox",
    "<pre>icebox</pre>",
    "<PRE class='x'>\nicebox\n\nicebox\n</pre>",
    "<code>icebox</code>",
    "<!-- " + "icebox " * 500 + "-->",
    "<a title='" + "x" * 500 + "' href='icebox'>",
    "`the\nicebox`",
    "``the `x`\nicebox``",
    "- ```\n  the\n\n  icebox\n  ```",
    "[^icebox]",
    "[^icebox]: x",
    '--8<-- "icebox.md"',
    "--8<--\nicebox.md\n--8<--",
    "Text {: .icebox }",
    "{{ icebox }}",
    "!!! icebox",
    '??? note "icebox"',
    '=== "icebox"',
    "/// icebox",
    "*[icebox]: x",
    "[x](<my icebox.md>)",
    "[x](a(icebox).md)",
    ":icebox:",
]


@pytest.mark.parametrize("text", KEPT)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_is_no_prose_stays(text, ends):
    whole = f"The icebox.\n\n{text}\n\nThe icebox.".replace("\n", ends)
    assert fixed(whole) == f"The fridge.\n\n{text}\n\nThe fridge.".replace("\n", ends)


@pytest.mark.parametrize(
    "text",
    [
        "the icebox",
        "[the icebox](x.md)",
        "![the icebox](x.png)",
        "- the icebox",
        "> the icebox",
        "*icebox*",
        "**icebox**, `x`\nand `y`",
        "a ` stray\n\nthe icebox `",
        "<p>icebox</p>",
        "<pre> is never closed, the icebox",
        "---\nicebox",
        "| icebox | x |\n|---|---|",
        "[^1]: the icebox",
    ],
)
def test_prose_is_fixed(text):
    assert fixed(text) == text.replace("icebox", "fridge")


@pytest.mark.parametrize(
    "text, new",
    [
        ("a: See [x][icebox], icebox.", "a: See [x][icebox], fridge."),
        ("a: {b: [icebox]}", "a: {b: [fridge]}"),
        ("a: |\n    icebox\n    # icebox\n\n    icebox", "a: |\n    fridge\n    # icebox\n\n    fridge"),
        ("a: >-\n  icebox\n  `x\n  icebox`", "a: >-\n  fridge\n  `x\n  icebox`"),
        ("a: 'the [x][icebox] icebox'", "a: 'the [x][icebox] fridge'"),
        ("a: 'it''s [icebox] icebox'\nb: icebox", "a: 'it''s [icebox] icebox'\nb: fridge"),
        ("a: &x the [icebox] icebox\nb: *x", "a: &x the [icebox] fridge\nb: *x"),
    ],
)
def test_values_of_yaml_are_markdown(text, new):
    assert fixed(text, yaml=True) == new


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "", "\x00"])
def test_what_is_no_yaml_has_nothing_to_keep(text):
    assert not any(kept_in_yaml(text))


@pytest.mark.parametrize(
    "piece",
    [
        "`",
        "[",
        "<pre>",
        "]",
        "[x](",
        "{",
        "<a ",
        "<!--",
        ":a",
        "](",
        "](\n",
        "-\n",
        "a\n---\n",
        "> ",
        "- ",
        "`\n\n",
    ],
)
def test_hostile_text_takes_no_time(piece):
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    assert len(kept(text)) == len(text)
    assert time.process_time() - began < 4  # a third of a second where nothing else runs


def test_runs_of_many_lengths_take_no_time():
    text = "x".join("`" * length for length in range(1, 450)) + "\n\n" * 50_000
    began = time.process_time()
    kept(text)
    assert time.process_time() - began < 4  # a third of a second where nothing else runs


@given(st.text(alphabet="a`[](){}<>!-=#:\n\r\t /", max_size=200))
def test_each_character_is_judged(text):
    assert len(kept(text)) == len(text)

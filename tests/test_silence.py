"""What of a Markdown text is not said by whoever wrote it is blanked out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.silence import silenced

SILENT = [
    "`icebox`",
    "`the\nicebox`",
    "``the `x`\nicebox``",
    "    the icebox",
    "\tthe icebox\n\n\tthe icebox",
    ">     the icebox",
    "~~~\nicebox\n~~~",
    "- ```\n  icebox\n  ```",
    "<pre>icebox</pre>",
    "<code>\nicebox\n\nicebox</code>",
    "<!-- " + "icebox " * 500 + "-->",
    "<a href='icebox'>",
    "[x](icebox.md)",
    "[x](<my icebox.md>)",
    "[x](a(icebox).md)",
    "[x][icebox]",
    "[icebox]: /cold 'The icebox'",
    "[[icebox]]",
    "[^icebox]",
    "https://icebox.example/",
    "icebox@example.org",
    "# Title {#icebox}",
    "Text {: .icebox }",
    "{{ icebox }}",
    ":icebox:",
    "~~icebox~~",
    '--8<-- "icebox.md"',
    "--8<--\nicebox.md\n--8<--",
    "!!! icebox",
    "/// icebox",
    "::: icebox.module",
    'Never "Put it into the icebox".',
    "Write fridge, not «the icebox»",
    "En vez de “el icebox”, la nevera.",
]
SAID = [
    "# The icebox",
    "The icebox\n===",
    "[the icebox](x.md)",
    "[icebox][x]",
    "[icebox][]",
    "- x\n\n    the icebox",
    "!!! note\n\n    the icebox",
    '!!! note "The icebox"',
    "/// note | The icebox",
    "<p>icebox</p>",
    "<pre> is never closed, the icebox",
    "a ` stray\n\nthe icebox `",
    "[^1]: the icebox",
    "~~~\nx\n~~~\nthe icebox",
    "    x\nthe icebox",
    'Say "Put it into the icebox".',
    "At 10:icebox:30",
    "{x} icebox {y}",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_nobody_says_is_blanked_out(text):
    whole = f"The icebox.\n\n{text}\n\nThe icebox."
    assert silenced(whole).count("icebox") == 2


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_stays(text):
    assert silenced(f"x\n\n{text}").count("icebox") == 1


@pytest.mark.parametrize(
    "text, heard",
    [
        ("# A\n\n[^1]: A note.\n\nThe icebox.", ["A", "note", "icebox"]),
        ("[^1]: A note", ["note"]),
        ("[icebox]: /cold 'Icebox'\nThe fridge", ["fridge"]),
    ],
)
def test_a_definition_ends_with_its_line(text, heard):
    silent = silenced(text)
    assert [word in silent for word in heard] == [True] * len(heard)
    assert "[icebox]" not in silent
    assert "[^1]" not in silent


@given(st.text(alphabet="ab`~<>[]()!-/:@. \n#w", max_size=200))
def test_silencing_keeps_the_length_and_the_lines(text):
    silent = silenced(text)
    assert len(silent) == len(text)
    assert [at for at, char in enumerate(silent) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]


HOSTILE = [
    "<!--",
    "`",
    "````\n",
    "](",
    "[[",
    "~~",
    "<a ",
    "a@",
    "https:",
    "---\n",
    "](a(",
    "{",
    'not "',
    "- \n    ",
]


def test_silencing_hostile_text_takes_no_time():
    began = time.process_time()
    for piece in HOSTILE:
        assert len(silenced(piece * 50_000)) == len(piece) * 50_000
    assert time.process_time() - began < 10

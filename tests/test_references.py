"""Finding live references: where they stand, and that code keeps them as text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.references import find


def found(markdown):
    return [(r.noun, r.id, r.label) for r in find(markdown)]


@pytest.mark.parametrize(
    "markdown, expected",
    [
        ("See [[touchpoint:checkout]].", [("touchpoint", "checkout", "")]),
        ("[[piece:quote|our own words]]", [("piece", "quote", "our own words")]),
        ("[[ stage : after ]] and [[color:primary]]", [("stage", "after", ""), ("color", "primary", "")]),
        ("[[term:fridge|]]", [("term", "fridge", "")]),
        ("[[anything:else]]", [("anything", "else", "")]),
        ("[[wiki page]] [[]] [[:x]] [[A:b]] [kit:a]", []),
        ("\\[[kit:fair]]", []),
        ("`[[kit:fair]]` but [[kit:real]]", [("kit", "real", "")]),
        ("``[[kit:a]] ` [[kit:b]]`` [[kit:c]]", [("kit", "c", "")]),
        ("`unclosed [[kit:a]]", [("kit", "a", "")]),
        ("`a\n[[kit:in-code]]` [[kit:b]]", [("kit", "b", "")]),
        ("`a\n\n[[kit:other-paragraph]]`", [("kit", "other-paragraph", "")]),
        ("```\n[[kit:a]]\n```\n[[kit:b]]", [("kit", "b", "")]),
        ("~~~~ md\n[[kit:a]]\n~~~\n[[kit:b]]\n~~~~\n[[kit:c]]", [("kit", "c", "")]),
        ("text\n\n    [[kit:indented-code]]\n\n[[kit:b]]", [("kit", "b", "")]),
        ("text\n    [[kit:goes-on]]", [("kit", "goes-on", "")]),
        ("- item\n\n    [[kit:in-item]]", [("kit", "in-item", "")]),
        ("!!! note\n\n    [[kit:in-note]]", [("kit", "in-note", "")]),
        ("| a | [[kit:cell]] |", [("kit", "cell", "")]),
        ("> [[kit:quoted]]", [("kit", "quoted", "")]),
    ],
)
def test_references_outside_code(markdown, expected):
    assert found(markdown) == expected


def test_a_reference_knows_its_place():
    text = "One\n\ntwo é [[kit:fair]]\nthree [[piece:a|b]]"
    first, second = find(text)
    assert (first.line, first.column) == (3, 7)
    assert (second.line, second.column) == (4, 7)
    assert text[first.start : first.end] == "[[kit:fair]]"
    assert text[second.start : second.end] == "[[piece:a|b]]"


@given(st.text(alphabet="[]`:|\\ \n\tak~>-", max_size=80))
def test_any_text_has_references_where_they_say(text):
    for reference in find(text):
        written = text[reference.start : reference.end]
        assert written.startswith("[[") and written.endswith("]]")  # noqa: PT018 - both ends of one thing
        line = text.splitlines()[reference.line - 1]
        assert line[reference.column - 1 :].startswith("[[")


@pytest.mark.parametrize("text", ["[" * 200_000, "[[a:" * 50_000, "`a" * 100_000, "```\n" * 50_000])
def test_hostile_texts_take_no_time(text):
    start = time.process_time()
    list(find(text))
    assert time.process_time() - start < 5

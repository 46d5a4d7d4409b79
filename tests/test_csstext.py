from __future__ import annotations

from typing import Any

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from playbook import csstext


@given(st.text())
def test_a_string_is_one_token_of_the_same_text(text):
    tokens: list[Any] = tinycss2.parse_component_value_list(csstext.string(text))
    assert [token.type for token in tokens] == ["string"]
    assert tokens[0].value == text.replace("\0", "\ufffd")


@given(st.lists(st.text(), unique=True))
def test_names_are_identifiers_and_no_two_alike(texts):
    found = csstext.names(texts)
    assert list(found) == texts
    assert len(set(found.values())) == len(texts)
    for name in found.values():
        tokens: list[Any] = tinycss2.parse_component_value_list(f"--{name}")
        assert [(token.type, token.value) for token in tokens] == [("ident", f"--{name}")]


@given(st.text())
def test_a_comment_is_one_comment(text):
    assert [token.type for token in tinycss2.parse_component_value_list(csstext.comment(text))] == ["comment"]


@pytest.mark.parametrize(
    "text, length",
    [
        ("1.0625rem", "1.0625rem"),
        (" 14 PT ", "14pt"),
        ("-.01em", "-0.01em"),
        ("80%", "80%"),
        ("0", ""),
        ("1px; color: red", ""),
        ("calc(1px)", ""),
        ("9999999px", ""),
        (None, ""),
    ],
)
def test_lengths(text, length):
    assert csstext.length(text) == length


@pytest.mark.parametrize(
    "text, covered",
    [
        ("U+0-7F, u+4??", "U+0-7F, U+4??"),
        ("U+0-7F; }", ""),
        ("", ""),
        (None, ""),
        ("U+1234567", ""),
    ],
)
def test_unicode_ranges(text, covered):
    assert csstext.unicode_range(text) == covered


def test_keywords_of_font_families_are_bare():
    assert csstext.stack(["Open Sans", "Sans-Serif", "serif"]) == '"Open Sans", sans-serif, serif'

"""Patterns of strangers: those that are followed find what they say, and none of them takes for ever."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.valestyle.patterns import LONGEST, Unfollowed, followed


@pytest.mark.parametrize(
    "pattern, text, found",
    [
        ("ab?c", "ac abc", ["ac", "abc"]),
        ("(foo|bar)s?", "foos bar", ["foos", "bar"]),
        (r"\w+ed\b", "walked off", ["walked"]),
        (r"\d+\s?-\s?\d+", "10 - 20", ["10 - 20"]),
        (r"[^\s]+\(s\)", "a file(s)", ["file(s)"]),
        ("(?i)Foo", "foo FOO", ["foo", "FOO"]),
        ("(?P<x>a)(?<y>b)", "ab", ["ab"]),
        ("[[:alpha:]]+", "ab1", ["ab"]),
        ("[]x]", "]x", ["]", "x"]),
        ("[a|b&&~[]", "|&[", ["|", "&", "["]),
        ("a{2}", "aaa", ["aa"]),
        ("a{,2}", "a{,2}", ["a{,2}"]),
        ("(?:very ){1,3}good", "very very good", ["very very good"]),
        ("(?<!not )bad", "bad, not bad", ["bad"]),
        ("x\\z", "xx", ["x"]),
        ("(?:а+б)+", "аабаб в", ["аабаб"]),
        ("(?i)(?:[a-z]+[0-9])+", "aB1c2", ["aB1c2"]),
        (r"\b(?:am|are|were|being|is|been|was|be)\b\s*\w+ed", "was led", ["was led"]),
    ],
)
def test_what_is_followed(pattern, text, found):
    assert re.findall(followed(pattern).text, text) == found


@pytest.mark.parametrize(
    "pattern, reason",
    [
        ("(a+)+b", "slow"),
        ("(a|aa)+b", "slow"),
        ("(a?)*b", "slow"),
        ("(?:(?:a{1,9}){1,9}){1,9}b", "slow"),
        (".*.*.*x", "slow"),
        ("a?" * 20 + "a" * 20, "slow"),
        ("(?:a|a)" * 20 + "b", "slow"),
        ("(" * 30 + ")" * 30, "slow"),
        ("(?:[a-z]+[A-Z])+!", "slow"),
        ("(?i)(?:[a-z]+[A-Z])+!", "slow"),
        ("(?:а+а)+б", "slow"),
        (r"(?:\d+[؀-ۿ])+!", "slow"),
        (r"(?:[^\t-€]+[^!-€])+!", "slow"),
        ("(?:[𠀀-𠀉]+[𠀃-𠀅])+!", "slow"),
        ("(?s)(?:.+\\n)+!", "slow"),
        ("(?:i|ı)+!", "slow"),
        ("(?:a[ab]|[ab]a|[a][a-c]|[ac]a|[ad]a|a[ad]|a[ae]|a[af]){16}!", "slow"),
        ("(?:a|A|aa|Aa|aA|AA|aaa|AAA){3}!", "slow"),
        ("(?:a[ab]|[ab]a){16}!", "slow"),
        (r"\p{L}", "unknown"),
        (r"(a)\1", "unknown"),
        (r"\Qa\E", "unknown"),
        ("(?>a)", "unknown"),
        ("(?(1)a)", "unknown"),
        ("[[:punct:]]", "unknown"),
        ("[a", "syntax"),
        ("(a", "syntax"),
        ("a)", "syntax"),
        ("*a", "syntax"),
        ("a**", "syntax"),
        ("(?<=a*)b", "syntax"),
        ("[z-a]", "syntax"),
        ("a" * 3000, "long"),
    ],
)
def test_what_is_not_followed(pattern, reason):
    with pytest.raises(Unfollowed) as found:
        followed(pattern)
    assert found.value.reason == reason


PARTS = st.sampled_from(["a", "b", ".", r"\w", "[ab]", "[^a]", "a|b", "a|ab", "", r"\b", "^", " "])
QUANTIFIERS = st.sampled_from(["", "", "*", "+", "?", "{2}", "{1,3}", "{0,9}", "*?"])


@st.composite
def pattern(draw, depth=3):
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        part = draw(pattern(depth - 1)) if depth and draw(st.booleans()) else draw(PARTS)
        parts.append(f"({part}){draw(QUANTIFIERS)}" if len(part) != 1 else part + draw(QUANTIFIERS))
    return "".join(parts)


@settings(max_examples=150)
@given(pattern())
def test_what_is_followed_ends(text):
    try:
        known = re.compile(followed(text).text + "!")
    except Unfollowed:
        return
    start = process_time()
    for sample in ("a" * LONGEST, "ab" * (LONGEST // 2), "a " * (LONGEST // 2)):
        assert not known.search(sample)
    assert process_time() - start < 10

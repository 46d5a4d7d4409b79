"""Files made to hurt: whatever the bytes are, reading ends soon and without an exception."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.diagnostics import Location, Problem
from playbook.source import MAX_BYTES, read
from playbook.source.values import MAX_DEPTH, MAX_FINDINGS


def rules(text: str | bytes) -> list[str]:
    content = text if isinstance(text, bytes) else text.encode()
    return [problem.message for problem in read("a.yml", content).problems]


def steps(depth: int) -> str:
    return "".join(" " * level + "a:\n" for level in range(depth))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "- " * 450,
        "? " * 100_000,
        "? - " * 50_000,
        "\n".join(" " * (900 * row) + "- " * 450 for row in range(40)),
        steps(2_000),
        steps(MAX_DEPTH + 1),
        "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
        "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 2_000)),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_depth_is_bounded(text):
    assert rules(text) == ["yaml-limits.depth"]


def test_the_deepest_allowed_file_is_read():
    assert rules("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert rules(steps(MAX_DEPTH)) == []


def test_a_deep_file_does_not_crash_the_interpreter():
    """In a child process: what libyaml does with such a file is no exception but a dead process."""
    program = "from playbook.source import read; print(read('a', b'[' * 200_000 + b'- ' * 200_000).readable)"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout) == (0, "False\n")


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{own}: &{own} [{', '.join([f'*{last}'] * 9)}]\n" for last, own in pairwise("abcdefghijklmnop")
)
MERGES = "a: &a {k: v}\n" + "".join(
    f"{own}: &{own}\n  <<: [{', '.join([f'*{last}'] * 9)}]\n" for last, own in pairwise("abcdefghijklmnop")
)


@pytest.mark.parametrize(
    "text",
    [LAUGHS, MERGES, f"a: &a '{'x' * 1_000_000}'\nb: [{'*a, ' * 100}]\n"],
    ids=["lists", "merges", "text"],
)
def test_what_aliases_expand_to_is_bounded(text):
    assert rules(text) == ["yaml-limits.expansion"]


@pytest.mark.parametrize("text", ["&a [*a]", "a: &x\n  b: {c: *x}", "a: &x\n  <<: *x\n  b: 1", "&a {*a : b}"])
def test_a_value_that_contains_itself_is_refused(text):
    assert rules(text) == ["yaml-limits.itself"]


def test_moderate_aliases_are_welcome():
    source = read("a.yml", ("a: &a [x, y]\nb: [" + "*a, " * 10_000 + "]\n").encode())
    assert source.problems == ()


def test_size_is_bounded():
    assert rules(b" " * MAX_BYTES) == []
    assert rules(b" " * (MAX_BYTES + 1)) == ["yaml-limits.size"]


def test_the_number_of_values_is_bounded():
    assert rules("-\n" * 600_000) == ["yaml-limits.nodes"]


def test_tag_directives_are_refused():
    many = "".join(f"%TAG !{n}! x\n" for n in range(100_000))
    assert rules(f"{many}--- a\n") == ["yaml-limits.tag-directive"]
    assert rules("a: |\n  %TAG\n") == []


def test_problems_are_told_up_to_a_number_that_a_person_reads():
    assert len(rules("- !x y\n" * 2_000)) == MAX_FINDINGS


@pytest.mark.parametrize(
    "text",
    [
        "a: b" + " " * 2_000_000 + "c: d",
        "a: x" + " " * 2_000_000 + "#",
        "a:" * 1_000_000,
        "a: " * 700_000,
        ":" * 2_000_000,
        "- x " + "y: " * 500_000,
        "a" + " :" * 700_000,
        "\t" * 2_000_000,
        "a: '" + "x\n" * 300_000,
        "a: [" + "x\n" * 300_000,
        "a: 'b' " + "'" * 2_000_000,
        "!" * 2_000_000,
        "- " * 50 + "x" * 1_000_000 + "\ny: 1",
        "".join(f"k{n}: #FFF\n" for n in range(20_000)),
        "k: 1\n" * 50_000,
        "- !x y\n" * 30_000,
        "---\n" * 300_000,
        "\u2028" * 500_000 + "a: [",
        '"' + "\\x07" * 300_000 + '"',
    ],
    ids=lambda text: repr(text[:8]),
)
def test_no_text_takes_more_than_linear_time(text):
    started = process_time()
    read("a.yml", text.encode())
    assert process_time() - started < 10


SIGNS = "\n\n\n  \t:-?,[]{}#&*!|>'\"%@`~<="
WORDS = (
    *(": ", "- ", "\n  ", "\n- ", "---", "...", "&a ", "*a", "<<: ", "#FFF", "a", "b: c", "null", "é", "😀"),
    *("\r\n", "\x00", "\x85", "\u2028", "\ufeff", '"\\', "'", "!!str ", "%TAG "),
)
FRAGMENTS = st.sampled_from((*SIGNS, *WORDS))


def assert_sound(problem: Problem) -> None:
    place = problem.location
    assert place.line >= 1
    assert place.column >= 1
    assert (place.end_line, place.end_column) >= (place.line, place.column)


@given(st.lists(FRAGMENTS, max_size=30).map("".join) | st.text())
def test_any_text_at_all_is_read(text):
    source = read("a.yml", text.encode())
    for problem in source.problems:
        assert_sound(problem)
    assert source.readable or source.problems
    assert isinstance(source.at("a", 0, "b"), Location)
    assert isinstance(source.key_at("b", "c"), Location)


@given(st.binary(max_size=60))
def test_any_bytes_at_all_are_read(content):
    for problem in read("a.yml", content).problems:
        assert_sound(problem)

"""Findings in a number that people read: each once; the first ones, and how many more there are."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from playbook.diagnostics import Problem

MOST = 10
"""Findings that are told one by one."""

T = TypeVar("T")


def capped(
    found: Iterable[T], problem: Callable[[T], Problem], more: str, most: int = MOST
) -> Iterator[Problem]:
    """The first things found, each as a problem, then one that counts the rest.

    That one has the message `more` with the fact `count`, and stands where the first of the rest does.
    Problems are made of no others, for finding a place in a file takes longer than finding what is wrong.
    """
    rest = iter(found)
    yield from map(problem, islice(rest, most))
    for first in islice(rest, 1):
        count = 1 + sum(1 for _ in rest)
        yield Problem(more, problem(first).location, {"count": count}, f"{more}-hint")


def once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Each problem once: a sub-brand has again what it leaves as its master wrote it."""
    return unheard(problems, _same, set())


def _same(problem: Problem) -> Hashable:
    return problem.message, problem.location, *problem.facts.values()


def unheard(found: Iterable[T], key: Callable[[T], Hashable], heard: set[Hashable]) -> Iterator[T]:
    """What was found and was not heard of before, known by a key; it is added to what was heard."""
    for each in found:
        if key(each) not in heard:
            heard.add(key(each))
            yield each

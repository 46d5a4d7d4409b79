"""Findings in a number that people read: the first ones, and how many more there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from playbook.diagnostics import Problem

MOST = 10
"""Findings that are told one by one."""


def capped(problems: Iterable[Problem], more: str, most: int = MOST) -> Iterator[Problem]:
    """The first problems, then one that counts the rest: the message `more` with the fact `count`."""
    rest = iter(problems)
    yield from islice(rest, most)
    first = next(rest, None)
    if first is not None:
        yield Problem(more, first.location, {"count": 1 + sum(1 for _ in rest)}, f"{more}-hint")

"""Something wrong in a text, at character offsets: they become lines and columns once, late."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from playbook.diagnostics import Fact, Location, Problem

Span = tuple[int, int]
"""Character offsets, the end exclusive."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A message id with its facts, at a span of the text; its hint is `<message>-hint`."""

    message: str
    span: Span
    facts: Mapping[str, Fact] = field(default_factory=dict)
    related: tuple[Span, ...] = ()


class Refused(Exception):  # noqa: N818 - an outcome, not a fault of the program
    """The text cannot be read any further, for the reason that its finding tells."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def problem(path: str, text: str, finding: Finding) -> Problem:
    """A finding with lines and columns; the fact `line` is that of the first related place."""
    related = tuple(location(path, text, span) for span in finding.related)
    facts = {**finding.facts, "line": related[0].line} if related else finding.facts
    place = location(path, text, finding.span)
    return Problem(finding.message, place, facts, f"{finding.message}-hint", related)


def location(path: str, text: str, span: Span) -> Location:
    """Where a span of a text stands."""
    return Location(path, *line_and_column(text, span[0]), *line_and_column(text, span[1]))


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The place of a character, both counted from 1; lines end as YAML 1.1 has it (also at U+2028)."""
    starts = _line_starts(text)
    within = min(offset, len(text))
    line = bisect_right(starts, within)
    return line, within - starts[line - 1] + 1


@lru_cache(maxsize=8)
def _line_starts(text: str) -> tuple[int, ...]:
    """The offset of each line; one more than is there, which no offset reaches."""
    lines = f"{text}.".splitlines(keepends=True)
    return (0, *accumulate(map(len, lines)))

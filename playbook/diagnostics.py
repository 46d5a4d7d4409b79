"""Facts about what is wrong and where; no formatting and no printing.

The parts of a finding arrive one after the other: whoever finds it yields a `Problem`; the runner adds the
rule and its severity and makes it a `Diagnostic`; `report` words it in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Fact = str | int | float | tuple[str, ...]
"""What a sentence can be filled with; a tuple is a list of alternatives, worded as "a, b or c"."""

Area = tuple[float, float, float, float]
"""A part of a picture or page: left, top, right, bottom, as shares of its width and height from 0 to 1.

Where only a point or a line of it is known, an area is none wide or none high.
"""


class PlaybookError(Exception):
    """The tool cannot start: no project here, an unusable call. Worded late, like a problem.

    `message` is a message id, `facts` what its sentence is filled with.
    """

    def __init__(self, message: str, **facts: Fact) -> None:
        super().__init__(message, facts)
        self.message = message
        self.facts = facts


class Severity(StrEnum):
    """How bad a finding is, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst, growing with harmlessness."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A range in a file of the project.

    `path` is posix, from the project root. Lines and columns count from 1, in characters; the end is
    exclusive, and equal to the start where only a point is known. In files without lines, `page` is the
    page or slide from 1, and `part` what is to be looked for there, as the file names it, or `@` and a
    message id with a name after it. `areas` are where it is seen, each with its page, 0 where there are none.
    Line 0 is in what is no file.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0
    page: int = 0
    part: str = ""
    areas: tuple[tuple[int, Area], ...] = ()

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place: a message id with its facts, and the next step as another message id.

    `severity` is how bad it is where that is known of this finding, not only of its rule.
    """

    message: str
    location: Location
    facts: Mapping[str, Fact] = field(default_factory=dict)
    hint: str = ""
    related: tuple[Location, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem, stamped with the rule that found it and its severity.

    `dated` marks findings that depend on today's date: those never fail a build.
    """

    rule: str
    severity: Severity
    problem: Problem
    dated: bool = False

    @property
    def location(self) -> Location:
        """Where the problem is."""
        return self.problem.location

    def order(self) -> tuple[str, int, int, int, str]:
        """Sort key: by file and place, then the worst first."""
        place = self.location
        return (place.path, place.line, place.column, self.severity.rank, self.rule)

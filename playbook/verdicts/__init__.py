"""Shelf of verdicts on files that are handed in, one per module; and the run that stamps what they find.

A verdict is a function of a case and its options; it yields problems. Its docstring is its manual, as a
check's is. Adding one is a module and a line in `VERDICTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from playbook.case import Case
from playbook.diagnostics import Diagnostic, Problem, Severity
from playbook.handed import Plate
from playbook.model import Playbook
from playbook.rulings import Option, Options, Rule, ruled
from playbook.verdicts import access, colors, fonts, mail, marks, prints, sizes, unjudged, words
from playbook.waivers import uncovered

__all__ = ["READABLE", "VERDICTS", "Judged", "Verdict", "best", "judge", "refused"]

Function: TypeAlias = Callable[[Case, Options], Iterator[Problem]]


Verdict: TypeAlias = Rule[Function]

_NEUTRAL = Option(("white",), ("white", "black"))

VERDICTS = (
    Verdict("file-size", sizes.check, Severity.ERROR),
    Verdict("file-color", colors.check, options={"near": Option(5.0), "neutral": _NEUTRAL}),
    Verdict("file-print", prints.check, options={"near": Option(1.0)}),
    Verdict("file-font", fonts.check),
    Verdict("file-logo", marks.check, options={"stretch": Option(2.0)}),
    Verdict("file-mail", mail.check),
    Verdict("file-words", words.check),
    Verdict("file-access", access.check),
    Verdict("file-unjudged", unjudged.check, Severity.INFO),
)


READABLE = "file-readable"
"""The rule that is broken by a file that cannot be read."""
_UNJUDGED = "file-unjudged"
_NO_READER = frozenset({"unreadable.no-pdf-reader", "file-unjudged.format"})
"""Not the file lacks something, but the program."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A file by its path as it was given, what was found, the worst first, and what it was taken for.

    `plates` are its pages or artboards.
    """

    path: str
    found: tuple[Diagnostic, ...]
    brand: str = ""
    piece: str = ""
    plates: tuple[Plate, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether it could be read at all."""
        return not any(diagnostic.rule == READABLE for diagnostic in self.found)


def refused(path: str, problem: Problem, book: Playbook, today: date, own: str = "") -> Judged:
    """A file that cannot be read; `own` is its path in the project, where it lies there."""
    lacking = problem.message in _NO_READER
    rule, severity = (_UNJUDGED, Severity.INFO) if lacking else (READABLE, Severity.ERROR)
    return Judged(path, _counted([Diagnostic(rule, severity, problem)], book, today, own), book.brand.name)


def best(cases: Iterable[Case], book: Playbook, today: date, own: str = "") -> Judged:
    """A file as the one of the cases that it fits best; `own` is its path in the project, if any."""
    return min((_judged(case, book, today, own) for case in cases), key=_weight)


def _judged(case: Case, book: Playbook, today: date, own: str) -> Judged:
    piece = case.piece.name if case.piece else ""
    return Judged(case.path, judge(case, book, today, own), case.brand.name, piece, case.handed.plates)


def _weight(judged: Judged) -> tuple[int, ...]:
    """How bad findings are as a whole."""
    return tuple(sum(found.severity is level for found in judged.found) for level in Severity)


def judge(case: Case, book: Playbook, today: date, own: str = "") -> tuple[Diagnostic, ...]:
    """What there is to say of a file, the worst first; severities, options and waivers are the project's."""
    found = (told for verdict in VERDICTS for told in verdict.found(book.settings, case))
    return _counted(found, book, today, own)


def _counted(found: Iterable[Diagnostic], book: Playbook, today: date, own: str) -> tuple[Diagnostic, ...]:
    kept = uncovered(book, found, today, own)
    counted = [told for diagnostic in kept if (told := ruled(book.settings, diagnostic))]
    return tuple(sorted(counted, key=lambda diagnostic: diagnostic.severity.rank))

"""Shelf of verdicts on files that are handed in, one per module; and the run that stamps what they find.

A verdict is a function of a case and its options; it yields problems. Its docstring is its manual, as a
check's is. Adding one is a module and a line in `VERDICTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from playbook.case import Case, logos
from playbook.diagnostics import Diagnostic, Problem, Severity
from playbook.model import Playbook
from playbook.model.piece import Piece
from playbook.model.settings import Settings
from playbook.rulings import OFF, Option, Options, options, ruled
from playbook.verdicts import access, colors, fonts, mail, marks, prints, sizes, unjudged, words

__all__ = ["VERDICTS", "Case", "Verdict", "best", "judge", "refused"]

Read: TypeAlias = Callable[[str], bytes]
Function: TypeAlias = Callable[[Case, Options], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict under its public name, its severity unless a project sets another, and its options."""

    rule: str
    function: Function
    severity: Severity = Severity.WARNING
    options: Mapping[str, Option] = field(default_factory=dict)
    dated: bool = False


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


def refused(problem: Problem) -> Diagnostic:
    """The finding on a file that cannot be read."""
    return Diagnostic(READABLE, Severity.ERROR, problem)


def best(case: Case, book: Playbook, pieces: Sequence[Piece], read: Read) -> tuple[Diagnostic, ...]:
    """What there is to say of a file as the piece that it fits best; as nobody's where none is named.

    `read` gives the bytes of a project's file.
    """
    cases = [_as(case, book, piece) for piece in pieces] or [case]
    whole = (replace(asked, logos=logos(asked.brand, read)) for asked in cases)
    return min((judge(asked, book.settings) for asked in whole), key=_weight)


def _as(case: Case, book: Playbook, piece: Piece) -> Case:
    return replace(case, brand=book.brand_of(piece), piece=piece, kind=book.kinds.get(piece.kind))


def _weight(found: Sequence[Diagnostic]) -> tuple[int, ...]:
    """How bad findings are as a whole."""
    return tuple(sum(diagnostic.severity is level for diagnostic in found) for level in Severity)


def judge(case: Case, settings: Settings) -> tuple[Diagnostic, ...]:
    """What there is to say of a file, the worst first; severities and options are the project's."""
    found = []
    for verdict in VERDICTS:
        chosen, _ = options(settings, verdict.rule, verdict.options)
        if settings.severities.get(verdict.rule) != OFF:
            problems = verdict.function(case, chosen)
            found += [Diagnostic(verdict.rule, verdict.severity, problem) for problem in problems]
    counted = [kept for diagnostic in found if (kept := ruled(settings, diagnostic))]
    return tuple(sorted(counted, key=lambda diagnostic: diagnostic.severity.rank))

"""Diagnostics for people: by file, with the line in question and the next step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from playbook.diagnostics import Diagnostic, Location, Severity
from playbook.i18n import text
from playbook.report.excerpt import WIDTH, excerpt, one_line
from playbook.report.words import hint, message, tally, where

Sources: TypeAlias = Callable[[str], str]
"""The text of a project file by its path; empty where there is none to show."""

Paint: TypeAlias = Callable[[str, str], str]
"""A text in the color that a name stands for."""

_ANSI = {
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.INFO: "1;36",
    "path": "1;4",
    "faint": "2",
    "caret": "1;35",
}
_SHOWN_RELATED = 3


def people(diagnostics: Iterable[Diagnostic], sources: Sources, lang: str, wide: int = WIDTH) -> str:
    """The report for people, without colors."""
    return _report(list(diagnostics), sources, lang, plain, wide)


def in_color(diagnostics: Iterable[Diagnostic], sources: Sources, lang: str, wide: int = WIDTH) -> str:
    """The report for people at a terminal, with ANSI colors."""
    return _report(list(diagnostics), sources, lang, colored, wide)


def plain(_: str, words: str) -> str:
    """No colors."""
    return words


def colored(name: str, words: str) -> str:
    """ANSI colors."""
    return f"\x1b[{_ANSI[name]}m{words}\x1b[0m" if words else words


def _report(found: Sequence[Diagnostic], sources: Sources, lang: str, paint: Paint, wide: int) -> str:
    parts: list[str] = []
    for path, group in groupby(found, key=lambda diagnostic: diagnostic.location.path):
        lines = sources(path).splitlines()
        parts.append(paint("path", one_line(path)))
        parts += ("\n".join(finding(diagnostic, lines, lang, paint, wide)) for diagnostic in group)
    parts.append("\n".join(_summary(found, lang, paint)))
    return "\n\n".join(parts)


def finding(
    diagnostic: Diagnostic, lines: Sequence[str], lang: str, paint: Paint, wide: int
) -> Iterator[str]:
    """The lines that tell of one finding: `lines` are those of its file, shown at most `wide` cells wide."""
    place = diagnostic.location
    severity = paint(diagnostic.severity, text(lang, f"report.{diagnostic.severity}.name"))
    rule = paint("faint", f"[{diagnostic.rule}]")
    at = (
        "" if replace(place, areas=()) == Location(place.path) and not lines else one_line(where(place, lang))
    )
    yield f"  {f'{at} ' if at else ''}{severity} {one_line(message(diagnostic, lang))} {rule}"
    for gutter, shown in excerpt(place, lines, wide):
        color = "caret" if not gutter.strip() else ""
        yield f"  {paint('faint', f'{gutter} |')} {paint(color, shown) if color else shown}".rstrip()
    for other in diagnostic.problem.related[:_SHOWN_RELATED]:
        yield f"    {paint('faint', text(lang, 'report.see', {'place': one_line(str(other))}))}"
    more = hint(diagnostic, lang)
    if more:
        yield f"    {one_line(more)}"


def _summary(found: Sequence[Diagnostic], lang: str, paint: Paint) -> Iterator[str]:
    if not found:
        yield text(lang, "report.none")
        return
    files = len({diagnostic.location.path for diagnostic in found})
    worst = min((diagnostic.severity for diagnostic in found), key=lambda severity: severity.rank)
    told = text(
        lang,
        f"report.total.{'one' if files == 1 else 'other'}",
        {"tally": tally(found, lang), "files": files},
    )
    yield paint(worst, told)
    yield paint("faint", text(lang, "report.explain", {"rule": _commonest(found, worst)}))


def _commonest(found: Sequence[Diagnostic], severity: Severity) -> str:
    rules = [diagnostic.rule for diagnostic in found if diagnostic.severity is severity]
    return max(dict.fromkeys(rules), key=rules.count)

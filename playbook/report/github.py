"""Diagnostics as GitHub's workflow commands, which annotate the changed files of a pull request.

GitHub shows ten annotations of each level per step and drops the others without a word: the worst go first,
the rest is counted. Source: GitHub's documentation of workflow commands and its toolkit's escaping.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from playbook.diagnostics import Diagnostic, Severity
from playbook.i18n import text
from playbook.report.people import Sources
from playbook.report.words import hint, message, tally

MOST = 10
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(diagnostics: Iterable[Diagnostic], _sources: Sources, lang: str) -> str:
    """One command per finding, at most ten of each level, and what was left out."""
    return "\n".join(_lines(list(diagnostics), lang))


def _lines(found: list[Diagnostic], lang: str) -> Iterator[str]:
    left: list[Diagnostic] = []
    by_severity = sorted(found, key=lambda diagnostic: diagnostic.severity.rank)
    for _, group in groupby(by_severity, key=lambda diagnostic: diagnostic.severity):
        same = list(group)
        yield from (_command(diagnostic, lang) for diagnostic in same[:MOST])
        left += same[MOST:]
    if left:
        yield text(lang, "report.left", {"tally": tally(left, lang)})
    yield tally(found, lang) or text(lang, "report.none")


def _command(diagnostic: Diagnostic, lang: str) -> str:
    place = diagnostic.location
    given = {"file": place.path, "line": place.line, "col": place.column, "title": diagnostic.rule}
    if place.end_line == place.line and place.end_column > place.column:
        given["endColumn"] = place.end_column
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in given.items())
    told = "\n".join(filter(None, (message(diagnostic, lang), hint(diagnostic, lang))))
    return f"::{_LEVELS[diagnostic.severity]} {properties}::{_data(told)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def summary(diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """All findings as a Markdown table, for the job's summary page."""
    found = list(diagnostics)
    if not found:
        return f"{text(lang, 'report.none')}\n"
    columns = (text(lang, f"report.{name}") for name in ("severity", "place", "finding", "rule"))
    rows = (
        (text(lang, f"report.{d.severity}.name"), f"`{d.location}`", message(d, lang), f"`{d.rule}`")
        for d in sorted(found, key=lambda diagnostic: diagnostic.severity.rank)
    )
    table = [_row(columns), "|---|---|---|---|", *(_row(row) for row in rows)]
    return "\n".join([f"**{tally(found, lang)}**", "", *table, ""])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("<", "&lt;") for cell in cells) + " |"

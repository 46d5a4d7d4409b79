"""A diagnostic in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from playbook.diagnostics import Diagnostic, Location, Severity
from playbook.i18n import alternatives, plural, text

_SLIDES = (".pptx", ".potx", ".ppsx")


def message(diagnostic: Diagnostic, lang: str) -> str:
    """What is wrong."""
    return text(lang, diagnostic.problem.message, diagnostic.problem.facts)


def hint(diagnostic: Diagnostic, lang: str) -> str:
    """The next step, or nothing."""
    problem = diagnostic.problem
    return text(lang, problem.hint, problem.facts) if problem.hint else ""


def is_whole(place: Location) -> bool:
    """Whether a place is a whole file, or a part that no line is known of."""
    return replace(place, page=0, part="", areas=()) == Location(place.path)


def where(place: Location, lang: str) -> str:
    """The place within its file: line and column; or the page, and what to look for there."""
    part = alternatives(lang, place.part)
    if not place.page:
        return part if part and is_whole(place) else f"{place.line}:{place.column}"
    name = "slide" if place.path.lower().endswith(_SLIDES) else "page"
    page = text(lang, f"report.{name}", {"page": place.page})
    return f"{page}, {part}" if part else page


def sentence(diagnostic: Diagnostic, lang: str) -> str:
    """What is wrong, and the next step, one after the other."""
    said, more = message(diagnostic, lang), hint(diagnostic, lang)
    return f"{said.rstrip('.')}. {more}" if more else said


def line(diagnostic: Diagnostic, lang: str) -> str:
    """A diagnostic in one line, for logs: place, what is wrong, rule, the next step."""
    told = f"{diagnostic.location}: {message(diagnostic, lang)} [{diagnostic.rule}]"
    more = hint(diagnostic, lang)
    return f"{told} {more}" if more else told


def counts(diagnostics: Iterable[Diagnostic]) -> Mapping[Severity, int]:
    """How many there are of each severity, the worst first."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {severity: found[severity] for severity in Severity}


def tally(diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """How many there are, in words: "2 errors, 1 warning"; empty where there are none."""
    some = ((severity, count) for severity, count in counts(diagnostics).items() if count)
    return ", ".join(plural(lang, f"report.{severity}", count) for severity, count in some)

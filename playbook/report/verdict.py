"""What there is to say of files that were handed in, for people: the verdict first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.diagnostics import Diagnostic
from playbook.i18n import plural, text
from playbook.report.excerpt import one_line
from playbook.report.people import Paint, Sources, colored, finding, plain
from playbook.report.words import counts, is_whole

_TEXTS = (".svg", ".html", ".htm", ".css", ".md", ".txt")
"""Files whose lines can be shown."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A file and what was found in it, the worst first."""

    path: str
    found: tuple[Diagnostic, ...]


def verdicts(files: Sequence[Judged], sources: Sources, lang: str, by: str, *, colors: bool = False) -> str:
    """The report: for each file a headline, then its findings; `by` says what they were judged by."""
    paint = colored if colors else plain
    parts = [part for judged in files for part in _file(judged, sources, lang, paint)]
    return "\n\n".join([*parts, paint("faint", one_line(by))])


def headline(judged: Judged, lang: str) -> str:
    """The verdict in a line."""
    some = ((level, count) for level, count in counts(judged.found).items() if count)
    tally = [plural(lang, f"verdict.{level}", count) for level, count in some]
    facts = {"file": judged.path, "parts": ", ".join(tally)}
    return text(lang, "verdict.told" if tally else "verdict.clean", facts)


def _file(judged: Judged, sources: Sources, lang: str, paint: Paint) -> Iterator[str]:
    worst = judged.found[0].severity if judged.found else "path"
    yield paint(worst, one_line(headline(judged, lang)))
    shown = judged.path.lower().endswith(_TEXTS)
    lines = sources(judged.path).splitlines() if shown and judged.found else []
    for diagnostic in judged.found:
        own = [] if is_whole(diagnostic.location) else lines
        yield "\n".join(finding(diagnostic, own, lang, paint))

"""What there is to say of files that were handed in, for people: the verdict first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from playbook.i18n import plural, text
from playbook.report.excerpt import WIDTH, one_line
from playbook.report.people import Paint, Sources, colored, finding, plain
from playbook.report.words import counts, is_whole

if TYPE_CHECKING:
    from playbook.verdicts import Judged

_TEXTS = (".svg", ".html", ".htm", ".xhtml", ".css", ".md", ".markdown", ".txt", ".text")
"""Files whose lines can be shown."""


def verdicts(
    files: Sequence[Judged], sources: Sources, lang: str, *, colors: bool = False, wide: int = WIDTH
) -> str:
    """The report: for each file a headline, then its findings; at last what they were judged by."""
    paint = colored if colors else plain
    parts = [part for judged in files for part in _file(judged, sources, lang, paint, wide)]
    return "\n\n".join([*parts, *(paint("faint", one_line(line)) for line in judged_by(files, lang))])


def judged_by(files: Sequence[Judged], lang: str) -> Iterator[str]:
    """What the files were judged by: the brand, and the piece that each was taken for."""
    for brand, piece in dict.fromkeys((judged.brand, judged.piece) for judged in files):
        message = "verdict.against-piece" if piece else "verdict.against"
        yield text(lang, message, {"brand": brand, "piece": piece})


def headline(judged: Judged, lang: str) -> str:
    """The verdict in a line."""
    some = ((level, count) for level, count in counts(judged.found).items() if count)
    tally = [plural(lang, f"verdict.{level}", count) for level, count in some]
    facts = {"file": judged.path, "piece": judged.piece, "parts": ", ".join(tally)}
    taken = "-as" if judged.piece else ""
    return text(lang, f"verdict.{'told' if tally else 'clean'}{taken}", facts)


def _file(judged: Judged, sources: Sources, lang: str, paint: Paint, wide: int) -> Iterator[str]:
    worst = judged.found[0].severity if judged.found else "path"
    yield paint(worst, one_line(headline(judged, lang)))
    shown = judged.path.lower().endswith(_TEXTS)
    lines = sources(judged.path).splitlines() if shown and judged.found else []
    for diagnostic in judged.found:
        own = [] if is_whole(diagnostic.location) else lines
        yield "\n".join(finding(diagnostic, own, lang, paint, wide))

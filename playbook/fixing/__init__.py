"""Fixes that need no judgement: near misses of colors in SVG and CSS, preferred terms in YAML and Markdown.

A fix changes what a finding is about and not one byte beside it. Where it is not plain what has to be
written, the finding is left to people.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from playbook.diagnostics import Diagnostic
from playbook.fixing.colors import recolored
from playbook.fixing.terms import Preferences, Wanted, reworded
from playbook.observe.sniff import sniff
from playbook.observed import Unreadable

__all__ = ["Change", "Preferences", "changes"]

_COLORS = {
    "file-color.near": "color",
    "color-drift.logo": "other",
    "color-drift.near": "other",
    "color-drift.painted": "other",
}
"""Messages of near misses, and the fact that holds the color as it is painted."""
_TERM = "term-preferred.used"
_HANDED = "file-words"
_WORDED = frozenset({".yml", ".yaml", ".md", ".markdown"})


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after, and in how many places it differs; `path` is as findings name it."""

    path: str
    before: bytes
    after: bytes
    count: int


def changes(
    found: Iterable[Diagnostic], read: Callable[[str], bytes], known: Preferences
) -> tuple[Change, ...]:
    """The files with what can be fixed in them, in the order of the findings; `read` gives their bytes.

    A file that `read` refuses, as `Unreadable` or `OSError`, is passed over.
    """
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        by_path.setdefault(diagnostic.location.path, []).append(diagnostic)
    made = (_changed(path, several, read, known) for path, several in by_path.items())
    return tuple(change for change in made if change)


def _changed(
    path: str, found: Iterable[Diagnostic], read: Callable[[str], bytes], known: Preferences
) -> Change | None:
    colors, terms = _asked(found)
    if not colors and not terms:
        return None
    try:
        before = read(path)
        mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
        text = before.removeprefix(mark).decode()
        new, count = _rewritten(path, before, text, (colors, terms), known)
    except (Unreadable, OSError, ValueError):
        return None
    return Change(path, before, mark + new.encode(), count) if new != text else None


def _asked(found: Iterable[Diagnostic]) -> tuple[Mapping[str, str], list[Wanted]]:
    """The colors of a file that are meant to be others, and the words to be replaced."""
    colors: dict[str, str] = {}
    terms: list[Wanted] = []
    for diagnostic in found:
        problem = diagnostic.problem
        if problem.message in _COLORS:
            colors[str(problem.facts[_COLORS[problem.message]])[:7]] = str(problem.facts["value"])
        elif problem.message == _TERM:
            place, facts = problem.location, problem.facts
            is_handed = diagnostic.rule == _HANDED
            terms.append(Wanted(place, str(facts["term"]), str(facts["use"]), by_feed=is_handed))
    return colors, terms


def _rewritten(
    path: str,
    content: bytes,
    text: str,
    asked: tuple[Mapping[str, str], list[Wanted]],
    known: Preferences,
) -> tuple[str, int]:
    """The new text of a file, and in how many places it differs."""
    colors, terms = asked
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in _WORDED:
        return reworded(text, terms, known, yaml=suffix in {".yml", ".yaml"})
    kind = sniff(path, content) if colors else ""
    return recolored(kind, text, colors) if kind in {"svg", "css"} else (text, 0)

"""Waivers: findings that a project knows and accepts for now, with a reason and a last day.

Those that have run out (`waiver-expired`) or cover nothing (`waiver-unused`) are told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from playbook.diagnostics import Diagnostic, Location, Problem, Severity
from playbook.model import Playbook
from playbook.model.settings import Waiver

EXPIRED, UNUSED = "waiver-expired", "waiver-unused"


def waived(
    playbook: Playbook, found: Iterable[Diagnostic], today: date, sought: Collection[str]
) -> tuple[Diagnostic, ...]:
    """The findings that no waiver covers today, and what there is to say about the waivers.

    Nothing is said of waivers of other rules than those `sought`, which nobody looked for.
    """
    if not playbook.settings.waivers:
        return tuple(found)
    kept, used = _kept(playbook, found, today)
    return (*kept, *_stale(playbook, used, today, sought))


def path_in(root: Path, file: Path) -> str:
    """The path of a file in a project, wherever it is called from; empty where it lies elsewhere."""
    try:
        return (file.parent.resolve() / file.name).relative_to(root.resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):  # RuntimeError: links that lead round in a circle
        return ""


def uncovered(
    playbook: Playbook, found: Iterable[Diagnostic], today: date, own: str = ""
) -> tuple[Diagnostic, ...]:
    """The findings in a file that no waiver covers today; `own` is its path in the project, if it has one.

    Wherever the command is run, a waiver's path is held against that one, too.
    """
    return tuple(_kept(playbook, found, today, own)[0])


def _kept(
    playbook: Playbook, found: Iterable[Diagnostic], today: date, own: str = ""
) -> tuple[list[Diagnostic], set[int]]:
    """What is left, and the positions of the waivers that cover something."""
    waivers = playbook.settings.waivers
    cover = _Cover(waivers, _spans(playbook) if any(waiver.item for waiver in waivers) else {}, own)
    kept: list[Diagnostic] = []
    used: set[int] = set()
    for diagnostic in found:
        covering = [index for index in range(len(waivers)) if cover.covers(index, diagnostic)]
        used.update(covering)
        if all(today >= waivers[index].expires for index in covering):
            kept.append(diagnostic)
    return kept, used


def _stale(playbook: Playbook, used: set[int], today: date, sought: Collection[str]) -> Iterator[Diagnostic]:
    settings = playbook.settings
    for index, waiver in enumerate(settings.waivers):
        if waiver.rule not in sought:
            continue
        facts = {"rule": waiver.rule, "day": waiver.expires.isoformat()}
        if index not in used:
            place = settings.at("waivers", index, "rule")
            yield Diagnostic(UNUSED, Severity.INFO, Problem(f"{UNUSED}.here", place, facts, f"{UNUSED}.hint"))
        elif today >= waiver.expires:
            place = settings.at("waivers", index, "expires")
            problem = Problem(f"{EXPIRED}.here", place, facts, f"{EXPIRED}.hint")
            yield Diagnostic(EXPIRED, Severity.INFO, problem, dated=True)


Spans = Mapping[str, Sequence[tuple[Location, str]]]
"""Project path -> where each item begins and ends in that file, and its id."""


@dataclass(frozen=True, slots=True)
class _Cover:
    waivers: Sequence[Waiver]
    spans: Spans
    own: str = ""

    def covers(self, index: int, found: Diagnostic) -> bool:
        """Whether a waiver is about a finding."""
        waiver, place = self.waivers[index], found.location
        return (
            waiver.rule == found.rule
            and (waiver.path is None or any(covers(waiver.path, path) for path in self._paths(place)))
            and (waiver.item is None or waiver.item in self._items(place))
        )

    def _paths(self, place: Location) -> Iterator[str]:
        """How a file is called: as it was given, and in the project."""
        yield from filter(None, dict.fromkeys((place.path, self.own)))

    def _items(self, place: Location) -> Iterator[str]:
        """The items at a place; a file that holds none of them is an item by its name."""
        spans = self.spans.get(place.path, ())
        at = (place.line, place.column)
        for span, ident in spans:
            if len(spans) == 1 or (span.line, span.column) <= at <= (span.end_line, span.end_column):
                yield ident
        if not spans:
            yield PurePosixPath(place.path).stem


def covers(pattern: str, path: str) -> bool:
    """Whether a file is meant by a waiver's path, in which `*` stands for anything."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), path) is not None


def _spans(playbook: Playbook) -> Spans:
    spans: dict[str, list[tuple[Location, str]]] = {}
    for item in playbook.every_item():
        start, whole = item.origin.key_at(), item.at()
        span = Location(whole.path, start.line, start.column, whole.end_line, whole.end_column)
        spans.setdefault(whole.path, []).append((span, item.id))
    return spans

"""What a check found, as an entry of a store; a store may hold anything."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import astuple, dataclass, replace
from typing import Any

from playbook.diagnostics import Area, Diagnostic, Fact, Location, Problem, Severity

_PLACE = tuple(map(type, astuple(Location(""))[:-1]))


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, the language of the project, and the paths that it asked for one by one."""

    found: tuple[Diagnostic, ...]
    language: str | None
    sought: Collection[str]


def entry(kept: bytes | None) -> dict[str, Any]:
    """What an entry says, as far as it can be read."""
    try:
        said = json.loads(kept or b"{}")
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def packed(checked: Checked, state: str, more: Mapping[str, str | float]) -> bytes:
    """What was found in a state, as an entry of a store, with more that is to be kept there."""
    said = {
        **more,
        "state": state,
        "language": checked.language,
        "sought": sorted(checked.sought),
        "found": [_plain(diagnostic) for diagnostic in checked.found],
    }
    return json.dumps(said).encode()


def _plain(found: Diagnostic) -> list[Any]:
    problem = found.problem
    places = [astuple(place) for place in (problem.location, *problem.related)]
    said = [problem.severity, problem.message, problem.hint, dict(problem.facts), places]
    return [found.rule, found.severity, found.dated, *said]


def unpacked(said: Mapping[str, Any], state: Callable[[Collection[str]], str]) -> Checked | None:
    """What was packed, if the state is still the same; None for anything else that may stand there."""
    try:
        sought = tuple(map(_text, said["sought"]))
        if said["state"] != state(sought):
            return None
        language = said["language"] and _text(said["language"])
        return Checked(tuple(map(_diagnostic, said["found"])), language, sought)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _diagnostic(said: Any) -> Diagnostic:
    rule, severity, dated, own, message, hint, facts, places = said
    place, *related = map(_place, places)
    read = {_text(name): _fact(value) for name, value in facts.items()}
    known = None if own is None else Severity(own)
    problem = Problem(_text(message), place, read, _text(hint), tuple(related), known)
    return Diagnostic(_text(rule), Severity(severity), problem, dated is True)


def _place(said: Any) -> Location:
    *plain, areas = said
    if tuple(map(type, plain)) != _PLACE:
        raise ValueError(said)
    return replace(Location(*plain), areas=tuple(map(_seen, areas)))


def _seen(said: Any) -> tuple[int, Area]:
    """A page and a part of it."""
    page, area = said
    left, top, right, bottom = map(float, area)
    return int(page), (left, top, right, bottom)


def _fact(said: Any) -> Fact:
    return said if isinstance(said, str | int | float) else tuple(map(_text, said))


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError(said)
    return said

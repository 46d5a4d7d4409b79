"""What is said of the colors of a file that are not as the brand has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from playbook.brand import Brand
from playbook.capped import capped
from playbook.color import Color, distance
from playbook.diagnostics import Fact, Location, Problem, Severity
from playbook.handed import Handed, Ink
from playbook.namesakes import Meant, Namesakes
from playbook.palette import shown

PLACE = "@place."
"""How observers begin the names of places that programs show."""
THEME = f"{PLACE}theme "
_LOOSE_TOLD = 5


@dataclass(frozen=True, slots=True)
class Strayed:
    """A color of a file, and the brand's that it is not; `slots` are places in a theme."""

    ink: Ink
    color: Color
    brand: Brand
    section: str
    token: str
    value: Color
    slots: str = ""


@dataclass(slots=True)
class File:
    """A file with the names that its brand's colors have, and what was found in it."""

    path: str
    seen: Handed
    brand: Brand
    names: Namesakes
    strayed: list[Strayed] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)

    def meant(self, ink: Ink) -> Meant | None:
        """The brand's color that one has the name of."""
        scope = "" if ink.spot.part.startswith(PLACE) else ink.spot.part
        return self.names.meant(ink.name, scope) if ink.name else None


def told(file: File, near: float) -> Iterator[Problem]:
    """The strays of a file in its order, each once; then what could not be followed."""
    once = {
        (one.ink.name or one.color.hex, one.token, one.color.hex[:7]): one for one in reversed(file.strayed)
    }
    strayed = sorted(once.values(), key=lambda one: (one.ink.spot.line, one.ink.spot.column))
    yield from capped(strayed, partial(_problem, file, near), "color-drift.more-offered")
    for message, said in file.seen.not_judged:
        yield Problem(f"handed.{message}", Location(file.path), said, severity=Severity.INFO)
    if file.loose:
        facts: dict[str, Fact] = {
            "count": len(file.loose),
            "file": file.path,
            "names": ", ".join(file.loose[:_LOOSE_TOLD]) + "..." * (len(file.loose) > _LOOSE_TOLD),
        }
        yield Problem("color-drift.loose", Location(file.path), facts, severity=Severity.INFO)


def _problem(file: File, near: float, one: Strayed) -> Problem:
    source = one.brand.colors.at(one.section, one.token)
    away = distance(one.color, one.value)
    facts: dict[str, Fact] = {
        "name": _called(one),
        "token": one.token,
        "value": one.value.hex[:7],
        "other": one.color.hex[:7],
        "file": file.path,
        "source": source.path,
        "distance": shown(away),
    }
    themed = one.ink.spot.part.startswith(PLACE)
    case = "painted" if not facts["name"] else "near" if away <= near else "named"
    hint = "color-drift.theme-hint" if themed else "color-drift.offered-hint"
    return Problem(f"color-drift.{case}", _place(file, one.ink), facts, hint, (source,))


def _called(one: Strayed) -> str:
    if one.ink.name:
        return one.ink.name
    return f"{THEME}{one.slots}" if one.ink.spot.part.startswith(THEME) else ""


def _place(file: File, ink: Ink) -> Location:
    """Where a color is written; in Office files, where programs show it."""
    spot = ink.spot
    part = spot.part if spot.part.startswith(PLACE) else ""
    end = (spot.line, spot.column + len(ink.written)) if spot.column else (0, 0)
    return Location(file.path, spot.line or 1, spot.column or 1, *end, part=part)

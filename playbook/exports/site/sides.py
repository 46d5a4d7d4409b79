"""Journeys side by side, free of markup: a row for each, a column for each stage, in each cell its steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from playbook.exports.site.inlines import Inlines, Text, To
from playbook.exports.site.journeymap import Column


@dataclass(frozen=True, slots=True)
class Side:
    """A journey: its linked name, what is quickly said of it, the path of its page, its steps by stage."""

    name: Inlines
    about: Inlines
    path: str
    cells: tuple[tuple[Column, ...], ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Journeys to compare; `head` says what stands in the first column and then names the stages.

    `none` is what a stage says that a journey has no step in; `levels` are the rows of the line of feeling.
    """

    title: str
    head: tuple[str, ...]
    none: str
    levels: int
    sides: tuple[Side, ...]

    def rows(self) -> Iterator[list[Inlines]]:
        """The same in words, as the rows of a table."""
        for side in self.sides:
            name = (*side.name, *((Text(" ("), *side.about, Text(")")) if side.about else ()))
            yield [name, *(_told(side, cell) or (Text(self.none),) for cell in side.cells)]


def _told(side: Side, cell: tuple[Column, ...]) -> Inlines:
    found: list[Text | To] = []
    for column in cell:
        link = To(side.path, (Text(f"{column.number} {column.title}"),), f"map-{column.number}")
        found += [Text("; ")] if found else []
        found += [link, Text(f" ({column.felt})")]
    return tuple(found)


def curve(cell: tuple[Column, ...]) -> str:
    """The path through the steps of a cell, a unit for each step and level; broken where one is left out."""
    return "".join(
        f"M{at + 0.5:g},{one.row + 0.5:g}C{at + 1:g},{one.row + 0.5:g} {at + 1:g},{other.row + 0.5:g}"
        f" {at + 1.5:g},{other.row + 0.5:g}"
        for at, (one, other) in enumerate(pairwise(cell))
        if one.said and other.said and other.number == one.number + 1
    )

"""Blocks of a checklist: what to tick, what is counted and taken out, lines for conclusions and goals."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.choices import Tick
from playbook.exports.site.inlines import Inlines

Said = tuple[tuple[str, str], ...]
"""What a script says, by its own names for it."""


@dataclass(frozen=True, slots=True)
class Tickable:
    """A thing with two boxes; `id` is that by which a script and its file know it, `about` a quiet word.

    `parts` are ticked too; `also` tells of parts that are ticked elsewhere.
    """

    id: str
    name: str
    words: Inlines
    tick: Tick
    about: str = ""
    parts: tuple[Tickable, ...] = ()
    also: str = ""


@dataclass(frozen=True, slots=True)
class Ticks:
    """A table of things to tick, in groups, each under a heading of its own where it has one.

    `columns` names the two boxes.
    """

    title: str
    about: str
    columns: tuple[str, str]
    groups: tuple[tuple[str, tuple[Tickable, ...]], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What is ticked, counted; and the buttons that take it out as a file, open one, and clear it.

    `brand` is whose checklist it is, `new_file` the address at which the repository makes a file, with
    `{path}` and `{text}` in it, or empty; `data` names the file with the ids of the whole list, where other
    pages have more of it.
    """

    said: Said
    brand: str
    new_file: str
    data: str = ""


@dataclass(frozen=True, slots=True)
class Resolve:
    """Lines for conclusions, for goals with an owner (id and name) and a day, and the next review."""

    said: Said
    owners: tuple[tuple[str, str], ...]
    goals: int


Ticking = Ticks | Tally | Resolve

"""What stands across and down the tables of coverage, and what is counted where they cross."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.choices import Phase, Sense
from playbook.exports.site.data import choices
from playbook.exports.site.heat import Counts, counted, many
from playbook.exports.site.view import View
from playbook.model.touchpoint import Touchpoint

MOST = 40
"""Rows and columns that a table has at most."""

FIELDS = {
    "channel": "channel",
    "audience": "audience",
    "senses": "sense",
    "products": "product",
    "brands": "brand",
}
"""The fields of touchpoints that stand down a table, each with its vocabulary."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stage, or a phase; a `whole` one holds what the stages beside it hold as well.

    `name` stands over the column, `full` wherever the column's place does not say the rest.
    """

    id: str
    name: str
    full: str
    phase: Phase
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it is counted.

    `rows` leads from values to their words, `left` says how many of them have no room; `most` is what the
    fullest stage holds.
    """

    field: str
    rows: Mapping[str, str]
    left: int
    columns: Sequence[Column]
    counts: Counts
    most: int

    def number(self, row: str, column: Column) -> int:
        """How many touchpoints have a row's value in a stage."""
        return self.counts.cells[row, column.id]

    def many(self, row: str, column: Column) -> bool:
        """Whether a cell holds much beside the others."""
        others = [self.number(row, at) for at in self.columns if not at.whole and at != column]
        return not column.whole and many(self.number(row, column), others)

    def nothing(self, row: str, phase: Phase) -> bool:
        """Whether there is nothing of a row in a whole phase."""
        return not self.counts.cells[row, str(phase)]


def sheets(view: View, used: Sequence[Touchpoint]) -> Iterator[Sheet]:
    """The tables that have something to tell: of a field in which nothing is said, none."""
    stages = [(*own.stage, *(str(view.phase(stage)) for stage in own.stage)) for own in used]
    columns = tuple(_columns(view, frozenset(stage for own in used for stage in own.stage)))[:MOST]
    across = {*map(str, Phase), *(column.id for column in columns)}
    for field in FIELDS:
        held = [choices(view, touchpoint, field) for touchpoint in used]
        every = _rows(view, field, [value for own in held for value in own])
        rows = dict(list(every.items())[:MOST])
        if rows:
            counts = counted(zip(held, stages, strict=True), rows, across)
            most = max(counts.cells[row, at.id] for row in rows for at in columns if not at.whole)
            yield Sheet(field, rows, len(every) - len(rows), columns, counts, most)


def _columns(view: View, used: frozenset[str]) -> Iterator[Column]:
    """For each phase its stages if one of them is used, else the phase; both where both are used."""
    for phase in Phase:
        known = [stage for stage, of in view.playbook.stages.items() if of == phase]
        own = sorted(stage for stage in used if stage != phase and view.phase(stage) == phase)
        name = view.term("stage", phase)
        if not own:
            yield Column(str(phase), name, name, phase)
            continue
        if phase in used:
            full = view.t("site.coverage.whole", phase=name)
            yield Column(str(phase), view.t("site.coverage.every"), full, phase, whole=True)
        for stage in dict.fromkeys((*known, *own)):
            said = view.term("stage", stage)
            yield Column(stage, said, said, phase)


def _rows(view: View, field: str, used: Sequence[str]) -> dict[str, str]:
    """The values of a field that are used or that the project names itself, in the vocabulary's order."""
    if field == "brands":
        brands = view.playbook.brands
        return {ident: brand.name for ident, brand in brands.items()} if len(brands) > 1 else {}
    settings, scale = view.playbook.settings, FIELDS[field]
    named: Mapping[str, Sequence[str]] = {
        "channel": tuple(settings.channels),
        "audience": (*settings.serves, *settings.audiences),
        "senses": tuple(map(str, Sense)),
        "products": tuple(settings.products),
    }
    wanted = dict.fromkeys((*named[field], *used)) if used else {}
    known = [value for value in view.playbook.known.get(scale, ()) if value in wanted]
    return {value: view.term(scale, value) for value in dict.fromkeys((*known, *wanted))}

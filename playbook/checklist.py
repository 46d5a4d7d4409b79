"""The checklist: what to tick, by audience and stage; our own touchpoints and pieces and the catalog's.

Everything stands in it once: a touchpoint in its first stage, for its first audience; a piece at the first
touchpoint that it serves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.catalog import Entry, entries
from playbook.choices import Phase, PieceStatus, Tick, TouchpointStatus
from playbook.model import Playbook, vocabulary
from playbook.model.piece import Piece
from playbook.model.touchpoint import Touchpoint
from playbook.named import term
from playbook.usual import had, is_usual, sector_of, served

_MADE = frozenset({PieceStatus.APPROVED, PieceStatus.IMPLEMENTED})
_FIRST = vocabulary.AUDIENCES[0]
"""Whom a touchpoint is for that does not say; only they go through the fine stages."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece to tick: one of ours, or a kind that an entry of the catalog usually has.

    `id` is the piece's, or that of the kind; `name` is what people call it, `kind` what its kind is called.
    """

    id: str
    name: str
    kind: str
    tick: Tick
    status: PieceStatus


@dataclass(frozen=True, slots=True)
class Row:
    """A touchpoint to tick: one of ours, or an entry of the catalog that we do not have (`ours` is false).

    `id` is the touchpoint's, or that of the entry; `status` is None for an entry; `owner` is the role's name,
    or empty. `also` names pieces that it needs and that stand at another one. `usual` says that those of the
    sector usually have the entry; always so where the playbook names no sector.
    """

    id: str
    name: str
    ours: bool
    tick: Tick
    status: TouchpointStatus | None
    owner: str
    parts: tuple[Part, ...]
    also: tuple[str, ...] = ()
    usual: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """What one audience meets in one stage: `stage` and `phase` are ids, `title` and `who` their names."""

    audience: str
    stage: str
    phase: Phase
    who: str
    title: str
    rows: tuple[Row, ...]

    @property
    def id(self) -> str:
        """Unlike that of any other section."""
        return f"{self.audience}-{self.stage}"


@dataclass(frozen=True, slots=True)
class Checklist:
    """All there is to tick; `loose` are pieces of ours that serve no touchpoint of the list."""

    sections: tuple[Section, ...]
    loose: tuple[Part, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every touchpoint, in the order of the list."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every piece, in the order of the list."""
        return (*(part for row in self.rows for part in row.parts), *self.loose)


def checklist(playbook: Playbook, lang: str) -> Checklist:
    """What there is to tick in a playbook, in the words of a language; what is retired is left out."""
    placed = _placed(playbook)
    listed = tuple(item for items in placed.values() for item in items)
    pieces = {p.id: p for p in playbook.pieces.values() if p.status != PieceStatus.RETIRED}
    homes = _homes(pieces, [item.id for item in listed if isinstance(item, Touchpoint)])
    drawn = _Drawing(playbook, lang, homes)
    sections = tuple(
        Section(
            audience,
            stage,
            playbook.phase(stage) or Phase.BEFORE,
            term(playbook, lang, "audience", audience),
            term(playbook, lang, "stage", stage),
            tuple(drawn.row(item) for item in items),
        )
        for (audience, stage), items in placed.items()
    )
    return Checklist(sections, tuple(drawn.part(p) for p in pieces.values() if p.id not in homes))


_Placed = Mapping[tuple[str, str], Sequence[Touchpoint | Entry]]


def _placed(playbook: Playbook) -> _Placed:
    """Our touchpoints, then what the catalog has beside them, by audience and stage in their order."""
    found: dict[tuple[str, str], list[Touchpoint | Entry]] = defaultdict(list)
    for touchpoint in playbook.touchpoints.values():
        if touchpoint.status != TouchpointStatus.RETIRED:
            audience = next(iter(touchpoint.audience), _FIRST)
            found[audience, _stage(playbook, audience, touchpoint.stage)].append(touchpoint)
    for audience, entry in _lacking(playbook):
        found[audience, _stage(playbook, audience, _usual_stages(entry))].append(entry)
    audiences = list(playbook.known["audience"])
    order = [stage for phase in Phase for stage in (phase, *_fine(playbook, phase))]
    return dict(sorted(found.items(), key=lambda pair: (_at(audiences, pair[0][0]), _at(order, pair[0][1]))))


def _at(order: Sequence[str], value: str) -> int:
    return order.index(value) if value in order else len(order)


def _fine(playbook: Playbook, phase: Phase) -> list[str]:
    return [stage for stage, its in playbook.stages.items() if its == phase]


def _stage(playbook: Playbook, audience: str, stages: Sequence[str]) -> str:
    """The first stage that the playbook knows; its phase, for those who do not go through the fine ones."""
    known = next((stage for stage in stages if playbook.phase(stage)), "")
    if known and audience == _FIRST:
        return str(known)
    first = next(iter(stages), "")
    return str(playbook.phase(known) or vocabulary.STAGES.get(first, Phase.BEFORE))


def _lacking(playbook: Playbook) -> Iterator[tuple[str, Entry]]:
    """The entries that we do not have, with whom they are for; what is usual in the sector first."""
    ours, ranks = had(playbook), {audience: at for at, audience in enumerate(served(playbook))}
    where = sector_of(playbook)
    lacking = [entry for entry in entries().values() if not ours[entry.id]]
    for entry in sorted(lacking, key=lambda entry: not is_usual(entry, where)):
        known = sorted((who for who in entry.audience if who in ranks), key=lambda who: ranks[who])
        if known:
            yield known[0], entry


def _usual_stages(entry: Entry) -> Sequence[str]:
    """The stages of an entry, those of the phase in which the catalog lists it first."""
    return sorted(entry.stage, key=lambda stage: vocabulary.STAGES.get(stage) != entry.phase)


def _homes(pieces: Mapping[str, Piece], order: Sequence[str]) -> Mapping[str, str]:
    """The touchpoint at which each piece stands; of a piece that serves none in the list, none."""
    ranks = {ident: at for at, ident in enumerate(order)}
    served_by = {p.id: [ident for ident in p.touchpoints if ident in ranks] for p in pieces.values()}
    return {ident: min(its, key=lambda one: ranks[one]) for ident, its in served_by.items() if its}


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What the rows are made with; `homes` leads from a piece to the touchpoint at which it stands."""

    playbook: Playbook
    lang: str
    homes: Mapping[str, str]

    def row(self, item: Touchpoint | Entry) -> Row:
        return self._entry(item) if isinstance(item, Entry) else self._own(item)

    def part(self, piece: Piece) -> Part:
        return Part(piece.id, piece.name, self._kind(piece.kind), piece_tick(piece), piece.status)

    def _own(self, item: Touchpoint) -> Row:
        needed = [p for p in self.playbook.pieces_of.get(item.id, ()) if p.id in self.homes]
        here = [p for p in needed if self.homes[p.id] == item.id]
        return Row(
            item.id,
            item.name,
            ours=True,
            tick=touchpoint_tick(item),
            status=item.status,
            owner=term(self.playbook, self.lang, "owner", item.owner) if item.owner else "",
            parts=tuple(self.part(piece) for piece in here),
            also=tuple(piece.name for piece in needed if self.homes[piece.id] != item.id),
        )

    def _entry(self, entry: Entry) -> Row:
        kinds = ((kind, self._kind(kind)) for kind in entry.pieces)
        return Row(
            entry.id,
            entry.words(self.lang).name,
            ours=False,
            tick=Tick.MISSING,
            status=None,
            owner="",
            parts=tuple(Part(i, name, name, Tick.MISSING, PieceStatus.MISSING) for i, name in kinds),
            usual=is_usual(entry, sector_of(self.playbook)),
        )

    def _kind(self, ident: str) -> str:
        return term(self.playbook, self.lang, "kind", ident)


def touchpoint_tick(touchpoint: Touchpoint) -> Tick:
    """What a touchpoint says of itself: an active one is there, an underused one needs work."""
    if touchpoint.status != TouchpointStatus.ACTIVE:
        return Tick.MISSING
    return Tick.NEEDS_WORK if touchpoint.underused else Tick.HAVE


def piece_tick(piece: Piece) -> Tick:
    """What a piece says of itself: approved or in use it is there, to be updated it needs work."""
    if piece.status == PieceStatus.TO_UPDATE:
        return Tick.NEEDS_WORK
    return Tick.HAVE if piece.status in _MADE else Tick.MISSING

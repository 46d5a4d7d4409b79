"""The playbook: everything that was read, by id, and what relates to what.

The other side of a relation is derived here, never written twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from playbook.brand import Brand
from playbook.choices import Phase, Visibility
from playbook.kinds import Kind
from playbook.model import vocabulary
from playbook.model.journey import Journey, Persona
from playbook.model.parts import Item
from playbook.model.piece import Kit, Piece
from playbook.model.settings import Settings
from playbook.model.touchpoint import Touchpoint
from playbook.source import Source

MASTER = ""
"""The id of the master brand."""

ITEMS: dict[str, type[Item]] = {
    "touchpoint": Touchpoint,
    "piece": Piece,
    "kit": Kit,
    "persona": Persona,
    "journey": Journey,
}
"""The kinds of item by the word that references and commands use; their folder is the plural."""


@dataclass(frozen=True, slots=True)
class Page:
    """A hand-written page: its path in `content/` (posix), its text, and who may see it."""

    path: str
    title: str
    text: str
    visibility: Visibility = Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class Broken:
    """An item whose file could not be read or understood; it stays a known id."""

    noun: str
    id: str
    path: str


@dataclass(frozen=True, eq=False)
class Playbook:
    """A whole playbook, as far as it could be read; equal only to itself.

    `edition` is the most confidential level that it holds. `unsettled` tells that the settings could not be
    read, and with them who may see what. `files` leads from each path as it is written
    in content files to the project file it means.
    """

    brands: Mapping[str, Brand]
    settings: Settings
    touchpoints: Mapping[str, Touchpoint] = field(default_factory=dict)
    pieces: Mapping[str, Piece] = field(default_factory=dict)
    kits: Mapping[str, Kit] = field(default_factory=dict)
    personas: Mapping[str, Persona] = field(default_factory=dict)
    journeys: Mapping[str, Journey] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    broken: tuple[Broken, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    edition: Visibility = Visibility.INTERNAL
    unsettled: bool = False
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def brand(self) -> Brand:
        """The master brand."""
        return self.brands[MASTER]

    def items(self, noun: str) -> Mapping[str, Item]:
        """The items of a kind: `items("piece")` is `pieces`."""
        found: Mapping[str, Item] = getattr(self, f"{noun}s")
        return found

    def every_item(self) -> Iterator[Item]:
        """All items, kind by kind."""
        for noun in ITEMS:
            yield from self.items(noun).values()

    def brand_of(self, item: Item) -> Brand:
        """The brand an item wears: its first sub-brand, or the master."""
        return self.brands.get(item.brands[0], self.brand) if item.brands else self.brand

    @cached_property
    def stages(self) -> Mapping[str, Phase]:
        """The stages in order, each with its phase; hidden ones are left out."""
        own = self.settings.stages
        merged = {
            **vocabulary.STAGES,
            **{k: s.phase or vocabulary.STAGES.get(k, Phase.BEFORE) for k, s in own.items()},
        }
        shown = {k: phase for k, phase in merged.items() if not (k in own and own[k].hidden)}
        return dict(sorted(shown.items(), key=lambda pair: list(Phase).index(pair[1])))

    def phase(self, stage: str) -> Phase | None:
        """The phase of a stage, which may be named by the phase itself."""
        return Phase(stage) if stage in list(Phase) else self.stages.get(stage)

    @cached_property
    def known(self) -> Mapping[str, Collection[str]]:
        """The ids that a reference of each kind may name, those of broken items included."""
        own = self.settings
        broken = defaultdict(set)
        for entry in self.broken:
            broken[entry.noun].add(entry.id)
        return {
            **{noun: self.items(noun).keys() | broken[noun] for noun in ITEMS},
            "brand": [b for b in self.brands if b != MASTER],
            "stage": [*Phase, *self.stages],
            "category": [*vocabulary.CATEGORIES, *own.categories],
            "channel": [*vocabulary.CHANNELS, *own.channels],
            "audience": [*vocabulary.AUDIENCES, *own.audiences],
            "kpi": [*vocabulary.KPIS, *own.kpis],
            "product": list(own.products),
            "owner": list(own.owners),
            "kind": list(self.kinds),
            "sector": vocabulary.SECTORS,
        }

    @cached_property
    def pieces_of(self) -> Mapping[str, tuple[Piece, ...]]:
        """The pieces that serve each touchpoint, by its id."""
        return _turned(self.pieces.values(), "touchpoints")

    @cached_property
    def kits_of(self) -> Mapping[str, tuple[Kit, ...]]:
        """The kits that hold each piece, by its id."""
        return _turned(self.kits.values(), "pieces")

    @cached_property
    def journeys_of(self) -> Mapping[str, tuple[Journey, ...]]:
        """The journeys that pass each touchpoint, by its id, each journey once."""
        found: dict[str, dict[str, Journey]] = defaultdict(dict)
        for journey in self.journeys.values():
            for step in journey.steps:
                if step.touchpoint:
                    found[step.touchpoint][journey.id] = journey
        return {ident: tuple(journeys.values()) for ident, journeys in found.items()}

    @cached_property
    def journeys_by(self) -> Mapping[str, tuple[Journey, ...]]:
        """The journeys of each persona, by its id."""
        found: dict[str, list[Journey]] = defaultdict(list)
        for journey in self.journeys.values():
            if journey.persona:
                found[journey.persona].append(journey)
        return {ident: tuple(journeys) for ident, journeys in found.items()}

    @cached_property
    def comes_from(self) -> Mapping[str, tuple[Touchpoint, ...]]:
        """The touchpoints from which people come to each one, by its id."""
        found: dict[str, list[Touchpoint]] = defaultdict(list)
        for touchpoint in self.touchpoints.values():
            for after in touchpoint.next:
                found[after.touchpoint].append(touchpoint)
        return {ident: tuple(before) for ident, before in found.items()}


ItemT = TypeVar("ItemT", bound=Item)


def _turned(items: Iterable[ItemT], relation: str) -> Mapping[str, tuple[ItemT, ...]]:
    """A relation seen from its other side: who names each id."""
    found: dict[str, list[ItemT]] = defaultdict(list)
    for item in items:
        for ident in dict.fromkeys(getattr(item, relation)):
            found[ident].append(item)
    return {ident: tuple(group) for ident, group in found.items()}

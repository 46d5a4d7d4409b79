"""What a change of the brand would take: the pieces that carry what changes, their effort and their cost.

What nobody has said is never taken for nothing: each sum tells how many pieces it knows nothing of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from playbook.brand import Brand
from playbook.choices import PieceStatus
from playbook.diagnostics import PlaybookError
from playbook.estimate.effort import read
from playbook.loader.mistakes import did_you_mean
from playbook.making.carried import Carried
from playbook.model import Playbook
from playbook.model.piece import Piece
from playbook.render.origins import known
from playbook.versions import is_older

_BEGUN = frozenset({PieceStatus.MISSING, PieceStatus.PLANNED, PieceStatus.IN_PROGRESS})
_THINGS = frozenset({"print", "object"})
"""Groups of kinds that cost something for each unit; what is a file or a text takes only work."""

Change = Mapping[str, frozenset[str]]
"""The parts that change, by the ids of brands."""


class State(StrEnum):
    """How a piece stands to the version that its brand has now."""

    TODO = "todo"
    """Made for an older version, or to be updated."""
    UNSAID = "unsaid"
    """Made, but nobody says for which version."""
    UNMADE = "unmade"
    """Not made yet: it will be made for this version anyway."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece that is not retired, the parts that it carries, and what it would take to make it again.

    `hours` of work and `cost` are None where they are not known; `more` says that the effort was told in
    words that hold more than these hours. `is_thing` says whether it costs something for each unit.
    """

    piece: Piece
    state: State
    parts: frozenset[str]
    group: str
    hours: Fraction | None
    more: bool
    is_thing: bool
    cost: tuple[str, Decimal] | None

    @property
    def units(self) -> int:
        """How many are in use, as far as that is known."""
        return (self.piece.in_use and self.piece.in_use.units) or 0

    @property
    def nothing_known(self) -> bool:
        """Whether nobody knows what of the brand it carries; a message alone does not tell."""
        return all(part.startswith("message:") for part in self.parts)


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over pieces: known hours and costs (by currency), and of how many pieces they are not known.

    `more` counts pieces whose effort is at least what was counted, `things` those that have units to pay for.
    """

    pieces: int = 0
    units: int = 0
    hours: Fraction = Fraction(0)
    more: int = 0
    no_effort: int = 0
    things: int = 0
    no_cost: int = 0
    costs: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def effort_known(self) -> int:
        """The pieces of which some effort is known."""
        return self.pieces - self.no_effort


def entries(playbook: Playbook, carried: Carried) -> tuple[Entry, ...]:
    """Every piece that is not retired."""
    pieces = (piece for piece in playbook.pieces.values() if piece.status is not PieceStatus.RETIRED)
    return tuple(_entry(playbook, piece, carried.get(piece.id, frozenset())) for piece in pieces)


def _entry(playbook: Playbook, piece: Piece, parts: frozenset[str]) -> Entry:
    kind = playbook.kinds.get(piece.kind)
    group = kind.group if kind else ""
    is_thing = group in _THINGS or piece.in_use is not None
    hours, more = _effort(piece, group)
    state = state_of(piece, playbook.brand_of(piece))
    return Entry(piece, state, parts, group, hours, more, is_thing, _cost(piece))


def state_of(piece: Piece, brand: Brand) -> State:
    """How a piece stands to its brand's version."""
    version = brand.identity.version
    if piece.status is PieceStatus.TO_UPDATE:
        return State.TODO
    if piece.status in _BEGUN:
        return State.UNMADE
    if is_older(piece.brand_version, version):
        return State.TODO
    return State.DONE if piece.brand_version and version else State.UNSAID


def _effort(piece: Piece, group: str) -> tuple[Fraction | None, bool]:
    """Hours of work, and whether there is more to it; what is told for each thing counts for all in use."""
    told = read(piece.effort or "")
    if told is None:
        return None, False
    if not told.each:
        return told.hours, told.more
    units = piece.in_use.units if piece.in_use and group in _THINGS else None
    return (None, False) if units is None else (told.hours * units, told.more)


def _cost(piece: Piece) -> tuple[str, Decimal] | None:
    use = piece.in_use
    if use is None or use.units is None or use.unit_cost is None:
        return None
    return use.unit_cost.currency, Decimal(str(use.unit_cost.amount)) * use.units


def total(found: Iterable[Entry]) -> Total:
    """The sum over some pieces."""
    listed = tuple(found)
    costs: dict[str, Decimal] = {}
    for currency, amount in (entry.cost for entry in listed if entry.cost):
        costs[currency] = costs.get(currency, Decimal(0)) + amount
    return Total(
        pieces=len(listed),
        units=sum(entry.units for entry in listed),
        hours=sum((entry.hours for entry in listed if entry.hours is not None), Fraction(0)),
        more=sum(entry.more for entry in listed),
        no_effort=sum(entry.hours is None for entry in listed),
        things=sum(entry.is_thing for entry in listed),
        no_cost=sum(entry.is_thing and entry.cost is None for entry in listed),
        costs=dict(sorted(costs.items())),
    )


def grouped(found: Iterable[Entry], names: Callable[[Entry], Iterable[str]]) -> dict[str, tuple[Entry, ...]]:
    """The pieces under each of their names, the name with most pieces first."""
    groups: dict[str, list[Entry]] = {}
    for entry in found:
        for name in names(entry):
            groups.setdefault(name, []).append(entry)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return {name: tuple(group) for name, group in ordered}


def meant(playbook: Playbook, words: Iterable[str]) -> Change:
    """The parts that words name, in each brand that has them.

    Raises:
        PlaybookError: for a word that names no part of any brand.
    """
    named = {brand.id: dict(known(brand)) for brand in playbook.brands.values()}
    every = dict.fromkeys(word for brand in named.values() for word, parts in brand.items() if parts)
    for word in words:
        if word not in every:
            raise _unknown(word, every)
    return {
        ident: frozenset().union(*(brand.get(word, frozenset()) for word in words))
        for ident, brand in named.items()
    }


def _unknown(word: str, every: Collection[str]) -> PlaybookError:
    close = did_you_mean(word, every)
    if close:
        return PlaybookError("estimate.meant", part=word, meant=close)
    return PlaybookError("estimate.unknown", part=word, known=tuple(_sorts(every)))


def _sorts(words: Iterable[str]) -> Iterator[str]:
    """The words less the members of a sort, of which one stands for all."""
    seen: set[str] = set()
    for word in words:
        sort, colon, _ = word.partition(":")
        if colon and sort not in seen:
            seen.add(sort)
            yield word
        elif not colon and word not in ("color", "font", "message"):
            yield word


def largest_first(found: Iterable[Entry]) -> tuple[Entry, ...]:
    """The pieces by what they cost, then by their effort, then by name.

    Amounts of several currencies are not compared: the currency that most of the pieces are paid in comes
    first, and what has no cost last.
    """
    listed = tuple(found)
    paid = Counter(entry.cost[0] for entry in listed if entry.cost)

    def size(entry: Entry) -> tuple[int, str, Decimal, Fraction, str]:
        currency, amount = entry.cost or ("", Decimal(0))
        return -paid[currency], currency, -amount, -(entry.hours or Fraction(0)), entry.piece.name

    return tuple(sorted(listed, key=size))


def touched(playbook: Playbook, found: Iterable[Entry], change: Change) -> tuple[Entry, ...]:
    """The pieces that are made and carry something that changes."""
    return tuple(
        entry
        for entry in found
        if entry.state is not State.UNMADE and entry.parts & change[playbook.brand_of(entry.piece).id]
    )

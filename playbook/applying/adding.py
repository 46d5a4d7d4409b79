"""New items: touchpoints of the catalog that turned out to be there, each with its usual pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from playbook.applying.asking import PIECES
from playbook.artifact import Artifact
from playbook.catalog import entries
from playbook.choices import Tick
from playbook.diagnostics import Location, Problem
from playbook.model import Playbook
from playbook.model.ticked import Ticked
from playbook.scaffold.fitting import Place, misfits
from playbook.scaffold.items import New, file_of, from_catalog, usual_pieces
from playbook.usual import had
from playbook.yamltext import Plain


@dataclass(frozen=True, slots=True)
class _Wished:
    """An item to be made, and the entry that asks for it."""

    entry: str
    new: New


def additions(
    ticked: Ticked, place: Place, lang: str, schemas: str
) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:
    """The files of what is new, as `new touchpoint --from --with-pieces` writes them; and what is wrong.

    An entry that the playbook has, by any of its names, asks for nothing.
    """
    ours = had(place.playbook)
    made = [_touchpoint(ticked, ident, lang) for ident in ticked.catalog if not ours[ident]]
    problems = [problem for one in made for problem in _taken(ticked, place.playbook, one)]
    wished = [*made, *_pieces(ticked, place.playbook, made, lang)]
    if not problems:
        found = misfits([one.new for one in wished], place, ticked.origin.path)
        problems = [replace(p, location=_at(ticked, wished[number])) for number, _, p in found]
    return tuple(file_of(one.new, lang, schemas) for one in wished), tuple(problems)


def _touchpoint(ticked: Ticked, ident: str, lang: str) -> _Wished:
    values: dict[str, Plain] = {"status": "active"}
    if Tick(ticked.catalog[ident].tick) is Tick.NEEDS_WORK:
        values["underused"] = True
    name = entries()[ident].words(lang).name
    return _Wished(ident, from_catalog(name, ident, lang, values))


def _pieces(ticked: Ticked, playbook: Playbook, made: Iterable[_Wished], lang: str) -> Iterator[_Wished]:
    """The usual pieces of each touchpoint; one whose id is taken, even in its longer form, is there."""
    taken = set(playbook.known["piece"])
    for one in made:
        ticks = ticked.catalog[one.entry].pieces
        for piece in usual_pieces(one.new, entries()[one.entry].pieces, playbook.kinds, lang, taken):
            if piece.id not in taken:
                taken.add(piece.id)
                tick = ticks.get(str(piece.values["kind"]), Tick.MISSING)
                yield _Wished(one.entry, replace(piece, values={**piece.values, "status": str(PIECES[tick])}))


def _taken(ticked: Ticked, playbook: Playbook, wished: _Wished) -> Iterator[Problem]:
    """That another touchpoint, one that is retired or cannot be read, has the id."""
    if wished.new.id in playbook.known["touchpoint"]:
        facts = {"id": wished.new.id, "entry": wished.entry}
        yield Problem("checklist.taken", _at(ticked, wished), facts, hint="checklist.taken-hint")


def _at(ticked: Ticked, wished: _Wished) -> Location:
    return ticked.origin.key_at("catalog", wished.entry)

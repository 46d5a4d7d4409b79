"""Whether new items fit the playbook that they are for: their ids, their values, what they refer to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from playbook.diagnostics import Location, Problem
from playbook.document import Document, Keys, Layer, Origin, build
from playbook.loader.files import Files
from playbook.loader.items import RESERVED
from playbook.loader.links import Links, locate_files
from playbook.loader.mistakes import problems
from playbook.marks import marked
from playbook.model import ITEMS, Playbook
from playbook.scaffold.items import BASES, New
from playbook.sheets import ID
from playbook.source import Source
from playbook.terms import FileRef, Ref
from playbook.yamltext import Plain, scalar

_LONGEST = 80
"""Of an id: a file's name has room for some 250 bytes, and the id stands in the names of others too."""
_SYSTEM = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""Windows keeps these names for devices, whatever ending they have."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where new items are to stand: the playbook as it is, and the files of its project."""

    playbook: Playbook
    files: Files


def misfits(news: Sequence[New], place: Place, path: str) -> Iterator[tuple[int, str, Problem]]:
    """What would be wrong if these items stood there, one beside the other.

    Gives which of the items it is, the key, and the problem, placed in `path`.
    """
    built = [_built(new, path) for new in news]
    planned = _planned(place.playbook, [document for document, _ in built if document])
    unread = _unread(place.playbook)
    links = {ident: Links(planned, brand, unread) for ident, brand in planned.brands.items()}
    for number, (new, (document, found)) in enumerate(zip(news, built, strict=True)):
        lost = _lost(document, links, place.files) if document else ()
        for key, problem in (*_id(new, path), *found, *lost):
            yield number, key, problem


def _built(new: New, path: str) -> tuple[Document | None, list[tuple[str, Problem]]]:
    data: Any = _as_read(dict(new.values))
    origin = Origin((Layer(Source(path, "", None), data),))
    model = ITEMS[new.noun]
    document, found = build(model, new.id, origin, data)
    told = [
        (_key(mistake.keys), problem) for mistake in found for problem in problems(model, origin, [mistake])
    ]
    return document, told


def _id(new: New, path: str) -> Iterator[tuple[str, Problem]]:
    if new.id in RESERVED:
        yield ID, Problem("bad-id.reserved", Location(path), {"id": new.id})
    elif new.id in _SYSTEM:
        yield ID, Problem("bad-id.system", Location(path), {"id": new.id})
    elif len(new.id) > _LONGEST:
        yield ID, Problem("bad-id.long", Location(path), {"id": new.id[:20], "limit": _LONGEST})
    elif not new.id and new.values.get("name"):  # without a name, that is what is told
        yield ID, Problem("scaffold.no-id", Location(path), {"name": new.name})


def _planned(playbook: Playbook, documents: Iterable[Document]) -> Playbook:
    """The playbook with the new items in it."""
    groups: dict[str, dict[str, Any]] = {}
    for document in documents:
        groups.setdefault(document.noun, {})[document.id] = document
    changed: Any = {f"{noun}s": {**made, **playbook.items(noun)} for noun, made in groups.items()}
    return replace(playbook, **changed)


def _unread(playbook: Playbook) -> Collection[str]:
    """The parts of the brand that could not be read, to which references are not judged."""
    sources = {part: document.origin.layers[0].source for part, document in playbook.brand.parts()}
    return {
        part
        for part, source in sources.items()
        if not isinstance(source.data, dict) and (part == "identity" or source.path in playbook.sources)
    }


def _lost(document: Any, links: Mapping[str, Links], files: Files) -> Iterator[tuple[str, Problem]]:
    """What the item names and is not there."""
    brand = links.get(document.brands[0] if document.brands else "", links[""])
    for keys, value, mark in marked(document, Ref):
        problem = brand.problem(document, keys, value, mark.kind)
        if problem:
            yield _key(keys), problem
    named = {written: keys for keys, written, _ in marked(document, FileRef)}
    for problem in locate_files(files, document, BASES)[1]:
        yield _key(named[str(problem.facts["file"])]), problem


def _as_read(value: Plain) -> Plain:
    """The values as they come back from a file: every scalar is text."""
    if isinstance(value, dict):
        return {key: _as_read(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_read(inner) for inner in value]
    return value if isinstance(value, str) else scalar(value)


def _key(keys: Keys) -> str:
    """A key path as a table's heading writes it."""
    return ".".join(key for key in keys if isinstance(key, str))

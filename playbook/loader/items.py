"""Touchpoints, pieces, kits, personas and journeys: one a file, or many in one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playbook.diagnostics import Location, Problem
from playbook.document import Document, Keys, Layer, Origin, build
from playbook.loader.files import YAML_ENDINGS, Files
from playbook.loader.mistakes import problems
from playbook.model import Broken
from playbook.source import Data, Source

_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
RESERVED = frozenset({"index", "stage"})
"""Ids that would hide a page of the site."""


@dataclass
class Found:
    """What was read of one kind of item: the items by id, the ids that are broken, and what is wrong."""

    items: dict[str, Any] = field(default_factory=dict)
    broken: list[Broken] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a file: its id, its data, and the key path at which the file holds it."""

    id: str
    source: Source
    data: Data
    keys: Keys = ()

    def origin(self) -> Origin:
        """Where it was written."""
        prefix = self.keys
        return Origin((Layer(self.source, self.data, lambda keys: (*prefix, *keys)),))


def read_items(files: Files, folder: str, model: type[Document]) -> Found:
    """Every item below a folder, and in the file of the same name beside it."""
    found = Found()
    single = [f"{folder}{ending}" for ending in YAML_ENDINGS]
    for path in [p for p in single if files.is_file(p)] + list(files.under(folder, YAML_ENDINGS)):
        source = files.yaml(path)
        if source is not None:
            _read_file(source, model, found)
    return found


def _read_file(source: Source, model: type[Document], found: Found) -> None:
    found.problems += source.problems
    ident = source.path.rpartition("/")[2].rpartition(".")[0]
    if source.data is None or not isinstance(source.data, dict):
        found.broken.append(Broken(model.noun, slug(ident), source.path))
        if source.readable:
            found.problems.append(_not_an_item(source))
        return
    for entry in _entries(source, source.data, ident, model):
        _add(entry, model, found)


def _not_an_item(source: Source) -> Problem:
    case = "empty" if source.data is None else "shape"
    return Problem(f"empty-file.{case}", Location(source.path), hint=f"empty-file.{case}-hint")


def _entries(source: Source, data: dict[str, Data], ident: str, model: type[Document]) -> Iterator[Entry]:
    """A file holds one item, or items by id: then no key is a field, and each value is a mapping."""
    holds_a_field = not model.model_fields.keys().isdisjoint(data)
    if holds_a_field or not any(isinstance(value, dict) for value in data.values()):
        yield Entry(ident, source, data)
    else:
        for key, value in data.items():
            yield Entry(key, source, value, (key,))


def _add(entry: Entry, model: type[Document], found: Found) -> None:
    ident = slug(entry.id)
    origin = entry.origin()
    if ident != entry.id or ident in RESERVED:
        found.problems.append(_bad_id(entry, origin, ident))
    if ident in found.items:
        first = found.items[ident].origin
        found.problems.append(_again(entry, origin, first))
        return
    if not isinstance(entry.data, dict):
        found.broken.append(Broken(model.noun, ident, entry.source.path))
        found.problems.append(_no_entry(entry, origin))
        return
    item, mistakes = build(model, ident, origin, entry.data)
    found.problems += problems(model, origin, mistakes) if mistakes else ()
    if item is None or ident in RESERVED:
        found.broken.append(Broken(model.noun, ident, entry.source.path))
    else:
        found.items[ident] = item


def _no_entry(entry: Entry, origin: Origin) -> Problem:
    case = "empty" if entry.data is None else "shape"
    return Problem(f"empty-item.{case}", origin.key_at(), {"id": entry.id}, hint=f"empty-item.{case}-hint")


def _bad_id(entry: Entry, origin: Origin, ident: str) -> Problem:
    case = "reserved" if ident in RESERVED else "key" if entry.keys else "file"
    at = origin.key_at() if entry.keys else Location(entry.source.path)
    return Problem(f"bad-id.{case}", at, {"id": entry.id, "better": ident}, hint=f"bad-id.{case}-hint")


def _again(entry: Entry, origin: Origin, first: Origin) -> Problem:
    at = origin.key_at() if entry.keys else Location(entry.source.path)
    facts = {"id": entry.id, "first": first.path}
    return Problem("duplicate-id.again", at, facts, hint="duplicate-id.again-hint", related=(first.at(),))


def slug(name: str) -> str:
    """An id for a name: lower case, no accents, words joined by hyphens; `item` where nothing is left."""
    if _SLUG.fullmatch(name):
        return name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "item"

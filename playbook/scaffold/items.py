"""New items: from a name, from the catalog, or from values that are known already."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from playbook.artifact import Artifact
from playbook.catalog import Entry, entries
from playbook.diagnostics import PlaybookError
from playbook.i18n import text
from playbook.kinds import Kind
from playbook.loader import CONTENT, slug
from playbook.loader.mistakes import did_you_mean
from playbook.model import ITEMS
from playbook.scaffold.outline import item
from playbook.yamltext import Plain, document

SCHEMA = "# yaml-language-server: $schema="
FALLBACK_KIND = "other"
BASES = (CONTENT, ".")
"""Where the files that an item names are looked for."""


@dataclass(frozen=True, slots=True)
class New:
    """An item to be made: its kind of item, its id (empty if none can be made), its values by field."""

    noun: str
    id: str
    values: Mapping[str, Plain]

    @property
    def path(self) -> str:
        """Its file, from the project root."""
        return f"{CONTENT}/{self.noun}s/{self.id}.yml"

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self.values["name"])


def id_of(name: str) -> str:
    """The id that a name makes; empty where nothing in it can stand in one."""
    return slug(name) if re.search("[A-Za-z0-9]", unicodedata.normalize("NFKD", name)) else ""


def named(noun: str, name: str, values: Mapping[str, Plain], kinds: Mapping[str, Kind]) -> New:
    """An item with a name, and what it cannot do without where the values do not say it."""
    needed: dict[str, Plain] = {}
    if noun == "touchpoint":
        needed["stage"] = ["before"]
    if noun == "piece":
        needed |= {"kind": likely_kind(name, kinds), "status": "missing"}
    return New(noun, id_of(name), {"name": name, **needed, **values})


def from_catalog(name: str, ident: str, lang: str, values: Mapping[str, Plain]) -> New:
    """A touchpoint as the catalog has it, under a name of one's own.

    Raises:
        PlaybookError: if the catalog has no such entry.
    """
    return New("touchpoint", id_of(name), {**entry(ident).values(lang), "name": name, **values})


def entry(ident: str) -> Entry:
    """An entry of the catalog.

    Raises:
        PlaybookError: if there is none of this id.
    """
    if ident in entries():
        return entries()[ident]
    meant = did_you_mean(ident, entries())
    if meant:
        raise PlaybookError("scaffold.no-entry.meant", id=ident, meant=meant)
    raise PlaybookError("scaffold.no-entry.listed", id=ident, listed=", ".join(entries()))


def usual_pieces(
    touchpoint: New,
    kind_ids: Iterable[str],
    kinds: Mapping[str, Kind],
    lang: str,
    taken: Collection[str] = (),
) -> Iterator[New]:
    """A missing piece for each kind, serving the touchpoint; one whose id is taken gets a longer one."""
    shared = {key: touchpoint.values[key] for key in ("owner", "message") if key in touchpoint.values}
    for kind in kind_ids:
        name = kinds[kind].words(lang).name
        short = slug(name)
        values: dict[str, Plain] = {"name": name, "kind": kind, "touchpoints": [touchpoint.id]}
        ident = f"{touchpoint.id}-{short}" if short in taken else short
        yield New("piece", ident, {**values, "status": "missing", **shared})


def likely_kind(name: str, kinds: Mapping[str, Kind]) -> str:
    """The kind whose longest name, in any language, stands in a piece's name; `other` where none does."""
    words = f"-{slug(name)}-"
    found = [
        (len(called), ident)
        for ident, kind in kinds.items()
        for called in (ident, *map(slug, _names(kind)))
        if f"-{called}-" in words
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else FALLBACK_KIND


def _names(kind: Kind) -> Iterator[str]:
    for words in kind.texts.values():
        yield from (words.name, *words.also_called)


def catalog_match(name: str) -> str | None:
    """The catalog entry that is called exactly so in any language, accents aside."""
    wanted = slug(name)
    return next(
        (
            ident
            for ident, found in entries().items()
            for lang in found.texts
            if wanted == ident or wanted in map(slug, found.called(lang))
        ),
        None,
    )


def file_of(new: New, lang: str, schema: str = "", *, whole: bool = True) -> Artifact:
    """An item's file, with what each field is for; `whole` adds those that are not given.

    `schema` is the folder of the schemas as seen from the file, or empty.
    """
    head = f"{SCHEMA}{schema}/{new.noun}.schema.json\n" if schema else ""
    hint = f"# {text(lang, 'scaffold.uncomment')}\n" if whole else ""
    body = item(ITEMS[new.noun], new.values, lang, whole=whole)
    gap = "\n" if head or hint else ""
    return Artifact(new.path, f"{head}{hint}{gap}{body}".rstrip("\n") + "\n")


def plain_file_of(new: New, schema: str = "") -> Artifact:
    """An item's file without comments, as one of many out of a table."""
    head = f"{SCHEMA}{schema}/{new.noun}.schema.json\n" if schema else ""
    return Artifact(new.path, head + document(new.values))

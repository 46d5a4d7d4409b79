"""The playbook as one site shows it: names in the reader's language, and links to what has a page."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import quote

from playbook import i18n
from playbook.artifact import Artifact, Worn
from playbook.brand import PARTS, Brand
from playbook.choices import Phase, Visibility
from playbook.diagnostics import Diagnostic, Fact, Location
from playbook.document import Document
from playbook.exports.site.inlines import Inline, Inlines, Text, To
from playbook.exports.site.options import SiteOptions
from playbook.exports.site.showing import Thumb
from playbook.making.cache import Store
from playbook.model import ITEMS, Playbook
from playbook.model.parts import Item
from playbook.named import term
from playbook.store import Memory

RULES = "checks/rules.md"
"""The page that lists every rule."""
LONGEST = 100
"""Rows that a listing shows on one page; a longer one gets a page for each of its groups."""

T = TypeVar("T")


@dataclass(frozen=True)
class View:
    """Everything a page is made from.

    `published` leads from the project's files to where they stand in the site, `contents` from there to the
    bytes of each picture and font. `worn` says how each brand stands in a header. `store` keeps what is made.
    `thumbs` are the pictures of pieces, by id, and `packs` what is handed to suppliers, by noun and id.
    """

    playbook: Playbook
    options: SiteOptions
    diagnostics: tuple[Diagnostic, ...] = ()
    published: Mapping[str, str] = field(default_factory=dict)
    downloads: Mapping[str, Artifact] = field(default_factory=dict)
    contents: Mapping[str, bytes] = field(default_factory=dict)
    worn: Mapping[str, Worn] = field(default_factory=dict)
    store: Store = field(default_factory=Memory)
    thumbs: Mapping[str, Thumb] = field(default_factory=dict)
    packs: Mapping[tuple[str, str], Artifact] = field(default_factory=dict)
    _notes: dict[tuple[str, ...], Any] = field(default_factory=dict, repr=False)

    def once(self, name: tuple[str, ...], function: Callable[[], T]) -> T:
        """What a function gives, which is asked only once for each name."""
        if name not in self._notes:
            self._notes[name] = function()
        found: T = self._notes[name]
        return found

    @cached_property
    def internal(self) -> bool:
        """Whether the readers may see what is wrong."""
        return self.options.edition == Visibility.INTERNAL == self.playbook.edition

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return i18n.texts(self.options.lang)

    def t(self, message: str, **facts: Fact) -> str:
        """A text of the interface."""
        return i18n.text(self.options.lang, message, facts) if facts else self._texts[message]

    def count(self, message: str, number: int) -> str:
        """A text of the interface that counts."""
        return i18n.plural(self.options.lang, message, number)

    def number(self, value: float) -> str:
        """A number without needless zeros."""
        return i18n.number(self.options.lang, int(value) if value == int(value) else value)

    def day(self, value: date) -> str:
        """A date in words."""
        return i18n.day(self.options.lang, value)

    def term(self, scale: str, value: str) -> str:
        """What a word of a vocabulary is called: the project's own name first, then ours, then the id."""
        return term(self.playbook, self.options.lang, scale, value)

    def link(self, noun: str, ident: str, words: str = "") -> Inlines:
        """An item by its name, linked; an unknown one as its id for those who can mend it, else nothing."""
        item = self.playbook.items(noun).get(ident)
        if item is not None:
            return (To(item_path(noun, ident), (Text(words or item.name),)),)
        if self.internal:
            known = ident in self._broken[noun]
            return (
                (To(item_path(noun, ident), (Text(words or ident),)),) if known else (Text(words or ident),)
            )
        return (Text(words),) if words else ()

    @cached_property
    def _broken(self) -> Mapping[str, frozenset[str]]:
        found = {noun: frozenset(b.id for b in self.playbook.broken if b.noun == noun) for noun in ITEMS}
        return {noun: idents - self.playbook.items(noun).keys() for noun, idents in found.items()}

    def stage(self, ident: str) -> Inline:
        """A stage, linked to its touchpoints where it has some."""
        words = (Text(self.term("stage", ident)),)
        if ident not in self._staged:
            return words[0]
        if self.long("touchpoint"):
            return To(f"touchpoints/stage/{slug(ident)}.md", words)
        return To("touchpoints/index.md", words, f"stage-{slug(ident)}")

    @cached_property
    def _staged(self) -> frozenset[str]:
        return frozenset(
            stage for touchpoint in self.playbook.touchpoints.values() for stage in touchpoint.stage
        )

    def long(self, noun: str) -> bool:
        """Whether the listing of these items is too long for one page."""
        return noun in self._long

    @cached_property
    def _long(self) -> frozenset[str]:
        rows = {noun: len(self.playbook.items(noun)) for noun in ITEMS}
        rows["touchpoint"] = sum(len(t.stage) for t in self.playbook.touchpoints.values())
        return frozenset(noun for noun, number in rows.items() if number > LONGEST)

    def phase(self, stage: str) -> Phase:
        """The phase of a stage; unknown stages count as before."""
        return self.playbook.phase(stage) or Phase.BEFORE

    def file(self, brand: Brand | None, name: str) -> str:
        """Where a project file is published, or "" where it is not; `brand` is None for content files."""
        files = brand.files if brand else self.playbook.files
        return self.published.get(files.get(name, ""), "")

    @cached_property
    def by_file(self) -> Mapping[str, tuple[Diagnostic, ...]]:
        """What is wrong, by file; nothing where the readers may not see it."""
        found: dict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in self.diagnostics if self.internal else ():
            found[diagnostic.location.path].append(diagnostic)
        return {path: tuple(group) for path, group in found.items()}

    def line_url(self, location: Location) -> str:
        """The address of a line in the repository's web view; empty where that is not known."""
        at = {"path": quote(location.path), "line": str(location.line)}
        return re.sub(r"\{(path|line)\}", lambda named: at[named[1]], self.options.lines)

    @cached_property
    def shared_files(self) -> frozenset[str]:
        """The files that hold more than one item."""
        seen: set[str] = set()
        twice: set[str] = set()
        for item in self.playbook.every_item():
            path = source_of(item)
            (twice if path in seen else seen).add(path)
        return frozenset(twice)

    def mistakes(self, item: Item) -> tuple[Diagnostic, ...]:
        """What is wrong with an item."""
        if not self.by_file:
            return ()
        path = source_of(item)
        found = self.by_file.get(path, ())
        if not found or path not in self.shared_files:
            return found
        return self.once(("mistakes", item.noun, item.id), lambda: _within(item, found))


def _within(item: Item, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What was found in the lines of an item that shares its file."""
    start, end = item.origin.key_at().line, item.at().end_line or item.at().line
    return tuple(d for d in found if start <= d.location.line <= end)


def item_path(noun: str, ident: str) -> str:
    """The page of an item."""
    return f"{noun}s/{ident}.md"


def brand_path(brand: Brand, part: str = "index") -> str:
    """A page of a brand: `index`, or a part's name."""
    if not brand.id:
        return f"brand/{part}.md"
    folder = slug(brand.id)
    return f"brand/{f'{folder}-brand' if folder in (*PARTS, 'booklet') else folder}/{part}.md"


def rule_path(rule: str, number: int = 1) -> str:
    """The page of a rule; very many findings go on on further ones."""
    return f"checks/{slug(rule)}.md" if number == 1 else f"checks/{slug(rule)}/{number}.md"


def source_of(document: Document) -> str:
    """The project file a document was read from, or "" for one made in memory."""
    try:
        return document.origin.path
    except LookupError:
        return ""


def slug(ident: str) -> str:
    """An id as a name for a file or an anchor: what it loses is made good for by a number."""
    plain = re.sub(r"[^a-z0-9]+", "-", ident.lower()).strip("-")
    return (
        plain if plain == ident else f"{plain}-{zlib.crc32(ident.encode('utf-8', 'replace')):08x}".lstrip("-")
    )


def color_anchor(ident: str) -> str:
    """Where a color stands on the page of its brand's colors."""
    return f"color-{slug(ident)}"

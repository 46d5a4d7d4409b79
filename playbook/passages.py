"""The brand's own language in a playbook: every text that it says itself, and where each word stands.

What others say is left out (customers, competitors, makers of fonts and tools), and so are examples of what
not to say. Within a text, what is not said (see `silence`) is blanked out, one character for one, so that
places stay right.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from playbook.brand import Brand
from playbook.diagnostics import Location
from playbook.document import Document, Keys
from playbook.loader import CONTENT
from playbook.marks import marked
from playbook.model import Playbook
from playbook.silence import silenced
from playbook.terms import Words

MOST = 20
"""Findings of one kind in one text; nobody reads more, and each costs a look at the file."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Value:
    """A text of a YAML file."""

    document: Document
    keys: Keys

    def place(self, text: str, start: int, end: int) -> Location:
        """Where a part of the text stands in the file; where the whole does, if it cannot be told.

        The part is looked for in what was written, however the text is quoted or folded: its occurrences
        keep their order.
        """
        whole = self.document.at(*self.keys)
        written = self.document.origin.layer(self.keys).source.text
        first = _offset(written, whole.line, whole.column)
        last = _offset(written, whole.end_line or whole.line, whole.end_column or whole.column)
        sought = re.compile(r"\s+".join(map(re.escape, text[start:end].split())))
        within = list(sought.finditer(written, first, last))
        before = len(sought.findall(text, 0, start))
        if len(within) != len(sought.findall(text)):
            return whole
        return _location(whole.path, written, *within[before].span())


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a hand-written page."""

    path: str

    def place(self, text: str, start: int, end: int) -> Location:
        """Where a part of the text stands in the file."""
        return _location(self.path, text, start, end)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, the brand that says it, and where it comes from.

    `spoken` is the text with what is not language blanked out; it is as long as `text`.
    """

    brand: Brand
    text: str
    spoken: str
    origin: Value | Written

    def place(self, start: int, end: int) -> Location:
        """Where a part of the text stands."""
        return self.origin.place(self.text, start, end)


@lru_cache(maxsize=1)
def passages(playbook: Playbook) -> tuple[Passage, ...]:
    """Every text of a playbook that the brand says itself, each once: inherited ones with the master.

    Several checks read the same texts one after the other; they are gathered once.
    """
    return tuple(_passages(playbook))


@lru_cache(maxsize=1)
def words(playbook: Playbook) -> frozenset[str]:
    """Every word of these texts, case folded: most terms that are looked for stand in none of them."""
    chunks: set[str] = set()
    for passage in passages(playbook):
        chunks.update(passage.spoken.split())
    return frozenset(_WORD.findall(" ".join(chunks).casefold()))


def _passages(playbook: Playbook) -> Iterator[Passage]:
    for brand in playbook.brands.values():
        for _, part in brand.parts():
            yield from _values(brand, part, of_brand=True)
    yield from _values(playbook.brand, playbook.settings)
    for item in playbook.every_item():
        yield from _values(playbook.brand_of(item), item)
    for page in playbook.pages.values():
        text = unicodedata.normalize("NFC", page.text)
        yield Passage(playbook.brand, text, silenced(text), Written(f"{CONTENT}/{page.path}"))


def _values(brand: Brand, document: Document, *, of_brand: bool = False) -> Iterator[Passage]:
    for keys, value, mark in marked(document, Words):
        if mark.ours and not (of_brand and not brand.wrote(document, *keys)):
            text = value if value.isascii() else unicodedata.normalize("NFC", value)
            yield Passage(brand, text, silenced(text) if mark.prose else text, Value(document, keys))


@lru_cache(maxsize=8)
def _starts(text: str) -> tuple[int, ...]:
    """Where lines begin, as locations count them."""
    return (0, *accumulate(map(len, text.splitlines(keepends=True))))


def _offset(text: str, line: int, column: int) -> int:
    return _starts(text)[line - 1] + column - 1


def _location(path: str, text: str, start: int, end: int) -> Location:
    starts = _starts(text)
    first, last = (bisect_right(starts, at, 0, len(starts) - 1) - 1 for at in (start, end))
    return Location(path, first + 1, start - starts[first] + 1, last + 1, end - starts[last] + 1)

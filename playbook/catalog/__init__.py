"""The ready-made touchpoints that a new playbook is put together from, and the usual pieces of each.

They stand in `touchpoints.yml`: an id, what the touchpoint usually is, and its words by language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import ClassVar

from pydantic import Field

from playbook.choices import Control, Directness, Handler, Nature
from playbook.document import Document, Layer, Origin, build
from playbook.kinds import KindText
from playbook.source import read

FILE = "touchpoints.yml"


class Entry(Document):
    """A touchpoint of the catalog; its fields are those of a touchpoint, with the usual values."""

    noun: ClassVar[str] = "catalog entry"

    stage: tuple[str, ...] = Field(min_length=1)
    """The fine stages it usually belongs to."""
    nature: Nature
    """Tangible or intangible."""
    directness: Directness
    """Direct or indirect."""
    control: Control
    """Owned, partner or uncontrolled."""
    category: str
    """The category."""
    channel: tuple[str, ...] = Field(min_length=1)
    """Where it usually happens."""
    audience: tuple[str, ...] = Field(min_length=1)
    """For whom."""
    handled_by: tuple[Handler, ...] = ()
    """Who usually answers; nobody where there is nothing to answer."""
    pieces: tuple[str, ...] = Field(min_length=1)
    """The kinds of its usual pieces."""
    texts: dict[str, KindText] = Field(min_length=1)
    """The words by language: en, es."""

    def words(self, lang: str) -> KindText:
        """Its words in a language, or in the first one it has."""
        return self.texts.get(lang) or next(iter(self.texts.values()))

    def called(self, lang: str) -> Iterator[str]:
        """Every name that people may know it by, its own first."""
        words = self.words(lang)
        yield from (words.name, *words.also_called)


@cache
def entries() -> Mapping[str, Entry]:
    """The touchpoints of the catalog by id, in the order in which people meet them.

    Raises:
        ValueError: if the catalog that came with the product is not as it should be.
    """
    source = read(f"catalog/{FILE}", files(__name__).joinpath(FILE).read_bytes())
    found: dict[str, Entry] = {}
    for ident, data in source.data.items() if isinstance(source.data, dict) else ():
        entry, mistakes = build(Entry, ident, Origin((Layer(source, data),)), data)
        if entry is None or mistakes or source.problems:
            raise ValueError(f"{source.path}: {ident}: {mistakes or source.problems}")
        found[ident] = entry
    return found

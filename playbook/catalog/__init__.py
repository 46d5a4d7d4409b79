"""The ready-made touchpoints that a new playbook is put together from, and the usual pieces of each.

They stand in `touchpoints.yml`: an id, what the touchpoint usually is, and its words by language. The lines
of business stand in `sectors.yml`, with what a playbook of each begins with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import ClassVar, TypeVar

from pydantic import Field

from playbook.choices import Control, Directness, Handler, Nature, Phase
from playbook.document import Document, Layer, Model, Origin, build
from playbook.kinds import KindText
from playbook.source import read
from playbook.yamltext import Plain

FILE = "touchpoints.yml"
SECTORS = "sectors.yml"
_COPIED = ("stage", "nature", "directness", "control", "category", "channel", "audience", "handled_by")


class EntryText(KindText):
    """An entry's words in one language."""

    advice: str
    """What those who do it well would say about it, in a sentence."""
    questions: tuple[str, ...] = Field(min_length=1)
    """What to ask oneself, and real customers, about it."""


class Entry(Document):
    """A touchpoint of the catalog; its fields are those of a touchpoint, with the usual values."""

    noun: ClassVar[str] = "catalog entry"

    phase: Phase | None = None
    """Where the customers' part of the catalog lists it; nothing for what is for others."""
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
    metrics: tuple[str, ...] = Field(min_length=1)
    """The KPIs that it is usually measured by."""
    usual_in: tuple[str, ...] = ()
    """The sectors whose members usually have it; without any, they all do."""
    texts: dict[str, EntryText] = Field(min_length=1)
    """The words by language: en, es."""

    def words(self, lang: str) -> EntryText:
        """Its words in a language, or in the first one it has."""
        return self.texts.get(lang) or next(iter(self.texts.values()))

    def called(self, lang: str) -> Iterator[str]:
        """Every name that people may know it by, its own first."""
        words = self.words(lang)
        yield from (words.name, *words.also_called)

    def values(self, lang: str) -> dict[str, Plain]:
        """What a touchpoint made from it says."""
        words = self.words(lang)
        copied = {field: getattr(self, field) for field in _COPIED}
        return {
            "name": words.name,
            "summary": words.summary or "",
            "also_called": list(words.also_called),
            **{field: _plain(value) for field, value in copied.items() if value},
        }


class Start(Model):
    """A touchpoint that a playbook of a sector begins with."""

    name: dict[str, str] = Field(default_factory=dict)
    """What the sector calls it, by language; otherwise it keeps the name of its entry."""
    owner: str
    """The role that keeps it."""
    pieces: tuple[str, ...] = Field(min_length=1)
    """The kinds of the pieces that it begins with."""


class Sector(Document):
    """A line of business."""

    noun: ClassVar[str] = "sector"

    texts: dict[str, KindText] = Field(min_length=1)
    """What it is called, by language."""
    touchpoints: dict[str, Start] = Field(min_length=1)
    """What a playbook begins with, by the ids of the catalog."""

    def called(self) -> Iterator[str]:
        """Its id and every name that it goes by, in any language."""
        yield self.id
        for words in self.texts.values():
            yield from (words.name, *words.also_called)


@cache
def entries() -> Mapping[str, Entry]:
    """The touchpoints of the catalog by id, in the order in which people meet them.

    Raises:
        ValueError: if the catalog that came with the product is not as it should be.
    """
    return _read(FILE, Entry)


@cache
def sectors() -> Mapping[str, Sector]:
    """The sectors by id, the most general first.

    Raises:
        ValueError: if the list that came with the product is not as it should be.
    """
    return _read(SECTORS, Sector)


def _plain(value: tuple[str, ...] | str) -> Plain:
    return [str(v) for v in value] if isinstance(value, tuple) else str(value)


D = TypeVar("D", bound=Document)


def _read(file: str, model: type[D]) -> Mapping[str, D]:
    source = read(f"catalog/{file}", files(__name__).joinpath(file).read_bytes())
    found: dict[str, D] = {}
    for ident, data in source.data.items() if isinstance(source.data, dict) else ():
        made, mistakes = build(model, ident, Origin((Layer(source, data),)), data)
        if made is None or mistakes or source.problems:
            raise ValueError(f"{source.path}: {ident}: {mistakes or source.problems}")
        found[ident] = made
    return found

"""Kinds of piece: what a kind is called, what it is for, and what a piece of it usually must be.

A kind is a folder with a `kind.yml`: the built-in ones beside this file, a project's own under
`brand/kinds/`. Adding one is adding a folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import ClassVar, Literal

from pydantic import Field, PrivateAttr

from playbook.document import Document, Layer, Model, Origin, build
from playbook.kinds.fields import KindCode, KindField, KindOutput
from playbook.render.including import Part, parse_with
from playbook.render.template import If, Template, marks
from playbook.source import read

FILE = "kind.yml"
PARTS = "_parts"
"""The folder of parts that templates of every kind can take in."""


class KindText(Model):
    """A kind's words in one language."""

    name: str
    """What people call it."""
    summary: str | None = None
    """What it is for."""
    also_called: tuple[str, ...] = ()
    """Other names that people search by."""
    note: str | None = None
    """What people should know before they fill it in."""


class UsualSize(Model):
    """A size that pieces of the kind are usually needed in."""

    width: float
    """The width, in `unit`."""
    height: float | None = None
    """The height, in `unit`."""
    unit: Literal["px", "mm"] = "px"
    """px on screens, mm in print."""
    name: str | None = None
    """What the size is for."""
    source: str | None = None
    """Who says so."""
    verified_on: str | None = None
    """The day on which somebody looked it up."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What templates ask for: the first names of what they read, and filters."""

    names: frozenset[str] = frozenset()
    filters: frozenset[str] = frozenset()


class Kind(Document):
    """A kind of piece."""

    noun: ClassVar[str] = "kind"

    texts: dict[str, KindText] = Field(min_length=1)
    """The words by language: en, es."""
    group: Literal["document", "email", "social", "print", "web", "process", "object", "media"] = "document"
    """The family it belongs to."""
    icon: str | None = None
    """The name of a Material Design icon."""
    format: tuple[str, ...] = ()
    """The file formats it usually has."""
    sizes: tuple[UsualSize, ...] = ()
    """The sizes it is usually needed in."""
    fields: dict[str, KindField] = Field(default_factory=dict)
    """What is filled in, by name; templates call it so."""
    labels: dict[str, dict[str, str]] = Field(default_factory=dict)
    """Words of the templates by name, each by language; templates call them `label.name`."""
    totals: str | None = None
    """The list of lines that are added up: each with `quantity`, `price`, `discount`, `tax`."""
    code: KindCode | None = None
    """The QR code that somebody may ask for."""
    outputs: tuple[KindOutput, ...] = ()
    """The documents that come out, the most important one first."""

    _templates: Mapping[str, Template] = PrivateAttr(default_factory=dict)

    @property
    def templates(self) -> Mapping[str, Template]:
        """The templates of its outputs by file name; those that can be used."""
        return self._templates

    def with_templates(self, templates: Mapping[str, Template]) -> Kind:
        """The same kind, made by these templates."""
        copy = self.model_copy()
        copy._templates = templates  # noqa: SLF001 - the same class
        copy.__dict__.pop("asked", None)
        return copy

    @cached_property
    def asked(self) -> Asked:
        """What its templates ask for; copies of it know that too, for a project has hundreds of them."""
        own = {output.template for output in self.outputs}
        found = [template for name, template in self._templates.items() if name in own]
        every = [mark for template in found for mark in marks(template.nodes)]
        filters = (each.name for mark in every if not isinstance(mark, If) for each in mark.filters)
        return Asked(frozenset(mark.path[0] for mark in every), frozenset(filters))

    def words(self, lang: str) -> KindText:
        """Its words in a language, or in the first one it has."""
        return self.texts.get(lang) or next(iter(self.texts.values()))


@cache
def builtin() -> Mapping[str, Kind]:
    """The kinds that come with the product, by id."""
    found = {}
    for folder in sorted(files(__name__).iterdir(), key=lambda f: f.name):
        file = folder.joinpath(FILE)
        if file.is_file():
            source = read(f"kinds/{folder.name}/{FILE}", file.read_bytes())
            kind, mistakes = build(Kind, folder.name, Origin((Layer(source, source.data),)), source.data)
            if kind is None or mistakes or source.problems:
                raise ValueError(f"{source.path}: {mistakes or source.problems}")
            found[folder.name] = kind.with_templates(_templates(folder, kind))
    return found


def _templates(folder: Traversable, kind: Kind) -> dict[str, Template]:
    named = {output.template: folder.joinpath(output.template) for output in kind.outputs}
    return {
        name: parse_with(f"kinds/{kind.id}/{name}", _text(file), part_of(name))
        for name, file in named.items()
        if file.is_file()
    }


def part_of(template: str) -> Part:
    """The built-in parts for a template: files of its format."""
    ending = template.rpartition(".")[2]

    def part(name: str) -> tuple[str, str] | None:
        file = files(__name__).joinpath(PARTS, f"{name}.{ending}")
        return (f"kinds/{PARTS}/{name}.{ending}", _text(file)) if file.is_file() else None

    return part


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")

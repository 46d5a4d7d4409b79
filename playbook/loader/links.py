"""What refers to what: every id, file and field name that a playbook mentions has to be there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from playbook.brand import PARTS, Brand
from playbook.color import parse
from playbook.diagnostics import Problem
from playbook.document import Document
from playbook.loader.files import Files
from playbook.loader.mistakes import LISTED, choice
from playbook.marks import marked, models_in
from playbook.model import ITEMS, Playbook
from playbook.model.journey import Journey
from playbook.model.settings import Settings
from playbook.terms import FileRef, Ref

_IF_DECLARED = frozenset({"owner", "product"})
"""Free words until the settings list them."""
_MANY = 200
"""So many ids can be compared with each misspelt one; more would take time that grows with the square."""
_COLORS = frozenset({"color", "background"})


class Links:
    """The ids that each kind of reference may name, for one brand of a playbook."""

    def __init__(self, playbook: Playbook, brand: Brand, unread: Collection[str]) -> None:
        """`unread` names the parts of the brand that could not be read: references to them are not judged."""
        colors = written(brand.colors, "palette", "roles")
        families = written(brand.fonts, "families")
        self.known: dict[str, Collection[str]] = dict(playbook.known)
        self._in_order: dict[str, list[str]] = {}
        self._told = 0
        for kind in _IF_DECLARED:
            if not self.known[kind]:
                del self.known[kind]
        for part, ids in {
            "identity": {"message": written(brand.identity, "messages")},
            "colors": {
                "color": colors,
                "background": {"light", "dark"} | written(brand.logo, "backgrounds") | colors,
            },
            "fonts": {"font": families, "font-role": families | written(brand.fonts, "roles")},
            "logo": {"logo": written(brand.logo, "variants")},
        }.items():
            self.known |= {} if part in unread else ids

    def problem(self, document: Document, keys: Any, value: str, kind: str) -> Problem | None:
        """What is wrong with a reference, if anything."""
        known = self._steps(document) if kind == "step" else self.known.get(kind)
        if known is None or value in known or (kind in _COLORS and parse(value) is not None):
            return None
        likely = self._likely(kind, known, value)
        return choice("unknown-reference", document.at(*keys), value, likely, f"@noun.{kind}")

    def _likely(self, kind: str, known: Collection[str], value: str) -> Collection[str]:
        """The ids to compare a misspelt one with: of very many only those that begin alike.

        After hundreds of mistakes there is another one behind them all, and none is compared any more.
        """
        self._told += 1
        if self._told > _MANY:
            return known if len(known) <= LISTED else ()
        if len(known) <= _MANY:
            return known
        in_order = self._in_order.setdefault(kind, sorted(known))
        at = bisect_left(in_order, value)
        return in_order[max(0, at - _MANY // 4) : at + _MANY // 4]

    @staticmethod
    def _steps(document: Document) -> Collection[str]:
        return [step.id for step in document.steps if step.id] if isinstance(document, Journey) else []


def written(document: Document, *sections: str) -> set[str]:
    """The ids in some mappings of a document, as written: an entry that was refused stays a known id."""
    found: set[str] = set()
    for layer in document.origin.layers:
        for section in sections:
            entries = layer.data.get(section) if isinstance(layer.data, dict) else None
            found |= set(entries) if isinstance(entries, dict) else set()
    return found


def dangling(playbook: Playbook, unread: Collection[str]) -> Iterator[Problem]:
    """Every reference to something that is not there."""
    by_brand = {ident: Links(playbook, brand, unread) for ident, brand in playbook.brands.items()}
    for ident, document in documents(playbook):
        links = by_brand.get(ident, by_brand[""])
        for keys, value, mark in marked(document, Ref):
            if value in links.known.get(mark.kind, ()):
                continue  # as nearly always
            problem = links.problem(document, keys, value, mark.kind)
            if problem and _own(document, keys):
                yield problem


def circles(playbook: Playbook) -> Iterator[Problem]:
    """Roles of colors that name each other and never a color."""
    for brand in playbook.brands.values():
        for role, shades in brand.colors.roles.items():
            named = {shades.light, shades.dark}
            if named <= brand.colors.roles.keys() and brand.color(role) is None:
                place = brand.colors.at("roles", role)
                yield Problem("bad-color.circle", place, {"role": role}, hint="bad-color.circle-hint")


def documents(playbook: Playbook) -> Iterator[tuple[str, Document]]:
    """Every document of a playbook with the id of the brand it belongs to."""
    for ident, brand in playbook.brands.items():
        for _, part in brand.parts():
            yield ident, part
    yield "", playbook.settings
    for item in playbook.every_item():
        yield (item.brands[0] if item.brands else ""), item


def _own(document: Document, keys: Any) -> bool:
    """Whether a value is the document's own; what a sub-brand inherits is told once, at its master."""
    return (
        not document.id
        or document.noun not in PARTS
        or document.origin.layer(keys) is document.origin.layers[0]
    )


def locate_files(
    files: Files, document: Document, bases: tuple[str, ...]
) -> tuple[dict[str, str], list[Problem]]:
    """Where the files that a document names are, by their written path, and which are missing."""
    located: dict[str, str] = {}
    missing: list[Problem] = []
    for keys, written, _ in marked(document, FileRef):
        path = files.resolve(written, bases)
        if path:
            located[written] = path
        elif _own(document, keys):
            meant = files.similar(written, bases) or ""
            case = "refused" if files.stands(written, bases) else "meant" if meant else "absent"
            facts = {"file": written, "folder": bases[0], "meant": meant}
            missing.append(
                Problem(f"missing-file.{case}", document.at(*keys), facts, hint=f"missing-file.{case}-hint")
            )
    return located, missing


def unknown_fields(settings: Settings) -> Iterator[Problem]:
    """Names under `visibility` that no field has: a slip there would publish what was to stay inside."""
    for name in settings.visibility:
        if name not in field_names():
            problem = choice("unknown-field", settings.origin.key_at("visibility", name), name, field_names())
            yield problem


@cache
def field_names() -> Collection[str]:
    """The fields of items and brand parts, nested ones with dots: `metrics.current`."""
    models: list[type[BaseModel]] = [*ITEMS.values(), *PARTS.values(), Settings]
    return frozenset(name for model in models for name in _fields(model, ""))


def _fields(model: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield prefix + name
        for inner in models_in(field.annotation):
            yield from _fields(inner, f"{prefix}{name}.")

"""Editions: a playbook less everything that an edition's readers may not see.

What is dropped leaves no trace: not the item, not its fields, not the references to it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from playbook.brand import Brand
from playbook.choices import Visibility
from playbook.diagnostics import PlaybookError
from playbook.document import Document
from playbook.marks import marks_of
from playbook.model import ITEMS, MASTER, Playbook
from playbook.model.parts import Item
from playbook.references import find
from playbook.terms import Confidential, Ref

_KEPT = frozenset({"name", "visibility"})
"""What an identity keeps in every edition: a site has to have a name."""


def restrict(playbook: Playbook, edition: Visibility) -> Playbook:
    """The playbook as an edition shows it; the internal one is the playbook itself.

    Raises:
        PlaybookError: if the settings could not be read: they may hide what would then be published.
    """
    if edition is Visibility.INTERNAL:
        return playbook
    if playbook.unsettled:
        raise PlaybookError("edition.unsettled", edition=str(edition))
    brands = {
        i: b for i, b in playbook.brands.items() if i == MASTER or b.identity.visibility.shown_in(edition)
    }
    groups = {noun: _shown(playbook.items(noun), edition, brands) for noun in ITEMS}
    shown = {noun: group.keys() for noun, group in groups.items()}
    gate = Gate(edition, playbook.settings.visibility, {**shown, "brand": brands.keys()})
    opened: dict[str, Any] = {f"{noun}s": gate.all(group) for noun, group in groups.items()}
    return replace(
        playbook,
        brands={ident: _brand(brand, gate) for ident, brand in brands.items()},
        settings=gate.open(playbook.settings),
        pages={
            path: replace(page, title=gate.told(page.title), text=gate.told(page.text))
            for path, page in playbook.pages.items()
            if page.visibility.shown_in(edition)
        },
        broken=(),
        sources={},
        edition=edition,
        **opened,
    )


def _shown(items: Mapping[str, Item], edition: Visibility, brands: Collection[str]) -> dict[str, Item]:
    """The items of an edition; one that belongs to hidden sub-brands only is hidden with them."""
    return {
        ident: item
        for ident, item in items.items()
        if item.visibility.shown_in(edition)
        and (not item.brands or any(brand in brands for brand in item.brands))
    }


def _brand(brand: Brand, gate: Gate) -> Brand:
    for part, document in brand.parts():
        seen = gate.open(document)
        if not getattr(document, "visibility", Visibility.PUBLIC).shown_in(gate.edition):
            seen = _emptied(document)
        brand = brand.with_part(part, seen)
    return brand if brand.voice.styles else replace(brand, rules=())


def _emptied(document: Document) -> Document:
    fields = type(document).model_fields
    blank = {n: f.get_default(call_default_factory=True) for n, f in fields.items() if n not in _KEPT}
    return document.revised(**blank)


@dataclass(frozen=True)
class Gate:
    """What an edition lets through: levels of fields by dotted name, and the ids that are shown."""

    edition: Visibility
    levels: Mapping[str, Visibility]
    shown: Mapping[str, Collection[str]]

    def open(self, document: Any) -> Any:
        """A copy of a document with only what the edition shows."""
        return document.revised(**self._changes(document, ""))

    def all(self, items: Mapping[str, Item]) -> dict[str, Any]:
        """Copies of some items, by id."""
        return {ident: self.open(item) for ident, item in items.items()}

    def _changes(self, model: BaseModel, prefix: str) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        for name, field in type(model).model_fields.items():
            value = getattr(model, name)
            if value is None or value == ():
                continue
            if not self._level(prefix + name, field).shown_in(self.edition) and not field.is_required():
                changes[name] = field.get_default(call_default_factory=True)
            else:
                seen = self._value(value, field.annotation, field.metadata, f"{prefix}{name}.")
                changes |= {name: seen} if seen is not value else {}
        return changes

    def _level(self, name: str, field: Any) -> Visibility:
        mark = next((m for m in field.metadata if isinstance(m, Confidential)), None)
        own = mark.visibility if mark else Visibility.PUBLIC
        return self.levels.get(name, own)

    def _value(self, value: Any, annotation: Any, metadata: Any, prefix: str) -> Any:
        if isinstance(value, BaseModel):
            return self._model(value, prefix)
        if isinstance(value, tuple):
            kept = tuple(
                seen for entry in value if (seen := self._entry(entry, annotation, prefix)) is not None
            )
            return value if kept == value else kept
        if isinstance(value, dict):
            kept_entries = {
                k: s for k, v in value.items() if (s := self._entry(v, annotation, prefix)) is not None
            }
            return value if kept_entries == value else kept_entries
        return self._plain(value, marks_of(annotation, metadata, Ref))

    def _entry(self, value: Any, annotation: Any, prefix: str) -> Any:
        """An entry of a list or mapping; None where it is hidden, or is about something hidden."""
        if not isinstance(value, BaseModel):
            return self._plain(value, marks_of(annotation, (), Ref))
        visibility = getattr(value, "visibility", Visibility.PUBLIC)
        return self._model(value, prefix) if visibility.shown_in(self.edition) else None

    def _model(self, model: BaseModel, prefix: str) -> BaseModel | None:
        changes = self._changes(model, prefix)
        required = {n for n, f in type(model).model_fields.items() if f.is_required()}
        if any(changes.get(name, "") is None for name in required):
            return None
        return model.model_copy(update=changes) if changes else model

    def _plain(self, value: Any, refs: tuple[Ref, ...]) -> Any:
        if not self._refers(value, refs):
            return None
        return self.told(value) if isinstance(value, str) else value

    def told(self, text: str) -> str:
        """The text less the ids of hidden items in its live references; the author's words for them stay."""
        if "[[" not in text:
            return text
        parts, done = [], 0
        for found in find(text):
            if found.noun in self.shown and found.id not in self.shown[found.noun]:
                words = f"|{found.label}" if found.label else ""
                parts += [text[done : found.start], f"[[{found.noun}:{words}]]"]
                done = found.end
        return "".join([*parts, text[done:]])

    def _refers(self, value: Any, refs: tuple[Ref, ...]) -> bool:
        return all(ref.kind not in self.shown or value in self.shown[ref.kind] for ref in refs)

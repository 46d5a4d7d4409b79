"""A brand among its sub-brands: the ways between them, and what a sub-brand has from its master."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from playbook.brand import Brand
from playbook.document import Document
from playbook.exports.site.blocks import Block, Para, Switch
from playbook.exports.site.inlines import Inlines, Text, To
from playbook.exports.site.names import words
from playbook.exports.site.view import View, brand_path

MOST = 12
"""Brands that a page leads to side by side; of a larger family, to the master alone."""

_ENTRIES = {
    "identity": {"messages": "text"},
    "logo": {"variants": "file"},
    "colors": {"palette": "value"},
    "fonts": {"families": "name", "roles": "family"},
    "imagery": {"pictures": "file"},
}
"""The entries of each part, and the key that makes one the sub-brand's own; others only add to it."""


def filled(brand: Brand) -> tuple[str, ...]:
    """The parts of a brand that say something and so have a page."""
    return tuple(part for part, document in brand.parts() if part != "identity" and said(document))


def said(document: Document) -> bool:
    """Whether a document holds more than what a missing one would."""
    fields = type(document).model_fields
    return any(getattr(document, n) != f.get_default(call_default_factory=True) for n, f in fields.items())


def is_bound(view: View, brand: Brand) -> bool:
    """Whether there is a booklet of the brand: as HTML, for browsers print it, and of more than one page."""
    return view.options.writer == "html" and bool(filled(brand))


def switch(view: View, brand: Brand, part: str) -> Iterator[Block]:
    """The ways to the same page of the other brands, or to their start pages where they have none such."""
    brands = tuple(view.playbook.brands.values())
    near = [other for other in brands if len(brands) <= MOST or other.id in {"", brand.id}]
    if len(brands) > 1:
        here = [other.id for other in near].index(brand.id)
        yield Switch(view.t("site.brand"), tuple(_same(other, part) for other in near), here)


def _same(brand: Brand, part: str) -> To:
    there = part if part in filled(brand) else "index"
    return To(brand_path(brand, there), words(brand.name))


def own_first(brand: Brand) -> Brand:
    """The brand with its own entries before those that it has from its master."""
    for part, fields in _ENTRIES.items() if brand.id else ():
        document: Document = getattr(brand, part)
        sorts = {name: _sorted(brand, part, name, getattr(document, name)) for name in fields}
        brand = brand.with_part(part, document.revised(**sorts))
    return brand


def _sorted(brand: Brand, part: str, field: str, entries: Mapping[str, BaseModel]) -> dict[str, BaseModel]:
    return dict(sorted(entries.items(), key=lambda entry: not owns(brand, part, field, entry[0])))


def owns(brand: Brand, part: str, field: str, ident: str) -> bool:
    """Whether an entry is the brand's own, rather than its master's with a word added."""
    return brand.wrote(getattr(brand, part), field, ident, _ENTRIES[part][field])


def inherited(view: View, brand: Brand, part: str) -> Iterator[Block]:
    """What a page of a sub-brand shows that is its master's."""
    document: Document = getattr(brand, part)
    if not brand.id:
        return
    if not brand.wrote(document):
        yield Para((*_from(view, "all", part), Text(".")), "quiet")
        return
    names = [
        getattr(entry, "name", None) or ident
        for field in _ENTRIES.get(part, {})
        for ident, entry in getattr(document, field).items()
        if not owns(brand, part, field, ident)
    ]
    if names:
        yield Para((*_from(view, "some", part), Text(f": {', '.join(names)}.")), "quiet")


def _from(view: View, how: str, part: str) -> Inlines:
    master = view.playbook.brand
    return Text(f"{view.t(f'site.inherited.{how}')} "), To(brand_path(master, part), words(master.name))

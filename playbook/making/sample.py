"""A piece with its examples, as it is shown where nobody has filled it in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from playbook.brand import Brand
from playbook.kinds import Kind
from playbook.making.cache import Stock, Store, key, remembered, whole
from playbook.making.files import Read, content
from playbook.making.languages import chosen
from playbook.making.look import look
from playbook.making.picture import logo, mark
from playbook.making.values import defaults, examples
from playbook.making.widths import widths
from playbook.observe.svg.clean import harmless
from playbook.render.brand_view import elements
from playbook.render.formats import FORMATS
from playbook.render.raster import png

_PARTS = ("identity", "colors", "fonts", "logo")
"""Of a brand, what pieces are made from."""


def stock(brand: Brand, read: Read, store: Store) -> Stock:
    """What there is of a brand; `read` gives the bytes of a project file."""
    read = cache(read)
    seen = shown(brand, read, store)
    found = look(
        brand,
        seen,
        read,
        draw=lambda svg: remembered(store, "png", (svg,), lambda: png(svg)),
        clean=lambda svg: remembered(store, "harmless", (svg,), lambda: harmless(svg)),
    )
    set_in = dict(brand.parts())["fonts"]
    return Stock(found, cache(lambda: widths(brand, read, store)), key(replace(found, brand={}), set_in))


def shown(brand: Brand, read: Read, store: Store) -> dict[str, Any]:
    """What templates see of a brand, its logo included: finding readable shades takes its time."""

    def fresh() -> bytes:
        return json.dumps(elements(brand, logo(brand, read), mark(brand, read))).encode()

    said = {part: document for part, document in brand.parts() if part in _PARTS}
    logos = {path: content(path, read) for path in _logos(brand)}
    found: dict[str, Any] = json.loads(remembered(store, "elements", (said, logos), fresh))
    return found


def _logos(brand: Brand) -> Iterator[str]:
    yield from (brand.files[each.file] for each in brand.logo.variants.values() if each.file in brand.files)


def sample(kind: Kind, given: Stock, lang: str, store: Store) -> dict[str, bytes]:
    """Every document of a kind with its examples, by name; formats that need an extra only where it is there.

    Raises:
        TooLong: if a template makes more than any piece holds.
    """
    said: dict[str, Any] = defaults(kind.fields, given.look.brand)
    formats = FORMATS[chosen(kind, said) or lang]
    values = {**dict(examples(kind.fields, formats.lang)), **said}
    made = whole(kind, given, values, formats, store)
    return {file.path: file.as_bytes() for file in made.files}

"""Which parts of a brand stand behind what templates read of it.

Parts have ids that people can write: `logo`, `name`, `tagline`, `address`; `color:fig`, `font:text` and
`message:here` name an entry of the palette, a family and a message.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from playbook.brand import Brand
from playbook.render.brand_view import WEIGHTS, font_role, origin

LOGO = "logo"
TEXTS = {
    "name": "name",
    "tagline": "tagline",
    "contact.address": "address",
    "contact.phone": "phone",
    "contact.email": "email",
    "contact.website": "website",
    "contact.hours": "hours",
    "social": "social",
    "legal.name": "legal-name",
    "legal.tax_id": "tax-id",
    "legal.note": "legal-note",
    "legal.privacy": "privacy",
}
"""What templates read in words, and the ids of these texts."""

_FIELD = {
    "ground": "primary",
    "ink": "background",
    "title": "accent",
    "accent": "accent",
    "on_accent": "primary",
}
"""The roles that the field is made of."""
_SHADES = frozenset({"color", "ink", "on", "on_surface"})
_LETTERING = frozenset({"font", "weight", "fallback"})
_DRAWN = frozenset({"logo", "mark"})


def parts(brand: Brand, path: str) -> Iterator[str]:
    """The parts behind what a template reads at a path; none for what is no part of the brand."""
    first, _, name = path.partition(".")
    if path in TEXTS:
        yield TEXTS[path]
    elif first in _DRAWN:
        yield LOGO
    elif first == "message":
        yield from central(brand)
    elif first in _LETTERING:
        yield from fonts(brand, name)
    else:
        yield from _inks(brand, first, name)


def _inks(brand: Brand, first: str, name: str) -> Iterator[str]:
    """The colors behind what is read of a group, by day or by night."""
    if first == "night":
        group, _, role = name.partition(".")
        yield from colors(brand, role, dark=True) if group in _SHADES else ()
    elif first == "field":
        yield from colors(brand, _FIELD.get(name, ""))
    elif first == "code":
        yield from colors(brand, "primary")
    elif first in _SHADES:
        yield from colors(brand, name)


def colors(brand: Brand, name: str, *, dark: bool = False) -> Iterator[str]:
    """The entry of the palette behind a role or an id; the role itself where it has a value of its own."""
    name = origin(brand, name, dark=dark)
    entry = brand.entry(name, dark=dark)
    if name:
        yield f"color:{entry[0] if entry else name}"


def fonts(brand: Brand, name: str) -> Iterator[str]:
    """The family behind a role or an id."""
    role = font_role(brand, name) if name in WEIGHTS else brand.fonts.roles.get(name)
    family = role.family if role else name
    if family in brand.fonts.families:
        yield f"font:{family}"


def central(brand: Brand) -> Iterator[str]:
    """The message that stands for all of a brand."""
    messages = brand.identity.messages
    first = brand.identity.message if brand.identity.message in messages else next(iter(messages), None)
    if first:
        yield f"message:{first}"


def known(brand: Brand) -> Iterator[tuple[str, frozenset[str]]]:
    """Every word that names parts of a brand, and the parts: ids, roles, and `color` for all of a sort."""
    if brand.logo.variants:
        yield LOGO, frozenset({LOGO})
    said = attrgetter(*TEXTS)(brand.identity)
    yield from ((text, frozenset({text})) for text, value in zip(TEXTS.values(), said, strict=True) if value)
    sorts = {
        "color": {name: _color(brand, name) for name in (*brand.colors.roles, *brand.colors.palette)},
        "font": {name: frozenset(fonts(brand, name)) for name in (*brand.fonts.roles, *brand.fonts.families)},
        "message": {name: frozenset({f"message:{name}"}) for name in brand.identity.messages},
    }
    for sort, named in sorts.items():
        yield sort, frozenset().union(*named.values())
        yield from ((f"{sort}:{name}", found) for name, found in named.items())


def _color(brand: Brand, name: str) -> frozenset[str]:
    """What plays a role, by day and by night."""
    return frozenset((*colors(brand, name), *colors(brand, name, dark=True)))

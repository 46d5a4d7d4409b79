"""The brand's colors and fonts as an office theme has them, and the colors of a part tied to its theme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

_ROLES = {
    "dk1": ("ink", "text"),
    "lt1": ("color", "background"),
    "dk2": ("color", "primary"),
    "lt2": ("color", "surface"),
    "accent1": ("color", "primary"),
    "accent2": ("color", "secondary"),
    "accent3": ("color", "accent"),
}
_MORE = ("accent4", "accent5", "accent6")
_LINKS = {"hlink": ("ink", "link"), "folHlink": ("ink", "muted")}
_AS_MAPPED = {"lt1": "bg1", "dk1": "tx1", "lt2": "bg2", "dk2": "tx2"}
"""What a slide calls these; the master's color map says so."""
_PREFERRED = ("lt1", "dk1", "accent1", "accent2", "accent3", *_MORE, "lt2", "dk2", "hlink", "folHlink")
_VALUE = re.compile(r'<a:srgbClr val="#([0-9A-Fa-f]{6})"/>')


def theme(brand: Mapping[str, Any]) -> dict[str, str]:
    """The twelve colors of a theme in their order, as `#RRGGBB`.

    What the roles leave of the accents is taken from the palette: its first colors that no role of the page
    has. Source of the names: ECMA-376, 20.1.6.2.
    """
    found = {name: brand[group][role] for name, (group, role) in _ROLES.items()}
    more = [
        *islice(_others(brand["color"], set(found.values())), len(_MORE)),
        *[found["accent1"]] * len(_MORE),
    ]
    accents = dict(zip(_MORE, more, strict=False))
    links = {name: brand[group][role] for name, (group, role) in _LINKS.items()}
    return {**found, **accents, **links}


def _others(colors: Mapping[str, str], taken: set[str]) -> Iterator[str]:
    seen = {*taken, *(colors[name] for name in ("text", "background", "muted", "border", "surface"))}
    for name in colors:
        value = colors[name]
        if value not in seen:
            seen.add(value)
            yield value


def tied(part: str, colors: Mapping[str, str]) -> str:
    """A part whose colors follow the theme wherever it has them, so that changing the theme changes all."""
    names = {colors[name]: _AS_MAPPED.get(name, name) for name in reversed(_PREFERRED)}

    def _tied(found: re.Match[str]) -> str:
        name = names.get(f"#{found[1]}")
        return f'<a:schemeClr val="{name}"/>' if name else f'<a:srgbClr val="{found[1]}"/>'

    return _VALUE.sub(_tied, part)


def bare(part: str) -> str:
    """The theme's own part, its colors written as numbers."""
    return _VALUE.sub(r'<a:srgbClr val="\1"/>', part)


def first_font(stack: str) -> str:
    """The family that a stack of fonts begins with."""
    return stack.partition(",")[0].strip(" '\"")

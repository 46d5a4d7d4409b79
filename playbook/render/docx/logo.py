"""The brand's logo in a document: as dots, and as the drawing for programs that show one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playbook.render.look import Look

_EMU = 36_000
"""Units of a millimeter. Source: ECMA-376, part 1, 20.1.2.1."""
_LARGEST = (62, 12)
"""Millimeters of its width and height, at most."""
_DOTS, _DRAWN = "rId20", "rId21"


def media(look: Look) -> Mapping[str, bytes]:
    """Its files by name; none where there are no dots, for without them most programs show nothing."""
    if not look.logo_dots:
        return {}
    dots = {f"logo.{_kind(look)}": look.logo_dots}
    return dots | ({"logo.svg": look.logo} if look.logo_kind == "svg" else {})


def relations(look: Look) -> list[dict[str, str]]:
    """What ties the document to the files: `id` and `name`."""
    names = zip((_DOTS, _DRAWN), media(look), strict=False)
    return [{"id": ident, "name": f"media/{name}"} for ident, name in names]


def shown(look: Look, alt: str) -> dict[str, Any]:
    """The logo as `logo.xml` shows it."""
    high = min(_LARGEST[1], _LARGEST[0] / look.logo_ratio)
    return {
        "alt": alt,
        "wide": round(high * look.logo_ratio * _EMU),
        "high": round(high * _EMU),
        "dots": _DOTS,
        "drawn": _DRAWN if look.logo_kind == "svg" else "",
    }


def _kind(look: Look) -> str:
    return "jpeg" if look.logo_dots.startswith(b"\xff\xd8") else "png"

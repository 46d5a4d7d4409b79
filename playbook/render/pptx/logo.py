"""The brand's logo on slides: as shapes where it can be drawn so, as a picture, or as the brand's name."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playbook.render.look import Look
from playbook.render.pptx.drawing import Drawing, drawing

_HELD = ("png", "jpeg")
"""Formats of pictures that every program for presentations shows."""
_PNG = b"\x89PNG"
_AIR = 8
"""pt around a logo that stands on a ground of its own."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo: its drawing, or its bytes and their format; the ground that it needs, or ""."""

    alt: str
    ratio: float
    drawn: Drawing | None = None
    content: bytes = b""
    kind: str = ""
    ground: str = ""


def on_page(look: Look) -> Logo | None:
    """The logo for light grounds, as dots where its drawing holds more than plain shapes."""
    frame = Logo(look.logo_alt, look.logo_ratio)
    kind = "png" if look.logo_dots.startswith(_PNG) else "jpeg"
    return _logo(look.logo, look.logo_kind, frame) or (
        _logo(look.logo_dots, kind, frame) if look.logo_dots else None
    )


def on_field(look: Look) -> Logo | None:
    """The logo for the field of the brand's first color."""
    mark = look.brand["mark"]
    if not mark:
        return None
    kind, _, coded = mark["image"].partition(";base64,")
    try:
        content = b64decode(coded, validate=True)
    except binascii.Error:
        return None
    frame = Logo(mark["alt"], mark["width"] / mark["height"], ground=mark["ground"])
    return _logo(content, kind.partition("+")[0], frame)


def _logo(content: bytes, kind: str, frame: Logo) -> Logo | None:
    """The frame with what is in it; None for what no program shows."""
    drawn = drawing(content) if kind == "svg" else None
    if drawn is None and kind not in _HELD:
        return None
    held = {"drawn": drawn} if drawn else {"content": content, "kind": kind}
    return Logo(frame.alt, frame.ratio, ground=frame.ground, **held)


def fitted(logo: Logo, at: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """Where a logo stands within its box, in pt: whole, at the side of the page that the box is nearer to."""
    x, y, wide, high = at["at"]
    across = min(wide, high * logo.ratio)
    down = across / logo.ratio
    left = x + wide - across if x > 480 else x
    return left, y + (high - down) / 2, across, down


def grounded(place: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The ground below a logo that needs one of its own."""
    x, y, wide, high = place
    return x - _AIR, y - _AIR, wide + 2 * _AIR, high + 2 * _AIR

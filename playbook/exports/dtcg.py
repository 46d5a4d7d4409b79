"""The brand's tokens in the format of the Design Tokens Community Group, version 2025.10, strictly: objects.

Night shades stand in groups of their own (`color.palette-dark`, `color.role-dark`), for the format has no
schemes; sub-brands under `brands`. Source: Design Tokens Format Module 2025.10 and Color Module 2025.10,
https://www.designtokens.org/tr/2025.10/.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from playbook import csstext, tokens
from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.color import Color
from playbook.model import MASTER, Playbook

FILE = "tokens.json"

_UNNAMED = re.compile(r"[{}.]+")
_PX = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
"""CSS pixels in an absolute unit; the format has `px` and `rem` only. Source: CSS Values 4, 6.2."""
_SHARES = {"em": 1.0, "%": 0.01}
_KNOWN = frozenset({"rem", *_PX, *_SHARES})
_WEIGHT, _SIZE, _LINE_HEIGHT, _NO_SPACING = 400, (1.0, "rem"), 1.2, (0.0, "px")
"""What the format asks for and a brand may leave open: CSS's initial values, as browsers show them."""


def export(playbook: Playbook) -> tuple[Artifact, ...]:
    """One file for the brand and its sub-brands."""
    subs = {ident: brand for ident, brand in playbook.brands.items() if ident != MASTER}
    names = _names(subs)
    root: dict[str, Any] = {"$description": playbook.brand.name, **_brand(playbook.brand, "")}
    if subs:
        root["brands"] = {
            names[ident]: {"$description": brand.name, **_brand(brand, f"brands.{names[ident]}.")}
            for ident, brand in subs.items()
        }
    return (Artifact(FILE, json.dumps(root, indent=2, ensure_ascii=False) + "\n"),)


def _brand(brand: Brand, prefix: str) -> dict[str, Any]:
    groups = {"color": _colors(brand, f"{prefix}color."), "font": _fonts(brand)}
    groups["typography"] = _text_styles(brand, f"{prefix}font.")
    return {name: group for name, group in groups.items() if len(group) > 1}


def _colors(brand: Brand, prefix: str) -> dict[str, Any]:
    known = tokens.colors(brand)
    night = {token.name for token in known if token.light.color != token.dark.color}
    group: dict[str, Any] = {"$type": "color"}
    for dark in (False, True):
        places = _places(known, prefix, night if dark else frozenset())
        shown = [token for token in known if not dark or token.name in night]
        for palette, kind in ((True, "palette"), (False, "role")):
            names = _names(token.name for token in known if token.palette is palette)
            made = {names[t.name]: _color(t, places, dark=dark) for t in shown if t.palette is palette}
            group |= {kind + "-dark" * dark: made} if made else {}
    return group


def _places(known: tuple[tokens.ColorToken, ...], prefix: str, night: Collection[str]) -> dict[str, str]:
    """Where each token of a scheme stands: by night in the night's groups, if it has a shade there."""
    found: dict[str, str] = {}
    for palette, kind in ((True, "palette"), (False, "role")):
        names = _names(token.name for token in known if token.palette is palette)
        found |= {name: f"{prefix}{kind}{'-dark' * (name in night)}.{plain}" for name, plain in names.items()}
    return found


def _color(token: tokens.ColorToken, places: Mapping[str, str], *, dark: bool) -> dict[str, Any]:
    shade = token.shade(dark=dark)
    value: Any = f"{{{places[shade.of]}}}" if shade.of in places else color(shade.color)
    return {"$value": value, **({"$description": token.description} if token.description else {})}


def color(value: Color) -> dict[str, Any]:
    """A color as the format has it; `hex` is the fallback without alpha."""
    parts = (value.red, value.green, value.blue)
    opaque = Color(*parts)
    return {
        "colorSpace": "srgb",
        "components": [round(part, 5) for part in parts],
        "alpha": round(value.alpha, 5),
        "hex": opaque.hex.lower(),
    }


def _fonts(brand: Brand) -> dict[str, Any]:
    families = dict(tokens.families(brand))
    names = _names(families)
    made = {names[ident]: {"$value": _stack((f.name, *f.fallback))} for ident, f in families.items()}
    return {"$type": "fontFamily", **made}


def _stack(families: Iterable[str]) -> list[str]:
    """Names of fonts; one that would read as a reference loses its braces."""
    return [_UNNAMED.sub(" ", name).strip() if name.startswith("{") else name for name in families]


def _text_styles(brand: Brand, prefix: str) -> dict[str, Any]:
    styles = tokens.text_styles(brand)
    names, fonts = _names(style.name for style in styles), _names(dict(tokens.families(brand)))
    made = {names[style.name]: _text_style(style, f"{{{prefix}{fonts[style.family]}}}") for style in styles}
    return {"$type": "typography", **made}


def _text_style(style: tokens.TextStyle, family: str) -> dict[str, Any]:
    role = style.role
    size = _size(role.size)
    spacing = csstext.measure(role.letter_spacing)
    value = {
        "fontFamily": family,
        "fontSize": _dimension(size, size),
        "fontWeight": role.weight or _WEIGHT,
        "letterSpacing": _dimension(spacing if spacing and spacing[1] in _KNOWN else _NO_SPACING, size),
        "lineHeight": role.line_height or _LINE_HEIGHT,
    }
    return {"$value": value, **({"$description": role.use} if role.use else {})}


def _size(written: str | None) -> tuple[float, str]:
    """The size of a style; `em` and `%` are shares of the root's, what depends on a screen is left open."""
    number, unit = csstext.measure(written) or _SIZE
    if unit in _SHARES:
        return number * _SHARES[unit], "rem"
    return (number, unit) if unit in _KNOWN else _SIZE


def _dimension(length: tuple[float, str], size: tuple[float, str]) -> dict[str, Any]:
    """A length in `px` or `rem`; `em` and `%` are shares of the size."""
    number, unit = length
    if unit not in _SHARES:
        return {"value": _plain(number * _PX.get(unit, 1)), "unit": "rem" if unit == "rem" else "px"}
    whole = _dimension(size, size)
    return {"value": _plain(number * _SHARES[unit] * whole["value"]), "unit": whole["unit"]}


def _plain(number: float) -> float:
    """The number without what floating point added; whole ones as integers."""
    rounded = round(number, 4)
    return int(rounded) if rounded == int(rounded) else rounded


def _names(texts: Iterable[str]) -> dict[str, str]:
    """A name for each text that the format allows, no two alike: no braces or dots, no `$` at the start."""
    found: dict[str, str] = {}
    for text in texts:
        plain = _UNNAMED.sub("-", text).lstrip("$") or "x"
        name, count = plain, 1
        while name in found.values():
            count += 1
            name = f"{plain}-{count}"
        found[text] = name
    return found

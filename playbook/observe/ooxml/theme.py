"""Themes of Office documents, and the colors that are told through them.

Sources: ECMA-376 part 1, 20.1.2.3 (DrawingML colors and what changes them), 17.18.97 and 17.3.2.6 (Word's
theme colors). As Office does, `lumMod` and its kin work on HSL, `tint` and `shade` on linear light, and
Word's `themeTint` and `themeShade` on the lightness of HSL.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from playbook.color import Color, parse
from playbook.observe.ooxml.names import A, local

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{at}" for at in range(1, 7)), "hlink", "folHlink")
COLORS = tuple(A + name for name in ("srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr", "hslClr"))
_WORD = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "text1": "dk1",
    "background1": "lt1",
    "text2": "dk2",
    "background2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_WHOLE = 100_000
_ROUNDING = 3 / 255
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_PRESET = {"dk": "dark", "lt": "light", "med": "medium"}
_PRESET_NAME = re.compile(r"(dk|lt|med)([A-Z]\w*)")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colors by slot (`dk1`, `accent3`...), Latin fonts of headings and body, slots by a master's words."""

    colors: Mapping[str, Color] = field(default_factory=dict)
    major: str = ""
    minor: str = ""
    mapped: Mapping[str, str] = field(default_factory=lambda: _MAPPED)

    def slot(self, name: str) -> Color | None:
        """The color that a scheme's word such as `accent1` or `tx1` leads to."""
        return self.colors.get(self.mapped.get(name, name))

    def font(self, typeface: str) -> str:
        """The family behind a typeface: `+mj-lt` and `+mn-lt` are the theme's."""
        return {"+mj": self.major, "+mn": self.minor}.get(typeface[:3], typeface)


def theme(root: etree._Element, mapped: Mapping[str, str] = _MAPPED) -> Theme:
    """What a theme part says."""
    bare = Theme()
    colors = {}
    for slot in SLOTS:
        holder = root.find(f".//{A}clrScheme/{A}{slot}")
        color = resolve(holder[0], bare) if holder is not None and len(holder) else None
        if color is not None:
            colors[slot] = color
    return Theme(colors, _latin(root, "major"), _latin(root, "minor"), mapped)


def resolve(element: etree._Element, scheme: Theme) -> Color | None:
    """The color that an element such as `srgbClr` tells, None where something in it is not followed."""
    color = _base(element, scheme)
    for change in element:
        name = local(change.tag)
        if color is None or name not in _CHANGES:
            return None
        color = _CHANGES[name](color, _number(change.get("val")) / _WHOLE)
    return color


def written(element: etree._Element) -> str:
    """How the document says it: `accent1 lumMod 75%`, `F8BF07`."""
    base = element.get("val") or element.get("lastClr") or local(element.tag)
    changes = (f"{local(change.tag)} {_number(change.get('val')) / 1000:g}%" for change in element)
    return " ".join((base, *changes))[:120]


def word_color(attributes: Mapping[str, str], scheme: Theme, plain: str = "val") -> tuple[Color, str] | None:
    """The color of Word's attributes (`val` or `fill`, `themeColor`, `themeTint`...), and how it is said.

    None where it is left to Word (`auto`) or told by nothing. Word rounds in its own way, so what it wrote
    itself is taken where both are alike; where they are not, the theme was changed since.
    """
    prefix = "theme" if plain in ("val", "color") else "themeFill"
    value = attributes.get(plain, "")
    own = parse(f"#{value}") if _HEX.fullmatch(value) else None
    slot = attributes.get("themeColor" if prefix == "theme" else prefix, "")
    base = scheme.slot(_WORD.get(slot, slot)) if slot else None
    if base is not None:
        tint, shade = (attributes.get(f"{prefix}{name}", "") for name in ("Tint", "Shade"))
        said = " ".join(filter(None, (slot, tint and f"tint {tint}", shade and f"shade {shade}")))
        toned = _toned(base, _share(tint), _share(shade))
        return (own if own and _alike(own, toned) else toned), said
    return (own, f"#{value}") if own else None


def _latin(root: etree._Element, which: str) -> str:
    found = root.find(f".//{A}fontScheme/{A}{which}Font/{A}latin")
    return "" if found is None else found.get("typeface", "")


def _base(element: etree._Element, scheme: Theme) -> Color | None:
    name, value = local(element.tag), element.get("val", "")
    if name == "schemeClr":
        return scheme.slot(value)
    if name == "prstClr":
        return parse(_PRESET_NAME.sub(lambda found: _PRESET[found[1]] + found[2], value))
    if name == "scrgbClr":
        return Color(*(_encoded(_number(element.get(part)) / _WHOLE) for part in "rgb"))
    if name == "hslClr":
        hue, light, full = (_number(element.get(part)) for part in ("hue", "lum", "sat"))
        return _hsl(hue / 60_000 / 360, light / _WHOLE, full / _WHOLE, 1.0)
    hexed = element.get("lastClr", "") if name == "sysClr" else value
    return parse(f"#{hexed}") if _HEX.fullmatch(hexed) else None


def _alike(a: Color, b: Color) -> bool:
    pairs = ((a.red, b.red), (a.green, b.green), (a.blue, b.blue))
    return all(abs(one - other) <= _ROUNDING for one, other in pairs)


def _toned(color: Color, tint: float, shade: float) -> Color:
    hue, light, full = colorsys.rgb_to_hls(color.red, color.green, color.blue)
    return _hsl(hue, (light * tint + 1 - tint) * shade, full, color.alpha)


def _share(digits: str) -> float:
    try:
        return int(digits, 16) / 255
    except ValueError:
        return 1.0


def _number(text: str | None) -> float:
    try:
        return max(-1e8, min(1e8, float((text or "0").rstrip("%")) * (1000 if "%" in (text or "") else 1)))
    except ValueError:
        return 0.0


def _hsl(hue: float, light: float, full: float, alpha: float) -> Color:
    return Color(*colorsys.hls_to_rgb(hue % 1, _clipped(light), _clipped(full)), alpha)


def _clipped(part: float) -> float:
    return min(1.0, max(0.0, part))


def _on_hsl(at: int, *, added: bool) -> Callable[[Color, float], Color]:
    """What multiplies or shifts hue (0), lightness (1) or saturation (2)."""

    def change(color: Color, value: float) -> Color:
        parts = list(colorsys.rgb_to_hls(color.red, color.green, color.blue))
        amount = value / 216 if at == 0 and added else value  # hues are in 60,000ths of a degree
        parts[at] = parts[at] + amount if added else parts[at] * amount
        return _hsl(parts[0], parts[1], parts[2], color.alpha)

    return change


def _on_light(change: Callable[[float, float], float]) -> Callable[[Color, float], Color]:
    """What changes each channel in linear light."""

    def changed(color: Color, value: float) -> Color:
        red, green, blue = (
            _encoded(change(_linear(part), value)) for part in (color.red, color.green, color.blue)
        )
        return Color(red, green, blue, color.alpha)

    return changed


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    part = _clipped(part)
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _clear(color: Color, alpha: float) -> Color:
    return replace(color, alpha=_clipped(alpha))


_CHANGES: Mapping[str, Callable[[Color, float], Color]] = {
    "lumMod": _on_hsl(1, added=False),
    "lumOff": _on_hsl(1, added=True),
    "satMod": _on_hsl(2, added=False),
    "satOff": _on_hsl(2, added=True),
    "hueMod": _on_hsl(0, added=False),
    "hueOff": _on_hsl(0, added=True),
    "tint": _on_light(lambda part, value: part * value + 1 - value),
    "shade": _on_light(lambda part, value: part * value),
    "alpha": _clear,
    "alphaMod": lambda color, value: _clear(color, color.alpha * value),
    "alphaOff": lambda color, value: _clear(color, color.alpha + value),
}

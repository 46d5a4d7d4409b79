"""Color spaces of PDF, and what a color in them comes to.

CMYK and spot colors have no color of their own on a screen: what is given for them is a plain conversion,
for pictures only. A gray is black ink in that strength.
Source: ISO 32000-2, 8.6 (color spaces) and 7.10 (functions).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from playbook.color import Color, parse
from playbook.handed import ColorSpace
from playbook.observe.pdf.functions import evaluated

_DEVICE = {
    "/DeviceGray": "gray",
    "/G": "gray",
    "/CalGray": "gray",
    "/DeviceRGB": "rgb",
    "/RGB": "rgb",
    "/CalRGB": "rgb",
    "/DeviceCMYK": "cmyk",
    "/CMYK": "cmyk",
    "/Pattern": "pattern",
}
_BY_CHANNELS = {1: "gray", 3: "rgb", 4: "cmyk"}
_PROCESS = {"Cyan": 0, "Magenta": 1, "Yellow": 2, "Black": 3}
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Space:
    """A color space: `kind` is gray, rgb, cmyk, lab, indexed, spot, pattern, none or unknown.

    Spot colors have names, a space to stand in and a function that leads there.
    """

    kind: str
    names: tuple[str, ...] = ()
    base: Space | None = None
    function: Any = None
    table: bytes = b""


@dataclass(frozen=True, slots=True)
class Mixed:
    """A color as written: hex (empty where not known), the file's own space, its channels, spot names."""

    color: str
    written: str
    space: ColorSpace = "rgb"
    channels: tuple[float, ...] = ()
    names: tuple[str, ...] = field(default=())


GRAY, RGB, CMYK = Space("gray"), Space("rgb"), Space("cmyk")
UNKNOWN = Space("unknown")


def space(told: Any, depth: int = 0) -> Space:
    """The space that a name or array of a PDF means."""
    told = resolved(told)
    if depth > _DEEPEST or told is None:
        return UNKNOWN
    if isinstance(told, str):
        return Space(_DEVICE.get(told, "unknown"))
    if not isinstance(told, list) or not told:
        return UNKNOWN
    name, *rest = (resolved(part) for part in told)
    return _made(str(name), rest, depth)


def _made(name: str, rest: list[Any], depth: int) -> Space:
    """The space that a family's name and its parameters make."""
    if name == "/ICCBased" and rest and hasattr(rest[0], "get"):
        return Space(_BY_CHANNELS.get(rest[0].get("/N", 0), "unknown"))
    if name in ("/Indexed", "/I") and len(rest) == 3:
        return Space("indexed", base=space(rest[0], depth + 1), table=_table(rest[2]))
    if name in ("/Separation", "/DeviceN") and len(rest) >= 3:
        named = rest[0] if isinstance(rest[0], list) else [rest[0]]
        names = tuple(str(resolved(part)).removeprefix("/")[:120] for part in named)
        return Space("spot", names, space(rest[1], depth + 1), rest[2])
    return Space("lab" if name == "/Lab" else _DEVICE.get(name, "unknown"))


def resolved(told: Any) -> Any:
    """What a reference leads to."""
    return told.get_object() if hasattr(told, "get_object") else told


def mixed(within: Space, parts: Sequence[float]) -> Mixed | None:
    """The color of these channels; None where nothing is painted or the space is not known."""
    values = tuple(min(1.0, max(0.0, part)) for part in parts)
    if len(parts) != len(initial(within)):
        return None
    if within.kind in ("lab", "indexed"):
        return _lab(parts) if within.kind == "lab" else _indexed(within, int(parts[0]))
    return _spot(within, values) if within.kind == "spot" else _device(within.kind, values)


def _device(kind: str, values: tuple[float, ...]) -> Mixed | None:
    if kind == "gray":  # how programs write black ink alone
        return Mixed(
            Color(*values * 3).hex, f"gray {_percent(values)}", "cmyk", (0.0, 0.0, 0.0, 1 - values[0])
        )
    if kind == "rgb":
        color = Color(*values).hex
        return Mixed(color, color, "rgb", values)
    return Mixed(_screen(values), f"cmyk {_percent(values)}", "cmyk", values) if kind == "cmyk" else None


def _lab(parts: Sequence[float]) -> Mixed | None:
    said = f"lab({parts[0]:.4f} {parts[1]:.4f} {parts[2]:.4f})"
    color = parse(said)
    return Mixed(color.hex, said) if color else None


def initial(within: Space) -> tuple[float, ...]:
    """The channels that a space begins with: black, or all of an ink."""
    plain = {"gray": (0.0,), "rgb": (0.0,) * 3, "cmyk": (0.0, 0.0, 0.0, 1.0), "lab": (0.0,) * 3}
    return plain.get(within.kind, (1.0,) * len(within.names) if within.kind == "spot" else (0.0,))


def _spot(within: Space, values: tuple[float, ...]) -> Mixed | None:
    """An ink of its own, or process inks by their names."""
    names = tuple(
        name for name, value in zip(within.names, values, strict=True) if name != "None" and value > 0
    )
    if not names:
        return None
    if set(within.names) <= _PROCESS.keys() | {"None"}:
        inks = [0.0] * 4
        for name, value in zip(within.names, values, strict=True):
            if name in _PROCESS:
                inks[_PROCESS[name]] = value
        return mixed(CMYK, inks)
    stand_in = evaluated(within.function, values)
    seen = mixed(within.base, stand_in) if stand_in and within.base else None
    return Mixed(seen.color if seen else "", f"{', '.join(names)} {_percent(values)}", "spot", values, names)


def _indexed(within: Space, index: int) -> Mixed | None:
    base = within.base or UNKNOWN
    wide = {"gray": 1, "rgb": 3, "lab": 3, "cmyk": 4, "spot": len(base.names)}.get(base.kind, 0)
    entry = within.table[index * wide : (index + 1) * wide] if index >= 0 else b""
    return mixed(base, [part / 255 for part in entry]) if wide and len(entry) == wide else None


def _table(told: Any) -> bytes:
    if hasattr(told, "get_data"):
        return bytes(told.get_data()[:4096])
    original = getattr(told, "original_bytes", told)
    return bytes(original[:4096]) if isinstance(original, bytes) else b""


def _screen(inks: Sequence[float]) -> str:
    cyan, magenta, yellow, black = inks
    return Color(*((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow))).hex


def _percent(values: Sequence[float]) -> str:
    return " ".join(f"{value * 100:.4g}" for value in values) + "%"

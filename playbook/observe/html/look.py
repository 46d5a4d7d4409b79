"""What a text in a page or mail looks like, where its own elements say so: color, ground, size.

Only what `style` attributes and old attributes say is followed, as mails are made; whatever may make a color
or ground different from what is written leaves it unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from playbook.color import BLACK, WHITE, Color, parse

_UNSURE = re.compile(
    r"(?:^|[;\s])(?:opacity|filter|transform|mix-blend-mode|position|margin[\w-]*\s*:[^;]*-\d)\b",
    re.IGNORECASE,
)
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_SIZE = re.compile(r"(\d{1,4}(?:\.\d+)?)(px|pt)")
_SAME = frozenset({"inherit", "none", "transparent", "currentcolor", "unset"})
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_HEADINGS = {"h1": 32.0, "h2": 24.0, "h3": 18.72, "h4": 16.0, "h5": 13.28, "h6": 10.72}


@dataclass(frozen=True, slots=True)
class Look:
    """How text is shown; what is not known for sure is None. The size is in pixels."""

    color: Color | None = BLACK
    ground: Color | None = WHITE
    size: float | None = 16.0
    bold: bool = False


def derived(above: Look, name: str, attributes: Mapping[str, str]) -> Look:
    """The look of an element's text, from what it stands in and what it says itself."""
    style = attributes.get("style", "")
    said = _declared(style)
    attribute = attributes.get("text" if name == "body" else "color", "")
    look = Look(
        color=None if name == "a" else _color(above.color, attribute),  # browsers color links as they like
        ground=_ground(above.ground, attributes),
        size=None if name == "font" and "size" in attributes else _HEADINGS.get(name, above.size),
        bold=above.bold or name in _BOLD,
    )
    look = replace(
        look,
        color=_color(look.color, said.get("color", "")),
        ground=_color(look.ground, said.get("background-color") or said.get("background", "")),
        size=_size(look.size, said),
        bold=_bold(said.get("font-weight", ""), look.bold),
    )
    return replace(look, color=None, ground=None) if _UNSURE.search(style) else look


def _declared(style: str) -> dict[str, str]:
    parts = (part.partition(":") for part in style.split(";"))
    return {name.strip().lower(): _IMPORTANT.sub("", value).strip() for name, _, value in parts}


def _color(otherwise: Color | None, said: str | None) -> Color | None:
    if not said or said.strip().lower() in _SAME:
        return otherwise
    color = parse(said) or parse(f"#{said.strip()}")
    return color if color and color.alpha == 1 else None


def _ground(otherwise: Color | None, attributes: Mapping[str, str]) -> Color | None:
    return None if "background" in attributes else _color(otherwise, attributes.get("bgcolor"))


def _size(otherwise: float | None, said: Mapping[str, str]) -> float | None:
    told = said.get("font-size", "")
    if "font" in said or (told and not _SIZE.fullmatch(told.lower())):
        return None
    found = _SIZE.fullmatch(told.lower())
    return otherwise if found is None else float(found[1]) * (4 / 3 if found[2] == "pt" else 1)


def _bold(said: str, otherwise: bool) -> bool:  # noqa: FBT001 - a value, not a switch
    if said.isdecimal():
        return int(said) >= 700
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(said.lower(), otherwise)

"""What SVG elements are styled with: the cascade, inheritance, and paints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter

from playbook.color import BLACK, Color, parse
from playbook.observe.svg.shape import length
from playbook.observe.svg.stylesheet import Declaration, declarations

Declared = Mapping[str, Declaration]
"""The winning declaration of each property of one element."""

COLORS = frozenset({"fill", "stroke", "color", "stop-color", "flood-color", "lighting-color"})
MARKERS = ("marker", "marker-start", "marker-mid", "marker-end")
_READ = COLORS | {
    *MARKERS,
    "clip-path",
    "display",
    "fill-opacity",
    "filter",
    "flood-opacity",
    "font",
    "font-family",
    "font-size",
    "mask",
    "mix-blend-mode",
    "opacity",
    "stop-opacity",
    "stroke-opacity",
    "stroke-width",
    "visibility",
}
_EM = re.compile(r"(\d{1,4}(?:\.\d{1,6})?|\.\d{1,6})(em|%)")
_ABOVE_SELECTORS = 1_000_000
_KEYWORDS = frozenset({"currentcolor", "inherit", "unset", "initial", "revert"})
_URL = re.compile(r"""url\(\s*["']?#([^"')]*)["']?\s*\)\s*(.*)""", re.IGNORECASE | re.DOTALL)
_VAR = re.compile(r"var\(\s*--[^,()]*,(.*)\)", re.IGNORECASE | re.DOTALL)
_ICC = re.compile(r"\s+icc-color\(.*", re.IGNORECASE | re.DOTALL)
_FONT = re.compile(
    r"(?<![\d.])(\d{1,4}(?:\.\d{1,6})?(?:[a-z]+|%))(?:\s*/\s*\S+)?\s+(.+)", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Ink:
    """What a shape is filled or stroked with.

    `server` is the id of a gradient or pattern, `color` then what to fall back on. `current` follows the
    element's own `color`. `line` is where it is written, 0 where it is not.
    """

    color: Color | None
    written: str = ""
    line: int = 0
    server: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """Computed values of one element; `opacity` is composed of its own and its ancestors'.

    `font_size` is in CSS pixels, None where it depends on more than the file says.
    """

    fill: Ink = Ink(BLACK)
    stroke: Ink = Ink(None)
    color: Color = BLACK
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    stroke_width: float = 1.0
    opacity: float = 1.0
    displayed: bool = True
    visible: bool = True
    fonts: tuple[str, ...] = ()
    font_size: float | None = 16.0
    markers: tuple[str, ...] = ()


INITIAL = Style()


@dataclass(frozen=True, slots=True)
class Judged:
    """The declarations of one block that win over the others in it, and doubts about the block.

    Values that mean nothing lose, as in browsers, and are told as doubts.
    """

    declarations: tuple[Declaration, ...] = ()
    doubts: tuple[str, ...] = ()


Ranked = tuple[tuple[int, int, int], Judged]
"""A block with the specificity of its selector."""


def judge(block: Iterable[Declaration]) -> Judged:
    """What a block of declarations comes to."""
    read = [found for declaration in block if declaration.name in _READ for found in _longhands(declaration)]
    doubts = dict.fromkeys(doubt for declaration in read for doubt in _doubts(declaration))
    last = {(found.name, found.important): found for found in read if _means_something(found)}
    return Judged(tuple(last.values()), tuple(doubts))


def cascade(
    attributes: Mapping[str, str], line: int, rules: Iterable[Ranked]
) -> tuple[Declared, tuple[str, ...]]:
    """The winning declarations of an element, and doubts; `rules` are those that match, in sheet order."""
    plain = judge(Declaration(name, value, line) for name, value in attributes.items())
    own = judge(declarations(attributes["style"], line)) if "style" in attributes else Judged()
    blocks = [((-1, 0, 0), plain), *rules, ((_ABOVE_SELECTORS, 0, 0), own)]
    layers = [(found.important, rank, found) for rank, block in blocks for found in block.declarations]
    layers.sort(key=itemgetter(0, 1))
    doubts = dict.fromkeys(doubt for _, block in blocks for doubt in block.doubts)
    return {found.name: found for _, _, found in layers}, tuple(doubts)


def derive(parent: Style, declared: Declared) -> Style:
    """The computed style of an element from its parent's and its own declarations."""
    if not declared:
        return parent
    return Style(
        color=_own_color(parent, declared),
        fill=_ink(parent.fill, INITIAL.fill, declared.get("fill")),
        stroke=_ink(parent.stroke, INITIAL.stroke, declared.get("stroke")),
        fill_opacity=fraction(declared.get("fill-opacity"), parent.fill_opacity),
        stroke_opacity=fraction(declared.get("stroke-opacity"), parent.stroke_opacity),
        stroke_width=_width(declared.get("stroke-width"), parent.stroke_width),
        opacity=parent.opacity * fraction(declared.get("opacity"), 1.0),
        displayed=_word(declared.get("display")) != "none",
        visible=(_word(declared.get("visibility")) or ("visible" if parent.visible else "hidden"))
        == "visible",
        fonts=_fonts(declared) or parent.fonts,
        font_size=_font_size(declared.get("font-size"), parent.font_size),
        markers=_markers(declared) or parent.markers,
    )


def solid(declaration: Declaration | None, current: Color) -> Color | None:
    """The color of a property that takes no gradient (`stop-color`, `flood-color`...), None if not judged."""
    ink = _ink(Ink(BLACK), Ink(BLACK), declaration)
    return current if ink.current else ink.color


def fraction(declaration: Declaration | None, otherwise: float) -> float:
    """An opacity from 0 to 1, written as a number or a percentage."""
    value = None if declaration is None else length(declaration.value, 1.0)
    return otherwise if value is None else min(1.0, max(0.0, value))


def target(declaration: Declaration | None) -> str:
    """The id in `url(#id)`, or empty."""
    found = _URL.match(declaration.value.strip()) if declaration else None
    return found[1] if found else ""


def _longhands(declaration: Declaration) -> Iterator[Declaration]:
    """The size and the family that a `font` shorthand sets; others as they are."""
    found = _FONT.search(declaration.value) if declaration.name == "font" else None
    if found is None:
        yield declaration
    else:
        yield replace(declaration, name="font-size", value=found[1])
        yield replace(declaration, name="font-family", value=found[2])


def _ink(inherited: Ink, initial: Ink, declaration: Declaration | None) -> Ink:
    if declaration is None:
        return inherited
    value = _plain(declaration.value)
    word = value.lower()
    if word in ("inherit", "unset"):
        return inherited
    if word in ("initial", "revert"):
        return initial
    found = _URL.match(value)
    rest = found[2] if found else value
    return Ink(
        color=parse(rest),
        written=declaration.value.strip(),
        line=declaration.line,
        server=found[1] if found else "",
        current=rest.strip().lower() == "currentcolor",
    )


def _plain(value: str) -> str:
    """The value without what only wraps it: a color profile, a variable with something to fall back on."""
    text = _ICC.sub("", value.strip())
    found = _VAR.fullmatch(text)
    return found[1].strip() if found else text


def _means_something(declaration: Declaration) -> bool:
    if declaration.name not in COLORS:
        return True
    value = _plain(declaration.value)
    return value.lower() in (*_KEYWORDS, "none") or bool(_URL.match(value)) or parse(value) is not None


def _doubts(declaration: Declaration) -> Iterator[str]:
    name, value = declaration.name, declaration.value.strip().lower()
    if "var(" in value:
        yield "var()"
    elif not _means_something(declaration):
        yield f"{name}: {declaration.value.strip()[:60]}"
    elif name in ("filter", "mask", "mix-blend-mode", "clip-path") and value not in ("", "none", "normal"):
        yield name


def _own_color(parent: Style, declared: Declared) -> Color:
    return _ink(Ink(parent.color), Ink(BLACK), declared.get("color")).color or parent.color


def _word(declaration: Declaration | None) -> str:
    word = declaration.value.strip().lower() if declaration else ""
    return "" if word == "inherit" else word


def _width(declaration: Declaration | None, otherwise: float) -> float:
    value = length(declaration.value) if declaration else None
    return otherwise if value is None else max(0.0, value)


def _font_size(declaration: Declaration | None, parent: float | None) -> float | None:
    value = declaration.value.strip().lower() if declaration else "inherit"
    if value == "inherit":
        return parent
    relative = _EM.fullmatch(value)
    if relative is None:
        return length(value)
    return None if parent is None else parent * float(relative[1]) / (100 if relative[2] == "%" else 1)


def _fonts(declared: Declared) -> tuple[str, ...]:
    """Families in the order of preference."""
    value = declared["font-family"].value if "font-family" in declared else ""
    names = (name.strip().strip("\"'").strip() for name in value.split(","))
    return tuple(name for name in names if name and name.lower() != "inherit" and "var(" not in name)


def _markers(declared: Declared) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for name in MARKERS if (found := target(declared.get(name)))))

"""The layouts of a presentation, from `templates/pptx/layouts.toml`, and what of a slide goes where."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.render.fit import GENERIC
from playbook.render.pptx.deck import Paragraphs, Slide

POINT = 12_700
"""Units of a presentation (EMU) to a point."""
_NONE = "content"
"""The layout of a slide that names none."""
_TITLES = frozenset({"title", "ctrTitle"})
_LEAST = 40
"""Percent that text shrinks to."""
_STEP = 5
_MOST = 3_000
"""Characters that fit into no place, even at the smallest size."""
_INDEX = 10
_USUAL = 0.8
"""The generic font is the widest that stands in for any; most are narrower by a fifth."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place for text: a placeholder of the layout. Sizes in pt; `index` is "" for the title."""

    kind: str
    at: tuple[float, float, float, float]
    size: int
    color: str
    font: str
    anchor: str
    bullets: bool = False
    index: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout; `boxes` and `logo` as the file has them."""

    ident: str
    number: int
    ground: str
    places: tuple[Place, ...]
    boxes: Sequence[Mapping[str, Any]] = ()
    logo: Mapping[str, Any] | None = None
    foot: bool = False
    foot_left: float = 0


@cache
def layouts() -> Mapping[str, Layout]:
    """Every layout by its id, in the order in which a program offers them."""
    file = files("playbook").joinpath("templates", "pptx", "layouts.toml")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        ident: Layout(**{**table, "ident": ident, "number": number, "places": _places(table["places"])})
        for number, (ident, table) in enumerate(tables.items(), 1)
    }


def _places(found: Sequence[dict[str, Any]]) -> tuple[Place, ...]:
    return tuple(
        Place(
            **{**each, "at": tuple(each["at"]), "index": "" if each["kind"] in _TITLES else str(_INDEX + n)}
        )
        for n, each in enumerate(found)
    )


def layout_of(slide: Slide) -> Layout:
    """The layout that a slide names; the last one, where it names several."""
    known = [name for name in slide.layout if name in layouts()]
    return layouts()[known[-1] if known else _NONE]


def placed(slide: Slide, layout: Layout) -> list[tuple[Place, Paragraphs]]:
    """The places of a layout with what stands there; what is left over joins the last text."""
    texts = [place for place in layout.places if place.kind not in _TITLES | {"pic"}]
    said = [*slide.places[: len(texts)]]
    said += [()] * (len(texts) - len(said))
    for more in slide.places[len(texts) :]:
        said[-1] = (*said[-1], *more)
    title = (slide.title,) if slide.title else ()
    given = dict(zip(texts, said, strict=True))
    return [(place, title if place.kind in _TITLES else given.get(place, ())) for place in layout.places]


def scale(place: Place, paragraphs: Paragraphs) -> int:
    """The percentage of its size at which a text fits into its place, 100 or less.

    Programs shrink a text when somebody edits it; a new file has to say by how much. It is an estimate, for a
    program may not have the font.
    """
    if sum(map(len, paragraphs)) > _MOST:
        return _LEAST
    for percent in range(100, _LEAST, -_STEP):
        if _height(place, paragraphs, place.size * percent / 100) <= place.at[3]:
            return percent
    return _LEAST


def _height(place: Place, paragraphs: Paragraphs, size: float) -> float:
    across = place.at[2] - (18 if place.bullets else 0)
    lines = sum(_lines(line, across, size) for text in paragraphs for line in text.split("\n"))
    between = 0 if place.kind in _TITLES else 9
    return lines * size * (1.0 if place.kind in _TITLES else 1.2) + between * max(0, len(paragraphs) - 1)


def _lines(text: str, across: float, size: float) -> int:
    """Lines that a text takes, its words not cut."""
    lines, at = 1, 0.0
    for word in text.split():
        wide = GENERIC.of(f"{word} ") * size * _USUAL / GENERIC.em
        if at and at + wide > across:
            lines, at = lines + 1, 0.0
        at += wide
    return lines + int(at // across) if at > across else lines


def is_rtl(text: str) -> bool:
    """Whether a text runs from right to left: by its first letter that runs anywhere."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in ways if way in {"L", "R", "AL"}), "L") != "L"

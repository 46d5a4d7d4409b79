"""A drawing of a kind as a picture of dots, in the brand's own fonts: PNG, as networks take it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.diagnostics import Location, Problem
from playbook.making.lettering import FontFace, lettering
from playbook.making.picture import proportion
from playbook.observe.svg.shape import length
from playbook.observe.svg.walk import view_box
from playbook.observe.svg.xmltree import parse
from playbook.observed import Unreadable
from playbook.render.look import Document, Look
from playbook.render.pdf.fonts import Cut, Cuts, weighted
from playbook.render.raster import picture

_FONTS = Location("brand/fonts.yml")
_KINDS = Location("brand/kinds")
_MOST = 20
"""Signs that a message names."""
_WEIGHT = re.compile(r"""font-weight["':=\s]+(\d{1,4})""")
_USUAL = 400
_DOTS = 40_000_000
"""Dots of a picture, at most."""


def dots(svg: str, width: int | None, look: Look) -> Document:
    """A drawing as PNG, `width` px wide or as wide as it says itself; with the problems of its fonts.

    A licence that keeps a font from standing in a document does not keep it from being drawn with.

    Raises:
        MissingExtra: without what draws it.
    """
    try:
        said = parse(svg.encode()).words()
    except Unreadable as error:
        return Document(b"", (Problem(f"unreadable.{error.reason}", _KINDS, error.facts),))
    if not _is_bounded(svg, width):
        return Document(b"", (Problem("png.undrawn", _KINDS, {}, "png.undrawn-hint"),))
    cuts = Cuts(tuple(dict.fromkeys(_cuts(svg, look))))
    made = picture(svg, width, (cut.content for cut in cuts.files))
    problems = _problems(said, cuts) if made else [Problem("png.undrawn", _KINDS, {}, "png.undrawn-hint")]
    return Document(made, tuple(problems))


def _is_bounded(svg: str, width: int | None) -> bool:
    """Whether the picture has no more dots than a screen or a sheet could need."""
    ratio, root = proportion(svg.encode()), parse(svg.encode())
    box = view_box(root)
    wide = width or length(root.attributes.get("width", "")) or (box[2] if box else None)
    return bool(ratio and wide and wide * wide / ratio <= _DOTS)


def _cuts(svg: str, look: Look) -> Iterator[Cut]:
    """The font files that the drawing asks for, in the weights that it names."""
    faces = {FontFace(each.family, each.style, each.weight, "", each.content): each for each in look.faces}
    asked = {int(found) for found in _WEIGHT.findall(svg)} or {_USUAL}
    for face, characters in lettering(svg, tuple(faces)).items():
        yield from weighted(faces[face], asked, characters)


def _problems(said: str, cuts: Cuts) -> Iterator[Problem]:
    if said and not cuts.files:
        yield Problem("png.font", _FONTS, {}, "png.font-hint")
    elif lacking := cuts.lacks(said):
        yield Problem("png.letters", _FONTS, {"letters": " ".join(lacking[:_MOST])}, "pdf.letters-hint")

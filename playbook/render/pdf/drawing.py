"""A drawing (SVG) as the data that the typesetter draws it from: outlines and pictures, each in its place.

So a color of the palette can be printed with its own inks. What cannot be told so, such as gradients, clips
and filters, is left to the typesetter as a picture. Text is in `lettering`.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fontTools.misc.transform import Transform

from playbook.observe import observe
from playbook.observe.svg.shape import length
from playbook.observe.svg.style import Ink
from playbook.observe.svg.walk import SHAPES, Picture, Step, painted, picture, view_box
from playbook.observe.svg.xmltree import parse
from playbook.observed import RasterFacts, Unreadable
from playbook.render.outline import FARTHEST, outline

Data = dict[str, Any]
Box = tuple[float, float, float, float]
"""Left, top, width, height."""

_EFFECTS = ("clip-path", "mask", "filter", "mix-blend-mode")
_STEPS = {"moveTo": "move", "lineTo": "line", "curveTo": "cubic", "qCurveTo": "quad", "closePath": "close"}
SCREEN = "screen"
"""The class of what is only for screens, such as a line around the card."""
_EDGE = 0.5
"""How near to its edge, in units of the drawing, a ground may end to be one that runs off it."""
_ALIGNED = {"xMin": 0.0, "xMax": 1.0, "YMin": 0.0, "YMax": 1.0}


class Undrawable(Exception):  # noqa: N818 - no error of the program, but of the drawing
    """Something in a drawing cannot be told as data."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as read; `box` is what it shows, in its own units."""

    picture: Picture
    box: Box
    steps: tuple[Step, ...]


@dataclass(slots=True)
class Pictures:
    """The files of pictures that drawings hold, by name."""

    files: dict[str, bytes] = field(default_factory=dict)

    def add(self, content: bytes, ending: str) -> str:
        """The name of a picture; equal ones have one name."""
        known = next((name for name, other in self.files.items() if other == content), "")
        name = known or f"picture{len(self.files)}.{ending}"
        self.files[name] = content
        return name


def drawing(content: bytes) -> Drawing:
    """A drawing.

    Raises:
        Unreadable: as `xmltree.parse` and `walk.painted` have it, and `not-svg`.
    """
    root = parse(content)
    if root.name != "svg":
        raise Unreadable("not-svg")
    found = picture(root)
    return Drawing(found, view_box(root) or (0.0, 0.0, *found.size), tuple(painted(found)))


def shapes(drawn: Drawing, base: Transform, pictures: Pictures, bleed: float = 0) -> list[Data]:
    """What a drawing shows less its text, in the coordinates that `base` leads to.

    A ground that ends at the drawing's edges goes on for `bleed` of its units.

    Raises:
        Undrawable: where that needs what cannot be told as data.
    """
    for node in drawn.picture.root.walk():
        declared = drawn.picture.declared[node]
        if any(declared[name].value != "none" for name in _EFFECTS if name in declared):
            raise Undrawable
        if "stroke-dasharray" in node.attributes or node.name == "style":
            raise Undrawable
    found: list[Data] = []
    for step in drawn.steps:
        if step.node.attributes.get("class") == SCREEN:
            continue
        if step.node.name in SHAPES:
            found.append(_outline(step, base, drawn.box, bleed))
        elif step.node.name == "image":
            found.append(_image(step, base, pictures))
    return found


def placed(step: Step, base: Transform) -> Transform:
    """Where a step's coordinates lead.

    Raises:
        Undrawable: where that is not known.
    """
    if step.matrix is None or not step.here:
        raise Undrawable
    found: Transform = base.transform(step.matrix)
    return found


def bounded(number: float) -> float:
    """A measure.

    Raises:
        Undrawable: for one beyond any paper.
    """
    if not abs(number) <= FARTHEST:
        raise Undrawable
    return number


def paint(ink: Ink, opacity: float) -> str:
    """The value of a color, empty for none.

    Raises:
        Undrawable: for gradients, patterns and what is see-through.
    """
    if ink.server or (ink.color and ink.color.alpha * opacity < 1):
        raise Undrawable
    return ink.color.hex if ink.color else ""


def _outline(step: Step, base: Transform, box: Box, bleed: float) -> Data:
    matrix, style = placed(step, base), step.style
    attributes = dict(step.node.attributes)
    if step.node.name == "rect" and step.matrix == Transform() and bleed:
        attributes |= bled(attributes, box, bleed)
    try:
        recorded = outline(step.node.name, attributes, matrix)
    except ValueError as error:
        raise Undrawable from error
    return {
        "kind": "outline",
        "steps": [[_STEPS[name], *args] for name, args in recorded if name in _STEPS],
        "rule": "even-odd" if attributes.get("fill-rule") == "evenodd" else "non-zero",
        "fill": paint(style.fill, style.fill_opacity * style.opacity),
        "stroke": paint(style.stroke, style.stroke_opacity * style.opacity),
        "width": bounded(style.stroke_width * scale(matrix)),
    }


def scale(matrix: Transform) -> float:
    """By how much a transform enlarges."""
    return float(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5)


def bled(attributes: Mapping[str, str], box: Box, bleed: float) -> dict[str, str]:
    """The measures of a rectangle whose sides on the edges of the drawing go on beyond them.

    Raises:
        Undrawable: for measures that depend on more than the drawing.
    """
    sides = []
    for start, whole, axis, extent in ((box[0], box[2], "x", "width"), (box[1], box[3], "y", "height")):
        low, long = (length(attributes.get(name, "0"), whole) for name in (axis, extent))
        if low is None or long is None:
            raise Undrawable
        high = low + long
        low -= bleed if abs(low - start) <= _EDGE else 0
        high += bleed if abs(high - start - whole) <= _EDGE else 0
        sides += [(axis, f"{low:g}"), (extent, f"{high - low:g}")]
    return dict(sides)


def _image(step: Step, base: Transform, pictures: Pictures) -> Data:
    kind, content = _held(step.node.attributes)
    alt = step.node.attributes.get("aria-label", "")
    if kind == "svg+xml":
        try:
            inner = drawing(content)
            matrix = placed(step, base).transform(_fitted(step, inner.box[2] / inner.box[3]))
            onto = matrix.scale(1 / inner.box[2], 1 / inner.box[3]).translate(-inner.box[0], -inner.box[1])
            return {"kind": "group", "alt": alt, "shapes": shapes(inner, onto, pictures)}
        except Unreadable as error:
            raise Undrawable from error
        except Undrawable:
            ratio, ending = inner.box[2] / inner.box[3], "svg"
    else:
        ratio, ending = _ratio(content, kind), {"jpeg": "jpg"}.get(kind, kind)
    matrix = placed(step, base).transform(_fitted(step, ratio))
    left, top = matrix.transformPoint((0, 0))
    right, bottom = matrix.transformPoint((1, 1))
    file = pictures.add(content, ending)
    measures = zip(("x", "y", "width", "height"), (left, top, right - left, bottom - top), strict=True)
    place = {name: bounded(measure) for name, measure in measures}
    return {"kind": "picture", "alt": alt, "file": file, **place}


def _held(attributes: Mapping[str, str]) -> tuple[str, bytes]:
    """The format and the bytes of the picture that an element holds.

    Raises:
        Undrawable: where it holds none.
    """
    address = attributes.get("href", attributes.get("xlink:href", ""))
    head, comma, rest = address.partition(";base64,")
    if not comma or not head.startswith("data:image/"):
        raise Undrawable
    try:
        return head.removeprefix("data:image/"), b64decode(rest)
    except ValueError as error:
        raise Undrawable from error


def _ratio(content: bytes, kind: str) -> float:
    try:
        seen = observe(f"picture.{kind}", content)
    except Unreadable as error:
        raise Undrawable from error
    if not isinstance(seen, RasterFacts):
        raise Undrawable
    return seen.width / seen.height


def _fitted(step: Step, ratio: float) -> Transform:
    """What leads a picture's unit square into its place: as large as that can be, where it is asked to be."""
    attributes = step.node.attributes
    x, y, width, height = (length(attributes.get(name, "0")) or 0.0 for name in ("x", "y", "width", "height"))
    wide = min(width, height * ratio)
    high = min(height, width / ratio)
    asked = attributes.get("preserveAspectRatio", "xMidYMid")
    across, down = (_ALIGNED.get(part, 0.5) for part in (asked[:4], asked[4:8]))
    return Transform(wide, 0, 0, high, x + (width - wide) * across, y + (height - high) * down)

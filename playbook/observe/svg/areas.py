"""Where in a picture its elements are seen, as shares of its width and height.

Of shapes and embedded pictures that is their box; of a text, a line at the point that it is set from: how far
the words run, only a program that sets them knows.
"""

from __future__ import annotations

from fontTools.misc.transform import Transform

from playbook.diagnostics import Area
from playbook.observe.svg.shape import Extent, grown, length, moved
from playbook.observe.svg.walk import WORDS, Picture, Step, view_box
from playbook.observe.svg.xmltree import Node

_ALIGNED = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
_USUAL = (300.0, 150.0)
"""CSS pixels of a picture that says nothing of its size."""
_DIGITS = 4

Size = tuple[float, float]


def size(root: Node) -> Size:
    """The picture's width and height in CSS pixels; what it does not say follows from its viewBox."""
    width, height = (length(root.attributes.get(side, "")) or 0.0 for side in ("width", "height"))
    box = view_box(root)
    if box is None:
        return width or _USUAL[0], height or _USUAL[1]
    if not width and not height:
        return box[2:]
    return width or height * box[2] / box[3], height or width * box[3] / box[2]


class Frame:
    """A picture's frame, which leads from its coordinates to shares of its sides."""

    def __init__(self, drawn: Picture) -> None:
        self._drawn = drawn
        self._matrix = _matrix(drawn.root)

    def area(self, step: Step) -> Area | None:
        """Where an element is seen; None where that is not known or lies outside."""
        node = step.node
        own = _begins(step) if node.name in WORDS else self._drawn.outlines.get(node)
        if own is None or step.matrix is None:
            return None
        edges = moved(grown(own, step.half_stroke), self._matrix.transform(step.matrix))
        left, top, right, bottom = (round(min(1.0, max(0.0, edge)), _DIGITS) for edge in edges)
        outside = edges[0] >= 1 or edges[1] >= 1 or edges[2] <= 0 or edges[3] <= 0
        return None if outside else (left, top, right, bottom)


def _matrix(root: Node) -> Transform:
    """From the root's coordinates to shares. Source: SVG 2, 8.2 (computing the equivalent transform)."""
    width, height = size(root)
    shares = Transform(1 / width, 0, 0, 1 / height)
    box = view_box(root)
    if box is None:
        return shares
    across, down = width / box[2], height / box[3]
    aligned, _, meet = root.attributes.get("preserveAspectRatio", "").strip().partition(" ")
    if aligned != "none":
        across = down = max(across, down) if meet.strip() == "slice" else min(across, down)
    x, y = _ALIGNED.get(aligned[1:4], 0.5), _ALIGNED.get(aligned[5:8], 0.5)
    shift = ((width - across * box[2]) * x, (height - down * box[3]) * y)
    matrix: Transform = shares.translate(*shift).scale(across, down).translate(-box[0], -box[1])
    return matrix


def _begins(step: Step) -> Extent | None:
    """A line as high as the font, on the baseline at the point that a text is set from."""
    high = step.style.font_size
    start = _start(step.node)
    return None if high is None or start is None else (start[0], start[1] - high, start[0], start[1])


def _start(node: Node) -> tuple[float, float] | None:
    """The point that a text is set to; of a part of a line it is only known where the part says it."""
    words = node.text.strip()
    first = node.children[0] if node.children and not words and node.name == "text" else node
    told = {**node.attributes, **first.attributes}
    if first.name == "textPath" or (node.name == "tspan" and not {"x", "y"} <= told.keys()):
        return None
    along, down = (_first(told, "x"), _first(told, "dx")), (_first(told, "y"), _first(told, "dy"))
    if None in (*along, *down):
        return None
    return sum(filter(None, along)), sum(filter(None, down))


def _first(told: dict[str, str], name: str) -> float | None:
    """The first of the lengths in an attribute; 0 where it is not there."""
    values = told.get(name, "0").replace(",", " ").split()
    return length(values[0]) if values else 0.0

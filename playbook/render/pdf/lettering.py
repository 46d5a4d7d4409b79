"""The text of a drawing (SVG) as the data that the typesetter sets it from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from fontTools.misc.transform import Transform

from playbook.observe.svg.shape import length
from playbook.observe.svg.stylesheet import declarations
from playbook.observe.svg.walk import Step
from playbook.observe.svg.xmltree import Node
from playbook.render.pdf.drawing import Drawing, Undrawable, bounded, paint, placed, scale

Data = dict[str, Any]
Said = Mapping[str, str]

_SET = frozenset({"font-family", "font-size", "font-style", "font-weight", "letter-spacing", "text-anchor"})
_USUAL = {"font-size": "16", "font-weight": "400"}
_WEIGHTS = {"normal": "400", "bold": "700"}
_HOLDERS = frozenset({"svg", "g", "a", "text", "tspan"})


@dataclass(slots=True)
class _Line:
    """Words that follow each other from one point on."""

    x: float
    y: float
    anchor: str
    runs: list[Data] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lettering:
    """The lines of a drawing, and the texts that cannot be set: turned, see-through or with shades."""

    lines: tuple[Data, ...]
    unset: tuple[str, ...]


def lettering(drawn: Drawing, base: Transform) -> Lettering:
    """The text of a drawing, each line from where it begins, in the coordinates that `base` leads to."""
    said = dict(_inherited(drawn.picture.root, _USUAL))
    steps = {step.node: step for step in drawn.steps}
    lines: list[Data] = []
    unset = []
    for node in drawn.picture.root.walk():
        if node.name == "text" and node in steps:
            try:
                lines += _lines(node, steps, said, placed(steps[node], base))
            except Undrawable:
                unset.append(node.words())
    return Lettering(tuple(lines), tuple(unset))


def _inherited(root: Node, usual: Said) -> Iterator[tuple[Node, Said]]:
    """What is said of the font at each element, by itself or by what holds it."""
    stack = [(root, usual)]
    while stack:
        node, above = stack.pop()
        styled = {each.name: each.value for each in declarations(node.attributes.get("style", ""))}
        own = {name: value for name, value in {**node.attributes, **styled}.items() if name in _SET}
        said = {**above, **own}
        yield node, said
        stack += [(child, said) for child in node.children if child.name in _HOLDERS]


def _lines(
    text: Node, steps: Mapping[Node, Step], said: Mapping[Node, Said], matrix: Transform
) -> list[Data]:
    """The lines of a text.

    Raises:
        Undrawable: where that needs what cannot be told as data.
    """
    if abs(matrix[1]) + abs(matrix[2]) > 1e-9:
        raise Undrawable
    lines = [_Line(_at(text, "x") or 0.0, _at(text, "y") or 0.0, said[text].get("text-anchor", "start"))]
    for node, words in _parts(text):
        if node is not text and words is None:
            _moved(lines, node, said[node])
        elif words and node in steps:
            lines[-1].runs.append(_run(words, steps[node], said[node], scale(matrix)))
    for line in lines:
        _trimmed(line.runs)
    return [_told(line, matrix) for line in lines if line.runs]


def _told(line: _Line, matrix: Transform) -> Data:
    x, y = matrix.transformPoint((line.x, line.y))
    return {"kind": "line", "x": bounded(x), "y": bounded(y), "anchor": line.anchor, "runs": line.runs}


def _parts(node: Node) -> Iterator[tuple[Node, str | None]]:
    """The words in their order, each with the element they stand in; before the words of each, None."""
    yield node, None
    yield node, node.text
    for child in node.children:
        if child.name == "tspan":
            yield from _parts(child)
            yield node, child.tail


def _moved(lines: list[_Line], node: Node, said: Said) -> None:
    """Begin a new line where an element says so."""
    x, y, dx, dy = (_at(node, name) for name in ("x", "y", "dx", "dy"))
    if (x, y, dx, dy) != (None,) * 4:
        last = lines[-1]
        across = (last.x if x is None else x) + (dx or 0.0)
        down = (last.y if y is None else y) + (dy or 0.0)
        lines.append(_Line(across, down, said.get("text-anchor", "start")))


def _at(node: Node, name: str) -> float | None:
    return length(node.attributes[name]) if name in node.attributes else None


def _run(words: str, step: Step, said: Said, larger: float) -> Data:
    weight = _WEIGHTS.get(said["font-weight"], said["font-weight"])
    style = step.style
    return {
        "text": re.sub(r"\s+", " ", words),
        "families": [name.strip(" '\"") for name in said.get("font-family", "").split(",")],
        "size": bounded((length(said["font-size"]) or 16.0) * larger),
        "weight": int(weight) if weight.isdigit() else 400,
        "italic": said.get("font-style") == "italic",
        "tracking": bounded((length(said.get("letter-spacing", "0")) or 0.0) * larger),
        "fill": paint(style.fill, style.fill_opacity * style.opacity) or "#000000",
    }


def _trimmed(runs: list[Data]) -> None:
    """Take blanks from the ends of a line."""
    while runs and not runs[0]["text"].strip():
        del runs[0]
    while runs and not runs[-1]["text"].strip():
        del runs[-1]
    if runs:
        runs[0]["text"] = runs[0]["text"].lstrip()
        runs[-1]["text"] = runs[-1]["text"].rstrip()

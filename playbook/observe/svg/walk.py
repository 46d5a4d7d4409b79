"""Walking an SVG picture as it is painted: style sheets applied, copies followed, hidden parts left out.

A `switch` is walked with all its branches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from fontTools.misc.transform import Identity, Transform

from playbook.observe.svg.matching import matching
from playbook.observe.svg.shape import Extent, length, numbers, outline, transform
from playbook.observe.svg.style import INITIAL, Declared, Style, cascade, derive, target
from playbook.observe.svg.stylesheet import read
from playbook.observe.svg.xmltree import Node
from playbook.observed import Unreadable

SVG = "http://www.w3.org/2000/svg"
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
WORDS = frozenset({"text", "tspan", "textPath"})
_MOST_STEPS = 10_000
_MOST_CSS = 200_000
_MOST_OUTLINES = 1_000_000
_ARC_EFFORT = 60
_HOLDERS = frozenset({"svg", "g", "a", "switch"}) | WORDS
_MOST_HOPS = 16
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_TILES = frozenset({"pattern", "marker"})


@dataclass(frozen=True, slots=True)
class Picture:
    """A parsed SVG: its elements by id, each one's own declarations, the viewport's size, and doubts.

    `outlines` has the box of each shape in its own coordinates, None where it draws nothing.
    """

    root: Node
    ids: Mapping[str, Node]
    declared: Mapping[Node, Declared]
    size: tuple[float, float]
    outlines: Mapping[Node, Extent | None]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """An element as it is painted once.

    `matrix` leads to the root's coordinates, None where that is not known. `trail` holds the ids followed on
    the way; `here` is false inside patterns and markers, which repeat elsewhere.
    """

    node: Node
    style: Style
    matrix: Transform | None
    trail: frozenset[str] = frozenset()
    here: bool = True

    @property
    def half_stroke(self) -> float:
        """By how much a shape's outline is wider than its box."""
        style, stroke = self.style, self.style.stroke
        stroked = stroke.color is not None or stroke.server or stroke.current
        return style.stroke_width / 2 if stroked and self.node.name in SHAPES else 0.0


def picture(root: Node) -> Picture:
    """The picture of a parsed file.

    Raises:
        Unreadable: `too-complex` where its style sheets or outlines are endless or ask for endless matching.
    """
    bound_css(root)
    _bound_outlines(root)
    sheets = [read(node.text, node.line) for node in root.walk() if node.name == "style"]
    rules = [rule for sheet in sheets for rule in sheet.rules]
    doubts = [doubt for sheet in sheets for doubt in sheet.not_judged]
    declared: dict[Node, Declared] = {}
    for node, found in matching(root, rules):
        declared[node], unsure = cascade(node.attributes, node.line, found)
        doubts += unsure
    backwards = reversed(list(root.walk()))
    ids = {node.attributes["id"]: node for node in backwards if "id" in node.attributes}
    size = _size(root)
    drawn = (node for node in root.walk() if node.name in SHAPES or node.name == "image")
    outlines = {node: outline(node.name, node.attributes, size) for node in drawn}
    return Picture(root, ids, declared, size, outlines, tuple(dict.fromkeys(doubts)))


def bound_css(root: Node) -> None:
    """Refuse, as `too-complex`, more CSS than can be read in good time."""
    sheets = sum(len(node.text) for node in root.walk() if node.name == "style")
    if sheets + sum(len(node.attributes.get("style", "")) for node in root.walk()) > _MOST_CSS:
        raise Unreadable("too-complex", limit=_MOST_CSS)


def _bound_outlines(root: Node) -> None:
    """Refuse, as `too-complex`, more path data than can be measured in good time; arcs take the longest."""
    effort = 0
    for node in root.walk():
        data = node.attributes.get("d", "")
        effort += len(data) + _ARC_EFFORT * (data.count("a") + data.count("A"))
        effort += len(node.attributes.get("points", ""))
    if effort > _MOST_OUTLINES:
        raise Unreadable("too-complex", limit=_MOST_OUTLINES)


def view_box(root: Node) -> tuple[float, float, float, float] | None:
    """Left, top, width, height."""
    values = numbers(root.attributes.get("viewBox", ""))
    return values if len(values) == 4 and min(values[2:]) > 0 else None


def href(node: Node) -> str:
    """The id that an element refers to inside the file, or empty."""
    address = node.attributes.get("href", node.attributes.get("xlink:href", "")).strip()
    return address[1:] if address.startswith("#") else ""


def painted(picture: Picture) -> Iterator[Step]:
    """Every shape, text and image that is shown, as often as it is.

    Raises:
        Unreadable: `too-complex` where copies of copies run away.
    """
    stack = [Step(picture.root, INITIAL, Identity)]
    taken = 0
    while stack:
        step = _entered(picture, stack.pop())
        taken += _weight(picture, step)
        if taken > _MOST_STEPS:
            raise Unreadable("too-complex", limit=_MOST_STEPS)
        if not step.style.displayed or step.style.opacity == 0 or step.node.namespace != SVG:
            continue
        if step.node.name in SHAPES | WORDS | {"image"} and step.style.visible:
            yield step
        stack.extend(reversed(list(_below(picture, step))))


def stops(picture: Picture, ident: str) -> tuple[Node, ...]:
    """The stops of the gradient of that id, or of the one that it refers to."""
    for _ in range(_MOST_HOPS):
        found = picture.ids.get(ident)
        if found is None or found.name not in _GRADIENTS:
            return ()
        own = tuple(child for child in found.children if child.name == "stop")
        if own:
            return own
        ident = href(found)
    return ()


def effects(picture: Picture, node: Node) -> tuple[Node, ...]:
    """The primitives of the filter set on the element itself."""
    found = picture.ids.get(target(picture.declared[node].get("filter")))
    return found.children if found is not None and found.name == "filter" else ()


def _weight(picture: Picture, step: Step) -> int:
    """How much there is to look at, so that copies cannot multiply the work beyond bounds."""
    servers = (step.style.fill.server, step.style.stroke.server)
    return 1 + sum(len(stops(picture, ident)) for ident in servers) + len(effects(picture, step.node))


def _entered(picture: Picture, step: Step) -> Step:
    node = step.node
    own = transform(node.attributes.get("transform", ""))
    style = derive(step.style, picture.declared[node])
    matrix = None if own is None or step.matrix is None else step.matrix.transform(own)
    return Step(node, style, matrix, step.trail, step.here)


def _below(picture: Picture, step: Step) -> Iterator[Step]:
    node = step.node
    if node.name in _HOLDERS:
        inner = _inner(picture, step) if node.name == "svg" else step
        yield from _children(inner)
    elif node.name == "use":
        yield from _used(picture, step)
    elif node.name in SHAPES:
        yield from _tiles(picture, step)


def _children(step: Step) -> Iterator[Step]:
    for child in step.node.children:
        yield Step(child, step.style, step.matrix, step.trail, step.here)


def _used(picture: Picture, step: Step) -> Iterator[Step]:
    attributes = step.node.attributes
    ident = href(step.node)
    copied = picture.ids.get(ident)
    if copied is None or ident in step.trail:
        return
    x, y = (length(attributes.get(key, "0")) for key in ("x", "y"))
    matrix = None if step.matrix is None or x is None or y is None else step.matrix.translate(x, y)
    inside = replace(step, node=copied, matrix=matrix, trail=step.trail | {ident})
    if copied.name != "symbol":
        yield inside
        return
    shown = _inner(picture, _entered(picture, inside))
    if shown.style.displayed:
        yield from _children(shown)


def _inner(picture: Picture, step: Step) -> Step:
    """Inside a nested viewport; its place is only known where it has no viewBox."""
    node = step.node
    if node is picture.root:
        return step
    x, y = (length(node.attributes.get(key, "0")) for key in ("x", "y"))
    if step.matrix is None or x is None or y is None or "viewBox" in node.attributes:
        return replace(step, matrix=None)
    return replace(step, matrix=step.matrix.translate(x, y))


def _tiles(picture: Picture, step: Step) -> Iterator[Step]:
    """What patterns and markers paint for a shape; it adds no size."""
    idents = (step.style.fill.server, step.style.stroke.server, *step.style.markers)
    for ident in dict.fromkeys(idents):
        tile = picture.ids.get(ident)
        if tile is not None and tile.name in _TILES and ident not in step.trail:
            style = derive(Style(opacity=step.style.opacity), picture.declared[tile])
            trail = step.trail | {ident}
            yield from (Step(child, style, None, trail, here=False) for child in tile.children)


def _size(root: Node) -> tuple[float, float]:
    """What percentages refer to: the viewBox, else the size, else a browser's default."""
    box = view_box(root)
    if box is not None:
        return box[2:]
    width, height = (length(root.attributes.get(key, "")) for key in ("width", "height"))
    return width or 300.0, height or 150.0

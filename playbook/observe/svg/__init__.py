"""SVG pictures: what they paint, hold and load.

Approximations: what groups hide in part, each member hides; a gradient's stop takes `currentColor` from the
shape; a turned shape's box is the box around its turned box.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from playbook.cssloads import addresses
from playbook.observe.svg.places import Place, Places
from playbook.observe.svg.refs import leads
from playbook.observe.svg.shape import Extent, grown, joined, length, moved
from playbook.observe.svg.style import Ink, fraction, solid
from playbook.observe.svg.walk import (
    SHAPES,
    SVG,
    WORDS,
    Picture,
    Step,
    effects,
    href,
    painted,
    picture,
    stops,
    view_box,
)
from playbook.observe.svg.xmltree import Node, parse
from playbook.observed import Box, Paint, Sighting, SvgFacts, Unreadable

_MOST_MARKS = 100_000
_MOVING = frozenset({"animate", "animateColor", "set"})
_RUN = frozenset({"script", "foreignObject", "handler", "listener"})
# What may load something; a backslash may spell it otherwise.
_LOADS = re.compile(r"url|src|image|@|\\", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A color as painted and as written, the property that says it and its line, and who is painted so."""

    color: str
    written: str
    property: str
    line: int
    step: Step


def observe(content: bytes) -> SvgFacts:
    """The facts of an SVG file.

    Raises:
        Unreadable: `not-svg`, `namespace`, or as `xmltree.parse` and `svgwalk` have it.
    """
    root = _root(content)
    drawn = picture(root)
    steps = tuple(painted(drawn))
    marks = _all_marks(drawn, steps)
    words = [step for step in steps if step.node.name in WORDS]
    box = view_box(root)
    return SvgFacts(
        view_box=None if box is None else Box(*box),
        width=length(root.attributes.get("width", "")),
        height=length(root.attributes.get("height", "")),
        paints=_grouped(marks, Places(content, root)),
        fonts=tuple(dict.fromkeys(font for step in words for font in step.style.fonts)),
        texts=_texts(words),
        rasters=sum(node.name == "image" for node in root.walk()),
        scripts=tuple(_scripts(root)),
        external=tuple(_external(root)),
        bounds=_bounds(drawn, steps, marks),
        not_judged=tuple(sorted({*drawn.doubts, *_unfollowed(drawn, steps)})),
    )


def _texts(steps: Sequence[Step]) -> tuple[str, ...]:
    nodes = dict.fromkeys(step.node for step in steps if step.node.name == "text")
    return tuple(filter(None, (node.words() for node in nodes)))


def _root(content: bytes) -> Node:
    if not content.startswith(b"\x1f\x8b") and b"svg" not in content.replace(b"\0", b""):
        raise Unreadable("not-svg")
    root = parse(content)
    if root.name != "svg":
        raise Unreadable("not-svg")
    if root.namespace != SVG:
        raise Unreadable("namespace")
    return root


def _all_marks(drawn: Picture, steps: Sequence[Step]) -> list[tuple[_Mark, ...]]:
    """What each step paints."""
    marks = []
    total = 0
    for step in steps:
        marks.append(tuple(_marks(drawn, step)))
        total += len(marks[-1])
        if total > _MOST_MARKS:
            raise Unreadable("too-complex", limit=_MOST_MARKS)
    return marks


def _grouped(marks: Iterable[tuple[_Mark, ...]], places: Places) -> tuple[Paint, ...]:
    together: dict[tuple[str, str, str], list[_Mark]] = {}
    for mark in (mark for several in marks for mark in several):
        together.setdefault((mark.color, mark.written, mark.property), []).append(mark)
    return tuple(Paint(*key, *_place(same[0], places), len(same)) for key, same in together.items())


def _place(mark: _Mark, places: Places) -> Place:
    """Where the color is written; where nothing says it, the element that is painted so."""
    if mark.written:
        return places.find(mark.property, mark.written, mark.line)
    return places.start(mark.step.node)


def _marks(drawn: Picture, step: Step) -> Iterator[_Mark]:
    node, style = step.node, step.style
    yield from _lit(drawn, step)
    if node.name == "image" or (node.name in WORDS and not node.text.strip() and not _tails(node)):
        return
    if node.name in SHAPES and drawn.outlines[node] is None:
        return
    if node.name != "line":
        yield from _inked(drawn, step, "fill", style.fill, style.fill_opacity)
    if style.stroke_width > 0:
        yield from _inked(drawn, step, "stroke", style.stroke, style.stroke_opacity)


def _tails(node: Node) -> bool:
    return any(child.tail.strip() for child in node.children)


def _inked(drawn: Picture, step: Step, prop: str, ink: Ink, opacity: float) -> Iterator[_Mark]:
    share = opacity * step.style.opacity
    if ink.server in drawn.ids:
        for stop in stops(drawn, ink.server):
            yield from _solid(drawn, step, stop, "stop", share)
        return
    color = step.style.color if ink.current else ink.color
    if color is not None and color.alpha * share > 0:
        seen = replace(color, alpha=color.alpha * share).hex
        yield _Mark(seen, ink.written, prop, ink.line or step.node.line, step)


def _solid(drawn: Picture, step: Step, node: Node, kind: str, share: float) -> Iterator[_Mark]:
    """The color of a stop, a flood or a light."""
    declared = drawn.declared[node]
    prop = f"{kind}-color"
    written = declared.get(prop)
    color = solid(written, step.style.color)
    alpha = (color.alpha if color else 0) * share * fraction(declared.get(f"{kind}-opacity"), 1.0)
    if color is not None and alpha > 0 and not (written is None and kind == "lighting"):
        line = written.line if written else node.line
        said = written.value.strip() if written else ""
        yield _Mark(replace(color, alpha=alpha).hex, said, prop, line, step)


def _lit(drawn: Picture, step: Step) -> Iterator[_Mark]:
    """Colors that a filter on the element itself adds."""
    for node in effects(drawn, step.node):
        if node.name in ("feFlood", "feDropShadow"):
            yield from _solid(drawn, step, node, "flood", step.style.opacity)
        elif node.name in ("feDiffuseLighting", "feSpecularLighting"):
            yield from _solid(drawn, step, node, "lighting", step.style.opacity)


def _bounds(drawn: Picture, steps: Sequence[Step], marks: Sequence[tuple[_Mark, ...]]) -> Box | None:
    """The box around everything painted; None where a part's size is not known, or nothing is painted."""
    around: Extent | None = None
    for step, painted_with in zip(steps, marks, strict=True):
        if not step.here or not (painted_with or step.node.name == "image"):
            continue
        if step.node.name in WORDS or step.matrix is None:
            return None
        extent = drawn.outlines[step.node]
        if extent is not None:
            around = joined(around, moved(grown(extent, _half_stroke(step)), step.matrix))
    if around is None:
        return None
    left, top, right, bottom = around
    return Box(left, top, right - left, bottom - top)


def _half_stroke(step: Step) -> float:
    style = step.style
    stroked = style.stroke.color is not None or style.stroke.server or style.stroke.current
    return style.stroke_width / 2 if stroked and step.node.name != "image" else 0.0


def _scripts(root: Node) -> Iterator[Sighting]:
    """Programs: elements, event attributes, and links that run."""
    for node in root.walk():
        if node.name in _RUN:
            yield Sighting(node.name, node.line)
        for name, value in node.attributes.items():
            if name.lower().startswith("on"):
                yield Sighting(name, node.line)
            elif leads(value) == "script":
                yield Sighting(value.strip()[:60], node.line)


def _external(root: Node) -> Iterator[Sighting]:
    """Addresses outside the file, in links, style sheets and attributes."""
    for node in root.walk():
        found = [
            (node.attributes[key], node.line)
            for key in ("href", "xlink:href", "src")
            if key in node.attributes
        ]
        sheets = [node.text] if node.name == "style" else []
        sheets += [value for value in node.attributes.values() if _LOADS.search(value)]
        found += [(address.value, address.line) for text in sheets for address in addresses(text, node.line)]
        yield from (Sighting(value.strip()[:200], line) for value, line in found if leads(value) == "outside")


def _unfollowed(drawn: Picture, steps: Sequence[Step]) -> Iterator[str]:
    """References to nothing, pictures within pictures, animated colors."""
    for node in drawn.root.walk():
        if node.name in _MOVING:
            yield "@not-followed.animation"
        elif node.name == "image":
            yield "@not-followed.picture"
        elif node.name == "use" and href(node) not in drawn.ids:
            yield f"@not-followed.reference #{href(node)[:60]}"
    for step in steps:
        for ident in (step.style.fill.server, step.style.stroke.server):
            if ident and ident not in drawn.ids:
                yield f"@not-followed.reference #{ident[:60]}"

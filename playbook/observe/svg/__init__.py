"""SVG pictures: what they paint, hold and load.

Approximations: what groups hide in part, each member hides; a gradient's stop takes `currentColor` from the
shape; a turned shape's box is the box around its turned box.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from playbook.cssloads import addresses
from playbook.observe.svg.areas import Frame
from playbook.observe.svg.marks import Mark, all_marks, areas, grouped
from playbook.observe.svg.outlines import shapes
from playbook.observe.svg.places import Places
from playbook.observe.svg.refs import leads
from playbook.observe.svg.shape import Extent, grown, joined, length, moved
from playbook.observe.svg.walk import (
    SVG,
    WORDS,
    Picture,
    Step,
    href,
    painted,
    picture,
    view_box,
)
from playbook.observe.svg.xmltree import Node, parse
from playbook.observed import Box, Sighting, SvgFacts, Unreadable

_MOVING = frozenset({"animate", "animateColor", "set"})
_RUN = frozenset({"script", "foreignObject", "handler", "listener"})
# What may load something; a backslash may spell it otherwise.
_LOADS = re.compile(r"url|src|image|@|\\", re.IGNORECASE)


def observe(content: bytes) -> SvgFacts:
    """The facts of an SVG file.

    Raises:
        Unreadable: `not-svg`, `namespace`, or as `xmltree.parse` and `svgwalk` have it.
    """
    root = _root(content)
    drawn = picture(root)
    steps = tuple(painted(drawn))
    marks = all_marks(drawn, steps)
    words = [step for step in steps if step.node.name in WORDS]
    box = view_box(root)
    frame, places = Frame(drawn), Places(content, root)
    return SvgFacts(
        view_box=None if box is None else Box(*box),
        width=length(root.attributes.get("width", "")),
        height=length(root.attributes.get("height", "")),
        paints=grouped(marks, places, frame),
        fonts=tuple(_fonts(words, places, frame)),
        texts=tuple(_texts(words, places, frame)),
        rasters=sum(node.name == "image" for node in root.walk()),
        scripts=tuple(_scripts(root)),
        external=tuple(_external(root)),
        bounds=_bounds(drawn, steps, marks),
        shapes=shapes(drawn, steps, marks, frame),
        not_judged=tuple(sorted({*drawn.doubts, *_unfollowed(drawn, steps)})),
    )


def _fonts(steps: Iterable[Step], places: Places, frame: Frame) -> Iterator[Sighting]:
    """Each font, where it is first asked for."""
    together: dict[str, list[Step]] = {}
    for step in steps:
        for font in step.style.fonts:
            together.setdefault(font, []).append(step)
    for font, same in together.items():
        yield Sighting(font, *places.start(same[0].node), areas(frame, same))


def _texts(steps: Iterable[Step], places: Places, frame: Frame) -> Iterator[Sighting]:
    """Each text once, however often it is used."""
    together: dict[Node, list[Step]] = {}
    for step in steps:
        if step.node.name == "text" and step.node.words():
            together.setdefault(step.node, []).append(step)
    for node, same in together.items():
        yield Sighting(node.words(), *places.start(node), areas(frame, same))


def _root(content: bytes) -> Node:
    if not content.startswith(b"\x1f\x8b") and b"svg" not in content.replace(b"\0", b""):
        raise Unreadable("not-svg")
    root = parse(content)
    if root.name != "svg":
        raise Unreadable("not-svg")
    if root.namespace != SVG:
        raise Unreadable("namespace")
    return root


def _bounds(drawn: Picture, steps: Sequence[Step], marks: Sequence[tuple[Mark, ...]]) -> Box | None:
    """The box around everything painted; None where a part's size is not known, or nothing is painted."""
    around: Extent | None = None
    for step, painted_with in zip(steps, marks, strict=True):
        if not step.here or not (painted_with or step.node.name == "image"):
            continue
        if step.node.name in WORDS or step.matrix is None:
            return None
        extent = drawn.outlines[step.node]
        if extent is not None:
            around = joined(around, moved(grown(extent, step.half_stroke), step.matrix))
    if around is None:
        return None
    left, top, right, bottom = around
    return Box(left, top, right - left, bottom - top)


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

"""Logos as published: how wide they are for their height, and their drawing as text to make pictures from."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath

from playbook.exports.site.view import View
from playbook.observe.svg.shape import length
from playbook.observe.svg.walk import view_box
from playbook.observe.svg.xmltree import parse
from playbook.observed import Unreadable

LONGEST = 64_000
"""Bytes of a drawing that a page carries along; a larger one is offered as its file only."""

_FLATTEST = 50
"""A drawing longer or higher than this is no logo that could be laid out."""


def drawing(view: View, path: str) -> str:
    """The text of a published SVG, or empty for what is none or too large."""
    content = view.contents.get(path, b"")
    if PurePosixPath(path).suffix.lower() != ".svg" or len(content) > LONGEST:
        return ""
    return content.decode("utf-8", "replace")


def ratio(view: View, path: str) -> float | None:
    """The width of a published SVG by its height, where it can be told."""
    return _ratio(drawing(view, path).encode())


@lru_cache(maxsize=256)
def _ratio(svg: bytes) -> float | None:
    try:
        root = parse(svg) if svg else None
    except Unreadable:
        return None
    if root is None:
        return None
    box = view_box(root)
    sides = box[2:] if box else [length(root.attributes.get(name, "")) for name in ("width", "height")]
    wide, high = sides
    if not wide or not high or wide < 0 or high < 0:
        return None
    return wide / high if 1 / _FLATTEST < wide / high < _FLATTEST else None

"""Drawings as published: their text to make pictures from, how wide they are for their height, a title."""

from __future__ import annotations

from pathlib import PurePosixPath

from playbook.exports.site.view import View
from playbook.making.picture import proportion
from playbook.observe.svg.xmltree import parse
from playbook.observed import Unreadable

LONGEST = 64_000
"""Bytes of a drawing that a page carries along; a larger one is offered as its file only."""


def drawing(view: View, path: str) -> str:
    """The text of a published SVG, or empty for what is none or too large."""
    content = view.contents.get(path, b"")
    if PurePosixPath(path).suffix.lower() != ".svg" or len(content) > LONGEST:
        return ""
    return content.decode("utf-8", "replace")


def ratio(view: View, path: str) -> float | None:
    """The width of a published SVG by its height, where it can be told."""
    return proportion(drawing(view, path).encode())


def title(view: View, path: str) -> str:
    """What a published SVG says of itself in its title, or empty."""
    try:
        root = parse(drawing(view, path).encode())
    except Unreadable:
        return ""
    return next((" ".join(node.text.split()) for node in root.children if node.name == "title"), "")

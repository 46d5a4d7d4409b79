"""Where in a picture's text its colors are written: the XML reader knows lines only."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from playbook.observe.svg.xmltree import Node

Place = tuple[int, int]
"""Line and column, from 1."""

# A comment is passed over whole; a value ends where its attribute or its declaration does.
_WRITTEN = re.compile(
    r"""
    <!--.*?(?:-->|\Z)
    | (?<![\w-]) (?P<property> fill | stroke | (?:stop-|flood-|lighting-)?color )
      \s* (?: =\s*["'] | : ) \s*
      (?P<value> [^\s"';<>{}!] (?: [^"';<>{}!\n]{0,120} [^\s"';<>{}!] )? )
    """,
    re.VERBOSE | re.DOTALL,
)


_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<(?P<name>[^\W\d][\w:.-]*)", re.DOTALL
)


class Places:
    """The places in a text of its elements, and of everything that sets a color."""

    def __init__(self, content: bytes, root: Node) -> None:
        text = content.decode("utf-8-sig", errors="replace")
        self._known = _places(text)
        starts = list(_starts(text))
        nodes = list(root.walk())
        # What a start tag looks like is sure in sound XML only; a text in another encoding has none.
        self._starts = dict(zip(nodes, starts, strict=True)) if len(nodes) == len(starts) else {}

    def start(self, node: Node) -> Place:
        """Where an element begins; column 0 where only its line is known."""
        return self._starts.get(node, (node.line, 0))

    def find(self, prop: str, written: str, line: int) -> Place:
        """The first place on the line where a property is set to these words; column 0 if not found.

        The reader names an element by the line on which its start tag ends: where the words are not
        there, the nearest line above that has them is meant.
        """
        known = self._known.get((prop, written), [])
        last = bisect_right(known, (line + 1, 0))
        if not last:
            return line, 0
        above = known[last - 1][0]
        return known[bisect_right(known, (above, 0))]


def _starts(text: str) -> Iterator[Place]:
    """Where each element begins, in document order."""
    line, begins, last = 1, 0, 0
    for match in _TAG.finditer(text):
        if match["name"]:
            at = match.start()
            line, begins = line + text.count("\n", last, at), text.rfind("\n", last, at) + 1 or begins
            last = at
            yield line, at - begins + 1


def _places(text: str) -> Mapping[tuple[str, str], list[Place]]:
    found: dict[tuple[str, str], list[Place]] = {}
    line, start = 1, 0
    for match in _WRITTEN.finditer(text):
        if match["property"]:
            at = match.start("value")
            line, start = line + text.count("\n", start, at), text.rfind("\n", start, at) + 1 or start
            found.setdefault((match["property"], match["value"]), []).append((line, at - start + 1))
    return found

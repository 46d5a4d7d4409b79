"""What leads where, free of any markup: touchpoints in lanes side by side, and the curves between them.

Measures are in pixels of a page whose `rem` has 20 of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.exports.site.inlines import Inlines

ROW, HIGH = 68, 56
"""From one box to the next one below it, and the height of a box."""
ROOM, NARROW, BROAD = 1170, 152, 240
"""What lanes share, as long as none gets narrower or broader than this; a quarter of each is free."""
PAGE = 18
"""Rows that one printed page holds."""
ASIDE = 11
"""How far above the middle of a box a way within its lane begins and ends, and how far below it one back."""
_TIP = "{x} {y}l{back}-4v8z"


@dataclass(frozen=True, slots=True)
class Node:
    """A box: its name and page, what is quietly said of it, where it stands, and those it is linked with."""

    name: str
    path: str
    about: str
    lane: int
    row: int
    before: Inlines
    after: Inlines


@dataclass(frozen=True, slots=True)
class Curves:
    """SVG paths: of ways to a later lane or within one, of ways back, and of all their tips."""

    on: str
    back: str
    tips: str


@dataclass(frozen=True, slots=True)
class Net:
    """The network; `nodes` in the order of lanes and rows, `ways` by their positions in it.

    `legend` says what the two kinds of line mean, `head` heads the table that says the same in words;
    `data` and `words` are for the script that finds and chooses.
    """

    label: str
    legend: tuple[str, str]
    head: tuple[str, str, str, str]
    lanes: tuple[str, ...]
    nodes: tuple[Node, ...]
    ways: tuple[tuple[int, int], ...]
    data: str
    words: tuple[tuple[str, str], ...]

    @property
    def wide(self) -> int:
        """The width of a lane."""
        return min(BROAD, max(NARROW, ROOM // max(1, len(self.lanes))))

    @property
    def size(self) -> tuple[int, int]:
        """The width and height of the drawing."""
        rows = max((node.row for node in self.nodes), default=-1) + 1
        return len(self.lanes) * self.wide, rows * ROW

    def curves(self) -> Curves:
        """All ways drawn."""
        drawn = [curve(self.nodes[start], self.nodes[end], self.wide) for start, end in self.ways]
        on = "".join(path for path, _, returns in drawn if not returns)
        return Curves(
            on, "".join(path for path, _, back in drawn if back), "".join(tip for _, tip, _ in drawn)
        )


def curve(start: Node, end: Node, wide: int) -> tuple[str, str, bool]:
    """The path from one box to another, that of its tip, and whether it leads back to an earlier lane."""
    back, on = end.lane < start.lane, end.lane > start.lane
    right, aside = wide - wide // 4, 0 if on else ASIDE if back else -ASIDE
    x1, x2 = start.lane * wide + (0 if back else right), end.lane * wide + (0 if on else right)
    y1, y2 = (node.row * ROW + HIGH // 2 + aside for node in (start, end))
    bend = abs(x2 - x1) // 2 or min(wide // 4, 16 + 6 * abs(end.row - start.row))
    c1, c2 = (x1 - bend if back else x1 + bend), (x2 - bend if on else x2 + bend)
    tip = _TIP.format(x=x2, y=y2, back=-7 if on else 7)
    return f"M{x1} {y1}C{c1} {y1} {c2} {y2} {x2} {y2}", f"M{tip}", back


def lane_nodes(net: Net) -> Iterable[tuple[str, tuple[Node, ...]]]:
    """The lanes with what stands in them."""
    for at, name in enumerate(net.lanes):
        yield name, tuple(node for node in net.nodes if node.lane == at)

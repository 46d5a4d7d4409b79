"""The blocks of `showing` written as plain Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from playbook.blanks import FEELS, PAIN, Blank
from playbook.exports.site import markdown_ticking
from playbook.exports.site.heat import Heat, Line
from playbook.exports.site.inlines import Download, Strong, Text, To
from playbook.exports.site.markdown_inline import escape, inline, url
from playbook.exports.site.net import Net, lane_nodes
from playbook.exports.site.showing import (
    Dropping,
    Lockup,
    Maker,
    Matrix,
    Offer,
    Printer,
    Reviewing,
    Strip,
    Wall,
)
from playbook.exports.site.urls import source_path

_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "{`~"})
"""Signs that would begin something else: what a template language reads, and the fence of other code."""
_SNIPPET = re.compile(r"8<|[{][{%#]")


def fenced(text: str) -> str:
    """Text as it stands in a file."""
    if _SNIPPET.search(text):
        harmless = html.escape(text).translate(_SIGNS).replace("8&lt;", "8&#60;")
        return f"<pre><code>{harmless}</code></pre>"
    runs = re.findall(r"`+", text)
    fence = "`" * max(3, *(len(run) + 1 for run in runs), 3)
    return f"{fence}\n{text}\n{fence}"


def _strip(block: Strip, path: str, _level: int) -> str:
    told = ", ".join(part.name for part in block.parts)
    return inline((Strong((Text(f"{block.label}:"),)), Text(f" {told}")), path)


def _matrix(block: Matrix, _path: str, _level: int) -> str:
    lines = [
        ["", *(escape(name) for name, _ in block.grounds)],
        ["---" for _ in range(len(block.grounds) + 1)],
        *([escape(row.name), *map(escape, row.cells)] for row in block.rows),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _heat(block: Heat, _path: str, _level: int) -> str:
    def row(line: Line) -> list[str]:
        cells = (" ".join(filter(None, (cell.number, cell.word))) for cell in line.cells)
        return [escape(line.name), *map(escape, cells)]

    lines = [
        [escape(name) for name in (block.corner, *block.columns, block.total.name)],
        ["---", *("--:" for _ in block.total.cells)],
        *map(row, (*block.lines, block.total)),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _net(block: Net, path: str, _level: int) -> str:
    """The ways in words alone."""
    parts = []
    for name, nodes in lane_nodes(block):
        lines = [[escape(title) for title in block.head], ["---"] * len(block.head)]
        for node in nodes:
            link = inline((To(node.path, (Text(node.name),)),), path)
            lines.append([link, escape(node.about), inline(node.after, path), inline(node.before, path)])
        table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        parts.append(f"{inline((Strong((Text(name),)),), path)}\n\n{table}")
    return "\n\n".join(parts)


def _lockup(block: Lockup, path: str, _level: int) -> str:
    image = f"![{escape(block.alt)}]({url(source_path(path, block.path))})"
    return f"{image}\n\n{inline(block.caption, path)}" if block.caption else image


def _offer(block: Offer, path: str, _level: int) -> str:
    return inline((Download(block.path, (Text(block.words),)),), path)


def _wall(block: Wall, path: str, _level: int) -> str:
    return "\n".join(f"- {inline(card.name, path)}: {inline(card.about, path)}" for card in block.cards)


def _printer(_block: Printer, _path: str, _level: int) -> str:
    return ""


def _reviewing(block: Reviewing, _path: str, _level: int) -> str:
    return escape(block.still)


def _dropping(block: Dropping, _path: str, _level: int) -> str:
    return fenced(block.command)


def _blank(block: Blank, _path: str, _level: int) -> str:
    marks = {FEELS: " / ".join(block.feelings), PAIN: " / ".join(block.effects)}
    columns = len(block.phases)
    lines = [
        ["", *map(escape, block.phases)],
        ["---"] * (columns + 1),
        *([escape(asked), *([escape(marks.get(row, ""))] * columns)] for row, asked in block.rows),
    ]
    head = "\n".join(f"- {escape(asked)}:" for asked in block.head)
    return head + "\n\n" + "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _maker(block: Maker, _path: str, _level: int) -> str:
    return fenced(block.text.strip("\n"))


BLOCKS: dict[type, Callable[[Any, str, int], str]] = {
    Strip: _strip,
    Matrix: _matrix,
    Lockup: _lockup,
    Offer: _offer,
    Maker: _maker,
    Dropping: _dropping,
    Reviewing: _reviewing,
    Printer: _printer,
    Wall: _wall,
    Heat: _heat,
    Net: _net,
    Blank: _blank,
    **markdown_ticking.BLOCKS,
}

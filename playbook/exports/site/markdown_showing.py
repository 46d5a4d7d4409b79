"""The blocks of `showing` written as plain Markdown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playbook.exports.site.inlines import Download, Strong, Text
from playbook.exports.site.markdown_inline import escape, inline, url
from playbook.exports.site.showing import Lockup, Matrix, Offer, Strip
from playbook.exports.site.urls import source_path


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


def _lockup(block: Lockup, path: str, _level: int) -> str:
    image = f"![{escape(block.alt)}]({url(source_path(path, block.path))})"
    return f"{image}\n\n{inline(block.caption, path)}" if block.caption else image


def _offer(block: Offer, path: str, _level: int) -> str:
    return inline((Download(block.path, (Text(block.words),)),), path)


BLOCKS: dict[type, Callable[[Any, str, int], str]] = {
    Strip: _strip,
    Matrix: _matrix,
    Lockup: _lockup,
    Offer: _offer,
}

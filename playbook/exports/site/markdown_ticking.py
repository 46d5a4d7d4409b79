"""A checklist written as Markdown: tables with boxes for a pen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from playbook.choices import Tick
from playbook.exports.site.markdown_inline import escape, inline
from playbook.exports.site.ticking import Resolve, Tally, Tickable, Ticks

_BOX = {True: "☑", False: "☐"}
_LINE = "\\_" * 40


def _ticks(block: Ticks, path: str, _level: int) -> str:
    head = [escape(block.title), *map(escape, block.columns)]
    rows = [line for _, things in block.groups for thing in things for line in _rows(thing, path)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * 3, *rows))


def _rows(thing: Tickable, path: str, lead: str = "") -> Iterator[list[str]]:
    about = f" ({escape(thing.about)})" if thing.about else ""
    on = (thing.tick is not Tick.MISSING, thing.tick is Tick.NEEDS_WORK)
    yield [f"{lead}{inline(thing.words, path)}{about}", *(_BOX[box] for box in on)]
    for part in thing.parts:
        yield from _rows(part, path, "– ")


def _tally(_block: Tally, _path: str, _level: int) -> str:
    return ""


def _resolve(block: Resolve, _path: str, _level: int) -> str:
    said = {name: escape(words) for name, words in block.said}
    heads = [said[name] for name in ("goal", "owner", "due")]
    goals = [["&nbsp;"] * 3] * block.goals
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * 3, *goals))
    return f"{said['conclusions']}\n\n{_LINE}\n\n{table}\n\n{said['review']} {_LINE}"


BLOCKS: dict[type, Callable[[Any, str, int], str]] = {Ticks: _ticks, Tally: _tally, Resolve: _resolve}

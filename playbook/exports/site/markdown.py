"""Blocks written as plain Markdown: what MkDocs reads without any extension but its own.

Texts are escaped so that they mean the same to every Markdown dialect: what could be HTML, an attribute
list, a template's tag or a snippet's marker becomes an entity.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from playbook.exports.site import markdown_showing, prose
from playbook.exports.site.blocks import (
    Block,
    Blocks,
    Facts,
    Field,
    Figure,
    Filtered,
    Finder,
    Folded,
    Group,
    Heading,
    Items,
    Listing,
    Para,
    Plain,
    Prose,
    Quote,
    Rule,
    Steps,
    Switch,
    Table,
    Walk,
)
from playbook.exports.site.feeling import Feelings
from playbook.exports.site.inlines import (
    Inlines,
    Strong,
    Text,
)
from playbook.exports.site.journeymap import Map
from playbook.exports.site.markdown_inline import escape, inline, opened, url
from playbook.exports.site.showing import Specimen
from playbook.exports.site.sides import Sides
from playbook.exports.site.urls import source_path

_CLOSING = re.compile(r"#(\s*)$")


def page(title: str, blocks: Iterable[Block], path: str) -> str:
    """The text of the page at `path`, its title first."""
    return f"# {_title(title)}\n\n{write(blocks, path)}\n"


def write(blocks: Iterable[Block], path: str, level: int = 2) -> str:
    """The Markdown of some blocks; prose among them stands in a section of `level`."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            level = block.level
        parts.append(_BLOCKS[type(block)](block, path, level))
    return "\n\n".join(part for part in parts if part)


def slug(text: str) -> str:
    """The anchor that Python-Markdown's table of contents gives to a heading."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _title(text: str) -> str:
    """The words of a heading; number signs at its end would be taken for the heading's own."""
    return _CLOSING.sub(r"&#35;\1", opened(escape(text)))


def _line(inlines: Inlines, path: str) -> str:
    return opened(inline(inlines, path))


def _indented(text: str, by: str = "    ") -> str:
    return "\n".join(by + line if line else line for line in text.split("\n"))


def _heading(block: Heading, _path: str, _level: int) -> str:
    place = (
        f'<a id="{html.escape(block.anchor)}"></a>\n\n'
        if block.linked and block.anchor != slug(block.text)
        else ""
    )
    return f"{place}{'#' * block.level} {_title(block.text)}"


def _para(block: Para, path: str, _level: int) -> str:
    if block.style == "label":
        return inline((Strong(block.inlines),), path)
    return _line(block.inlines, path)


def _plain(block: Plain, path: str, _level: int) -> str:
    return _line(block.inlines, path)


def _prose(block: Prose, path: str, level: int) -> str:
    return write(prose.blocks(block.markdown, level), path, level)


def _facts(block: Facts, path: str, _level: int) -> str:
    return "\n".join(f"- **{escape(label)}:** {inline(value, path)}" for label, value in block.rows)


def _table(block: Table, path: str, _level: int) -> str:
    rules = ("--:" if at in block.numbers else "---" for at in range(len(block.head)))
    rows = [
        [escape(title) for title in block.head],
        list(rules),
        *([inline(cell, path).strip() for cell in row] for row in block.rows),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _items(block: Items, path: str, level: int) -> str:
    marks = ((f"{at}." if block.ordered else "-") for at, _ in enumerate(block.entries, block.start))
    entries = [_entry(mark, entry, path, level) for mark, entry in zip(marks, block.entries, strict=True)]
    loose = any("\n\n" in entry for entry in entries)
    return ("\n\n" if loose else "\n").join(entries)


def _entry(mark: str, entry: Blocks, path: str, level: int) -> str:
    return _marked(mark, write(entry, path, level))


def _marked(mark: str, text: str) -> str:
    return f"{mark:<4}{_indented(text).lstrip()}"


def _group(block: Group, path: str, level: int) -> str:
    place = f'<a id="{html.escape(block.anchor)}"></a>\n\n' if block.anchor else ""
    return place + write(block.blocks, path, level)


def _folded(block: Folded, path: str, level: int) -> str:
    return write((Para((Text(block.title),), "label"), *block.blocks), path, level)


def _filtered(block: Filtered, path: str, level: int) -> str:
    return write(block.blocks, path, level)


def _finder(_block: Finder, _path: str, _level: int) -> str:
    return ""


def _switch(block: Switch, path: str, _level: int) -> str:
    shown = (Strong(to.inlines) if at == block.here else to for at, to in enumerate(block.pages))
    links = " | ".join(inline((part,), path) for part in shown)
    return f"{escape(block.label)}: {links}"


def _field(block: Field, path: str, level: int) -> str:
    return _group(Group("", block.blocks, block.anchor), path, level)


def _figure(block: Figure, path: str, _level: int) -> str:
    image = f"![{escape(block.alt)}]({url(source_path(path, block.path))})"
    return f"{image}\n\n{_line(block.caption, path)}" if block.caption else image


def _specimen(block: Specimen, _path: str, _level: int) -> str:
    return opened(escape(block.text))


def _quote(block: Quote, path: str, level: int) -> str:
    inside = write(block.blocks, path, level)
    if block.source:
        inside += f"\n\n\N{EM DASH} {inline(block.source, path)}"
    return "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))


def _listing(block: Listing, _path: str, _level: int) -> str:
    return markdown_showing.fenced(block.text)


def _steps(block: Steps, path: str, level: int) -> str:
    told = (write((Plain((Strong(step.title),)), *step.blocks), path, level) for step in block.steps)
    anchors = (f'<a id="{html.escape(step.anchor)}"></a>' for step in block.steps)
    entries = [_marked(f"{at}.", "".join(text)) for at, text in enumerate(zip(anchors, told, strict=True), 1)]
    return ("\n\n" if any("\n\n" in entry for entry in entries) else "\n").join(entries)


def _feelings(_block: Feelings, _path: str, _level: int) -> str:
    return ""  # each step says how it feels


def _map(block: Map, _path: str, _level: int) -> str:
    """The places that other pages lead to; the table that says the same follows."""
    return "".join(f'<a id="map-{column.number}"></a>' for column in block.columns)


def _sides(block: Sides, path: str, level: int) -> str:
    return _table(Table(block.head, tuple(map(tuple, block.rows()))), path, level)


def _walk(block: Walk, path: str, level: int) -> str:
    return _steps(block.steps, path, level)


def _rule(_block: Rule, _path: str, _level: int) -> str:
    return "---"


_BLOCKS: dict[type, Callable[[Any, str, int], str]] = {
    Heading: _heading,
    Para: _para,
    Plain: _plain,
    Prose: _prose,
    Facts: _facts,
    Table: _table,
    Items: _items,
    Group: _group,
    Folded: _folded,
    Filtered: _filtered,
    Finder: _finder,
    Switch: _switch,
    Field: _field,
    Figure: _figure,
    Specimen: _specimen,
    Quote: _quote,
    Listing: _listing,
    Steps: _steps,
    Feelings: _feelings,
    Map: _map,
    Sides: _sides,
    Walk: _walk,
    Rule: _rule,
    **markdown_showing.BLOCKS,
}

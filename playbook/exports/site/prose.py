"""Markdown written by people, read into blocks: what is no block of ours does not get through.

Raw HTML is text here; links with schemes that do more than open a page, a mail or a call keep their words
only, as do pictures. So whatever a writer makes of the blocks is as safe as the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from playbook.exports.site.blocks import (
    Block,
    Blocks,
    Heading,
    Items,
    Listing,
    Para,
    Plain,
    Quote,
    Table,
)
from playbook.exports.site.inlines import Code, Inline, Inlines, Strong, Text, plain
from playbook.exports.site.prosetree import blocks_in
from playbook.render.prose import PARAGRAPHS, clean, is_bounded, parts

_MARKED = re.compile(r"[\n*_`\[<\\]|&[#a-zA-Z]|https?://|^\s*(?:[-+=>#]|\d+[.)])|^(?: {4}|\t)")


def is_plain(text: str) -> bool:
    """Whether a text is one paragraph without any markup: most are."""
    return not _MARKED.search(text)


@lru_cache(maxsize=8192)
def blocks(text: str, level: int = 2) -> Blocks:
    """The blocks of a Markdown text that stands in a section of this level: its headings go below it."""
    said = clean(text)
    if not said.strip():
        return ()
    if is_plain(said):
        return (Para((Text(said.strip()),)),)
    if not is_bounded(said):
        return _as_typed(said)
    try:
        return tuple(_blocks(said, level))
    except RecursionError:
        return _as_typed(said)


def _blocks(text: str, level: int) -> Iterator[Block]:
    """Fenced code, and what stands between."""
    for part in parts(text):
        if isinstance(part, str):
            yield Listing(part)
        else:
            yield from blocks_in(part, level)


def line(text: str) -> Inlines:
    """A Markdown text in one line, for the cell of a table: its paragraphs run on."""
    found: list[Inline] = []
    for block in blocks(text):
        found += [Text(" ")] if found else []
        found += _run_on(block)
    return tuple(found)


def _run_on(block: Block) -> Iterator[Inline]:
    if isinstance(block, Para | Plain):
        yield from block.inlines
    elif isinstance(block, Heading):
        yield Strong((Text(block.text),))
    elif isinstance(block, Listing):
        yield Code(block.text)
    elif isinstance(block, Table):
        yield Text("; ".join(plain(cell) for row in (block.rows) for cell in row))
    elif isinstance(block, Items | Quote):
        entries = block.entries if isinstance(block, Items) else (block.blocks,)
        for number, entry in enumerate(entries):
            yield from (Text("; "),) if number else ()
            for inner in entry:
                yield from _run_on(inner)


def _as_typed(text: str) -> Blocks:
    return tuple(Para((Text(paragraph.strip()),)) for paragraph in PARAGRAPHS.split(text))

"""Markdown written by people, read into blocks: what is no block of ours does not get through.

Raw HTML is text here; links with schemes that do more than open a page, a mail or a call keep their words
only, as do pictures. So whatever a writer makes of the blocks is as safe as the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from xml.etree.ElementTree import Element

import markdown

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
from playbook.exports.site.prosetree import CONTROL, blocks_in

MOST = 20_000
"""Characters of one text that are read as Markdown; a longer one is shown as it was typed."""

_MARKED = re.compile(r"[\n*_`\[<\\]|&[#a-zA-Z]|https?://|^\s*(?:[-+=>#]|\d+[.)])|^(?: {4}|\t)")
_MOST_MARKS = 300
"""Marks in one paragraph: beyond any honest text, and the Markdown library's time grows with their square."""

_MARKS = re.compile(r"[*_`\[<\\]")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_FENCE = re.compile(
    r"^ {0,3}(`{3,}|~{3,})[^`\n]*\n(.*?)(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)


def is_plain(text: str) -> bool:
    """Whether a text is one paragraph without any markup: most are."""
    return not _MARKED.search(text)


@lru_cache(maxsize=8192)
def blocks(text: str, level: int = 2) -> Blocks:
    """The blocks of a Markdown text that stands in a section of this level: its headings go below it."""
    clean = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")
    if not clean.strip():
        return ()
    if is_plain(clean):
        return (Para((Text(clean.strip()),)),)
    if len(clean) > MOST or any(len(_MARKS.findall(part)) > _MOST_MARKS for part in _PARAGRAPHS.split(clean)):
        return _as_typed(clean)
    try:
        return tuple(_parts(clean, level))
    except RecursionError:
        return _as_typed(clean)


def _parts(text: str, level: int) -> Iterator[Block]:
    """Fenced code, and what stands between."""
    done = 0
    for fence in _FENCE.finditer(text):
        yield from blocks_in(_tree(text[done : fence.start()]), level)
        yield Listing(fence[2].strip("\n"))
        done = fence.end()
    yield from blocks_in(_tree(text[done:]), level)


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
    return tuple(Para((Text(paragraph.strip()),)) for paragraph in _PARAGRAPHS.split(text))


@cache
def _reader() -> markdown.Markdown:
    """Python-Markdown without raw HTML, made once: making one takes longer than most texts do."""
    reader = markdown.Markdown(extensions=["tables", "sane_lists"])
    reader.preprocessors.deregister("html_block")
    for pattern in ("html", "entity", "automail"):
        reader.inlinePatterns.deregister(pattern)
    return reader


def _tree(text: str) -> Element:
    """The element tree that Python-Markdown makes, before it becomes HTML."""
    reader = _reader().reset()
    lines = text.split("\n")
    for step in reader.preprocessors:
        lines = step.run(lines)
    root: Element = reader.parser.parseDocument(lines).getroot()  # type: ignore[assignment]  # never None
    for finish in reader.treeprocessors:
        root = finish.run(root) or root
    return root

"""Markdown written by people, read into the elements that it means.

Raw HTML is text here. What takes long to read, by its length or its marks, is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from markdown import Markdown

MOST = 20_000
"""Characters of one text that are read as Markdown; a longer one is shown as it was typed."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
PARAGRAPHS = re.compile(r"\n[ \t]*\n")
"""What stands between two paragraphs."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_MOST_MARKS = 300
"""Marks in one paragraph: beyond any honest text, and the Markdown library's time grows with their square."""
_MARKS = re.compile(r"[*_`\[<\\]")
_FENCE = re.compile(
    r"^ {0,3}(`{3,}|~{3,})[^`\n]*\n(.*?)(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)


def clean(text: str) -> str:
    """The text with one kind of line end, and without control characters or blank lines around it."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")


def is_bounded(text: str) -> bool:
    """Whether a text is read in good time."""
    return len(text) <= MOST and all(
        len(_MARKS.findall(part)) <= _MOST_MARKS for part in PARAGRAPHS.split(text)
    )


def parts(text: str) -> Iterator[Element | str]:
    """The element trees of a clean and bounded text, and what fences hold, as it stands.

    Raises:
        RecursionError: for what lies too deep in each other.
    """
    done = 0
    for fence in _FENCE.finditer(text):
        yield _tree(text[done : fence.start()])
        yield fence[2].strip("\n")
        done = fence.end()
    yield _tree(text[done:])


def decoded(text: str) -> str:
    """What entities stand for, control characters left out: none may come in by that door."""
    return CONTROL.sub("", _ENTITY.sub(lambda entity: unescape(entity[0]), text))


@cache
def _reader() -> Markdown:
    """Python-Markdown without raw HTML, made once: making one takes longer than most texts do."""
    from markdown import Markdown  # many who import this have no text to read

    reader = Markdown(extensions=["tables", "sane_lists"])
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

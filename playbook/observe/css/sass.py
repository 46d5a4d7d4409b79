"""Variables of Sass and Less: what is assigned outside of all braces, and entries of Sass maps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.color import parse
from playbook.handed import Handed, Ink, Spot
from playbook.lines import Lines
from playbook.observe.css.decoding import decoded

_LONGEST = 120
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+\*/|(?<!:)//[^\n]*+")
_MARK = re.compile(r"[{};]")
_ASSIGNED = re.compile(r"\s*([$@][\w-]+)\s*:\s*(.+)", re.DOTALL)
_FLAG = re.compile(r"!\w+")
_ENTRY = re.compile(r"""["']?([\w-]+)["']?\s*+:\s*+([^,():]++(?:\([^()]*+\))?)""")
_OTHER = re.compile(r"[$@][\w-]+")


def sass(content: bytes) -> Handed:
    """The colors that variables hold; one that is another has its name in `of`.

    Raises:
        Unreadable: `too-large` or `not-text`.
    """
    text = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), decoded(content))
    return Handed("sass", len(content), inks=tuple(_inks(text)))


def _inks(text: str) -> Iterator[Ink]:
    lines = Lines(text)
    for start, end in _statements(text):
        found = _ASSIGNED.match(text, start, end)
        if not found:
            continue
        name, at = found[1], found.start(2)
        if text[at] == "(":
            for entry in _ENTRY.finditer(text, at + 1, end):
                yield from _ink(f"{name}.{entry[1]}", entry[2], lines.at(entry.start(2)))
        else:
            yield from _ink(name, found[2], lines.at(at))


def _statements(text: str) -> Iterator[tuple[int, int]]:
    """Where the statements outside of all braces stand."""
    depth = start = 0
    for mark in _MARK.finditer(text):
        if mark[0] == ";" and depth == 0:
            yield start, mark.start()
        depth = max(0, depth + {"{": 1, "}": -1, ";": 0}[mark[0]])
        start = mark.end()


def _ink(name: str, said: str, place: tuple[int, int]) -> Iterator[Ink]:
    written = _FLAG.sub("", said).strip()[:_LONGEST]
    plain, spot = name[:_LONGEST], Spot(*place)
    if _OTHER.fullmatch(written):
        yield Ink("", written, "theme", spot, 0, name=plain, of=written)
    elif color := parse(written):
        yield Ink(color.hex, written, "theme", spot, 0, name=plain)

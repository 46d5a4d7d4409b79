"""JSON with the place of each value; comments and a comma at an end are passed over, nesting is bounded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playbook.observed import Unreadable

_DEEPEST = 60
_LEXEME = re.compile(
    r"""
    (?: [ \t\r\n]++ | //[^\n]*+ | /\*(?:[^*]|\*(?!/))*+\*/ )*+
    (?: (?P<text> "(?:[^"\\\x00-\x1f]|\\.)*+" )
      | (?P<plain> -?\d+(?:\.\d+)?(?:[eE][+-]?\d+)? | true | false | null )
      | (?P<mark> [][{}:,] ) | \Z )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it begins; mappings and lists hold nodes."""

    value: Any
    at: int


def parsed(text: str) -> Node:
    """What a text in JSON says.

    Raises:
        Unreadable: `not-json` with the line, or `too-deep-json`.
    """
    reader = _Reader(text)
    found = reader.value(next(reader.lexemes), 0)
    if next(reader.lexemes).lastgroup:
        raise reader.broken()
    return found


class _Reader:
    """A text while it is read; `lexemes` end with one of no group."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self.lexemes = self._lexemes()

    def broken(self) -> Unreadable:
        return Unreadable("not-json", line=self._text.count("\n", 0, self._at) + 1)

    def value(self, found: re.Match[str], depth: int) -> Node:
        if depth > _DEEPEST:
            raise Unreadable("too-deep-json", limit=_DEEPEST)
        if found.lastgroup in ("text", "plain"):
            return self._plain(found)
        if found["mark"] == "{":
            return Node(self._mapping(depth), found.start("mark"))
        if found["mark"] == "[":
            return Node(self._list(depth), found.start("mark"))
        raise self.broken()

    def _lexemes(self) -> Iterator[re.Match[str]]:
        while found := _LEXEME.match(self._text, self._at):
            yield found
            self._at = found.end()
        raise self.broken()

    def _plain(self, found: re.Match[str]) -> Node:
        word = found[found.lastgroup or 0]
        try:
            value = json.loads(word) if "\\" in word or word[0] != '"' else word[1:-1]
        except ValueError as error:  # a wrong escape, or a number of thousands of digits
            raise self.broken() from error
        return Node(value, found.start(found.lastgroup or 0))

    def _mapping(self, depth: int) -> Mapping[str, Node]:
        entries: dict[str, Node] = {}
        for key in self._entries("}"):
            if not key["text"] or next(self.lexemes)["mark"] != ":":
                raise self.broken()
            entries[self._plain(key).value] = self.value(next(self.lexemes), depth + 1)
        return entries

    def _list(self, depth: int) -> list[Node]:
        return [self.value(first, depth + 1) for first in self._entries("]")]

    def _entries(self, end: str) -> Iterator[re.Match[str]]:
        """The first lexeme of each entry; whoever asks reads the rest of it."""
        found = next(self.lexemes)
        while found["mark"] != end:
            yield found
            found = next(self.lexemes)
            if found["mark"] == ",":
                found = next(self.lexemes)
            elif found["mark"] != end:
                raise self.broken()

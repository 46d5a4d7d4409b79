"""Custom properties: what `var()` stands for, where the file itself declares it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any

import tinycss2

_DEEPEST = 12
_MOST = 2_000
"""Tokens that one value may come to: variables of variables double quickly."""


class Unresolved(Exception):  # noqa: N818 - what it says of the file; nothing in the program went wrong
    """A variable that the file does not declare, or that leads nowhere; its name is the argument."""


class Variables:
    """The custom properties of a file. Where one is declared more than once, what the root says counts."""

    def __init__(self, declared: Iterable[tuple[str, bool, list[Any]]]) -> None:
        """Keep `(name, whether declared at the root, value)`, in the order of the file."""
        self._values: dict[str, list[Any]] = {}
        at_root: set[str] = set()
        for name, root, value in declared:
            if root or name not in at_root:
                self._values[name] = value
            if root:
                at_root.add(name)

    def expanded(self, tokens: Iterable[Any]) -> list[Any]:
        """The tokens with each `var()` replaced by what it stands for.

        Raises:
            Unresolved: where one cannot be replaced.
        """
        return list(self._expanded(tokens, 0, [_MOST]))

    def _expanded(self, tokens: Iterable[Any], depth: int, left: list[int]) -> Iterator[Any]:
        for token in tokens:
            left[0] -= 1
            if token.type != "function":
                yield token
            elif token.lower_name == "var":
                if left[0] < 0 or depth > _DEEPEST:
                    raise Unresolved(_arguments(token)[0])
                yield from self._expanded(self._meaning(token), depth + 1, left)
            else:
                filled = copy(token)
                filled.arguments = list(self._expanded(token.arguments, depth + 1, left))
                yield filled

    def _meaning(self, call: Any) -> list[Any]:
        name, fallback = _arguments(call)
        if name in self._values:
            return self._values[name]
        if fallback is None:
            raise Unresolved(name)
        return fallback


def asked(tokens: Iterable[Any]) -> bool:
    """Whether a value asks for a variable anywhere."""
    return any(
        token.type == "function" and (token.lower_name == "var" or asked(token.arguments)) for token in tokens
    )


def _arguments(call: Any) -> tuple[str, list[Any] | None]:
    """The name that `var()` asks for, and what it falls back on."""
    parts = [token for token in call.arguments if token.type != "comment"]
    named = [token for token in parts if token.type != "whitespace"]
    name = named[0].value if named and named[0].type == "ident" else tinycss2.serialize(parts)[:60]
    comma = next((at for at, piece in enumerate(parts) if piece == ","), None)
    return name, None if comma is None else parts[comma + 1 :]

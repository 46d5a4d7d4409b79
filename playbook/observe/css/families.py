"""Font families in values of CSS."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

_KEYWORDS = frozenset({"inherit", "initial", "unset", "revert", "revert-layer", "default"})
_SIZES = frozenset(
    {
        "xx-small",
        "x-small",
        "small",
        "medium",
        "large",
        "x-large",
        "xx-large",
        "xxx-large",
        "larger",
        "smaller",
    }
)


def families(tokens: Sequence[Any]) -> Iterator[str]:
    """The names in a value of `font-family`, in order of preference; words of CSS are no names."""
    for part in _lists(tokens):
        strings = [token.value for token in part if token.type == "string"]
        words = [token.value for token in part if token.type == "ident"]
        name = strings[0] if strings else " ".join(words)
        if name.strip() and name.lower() not in _KEYWORDS:
            yield " ".join(name.split())[:120]


def after_size(tokens: Sequence[Any]) -> Sequence[Any]:
    """What names families in a value of `font`; nothing where it is a system's font or a keyword."""
    for at, token in enumerate(tokens):
        if _is_size(token):
            rest = [found for found in tokens[at + 1 :] if found.type not in ("whitespace", "comment")]
            return rest[2:] if rest and rest[0] == "/" else rest
    return ()


def _is_size(token: Any) -> bool:
    """A weight such as `700` is a bare number, and no size."""
    sized = token.type in ("dimension", "percentage") or (
        token.type == "ident" and token.lower_value in _SIZES
    )
    return sized or (token.type == "function" and token.lower_name in ("calc", "clamp", "min", "max"))


def _lists(tokens: Sequence[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for piece in tokens:
        if piece == ",":
            yield part
            part = []
        else:
            part.append(piece)
    yield part

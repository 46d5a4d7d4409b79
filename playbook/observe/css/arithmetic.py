"""Numbers in CSS as they are reckoned: `calc()` with plain numbers, angles and the channels of a color."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

_ANGLES = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}
_CONSTANTS = {"pi": math.pi, "e": math.e}


class Wrong(Exception):  # noqa: N818 - what it says of the file; nothing in the program went wrong
    """A value that cannot be reckoned without more than the file."""


def amount(tokens: Sequence[Any], names: Mapping[str, float]) -> float:
    """The number that an expression comes to; angles in degrees, `names` for channels.

    Raises:
        Wrong: where it has units, unknown words or no meaning.
    """
    parts = [token for token in tokens if token.type not in ("whitespace", "comment")]
    value, rest = _sum(parts, names)
    if rest or not math.isfinite(value):
        raise Wrong
    return value


def _sum(parts: Sequence[Any], names: Mapping[str, float]) -> tuple[float, Sequence[Any]]:
    value, rest = _product(parts, names)
    while rest and (rest[0] in ("+", "-") or _signed(rest[0])):
        if _signed(rest[0]):  # `1 -2` without a blank after the sign is no sum
            raise Wrong
        sign = 1 if rest[0] == "+" else -1
        term, rest = _product(rest[1:], names)
        value += sign * term
    return value, rest


def _signed(token: Any) -> bool:
    return token.type == "number" and token.representation[:1] in "+-"


def _product(parts: Sequence[Any], names: Mapping[str, float]) -> tuple[float, Sequence[Any]]:
    value, rest = _term(parts, names)
    while rest and rest[0] in ("*", "/"):
        factor, after = _term(rest[1:], names)
        if rest[0] == "/" and factor == 0:
            raise Wrong
        value, rest = (value * factor if rest[0] == "*" else value / factor), after
    return value, rest


def _term(parts: Sequence[Any], names: Mapping[str, float]) -> tuple[float, Sequence[Any]]:
    if not parts:
        raise Wrong
    first, rest = parts[0], parts[1:]
    if first.type == "number":
        return first.value, rest
    if first.type == "dimension" and first.lower_unit in _ANGLES:
        return first.value * _ANGLES[first.lower_unit], rest
    if first.type == "ident" and first.lower_value in {**_CONSTANTS, **names}:
        return {**_CONSTANTS, **names}[first.lower_value], rest
    if first.type == "() block":
        return amount(first.content, names), rest
    if first.type == "function" and first.lower_name == "calc":
        return amount(first.arguments, names), rest
    raise Wrong

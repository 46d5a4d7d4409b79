"""Functions of PDF, as far as colors need them: exponential, stitched, and tables of one input.

Programs in PostScript (type 4) are not run. Source: ISO 32000-2, 7.10.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_DEEPEST = 4
_MOST = 32
_MOST_NUMBERS = 2_000
_MOST_TURNS = 4


def evaluated(function: Any, inputs: Sequence[float], depth: int = 0) -> tuple[float, ...] | None:
    """What a function gives, None where it cannot be told."""
    if isinstance(function, list) and depth < _DEEPEST:
        found = [evaluated(part.get_object(), inputs, depth + 1) for part in function[:_MOST]]
        return tuple(part[0] for part in found if part) if all(found) else None
    if not hasattr(function, "get") or len(inputs) != 1 or depth > _DEEPEST:
        return None
    kind = function.get("/FunctionType")
    if kind == 2:
        return _power(function, inputs[0])
    if kind == 3:
        return _stitched(function, inputs[0], depth)
    return _sampled(function, inputs[0]) if kind == 0 else None


def turns(function: Any) -> tuple[float, ...]:
    """Where a gradient's function begins, ends, and turns from one color to the next.

    Many turns are the steps of one blend, and no colors that anybody chose.
    """
    if not hasattr(function, "get"):
        return (0.0, 1.0)
    ends = _numbers(function, "/Domain", (0.0, 1.0))
    bounds = _numbers(function, "/Bounds")
    return tuple(dict.fromkeys((*ends[:2], *(bounds if len(bounds) <= _MOST_TURNS else ()))))


def _numbers(function: Any, key: str, otherwise: Sequence[float] = ()) -> tuple[float, ...]:
    told = function.get(key)
    found = told.get_object() if hasattr(told, "get_object") else told
    return (
        tuple(float(part) for part in found[:_MOST_NUMBERS]) if isinstance(found, list) else tuple(otherwise)
    )


def _power(function: Any, value: float) -> tuple[float, ...]:
    low, high = _numbers(function, "/C0", (0.0,)), _numbers(function, "/C1", (1.0,))
    power = float(function.get("/N", 1))
    share = value**power if value > 0 or power > 0 else 0.0
    return tuple(begin + share * (end - begin) for begin, end in zip(low, high, strict=False))


def _stitched(function: Any, value: float, depth: int) -> tuple[float, ...] | None:
    domain, bounds = _numbers(function, "/Domain", (0, 1)), _numbers(function, "/Bounds")
    parts, encode = function.get("/Functions"), _numbers(function, "/Encode")
    if not isinstance(parts, list) or not parts or len(bounds) != len(parts) - 1:
        return None
    at = sum(value >= bound for bound in bounds)
    if len(encode) < 2 * at + 2:
        return None
    edges = (domain[0], *bounds, domain[-1])
    span = edges[at + 1] - edges[at]
    share = (value - edges[at]) / span if span else 0.0
    inner = encode[2 * at] + share * (encode[2 * at + 1] - encode[2 * at])
    return evaluated(parts[at].get_object(), (inner,), depth + 1)


def _sampled(function: Any, value: float) -> tuple[float, ...] | None:
    """The nearest entry of a table with 8 bits a sample."""
    sizes, bounds = _numbers(function, "/Size"), _numbers(function, "/Range")
    wide = len(bounds) // 2
    if function.get("/BitsPerSample") != 8 or len(sizes) != 1 or not wide:
        return None
    at = round(min(1.0, max(0.0, value)) * (int(sizes[0]) - 1)) * wide
    entry = function.get_data()[at : at + wide]
    lows, highs = bounds[::2], bounds[1::2]
    return tuple(low + part / 255 * (high - low) for part, low, high in zip(entry, lows, highs, strict=False))

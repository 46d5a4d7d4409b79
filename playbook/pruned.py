"""Data less the parts that a model refused, and where in the whole each part of it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Keys = tuple[str | int, ...]
Kept = Mapping[Keys, Sequence[int]]
"""The key path of each list that has lost entries -> where those that are left stood."""


def written(keys: Keys, kept: Kept) -> Keys:
    """A key path of what is left, as it was before."""
    if not kept:
        return keys
    before: Keys = ()
    for key in keys:
        places = kept.get(before, ())
        before = (*before, places[key] if isinstance(key, int) and key < len(places) else key)
    return before


def without(data: Any, refused: Iterable[Keys]) -> tuple[Any, Kept]:
    """The data less some parts, all taken out in one pass; None where the whole goes."""
    kept: dict[Keys, Sequence[int]] = {}
    return _without(data, refused, (), kept), kept


def _without(data: Any, refused: Iterable[Keys], at: Keys, kept: dict[Keys, Sequence[int]]) -> Any:
    within: dict[str | int, list[Keys]] = defaultdict(list)
    for keys in refused:
        if not keys:
            return None
        within[keys[0]].append(keys[1:])
    if isinstance(data, dict):
        return dict(_left(data.items(), within, at, kept))
    if isinstance(data, list):
        left = list(_left(enumerate(data), within, at, kept))
        if len(left) < len(data):
            kept[at] = [index for index, _ in left]
        return [value for _, value in left]
    return None


def _left(
    parts: Iterable[tuple[Any, Any]],
    within: Mapping[str | int, list[Keys]],
    at: Keys,
    kept: dict[Keys, Sequence[int]],
) -> Iterator[tuple[Any, Any]]:
    for key, value in parts:
        left = _without(value, within[key], (*at, key), kept) if key in within else value
        if left is not None or key not in within:
            yield key, left

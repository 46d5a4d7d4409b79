"""Where everything in a YAML text stands: a tree of spots, and how to find one by its key path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

Entry = tuple["Spot | None", "Spot"]
"""A key and its value; the items of a list have no key."""


@dataclass(frozen=True, eq=False)
class Spot:
    """A value, or key, and where it stands: character offsets, the end exclusive.

    `kind` is "mapping", "list", "text" or "alias". `style` is "" (plain), "'", '"', "|" or ">" for text and
    "block" or "flow" for a collection. `text` is a text's value or an alias's name. The start takes in an
    anchor or a tag (`marked` tells that there is one); the end leaves out blank lines and comments that
    follow. `target` is what an alias stands for.
    """

    kind: str
    style: str
    start: int
    end: int
    text: str = ""
    marked: bool = False
    entries: tuple[Entry, ...] = ()
    target: Spot | None = None

    @cached_property
    def by_key(self) -> Mapping[str, Entry]:
        """The entries of a mapping by the names of their keys; of two of a name, the first."""
        named = (
            (key.target or key, entry) for entry in self.entries if (key := entry[0]) and not is_merge(key)
        )
        return {key.text: entry for key, entry in reversed(list(named)) if key.kind == "text"}


def walk(root: Spot | None, keys: Sequence[str | int]) -> list[Entry]:
    """The entries along a key path, as far as it exists."""
    found: list[Entry] = []
    spot = root
    for step in keys:
        entry = spot and child(spot, step)
        if not entry:
            break
        found.append(entry)
        spot = entry[1]
    return found


def child(spot: Spot, step: str | int) -> Entry | None:
    """A mapping's entry by its key, also a merged one, or a list's by its index; aliases are followed."""
    real = spot.target or spot
    if real.kind == "list":
        known = isinstance(step, int) and -len(real.entries) <= step < len(real.entries)
        return real.entries[int(step)] if known else None
    return real.by_key.get(str(step)) or next(_merged(real, step), None)


def is_key(key: Spot, name: str) -> bool:
    """Whether a key, or the alias in its place, reads as a name and is no merge."""
    real = key.target or key
    return real.kind == "text" and real.text == name and not is_merge(key)


def is_merge(key: Spot) -> bool:
    """Whether a key is the `<<` that takes over another mapping's entries."""
    return key.kind == "text" and key.text == "<<" and not key.style


def _merged(mapping: Spot, step: str | int) -> Iterator[Entry]:
    for key, value in mapping.entries:
        if key and is_merge(key):
            real = value.target or value
            for base in [entry[1] for entry in real.entries] if real.kind == "list" else [real]:
                entry = child(base, step)
                if entry:
                    yield entry

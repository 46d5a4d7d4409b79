"""What templates of each format may hold, from `harmless.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a format's templates may hold; `links`, `pictures` and `inside` are tags that have an address."""

    tags: frozenset[str]
    attributes: frozenset[str]
    links: frozenset[str]
    pictures: frozenset[str]
    inside: frozenset[str]


_LISTS = tomllib.loads(files(__package__).joinpath("harmless.toml").read_text(encoding="utf-8"))
ALLOWED = {
    ending: Allowed(**{name: frozenset(names) for name, names in lists.items()})
    for ending, lists in _LISTS.items()
}
"""By the ending of the file that comes out; other formats nothing runs."""

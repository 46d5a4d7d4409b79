"""Values that a brand's own file and its `_brand.yml` give differently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import PurePosixPath
from typing import Any

from playbook.brand import Brand
from playbook.diagnostics import Problem
from playbook.document import Document, Keys
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.rulings import Options

_OF_COLOR_DRIFT = "colors"


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """A name, link, logo or font that brand.yml's own files and _brand.yml both give is the same in both.

    Why:
        Other tools read _brand.yml, people read the playbook: where the two differ, two brands go out.
    Fix:
        Write the value that holds in both files, or leave it out of one: what is missing here is taken from
        _brand.yml.
    Source:
        Ours. Colors are compared by the rule color-drift.
    Wrong:
        brand/brand.yml
            name: Lighthouse
        brand/_brand.yml
            meta: {name: Light House}
    Right:
        brand/brand.yml
            tagline: A light on
        brand/_brand.yml
            meta: {name: Lighthouse}
    """
    for brand in playbook.brands.values():
        for part, document in brand.parts():
            if part != _OF_COLOR_DRIFT:
                yield from _twice(brand, document)


def _twice(brand: Brand, document: Document) -> Iterator[Problem]:
    """What two files of one folder give; a sub-brand's may differ from its master's."""
    for near, far in combinations(document.origin.layers, 2):
        folder, other = (PurePosixPath(layer.source.path).parent for layer in (near, far))
        if folder != other or brand.id not in ("", folder.name):
            continue
        for keys, mine, theirs in _differing(near.data, far.data, ()):
            there = far.source.at(*far.translate(keys))
            facts = {"key": ".".join(map(str, keys)), "value": mine, "other": theirs, "file": there.path}
            here = near.source.at(*near.translate(keys))
            yield Problem("brand-drift.twice", here, facts, "brand-drift.twice-hint", (there,))


def _differing(mine: Any, theirs: Any, keys: Keys) -> Iterator[tuple[Keys, str, str]]:
    """The texts that stand under one key path in both and are not the same."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        for key in mine.keys() & theirs.keys():
            yield from _differing(mine[key], theirs[key], (*keys, key))
    elif isinstance(mine, str) and isinstance(theirs, str) and mine.strip() != theirs.strip():
        yield keys, mine.strip(), theirs.strip()

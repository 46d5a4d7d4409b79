"""The catalog held against a playbook: what of it is there already, and what is usual in its sector."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from playbook.catalog import Entry, Sector, entries, sectors
from playbook.choices import TouchpointStatus
from playbook.i18n import LANGUAGES
from playbook.loader import slug
from playbook.model import Playbook, vocabulary
from playbook.model.touchpoint import Touchpoint

_GENERAL = "general"


def had(playbook: Playbook) -> Mapping[str, tuple[str, ...]]:
    """The ids of the touchpoints by the entry that their names say they are; of retired ones, none.

    Every entry of the catalog is a key.
    """
    found: dict[str, list[str]] = {ident: [] for ident in entries()}
    for touchpoint in playbook.touchpoints.values():
        for ident in _like(touchpoint) if touchpoint.status != TouchpointStatus.RETIRED else ():
            found[ident].append(touchpoint.id)
    return {ident: tuple(own) for ident, own in found.items()}


def _like(touchpoint: Touchpoint) -> tuple[str, ...]:
    """The entries whose own name a touchpoint has; if there is none, those that it shares any name with."""
    first, others = _known()
    own = (touchpoint.id, slug(touchpoint.name))
    named = tuple(dict.fromkeys(first[name] for name in own if name in first))
    called = (*own, *map(slug, touchpoint.also_called))
    return named or tuple(dict.fromkeys(known[n] for n in called for known in (first, others) if n in known))


@cache
def _known() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The entries by their ids and names, and by what they alone are also called."""
    first: dict[str, str] = {}
    others: dict[str, set[str]] = defaultdict(set)
    for entry in entries().values():
        first[entry.id] = entry.id
        for name, *more in (entry.called(lang) for lang in LANGUAGES):
            first[slug(name)] = entry.id
            for other in more:
                others[slug(other)].add(entry.id)
    return first, {name: next(iter(idents)) for name, idents in others.items() if len(idents) == 1}


def served(playbook: Playbook) -> Sequence[str]:
    """The audiences that the catalog speaks of and the playbook serves: all of them unless it says which."""
    named = playbook.settings.serves or vocabulary.AUDIENCES
    return [audience for audience in vocabulary.AUDIENCES if audience in named]


def sector_of(playbook: Playbook) -> Sector | None:
    """The playbook's line of business, if it is one that has its own touchpoints."""
    named = playbook.settings.sector
    return sectors().get(named) if named and named != _GENERAL else None


def is_usual(entry: Entry, where: Sector | None) -> bool:
    """Whether those of a sector usually have a touchpoint; where no sector is known, they do."""
    return where is None or not entry.usual_in or where.id in entry.usual_in

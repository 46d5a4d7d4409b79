"""The rules for texts that a pack carries: styles of Vale, under names that any pack can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from playbook.brand import Brand
from playbook.exports.site.packs.members import Members, safe

FOLDER = "styles"


def folders(brands: Iterable[Brand]) -> Mapping[str, str]:
    """What each project folder of rules is called in a pack; its own name stays, since rules go by it."""
    found = dict.fromkeys(folder for brand in brands for folder in of(brand))
    return {folder: f"{FOLDER}/{at}/{safe(PurePosixPath(folder).name)}" for at, folder in enumerate(found, 1)}


def of(brand: Brand) -> Iterator[str]:
    """The project folders of a brand's rules, each once."""
    yield from dict.fromkeys(PurePosixPath(rule.path).parent.as_posix() for rule in brand.rules)


def put(members: Members, brands: Iterable[Brand], named: Mapping[str, str]) -> None:
    """Put the rules of some brands into a pack, each into its folder's."""
    for rule in (rule for brand in brands for rule in brand.rules):
        path = PurePosixPath(rule.path)
        members.add(named[path.parent.as_posix()], path.name, rule.written.encode(), rule.path)

"""The colors that an Office file of whatever kind offers: its themes' and those that it names itself."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from playbook.handed import Handed, Ink, Spot
from playbook.observe.ooxml.names import A
from playbook.observe.ooxml.package import Package
from playbook.observe.ooxml.theme import Theme, resolve, theme

_MAIN = "officeDocument"
_MASTER = "slideMaster"


def offers(content: bytes) -> Handed:
    """The theme's colors, with the place where programs show them, and custom colors with their `name`.

    Raises:
        Unreadable: as `Package` has it.
    """
    package = Package(content)
    paths = dict.fromkeys(path for main in _related(package, "", _MAIN) for path in _themes(package, main))
    inks = dict.fromkeys(ink for path in paths for ink in _inks(package.xml(path)))
    return Handed("office", len(content), inks=tuple(inks))


def _themes(package: Package, main: str) -> Iterator[str]:
    """The themes that documents are made with; those of notes and handouts are PowerPoint's own."""
    yield from _related(package, main, "theme")
    for master in _related(package, main, _MASTER):
        yield from _related(package, master, "theme")


def _related(package: Package, path: str, kind: str) -> Iterator[str]:
    for found in package.relations(path).values():
        if found.kind == kind and not found.external:
            yield found.target.lstrip("/")


def _inks(root: etree._Element) -> Iterator[Ink]:
    for slot, color in theme(root).colors.items():
        yield Ink(color.hex, slot, "theme", Spot(part=f"@place.theme {slot}"), 0)
    for own in root.iter(f"{A}custClr"):
        found = resolve(own[0], Theme()) if len(own) else None
        if found:
            name = own.get("name", "")[:120]
            yield Ink(found.hex, found.hex, "theme", Spot(part="@place.custom-colors"), 0, name=name)

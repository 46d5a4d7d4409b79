"""The navigation: the playbook's entries beside the hand-written pages, in the shape of `mkdocs.yml`."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any, cast

from mkdocs.structure.files import Files, InclusionLevel, file_sort_key
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import dirname_to_title, nest_paths

from playbook.artifact import NavItem, Site

Entry = str | dict[str, Any]
"""A page's path, or a title with a path or with a list of entries."""

Find = Callable[[str], str]
"""From an entry's path to the page that stands there, or "" where none is to be listed."""


@dataclass(frozen=True, slots=True)
class Ours:
    """The playbook's part: its entries, and the title and folder of its section in another site."""

    items: tuple[NavItem, ...]
    title: str
    mount: str


def ours(site: Site, mount: str) -> Ours:
    """The part that a site makes, called as its first page is."""
    first = [page.title for page in site.pages if page.path == posixpath.join(mount, "index.md")]
    title = escape(first[0], quote=False) if first else dirname_to_title(posixpath.basename(mount))
    return Ours(site.nav, title, mount)


def others(files: Files, made: Mapping[str, Page]) -> list[str]:
    """The paths of all pages but ours, as MkDocs orders them."""
    pages = sorted(files.documentation_pages(), key=file_sort_key)
    return [file.src_uri for file in pages if file.inclusion.is_in_nav() and file.src_uri not in made]


def laid(given: Any, part: Ours, rest: Sequence[str], find: Find) -> Any:
    """The navigation with the playbook's entries.

    Args:
        given: The `nav` of `mkdocs.yml`, or nothing. If it names a page of the playbook, it stays as it is.
        part: The playbook's part.
        rest: The paths of all other pages.
        find: Leads from an entry's path to the page to list.
    """
    if given is None:
        own = entries(part.items, find)
        return [*nest_paths(rest), {part.title: own}] if part.mount else _alone(part.items, rest, find)
    named = set(paths(given))
    if named & {find(path) for path in _item_paths(part.items)} - set(rest):
        return given
    fresh = entries(part.items, lambda path: "" if find(path) in named else find(path))
    return [*given, {part.title: fresh}] if fresh else given


def _item_paths(items: Sequence[NavItem]) -> Iterator[str]:
    for item in items:
        yield item.path
        yield from _item_paths(item.children)


def _alone(items: Sequence[NavItem], rest: Sequence[str], find: Find) -> list[Entry]:
    """The navigation of a site that is the playbook.

    Hand-written pages join the section in whose folder they stand; others follow, nested as MkDocs nests
    folders. A hand-written first page comes first even if the playbook lists none.
    """
    own = entries([_joined(item, rest) for item in items], find)
    listed = set(paths(own))
    left = [path for path in rest if path not in listed]
    home = [path for path in left if path in {"index.md", "README.md"}]
    return [*home, *own, *nest_paths(path for path in left if path not in home)]


def _joined(item: NavItem, rest: Sequence[str]) -> NavItem:
    """The section with the hand-written pages that stand in its own page's folder."""
    folder, name = posixpath.split(item.path)
    opens = folder and name == "index.md"
    mine = [path for path in rest if opens and path != item.path and posixpath.dirname(path) == folder]
    children = (*(_joined(child, rest) for child in item.children), *(NavItem("", path) for path in mine))
    return replace(item, children=children)


def entries(items: Sequence[NavItem], find: Find) -> list[Entry]:
    """The items as MkDocs reads them; what is not found, and what is empty then, is left out."""
    return [entry for item in items if (entry := _entry(item, find))]


def _entry(item: NavItem, find: Find) -> Entry:
    path = find(item.path) if item.path else ""
    children = entries(item.children, find)
    title = escape(item.title, quote=False)
    if children:
        return {title: [path, *children] if path else children}
    return {title: path} if path and title else path


def paths(nav: Any) -> Iterator[str]:
    """Every path that a navigation in the shape of `mkdocs.yml` names."""
    if isinstance(nav, str):
        yield nav
    else:
        for item in nav.values() if isinstance(nav, dict) else nav or ():
            yield from paths(item)


def titles(nav: Any) -> Iterator[tuple[str, str]]:
    """The paths of pages to which such a navigation gives a title, each with that title."""
    for item in nav or ():
        for title, below in item.items() if isinstance(item, dict) else ():
            if isinstance(below, str):
                yield below, title
            else:
                yield from titles(below)


def without(nav: Any, hidden: frozenset[str]) -> Any:
    """The navigation without the pages of `hidden`, and without sections that are empty then."""
    if isinstance(nav, dict):
        return {title: kept for title, below in nav.items() if (kept := without(below, hidden))}
    if isinstance(nav, list):
        return [kept for item in nav if (kept := without(item, hidden))]
    return "" if nav in hidden else nav


def settle(nav: Any, made: Mapping[str, Page]) -> None:
    """Give our pages the titles the navigation has for them, and MkDocs no cause to miss the others there."""
    for path, title in titles(nav):
        if path in made:
            made[path].title = title
    for path in made.keys() - set(paths(nav)):
        made[path].file.inclusion = InclusionLevel.NOT_IN_NAV


def hang(nav: Navigation, made: Mapping[str, Page], find: Callable[[str], Page | None]) -> None:
    """Hang our pages that stand in no navigation below their folder's page, which then shows as active."""
    listed = frozenset(id(page) for page in nav.pages)
    for path, page in made.items():
        if id(page) not in listed and (index := _above(path, find, listed)):
            # MkDocs expects a section here, but asks no more of it than that it can be made active.
            page.parent = cast("Section", _section(index))


def _above(path: str, find: Callable[[str], Page | None], listed: frozenset[int]) -> Page | None:
    """The nearest listed first page of a folder around the path."""
    folder = posixpath.dirname(path)
    while folder:
        page = find(f"{folder}/index.md")
        if page is not None and id(page) in listed:
            return page
        folder = posixpath.dirname(folder)
    return None


def _section(index: Page) -> Page | Section:
    """The section that the page opens, or the page itself where it stands alone."""
    parent = index.parent
    return parent if parent is not None and parent.children[0] is index else index

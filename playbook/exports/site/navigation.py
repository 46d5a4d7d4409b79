"""The site's navigation: its sections in the order in which people look for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playbook.artifact import NavItem, SitePage
from playbook.brand import Brand
from playbook.exports.site.pages.family import filled
from playbook.exports.site.pages.method import FOLDER, PAGES
from playbook.exports.site.pages.walk import WALK
from playbook.exports.site.view import View, brand_path

NAMED = 40
"""Members of a section that the navigation names; of a larger one it names only the section's own page."""


def navigation(view: View, pages: Sequence[SitePage]) -> Iterator[NavItem]:
    """The sections and the pages that are in none; where there is a method, its pages stand in it."""
    titles = {page.path: page.title for page in pages}
    yield NavItem(view.t("site.home"), "index.md")
    yield _brand(view, view.playbook.brand, titles)
    for folder in ("touchpoints", "pieces", "kits", "personas", "journeys"):
        yield from _section(folder, titles)
    has_method = f"{FOLDER}/index.md" in titles
    for path in ("goals.md", "glossary.md", "tags.md"):
        if path in titles and not (has_method and path in PAGES):
            yield NavItem(titles[path], path)
    yield from _method(titles) if has_method else _section("catalog", titles)
    yield from _section("checks", titles)


def _section(folder: str, titles: Mapping[str, str]) -> Iterator[NavItem]:
    index = f"{folder}/index.md"
    if index in titles:
        below = [p for p in titles if p.startswith(f"{folder}/") and p != index and not p.endswith(WALK)]
        members = tuple(NavItem(titles[path], path) for path in below) if len(below) <= NAMED else ()
        yield NavItem(titles[index], index, members)


def _method(titles: Mapping[str, str]) -> Iterator[NavItem]:
    """The pages of the method in the order of its steps, the catalog's among them."""
    index = f"{FOLDER}/index.md"
    others = (path for path in titles if path.rpartition("/")[0] == FOLDER and path != index)
    steps = dict.fromkeys((*(path for path in PAGES if path in titles), *others))
    members = (item for path in steps for item in _step(path, titles))
    yield NavItem(titles[index], index, tuple(members))


def _step(path: str, titles: Mapping[str, str]) -> Iterator[NavItem]:
    if path.endswith("/index.md"):
        yield from _section(path.removesuffix("/index.md"), titles)
    else:
        yield NavItem(titles[path], path)


def _brand(view: View, brand: Brand, titles: Mapping[str, str]) -> NavItem:
    parts = tuple(
        NavItem(titles[path], path) for part in filled(brand) if (path := brand_path(brand, part)) in titles
    )
    others = [other for other in view.playbook.brands.values() if other.id] if not brand.id else []
    shown = tuple(_brand(view, other, titles) for other in others) if len(others) <= NAMED else ()
    return NavItem(view.t("site.brand") if not brand.id else brand.name, brand_path(brand), (*parts, *shown))

"""Parts of the theme that are the same for many pages, rendered once for all of them.

Rendering the navigation for each page is most of the work of building a large site. Pages in one folder
below one section differ in it by the active entry only: it is rendered for a page that does not exist in
that folder, and each page's own entry is put in its place. Where that cannot be done surely, because the
project's templates look otherwise, the page gets the theme's own rendering.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, pass_context
from jinja2.runtime import Context
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from playbook.mkdocs_plugin.pages import BRAND

_THEME = "theme-below"
_TITLE = "\N{SYMBOL FOR START OF TEXT}title\N{SYMBOL FOR END OF TEXT}"
_LINES = re.compile(r"\s*\n\s*")

Part = Callable[[Context], str]


@dataclass(frozen=True, slots=True)
class Nobody:
    """Stands in for the page while a shared part is rendered."""

    url: str
    meta: Mapping[str, str]
    title: str = _TITLE
    toc: tuple[()] = ()


def share(env: Environment, folders_below: list[str], ours: Collection[Page], nav: Navigation) -> None:
    """Let our `nav.html` and `header.html` draw on the templates they hide.

    Args:
        env: The theme's templates, whose loader and globals are changed.
        folders_below: The theme's folders behind ours, in order.
        ours: The pages that share; every other page is rendered as the theme does it.
        nav: The navigation.
    """
    loaders: list[BaseLoader] = [PrefixLoader({_THEME: FileSystemLoader(folders_below)})]
    env.loader = ChoiceLoader([*([env.loader] if env.loader else []), *loaders])
    listed = frozenset(id(page) for page in nav.pages)
    sharing = frozenset(id(page) for page in ours if _ordinary(page, listed))
    env.globals["playbook_nav"] = _part("partials/nav.html", partial(_with_entry, listed), sharing)
    env.globals["playbook_header"] = _part("partials/header.html", _with_title, sharing)


def _ordinary(page: Page, listed: frozenset[int]) -> bool:
    """Whether the page is one of many: not a section's first page, nor one of the top level's entries."""
    return not page.is_index and (page.parent is not None or id(page) not in listed)


def _part(name: str, finish: Callable[[str, Context], str], sharing: frozenset[int]) -> Part:
    shared: dict[tuple[str, int, str], str] = {}

    @pass_context
    def part(context: Context) -> str:
        page = context.get("page")
        if id(page) not in sharing:
            return _rendered(name, context, page)
        brand = page.meta.get(BRAND, "")
        nobody = Nobody(_beside(page.url), {"title": _TITLE, BRAND: brand})
        key = (nobody.url, id(page.parent), brand)
        if key not in shared:
            shared[key] = _LINES.sub("\n", _passive(name, context, page, nobody))
        return finish(shared[key], context) or _rendered(name, context, page)

    return part


def _rendered(name: str, context: Context, page: Page | Nobody | None) -> str:
    template = context.environment.get_template(f"{_THEME}/{name}")
    return template.render({**context.get_all(), "page": page})


def _beside(url: str) -> str:
    """The address of nobody's page beside this one: links from there are right from here."""
    folder, slash, _ = url.rstrip("/").rpartition("/")
    return f"{folder}{slash}-" + ("/" if url.endswith("/") else ".html")


def _passive(name: str, context: Context, page: Page, nobody: Nobody) -> str:
    """The part with the page's sections active, but not the page itself."""
    page.active = False
    if page.parent is not None:
        page.parent.active = True
    try:
        return _rendered(name, context, nobody)
    finally:
        page.active = True


def _with_title(header: str, context: Context) -> str:
    page = context["page"]
    return header.replace(_TITLE, str(page.meta.get("title") or page.title))


def _with_entry(listed: frozenset[int], nav: str, context: Context) -> str:
    """The navigation with the page's own entry as the theme draws the active one.

    "" where the entry cannot be told from others; a page that is in no navigation has none to draw.
    """
    page = context["page"]
    if id(page) not in listed:
        return nav
    link = f'<a href="{get_relative_url(page.url, _beside(page.url))}" class="md-nav__link">'
    before, found, after = nav.partition(link)
    if not found or link in after:
        return ""
    item = context.environment.get_template("partials/nav-item.html").make_module(context.get_all())
    start, end = before.rfind("<li"), after.find("</li>") + len("</li>")
    return before[:start] + str(item.render(page, "", 1)) + after[end:]  # type: ignore[attr-defined]

"""Shared parts of pages: the same as the theme's own, and made rarely."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from lxml import html

from playbook.mkdocs_plugin import sidebar

SECTIONS = 4
PAGES = 4
THEMES_OWN = "{{% include 'theme-below/partials/{}.html' %}}"
OWN = {f"own/partials/{name}.html": THEMES_OWN.format(name) for name in ("nav", "header")}


def page(path, title):
    return {"path": path, "title": title, "headings": [[2, "h", "H"]], "body": "<h2 id='h'>H</h2>"}


def site():
    """Sections of pages, two of them in a group, each with a page of its own; one page in no navigation."""
    sections = range(SECTIONS)
    members = [[page(f"s{s}/p{p}.md", f"P {s} {p} & co") for p in range(PAGES)] for s in sections]
    firsts = [page(f"s{s}/index.md", f"Section {s}") for s in sections]
    flat = [page("index.md", "Home"), page("about.md", "About"), page("s0/extra.md", "Extra")]
    listed = [[[m["title"], m["path"]] for m in group] for group in members]
    nav = [[first["title"], first["path"], below] for first, below in zip(firsts, listed, strict=True)]
    return {
        "pages": [*flat, *firsts, *(made for group in members for made in group)],
        "nav": [["Home", "index.md"], ["About", "about.md"], *nav[:-2], ["Both", "", nav[-2:]]],
    }


FEATURES = [
    ([], True),
    (["navigation.prune", "navigation.indexes"], True),
    (["navigation.prune", "navigation.indexes"], False),
    (["navigation.tabs", "navigation.tabs.sticky", "navigation.indexes"], True),
    (["navigation.sections", "navigation.expand", "toc.integrate"], False),
]


@pytest.mark.parametrize("features, directory_urls", FEATURES)
def test_shared_parts_are_what_the_theme_makes(demo, features, directory_urls):
    made = demo({**OWN, "content/guide.md": "# Guide\n"}, **site())
    theme = {"name": "material", "features": features}
    ours = made.build({}, theme=theme, to="ours", use_directory_urls=directory_urls)
    plain = made.build({}, theme=theme | {"custom_dir": "own"}, to="plain", use_directory_urls=directory_urls)
    pages = {path for path in plain.paths() if path.endswith(".html")}
    assert len(pages) == 4 + SECTIONS * (PAGES + 1)
    assert {p: parts(ours.text(p), p) for p in pages} == {p: parts(plain.text(p), p) for p in pages}


def parts(text: str, path: str) -> list[list[tuple[str, str]]]:
    """Navigation and header, with each link as the place it leads to, and white space aside."""
    page = html.document_fromstring(text)
    for element in page.iter("a", "img"):
        for name in {"href", "src"} & set(element.keys()):
            element.set(name, urljoin(f"http://site/{path}", element.get(name)).removesuffix("index.html"))
    regions = (*page.find_class("md-nav--primary"), *page.find_class("md-header"))
    return [list(elements(region)) for region in regions]


def elements(region):
    for element in region.iter("*"):
        attributes = " ".join(f"{key}={' '.join(value.split())}" for key, value in sorted(element.items()))
        yield f"{element.tag} {attributes}", " ".join((element.text or "").split())


def test_the_navigation_is_made_once_per_section(demo, monkeypatch):
    made = []
    rendered = sidebar._rendered

    def counted(name, *rest):
        made.append(name)
        return rendered(name, *rest)

    monkeypatch.setattr(sidebar, "_rendered", counted)
    features = ["navigation.prune", "navigation.indexes"]
    demo(**site()).build({}, theme={"name": "material", "features": features})
    alone = 3  # the first page, one beside it, and the page for errors
    assert made.count("partials/nav.html") <= 2 * SECTIONS + alone
    assert made.count("partials/header.html") <= 2 * SECTIONS + alone


def test_a_template_that_draws_entries_otherwise_is_respected(demo):
    items = """{% macro render(entry, path, level) %}
        <li><a href='{{ entry.url | url }}'>{{ entry.title }}{{ ' here' if entry == page }}</a></li>
    {% endmacro %}"""
    theme = {"name": "material", "custom_dir": "own"}
    built = demo({"own/partials/nav-item.html": items}, **site()).build({}, theme=theme)
    (nav,) = built.page("about/index.html").find_class("md-nav--primary")
    assert [link.text for link in nav.iter("a") if link.text.strip()][:2] == ["Home", "About here"]

"""A site whose pages are Markdown, as a project for plain MkDocs and whatever else reads its settings."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from playbook.artifact import Artifact, NavItem, Site
from playbook.yamltext import Plain, document

DOCS, SETTINGS = "docs", "mkdocs.yml"


def project(site: Site, name: str, lang: str) -> tuple[Artifact, ...]:
    """The settings, the pages and their files; it needs no plugin and no theme but MkDocs's own.

    Titles in the settings are escaped, since themes print them as they are.
    """
    settings: dict[str, Plain] = {
        "site_name": escape(name),
        "docs_dir": DOCS,
        # Without highlight.js, which the theme would load from another host.
        "theme": {"name": "mkdocs", "locale": lang, "highlightjs": False},
        "nav": [entry for item in site.nav for entry in _nav(item)],
    }
    pages = (
        Artifact(f"{DOCS}/{page.path}", page.body.rstrip("\n") + "\n", page.source) for page in site.pages
    )
    files = (Artifact(f"{DOCS}/{file.path}", file.content, file.source) for file in site.files)
    return (Artifact(SETTINGS, document(settings)), *pages, *files)


def _nav(item: NavItem) -> Iterator[Plain]:
    """An entry of MkDocs's navigation; a section's own page is its first one."""
    title = escape(item.title)
    own: list[Plain] = [{title: item.path}] if item.path else []
    if not item.children:
        yield from own
        return
    yield {title: [*own, *(entry for child in item.children for entry in _nav(child))]}

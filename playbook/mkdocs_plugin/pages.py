"""The playbook's pages and files as MkDocs wants them: in memory, already HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from playbook.artifact import Heading, NavItem, Site, SitePage

BRAND = "playbook_brand"
"""The key of a page's front matter that holds the id of the sub-brand it wears."""

_ID = re.compile(r'\sid="([^"]+)"')
_TITLE = '<h1 id="_title">'
_CELL_END = re.compile(r"(</(?:td|th|dt)>)(?=<)")
_TITLE_ID = re.compile(r'<h1\b[^>]*\sid="([^"]+)"')


class PlaybookPage(Page):
    """A page that comes as HTML: nothing is read and no Markdown is converted.

    Other plugins' `on_page_markdown` therefore meets an empty text; `on_page_content` meets the page.
    """

    def __init__(self, made: SitePage, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(made.title, quote=False), file, config)
        self._made = made
        self.markdown = ""
        self.meta = _meta(made)

    def be_found(self) -> None:
        """Weigh other names in the search like tags; whoever lists pages by tag has read them by then."""
        names = [*self._made.tags, *self._made.also_called]
        if names:
            self.meta["tags"] = [escape(name, quote=False) for name in names]

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source to read."""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - as above
        """Hand over the HTML with what MkDocs would have learned by converting it."""
        self.content = _CELL_END.sub(r"\1\n", _titled(self._made))  # or the search would join their words
        self.toc = toc(self._made, self.content)
        self.present_anchor_ids = set(_ID.findall(self.content))


def _meta(made: SitePage) -> dict[str, Any]:
    """The front matter it would have, escaped: themes put it into pages as it is."""
    meta: dict[str, Any] = {
        "title": escape(made.title, quote=False),
        "description": escape(made.description),
        "tags": [escape(tag, quote=False) for tag in made.tags],
        BRAND: made.brand,
        "search": {} if made.searched else {"exclude": True},
    }
    return {key: value for key, value in meta.items() if value}


def _titled(made: SitePage) -> str:
    """The body under its title, with an anchor there for search and for those who skip the navigation.

    Without a title in the body, Material would put the navigation's shorter one there.
    """
    if "<h1" in made.body:
        return made.body.replace("<h1>", _TITLE, 1)
    return f"{_TITLE}{escape(made.title, quote=False)}</h1>\n{made.body}"


def toc(made: SitePage, content: str) -> TableOfContents:
    """The table of contents, under the title where that has an anchor, as MkDocs makes it."""
    entries = _nested(made.headings)
    anchor = _TITLE_ID.search(content)
    if anchor is None:
        return TableOfContents(entries)
    top = AnchorLink(escape(made.title, quote=False), anchor[1], 1)
    top.children = entries
    return TableOfContents([top])


def _nested(headings: Sequence[Heading]) -> list[AnchorLink]:
    """Headings as a tree; one that skips a level hangs on the nearest higher one."""
    roots: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(escape(heading.text, quote=False), heading.anchor, heading.level)
        while above and above[-1].level >= heading.level:
            above.pop()
        (above[-1].children if above else roots).append(link)
        above.append(link)
    return roots


def mounted(site: Site, mount: str) -> Site:
    """The site with every path moved below `mount`; links between its pages are relative and stay right."""
    if not mount:
        return site
    dress = site.dress and replace(
        site.dress,
        logo=_below(mount, site.dress.logo),
        favicon=_below(mount, site.dress.favicon),
        worn={i: replace(worn, logo=_below(mount, worn.logo)) for i, worn in site.dress.worn.items()},
    )
    return replace(
        site,
        pages=tuple(replace(page, path=_below(mount, page.path)) for page in site.pages),
        files=tuple(replace(file, path=_below(mount, file.path)) for file in site.files),
        nav=tuple(_below_nav(mount, item) for item in site.nav),
        dress=dress,
    )


def _below(mount: str, path: str) -> str:
    return path and posixpath.join(mount, path)


def _below_nav(mount: str, item: NavItem) -> NavItem:
    children = tuple(_below_nav(mount, child) for child in item.children)
    return replace(item, path=_below(mount, item.path), children=children)


def page_files(site: Site, to_docs: str, config: MkDocsConfig) -> Iterator[File]:
    """A file with its page for each page of the site; `to_docs` is the project's folder from `docs_dir`."""
    for made in site.pages:
        file = _generated(made.path, "", made.source, to_docs, config)
        PlaybookPage(made, file, config)
        yield file


def asset_files(site: Site, to_docs: str, config: MkDocsConfig) -> Iterator[File]:
    """A file for each of the site's files."""
    for artifact in site.files:
        yield _generated(artifact.path, artifact.content, artifact.source, to_docs, config)


def _generated(path: str, content: str | bytes, source: str, to_docs: str, config: MkDocsConfig) -> File:
    file = File.generated(config, path, content=content)
    file.edit_uri = quote(posixpath.normpath(posixpath.join(to_docs, source))) if source else None
    return file


@dataclass(frozen=True, slots=True)
class Joined:
    """The site among a project's other files.

    `pages` are those that nobody wrote by hand; `places` leads from each path of the site to the page that
    stands there, a hand-written one where there is one.
    """

    pages: tuple[Page, ...]
    places: Mapping[str, str]


def join(files: Files, site: Site, to_docs: str, config: MkDocsConfig, *, over: bool = False) -> Joined:
    """Add the site to the files; what a person wrote wins, unless `over`."""
    taken = {} if over else {file.dest_uri: file.src_uri for file in files.documentation_pages()}
    made = {file: taken.get(file.dest_uri, "") for file in page_files(site, to_docs, config)}
    fresh = [file for file, winner in made.items() if not winner]
    set_exclusions(fresh, config)
    for file in fresh:
        _put(files, file)
    for file in asset_files(site, to_docs, config):
        if file.src_uri not in files.src_uris:
            files.append(file)
    shown = {file.src_uri: winner or file.src_uri for file, winner in made.items()}
    return Joined(
        tuple(file.page for file in fresh if file.page and file.inclusion.is_included()),
        {path: uri for path, uri in shown.items() if files.src_uris[uri].inclusion.is_included()},
    )


def _put(files: Files, file: File) -> None:
    if other := files.get_file_from_path(file.src_uri):
        files.remove(other)
    files.append(file)

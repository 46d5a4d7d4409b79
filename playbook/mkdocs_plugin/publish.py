"""What of the project's folders is published: never the sources, never what merely lies there."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import meta

from playbook.choices import Visibility

_SOURCES = (".yml", ".yaml", ".csv")
_HOSTS_FILES = frozenset({"CNAME", "_headers", "_redirects", "robots.txt"})  # read by hosts, named by no page
_FRONT_MATTER = re.compile(r"^---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
_QUOTED = re.compile(r"""(?=["']([^"']+)["'])""")  # between any two quotes: they nest in templates
_CSS_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")


def inside(files: Iterable[File], folders: Sequence[Path]) -> list[File]:
    """Those of the files that stand in one of the folders."""
    roots = tuple(os.path.normpath(folder) + os.sep for folder in folders)
    return [file for file in files if file.abs_src_path and file.abs_src_path.startswith(roots)]


def withhold(files: Iterable[File]) -> None:
    """Keep files out of the site, in `serve` too."""
    for file in files:
        file.inclusion = InclusionLevel.EXCLUDED


def sources(files: Iterable[File]) -> Iterator[File]:
    """The files that pages are made from."""
    return (file for file in files if file.src_uri.lower().endswith(_SOURCES))


def visibility(file: File) -> Visibility | None:
    """Who may see a hand-written page.

    Everybody, if its front matter does not say; None, if it says so in a way that cannot be read.
    """
    source = file.content_string.replace("\r\n", "\n")
    _, front = meta.get_data(source)
    value = str(front.get("visibility", "")).strip().lower()
    block = _FRONT_MATTER.match(source)
    if not value and not (block and "visibility" in block[1].lower()):
        return Visibility.PUBLIC
    return Visibility(value) if value in list(Visibility) else None


def shown(level: Visibility | None, edition: Visibility) -> bool:
    """Whether the edition shows a page; one whose visibility cannot be read is for nobody outside."""
    return (level or Visibility.INTERNAL).shown_in(edition)


def strays(lying: Sequence[File], pages: Iterable[File], config: MkDocsConfig) -> list[File]:
    """Those of the media files that no hand-written page, style sheet or setting refers to."""
    media = {file.dest_uri: file for file in lying if not file.is_documentation_page()}
    if not media:
        return []
    named = set(_settings(config))
    for file in pages:
        if file.page is not None and file.page.content:
            named.update(_in_html(file.page.content, posixpath.dirname(file.dest_uri)))
    reached = _reached(named, media)
    return [file for uri, file in media.items() if uri not in reached]


def _settings(config: MkDocsConfig) -> Iterator[str]:
    """What the configuration and the project's own templates name."""
    theme = config.theme
    yield from _HOSTS_FILES
    for value in (*config.extra_css, *config.extra_javascript, theme.get("logo"), theme.get("favicon")):
        yield from _local(str(value or ""), "")
    for template in Path(theme.custom_dir).rglob("*.html") if theme.custom_dir else ():
        for word in _QUOTED.findall(template.read_text(encoding="utf-8", errors="replace")):
            yield from _local(word, "")


def _in_html(html: str, folder: str) -> Iterator[str]:
    """Every local path in an attribute's value, those of `srcset` and inline styles too."""
    for double, single in _VALUE.findall(html):
        for word in re.split(r"[\s,()\"']+", unescape(double or single)):
            yield from _local(word, folder)


def _local(url: str, folder: str) -> Iterator[str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    if parts.path and not parts.scheme and not parts.netloc:
        path = posixpath.join("/", folder, unquote(parts.path))
        yield posixpath.normpath(path).lstrip("/")


def _reached(named: set[str], media: dict[str, File]) -> set[str]:
    """What is named, and what named style sheets name in their turn."""
    reached: set[str] = set()
    waiting = [uri for uri in named if uri in media]
    while waiting:
        uri = waiting.pop()
        if uri not in reached:
            reached.add(uri)
            waiting.extend(_in_css(media[uri], media))
    return reached


def _in_css(file: File, media: dict[str, File]) -> list[str]:
    if not file.is_css():
        return []
    folder = posixpath.dirname(file.dest_uri)
    css = file.content_bytes.decode(errors="replace")
    return [path for url in _CSS_URL.findall(css) for path in _local(url, folder) if path in media]

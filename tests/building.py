"""Sites built for real, by the programs that people run, and what such a site consists of."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import etree, html
from lxml.html import HtmlElement

ROOT = Path(__file__).parents[1]
"""The repository, which is a project itself."""

_BASE = "http://site.example/"
_CSS_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")
_LEADING = {"href", "src", "poster", "data", "action", "formaction"}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a program said, and how it ended."""

    code: int
    said: str


def run(*words: str | Path, where: Path = ROOT) -> Ran:
    """Run a Python module with its arguments, as `python -m` does."""
    done = subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        cwd=where,
        env=os.environ | {"NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout)


def build(config: Path, to: Path, *, by: str = "mkdocs", strict: bool = True) -> Site:
    """The site of a configuration; the test ends here if it cannot be built."""
    ran = run(by, "build", *(["--strict"] if strict else []), "-f", config, "-d", to, where=config.parent)
    assert ran.code == 0, ran.said
    return Site(to)


@dataclass(frozen=True)
class Page:
    """A built page: its address from the site's root, and its tree."""

    url: str
    tree: HtmlElement

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a fragment may name."""
        return frozenset(self.tree.xpath("//@id | //a/@name"))

    @cached_property
    def text(self) -> str:
        """The words of the page, without what the theme puts around them where it tells."""
        whole = self.tree.xpath("//article | //div[@role='main']") or [self.tree]
        return " ".join(whole[0].text_content().split())

    def links(self) -> Iterator[str]:
        """The addresses that a reader can follow."""
        yield from self.tree.xpath("//a/@href | //area/@href")

    def named(self) -> Iterator[str]:
        """Every address that the page names, for whatever purpose; those of other hosts too."""
        for element in self.tree.iter(etree.Element):
            for name, value in element.attrib.items():
                if name.rpartition(":")[2] in _LEADING:
                    yield value
                elif name == "srcset":
                    yield from (part.split()[0] for part in value.split(",") if part.strip())
                elif name == "style":
                    yield from _CSS_URL.findall(value)


@dataclass(frozen=True)
class Site:
    """A built site in its folder."""

    folder: Path

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every file, posix, from the site's root."""
        found = (file for file in self.folder.rglob("*") if file.is_file())
        return tuple(sorted(file.relative_to(self.folder).as_posix() for file in found))

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The files that do not come with the theme."""
        theirs = Path(str(files("material"))) / "templates"
        return tuple(path for path in self.paths if not (theirs / path).is_file())

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages by address; a folder's page is named by the folder, with a slash at its end."""
        found = [path for path in self.paths if path.endswith(".html") and path != "404.html"]
        return {
            url: Page(url, self._tree(path))
            for path in found
            for url in [re.sub(r"(^|/)index\.html$", r"\1", path)]
        }

    def _tree(self, path: str) -> HtmlElement:
        return html.document_fromstring((self.folder / path).read_bytes())

    def content(self, path: str) -> bytes:
        """A file's bytes; those inside, where it is packed."""
        content = (self.folder / path).read_bytes()
        return gzip.decompress(content) if path.endswith(".gz") else content

    def text(self, path: str) -> str:
        return self.content(path).decode()

    def broken(self) -> list[str]:
        """Addresses within the site that lead nowhere, each with the page or style sheet that names it."""
        found = [(page.url, address) for page in self.pages.values() for address in page.named()]
        for path in self.paths:
            if path.endswith(".css"):
                found += [(path, address) for address in _CSS_URL.findall(self.text(path))]
        return sorted(
            {f"{place} -> {address}" for place, address in found if not self._leads(place, address)}
        )

    def _leads(self, place: str, address: str) -> bool:
        there, fragment = urldefrag(urljoin(_BASE + place, address))
        if not there.startswith(_BASE):
            return True
        path = unquote(urlsplit(there).path.lstrip("/"))
        if path not in self.pages:
            return path in self.paths
        return not fragment or unquote(fragment) in self.pages[path].anchors

    def reached(self, start: str = "") -> set[str]:
        """The pages that links lead to from a page, over however many others."""
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            url = waiting.pop()
            if url in seen or url not in self.pages:
                continue
            seen.add(url)
            there = (urldefrag(urljoin(_BASE + url, link)).url for link in self.pages[url].links())
            waiting += [unquote(url.removeprefix(_BASE)) for url in there if url.startswith(_BASE)]
        return seen

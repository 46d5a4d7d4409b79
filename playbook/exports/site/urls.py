"""Addresses: of the site's pages as seen from one another, and which addresses of others are safe to link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlencode

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_UNSEEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: what leads from it to the site's root, and how pages are addressed from there."""

    root: str
    directory_urls: bool

    def page(self, path: str, anchor: str = "", query: Sequence[tuple[str, str]] = ()) -> str:
        """The address of a page, seen from this place."""
        there = url(path, directory_urls=self.directory_urls)
        asked = f"?{urlencode(query)}" if query else ""
        return (self.root + there or "./") + asked + (f"#{quote(anchor)}" if anchor else "")

    def file(self, path: str) -> str:
        """The address of a published file, seen from this place."""
        return self.root + quote(path)


def place(path: str, *, directory_urls: bool) -> Place:
    """The place of the page at a Markdown path."""
    return Place("../" * url(path, directory_urls=directory_urls).count("/"), directory_urls)


@lru_cache(maxsize=16_384)
def url(path: str, *, directory_urls: bool) -> str:
    """A page's address from the site's root, as MkDocs makes it: empty for the home page by directory."""
    stem = quote(path.removesuffix(".md"))
    if not directory_urls:
        return f"{stem}.html"
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return f"{stem}/"


def source_path(path: str, target: str) -> str:
    """How the page at one Markdown path names another one."""
    here, there = path.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return quote("/".join([*[".."] * (len(here) - shared), *there[shared:]]))


def safe_link(address: str) -> str:
    """An address of the outside that only opens a page, a mail or a call; empty for any other.

    Characters that browsers skip are left out, so that no scheme hides behind them; entities are the
    caller's business.
    """
    bare = _UNSEEN.sub("", address)
    scheme = _SCHEME.match(bare)
    return bare if scheme and scheme[1].lower() in _SCHEMES else ""

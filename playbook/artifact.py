"""What leaves the core: files to be written by whoever asked for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to write.

    `path` is posix and relative to the place it is written to. `source` is the project file it can be
    traced to (posix, from the project root), or empty where there is no single one.
    """

    path: str
    content: str | bytes
    source: str = ""

    def as_bytes(self) -> bytes:
        """The content as it is stored: text as UTF-8."""
        return self.content.encode() if isinstance(self.content, str) else self.content


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for its table of contents: level 1 to 6, the anchor, the words."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site.

    `path` is the page's Markdown path (posix, `touchpoints/checkout.md`), whichever way it is written;
    `body` is HTML or Markdown, as the writer made it, with links relative to the page. `source` as in
    `Artifact`. `headings` leaves out the title itself. `also_called` are other names that a search should
    find the page by; one that is not `searched` only repeats what others say. `brand` is the id of the
    sub-brand that the page wears, empty for the master.
    """

    path: str
    title: str
    body: str
    headings: tuple[Heading, ...] = ()
    source: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()
    brand: str = ""
    searched: bool = True


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the site's navigation: a page (`path` as in `SitePage`), a section, or both.

    A section whose members are too many to stand in every page names only its own page; its members
    are listed there.
    """

    title: str
    path: str = ""
    children: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Worn:
    """A brand in the site's header: its logo's published path or "", the ground and ink as hex values."""

    logo: str
    ground: str
    ink: str


@dataclass(frozen=True, slots=True)
class Dress:
    """What makes a site look like the brand: style sheets and fonts to publish, and where two pictures stand.

    `logo` and `favicon` are paths of published files; empty where the brand has none. `worn` holds every
    brand by its id.
    """

    files: tuple[Artifact, ...] = ()
    logo: str = ""
    favicon: str = ""
    worn: Mapping[str, Worn] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """A whole playbook site: its pages, the files they need, and the order in which people meet them.

    `files` holds those of the dress too; `dress` is None where the brand does not dress the site.
    """

    pages: tuple[SitePage, ...]
    files: tuple[Artifact, ...]
    nav: tuple[NavItem, ...]
    dress: Dress | None = None

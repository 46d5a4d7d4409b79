"""What pages are made of: blocks and inlines, free of any markup; writers turn them into HTML or Markdown.

A text in a block is plain text, whatever it looks like: writers escape it. Only `Prose` holds Markdown.
Paths of pages are Markdown paths from the site's root (`touchpoints/checkout.md`); paths of files are as
published.
"""

from __future__ import annotations

from dataclasses import dataclass

from playbook.exports.site.drawn import Drawn
from playbook.exports.site.inlines import Inlines, To
from playbook.exports.site.showing import Showing


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6; the page's title is not among them.

    `linked` says that other pages lead to it, so that its anchor must hold whatever it is called.
    """

    level: int
    text: str
    anchor: str
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `style` names how it is set: lead, meta, quiet, answer..."""

    inlines: Inlines
    style: str = ""


@dataclass(frozen=True, slots=True)
class Plain:
    """Words without a paragraph of their own, in a list's entry."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown written by people, without raw HTML."""

    markdown: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """A few values with their labels."""

    rows: tuple[tuple[str, Inlines], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Things to compare; columns named in `numbers` (by position) hold figures."""

    head: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each entry is made of blocks."""

    entries: tuple[Blocks, ...]
    ordered: bool = False
    style: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together; `style` names how they are laid out, and `anchor` makes it a target."""

    style: str
    blocks: Blocks
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Folded:
    """Blocks that are opened by whoever wants them."""

    title: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Filtered:
    """A listing that a script can filter by the data in a published file; without it, the blocks alone.

    `name` is that of the data, `words` what the script says, by its own names for it.
    """

    name: str
    data: str
    words: tuple[tuple[str, str], ...]
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Finder:
    """A field that finds things as somebody types, from the data in a published file; else nothing."""

    data: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """Pages that stand for each other; `here` is the position of the one that this page is or belongs to."""

    label: str
    pages: tuple[To, ...]
    here: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field of color with words on it: `ground` and `ink` are hex values."""

    ground: str
    ink: str
    blocks: Blocks
    style: str = "field"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, on a ground where it needs one (a hex value); `path` is the published file's.

    `width` is a CSS length at which it is shown exactly; `style` names how it is marked.
    """

    path: str
    alt: str
    caption: Inlines = ()
    ground: str = ""
    ink: str = ""
    width: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, and where they come from."""

    blocks: Blocks
    source: Inlines = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Text as it stands in a file; `first` is the number of its first line, 0 for unnumbered text.

    `lang` is the language of unnumbered text where it is not the page's; `button` names the one that copies
    it, and `done` is what that says afterwards. What is copied is set as prose, unless it is a `file`.
    """

    text: str
    first: int = 0
    marked: int = 0
    lang: str = ""
    button: str = ""
    done: str = ""
    file: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a journey: `feeling` from very-bad to very-good, or empty."""

    anchor: str
    title: Inlines
    feeling: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a journey, in order."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """Steps that a script can show one by one, saying the words, by its own names for them."""

    steps: Steps
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A change of subject."""


Block = (
    Heading
    | Para
    | Plain
    | Prose
    | Facts
    | Table
    | Items
    | Group
    | Folded
    | Filtered
    | Finder
    | Switch
    | Field
    | Figure
    | Quote
    | Listing
    | Steps
    | Drawn
    | Walk
    | Rule
    | Showing
)
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before it is written; the fields are those of `SitePage`."""

    path: str
    title: str
    blocks: Blocks
    source: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()
    brand: str = ""
    searched: bool = True

"""Words of a page with what they mean, free of any markup: see `blocks`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words said with stress."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """A name or value to be copied as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A value with a button that copies it; `button` is the button's name, `done` what it says afterwards.

    Without a name there is no button.
    """

    label: str
    text: str
    button: str
    done: str


@dataclass(frozen=True, slots=True)
class To:
    """A link to a page of the site, and a place on it; `query` is for the page's script, where it has one."""

    path: str
    inlines: Inlines
    anchor: str = ""
    query: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Out:
    """A link to the outside; the address has been judged safe."""

    url: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Download:
    """A link to a published file."""

    path: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class State:
    """Where something stands: what kind of state (`piece-status`), its value, its words."""

    scale: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A dot of a color, `css` being a hex value."""

    css: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break."""


Inline = Text | Strong | Emphasis | Code | Copy | To | Out | Download | State | Chip | Break
Inlines = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """The words alone."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: Inline) -> str:
    if isinstance(inline, Text | Code | State):
        return inline.text
    if isinstance(inline, Copy):
        return f"{inline.label} {inline.text}"
    if isinstance(inline, Strong | Emphasis | To | Out | Download):
        return plain(inline.inlines)
    return " " if isinstance(inline, Break) else ""

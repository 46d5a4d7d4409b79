"""Inlines written as HTML; every text is escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from playbook.exports.site.inlines import (
    Break,
    Chip,
    Code,
    Copy,
    Download,
    Emphasis,
    Inline,
    Out,
    State,
    Strong,
    Text,
    To,
)
from playbook.exports.site.urls import Place

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_SLASH = re.compile(r"(?<![:/])/(?!/)")
"""A slash of an address behind its host."""
_SHORT = re.compile(r"(?<![\w&;/.-])[^\W\d_]-[^\W\d_]+")
_SCHEME = re.compile(r"^https?://(?:www\.)?")


@lru_cache(maxsize=16_384)
def escape(text: str) -> str:
    """The text for an element or a quoted attribute, without what HTML cannot hold."""
    clean = text if text.isprintable() else _CONTROL.sub("", text)
    return html.escape(clean)


def inline(inlines: Iterable[Inline], place: Place) -> str:
    """The HTML of some inlines."""
    return "".join([_INLINES[type(part)](part, place) for part in inlines])


def _text(part: Text, _place: Place) -> str:
    """The words, of which those as short as the E of E-mail are kept with what follows."""
    text = escape(part.text)
    return _SHORT.sub(r'<span class="pb-whole">\g<0></span>', text) if "-" in text else text


def _strong(part: Strong, place: Place) -> str:
    return f"<strong>{inline(part.inlines, place)}</strong>"


def _emphasis(part: Emphasis, place: Place) -> str:
    return f"<em>{inline(part.inlines, place)}</em>"


def _code(part: Code, _place: Place) -> str:
    return f"<code>{escape(part.text)}</code>"


def _copy(part: Copy, _place: Place) -> str:
    button = (
        f'<button type="button" class="pb-copy" data-copy="{escape(part.text)}"'
        f' data-done="{escape(part.done)}" aria-label="{escape(part.button)}"></button>'
    )
    value = f"<span>{escape(part.label)}</span> <code>{escape(part.text)}</code>"
    return f'<span class="pb-value">{value}{button if part.button else ""}</span>'


def _to(part: To, place: Place) -> str:
    address = place.page(part.path, part.anchor, part.query)
    return f'<a href="{escape(address)}">{inline(part.inlines, place)}</a>'


def _out(part: Out, place: Place) -> str:
    """A link elsewhere; where its words are an address, that breaks after its slashes first.

    Where they are the link's own, paper need not tell it once more.
    """
    inside = inline(part.inlines, place)
    address = escape(part.url)
    said = inside if " " in inside or "<" in inside else _SLASH.sub("/<wbr>", inside)
    told = " data-told" if _SCHEME.sub("", address).rstrip("/") == inside else ""
    return f'<a href="{address}" rel="noopener"{told}>{said}</a>'


def _download(part: Download, place: Place) -> str:
    address = escape(place.file(part.path))
    return f'<a class="pb-download" href="{address}" download>{inline(part.inlines, place)}</a>'


def _state(part: State, _place: Place) -> str:
    return f'<span class="pb-state pb-{part.scale} pb-{part.scale}--{part.value}">{escape(part.text)}</span>'


def _chip(part: Chip, _place: Place) -> str:
    return f'<span class="pb-chip" style="background:{escape(part.css)}"></span>'


def _break(_part: Break, _place: Place) -> str:
    return "<br>\n"


_INLINES: dict[type, Callable[[Any, Place], str]] = {
    Text: _text,
    Strong: _strong,
    Emphasis: _emphasis,
    Code: _code,
    Copy: _copy,
    To: _to,
    Out: _out,
    Download: _download,
    State: _state,
    Chip: _chip,
    Break: _break,
}

"""Inlines written as Markdown that means the same to every dialect."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from typing import Any

from playbook.exports.site.inlines import (
    Break,
    Chip,
    Code,
    Copy,
    Download,
    Emphasis,
    Inline,
    Inlines,
    Out,
    State,
    Strong,
    Text,
    To,
    plain,
)
from playbook.exports.site.urls import source_path

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_SPACES = re.compile(r"\s+")
_MARKS = re.compile(r"[\\`*_\[\]~$^]|==")
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "{": "&#123;", "}": "&#125;"}
)
_OPENING = re.compile(r"(?:[#+\-:=!?@/%]|\d+[.)])")
_UNLINKED = re.compile(r"[\s()<>\[\]{}\"'`\\|*_^~$]")
_RISKY = re.compile(r"[`|{}\\<>&*_]")
_AFTER_STRESS = frozenset(" .,;:!?)")


def escape(text: str) -> str:
    """The text so that Markdown shows it as it is, in one line."""
    line = _SPACES.sub(" ", _CONTROL.sub(" ", text)).translate(_ENTITIES)
    return _MARKS.sub(_backslashed, line)


def _backslashed(mark: re.Match[str]) -> str:
    """A mark without its meaning; where a backslash does not do in every place, an entity."""
    return "".join(f"\\{c}" if c in "\\`*_" else f"&#{ord(c)};" for c in mark[0])


def inline(inlines: Iterable[Inline], path: str) -> str:
    """The Markdown of some inlines."""
    parts = tuple(inlines)
    written = ""
    for at, part in enumerate(parts):
        if isinstance(part, Strong | Emphasis):
            after = plain(parts[at + 1 : at + 2])[:1] if at + 1 < len(parts) else " "
            written += _stressed(part, path, alone=(written or " ")[-1] in " (" and after in _AFTER_STRESS)
        else:
            written += _INLINES[type(part)](part, path)
    return written


def opened(line: str) -> str:
    """The line so that its first characters open no block of another kind."""
    line = line.strip()
    if not _OPENING.match(line):
        return line
    digits = re.match(r"\d*", line)
    at = digits.end() if digits else 0
    return f"{line[:at]}&#{ord(line[at])};{line[at + 1 :]}"


def url(address: str) -> str:
    """An address that ends where it should, whatever is in it."""
    encoded = _UNLINKED.sub(lambda c: "".join(f"%{byte:02X}" for byte in c[0].encode()), address)
    return html.escape(_CONTROL.sub("", encoded), quote=False)


def _text(part: Text, _path: str) -> str:
    return escape(part.text)


def _stressed(part: Strong | Emphasis, path: str, *, alone: bool) -> str:
    """Stars where no dialect can mistake them, tags elsewhere: stars beside stars mean many things."""
    inside = inline(part.inlines, path)
    words = inside.strip()
    if alone and words == inside and words[:1].isalnum() and words[-1:].isalnum():
        mark = "**" if isinstance(part, Strong) else "*"
        return f"{mark}{words}{mark}"
    tag = "strong" if isinstance(part, Strong) else "em"
    return f"<{tag}>{inside}</{tag}>" if words else inside


def _code(part: Code, _path: str) -> str:
    text = _SPACES.sub(" ", _CONTROL.sub(" ", part.text)).strip()
    if not text:
        return ""
    return f"<code>{escape(text)}</code>" if _RISKY.search(text) else f"`{text}`"


def _link(label: Inlines, address: str, path: str) -> str:
    return f"[{inline(label, path).strip()}]({url(address)})"


def _copy(part: Copy, path: str) -> str:
    return f"{escape(part.label)} {_code(Code(part.text), path)}"


def _to(part: To, path: str) -> str:
    return _link(
        part.inlines, source_path(path, part.path) + (f"#{part.anchor}" if part.anchor else ""), path
    )


def _out(part: Out, path: str) -> str:
    return _link(part.inlines, part.url, path)


def _download(part: Download, path: str) -> str:
    return _link(part.inlines, source_path(path, part.path), path)


def _state(part: State, _path: str) -> str:
    return escape(part.text)


def _chip(part: Chip, _path: str) -> str:
    return f'<span class="pb-chip" style="background:{html.escape(part.css)}"></span>'


def _break(_part: Break, _path: str) -> str:
    return "<br>"


_INLINES: dict[type, Callable[[Any, str], str]] = {
    Text: _text,
    Code: _code,
    Copy: _copy,
    To: _to,
    Out: _out,
    Download: _download,
    State: _state,
    Chip: _chip,
    Break: _break,
}

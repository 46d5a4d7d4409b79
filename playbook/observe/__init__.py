"""Shelf of observers, one file format per module: bytes -> facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from playbook.observed import Facts, Unreadable

_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its name, the endings it goes by, how its bytes are told, and who reads it."""

    name: str
    endings: tuple[str, ...]
    begins: Callable[[bytes], bool]
    observe: Callable[[bytes], Facts]


def _starts(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(magic)


def _is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _is_svg(content: bytes) -> bool:
    head = content[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<") and (b"<svg" in head or b":svg" in head)


def _drawing(content: bytes) -> Facts:
    from playbook.observe import svg  # each reader brings a library, which few projects need

    return svg.observe(content)


def _picture(content: bytes) -> Facts:
    from playbook.observe import raster

    return raster.observe(content)


def _font(content: bytes) -> Facts:
    from playbook.observe import font

    return font.observe(content)


FORMATS = (
    Format("svg", (".svg",), _is_svg, _drawing),
    Format("png", (".png",), _starts(b"\x89PNG\r\n\x1a\n"), _picture),
    Format("jpeg", (".jpg", ".jpeg"), _starts(b"\xff\xd8\xff"), _picture),
    Format("webp", (".webp",), _is_webp, _picture),
    Format("gif", (".gif",), _starts(b"GIF87a", b"GIF89a"), _picture),
    Format("sfnt", (".ttf", ".otf"), _starts(b"\x00\x01\x00\x00", b"OTTO", b"true"), _font),
    Format("woff", (".woff",), _starts(b"wOFF"), _font),
    Format("woff2", (".woff2",), _starts(b"wOF2"), _font),
)


def observe(name: str, content: bytes) -> Facts:
    """The facts of a file, told by its bytes; its name's ending must agree.

    Raises:
        Unreadable: `unknown-format`, `wrong-format`, or as the format's own observer has it.
    """
    ending = PurePosixPath(name).suffix.lower()
    named = next((known for known in FORMATS if ending in known.endings), None)
    found = next((known for known in FORMATS if known.begins(content)), named)
    if found is None:
        raise Unreadable("unknown-format", ending=ending)
    if found is not named:
        raise Unreadable("wrong-format", ending=ending, found=found.name)
    return found.observe(content)

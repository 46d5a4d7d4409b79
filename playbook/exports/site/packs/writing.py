"""The guide of a pack as a page that needs no other file, to read and to print, and as plain text."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from textwrap import wrap
from urllib.parse import quote

from lxml import html as reading
from lxml.html import HtmlElement

from playbook.exports.site import html
from playbook.exports.site.blocks import Blocks
from playbook.exports.site.urls import Place, safe_link
from playbook.published import asset_path

_WIDTH = 88
_KINDS = {".svg": "svg+xml", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_SPACES = re.compile(r"[ \t\r\n\f]+")
_INSIDE = frozenset({"div", "main", "blockquote", "section"})
_HEADINGS = {"h1": "=", "h2": "-", "h3": ""}


@dataclass(frozen=True, slots=True)
class Look:
    """How the page wears the brand: its name, the field's ground and ink, a picture as `data:` or empty."""

    brand: str
    ground: str
    ink: str
    logo: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class _Inside(Place):
    """A place where published files stand under the paths that they have in the pack."""

    paths: Mapping[str, str]

    def file(self, path: str) -> str:
        return quote(self.paths.get(path, ""))


def data(name: str, content: bytes) -> str:
    """A picture as an address that holds it; empty for what is none."""
    kind = _KINDS.get(f".{name.rpartition('.')[2].lower()}")
    return f"data:image/{kind};base64,{b64encode(content).decode()}" if kind and content else ""


def body(title: str, blocks: Blocks, paths: Mapping[str, str]) -> HtmlElement:
    """The guide as a tree; `paths` lead from project files to where they stand in the pack."""
    place = _Inside(
        "", directory_urls=False, paths={asset_path(path): there for path, there in paths.items()}
    )
    return _unlinked(reading.fragment_fromstring(html.page(title, blocks, place), create_parent="main"))


def page(title: str, inside: HtmlElement, lang: str, look: Look) -> str:
    """The guide as a page."""
    logo = f'<img src="{look.logo}" alt="{escape(look.brand)}">' if look.logo else escape(look.brand)
    shown = f'<figure><img src="{look.picture}" alt=""></figure>' if look.picture else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)} · {escape(look.brand)}</title>\n"
        f"<style>\n:root {{ --ground: {look.ground}; --ink: {look.ink} }}\n{_sheet()}</style>\n</head>\n"
        f"<body>\n<header>{logo}</header>\n{shown}{reading.tostring(inside, encoding='unicode')}\n"
        "</body>\n</html>\n"
    )


@cache
def _sheet() -> str:
    return files(__package__).joinpath("guide.css").read_text(encoding="utf-8")


def _unlinked(body: HtmlElement) -> HtmlElement:
    """The page without links that lead into the site, which is not there; their words stay."""
    for link in list(body.iter("a")):
        address = link.get("href", "")
        if "headerlink" in link.get("class", ""):
            link.drop_tree()
        elif not (safe_link(address) or (address and link.get("class") == "pb-download")):
            link.drop_tag()
    return body


def text(inside: HtmlElement) -> str:
    """The guide as plain text."""
    return "\n".join(_parts(inside)).strip() + "\n"


def _parts(element: HtmlElement) -> Iterator[str]:
    """The text of each part, with an empty line before it."""
    for child in element:
        tag = str(child.tag)
        if tag in _INSIDE:
            yield from _parts(child)
        elif tag in _PARTS:
            yield "\n" + "\n".join(_PARTS[tag](child))
        elif words := _words(child):
            yield f"\n{_filled(words)}"


def _heading(child: HtmlElement) -> Iterator[str]:
    words = _words(child)
    yield words
    if line := _HEADINGS[str(child.tag)]:
        yield line * len(words)


def _entries(listing: HtmlElement) -> Iterator[str]:
    box = "[ ] " if "checklist" in listing.get("class", "") else "- "
    for number, entry in enumerate(listing, 1):
        mark = f"{number}. " if listing.tag == "ol" else box
        yield _filled(_words(entry), mark, " " * len(mark))


def _facts(listing: HtmlElement) -> Iterator[str]:
    for row in listing:
        name, *said = (_words(part) for part in row)
        yield _filled(f"{name}: {' '.join(said)}", then="    ")


def _rows(table: HtmlElement) -> Iterator[str]:
    """Each row as a line that names its cells."""
    heads = [_words(cell) for cell in table.iter("th")]
    for row in table.iter("tr"):
        cells = [_words(cell) for cell in row.iter("td")]
        told = [f"{head}: {cell}" for head, cell in zip(heads[1:], cells[1:], strict=False) if cell]
        if cells:
            yield _filled(f"- {cells[0]}; {'; '.join(told)}", then="  ")


def _filled(words: str, first: str = "", then: str = "") -> str:
    """The words in lines; most are one."""
    if len(first) + len(words) <= _WIDTH:
        return first + words
    return "\n".join(wrap(words, _WIDTH, initial_indent=first, subsequent_indent=then))


def _words(element: HtmlElement) -> str:
    return _SPACES.sub(" ", str(element.text_content())).strip()


_PARTS: Mapping[str, Callable[[HtmlElement], Iterator[str]]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(("ul", "ol"), _entries),
    "dl": _facts,
    "table": _rows,
    "pre": lambda child: iter((str(child.text_content()).rstrip(),)),
}
"""How a part becomes lines, by its tag; others are running text."""

"""What the Markdown library understood of a text, as blocks of ours; see `prose`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from playbook.exports.site.blocks import Block, Heading, Items, Listing, Para, Plain, Quote, Rule, Table
from playbook.exports.site.inlines import Break, Code, Emphasis, Inline, Inlines, Out, Strong, Text, To, plain
from playbook.exports.site.urls import safe_link
from playbook.render.prose import decoded

_SITE_PATH = re.compile(r"((?:[a-z0-9][a-z0-9._-]*/)*[a-z0-9][a-z0-9._-]*\.md)(?:#([\w-]{1,100}))?")
_BLOCKS = frozenset({"p", "ul", "ol", "pre", "blockquote", "hr", "table", *(f"h{n}" for n in range(1, 7))})


def blocks_in(parent: Element, level: int) -> Iterator[Block]:
    """The blocks in an element; words that stand between them become entries of their own."""
    loose: list[Inline] = list(_text(parent.text))
    for child in parent:
        if child.tag in _BLOCKS:
            if _said(loose):
                yield Plain(_trimmed(loose))
            loose = []
            yield from _block(child, level)
        else:
            loose += _inline(child)
        loose += _text(child.tail)
    if _said(loose):
        yield Plain(_trimmed(loose))


def _block(element: Element, level: int) -> Iterator[Block]:
    made = _MAKERS.get(element.tag)
    if made:
        yield made(element, level)
    else:
        yield from blocks_in(element, level)


def _paragraph(element: Element, _level: int) -> Block:
    return Para(_trimmed(_inlines(element)))


def _heading(element: Element, level: int) -> Block:
    return Heading(min(6, level + int(element.tag[1])), plain(tuple(_inlines(element))).strip(), "")


def _list(element: Element, level: int) -> Block:
    entries = tuple(tuple(blocks_in(entry, level)) for entry in element)
    start = element.get("start", "1")
    return Items(entries, ordered=element.tag == "ol", start=int(start) if start.isdecimal() else 1)


def _code(element: Element, _level: int) -> Block:
    return Listing(decoded("".join(element.itertext())).strip("\n"))


def _quote(element: Element, level: int) -> Block:
    return Quote(tuple(blocks_in(element, level)))


def _table(element: Element, _level: int) -> Block:
    rows = [tuple(_trimmed(_inlines(cell)) for cell in row) for row in element.iter("tr")]
    head, *body = rows or [()]
    return Table(tuple(plain(cell) for cell in head), tuple(body))


def _rule(_element: Element, _level: int) -> Block:
    return Rule()


_MAKERS: dict[str, Callable[[Element, int], Block]] = {
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "pre": _code,
    "blockquote": _quote,
    "table": _table,
    "hr": _rule,
    **{f"h{level}": _heading for level in range(1, 7)},
}


def _inlines(element: Element) -> list[Inline]:
    found = list(_text(element.text))
    for child in element:
        found += _inline(child)
        found += _text(child.tail)
    return found


def _inline(element: Element) -> Iterator[Inline]:
    inside = tuple(_inlines(element))
    if element.tag == "strong":
        yield Strong(inside)
    elif element.tag == "em":
        yield Emphasis(inside)
    elif element.tag == "code":
        yield Code(plain(inside))
    elif element.tag == "br":
        yield Break()
    elif element.tag == "img":
        yield from _text(element.get("alt"))
    elif element.tag == "a":
        yield from _link(decoded(element.get("href") or ""), inside)
    else:
        yield from inside


def _link(address: str, inside: Inlines) -> Inlines:
    """The link if it leads outside safely or to a page of the site, else its words."""
    page = _SITE_PATH.fullmatch(address)
    if page:
        return (To(page[1], inside, page[2] or ""),)
    safe = safe_link(address)
    return (Out(safe, inside),) if safe else inside


def _text(text: str | None) -> Inlines:
    return (Text(decoded(text)),) if text else ()


def _said(inlines: list[Inline]) -> bool:
    return any(not isinstance(inline, Text) or inline.text.strip() for inline in inlines)


def _trimmed(inlines: list[Inline]) -> Inlines:
    """The inlines without white space at either end."""
    kept = list(inlines)
    if kept and isinstance(kept[0], Text):
        kept[0] = Text(kept[0].text.lstrip())
    if kept and isinstance(kept[-1], Text):
        kept[-1] = Text(kept[-1].text.rstrip())
    return tuple(kept)

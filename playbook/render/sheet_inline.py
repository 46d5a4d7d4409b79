"""What stands within a paragraph of HTML: words set alike, line breaks, the logo."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from lxml import etree

from playbook.render.sheet import Break, Inline, Inlines, Logo, Run
from playbook.render.sheet_marks import Guarded

BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
    }
    | {
        "h4",
        "h5",
        "h6",
        "header",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
    }
    | {"ul"}
)
_UNSEEN = frozenset({"head", "hr", "script", "style", "template"})
_BOLD = frozenset({"strong", "b"})
_ITALIC = frozenset({"em", "i"})
_BLANK = re.compile(r"[ \t\n\f\r]+")
"""What HTML takes for one blank; a no-break space is none."""
_TAB = 4
"""Blanks from one stop to the next in what is typed."""


def classes(element: etree._Element) -> frozenset[str]:
    """The words of an element's class."""
    return frozenset((element.get("class") or "").split())


class Inliner:
    """Reads what is within paragraphs."""

    def __init__(self, guarded: Guarded) -> None:
        self._guarded = guarded

    def within(self, element: etree._Element, less: Collection[str] = ()) -> Inlines:
        """All that an element holds, as one paragraph; `less` elements of it that are read elsewhere."""
        return tidy(self._inside(element, Run("", typed=element.tag == "pre"), less))

    def words(self, text: str | None, like: Run | None = None) -> Iterator[Inline]:
        """A text, set like another; what is typed ends its lines where it says."""
        like = like or Run("")
        if text and like.typed:
            for at, line in enumerate(text.expandtabs(_TAB).splitlines()):
                yield from (Break(),) if at else ()
                yield replace(like, text=self._guarded.shown(line))
            yield from (Break(),) if text.endswith("\n") else ()
        elif text:
            yield replace(like, text=self._guarded.shown(text))

    def one(self, element: etree._Element, like: Run | None = None) -> Iterator[Inline]:
        """An element among words."""
        tag = element.tag
        if mark := self._guarded.mark(element):
            yield mark
        elif tag == "br":
            yield Break()
        elif tag == "img":
            yield from self._picture(element, like)
        elif isinstance(tag, str) and tag not in _UNSEEN:
            if tag in BLOCKS:
                yield Break()
            yield from self._inside(element, _dressed(element, like or Run(""), self._guarded))

    def _inside(self, element: etree._Element, like: Run, less: Collection[str] = ()) -> Iterator[Inline]:
        yield from self.words(element.text, like)
        for child in element:
            yield from self.one(child, like) if child.tag not in less else ()
            yield from self.words(child.tail, like)

    def _picture(self, element: etree._Element, like: Run | None) -> Iterator[Inline]:
        """The logo, or, of any other picture, its words."""
        alt = self._guarded.shown(element.get("alt") or "")
        if "logo" in classes(element):
            yield Logo(alt)
        else:
            yield from self.words(alt, like)


def _dressed(element: etree._Element, like: Run, guarded: Guarded) -> Run:
    return replace(
        like,
        bold=like.bold or element.tag in _BOLD,
        italic=like.italic or element.tag in _ITALIC,
        small=like.small or element.tag == "small" or "small" in classes(element),
        href=guarded.shown(element.get("href") or "") if element.tag == "a" else like.href,
        typed=like.typed or element.tag == "pre",
    )


def tidy(found: Iterable[Inline]) -> Inlines:
    """Blanks as HTML shows them, no empty runs, like runs as one, no breaks at the ends."""
    kept: list[Inline] = []
    spaced = True
    for each in found:
        if isinstance(each, Run):
            text = each.text if each.typed else _BLANK.sub(" ", each.text)
            text = text[1:] if spaced and text.startswith(" ") and not each.typed else text
            if text:
                _put(kept, replace(each, text=text))
                spaced = text.endswith(" ")
        else:
            if isinstance(each, Break):
                _trim(kept)
            spaced = isinstance(each, Break) or (spaced and not isinstance(each, Logo))
            kept.append(each)
    return _without_ends(kept)


def _put(kept: list[Inline], run: Run) -> None:
    last = kept[-1] if kept else None
    if isinstance(last, Run) and replace(last, text=run.text) == run:
        kept[-1] = replace(run, text=last.text + run.text)
    else:
        kept.append(run)


def _trim(kept: list[Inline]) -> None:
    """Take the blank off the last run."""
    if kept and isinstance(last := kept[-1], Run):
        text = last.text.rstrip(" ")
        kept[-1:] = [replace(last, text=text)] if text else []


def _without_ends(kept: list[Inline]) -> Inlines:
    while kept and isinstance(kept[0], Break):
        del kept[0]
    _trim(kept)
    while kept and isinstance(kept[-1], Break):
        del kept[-1]
        _trim(kept)
    return tuple(kept)

"""A document's HTML as a sheet: what a kind's template says is on the page, without its style sheet.

Elements are what they are: headings, paragraphs, `address`, lists, tables, `dl`. Beside that these words of
`class` mean something on paper: `head` (two groups, one at each edge), `name`, `small`, `figures` (a table of
them), `sums` (a `dl` of them), `total` (a strong row), `sign` (who signs), `hand` (room to do so), `foot` (at
the foot of every page), and `logo` (of an `img`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree, html

from playbook.render import sheet_marks
from playbook.render.sheet import (
    Beside,
    Block,
    Blocks,
    Inline,
    Inlines,
    Logo,
    Mark,
    Pairs,
    Paragraph,
    Row,
    Run,
    Sheet,
    Style,
    Table,
)
from playbook.render.sheet_inline import BLOCKS, Inliner, classes, tidy

_STYLES: Mapping[str, Style] = {
    "h1": "title",
    "h2": "heading",
    "h3": "subheading",
    "h4": "subheading",
    "h5": "subheading",
    "h6": "subheading",
    "address": "address",
}
_WORDS: tuple[Style, ...] = ("name", "sign", "small")
_ENTRIES: dict[str, Style] = {"ul": "item", "ol": "step"}
_LISTS = tuple(_ENTRIES)
_LONGEST_NUMBER = 4
"""Digits of the number of a step."""
_ROWS = frozenset({"thead", "tbody", "tfoot", "tr"})
_DEEPEST = 100
"""Elements in each other."""
_CELLS = frozenset({"td", "th"})


def read(text: str, *, marks: bool = False) -> Sheet:
    """The sheet of a document that is filled in, or, with `marks`, of a template whose marks are to stay.

    What is not known on paper is passed over; a text that is no HTML, or deeper than any document, is a sheet
    without blocks.
    """
    guarded = sheet_marks.guarded(text) if marks else sheet_marks.Guarded(text)
    try:
        root = html.document_fromstring(guarded.text, html.HTMLParser(remove_pis=True, no_network=True))
    except etree.ParserError:
        return Sheet("", "", ())
    if _is_deep(root):
        return Sheet("", "", ())
    reader = _Reader(guarded)
    body = root.find("body")
    blocks = tuple(reader.blocks(body)) if body is not None else ()
    title = " ".join((root.findtext(".//title") or "").split())
    lang = guarded.shown(root.get("lang") or "")
    return Sheet(lang, guarded.shown(title), blocks, tuple(reader.foot))


class _Reader:
    """One walk through a document; `foot` gathers what stands at the foot of every page."""

    def __init__(self, guarded: sheet_marks.Guarded) -> None:
        self.foot: list[Block] = []
        self._guarded = guarded
        self._inliner = Inliner(guarded)

    def blocks(self, element: etree._Element, style: Style = "body") -> Blocks:
        """The blocks within an element."""
        return tuple(self._among(element.text, element, style))

    def _among(self, text: str | None, nodes: Iterable[etree._Element], style: Style) -> Iterator[Block]:
        """The blocks of nodes and of a text before them; words between blocks are paragraphs of their own."""
        loose: list[Inline] = list(self._inliner.words(text))
        for node in nodes:
            mark = self._guarded.mark(node)
            if mark or node.tag in BLOCKS:
                yield from _paragraph(tidy(loose), style)
                loose = []
                yield from [mark] if mark else self._block(node, style)
            else:
                loose += self._inliner.one(node)
            loose += self._inliner.words(node.tail)
        yield from _paragraph(tidy(loose), style)

    def _block(self, element: etree._Element, style: Style) -> Iterator[Block]:
        words = classes(element)
        if "foot" in words:
            self.foot += self._plain(element, style)
        elif "hand" in words:
            yield Paragraph((), "space")
        elif "head" in words and len(_children(element)) > 1:
            yield self._beside(element, style)
        else:
            yield from self._plain(element, style)

    def _beside(self, element: etree._Element, style: Style) -> Beside:
        """The last group stands at the right, those before it at the left."""
        last = _children(element)[-1]
        left = [node for node in element if node is not last]
        return Beside(tuple(self._among(element.text, left, style)), tuple(self._block(last, style)))

    def _plain(self, element: etree._Element, style: Style) -> Iterator[Block]:
        own = _style(element, style)
        if element.tag == "table":
            yield self._table(element)
        elif element.tag == "dl":
            yield Pairs(tuple(self._pairs(element)), sums="sums" in classes(element))
        elif element.tag in _ENTRIES:
            yield from self._entries(element, _ENTRIES[str(element.tag)])
        elif any(each.tag in BLOCKS for each in element.iterdescendants()):
            yield from self.blocks(element, own)
        else:
            yield from _paragraph(self._inliner.within(element), own)

    def _entries(self, element: etree._Element, style: Style, *, inner: bool = False) -> Iterator[Block]:
        """The entries of a list; those of a list within it follow as entries of their own."""
        number = _first(element)
        told = inner or number != 1
        for node in element:
            if mark := self._guarded.mark(node):
                yield mark
            elif node.tag == "li":
                is_told = told and style == "step" and not self._is_repeated(element)
                words = self._inliner.within(node, less=_LISTS)
                yield from _paragraph(words, style, number if is_told else None)
                number, told = number + 1, False
                for further in node.iterchildren(*_LISTS):
                    yield from self._entries(further, _ENTRIES[str(further.tag)], inner=True)
                    told = told or further.tag == "ol"

    def _is_repeated(self, element: etree._Element) -> bool:
        """Whether a template decides how many entries a list has: nothing is known then of their numbers."""
        return any(self._guarded.mark(node) for node in element)

    def _table(self, element: etree._Element) -> Table:
        rows = list(self._rows(element))
        head = element.find("thead/tr")
        cells = self._cells(head) if head is not None else ()
        return Table(cells, tuple(rows), figures="figures" in classes(element))

    def _rows(self, element: etree._Element) -> Iterator[Row | Mark]:
        for node in element:
            if mark := self._guarded.mark(node):
                yield mark
            elif node.tag == "tr":
                yield Row(self._cells(node), strong="total" in classes(node))
            elif node.tag in _ROWS and node.tag != "thead":
                yield from self._rows(node)

    def _cells(self, row: etree._Element) -> tuple[Inlines, ...]:
        return tuple(self._inliner.within(cell) for cell in row if cell.tag in _CELLS)

    def _pairs(self, element: etree._Element) -> Iterator[Row | Mark]:
        """A row for each name with what follows it; groups of them may stand in a `div`."""
        name: Inlines = ()
        for node in element:
            if mark := self._guarded.mark(node):
                yield mark
            elif node.tag == "dt":
                name = self._inliner.within(node)
            elif node.tag == "dd":
                yield Row((name, self._inliner.within(node)), strong="total" in classes(element))
                name = ()
            elif node.tag == "div":
                yield from self._pairs(node)


def _is_deep(root: etree._Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, ("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def _children(element: etree._Element) -> list[etree._Element]:
    """The elements within another, less comments."""
    return [node for node in element if isinstance(node.tag, str)]


def _style(element: etree._Element, style: Style) -> Style:
    words = classes(element)
    said = next((word for word in _WORDS if word in words), None)
    return said or _STYLES.get(str(element.tag), style)


def _first(element: etree._Element) -> int:
    """The number that a list begins with."""
    said = element.get("start") or ""
    return int(said) if said.isdecimal() and len(said) <= _LONGEST_NUMBER else 1


def _paragraph(inlines: Inlines, style: Style, number: int | None = None) -> Iterator[Paragraph]:
    """A paragraph, where there is something in it."""
    if any(isinstance(each, Run | Logo) for each in inlines):
        yield Paragraph(inlines, style, number)

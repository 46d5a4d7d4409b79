"""A sheet's blocks as WordprocessingML. Source: ECMA-376, part 1, 17.

The marks of a template stay where they are. Every paragraph of the document itself ends its line, those in
cells do not, so that `tidy` can tell which ones may be left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playbook.render.docx.runs import Runs
from playbook.render.sheet import (
    Beside,
    Block,
    Blocks,
    Inlines,
    Logo,
    Mark,
    Pairs,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
)

WIDTH = 9411
"""Twips of a line: A4 less its margins."""
_HEAD = (6011, 3400)
_FACTS = (1871, 7540)
_SUMS = (2576, 2900)
_FIGURE = 1700
"""Twips of a column of figures."""
_HIGH = 1531
"""Twips of a letterhead, at least: an address below it is seen in a window. Source: DIN 5008, form B."""
_FIRST_LIST = 11

_NAMES: Mapping[Style, str] = {
    "title": "Title",
    "heading": "Heading1",
    "subheading": "Heading2",
    "name": "BrandName",
    "address": "Recipient",
    "body": "Normal",
    "small": "SmallPrint",
    "item": "ListBullet",
    "step": "ListNumber",
    "sign": "Signed",
    "space": "RoomToSign",
}
_AT_EDGE: Mapping[Style, str] = {**_NAMES, "small": "Letterhead"}
_LISTED = frozenset({"item", "step"})
_KEPT = "<w:r/>"
"""What keeps a paragraph in the document that says nothing."""
_GAP = f'<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr>{_KEPT}</w:p>'
"""Stands between tables, which would be one without it, and in a cell where nothing else may."""


class Writer:
    """Writes blocks; `lists` are its numbered lists, each with its `id` and the number it begins with."""

    def __init__(self, runs: Runs) -> None:
        self.lists: list[dict[str, int]] = []
        self._runs = runs

    def blocks(self, blocks: Blocks) -> str:
        """The blocks of the document, each on its lines."""
        return "".join(self._lines(blocks))

    def foot(self, blocks: Blocks) -> str:
        """What stands at the foot of every page."""
        made = (
            each.text if isinstance(each, Mark) else _paragraph("Footer", self._runs.written(each.inlines))
            for each in _flat(blocks)
        )
        return "".join(f"{line}\n" for line in made)

    def _lines(self, blocks: Blocks) -> Iterator[str]:
        before: Block | None = None
        for at, block in enumerate(blocks):
            if isinstance(block, Mark):
                yield f"{block.text}\n"
                continue
            if isinstance(block, Paragraph):
                yield f"{self._paragraph(block, _NAMES, before, keep=_is_signed(blocks[at + 1 :]))}\n"
            else:
                apart = isinstance(block, Pairs) and isinstance(before, Paragraph) and not block.sums
                yield f"{_GAP * apart}{self._table(block)}{_GAP}\n"
            before = block

    def _paragraph(
        self, block: Paragraph, names: Mapping[Style, str], before: Block | None = None, *, keep: bool = False
    ) -> str:
        rules = "<w:keepNext/>" if keep else ""
        if block.style == "step":
            rules += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._list(block, before)}"/></w:numPr>'
        alone = len(block.inlines) == 1 and isinstance(block.inlines[0], Logo)
        words = _KEPT if block.style == "space" else self._runs.written(block.inlines)
        return _paragraph("Logo" if alone else names[block.style], words, rules)

    def _list(self, step: Paragraph, before: Block | None) -> int:
        """The list that a step belongs to."""
        listed = isinstance(before, Paragraph) and before.style in _LISTED
        if not self.lists or not listed or step.number is not None:
            start = 1 if step.number is None else step.number
            self.lists.append({"id": _FIRST_LIST + len(self.lists), "start": start})
        return self.lists[-1]["id"]

    def _table(self, block: Table | Pairs | Beside) -> str:
        if isinstance(block, Beside):
            return self._beside(block)
        return self._figures(block) if isinstance(block, Table) else self._pairs(block)

    def _beside(self, block: Beside) -> str:
        left, right = self._group(block.left, _NAMES), self._group(block.right, _AT_EDGE)
        cells = f"{_cell(_HEAD[0], left)}{_cell(_HEAD[1], right)}"
        high = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{_HIGH}" w:hRule="atLeast"/></w:trPr>'
        return f"{_frame('Layout', _HEAD)}<w:tr>{high}{cells}</w:tr></w:tbl>"

    def _group(self, blocks: Blocks, names: Mapping[Style, str]) -> str:
        """The paragraphs of a cell; it has at least one, even where none of a template's is left."""
        kept = list(_flat(blocks))
        made = (b.text if isinstance(b, Mark) else self._paragraph(b, names) for b in kept)
        return "".join((*made, "" if kept and all(isinstance(b, Paragraph) for b in kept) else _GAP))

    def _pairs(self, block: Pairs) -> str:
        columns = _SUMS if block.sums else _FACTS
        rows = (row.text if isinstance(row, Mark) else self._pair(row, block, columns) for row in block.rows)
        return f"{_frame('Layout', columns, right=block.sums)}{''.join(rows)}</w:tbl>"

    def _pair(self, row: Row, block: Pairs, columns: Sequence[int]) -> str:
        styles = ("Sum", "SumFigure") if block.sums else ("FactName", "Fact")
        if row.strong:
            styles = ("Total", "TotalFigure")
        return self._row(row.cells, styles, columns)

    def _figures(self, block: Table) -> str:
        rows = [row for row in block.rows if isinstance(row, Row)]
        count = max((len(cells) for cells in (block.head, *(row.cells for row in rows))), default=1) or 1
        columns = _columns(count, figures=block.figures)
        head, cell = (_alternating(name, count, figures=block.figures) for name in ("CellHead", "Cell"))
        top = self._row(_padded(block.head, count), head, columns, head=True) if block.head else ""
        made = (
            row.text
            if isinstance(row, Mark)
            else self._row(_padded(row.cells, count), cell, columns, bold=row.strong)
            for row in block.rows
        )
        return f"{_frame('BrandTable', columns, headed=bool(block.head))}{top}{''.join(made)}</w:tbl>"

    def _row(
        self,
        cells: Sequence[Inlines],
        styles: Sequence[str],
        columns: Sequence[int],
        *,
        head: bool = False,
        bold: bool = False,
    ) -> str:
        rules = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
        made = (
            _cell(wide, _paragraph(style, self._runs.written(inlines, bold=bold)))
            for inlines, style, wide in zip(cells, styles, columns, strict=True)
        )
        return f"<w:tr>{rules}{''.join(made)}</w:tr>"


def _paragraph(style: str, words: str = "", rules: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{rules}</w:pPr>{words}</w:p>'


def _cell(wide: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _frame(style: str, columns: Sequence[int], *, right: bool = False, headed: bool = False) -> str:
    """A table up to its rows; its columns are fixed, so that long words break within them."""
    side = '<w:jc w:val="right"/>' if right else ""
    look = f'<w:tblLook w:firstRow="{int(headed)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"/>'
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>{side}'
        f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _columns(count: int, *, figures: bool) -> list[int]:
    """The widths of a table's columns; of two of text the first is taken for names."""
    if not figures or count == 1:
        return [WIDTH // 3, WIDTH - WIDTH // 3] if count == 2 else [WIDTH // count] * count
    wide = min(_FIGURE, WIDTH // count)
    return [WIDTH - wide * (count - 1), *[wide] * (count - 1)]


def _alternating(name: str, count: int, *, figures: bool) -> list[str]:
    return [name, *[f"{name}Figure" if figures else name] * (count - 1)]


def _padded(cells: tuple[Inlines, ...], count: int) -> tuple[Inlines, ...]:
    return (*cells, *[()] * (count - len(cells)))


def _flat(blocks: Blocks) -> Iterator[Paragraph | Mark]:
    """The blocks as paragraphs, for places that are too narrow for tables: one for each row."""
    for block in blocks:
        if isinstance(block, Paragraph | Mark):
            yield block
        elif isinstance(block, Beside):
            yield from _flat((*block.left, *block.right))
        else:
            head = (Row(block.head),) if isinstance(block, Table) and block.head else ()
            yield from (row if isinstance(row, Mark) else _told(row) for row in (*head, *block.rows))


def _told(row: Row) -> Paragraph:
    """A row as a paragraph, a blank between its cells."""
    cells = (inline for cell in row.cells if cell for inline in (Run(" "), *cell))
    return Paragraph(tuple(cells)[1:])


def _is_signed(blocks: Blocks) -> bool:
    """Whether room to sign comes next."""
    after = next((block for block in blocks if not isinstance(block, Mark)), None)
    return isinstance(after, Paragraph) and after.style == "space"

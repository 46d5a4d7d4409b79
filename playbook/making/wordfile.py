"""A template as the parts of a document for text processors, with its marks: the page fills in the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.kinds import Kind
from playbook.kinds.fields import KindOutput
from playbook.making.templates import filled_in_pages, template
from playbook.render.docx import Part, parts
from playbook.render.fill import settle
from playbook.render.filters import Wording
from playbook.render.look import Look
from playbook.render.sheet import Beside, Block, Inline, Mark, Pairs, Paragraph, Row, Sheet, Table
from playbook.render.sheet_html import read
from playbook.render.unparse import unparsed


def wordfile(kind: Kind, output: KindOutput, look: Look, wording: Wording) -> tuple[Part, ...]:
    """The parts, the brand filled in; `look.brand` is what templates see of it.

    Empty where a part of the template begins in one paragraph or cell and ends in another, or where a text
    becomes elements: such a template has to be filled in before a document can be made of it.
    """
    if not filled_in_pages(kind):
        return ()
    settled = settle(template(kind, output).nodes, {"brand": look.brand}, output.ending, wording)
    sheet = read(unparsed(settled), marks=True)
    return parts(sheet, look, marks=True) if all(map(_is_whole, _groups(sheet))) else ()


def _is_whole(group: Iterable[Block | Row | Inline]) -> bool:
    """Whether what begins in a group ends there."""
    depth = 0
    for mark in (each.text for each in group if isinstance(each, Mark)):
        depth += mark.startswith("{{#") - mark.startswith("{{/")
        if depth < 0 or (depth == 0 and not mark.startswith("{{/")):
            return False
    return depth == 0


def _groups(sheet: Sheet) -> Iterator[Iterable[Block | Row | Inline]]:
    yield sheet.blocks
    yield sheet.foot
    for block in (*sheet.blocks, *sheet.foot):
        yield from _within(block)


def _within(block: Block) -> Iterator[Iterable[Block | Row | Inline]]:
    if isinstance(block, Paragraph):
        yield block.inlines
    elif isinstance(block, Beside):
        for group in (block.left, block.right):
            yield group
            for each in group:
                yield from _within(each)
    elif isinstance(block, Table | Pairs):
        yield block.rows
        yield from block.head if isinstance(block, Table) else ()
        yield from (cell for row in block.rows if isinstance(row, Row) for cell in row.cells)

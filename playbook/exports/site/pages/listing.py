"""The pages that list: items by group, on one page or, where they are many, on a page for each group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from playbook.exports.site.blocks import Block, Draft, Heading, Items, Para, Plain, Table
from playbook.exports.site.cells import cell
from playbook.exports.site.inlines import Inlines, Text, To
from playbook.exports.site.names import words
from playbook.exports.site.view import LONGEST, View, slug
from playbook.model.parts import Item

Row = tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Bunch:
    """Rows that belong together; `key` names the page of their own that they may get.

    `head` is given where the columns are not those of the whole listing.
    """

    key: str
    title: str
    rows: tuple[Row, ...]
    note: str = ""
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """A listing: its folder (`touchpoints`), the kind of its groups (`stage`), its table's head.

    A `flat` one shows its rows ungrouped as long as they fit one page.
    """

    folder: str
    by: str
    title: str
    head: tuple[str, ...]
    bunches: tuple[Bunch, ...]
    flat: bool = False


def register_pages(view: View, register: Register) -> Iterator[Draft]:
    """The listing's page, and those of its groups where one page would be too long."""
    index = f"{register.folder}/index.md"
    bunches = [bunch for bunch in register.bunches if bunch.rows]
    total = sum(len(bunch.rows) for bunch in bunches)
    if total <= LONGEST and register.flat:
        yield Draft(index, register.title, tuple(_flat(register, bunches)))
        return
    if total <= LONGEST:
        blocks = [block for bunch in bunches for block in _bunch(register, bunch, alone=len(bunches) == 1)]
        yield Draft(index, register.title, tuple(blocks))
        return
    entries = tuple((Plain(_door(view, register, bunch)),) for bunch in bunches)
    yield Draft(index, register.title, (Items(entries, style="doors"),))
    for bunch in bunches:
        yield from _own_pages(view, register, bunch)


def _flat(register: Register, bunches: Sequence[Bunch]) -> Iterator[Block]:
    """One table; groups with columns of their own follow it."""
    rows = tuple(row for bunch in bunches if not bunch.head for row in bunch.rows)
    if rows:
        yield Table(register.head, rows)
    for bunch in bunches:
        if bunch.head:
            yield from _bunch(register, bunch, alone=False)


def _bunch(register: Register, bunch: Bunch, *, alone: bool) -> Iterator[Block]:
    if bunch.title and not (alone and not register.by):
        yield Heading(2, bunch.title, f"{register.by}-{slug(bunch.key)}", linked=True)
    if bunch.note:
        yield Para(words(bunch.note), "quiet")
    yield Table(bunch.head or register.head, bunch.rows)


def _door(view: View, register: Register, bunch: Bunch) -> Inlines:
    link = To(_own_path(register, bunch, 1), words(bunch.title or register.title))
    return (link, Text(f" {view.number(len(bunch.rows))}"))


def _own_path(register: Register, bunch: Bunch, number: int) -> str:
    base = f"{register.folder}/{register.by or 'all'}/{slug(bunch.key) or 'all'}"
    return f"{base}.md" if number == 1 else f"{base}/{number}.md"


def _own_pages(view: View, register: Register, bunch: Bunch) -> Iterator[Draft]:
    """The pages of a group, each with as many rows as a page holds, linked one to the next."""
    starts = range(0, len(bunch.rows), LONGEST)
    title = bunch.title or register.title
    for number, start in enumerate(starts, 1):
        rows = bunch.rows[start : start + LONGEST]
        back = Para((To(f"{register.folder}/index.md", words(register.title)),), "quiet")
        parts: list[Block] = [back, Table(bunch.head or register.head, rows)]
        links = tuple(
            (Plain((To(_own_path(register, bunch, n), words(view.t("site.page", number=n))),)),)
            for n in _near(number, len(starts))
        )
        parts += [Items(links, style="pages")] if links else []
        name = title if number == 1 else f"{title}, {view.t('site.page', number=number)}"
        yield Draft(_own_path(register, bunch, number), name, tuple(parts))


def _near(number: int, count: int) -> list[int]:
    """The first page, the neighbors and the last one, as links."""
    return sorted({n for n in (1, number - 1, number + 1, count) if 1 <= n <= count and n != number})


def item_rows(view: View, items: Sequence[Item], columns: Sequence[str]) -> tuple[Row, ...]:
    """A row for each item: its linked name, then the columns."""
    return tuple(
        (
            view.link(item.noun, item.id),
            *(cell(view, item, column, view.playbook.brand_of(item)) for column in columns),
        )
        for item in items
    )


def head_of(view: View, noun: str, columns: Sequence[str]) -> tuple[str, ...]:
    """The titles of a listing's columns."""
    return (view.t("field.item.name"), *(view.t(f"field.{noun}.{column}") for column in columns))


def grouped(items: Sequence[Item], keys: Callable[[Item], Sequence[str]]) -> dict[str, list[Item]]:
    """The items by their keys, in order of first appearance; an item may stand under several."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            found[key].append(item)
    return found

"""The link to what a supplier needs, on the page of a piece or kit."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.exports.site.blocks import Block, Para
from playbook.exports.site.inlines import Break, Download, Text
from playbook.exports.site.names import words
from playbook.exports.site.parts import section
from playbook.exports.site.view import View
from playbook.model.parts import Item

_LARGE = 1_000_000


def pack(view: View, item: Item) -> Iterator[Block]:
    """The pack with its size, and what it is good for; nothing where there is none."""
    found = view.packs.get((item.noun, item.id))
    if found:
        link = Download(found.path, words(view.t("pack.link", size=_size(view, len(found.content)))))
        inside = (Para((link, Break(), Text(view.t("pack.about")))),)
        yield from section(view.t("pack.heading"), "pack", inside)


def _size(view: View, length: int) -> str:
    if length < _LARGE:
        return view.t("pack.size", number=view.number(max(1, round(length / 1000))))
    return view.t("pack.size-large", number=view.number(round(length / _LARGE, 1)))

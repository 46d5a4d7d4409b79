"""What is new: what the content itself dates, the latest first, never by files or their history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from playbook.brand import Brand
from playbook.choices import PieceStatus
from playbook.exports.site.blocks import Block, Items, Para
from playbook.exports.site.inlines import Inlines, To
from playbook.exports.site.names import words
from playbook.exports.site.parts import meta
from playbook.exports.site.view import View, brand_path
from playbook.model.piece import Piece

_SHOWN = 5
_READY = (PieceStatus.APPROVED, PieceStatus.IMPLEMENTED)
"""A piece that has since gone on to anything else is no news."""


@dataclass(frozen=True, slots=True)
class _Event:
    day: date
    name: str
    link: Inlines
    happened: Inlines


def news(view: View) -> Iterator[Block]:
    """The latest events up to today, some five."""
    today = view.options.today
    events = [event for event in _events(view) if today is None or event.day <= today]
    events.sort(key=lambda event: event.name.casefold())
    events.sort(key=lambda event: event.day, reverse=True)
    entries = tuple(tuple(_entry(event)) for event in events[:_SHOWN])
    if entries:
        yield Items(entries, style="news")


def _entry(event: _Event) -> Iterator[Block]:
    yield Para(event.link, "name")
    yield from meta(event.happened)


def _events(view: View) -> Iterator[_Event]:
    for brand in view.playbook.brands.values():
        yield from _version(view, brand)
    for piece in view.playbook.pieces.values():
        yield from _approval(view, piece)


def _version(view: View, brand: Brand) -> Iterator[_Event]:
    """A version of the brand's own; a sub-brand may have that of its master."""
    identity = brand.identity
    inherited = brand.id and identity.version == view.playbook.brand.identity.version
    if identity.version and identity.since and not inherited:
        name = view.t("site.news.version", brand=brand.name, version=identity.version)
        said = words(view.t("site.news.since", date=view.day(identity.since)))
        yield _Event(identity.since, name, (To(brand_path(brand), words(name)),), said)


def _approval(view: View, piece: Piece) -> Iterator[_Event]:
    day = piece.approved.date if piece.approved else None
    if day and piece.status in _READY:
        said = words(view.t("site.news.approved", date=view.day(day)))
        yield _Event(day, piece.name, view.link("piece", piece.id), said)

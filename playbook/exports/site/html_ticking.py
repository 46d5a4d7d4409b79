"""A checklist written as HTML: boxes that work with a pen, and with a script that counts and keeps them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from playbook.choices import Tick
from playbook.exports.site.html_inline import escape, inline
from playbook.exports.site.ticking import Resolve, Tally, Tickable, Ticks
from playbook.exports.site.urls import Place


def _ticks(block: Ticks, place: Place, _level: int) -> str:
    boxes = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.columns)
    about = f' <span class="pb-ticks__about">{escape(block.about)}</span>' if block.about else ""
    count = '<span class="pb-ticks__count"></span>'
    head = f'<thead><tr><th scope="col">{escape(block.title)}{about}{count}</th>{boxes}</tr></thead>'
    body = "\n".join(part for group in block.groups for part in _group(*group, block.columns, place))
    return f'<div class="pb-ticking"><table class="pb-ticks">\n{head}\n{body}\n</table></div>'


def _group(title: str, things: tuple[Tickable, ...], columns: tuple[str, str], place: Place) -> Iterator[str]:
    if title:
        head = f'<th colspan="3" scope="rowgroup">{escape(title)}</th>'
        yield f'<tbody class="pb-ticks__group"><tr>{head}</tr></tbody>'
    for thing in things:
        parts = (_row(part, columns, place, ' class="pb-ticks__part"') for part in thing.parts)
        rows = "\n".join((_row(thing, columns, place), *parts, *_also(thing)))
        yield f"<tbody>\n{rows}\n</tbody>"


def _also(thing: Tickable) -> Iterator[str]:
    if thing.also:
        yield f'<tr class="pb-ticks__also"><td colspan="3">{escape(thing.also)}</td></tr>'


def _row(thing: Tickable, columns: tuple[str, str], place: Place, classed: str = "") -> str:
    about = f' <span class="pb-ticks__about">{escape(thing.about)}</span>' if thing.about else ""
    on = (thing.tick is not Tick.MISSING, thing.tick is Tick.NEEDS_WORK)
    boxes = "".join(
        _box(f"{thing.name}: {column}", checked=checked) for column, checked in zip(columns, on, strict=True)
    )
    told = f'{classed} data-id="{escape(thing.id)}" data-is="{thing.tick}"'
    return f'<tr{told}><th scope="row">{inline(thing.words, place)}{about}</th>{boxes}</tr>'


def _box(label: str, *, checked: bool) -> str:
    """A box that says what it is for; a browser that goes back shows what the page says, not what it had."""
    on = " checked" if checked else ""
    return (
        f'<td><label><input type="checkbox" autocomplete="off" aria-label="{escape(label)}"{on}></label></td>'
    )


def _tally(block: Tally, place: Place, _level: int) -> str:
    said = dict(block.said)
    told = {
        "words": json.dumps(said, ensure_ascii=False),
        "root": place.root,
        "brand": block.brand,
        "new-file": block.new_file,
    }
    others = f' data-from="{escape(place.file(block.data))}"' if block.data else ""
    data = " ".join(f'data-{name}="{escape(value)}"' for name, value in told.items())
    write = (
        f'<a class="pb-tally__write" target="_blank" rel="noopener" hidden>{escape(said["write"])}</a>'
        if block.new_file
        else ""
    )
    return (
        f'<div class="pb-tally" data-search-exclude hidden {data}{others}>\n'
        '<p class="pb-tally__seen" aria-hidden="true"></p>\n<p class="pb-spoken" role="status"></p>\n'
        f'<div class="pb-tally__doing">{write}\n'
        f'<button type="button" data-do="take" class="pb-tally__take">{escape(said["take"])}</button></div>\n'
        '<p class="pb-tally__told" role="alert"></p>\n</div>\n'
        '<div class="pb-tally__more" data-search-exclude hidden>\n'
        f'<label class="pb-tally__open">{escape(said["open"])}'
        '<input type="file" accept=".yml,.yaml"></label>\n'
        f'<button type="button" data-do="clear">{escape(said["clear"])}</button>\n</div>'
    )


def _resolve(block: Resolve, _place: Place, _level: int) -> str:
    said = {name: escape(words) for name, words in block.said}
    heads = "".join(f'<th scope="col">{said[name]}</th>' for name in ("goal", "owner", "due"))
    goals = "\n".join([_goal(block, said)] * block.goals)
    return (
        '<form class="pb-resolve" data-search-exclude autocomplete="off">\n'
        f'<label class="pb-resolve__found">{said["conclusions"]}'
        '<textarea name="conclusions" rows="6" maxlength="10000"></textarea></label>\n'
        f'<table class="pb-resolve__goals"><thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{goals}\n</tbody></table>\n"
        f'<button type="button" data-do="goal" hidden>{said["more"]}</button>\n'
        f'<label class="pb-resolve__review">{said["review"]}'
        '<input type="date" name="review" data-empty></label>\n</form>'
    )


def _goal(block: Resolve, said: dict[str, str]) -> str:
    fields = {
        "goal": f'<input name="goal" aria-label="{said["goal"]}" maxlength="500">',
        "owner": _owner(block, said["owner"]),
        "due": f'<input type="date" name="due" aria-label="{said["due"]}" data-empty>',
    }
    cells = (f'<td data-label="{said[name]}">{field}</td>' for name, field in fields.items())
    return f"<tr>{''.join(cells)}</tr>"


def _owner(block: Resolve, label: str) -> str:
    """One of the roles that the playbook names; without any, free words."""
    if not block.owners:
        return f'<input name="owner" aria-label="{label}" maxlength="80">'
    options = (f'<option value="{escape(ident)}">{escape(name)}</option>' for ident, name in block.owners)
    empty = '<option value=""></option>'
    return f'<select name="owner" aria-label="{label}">{empty}{"".join(options)}</select>'


BLOCKS: dict[type, Callable[[Any, Place, int], str]] = {Ticks: _ticks, Tally: _tally, Resolve: _resolve}

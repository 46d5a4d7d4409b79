"""Blocks written as HTML that sits in Material's page as if Markdown had made it; every text is escaped.

Classes start with `pb-`; `theme/assets/playbook/components.css` sets them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from playbook.exports.site import html_feeling, html_listing, html_map, html_showing, html_sides, prose
from playbook.exports.site.blocks import (
    Block,
    Facts,
    Field,
    Figure,
    Filtered,
    Finder,
    Folded,
    Group,
    Heading,
    Items,
    Listing,
    Para,
    Plain,
    Prose,
    Quote,
    Rule,
    Step,
    Steps,
    Switch,
    Table,
    Walk,
)
from playbook.exports.site.feeling import Feelings
from playbook.exports.site.html_inline import escape, inline
from playbook.exports.site.journeymap import Map
from playbook.exports.site.showing import Specimen
from playbook.exports.site.sides import Sides
from playbook.exports.site.urls import Place

LAZY = ' loading="lazy"'
"""How pictures are marked that a browser fetches when somebody comes near."""
_CSS_VALUE = re.compile(r"[^\w\s#%.,'+-]")


def page(title: str, blocks: Iterable[Block], place: Place) -> str:
    """The body of a page, its title first; of its pictures only the first is fetched at once."""
    return f"<h1>{escape(title)}</h1>\n{write(blocks, place)}".replace(LAZY, "", 1)


def write(blocks: Iterable[Block], place: Place, level: int = 2) -> str:
    """The HTML of some blocks; prose among them stands in a section of `level`."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            level = block.level
        parts.append(_BLOCKS[type(block)](block, place, level))
    return "\n".join(parts)


def _classed(*names: str) -> str:
    shown = " ".join(f"pb-{name}" for name in names if name)
    return f' class="{shown}"' if shown else ""


def _id(anchor: str) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


def _heading(block: Heading, _place: Place, _level: int) -> str:
    words, level = escape(block.text), block.level
    if not block.anchor:
        return f"<h{level}>{words}</h{level}>"
    anchor = escape(block.anchor)
    link = f'<a class="headerlink" href="#{anchor}">&para;</a>'
    return f'<h{level} id="{anchor}">{words}{link}</h{level}>'


def _para(block: Para, place: Place, _level: int) -> str:
    return f"<p{_classed(block.style)}>{inline(block.inlines, place)}</p>"


def _plain(block: Plain, place: Place, _level: int) -> str:
    return inline(block.inlines, place)


def _prose(block: Prose, place: Place, level: int) -> str:
    text = block.markdown
    if prose.is_plain(text) and text.strip():
        body = f"<p>{escape(text)}</p>"
    else:
        body = write(prose.blocks(text, level), place, level)
    return f"<div{_classed(block.style)}>{body}</div>" if block.style else body


def _facts(block: Facts, place: Place, _level: int) -> str:
    rows = "\n".join(f"<div><dt>{escape(k)}</dt><dd>{inline(v, place)}</dd></div>" for k, v in block.rows)
    return f'<dl class="pb-facts">\n{rows}\n</dl>'


def _table(block: Table, place: Place, _level: int) -> str:
    kinds = [' class="pb-number"' if at in block.numbers else "" for at in range(len(block.head))]
    titles = [escape(title) for title in block.head]
    labels = [f' data-label="{title}"{kind}' for title, kind in zip(titles, kinds, strict=True)]
    head = "".join([f'<th scope="col"{kind}>{title}</th>' for title, kind in zip(titles, kinds, strict=True)])
    rows = [
        "".join([f"<td{label}>{inline(cell, place)}</td>" for label, cell in zip(labels, row, strict=False)])
        for row in block.rows
    ]
    body = "\n".join([f"<tr>{cells}</tr>" for cells in rows])
    return (
        '<div class="pb-table"><table class="pb-rows">\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table></div>"
    )


def _items(block: Items, place: Place, level: int) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    entries = "\n".join([f"<li>{write(entry, place, level)}</li>" for entry in block.entries])
    return f"<{tag}{_classed(block.style)}{start}>\n{entries}\n</{tag}>"


def _group(block: Group, place: Place, level: int) -> str:
    return f"<div{_id(block.anchor)}{_classed(block.style)}>\n{write(block.blocks, place, level)}\n</div>"


def _folded(block: Folded, place: Place, level: int) -> str:
    inside = write(block.blocks, place, level)
    return f'<details class="pb-folded"><summary>{escape(block.title)}</summary>\n{inside}\n</details>'


def _scripted(data: str, words: tuple[tuple[str, str], ...], place: Place) -> str:
    """What a script is told by its element: where its data stands, where the site begins, what to say."""
    said = escape(json.dumps(dict(words), ensure_ascii=False))
    return f'data-from="{escape(place.file(data))}" data-root="{escape(place.root)}" data-words="{said}"'


def _filtered(block: Filtered, place: Place, level: int) -> str:
    told = f'data-name="{escape(block.name)}" {_scripted(block.data, block.words, place)}'
    still = f'<div class="pb-filter__still">\n{write(block.blocks, place, level)}\n</div>'
    return f'<div class="pb-filter" {told}>\n{still}\n</div>'


def _finder(block: Finder, place: Place, _level: int) -> str:
    said = dict(block.words)
    return (
        f'<form class="pb-find" role="search" hidden {_scripted(block.data, block.words, place)}>\n'
        f'<label for="pb-find">{escape(said["label"])}</label>\n'
        f'<input id="pb-find" type="text" placeholder="{escape(said["example"])}" autocomplete="off"'
        ' autocapitalize="none" spellcheck="false" role="combobox" aria-autocomplete="list"'
        ' aria-expanded="false" aria-controls="pb-found">\n'
        f'<p role="status">{escape(said["hint"])}</p>\n</form>'
    )


def _switch(block: Switch, place: Place, _level: int) -> str:
    label, current = escape(block.label), ' aria-current="true"'
    links = "".join(
        f'<li><a href="{escape(place.page(to.path))}"{current if at == block.here else ""}>'
        f"{inline(to.inlines, place)}</a></li>"
        for at, to in enumerate(block.pages)
    )
    return f'<nav class="pb-switch" aria-label="{label}"><span>{label}</span><ul>{links}</ul></nav>'


def _field(block: Field, place: Place, level: int) -> str:
    style = f"--pb-ground:{block.ground};--pb-ink:{block.ink}"
    inside = write(block.blocks, place, level)
    return f'<div{_id(block.anchor)}{_classed("on", block.style)} style="{escape(style)}">\n{inside}\n</div>'


def _figure(block: Figure, place: Place, _level: int) -> str:
    ground = f"--pb-ground:{block.ground};--pb-ink:{block.ink}" if block.ground else ""
    style = _classed("plate" if ground else "picture", block.style)
    style += f' style="{escape(ground)}"' if ground else ""
    width = f' style="width:{escape(block.width)}"' if block.width else ""
    caption = f"<figcaption>{inline(block.caption, place)}</figcaption>" if block.caption else ""
    image = f'<img src="{escape(place.file(block.path))}" alt="{escape(block.alt)}"{width}{LAZY}>'
    return f"<figure{style}><div>{image}</div>{caption}</figure>"


def _specimen(block: Specimen, _place: Place, _level: int) -> str:
    style = ";".join(f"{name}:{_CSS_VALUE.sub('', value)}" for name, value in block.style)
    return f'<p class="pb-specimen" style="{escape(style)}">{escape(block.text)}</p>'


def _quote(block: Quote, place: Place, level: int) -> str:
    source = f'\n<p class="pb-source">{inline(block.source, place)}</p>' if block.source else ""
    return f'<blockquote class="pb-quote">\n{write(block.blocks, place, level)}{source}\n</blockquote>'


def _steps(block: Steps, place: Place, level: int) -> str:
    return (
        '<ol class="pb-steps">\n' + "\n".join(_step(step, place, level) for step in block.steps) + "\n</ol>"
    )


def _step(step: Step, place: Place, level: int) -> str:
    feeling = f" pb-feels pb-feels--{step.feeling}" if step.feeling else ""
    title = f'<p class="pb-step__title">{inline(step.title, place)}</p>'
    return f'<li{_id(step.anchor)} class="pb-step{feeling}">{title}\n{write(step.blocks, place, level)}</li>'


def _walk(block: Walk, place: Place, level: int) -> str:
    said = escape(json.dumps(dict(block.words), ensure_ascii=False))
    return f'<div class="pb-walk" data-words="{said}">\n{_steps(block.steps, place, level)}\n</div>'


def _rule(_block: Rule, _place: Place, _level: int) -> str:
    return "<hr>"


_BLOCKS: dict[type, Callable[[Any, Place, int], str]] = {
    Heading: _heading,
    Para: _para,
    Plain: _plain,
    Prose: _prose,
    Facts: _facts,
    Table: _table,
    Items: _items,
    Group: _group,
    Folded: _folded,
    Filtered: _filtered,
    Finder: _finder,
    Switch: _switch,
    Field: _field,
    Figure: _figure,
    Specimen: _specimen,
    Quote: _quote,
    Listing: html_listing.listing,
    Steps: _steps,
    Feelings: html_feeling.feelings,
    Map: html_map.journey_map,
    Sides: html_sides.sides,
    Walk: _walk,
    Rule: _rule,
    **html_showing.BLOCKS,
}

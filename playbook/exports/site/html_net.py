"""The network as HTML: boxes are links in lanes over a drawing of the ways; tables say the same in words."""

from __future__ import annotations

import json

from playbook.exports.site.html_inline import escape, inline
from playbook.exports.site.net import PAGE, ROW, Net, Node, lane_nodes
from playbook.exports.site.urls import Place

_REM = 20


def net(block: Net, place: Place, _level: int) -> str:
    """The drawing in a frame that scrolls, and the tables, which are all that a phone shows."""
    said = escape(json.dumps(dict(block.words), ensure_ascii=False))
    files = f'data-from="{escape(place.file(block.data))}" data-root="{escape(place.root)}"'
    long = " pb-net--long" if block.size[1] > PAGE * ROW else ""
    lanes = "\n".join(_lane(name, nodes, place) for name, nodes in lane_nodes(block))
    tables = "\n".join(_table(name, nodes, block, place) for name, nodes in lane_nodes(block))
    return (
        f'<div class="pb-net{long}" {files} data-words="{said}">\n{_legend(block)}\n'
        f'<div class="pb-net__view">'
        f'<div class="pb-net__frame" role="region" tabindex="0" aria-label="{escape(block.label)}">\n'
        f'<div class="pb-net__sheet" style="--pb-lane:{block.wide / _REM:g}rem">{_ways(block)}\n'
        f"{lanes}\n</div></div></div>\n<h2>{escape(dict(block.words)['words'])}</h2>\n"
        f'<div class="pb-net__words">\n{tables}\n</div></div>'
    )


def _legend(block: Net) -> str:
    on, back = (escape(words) for words in block.legend)
    forward, backward = _sample("", "M0 6H34", "M40 6l-7-4v8z"), _sample("back", "M40 6H6", "M0 6l7-4v8z")
    return f'<ul class="pb-net__legend"><li>{forward}{on}</li><li>{backward}{back}</li></ul>'


def _sample(style: str, line: str, tip: str) -> str:
    kind = f' class="pb-net__{style}"' if style else ""
    drawn = f'<path{kind} d="{line}"/><path class="pb-net__tips" d="{tip}"/>'
    return f'<svg viewBox="0 0 40 12" aria-hidden="true">{drawn}</svg>'


def _ways(block: Net) -> str:
    width, height = block.size
    drawn = block.curves()
    return (
        f'<svg class="pb-net__ways" viewBox="0 0 {width} {height}" aria-hidden="true"'
        f' style="width:{width / _REM:g}rem;height:{height / _REM:g}rem"><path d="{drawn.on}"/>'
        f'<path class="pb-net__back" d="{drawn.back}"/><path class="pb-net__tips" d="{drawn.tips}"/></svg>'
    )


def _lane(name: str, nodes: tuple[Node, ...], place: Place) -> str:
    boxes = "\n".join(_box(node, place) for node in nodes)
    return f"<section><h2>{escape(name)}</h2><ol>\n{boxes}\n</ol></section>"


def _box(node: Node, place: Place) -> str:
    about = f" <small>{escape(node.about)}</small>" if node.about else ""
    address = escape(place.page(node.path))
    return f'<li><a href="{address}"><span>{escape(node.name)}</span>{about}</a></li>'


def _table(name: str, nodes: tuple[Node, ...], block: Net, place: Place) -> str:
    titles = tuple(map(escape, block.head))
    head = "".join(f'<th scope="col">{title}</th>' for title in titles)
    rows = "\n".join(_row(node, titles, place) for node in nodes)
    return (
        f"<section><h3>{escape(name)}</h3>\n"
        f'<div class="pb-table"><table class="pb-rows"><thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div></section>"
    )


def _row(node: Node, titles: tuple[str, ...], place: Place) -> str:
    link = f'<a href="{escape(place.page(node.path))}">{escape(node.name)}</a>'
    cells = (link, escape(node.about), inline(node.after, place), inline(node.before, place))
    row = "".join(f'<td data-label="{title}">{told}</td>' for title, told in zip(titles, cells, strict=True))
    return f"<tr>{row}</tr>"

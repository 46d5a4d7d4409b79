"""A piece that is filled in on its page written as HTML: a frame in which nothing runs holds it."""

from __future__ import annotations

from playbook.exports.site.html_inline import escape
from playbook.exports.site.showing import Maker
from playbook.exports.site.urls import Place

_STYLE = (
    "html{background:#fff;color-scheme:light}"
    "html[data-ground=dark]{background:#1f1f1f}"
    "body{color:#000;font:14px/1.4 Arial,sans-serif;margin:16px}"
    "html:has(body>svg){background:#e6e6e6}"
    "body>svg{display:block;height:auto;margin:auto;max-height:var(--pb-room,360px);max-width:100%;"
    "outline:1px solid #8885;width:auto}"
    # Both sides of a card: one beside the other, or below it where there is no room.
    "body:has(>svg+svg){align-items:center;display:flex;flex-wrap:wrap;gap:16px;justify-content:center}"
    "body>svg:has(+svg),svg+svg{flex:1 1 240px;margin:0!important;max-width:480px!important;min-width:0}"
    "pre{font:13px/1.5 Consolas,Menlo,monospace;margin:0;white-space:pre-wrap}"
    # As mail programs of phones do: they make a message smaller rather than break its addresses.
    "@media(max-width:400px){body{margin:12px}body>table{zoom:.85}}"
    # Mail programs that darken a message turn its words light and leave its pictures as they are.
    "[data-ground=dark] td:not(:has(img,table)){filter:invert(1) hue-rotate(180deg)}"
)
_FACES = "assets/playbook/brand.css"
"""The style sheet that has the brand's fonts; where there is a form, its script adds it."""
START = f'<!doctype html><meta charset="utf-8"><base target="_blank"><style>{_STYLE}</style>'
"""What stands before the piece in its frame; its links open nothing, for the frame may open no window."""


def maker(block: Maker, place: Place, _level: int) -> str:
    """The piece in its frame; the script beside the data puts the form around it.

    The frame runs nothing. It counts as the page's own, or no script could write into it, and from a folder
    on disk it could show no picture.
    """
    body = block.document
    for address, file in block.pictures:
        body = body.replace(escape(address), escape(place.file(file)))
    if not block.drawn:
        body = f"<pre>{escape(body)}</pre>"
    form = (
        f'data-name="{escape(block.name)}" data-from="{escape(place.file(block.data))}"'
        f' data-root="{escape(place.root)}"'
    )
    if not block.data:
        body = f'<link rel="stylesheet" href="{escape(place.file(_FACES))}">{body}'
    return (
        f'<div class="pb-make" {form if block.data else "data-started data-whole"}>\n'
        '<div class="pb-make__preview">\n'
        f'<iframe class="pb-make__frame" title="{escape(block.title)}" sandbox="allow-same-origin"'
        f' srcdoc="{escape(START + body)}"></iframe>\n</div>\n</div>'
    )

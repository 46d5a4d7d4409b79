"""A review written as HTML; its script fills it."""

from __future__ import annotations

import json

from playbook.exports.site.html_inline import escape
from playbook.exports.site.showing import Reviewing
from playbook.exports.site.urls import Place


def reviewing(block: Reviewing, place: Place, _level: int) -> str:
    """The place for it; what is asked there is the same for every touchpoint, and nothing to search for."""
    said = escape(json.dumps(dict(block.words), ensure_ascii=False))
    data = escape(json.dumps([place.file(name) for name in block.data]))
    told = f'data-from="{data}" data-root="{escape(place.root)}" data-brand="{escape(block.brand)}"'
    still = f"<noscript><p>{escape(block.still)}</p></noscript>"
    return f'<div class="pb-review" data-search-exclude {told} data-words="{said}">{still}</div>'

"""A place to drop files on written as HTML; it shows itself once the page's script can judge them."""

from __future__ import annotations

from playbook.exports.site.html_inline import escape
from playbook.exports.site.showing import Dropping
from playbook.exports.site.urls import Place

_TAKEN = ".svg,.png,.jpg,.jpeg,.webp,.gif,.pdf"


def dropping(block: Dropping, place: Place, _level: int) -> str:
    """The field for files; what is said of it is the same on every page, and nothing to search for."""
    said = {name: escape(words) for name, words in block.texts}
    told = {
        "words": escape(place.file(block.words)),
        "brand": escape(place.file(block.brand)),
        "asked": escape(block.asked),
        "command": escape(block.command),
        "busy": said["busy"],
        "failed": said["failed"],
    }
    data = " ".join(f'data-{name}="{value}"' for name, value in told.items())
    other = f" <code>{told['command']}</code>" if block.command else ""
    return (
        f'<div class="pb-check" data-search-exclude {data}>\n'
        f"<noscript><p>{said['still']}{other}</p></noscript>\n"
        f'<div class="pb-check__zone" hidden><label for="pb-check">{said["label"]}</label>\n'
        f'<input id="pb-check" type="file" multiple accept="{_TAKEN}" aria-describedby="pb-check-help">\n'
        f'<p id="pb-check-help">{said["help"]}</p></div>\n</div>'
    )

"""A place to drop files on written as HTML; it shows itself once the page's script can judge them."""

from __future__ import annotations

from playbook.exports.site.html_inline import escape
from playbook.exports.site.showing import Dropping
from playbook.exports.site.urls import Place

_TAKEN = ".svg,.png,.jpg,.jpeg,.webp,.gif,.pdf"


def dropping(block: Dropping, place: Place, _level: int) -> str:
    """The field for files, what is said while they are judged, and room for the verdict."""
    said = {name: escape(words) for name, words in block.texts}
    return (
        f'<div class="pb-check" hidden data-words="{escape(place.file(block.words))}"'
        f' data-brand="{escape(place.file(block.brand))}" data-asked="{escape(block.asked)}"'
        f' data-command="{escape(block.command)}" data-busy="{said["busy"]}" data-failed="{said["failed"]}">\n'
        f'<div class="pb-check__zone"><label for="pb-check">{said["label"]}</label>\n'
        f'<input id="pb-check" type="file" multiple accept="{_TAKEN}" aria-describedby="pb-check-help">\n'
        f'<p id="pb-check-help">{said["help"]}</p></div>\n'
        '<p class="pb-check__status" role="status"></p>\n<div class="pb-check__out"></div>\n</div>'
    )

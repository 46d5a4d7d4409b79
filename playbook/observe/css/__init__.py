"""Style sheets: every color and font that they name, with variables followed where the file declares them."""

from __future__ import annotations

from playbook.handed import Handed
from playbook.observe.css.decoding import MAX_BYTES, decoded
from playbook.observe.css.offers import offers
from playbook.observe.css.sass import sass
from playbook.observe.css.sheet import Piece, Seen, read

__all__ = ["MAX_BYTES", "Piece", "Seen", "observe", "offers", "read", "sass"]


def observe(content: bytes) -> Handed:
    """What is seen in a style sheet in UTF-8.

    Raises:
        Unreadable: `too-large`, `not-text` or `too-deep-css`.
    """
    seen = read([Piece(decoded(content))])
    return Handed("css", len(content), inks=seen.inks, fonts=seen.fonts, not_judged=seen.not_judged)

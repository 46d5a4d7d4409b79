"""Style sheets: every color and font that they name, with variables followed where the file declares them."""

from __future__ import annotations

from playbook.handed import Handed
from playbook.observe.css.sheet import Piece, Seen, read
from playbook.observed import Unreadable

MAX_BYTES = 1_000_000
__all__ = ["MAX_BYTES", "Piece", "Seen", "observe", "read"]


def observe(content: bytes) -> Handed:
    """What is seen in a style sheet in UTF-8.

    Raises:
        Unreadable: `too-large`, `not-text` or `too-deep-css`.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable("too-large", size=len(content), limit=MAX_BYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("not-text") from error
    seen = read([Piece(text)])
    return Handed("css", len(content), inks=seen.inks, fonts=seen.fonts, not_judged=seen.not_judged)

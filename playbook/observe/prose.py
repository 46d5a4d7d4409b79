"""Plain text and Markdown: the words, with lines and columns as the file has them."""

from __future__ import annotations

import unicodedata

from playbook.handed import Handed, Spot, Wording
from playbook.observed import Unreadable

MAX_BYTES = 1_000_000
_ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def text(content: bytes) -> Handed:
    """What is said in a plain text.

    Raises:
        Unreadable: `too-large` or `not-text`.
    """
    return Handed("text", len(content), texts=(_whole(content),))


def markdown(content: bytes) -> Handed:
    """What is said in a page of Markdown, its code and addresses included: whoever judges leaves them out.

    Raises:
        Unreadable: `too-large` or `not-text`.
    """
    return Handed("markdown", len(content), texts=(_whole(content),))


def _whole(content: bytes) -> Wording:
    if len(content) > MAX_BYTES:
        raise Unreadable("too-large", size=len(content), limit=MAX_BYTES)
    try:
        told = content.decode(_ENCODINGS.get(content[:2], "utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable("not-text") from error
    return Wording(unicodedata.normalize("NFC", told), Spot(line=1, column=1))

"""The bytes of a style sheet as text."""

from __future__ import annotations

from playbook.observed import Unreadable

MAX_BYTES = 1_000_000


def decoded(content: bytes) -> str:
    """The text of a sheet in UTF-8.

    Raises:
        Unreadable: `too-large` or `not-text`.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable("too-large", size=len(content), limit=MAX_BYTES)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("not-text") from error

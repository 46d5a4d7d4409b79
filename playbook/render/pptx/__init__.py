"""Presentations: a kind's filled-in HTML and the brand as a PPTX file.

The file is a master to work with: the brand's theme, its layouts with places for text and pictures, and the
document's slides made with them. Its parts are data, in `templates/pptx/`.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from playbook.diagnostics import Location, Problem
from playbook.render.look import Document, Look
from playbook.render.pptx.deck import deck
from playbook.render.pptx.logo import on_field, on_page
from playbook.render.pptx.parts import parts

__all__ = ["pptx"]

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every part, so that equal content is equal bytes; ZIP knows none before."""

_IN_WORDS = Problem("slides.in-words", Location("brand/logo.yml"), hint="slides.in-words-hint")


def pptx(html: str, look: Look) -> Document:
    """The presentation of a filled-in HTML document; equal arguments give equal bytes.

    Where a logo cannot be shown the brand's name stands for it, and a problem says so.

    Raises:
        TooLong: if a part of it would be longer than any document.
    """
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for path, content in parts(deck(html), look):
            info = ZipInfo(path, _FIRST_DAY)
            info.create_system = 0  # the same on every system
            file.writestr(info, content, ZIP_DEFLATED)
    unseen = (look.logo and not on_page(look)) or (look.brand["mark"] and not on_field(look))
    return Document(made.getvalue(), (_IN_WORDS,) if unseen else ())

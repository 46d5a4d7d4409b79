"""Documents for text processors: a sheet and the brand as a DOCX file.

Styles, colors and fonts are those of the brand's theme, so that they follow when it changes. Its parts are
data, in `templates/docx/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from playbook.render.docx.parts import Part, parts
from playbook.render.docx.tidy import tidy
from playbook.render.fill import fill
from playbook.render.filters import Wording

__all__ = ["Part", "packed", "parts"]

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every part, so that equal content is equal bytes; ZIP knows none before."""


def packed(found: tuple[Part, ...], known: Mapping[str, Any], wording: Wording) -> bytes:
    """The file of some parts, their marks filled in; equal arguments give equal bytes.

    Nothing is compressed: the page's script makes the same file, byte for byte.

    Raises:
        TooLong: as `fill` has it.
    """
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as file:
        for part in found:
            info = ZipInfo(part.path, _FIRST_DAY)
            info.create_system = 0  # the same on every system
            file.writestr(info, _content(part, known, wording))
    return made.getvalue()


def _content(part: Part, known: Mapping[str, Any], wording: Wording) -> bytes:
    if isinstance(part.content, bytes):
        return part.content
    return tidy(fill(part.content, known, "xml", wording)).encode()

"""Pictures of files, for reports: drawings less what could run, pixels as they are, pages of PDF painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

from playbook.observe.raster import opened
from playbook.observe.sniff import sniff
from playbook.observe.svg.clean import harmless
from playbook.observed import Unreadable

_LONGEST = 1_600
"""Pixels of a picture's longer side, where it is painted or made smaller here."""
_HEAVY = 2_000_000
"""Bytes of a picture of pixels that is made smaller."""
_FINEST = 4.0
"""Pixels to a point: small pages are painted no finer."""
_PIXELS = frozenset({"png", "jpeg", "webp", "gif"})

Portrait = tuple[int, str, bytes]
"""Page (0 where there are none), the media type after `image/`, and the picture."""


def prepare() -> None:
    """Load the painter of PDF, where it is installed: later, this process may load no library."""
    if find_spec("pypdfium2"):
        import pypdfium2  # noqa: F401


def portraits(name: str, content: bytes, pages: Sequence[int]) -> Iterator[Portrait]:
    """A picture of a file, or of these pages of it; nothing of kinds that a browser alone can show.

    Raises:
        Unreadable: `no-pdf-painter`, or as the kind's readers have it.
    """
    kind = sniff(name, content)
    if kind == "svg":
        yield 0, "svg+xml", harmless(content)
    elif kind in _PIXELS:
        yield (0, kind, content) if len(content) <= _HEAVY else (0, *_smaller(content))
    elif kind == "pdf":
        yield from _painted(content, pages)


def _smaller(content: bytes) -> tuple[str, bytes]:
    image = opened(content)
    image.draft("RGB", (_LONGEST, _LONGEST))
    clear = image.has_transparency_data
    upright = ImageOps.exif_transpose(image).convert("RGBA" if clear else "RGB")
    upright.thumbnail((_LONGEST, _LONGEST))
    kind = "png" if clear else "jpeg"
    return kind, _encoded(upright, kind)


def _painted(content: bytes, pages: Sequence[int]) -> Iterator[Portrait]:
    try:
        import pypdfium2
    except ImportError as error:
        raise Unreadable("no-pdf-painter") from error
    document: Any = pypdfium2.PdfDocument(content)
    for number in pages:
        if 1 <= number <= len(document):
            page = document[number - 1]
            scale = min(_FINEST, _LONGEST / max(1.0, *page.get_size()))
            yield number, "jpeg", _encoded(page.render(scale=scale).to_pil().convert("RGB"), "jpeg")


def _encoded(image: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    image.save(file, kind, quality=88)
    return file.getvalue()

"""PDF: pages and their boxes, colors as they are painted, fonts, pictures and texts."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from fontTools.misc.transform import Transform

from playbook.handed import Handed, Ink, Lettering, Plate, Spot, Unjudged, Wording
from playbook.observe.pdf.fonts import embedded, family, named
from playbook.observe.pdf.painted import Painted
from playbook.observe.pdf.painting import MM_PER_POINT, Canvas
from playbook.observe.pdf.spaces import resolved
from playbook.observed import Unreadable

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PAGES = 200
"""Pages looked at; that there are more is told."""
_TURNED = tuple(
    Transform(*matrix)
    for matrix in ((1, 0, 0, -1, 0, 1), (0, 1, 1, 0, 0, 0), (-1, 0, 0, 1, 1, 0), (0, -1, -1, 0, 1, 1))
)
"""From a square as PDF has it, upwards, to the same as it is seen, for each quarter turn clockwise."""
_MOST_TEXT = 800_000
"""Bytes of content, of all pages together, in which texts are looked for: that takes five seconds."""


def observe(content: bytes) -> Handed:
    """What is seen in a PDF.

    Raises:
        Unreadable: `no-pdf-reader`, `encrypted` or `damaged`.
    """
    try:
        import pypdf
    except ImportError as error:
        raise Unreadable("no-pdf-reader") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _seen(_opened(pypdf, content), len(content))
        except (Unreadable, MemoryError):
            raise
        except Exception as error:
            # The reader of PDFs raises whatever broken bytes lead it to; what is caught here is its own.
            raise Unreadable("damaged") from error


def _opened(pypdf: Any, content: bytes) -> PdfReader:
    reader: PdfReader = pypdf.PdfReader(BytesIO(content))
    if reader.is_encrypted:
        try:
            opens = reader.decrypt("")
        except Exception as error:  # the ciphers that it needs may be missing
            raise Unreadable("encrypted") from error
        if not opens:
            raise Unreadable("encrypted")
    return reader


def _seen(reader: PdfReader, size: int) -> Handed:
    painted = Painted()
    plates: list[Plate] = []
    texts: list[Wording] = []
    count = len(reader.pages)
    if not count:
        raise Unreadable("damaged")
    for number in range(1, min(count, MAX_PAGES) + 1):
        _page(reader.pages[number - 1], number, painted, plates, texts)
    return Handed(
        kind="pdf",
        size=size,
        inks=tuple(_inks(painted)),
        fonts=tuple(_fonts(painted)),
        texts=tuple(texts),
        plates=tuple(plates),
        pictures=tuple(painted.pictures),
        not_judged=tuple(_doubts(painted, count)),
        facts=_facts(reader, count),
    )


def _page(page: PageObject, number: int, painted: Painted, plates: list[Plate], texts: list[Wording]) -> None:
    """Gather one page; what breaks on it leaves the others readable."""
    try:
        plates.append(_plate(page, number))
        painted.frames[number] = _frame(page)
        before = painted.left
        contents = page.get_contents()
        if contents is not None:
            Canvas(painted, number, page.get("/Resources")).paint(contents.get_data())
        painted.read += before - painted.left
        if painted.read > _MOST_TEXT:
            painted.read -= before - painted.left
            painted.doubts["pdf-text", number] = None
        elif told := " ".join(page.extract_text().split()):
            texts.append(Wording(told, Spot(page=number)))
    except (Unreadable, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - as above
        painted.doubts["pdf-page", number] = None


def _plate(page: PageObject, number: int) -> Plate:
    """The page as it is seen; trim and bleed where it has a trim box."""
    unit = float(page.get("/UserUnit", 1)) * MM_PER_POINT
    told = "/TrimBox" in page  # asked first: the reader fills boxes in as it is asked for them
    crop, trim, bleed = page.cropbox, page.trimbox, page.bleedbox
    sizes = [(float(box.width) * unit, float(box.height) * unit) for box in (crop, trim)]
    if page.rotation % 180:
        sizes = [(high, wide) for wide, high in sizes]
    (wide, high), trimmed = ((round(a, 2), round(b, 2)) for a, b in sizes)
    margins = (
        float(trim.left - bleed.left),
        float(trim.bottom - bleed.bottom),
        float(bleed.right - trim.right),
        float(bleed.top - trim.top),
    )
    around = round(max(0.0, min(margins)) * unit, 2)
    return Plate(wide, high, "mm", Spot(page=number), trimmed if told else None, around if told else None)


def _frame(page: PageObject) -> Transform:
    """From the page's points to shares of its sides, as it is seen: cropped and turned."""
    box = page.cropbox
    left, bottom, width, height = (float(part) for part in (box.left, box.bottom, box.width, box.height))
    turned = _TURNED[page.rotation // 90 % 4]
    matrix: Transform = turned.scale(1 / width, 1 / height).translate(-left, -bottom)
    return matrix


def _inks(painted: Painted) -> Iterator[Ink]:
    for key, count in painted.inks.items():
        (found, role, _), spot = key, painted.spot(key)
        if found.space != "spot":
            yield Ink(found.color, found.written, role, spot, count, found.space, found.channels)
        for name in found.names:
            yield Ink(found.color, found.written, role, spot, count, "spot", found.channels, name)


def _fonts(painted: Painted) -> Iterator[Lettering]:
    for (ident, page), count in painted.fonts.items():
        font = painted.known[ident]
        if name := named(font):
            spot = painted.spot((ident, page))
            yield Lettering(family(font, name), name, spot, count, embedded(font))
        else:
            painted.doubts["pdf-type3", page] = None


def _doubts(painted: Painted, pages: int) -> Iterator[Unjudged]:
    for message, page in painted.doubts:
        yield f"not-judged.{message}", {"page": page}
    if pages > MAX_PAGES:
        yield "not-judged.pdf-pages", {"count": pages, "limit": MAX_PAGES}


def _facts(reader: PdfReader, pages: int) -> dict[str, str | int | float]:
    root: Any = resolved(reader.trailer["/Root"])
    told = {
        "title": str((reader.metadata and reader.metadata.title) or "")[:300],
        "lang": str(resolved(root.get("/Lang")) or "")[:40],
    }
    marked = resolved(root.get("/MarkInfo"))
    tagged = hasattr(marked, "get") and bool(resolved(marked.get("/Marked")))
    return {name: value for name, value in told.items() if value} | {
        "pdf.pages": pages,
        "pdf.tagged": int(tagged),
    }

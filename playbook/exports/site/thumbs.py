"""Small pictures of pieces: the file that shows one, or else the example of what is made here."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import PurePosixPath

from playbook.artifact import Artifact
from playbook.exports.site.makers import Form, form
from playbook.exports.site.showing import Thumb
from playbook.exports.site.view import View
from playbook.kinds.fields import KindOutput
from playbook.making.cache import remembered
from playbook.making.embed import embedded, faces
from playbook.making.facsimile import facsimile
from playbook.making.lettering import FontFace
from playbook.model.piece import Piece
from playbook.observe import observe
from playbook.observe.svg.walk import view_box
from playbook.observe.svg.xmltree import parse
from playbook.observed import RasterFacts, Unreadable
from playbook.published import ASSETS

FOLDER = f"{ASSETS}/thumbs"

_HEAVIEST = 300_000
"""Bytes of a file that stands among many; a heavier one is seen on the piece's own page."""
_KINDS = {".svg": "svg+xml", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp"}
_PX = {"px": 1.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_A4 = (794, 1123)
_SIGNATURE = (480, 300)
_AROUND = 32
"""px of the ground that a mail stands on."""
_SMALLEST, _LARGEST = 100, 4000
"""px of a page's sides."""


def thumbs(view: View) -> Iterator[tuple[str, Thumb, Artifact | None]]:
    """The pictures by the ids of their pieces, each with its file where that is not published already."""
    for piece in view.playbook.pieces.values():
        if own := _own(view, piece):
            yield piece.id, own, None
        elif found := form(view, piece):
            yield from _made(view, found)


def _own(view: View, piece: Piece) -> Thumb | None:
    """The first of a piece's files that shows something."""
    for file in piece.files:
        path = view.file(None, file.file)
        content = view.contents.get(path, b"")
        size = _size(path, content) if 0 < len(content) <= _HEAVIEST else None
        if size:
            return Thumb(path, *size, piece.alt or file.name or piece.name)
    return None


def _size(path: str, content: bytes) -> tuple[int, int] | None:
    """Width and height of a picture, in its own measure."""
    try:
        if path.lower().endswith(".svg"):
            box = view_box(parse(content))
            return (round(box[2]) or 1, round(box[3]) or 1) if box else None
        seen = observe(path, content)
    except Unreadable:
        return None
    return (seen.width, seen.height) if isinstance(seen, RasterFacts) else None


def _made(view: View, found: Form) -> Iterator[tuple[str, Thumb, Artifact]]:
    first = found.kind.outputs[0]
    svg = _picture(view, found, first) if first.ending in ("html", "svg") else b""
    name = sha256(svg).hexdigest()[:16]
    size = view.once(("thumb", name), lambda: _size("made.svg", svg))
    if size:
        file = Artifact(f"{FOLDER}/{name}.svg", svg)
        yield found.piece.id, Thumb(file.path, *size, view.t("thumb.alt", name=found.piece.name)), file


def _picture(view: View, found: Form, output: KindOutput) -> bytes:
    """What comes out as a drawing; what is alike is drawn once.

    Mail does without the brand's fonts, for whoever gets it has not got them.
    """
    mailed = output.ending == "html" and output.width
    fonts = () if mailed else faces(found.brand, found.read)
    pictures = dict(_pictures(view, found.pictures))
    parts = (output.ending, found.made[output.template], _page(found, output), pictures, fonts)
    return remembered(view.store, "thumb", parts, lambda: _drawn(*parts))


def _drawn(
    ending: str,
    document: str,
    page: tuple[int, int],
    pictures: Mapping[str, str],
    fonts: tuple[FontFace, ...],
) -> bytes:
    svg = document if ending == "svg" else facsimile(document, page, pictures)
    return embedded(svg, fonts, small=True).encode()


def _pictures(view: View, pictures: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The pictures themselves by the addresses of the web at which documents look for them."""
    for address, path in pictures.items():
        kind = _KINDS.get(PurePosixPath(path).suffix.lower())
        content = view.contents.get(path, b"")
        if kind and 0 < len(content) <= _HEAVIEST:
            yield address, f"data:image/{kind};base64,{b64encode(content).decode()}"


def _page(found: Form, output: KindOutput) -> tuple[int, int]:
    """How much of a document is seen, in px: of mail its beginning, of paper a page.

    The pixels that a piece asks for are not those of a page, but of pictures on it.
    """
    if output.copied:
        return _SIGNATURE
    if output.width:
        wide = output.width + 2 * _AROUND
        return wide, wide * 5 // 4
    asked = [(size.width, size.height, size.unit) for size in found.piece.requirements.sizes]
    usual = [(size.width, size.height, size.unit) for size in found.kind.sizes]
    for width, height, unit in [*(size for size in asked if size[2] != "px"), *usual]:
        wide, high = round(width * _PX[unit]), round((height or 0) * _PX[unit])
        if _SMALLEST <= wide <= _LARGEST and _SMALLEST <= high <= _LARGEST:
            return wide, high
    return _A4

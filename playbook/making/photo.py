"""A photo as a document holds it: upright, no larger than its place, made anew and bare of what it tells.

Cameras write where and when a photo was taken into it; nothing of that is kept.
"""

from __future__ import annotations

import math
from base64 import b64encode
from io import BytesIO

from PIL import Image, ImageOps

from playbook.kinds.fields import Place
from playbook.observe.raster import observe

LARGEST = 30_000_000
"""Bytes of a picture that is read."""

_MOST = 900_000
"""Bytes of the picture that is made."""
_QUALITIES = (85, 70, 55, 40, 25, 10)
_WIDEST = 2560
"""px of a photo whose place has no size."""


def short(content: bytes, place: Place | None) -> tuple[int, int, int]:
    """The width and height of a picture, and by how many percent it is too small for its place; 0 if it fits.

    Raises:
        Unreadable: as `observe` tells, for what is no picture or too large.
    """
    seen = observe(content)
    lacks = max(place.width / seen.width, place.height / seen.height) - 1 if place else 0
    return seen.width, seen.height, max(0, math.ceil(lacks * 100))


def embedded(content: bytes, place: Place | None) -> str:
    """The picture as a `data:image/` address holds it, less these words; `short` has judged it before.

    Empty for one that stays too heavy.
    """
    with Image.open(BytesIO(content)) as opened:
        upright = ImageOps.exif_transpose(opened)
        scale = min(1.0, _scale(upright, place))
        size = (max(1, round(upright.width * scale)), max(1, round(upright.height * scale)))
        made = _opaque(upright).resize(size, Image.Resampling.LANCZOS)
    files = (_jpeg(made, quality) for quality in _QUALITIES)
    light = next((file for file in files if len(file) <= _MOST), None)
    return f"jpeg;base64,{b64encode(light).decode()}" if light else ""


def _scale(image: Image.Image, place: Place | None) -> float:
    if place:
        return max(place.width / image.width, place.height / image.height)
    return _WIDEST / max(image.size)


def _opaque(image: Image.Image) -> Image.Image:
    """What shows through is white, as on paper."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")


def _jpeg(image: Image.Image, quality: int) -> bytes:
    target = BytesIO()
    image.save(target, "JPEG", quality=quality)
    return target.getvalue()

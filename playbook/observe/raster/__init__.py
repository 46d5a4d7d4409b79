"""Pixel pictures: PNG, JPEG, WebP and GIF."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from PIL import Image, UnidentifiedImageError

from playbook.observe.raster.patches import Pixel, areas
from playbook.observed import RasterFacts, Swatch, Unreadable

MAX_BYTES = 30_000_000
MAX_PIXELS = 50_000_000
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_ORIENTATION = 0x0112
_TURNED = range(5, 9)
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture stand as it is shown. Source: Exif 2.32, tag Orientation."""
_SAMPLE = 200
_OPAQUE = 250
_NEAR = 8
_MOST_SWATCHES = 16
# Deeper grays and others have no plain way to 8 bits a channel.
_COLORED = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr"})


def observe(content: bytes, *, placed: bool = False) -> RasterFacts:
    """The facts of a picture; where it is asked for, also where in it each color lies, which takes its time.

    Raises:
        Unreadable: `too-large`, `too-many-pixels`, `not-raster` or `truncated`.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable("too-large", size=len(content), limit=MAX_BYTES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _facts(opened(content), placed=placed)
        except Unreadable:
            raise
        except UnidentifiedImageError as error:
            raise Unreadable("not-raster") from error
        except Exception as error:
            # Decoders raise whatever broken bytes lead them to; what is caught here is theirs.
            raise Unreadable("truncated") from error


def opened(content: bytes) -> Image.Image:
    """A picture whose pixels are not looked at yet, within bounds.

    Raises:
        Unreadable: `too-many-pixels`.
    """
    try:
        image = Image.open(BytesIO(content), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise Unreadable("too-many-pixels", limit=MAX_PIXELS) from error
    if image.width * image.height > MAX_PIXELS:
        raise Unreadable("too-many-pixels", limit=MAX_PIXELS)
    return image


def _facts(image: Image.Image, *, placed: bool) -> RasterFacts:
    orientation = image.getexif().get(_ORIENTATION, 1)
    size = image.size[::-1] if orientation in _TURNED else image.size
    mode = image.mode
    has_alpha = image.has_transparency_data
    dpi = _dpi(image.info.get("dpi"))
    image.load()
    return RasterFacts(
        format=(image.format or "").lower(),
        width=size[0],
        height=size[1],
        mode=mode,
        has_alpha=has_alpha,
        dpi=dpi,
        swatches=_swatches(image, orientation, placed=placed) if mode in _COLORED else (),
    )


def _dpi(told: Any) -> float | None:
    """The smaller of both directions; PNG's dots per meter are brought back to the round number meant."""
    try:
        least = min(float(value) for value in told)
    except (TypeError, ValueError, ArithmeticError):
        return None
    return round(least, 2) if math.isfinite(least) and least > 1 else None


def _swatches(image: Image.Image, orientation: int, *, placed: bool) -> tuple[Swatch, ...]:
    """From a sample of the pixels, taken without blending, so that colors stay exact."""
    sample = image.resize(
        (min(image.width, _SAMPLE), min(image.height, _SAMPLE)), Image.Resampling.NEAREST
    ).convert("RGBA" if image.has_transparency_data else "RGB")
    if orientation in _UPRIGHT:
        sample = sample.transpose(_UPRIGHT[orientation])
    found: Any = sample.getcolors(_SAMPLE * _SAMPLE) or ()
    opaque = [(count, pixel[:3]) for count, pixel in found if len(pixel) == 3 or pixel[3] >= _OPAQUE]
    total = sum(count for count, _ in opaque)
    ordered = sorted(opaque, key=lambda entry: (-entry[0], entry[1]))
    kept, meant = _merged(ordered)
    where = areas(sample, meant) if placed else {}
    return tuple(
        Swatch("#{:02X}{:02X}{:02X}".format(*pixel), count / total, count, where.get(pixel, ()))
        for pixel, count in sorted(kept.items(), key=lambda entry: (-entry[1], entry[0]))
    )


def _merged(ordered: Iterable[tuple[int, Pixel]]) -> tuple[dict[Pixel, int], dict[Pixel, Pixel]]:
    """Counts per color, near-equal ones added to the commoner; beyond the most that is kept, left out.

    Also, which color each of them counts as.
    """
    kept: dict[Pixel, int] = {}
    meant: dict[Pixel, Pixel] = {}
    for count, pixel in ordered:
        near = next((other for other in kept if _near(pixel, other)), None)
        if near is not None:
            kept[near] += count
        elif len(kept) < _MOST_SWATCHES:
            near, kept[pixel] = pixel, count
        if near is not None:
            meant[pixel] = near
    return kept, meant


def _near(a: Pixel, b: Pixel) -> bool:
    return abs(a[0] - b[0]) <= _NEAR and abs(a[1] - b[1]) <= _NEAR and abs(a[2] - b[2]) <= _NEAR

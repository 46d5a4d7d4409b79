"""Pictures of what is made, small enough to be kept beside the tests, and compared as an eye would.

Another version of the browser or of poppler smooths edges otherwise, and that is let pass: what counts is how
much the squares of a picture differ, on the whole and where they differ most.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops
from syrupy.extensions.single_file import SingleFileSnapshotExtension

WIDE = 160
"""px of a kept picture."""
SQUARE = 8
"""px of a side of the squares that are compared."""
MEAN, MOST = 2.5, 32.0
"""How far squares may be apart, of 255: all of them on the whole, and any of them in any color."""
DENSITY = 110
"""Dots per inch at which pages are drawn before they are made small."""

needs_pdftoppm = pytest.mark.skipif(
    shutil.which("pdftoppm") is None and "CI" not in os.environ, reason="needs pdftoppm (poppler-utils)"
)


def pages(pdf: bytes, *more: str, density: int = DENSITY) -> Image.Image:
    """The first two pages of a PDF, one below the other."""
    asked = ["pdftoppm", "-png", "-r", str(density), "-l", "2", *more, "-"]
    made = subprocess.run(asked, input=pdf, capture_output=True, check=True).stdout
    starts = [at for at in range(len(made)) if made.startswith(b"\x89PNG", at)]
    found = [Image.open(BytesIO(made[at:])).convert("RGB") for at in starts]
    whole = Image.new("RGB", (max(each.width for each in found), sum(each.height for each in found)), "white")
    for number, each in enumerate(found):
        whole.paste(each, (0, sum(above.height for above in found[:number])))
    return whole


def small(picture: Image.Image) -> bytes:
    """A picture as it is kept: PNG, `WIDE` px wide, in no more colors than it needs."""
    high = round(picture.height * WIDE / picture.width)
    shrunk = picture.convert("RGB").resize((WIDE, high), Image.Resampling.BOX)
    made = BytesIO()
    shrunk.quantize(64, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


def apart(one: bytes, other: bytes) -> tuple[float, float]:
    """How far the squares of two pictures are apart: on the whole, and where it is most."""
    first, second = (_opened(each) for each in (one, other))
    if first.size != second.size:
        return 255.0, 255.0
    found = list(_squares(first, second))
    return sum(map(max, found)) / len(found), max(map(max, found))


def alike(one: bytes, other: bytes) -> bool:
    mean, most = apart(one, other)
    return mean <= MEAN and most <= MOST


def _opened(content: bytes) -> Image.Image:
    with Image.open(BytesIO(content)) as picture:
        return picture.convert("RGB")


def _squares(first: Image.Image, second: Image.Image) -> Iterator[tuple[float, ...]]:
    """By how much each square differs in red, green and blue."""
    size = (-(-first.width // SQUARE), -(-first.height // SQUARE))
    one, other = (each.resize(size, Image.Resampling.BOX) for each in (first, second))
    differences = iter(ImageChops.difference(one, other).tobytes())
    yield from zip(differences, differences, differences, strict=True)


class Drawn(SingleFileSnapshotExtension):
    """A small picture beside the test; `--snapshot-update` takes what is made as what should be."""

    file_extension = "png"

    def matches(self, *, serialized_data: Any, snapshot_data: Any) -> bool:
        return alike(serialized_data, snapshot_data)

    def diff_lines(self, serialized_data: Any, snapshot_data: Any) -> Iterator[str]:
        mean, most = apart(serialized_data, snapshot_data)
        yield f"squares are {mean:.1f} apart on the whole, of {MEAN}, and up to {most:.1f}, of {MOST}"

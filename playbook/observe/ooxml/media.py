"""Pictures in Office documents: what they are, and at which size they are shown."""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePosixPath

from PIL import Image

from playbook.handed import Placed, Spot
from playbook.observe.ooxml.package import Package, Relation

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")


@dataclass(frozen=True, slots=True)
class Frame:
    """How a picture is shown: the shares of its sides that cropping leaves, its size in mm, its alt text."""

    spot: Spot
    crop: tuple[float, float] = (1.0, 1.0)
    shown: tuple[float, float] | None = None
    alt: str | None = None


def placed(package: Package, relation: Relation, frame: Frame) -> Placed:
    """A picture as it is shown; its pixels are those that are left to see."""
    kind = PurePosixPath(relation.target).suffix.lower()[1:]
    bare = Placed(
        frame.spot, "jpeg" if kind == "jpg" else kind, None, frame.shown, frame.alt, relation.target
    )
    if relation.external or relation.target not in package:
        return bare
    content = package.bytes(relation.target)
    size = pixels(content)
    seen = size and (round(size[0] * frame.crop[0]), round(size[1] * frame.crop[1]))
    return replace(bare, pixels=seen, digest=hashlib.sha256(content).hexdigest())


def pixels(content: bytes) -> tuple[int, int] | None:
    """The size that a picture's head tells, None of drawings and of what cannot be read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(content), formats=_FORMATS) as image:
                return image.size
        except Exception:  # noqa: BLE001 - decoders raise whatever broken bytes lead them to
            return None

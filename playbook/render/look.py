"""What of a brand a document is set in, beyond what its template shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playbook.diagnostics import Problem


class MissingExtra(Exception):  # noqa: N818 - no error of the program: something is not installed
    """A format cannot be made without the extra of this name: `pip install 'brand-playbook[pdf]'`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Face:
    """A font file of the role `heading` or `body`: its bytes as the brand has them (WOFF2, TTF or OTF).

    `weight` is one number, or two for a variable font. `free` says whether the licence lets it stand in a
    document.
    """

    role: str
    family: str
    weight: str
    style: str
    content: bytes
    free: bool = True


@dataclass(frozen=True, slots=True)
class Ink:
    """A color of the palette in print; `cmyk` in percent, empty where the brand does not say."""

    name: str
    cmyk: tuple[float, ...] = ()
    pantone: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """The brand as a maker of documents has it.

    `brand` is what templates see under `brand`; reading it is noted. `logo` holds the bytes of the first
    logo that is for light grounds, `logo_kind` their format (`svg`, `png`, `jpeg`), `logo_ratio` its width by
    its height. `logo_dots` is the logo as PNG or JPEG: the same for a picture, empty for a drawing that
    could not be drawn.
    """

    brand: Mapping[str, Any]
    faces: tuple[Face, ...] = ()
    logo: bytes = b""
    logo_kind: str = ""
    logo_alt: str = ""
    logo_ratio: float = 1.0
    logo_dots: bytes = b""
    inks: Mapping[str, Ink] = field(default_factory=dict)
    """The palette's colors as printers know them, by their values on light pages: `#561B3F`."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of office or print, and what is not as it should be in it."""

    content: bytes
    problems: tuple[Problem, ...] = ()

"""Drawings as dots, for programs that show no drawings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playbook.render.look import MissingExtra

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.drawing), format: "svg", width: 360pt)
"""
_DENSITY = 240
"""Dots per inch: the drawing becomes 1200 px wide."""
_OWN, _ASKED = 96, 72
"""Dots per inch at which a px of a drawing is a dot, as CSS has it, and at which a point is one."""
_PICTURE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(
  bytes(sys.inputs.drawing), format: "svg",
  width: if sys.inputs.width == "" { auto } else { float(sys.inputs.width) * 1pt },
)
"""


@lru_cache(maxsize=32)
def png(svg: bytes) -> bytes:
    """A harmless drawing as PNG with a clear ground, 1200 px wide; empty where it cannot be drawn.

    Raises:
        MissingExtra: without what draws it.
    """
    return _run(_PAGE, {"drawing": svg.decode("utf-8", "replace")}, _DENSITY)


def picture(svg: str, width: int | None, fonts: Iterable[bytes]) -> bytes:
    """A drawing with its text as PNG, `width` px wide or as it says itself; empty where it cannot be drawn.

    `fonts` are files (TTF or OTF) by whose own names the drawing asks for them; text that none of them is for
    is set in another one.

    Raises:
        MissingExtra: without what draws it.
    """
    told = {"drawing": svg, "width": str(width or "")}
    with TemporaryDirectory() as folder:
        for number, font in enumerate(fonts):
            Path(folder, f"{number}.ttf").write_bytes(font)
        return _run(_PICTURE, told, _ASKED if width else _OWN, font_paths=[folder])


def _run(page: bytes, told: dict[str, str], density: int, **more: Any) -> bytes:
    try:
        import typst
    except ImportError as error:
        raise MissingExtra("pdf") from error
    try:
        made: bytes = typst.compile(
            page, format="png", ppi=density, ignore_system_fonts=True, sys_inputs=told, **more
        )
    except typst.TypstError:
        return b""
    return made

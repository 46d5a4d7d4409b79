"""Drawings as dots, for programs that show no drawings."""

from __future__ import annotations

from functools import lru_cache

from playbook.render.look import MissingExtra

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.drawing), format: "svg", width: 360pt)
"""
_DENSITY = 240
"""Dots per inch: the drawing becomes 1200 px wide."""


@lru_cache(maxsize=32)
def png(svg: bytes) -> bytes:
    """A harmless drawing as PNG with a clear ground, 1200 px wide; empty where it cannot be drawn.

    Raises:
        MissingExtra: without what draws it.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtra("pdf") from error
    try:
        return typst.compile(
            _PAGE,
            format="png",
            ppi=_DENSITY,
            ignore_system_fonts=True,
            sys_inputs={"drawing": svg.decode("utf-8", "replace")},
        )
    except typst.TypstError:
        return b""

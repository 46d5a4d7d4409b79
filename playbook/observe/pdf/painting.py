"""What the content of a page paints: colors as used, fonts, pictures at the size they are shown."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from fontTools.misc.transform import Transform

from playbook.diagnostics import Area
from playbook.handed import InkRole, Placed, Spot
from playbook.observe.pdf.functions import evaluated, turns
from playbook.observe.pdf.painted import Extent, Painted, State
from playbook.observe.pdf.scan import Operand, operators
from playbook.observe.pdf.spaces import (
    CMYK,
    GRAY,
    RGB,
    Space,
    initial,
    mixed,
    resolved,
    space,
)
from playbook.observe.pdf.tracing import PATHS, SETS, Lines, Path

MM_PER_POINT = 25.4 / 72
_DEEPEST = 12
_EFFORT = 200
"""Bytes that each thing counts as beside its content: empty ones take time, too."""
_MOST_STATES = 64
_DEVICE = {"g": GRAY, "rg": RGB, "k": CMYK}
_PAINTS = {
    **dict.fromkeys(("f", "F", "f*"), "f"),
    **dict.fromkeys(("S", "s"), "s"),
    **dict.fromkeys(("B", "B*", "b", "b*"), "fs"),
}
_ENDS = _PAINTS.keys() | {"n"}
_UNIT = (0.0, 0.0, 1.0, 1.0)
"""The box of a picture in its own coordinates."""
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_TEXT = {0: "f", 1: "s", 2: "fs", 4: "f", 5: "s", 6: "fs"}


class Canvas:
    """One page, or something drawn on it, being read."""

    def __init__(self, painted: Painted, page: int, resources: Any, depth: int = 0) -> None:
        self._painted = painted
        self._page = page
        self._resources = resolved(resources)
        self._depth = depth
        self._state = State()
        self._saved: list[State] = []
        self._path = Path()
        self._lines = Lines()

    def paint(self, content: bytes, state: State | None = None) -> None:
        """Follow the operators of a content."""
        self._painted.left -= len(content) + _EFFORT
        if self._painted.left < 0:
            self._doubt("pdf-large")
            return
        self._state = state or self._state
        for operator, operands in operators(content):
            self._follow(operator, operands)

    def _follow(self, operator: str, operands: list[Operand]) -> None:
        numbers = tuple(part for part in operands if isinstance(part, float))
        if operator in PATHS:
            self._path.add(operator, numbers)
            return
        names = [part for part in operands if isinstance(part, str)]
        if operator in _ENDS:
            path, self._path = self._path, Path()
            self._use(_PAINTS.get(operator, ""), "fill", self._area(path.box))
        elif operator in SETS:
            self._lines.move(operator, numbers)
        elif operator in _SHOWS:
            self._show(operator)
        elif operator.lower() in _DEVICE:
            self._set(operator, (_DEVICE[operator.lower()], numbers, ""))
        elif operator in ("cs", "CS") and names:
            found = self._space(names[-1])
            self._set(operator, (found, initial(found), ""))
        elif operator in ("sc", "scn", "SC", "SCN"):
            within = (self._state.stroke if operator.isupper() else self._state.fill)[0]
            self._set(operator, (within, numbers, names[-1] if names else ""))
        else:
            self._arrange(operator, numbers, names)

    def _arrange(self, operator: str, numbers: tuple[float, ...], names: Sequence[str]) -> None:
        """Operators that change where and how, or draw something from elsewhere."""
        if operator == "q" and len(self._saved) < _MOST_STATES:
            self._saved.append(self._state)
        elif operator == "Q" and self._saved:
            self._state = self._saved.pop()
        elif operator == "cm" and len(numbers) == 6:
            self._state = replace(self._state, matrix=self._state.matrix.transform(numbers))
        elif operator == "Tf" and names:
            self._state = replace(self._state, font=names[-1], size=numbers[-1] if numbers else 0.0)
        elif operator == "Tr" and numbers:
            self._state = replace(self._state, mode=int(numbers[-1]))
        elif names:
            self._reach(operator, names)

    def _reach(self, operator: str, names: Sequence[str]) -> None:
        """Operators that use a resource by its name."""
        if operator == "gs":
            self._blend(self._resource("/ExtGState", names[-1]))
        elif operator == "Do":
            self._draw(self._resource("/XObject", names[-1]))
        elif operator == "sh":
            self._shade(self._resource("/Shading", names[-1]), None)

    def _set(self, operator: str, color: tuple[Space, tuple[float, ...], str]) -> None:
        if operator.isupper():
            self._state = replace(self._state, stroke=color)
        else:
            self._state = replace(self._state, fill=color)

    def _resource(self, kind: str, name: str) -> Any:
        known = self._resources if hasattr(self._resources, "get") else {}
        group = resolved(known.get(kind))
        return resolved(group.get(name)) if hasattr(group, "get") else None

    def _space(self, name: str) -> Space:
        told = self._resource("/ColorSpace", name)
        return space(name if told is None else told)

    def _area(self, box: Extent | None, matrix: Transform | None = None) -> Area | None:
        """The part of the page that a box of the present coordinates fills, where that is known."""
        if box is None or not self._state.here:
            return None
        return self._painted.area(self._page, box, matrix or self._state.matrix)

    def _use(self, sides: str, role: InkRole, area: Area | None) -> None:
        if "f" in sides:
            self._count(self._state.fill, self._state.fill_alpha, role, area)
        if "s" in sides:
            self._count(self._state.stroke, self._state.stroke_alpha, "stroke", area)

    def _count(
        self, color: tuple[Space, tuple[float, ...], str], alpha: float, role: InkRole, area: Area | None
    ) -> None:
        within, parts, pattern = color
        if pattern or within.kind == "pattern":
            self._fill_with(self._resource("/Pattern", pattern), area)
            return
        found = mixed(within, parts)
        if found is not None and alpha > 0:
            seen = f"{found.color}{round(alpha * 255):02X}" if alpha < 1 and found.color else found.color
            self._painted.ink((replace(found, color=seen), role, self._page), area)
        elif within.kind == "unknown":
            self._doubt("pdf-space")

    def _show(self, operator: str) -> None:
        font = self._resource("/Font", self._state.font)
        matrix = self._lines.shown(operator, self._state.matrix)
        area = self._area((0.0, 0.0, 0.0, self._state.size), matrix) if matrix else None
        if font is not None:
            self._painted.font(font, self._page, area)
        self._use(_TEXT.get(self._state.mode, ""), "text", area)

    def _blend(self, told: Any) -> None:
        if hasattr(told, "get"):
            fill, stroke = (_share(told.get(key)) for key in ("/ca", "/CA"))
            self._state = replace(
                self._state,
                fill_alpha=self._state.fill_alpha if fill is None else fill,
                stroke_alpha=self._state.stroke_alpha if stroke is None else stroke,
            )

    def _draw(self, thing: Any) -> None:
        if not hasattr(thing, "get_data"):
            return
        if thing.get("/Subtype") == "/Form":
            self._inner(thing, self._state)
        elif thing.get("/ImageMask"):
            self._use("f", "fill", self._area(_UNIT))
        elif thing.get("/Subtype") == "/Image":
            self._painted.pictures.append(self._placed(thing))

    def _inner(self, thing: Any, state: State) -> None:
        """Follow a form or a tile, in its own space and with its own resources."""
        if self._depth >= _DEEPEST:
            self._doubt("pdf-deep")
            return
        matrix = [float(part) for part in resolved(thing.get("/Matrix")) or ()]
        if len(matrix) == 6:
            state = replace(state, matrix=state.matrix.transform(matrix))
        own = thing.get("/Resources", self._resources)
        Canvas(self._painted, self._page, own, self._depth + 1).paint(thing.get_data(), state)

    def _fill_with(self, pattern: Any, area: Area | None) -> None:
        if hasattr(pattern, "get_data"):
            self._inner(pattern, replace(self._state, here=False))
        elif hasattr(pattern, "get"):
            self._shade(resolved(pattern.get("/Shading")), area)

    def _shade(self, shading: Any, area: Area | None) -> None:
        """The colors that a gradient goes through; meshes are not followed."""
        told = shading if hasattr(shading, "get") else {}
        function, within = resolved(told.get("/Function")), space(told.get("/ColorSpace"))
        values = [evaluated(function, (turn,)) for turn in turns(function)]
        found = [mixed(within, parts) if parts else None for parts in values]
        if not all(found):
            self._doubt("pdf-shading")
        for color in filter(None, found):
            self._painted.ink((color, "fill", self._page), area)

    def _placed(self, image: Any) -> Placed:
        matrix = self._state.matrix
        wide = math.hypot(matrix.xx, matrix.xy) * MM_PER_POINT
        high = math.hypot(matrix.yx, matrix.yy) * MM_PER_POINT
        filters = resolved(image.get("/Filter"))
        last = str(filters[-1] if isinstance(filters, list) and filters else filters)
        kind = {"/DCTDecode": "jpeg", "/JPXDecode": "jpeg2000"}.get(last, "pixels")
        raw = getattr(image, "_data", b"") if kind == "jpeg" else b""
        area = self._area(_UNIT)
        return Placed(
            Spot(page=self._page, areas=(area,) if area else ()),
            kind,
            (int(image.get("/Width", 0)), int(image.get("/Height", 0))),
            (round(wide, 3), round(high, 3)) if wide and high else None,
            digest=hashlib.sha256(raw).hexdigest() if isinstance(raw, bytes) and raw else "",
        )

    def _doubt(self, message: str) -> None:
        self._painted.doubts[message, self._page] = None


def _share(told: Any) -> float | None:
    value = resolved(told)
    return None if value is None else min(1.0, max(0.0, float(value)))

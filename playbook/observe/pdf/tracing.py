"""Where on a page something is drawn: the box of a path, the point that a text is set from.

Source: ISO 32000-2, 8.5.2 (path construction) and 9.4.2 (text positioning).
"""

from __future__ import annotations

import math

from fontTools.misc.transform import Identity, Transform

from playbook.observe.pdf.painted import Extent

PATHS = frozenset({"m", "l", "c", "v", "y", "re"})
SETS = frozenset({"BT", "Td", "TD", "Tm", "T*", "TL"})
_MOST_POINTS = 10_000
_COUNTS = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4}


class Path:
    """The path that is being made; of curves the box holds their handles, too."""

    def __init__(self) -> None:
        self._points: list[float] = []

    def add(self, operator: str, numbers: tuple[float, ...]) -> None:
        """Go on as an operator says; one with the wrong count of numbers is passed over."""
        if len(numbers) != _COUNTS[operator]:
            return
        if operator == "re":
            left, low, wide, high = numbers
            numbers = (left, low, left + wide, low + high)
        self._points += numbers
        if len(self._points) > _MOST_POINTS:
            self._points = list(self.box or ())

    @property
    def box(self) -> Extent | None:
        """The box around it, None where there is none."""
        if not self._points:
            return None
        across, down = self._points[::2], self._points[1::2]
        return min(across), min(down), max(across), max(down)


class Lines:
    """Where the lines of a text begin. What follows on one line stands where only its font knows."""

    def __init__(self) -> None:
        self._begins = Identity
        self._leading = 0.0
        self._known = True

    def move(self, operator: str, numbers: tuple[float, ...]) -> None:
        """Go where an operator says."""
        if operator == "BT":
            self._go(Identity)
        elif operator == "Tm" and len(numbers) == 6:
            self._go(Transform(*numbers))
        elif operator == "TL" and numbers:
            self._leading = numbers[-1]
        elif operator == "T*":
            self._go(self._begins.translate(0, -self._leading))
        elif operator in ("Td", "TD") and len(numbers) == 2:
            self._leading = -numbers[1] if operator == "TD" else self._leading
            self._go(self._begins.translate(*numbers))

    def shown(self, operator: str, matrix: Transform) -> Transform | None:
        """The matrix of a text that is shown now, None where its beginning is not known."""
        if operator in ("'", '"'):
            self.move("T*", ())
        known, self._known = self._known, False
        found: Transform = matrix.transform(self._begins)
        return found if known and all(math.isfinite(part) for part in found) else None

    def _go(self, begins: Transform) -> None:
        self._begins, self._known = begins, True

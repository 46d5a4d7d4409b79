"""The proportions of a piece as small frames: what is known of its looks before it is made."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.kinds import Kind
from playbook.model.piece import Piece

WIDE, HIGH = 160, 128
"""The drawing's own measures."""

_ROOM = (124.0, 72.0)
_LETTER, _LINE = 8, 16
"""Room that the word needs in the drawing: a letter's width, its height, with some air around."""
_MOST = 3
"""Sizes that are drawn into each other; more are a tangle."""

Frame = tuple[int, int]


def frames(piece: Piece, kind: Kind | None) -> tuple[Frame, ...]:
    """Width and height of each proportion that the piece is needed in, or else its kind usually is."""
    asked = [(size.width, size.height) for size in piece.requirements.sizes]
    usual = [(size.width, size.height) for size in kind.sizes] if kind else []
    return tuple(dict.fromkeys(_fitted(asked or usual)))[:_MOST]


def _fitted(sizes: Iterable[tuple[float, float | None]]) -> Iterable[Frame]:
    for wide, high in sizes:
        if high:
            scale = min(_ROOM[0] / wide, _ROOM[1] / high)
            yield max(1, round(wide * scale)), max(1, round(high * scale))


def label(piece: Piece, kind: Kind | None) -> str:
    """What stands in the middle: the format, in a word."""
    formats = piece.requirements.format or (kind.format if kind else ())
    return formats[0] if formats else ""


def label_y(drawn: Iterable[Frame], word: str) -> int:
    """How far down the middle of the word stands: in the frames, or below them where one would cross it."""
    sides = list(drawn)
    crossed = any(wide < _LETTER * len(word) or high < _LINE for wide, high in sides)
    return HIGH // 2 + (max(high for _, high in sides) // 2 + _LINE if crossed else 0)

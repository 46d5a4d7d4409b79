"""Pictures of a file in a report, with numbered marks at the places of its findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from playbook.diagnostics import Area, Diagnostic
from playbook.handed import Plate
from playbook.i18n import text
from playbook.report.badges import Board, Point
from playbook.report.excerpt import one_line
from playbook.report.words import message

if TYPE_CHECKING:
    from playbook.reading import Portraits
    from playbook.verdicts import Judged

_MOST_PAGES = 8
"""Pages of one file that are shown."""
_HIGHEST, _WIDEST, _LEAST = 36.0, 40.0, 12.0
"""In rem: a picture's sides, and the width that one of few pixels is brought to."""
_PX_PER_REM = 16


def pages(judged: Judged) -> tuple[int, ...]:
    """The pages to show: the first ones where something was found, or just the first."""
    places = [diagnostic.location for diagnostic in judged.found]
    found = sorted({page for place in places for page in (place.page, *dict(place.areas))} - {0})
    return tuple(found[:_MOST_PAGES]) or (1,)


class Seen:
    """A file with its pictures; `prefix` begins the names of its marks on the page."""

    def __init__(self, judged: Judged, portraits: Portraits, prefix: str, lang: str) -> None:
        self._judged = judged
        self._portraits = portraits
        self._lang = lang
        self.prefix = prefix

    @property
    def has_pictures(self) -> bool:
        """Whether there is anything to see."""
        return bool(self._portraits.pages)

    def mark(self, number: int, diagnostic: Diagnostic) -> str:
        """The name of a finding's first mark on the pictures; empty where it has none."""
        shown = (page for page, _ in diagnostic.location.areas if page in self._portraits.pages)
        page = next(shown, None)
        return "" if page is None else self._mark(number, page)

    def _mark(self, number: int, page: int) -> str:
        return f"m{self.prefix}{number}{f'-{page}' if page else ''}"

    def figures(self) -> Iterator[str]:
        """The pictures, or why there are none; nothing of a file that could not be read at all."""
        refused = self._portraits.refused
        if refused and self._judged.readable:
            yield f'<p class="place">{escape(text(self._lang, refused.message, refused.facts))}</p>'
        if self.has_pictures:
            yield '<div class="pictures">'
            yield from (self._figure(page, address) for page, address in self._portraits.pages.items())
            yield "</div>"

    def _figure(self, page: int, address: str) -> str:
        width, height = self._size(page, address)
        marks = "".join(self._marked(page, width, height))
        name = text(self._lang, "report.picture", {"file": one_line(self._judged.path)})
        caption = text(self._lang, "report.page", {"page": page}) if page else ""
        told = f"{name}, {caption}" if caption else name
        return (
            f'<figure>\n<div class="canvas" style="width:min(100%,{width:.4g}rem);--b:{150 / width:.4g}cqw">'
            f'<img src="{escape(address)}" alt="{escape(told)}">{marks}</div>\n'
            f"{f'<figcaption>{escape(caption)}</figcaption>' if caption else ''}</figure>"
        )

    def _size(self, page: int, address: str) -> tuple[float, float]:
        """Width and height in rem."""
        at = max(0, page - 1)
        plate = self._judged.plates[at] if at < len(self._judged.plates) else Plate(3, 2, "mm")
        ratio = min(50.0, max(0.02, plate.width / plate.height)) if plate.height else 1.0
        width = min(_WIDEST, _HIGHEST * ratio)
        if plate.unit == "px" and not address.startswith("data:image/svg"):
            width = min(width, max(_LEAST, plate.width / _PX_PER_REM))
        return width, width / ratio

    def _marked(self, page: int, width: float, height: float) -> Iterator[str]:
        """The marks of a page, those of small things over those of large ones."""
        numbered = [
            (number, found, areas)
            for number, found in enumerate(self._judged.found, 1)
            if (areas := [area for at, area in found.location.areas if at == page])
        ]
        board = Board(width, height, (area for _, _, areas in numbered for area in areas))
        for number, found, areas in sorted(numbered, key=lambda entry: -max(map(_size, entry[2]))):
            parts = "".join(_parts(areas, number, board))
            name = escape(f"{number}: {one_line(message(found, self._lang))}")
            yield (
                f'<a class="mark {found.severity}" id="{self._mark(number, page)}"'
                f' href="#f{self.prefix}{number}" aria-label="{name}">{parts}</a>'
            )


def _size(area: Area) -> float:
    return (area[2] - area[0]) * (area[3] - area[1])


def _parts(areas: Sequence[Area], number: int, board: Board) -> Iterator[str]:
    """A box for each area; of those close together one bears the number."""
    placed: list[Point] = []
    for area in areas:
        left, top, right, bottom = (min(1.0, max(0.0, edge)) * 100 for edge in area)
        box = f"left:{left:.2f}%;top:{top:.2f}%;width:{right - left:.2f}%;height:{bottom - top:.2f}%"
        yield f'<span style="{box}"></span>'
        if not board.has_near(area, placed):
            placed.append(board.place(area))
            across, down = (part * 100 for part in placed[-1])
            yield f'<b style="left:{across:.2f}%;top:{down:.2f}%">{number}</b>'

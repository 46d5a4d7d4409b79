"""Sizes and formats that are not those asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.case import Case
from playbook.diagnostics import Fact, Problem
from playbook.handed import Placed, Plate
from playbook.rulings import Options

_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4}
_NEAR = {"px": 0.5, "mm": 1.0}
"""What a side may be off: programs round, and saws cut by the millimeter."""
_PROPORTION = 0.005
_SAME = {"jpg": "jpeg", "htm": "html", "mail": "html", "md": "markdown", "txt": "text", "tif": "tiff"}
_WORDS = "text"
"""The words of a piece may be handed in on their own."""
_FAMILIES = {"word": "docx", "powerpoint": "pptx"}
_SIZE = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(k|m|g)?i?b(?:ytes)?\s*", re.IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
_MOST = 5
_HAND, _ROOM, _STREET = 300, 150, 100
"""dpi of what is held in the hand, hangs in a room, stands across a street."""
_IN_HAND, _IN_ROOM = 420, 1000
"""mm of the longer side up to which a print is looked at from so near."""

Side = tuple[float, float | None]


def check(case: Case, _options: Options) -> Iterator[Problem]:
    """A file has the format, the size, the bleed and the resolution that its piece asks for.

    Why:
        A network cuts what has another proportion, a printer sends back what has no bleed, and a large
        picture of few pixels shows them.
    Fix:
        Export anew with the values that the finding names. Where the requirement is out of date, change it in
        the piece's file.
    Source:
        The piece's own `requirements`; without them, the sizes that its kind usually has. Pixels for print:
        300 per inch in the hand (up to 420 mm), 150 in a room (up to 1 m), 100 beyond, unless the piece says
        otherwise. Large prints may be drawn at a tenth of their size.
    Wrong:
        content/pieces/post.yml
            name: Post
            kind: social-post
            requirements: {format: SVG, sizes: [{width: 1080, height: 1080}]}
        post.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 800"/>
    Right:
        content/pieces/post.yml
            name: Post
            kind: social-post
            requirements: {format: SVG, sizes: [{width: 1080, height: 1080}]}
        post.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 1080"/>
    """
    yield from _format(case)
    yield from _weight(case)
    wanted = list(sides(case))
    for plate in case.handed.plates[:1] if wanted else ():
        yield from _size(case, plate, wanted)
    for plate in case.handed.plates[:_MOST]:
        yield from _bleed(case, plate)
    yield from _resolution(case)


def _format(case: Case) -> Iterator[Problem]:
    claimed = str(case.handed.facts.get("suffix", ""))
    kind = _kind(case.handed.kind)
    if claimed:
        yield Problem(
            "file-size.suffix", case.at(), {"claimed": claimed, "kind": kind}, "file-size.suffix-hint"
        )
    asked = formats(case)
    if asked and kind not in {_WORDS, "markdown", *(_kind(name) for name in asked)}:
        facts: dict[str, Fact] = {"kind": kind.upper(), "asked": tuple(asked)}
        yield Problem("file-size.format", case.at(), facts, "file-size.format-hint")


def formats(case: Case) -> tuple[str, ...]:
    """The formats asked for, as they are written; none where every one will do."""
    return case.required.format or (case.kind.format if case.kind else ())


def _kind(name: str) -> str:
    word = name.strip().lower().lstrip(".")
    return _SAME.get(word, _FAMILIES.get(word, word))


def _weight(case: Case) -> Iterator[Problem]:
    most = heaviest(case)
    if most is not None and case.handed.size > most:
        facts = {"size": _bytes(case.handed.size), "most": case.required.file_size or ""}
        yield Problem("file-size.weight", case.at(), facts, "file-size.weight-hint")


def heaviest(case: Case) -> float | None:
    """The most bytes; kilobytes and megabytes are thousands, as networks and mail programs count them."""
    said = _SIZE.fullmatch(case.required.file_size or "")
    return float(said[1].replace(",", ".")) * _UNITS[(said[2] or "").lower()] if said else None


def _bytes(size: int) -> str:
    unit, name = (1_000_000, "MB") if size >= 1_000_000 else (1_000, "KB")
    return f"{size / unit:.1f} {name}"


def sides(case: Case) -> Iterator[tuple[Side, str]]:
    """The sizes asked for: width and height in px or mm, and which of the two."""
    sizes = case.required.sizes or (case.kind.sizes if case.kind else ())
    for size in sizes:
        factor = _MM.get(size.unit)
        scale = factor or 1
        yield (size.width * scale, size.height * scale if size.height else None), "mm" if factor else "px"


def _size(case: Case, plate: Plate, wanted: list[tuple[Side, str]]) -> Iterator[Problem]:
    drawn = plate.trim or (plate.width, plate.height)
    if any(_fits(case, drawn, plate.unit, side, unit) for side, unit in wanted):
        return
    facts: dict[str, Fact] = {
        "size": _said(drawn, plate.unit),
        "asked": tuple(_said(side, unit) for side, unit in wanted),
    }
    yield Problem("file-size.size", case.at(plate.spot), facts, "file-size.size-hint")


def _fits(case: Case, drawn: tuple[float, float], unit: str, side: Side, asked: str) -> bool:
    """Of drawings without pixels the proportion is enough; so it is of large prints at a tenth."""
    width, height = drawn
    if case.handed.kind == "svg" or unit != asked:
        return side[1] is None or abs(width / height - side[0] / side[1]) <= _PROPORTION * width / height
    near = _NEAR["px" if unit == "px" else "mm"]
    scales = (1.0, 0.1) if asked == "mm" and max(side[0], side[1] or 0) >= _IN_ROOM else (1.0,)
    return any(
        abs(width - side[0] * scale) <= near and (side[1] is None or abs(height - side[1] * scale) <= near)
        for scale in scales
    )


def _said(side: Side, unit: str) -> str:
    width, height = side
    sides = [f"{round(side, 1):.15g}" for side in (width, height) if side is not None]
    return f"{' × '.join(sides)} {unit}"


def _bleed(case: Case, plate: Plate) -> Iterator[Problem]:
    asked = case.required.bleed
    if asked and plate.unit == "mm" and (plate.bleed or 0) + 0.05 < asked:
        facts = {"bleed": round(plate.bleed or 0, 1), "asked": asked}
        yield Problem("file-size.bleed", case.at(plate.spot), facts, "file-size.bleed-hint")


def _resolution(case: Case) -> Iterator[Problem]:
    """Pictures on paper that are shown larger than their pixels allow; only where it is a piece for print."""
    plates = case.handed.plates
    printed = case.required.resolution or any(unit == "mm" for _, unit in sides(case))
    if not plates or plates[0].unit != "mm" or not printed:
        return
    least = case.required.resolution or _needed(max(plates[0].width, plates[0].height))
    coarse = [(dpi, picture) for picture in case.handed.pictures if (dpi := _dpi(picture)) and dpi < least]
    for dpi, picture in sorted(coarse, key=lambda entry: entry[0])[:_MOST]:
        facts = {"dpi": round(dpi), "least": least}
        yield Problem("file-size.coarse", case.at(picture.spot), facts, "file-size.coarse-hint")


def _needed(longest: float) -> int:
    return _HAND if longest <= _IN_HAND else _ROOM if longest <= _IN_ROOM else _STREET


def _dpi(picture: Placed) -> float | None:
    if not picture.pixels or not picture.shown or not all(picture.shown):
        return None
    return min(have / (shown / 25.4) for have, shown in zip(picture.pixels, picture.shown, strict=True))

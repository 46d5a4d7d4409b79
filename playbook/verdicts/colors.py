"""Colors that are not the brand's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from playbook.case import Case
from playbook.color import BLACK, WHITE, Color, parse
from playbook.diagnostics import Fact, Problem
from playbook.handed import Ink, Spot
from playbook.palette import Token, nearest, shown, tokens
from playbook.pixels import drawing
from playbook.rulings import Options

_TOLD = 8
"""Colors of one file that are told one by one."""
_JUDGED = 2_000
"""Colors of one file that are compared with the palette."""
_LOSSY = frozenset({"jpeg", "webp"})
_LOSS = 2.0
"""CIEDE2000 by which such a format moves the colors of areas."""
_THEME = "@place.theme "
"""How observers begin the names of a theme's colors; the styles that nobody uses are programs' own."""
_ACCENT = f"{_THEME}accent"
_OFFICE = (
    "4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646",
    "5B9BD5 ED7D31 A5A5A5 FFC000 4472C4 70AD47",
    "4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47",
    "156082 E97132 196B24 0F9ED5 A02B93 4EA72E",
)
"""The accents of new documents in Office: 2007 and 2010, 2013 (two), and since 2023."""
_NEUTRAL = {"black": BLACK, "white": WHITE}


@dataclass(frozen=True, slots=True)
class _Seen:
    """A color of the file, how often it is used and where, and the palette's nearest."""

    color: Color
    first: Ink
    spots: tuple[Spot, ...]
    count: int
    away: float
    token: str
    meant: Color


def check(case: Case, options: Options) -> Iterator[Problem]:
    """The colors of a file are those of the palette.

    Why:
        A color that is nearly right looks like a mistake beside the right one, and one that is not the
        brand's makes people doubt who is speaking.
    Fix:
        Take the value that the hint names from the palette; in most programs a color can be replaced
        everywhere at once. A color that is needed belongs into brand/colors.yml first.
    Source:
        Ours; a commercial preflight tool, too, takes colors up to a difference of 5 (CIEDE2000) for near
        misses. In SVG what says nothing is black. Of photos no color is judged, and of drawings in pixels
        none that only lies where two others meet. JPEG and WebP change colors by
        themselves, so that there a difference of up to 2 is none.
    Options:
        near: the largest difference at which a color counts as meant to be the palette's; 5 by default.
        neutral: colors that are allowed beside the palette: white (the default), black.
    Wrong:
        brand/colors.yml
            palette: {fig: "#561B3F"}
        post.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
              <path fill="#571B3F" d="M0 0h9v9z"/>
            </svg>
    Right:
        brand/colors.yml
            palette: {fig: "#561B3F"}
        post.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
              <path fill="#561B3F" d="M0 0h9v9z"/>
            </svg>
    """
    palette = list(tokens(case.brand, roles=True))
    if not palette:
        return
    allowed = [("", _NEUTRAL[name]) for name in options["neutral"]]
    used, theirs = _apart(_judged(case.handed.inks, lossy=case.handed.kind in _LOSSY))
    found = [seen for seen in _strayed(used, palette, allowed) if not _lost(case, seen)]
    near = [seen for seen in found if seen.away <= options["near"]]
    off = [seen for seen in found if seen.away > options["near"]]
    yield from _told(case, "near", near)
    yield from _told(case, "off", off)
    yield from _in_theme(case, _strayed(theirs, palette, allowed), options["near"])


def _lost(case: Case, seen: _Seen) -> bool:
    """Whether a color may be the palette's and only the format has changed it."""
    return case.handed.kind in _LOSSY and seen.first.share is not None and seen.away <= _LOSS


def _judged(inks: Iterable[Ink], *, lossy: bool) -> list[Ink]:
    """The colors on screens; of pixels only a drawing's, less the edges where two colors meet."""
    seen = [ink for ink in inks if ink.space == "rgb"]
    drawn = drawing([ink for ink in seen if ink.share is not None], lossy=lossy)
    return [*(ink for ink in seen if ink.share is None), *drawn][:_JUDGED]


def _apart(inks: Iterable[Ink]) -> tuple[list[Ink], list[Ink]]:
    """What is painted, and what only stands ready in styles and themes."""
    painted = [ink for ink in inks if ink.role != "theme"]
    known = {ink.color[:7].upper() for ink in painted}
    ready = [ink for ink in inks if ink.role == "theme" and ink.color[:7].upper() not in known]
    return painted, ready


def _strayed(inks: Iterable[Ink], palette: list[Token], allowed: list[Token]) -> list[_Seen]:
    """The colors that are none of the palette's, those used most often first."""
    together: dict[str, list[Ink]] = {}
    for ink in inks:
        together.setdefault(ink.color[:7].upper(), []).append(ink)
    found = [seen for same in together.values() if (seen := _compared(same, palette, allowed))]
    return sorted(found, key=lambda seen: -seen.count)


def _compared(same: list[Ink], palette: list[Token], allowed: list[Token]) -> _Seen | None:
    color = parse(same[0].color[:7])
    if color is None or any(color.hex == known.hex[:7] for _, known in allowed):
        return None
    away, token, meant = nearest(color, palette)
    spots = tuple(ink.spot for ink in same)
    count = sum(ink.count for ink in same)
    return _Seen(color, same[0], spots, count, away, token, meant) if away else None


def _told(case: Case, word: str, found: list[_Seen]) -> Iterator[Problem]:
    for seen in found[:_TOLD]:
        place = case.at(seen.first.spot, seen.first.written, seen.spots)
        yield Problem(f"file-color.{word}", place, _facts(seen), f"file-color.{word}-hint")
    if rest := found[_TOLD:]:
        facts: dict[str, Fact] = {"count": len(rest), "colors": _listed(rest)}
        yield Problem(
            f"file-color.more-{word}", case.at(rest[0].first.spot), facts, f"file-color.more-{word}-hint"
        )


def _facts(seen: _Seen) -> Mapping[str, Fact]:
    return {
        "color": seen.color.hex,
        "amount": _amount(seen),
        "token": seen.token,
        "value": seen.meant.hex,
        "distance": shown(seen.away),
    }


def _amount(seen: _Seen) -> str:
    share = seen.first.share
    return f"{seen.count}×" if share is None else f"{max(1, round(share * 100))}\N{NO-BREAK SPACE}%"


def _in_theme(case: Case, ready: list[_Seen], near: float) -> Iterator[Problem]:
    """Near misses of the theme one by one; what else stands ready is one finding, however much it is."""
    close = [seen for seen in ready if seen.away <= near and seen.first.spot.part.startswith(_THEME)]
    other = [seen for seen in ready if seen not in close]
    for seen in close[:_TOLD]:
        facts = {**_facts(seen), "part": seen.first.spot.part}
        yield Problem("file-color.theme-near", case.at(seen.first.spot), facts, "file-color.theme-near-hint")
    if other:
        told: dict[str, Fact] = {"count": len(other), "colors": _listed(other)}
        delivered = _as_delivered(case)
        word = "theme-one" if len(other) == 1 else "theme-office" if delivered else "theme"
        yield Problem(f"file-color.{word}", case.at(), {**told, **delivered}, "file-color.theme-hint")


def _as_delivered(case: Case) -> Mapping[str, Fact]:
    """How many accents of a theme are those that Office comes with, of how many; nothing where few are."""
    accents = {
        ink.spot.part.removeprefix(_ACCENT): ink.color[1:7].upper()
        for ink in case.handed.inks
        if ink.role == "theme" and ink.spot.part.startswith(_ACCENT)
    }
    own = max(
        sum(accents.get(str(at)) == color for at, color in enumerate(known.split(), 1)) for known in _OFFICE
    )
    return {"own": own, "all": len(accents)} if own > len(accents) / 2 else {}


def _listed(found: list[_Seen]) -> str:
    some = [seen.color.hex for seen in found[:_TOLD]]
    return ", ".join(some) + ("..." if len(found) > _TOLD else "")

"""Colors that tokens, style sheets, swatches and Office files of a brand's folder give otherwise."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from playbook.checks.color_drift.aliases import Aliases
from playbook.checks.color_drift.telling import THEME, File, Strayed, told
from playbook.color import BLACK, WHITE, Color, lab, least_distance, parse
from playbook.diagnostics import Location, Problem, Severity
from playbook.facts import Facts
from playbook.handed import Handed, Ink
from playbook.loader import BRAND
from playbook.model import Playbook
from playbook.namesakes import Meant, Namesakes
from playbook.observed import Unreadable
from playbook.palette import nearest, tokens

_VISIBLE = 2.3
"""CIEDE2000 from which on a color with a name of its own is another one."""
_DELIVERED = (
    "4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 5B9BD5 ED7D31 A5A5A5 FFC000 4472C4 70AD47 156082 E97132 "
    "196B24 0F9ED5 A02B93 4EA72E 1F497D EEECE1 44546A E7E6E6 0E2841 E8E8E8 0000FF 800080 0563C1 954F72 "
    "467886 96607D"
)
"""Colors that themes of Office come with, since 2007: whoever left them meant none of the brand's."""
_GRAY = 4.0
"""Chroma in CIE Lab up to which a color is anybody's gray."""
_PAPER = (WHITE.hex, BLACK.hex)
_OPAQUE = len("#RRGGBB")
_STEP = re.compile(r"(.*?)[-_ .]?\d{1,4}")
_SCALE = 3
"""So many names that differ in a number, such as gray-80, are steps of a scale."""
_MOST_JUDGED = 2_000
"""Colors without a name of the brand's that are compared with the palette, of one file."""


def offered(playbook: Playbook, facts: Facts, near: float) -> Iterator[Problem]:
    """What the files of each brand's folder give otherwise than the brand does, and which cannot be read."""
    if found := {path: seen for path, seen in facts.items() if isinstance(seen, Handed)}:
        yield from _differing(playbook, found, near)
    named = {path for brand in playbook.brands.values() for path in brand.files.values()}
    for path, seen in facts.items():
        if isinstance(seen, Unreadable) and path.startswith(f"{BRAND}/") and path not in named:
            yield Problem(f"unreadable.{seen.reason}", Location(path), seen.facts, severity=Severity.INFO)


def _differing(playbook: Playbook, found: Mapping[str, Handed], near: float) -> Iterator[Problem]:
    sakes = {ident: Namesakes(brand, playbook) for ident, brand in playbook.brands.items()}
    files = [_file(playbook, path, seen, sakes) for path, seen in found.items()]
    aliases = Aliases((file.path, file.seen.inks) for file in files)
    known = {color.hex[:7] for brand in playbook.brands.values() for _, color in tokens(brand, roles=True)}
    for file in files:
        _judge_named(file)
        _judge_others(file, known, near)
    wrong = {(file.path, one.ink.name) for file in files for one in file.strayed}
    for file in files:
        _judge_aliases(file, aliases, wrong)
        yield from told(file, near)


def _file(playbook: Playbook, path: str, seen: Handed, sakes: Mapping[str, Namesakes]) -> File:
    """A file and its brand: the one in whose folder it lies."""
    folder = path.split("/")[1]
    ident = folder if folder in playbook.brands else ""
    return File(path, seen, playbook.brands[ident], sakes[ident])


def _screen(ink: Ink) -> bool:
    return ink.space == "rgb" and bool(ink.color)


def _judge_named(file: File) -> None:
    for ink in file.seen.inks:
        meant = file.meant(ink) if _screen(ink) else None
        strayed = meant and _against(meant, ink, parse(ink.color))
        if strayed:
            file.strayed.append(strayed)


def _against(meant: Meant, ink: Ink, color: Color | None) -> Strayed | None:
    """The color as one that differs from what its name means; by night only from a shade of its own."""
    shades = meant.shades
    if color is None or len(shades) < 2 or any(color.hex[:7] == shade.hex[:7] for shade in shades):
        return None
    day, night = shades
    if meant.night and day.hex == night.hex:
        return None
    return Strayed(ink, color, meant.brand, meant.section, meant.token, night if meant.night else day)


def _judge_others(file: File, known: Collection[str], near: float) -> None:
    """Near misses among the colors whose names are none of the brand's, each color once."""
    palette, scale = list(tokens(file.brand, roles=True)), _steps(file.seen.inks)
    together: dict[str, list[Ink]] = {}
    for ink in file.seen.inks if palette else ():
        if _is_other(file, ink) and ink.name not in scale and ink.color not in known:
            together.setdefault(ink.color, []).append(ink)
    for inks in islice(together.values(), _MOST_JUDGED):
        color = parse(inks[0].color) or BLACK
        limit = _limit(inks[0], color, near)
        likely = [known for known in palette if least_distance(color, known[1]) <= limit]
        away, token, value = nearest(color, likely) if likely else (math.inf, "", color)
        if away <= limit:
            section = "palette" if token in file.brand.colors.palette else "roles"
            slots = ", ".join(ink.spot.part.removeprefix(THEME) for ink in inks)
            file.strayed.append(Strayed(inks[0], color, file.brand, section, token, value, slots))


def _limit(ink: Ink, color: Color, near: float) -> float:
    """How near to the palette a color is meant to be of it: with a name of its own nearer, and a gray never.

    So it is in style sheets, too: they have states and shades of their own.
    """
    if not ink.name and ink.role == "theme":
        return near
    _, a, b = lab(color)
    return min(near, _VISIBLE) if math.hypot(a, b) > _GRAY else -1


def _is_other(file: File, ink: Ink) -> bool:
    """Whether a color may be the brand's, if not by its name; what is see-through is a shade."""
    delivered = ink.spot.part.startswith(THEME) and ink.color[1:] in _DELIVERED
    if not _screen(ink) or delivered or len(ink.color) > _OPAQUE or ink.color in _PAPER:
        return False
    return not file.meant(ink)


def _steps(inks: Collection[Ink]) -> Collection[str]:
    """The names that are steps of a scale."""
    stems = {ink.name: found[1] for ink in inks if (found := _STEP.fullmatch(ink.name))}
    counts = Counter(stems.values())
    return {name for name, stem in stems.items() if counts[stem] >= _SCALE}


def _judge_aliases(file: File, aliases: Aliases, wrong: Collection[tuple[str, str]]) -> None:
    """Names that stand for others: told where the other one is right, and another color than is meant."""
    for ink in file.seen.inks:
        meant = file.meant(ink) if ink.of else None
        if meant is None:
            continue
        found = aliases.end(file.path, ink.of)
        if found is None:
            file.loose.append(ink.name)
        elif (found[0], found[1].name) not in wrong:
            strayed = _against(meant, ink, parse(found[1].color))
            if strayed:
                file.strayed.append(strayed)

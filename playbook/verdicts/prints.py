"""Inks of a print file that are not the brand's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from playbook.brand import Brand
from playbook.case import Case
from playbook.diagnostics import Fact, Problem
from playbook.handed import Ink, Spot
from playbook.rulings import Options

_TOLD = 8
_WORDS = re.compile(r"[^a-z0-9]+")
_PLAIN = frozenset({"all", "none", "black", "cyan", "magenta", "yellow"})
"""Names of separations that are no spot color: registration marks, and the process inks themselves."""

Mix = tuple[int, ...]


def check(case: Case, options: Options) -> Iterator[Problem]:
    """The inks of a print file are those that the palette names: its CMYK values and its spot colors.

    Why:
        Screens and presses mix colors differently. Only the brand knows which inks make its color on paper;
        what a program converted by itself comes out otherwise.
    Fix:
        Set the color to the CMYK values that the hint names, or to the spot color by its name. Where the
        palette has neither, add them to brand/colors.yml; the printer knows which.
    Source:
        The palette's own `cmyk` and `pantone` values. Inks are compared in percent; where the palette names
        none, nothing can be compared, and that is said.
    Options:
        near: the largest difference of one ink, in percent, at which a mix still is the palette's; 1 by
            default.
    """
    mixes = [ink for ink in case.handed.inks if ink.space == "cmyk" and len(ink.channels) == 4]
    spots = [ink for ink in case.handed.inks if ink.space == "spot" and ink.name.casefold() not in _PLAIN]
    yield from _mixed(case, mixes, options["near"])
    yield from _named(case, spots)


def _mixed(case: Case, inks: list[Ink], near: float) -> Iterator[Problem]:
    known = {token: entry.cmyk for token, entry in case.brand.colors.palette.items() if entry.cmyk}
    counts = Counter[Mix]()
    spots: dict[Mix, list[Spot]] = {}
    for ink in inks:
        mix = tuple(round(share * 100) for share in ink.channels)
        counts[mix] += ink.count
        spots.setdefault(mix, []).append(ink.spot)
    wrong = [mix for mix, _ in counts.most_common() if not _right(mix, list(known.values()), near)]
    if wrong and not known:
        facts: dict[str, Fact] = {"mixes": _listed(wrong)}
        yield Problem("file-print.unknown", case.at(spots[wrong[0]][0]), facts, "file-print.unknown-hint")
        return
    for mix in wrong[:_TOLD]:
        token, inks_ = min(known.items(), key=lambda entry: _apart(mix, entry[1]))
        facts = {"mix": _said(mix), "count": counts[mix], "token": token, "value": _said(inks_)}
        place = case.at(spots[mix][0], among=spots[mix])
        yield Problem("file-print.mix", place, facts, "file-print.mix-hint")


def _right(mix: Mix, known: list[tuple[float, ...]], near: float) -> bool:
    """A mix of the palette's; or black alone in whatever strength, or bare paper."""
    return not any(mix[:3]) or any(_apart(mix, inks) <= near for inks in known)


def _apart(mix: tuple[float, ...], other: tuple[float, ...]) -> float:
    return max(abs(a - b) for a, b in zip(mix, other, strict=True))


def _said(mix: tuple[float, ...]) -> str:
    return " ".join(f"{name}{share:g}" for name, share in zip("CMYK", mix, strict=True))


def _listed(mixes: list[Mix]) -> str:
    return ", ".join(_said(mix) for mix in mixes[:_TOLD]) + ("..." if len(mixes) > _TOLD else "")


def _named(case: Case, inks: list[Ink]) -> Iterator[Problem]:
    known = dict(_spots(case.brand))
    counts = Counter[str]()
    spots: dict[str, list[Spot]] = {}
    for ink in inks:
        counts[ink.name] += ink.count
        spots.setdefault(ink.name, []).append(ink.spot)
    strange = [name for name in counts if _plain(name) not in known]
    for name in strange[:_TOLD]:
        facts: dict[str, Fact] = {"name": name, "known": tuple(known.values())}
        word = "spot" if known else "spot-unknown"
        place = case.at(spots[name][0], among=spots[name])
        yield Problem(f"file-print.{word}", place, facts, f"file-print.{word}-hint")


def _spots(brand: Brand) -> Iterator[tuple[str, str]]:
    for entry in brand.colors.palette.values():
        if entry.pantone:
            yield _plain(entry.pantone), entry.pantone
        if entry.name:
            yield _plain(entry.name), entry.name


def _plain(name: str) -> str:
    """A spot color's name without what programs add: `PANTONE 7548 C` is 7548 C."""
    return _WORDS.sub(" ", name.casefold()).replace("pantone", "").replace("pms", "").strip()

"""Which colors go together: the pairs that may be used, all contrasts, and who cannot tell which apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import get_args

from playbook.brand import Brand
from playbook.brand.colors import Pair
from playbook.choices import TextSize
from playbook.color import Color, Deficiency, contrast, distance, on, simulate
from playbook.exports.site.blocks import Block, Field, Group, Para
from playbook.exports.site.inlines import Text
from playbook.exports.site.names import color, words
from playbook.exports.site.parts import meta
from playbook.exports.site.showing import Matrix, Part, Row, Strip
from playbook.exports.site.view import View

MOST = 24
"""Colors that are compared with each other; a palette has fewer, and comparisons grow with the square."""

_GRADES = {
    TextSize.NORMAL: ((7.0, "AAA"), (4.5, "AA")),
    TextSize.LARGE: ((4.5, "AAA"), (3.0, "AA")),
    TextSize.GRAPHIC: ((3.0, "AA"),),
}
"""WCAG 2.2, success criteria 1.4.3, 1.4.6 and 1.4.11: the least contrast of text and graphics."""

_APART = 10.0
"""CIEDE2000: colors nearer than this are hard to tell apart. Ours, as in the checks."""


def grade(ratio: float, size: TextSize) -> str:
    """`AAA`, `AA`, or nothing for a contrast too low; the ratio is judged as it is, never rounded."""
    return next((name for least, name in _GRADES[size] if ratio >= least), "")


def cut(ratio: float, places: int) -> float:
    """A ratio to show: cut and never rounded up, for 4.499 is no 4.5."""
    return math.floor(ratio * 10.0**places) / 10.0**places


def pairs(view: View, brand: Brand) -> Iterator[Block]:
    """The pairs as text on its ground, with their contrast."""
    shown = tuple(Group("match", tuple(_pair(view, brand, pair))) for pair in brand.colors.pairs)
    if shown:
        yield Group("matches", shown)


def _pair(view: View, brand: Brand, pair: Pair) -> Iterator[Block]:
    ink, ground = brand.color(pair.text), brand.color(pair.background)
    names = (
        *color(view, pair.text, brand),
        Text(f" {view.t('site.on')} "),
        *color(view, pair.background, brand),
    )
    size = words(view.term("text-size", pair.size))
    if ink and ground:
        shown = Para(words(pair.use or brand.identity.tagline or brand.name), f"sample-{pair.size}")
        yield Field(ground.hex, ink.hex, (shown,), "pair")
        yield from meta(names)
        yield from meta(size, words(_verdict(view, contrast(ink, ground), pair.size)))
    else:
        yield from meta(names, size, words(pair.use or ""))


def _verdict(view: View, ratio: float, size: TextSize) -> str:
    reached = grade(ratio, size)
    shown = view.number(cut(ratio, 2))
    if not reached:
        return view.t("site.contrast.low", ratio=shown)
    return f"{view.t('site.contrast.enough', ratio=shown)} ({reached})"


def matrix(view: View, brand: Brand) -> Iterator[Block]:
    """Every color as text on every other one."""
    known = _known(brand)
    if len(known) < 2:
        return
    yield Para(words(view.t("site.colors.grades")), "quiet")
    rows = tuple(
        Row(name, ink.hex, tuple(_cell(view, ink, ground) for _, ground in known)) for name, ink in known
    )
    yield Matrix(view.t("site.colors.matrix"), tuple((name, ground.hex) for name, ground in known), rows)


def _known(brand: Brand) -> list[tuple[str, Color]]:
    """The palette's colors by name, no more than can be compared."""
    found = ((entry.name or i, brand.color(i)) for i, entry in brand.colors.palette.items())
    return [(name, seen) for name, seen in found if seen][:MOST]


def _cell(view: View, ink: Color, ground: Color) -> str:
    if ink == ground:
        return ""
    ratio = contrast(ink, ground)
    large = view.t("site.colors.large") if grade(ratio, TextSize.LARGE) else ""
    return f"{view.number(cut(ratio, 1))} {grade(ratio, TextSize.NORMAL) or large}".rstrip()


def alike(view: View, brand: Brand) -> Iterator[Block]:
    """The palette as people with a color-vision deficiency see it, and which colors they take for one."""
    known = _known(brand)
    if len(known) < 2:
        return
    yield _seen(view.t("site.colors.all"), known, [seen for _, seen in known])
    for kind in get_args(Deficiency):
        simulated = [simulate(seen, kind) for _, seen in known]
        yield _seen(view.t(f"site.colors.{kind}"), known, simulated)
        twins = tuple(_twins(known, simulated))
        if twins:
            yield Para(words(view.t("site.colors.alike", pairs="; ".join(twins))), "quiet")


def _seen(label: str, known: Sequence[tuple[str, Color]], colors: Sequence[Color]) -> Strip:
    parts = (Part(c.hex, on(c).hex, 1, f"{name} {c.hex}") for (name, _), c in zip(known, colors, strict=True))
    return Strip(label, tuple(parts), "seen")


def _twins(known: Sequence[tuple[str, Color]], simulated: Sequence[Color]) -> Iterator[str]:
    """Pairs that differ for most people and hardly do here."""
    both = zip(known, simulated, strict=True)
    for ((name, a), c), ((other, b), d) in combinations(both, 2):
        if distance(c, d) < _APART <= distance(a, b):
            yield f"{name} \N{EN DASH} {other}"

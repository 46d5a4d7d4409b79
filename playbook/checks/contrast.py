"""Contrast of text and of graphics, in the pairs that a brand declares."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date

from playbook.brand import Brand
from playbook.brand.colors import Pair
from playbook.capped import once
from playbook.choices import TextSize
from playbook.color import Color, contrast, legible
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.rulings import Options

_REQUIRED = {
    ("AA", TextSize.NORMAL): 4.5,
    ("AA", TextSize.LARGE): 3.0,
    ("AAA", TextSize.NORMAL): 7.0,
    ("AAA", TextSize.LARGE): 4.5,
}


def text(playbook: Playbook, _facts: Facts, _today: date, options: Options) -> Iterator[Problem]:
    """Text stands out from its background, in each pair that the brand declares.

    Why:
        People with low vision, and everybody in the sun, read text only where it is clearly darker or
        lighter than what lies behind it.
    Fix:
        Darken or lighten one of the two colors; the hint names the nearest shade that is enough. A pair
        for headings only may say `size: large`, one for icons and charts `size: graphic`.
    Source:
        WCAG 2.2, SC 1.4.3 (AA: 4.5, large text 3) and SC 1.4.6 (AAA: 7, large text 4.5). Large is 18 pt
        and more, or 14 pt and more in bold. The ratio is never rounded up: 4.4988 is too little. Colors that
        can be seen through are laid over what lies behind them. Logotypes are exempt.
    Options:
        level: AA (the default) or AAA.
    Wrong:
        brand/colors.yml
            palette:
              gray: "#777777"
              white: "#FFFFFF"
            pairs:
              - {text: gray, background: white}
    Right:
        brand/colors.yml
            palette:
              gray: "#767676"
              white: "#FFFFFF"
            pairs:
              - {text: gray, background: white}
    """
    level = options["level"]
    yield from _low(playbook, level, lambda pair: _REQUIRED.get((level, pair.size)))


def graphic(playbook: Playbook, _facts: Facts, _today: date, options: Options) -> Iterator[Problem]:
    """Icons, lines and parts of charts stand out from what is beside them, in each pair of `size: graphic`.

    Why:
        A field whose frame is too faint, or an icon that melts into its ground, is not there for people with
        low vision.
    Fix:
        Darken or lighten one of the two colors; the hint names the nearest shade that is enough. Decoration,
        which nobody needs to understand the page, needs no pair.
    Source:
        WCAG 2.2, SC 1.4.11 (AA). The ratio is never rounded up. Logotypes are exempt.
    Options:
        ratio: the lowest contrast; 3 by default.
    Wrong:
        brand/colors.yml
            palette:
              mist: "#C0C0C0"
              white: "#FFFFFF"
            pairs:
              - {text: mist, background: white, size: graphic, use: Frames of fields}
    Right:
        brand/colors.yml
            palette:
              mist: "#8C8C8C"
              white: "#FFFFFF"
            pairs:
              - {text: mist, background: white, size: graphic, use: Frames of fields}
    """
    ratio = options["ratio"]
    yield from _low(playbook, "AA", lambda pair: ratio if pair.size is TextSize.GRAPHIC else None)


def _low(playbook: Playbook, level: str, required: Callable[[Pair], float | None]) -> Iterator[Problem]:
    """Pairs below the contrast that is required of them, each once, however many brands have it."""
    return once(
        problem
        for brand in playbook.brands.values()
        for index, pair in enumerate(brand.colors.pairs)
        if (least := required(pair))
        for problem in _judged(brand, index, pair, level, least)
    )


def _judged(brand: Brand, index: int, pair: Pair, level: str, required: float) -> Iterator[Problem]:
    """By day; and by night where a color then is another one."""
    rule = "contrast-graphic." if pair.size is TextSize.GRAPHIC else f"contrast-text.{pair.size}-"
    day, night = (_colors(brand, pair, dark=dark) for dark in (False, True))
    for case, colors in (("day", day), ("night", night if night != day else None)):
        if colors and contrast(*colors) < required:
            ink, background = colors
            facts: dict[str, Fact] = {
                "text": _named(pair.text, ink),
                "background": _named(pair.background, background),
                "ratio": math.floor(contrast(ink, background) * 100) / 100,
                "required": required,
                "level": level,
                "better": legible(ink, background, required).hex,
            }
            hint = f"{rule.partition('.')[0]}.hint"
            yield Problem(f"{rule}{case}", brand.colors.at("pairs", index), facts, hint)


def _colors(brand: Brand, pair: Pair, *, dark: bool) -> tuple[Color, Color] | None:
    ink, background = brand.color(pair.text, dark=dark), brand.color(pair.background, dark=dark)
    return (ink, background) if ink and background else None


def _named(word: str, color: Color) -> str:
    """The author's word, and the value it stands for unless it is that."""
    return color.hex if word.upper() == color.hex else f"{word} ({color.hex})"

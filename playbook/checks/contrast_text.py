"""Contrast of text."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from playbook.brand import Brand
from playbook.brand.colors import Pair
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


def check(playbook: Playbook, _facts: Facts, _today: date, options: Options) -> Iterator[Problem]:
    """Text stands out from its background, in each pair that the brand declares.

    Why:
        People with low vision, and everybody in the sun, read text only where it is clearly darker or
        lighter than what lies behind it.
    Fix:
        Darken or lighten one of the two colors; the hint names the nearest shade that is enough. A pair
        for headings only may say `size: large`.
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
    seen: set[tuple[object, ...]] = set()
    for brand in playbook.brands.values():
        for index, pair in enumerate(brand.colors.pairs):
            for problem in _judged(brand, index, pair, options["level"]):
                key = (problem.location, *problem.facts.values())
                if key not in seen:
                    seen.add(key)
                    yield problem


def _judged(brand: Brand, index: int, pair: Pair, level: str) -> Iterator[Problem]:
    """By day; and by night where a color then is another one."""
    day, night = (_colors(brand, pair, dark=dark) for dark in (False, True))
    required = _REQUIRED[level, pair.size]
    for case, colors in (("day", day), ("night", night if night != day else None)):
        if colors and contrast(*colors) < required:
            text, background = colors
            facts: dict[str, Fact] = {
                "text": _named(pair.text, text),
                "background": _named(pair.background, background),
                "ratio": math.floor(contrast(text, background) * 100) / 100,
                "required": required,
                "level": level,
                "better": legible(text, background, required).hex,
            }
            message = f"contrast-text.{pair.size}-{case}"
            yield Problem(message, brand.colors.at("pairs", index), facts, "contrast-text.hint")


def _colors(brand: Brand, pair: Pair, *, dark: bool) -> tuple[Color, Color] | None:
    text, background = brand.color(pair.text, dark=dark), brand.color(pair.background, dark=dark)
    return (text, background) if text and background else None


def _named(word: str, color: Color) -> str:
    """The author's word, and the value it stands for unless it is that."""
    return color.hex if word.upper() == color.hex else f"{word} ({color.hex})"

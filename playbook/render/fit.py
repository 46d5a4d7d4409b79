"""Text fitted into a box, by the real widths of a font's characters.

The page's script reckons alike in `theme/assets/playbook/make/fit.js`, so all is in whole numbers: widths in
the font's units, sizes in px. Kerning is left out of account, and each line given 1 % more for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from unicodedata import category

_BOX = re.compile(r"([a-z][a-z0-9_-]*?)((?:-[0-9]{1,4}){6})")
_STEP = 4
"""px from one size that is tried to the next."""
_AIR = 101
"""A line's share of its box, in percent."""
_MOST = 2000
"""Characters that are measured; what is longer fits into no picture."""

Words = Sequence[Sequence[str]]
"""A text: the words of each of its paragraphs."""


@dataclass(frozen=True, slots=True)
class Widths:
    """A font: its units in an em, the height of its capitals, and how far each character moves the pen.

    `other` is the width of a character that is not among the `known`; `more` are the first and last codes of
    those that the font has beside them.
    """

    em: int
    cap: int
    other: int
    known: Mapping[str, int]
    more: Sequence[Sequence[int]] = ()

    def of(self, text: str) -> int:
        """The width of a text, in units."""
        return sum(self.known.get(character, self.other) for character in text)

    def draws(self, character: str) -> bool:
        """Whether the font has a character; marks, blanks and what is not seen count as drawn."""
        if character in self.known or category(character)[0] in "CMZ":
            return True
        return any(first <= ord(character) <= last for first, last in self.more)


def _alike(groups: Mapping[str, int]) -> dict[str, int]:
    return {character: width for characters, width in groups.items() for character in characters}


GENERIC = Widths(
    em=1000,
    cap=727,
    other=1130,
    known=_alike(
        {
            " .,:;'’‘!¡|·ijlíìïî-": 480,
            'frtJIÍÌÏÎ()[]“”"°': 590,
            "abcdeghknopqsuvxyzáàâäãåçéèêëñóòôöõúùûüýÿ0123456789–/\\?¿$€£_*{}": 720,
            "ABCDEFGHKLNOPQRSTUVXYZÁÀÂÄÃÅÇÉÈÊËÑÓÒÔÖÕÚÙÛÜÝ&+=<>«»#~": 870,
            "%": 1280,
        }
    ),
)
"""What stands for a font that is not known: as wide as the widest of those that stand in, a bold Verdana."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a text has to fit, in px: as large as it can be, down to `smallest`.

    `leading` is the distance of lines in percent of the size, `above` what stays free over the first one. The
    height is that from the top of the capitals to the last baseline.
    """

    role: str
    largest: int
    smallest: int
    width: int
    height: int
    leading: int
    above: int

    @classmethod
    def read(cls, argument: str) -> Box | None:
        """The box that a template asks for: `heading-180-72-900-620-108-0`, in the order of the fields."""
        found = _BOX.fullmatch(argument)
        if not found:
            return None
        box = cls(found[1], *map(int, found[2].split("-")[1:]))
        return box if box.largest >= box.smallest > 0 < box.leading else None

    @property
    def sizes(self) -> Iterator[int]:
        """The sizes to try."""
        return chain(range(self.largest, self.smallest, -_STEP), (self.smallest,))

    def room(self, size: int, widths: Widths) -> int:
        """How many lines of a size there is room for."""
        return max(0, self.height - _cap(size, widths)) * 100 // (size * self.leading) + 1


@dataclass(frozen=True, slots=True)
class Fitted:
    """The lines that fit, their size in px, and how many characters are too many."""

    lines: tuple[str, ...]
    size: int
    excess: int = 0


def fitted(words: Words, box: Box, widths: Widths) -> Fitted:
    """The text in lines, as large as the box can hold it; only at the smallest size are words cut in two."""
    kept, excess = _bounded(words)
    widest = max((widths.of(word) for paragraph in kept for word in paragraph), default=0)
    for size in box.sizes:
        limit = box.width * widths.em * 100 // (size * _AIR)
        if widest > limit:
            continue
        lines = tuple(line for paragraph in kept for line in _even(paragraph, limit, widths))
        if len(lines) <= box.room(size, widths):
            return Fitted(lines, size, excess)
    limit = box.width * widths.em * 100 // (box.smallest * _AIR)
    parts = [tuple(_cut(paragraph, limit, widths)) for paragraph in kept]
    lines = tuple(line for paragraph in parts for line in _lines(paragraph, limit, widths))
    room = box.room(box.smallest, widths)
    return Fitted(lines[:room], box.smallest, excess + len(" ".join(lines[room:])))


def wrapped(text: str, width: int, size: int, widths: Widths) -> list[str]:
    """A text in lines of a width in px, as full as can be; a word that is wider is cut."""
    limit = width * widths.em * 100 // (size * _AIR)
    return _lines(tuple(_cut(text.split(), limit, widths)), limit, widths)


def entries(words: Words, argument: str, fonts: Mapping[str, Widths]) -> list[dict[str, str | int]]:
    """The lines as a template sets them: `dy` is how far each stands below the one before, in px.

    Nothing for an argument that is no box.
    """
    box = Box.read(argument)
    if not box:
        return []
    widths = fonts.get(box.role, GENERIC)
    found = fitted(words, box, widths)
    first = box.above + _cap(found.size, widths)
    further = found.size * box.leading // 100
    return [
        {"text": line, "size": found.size, "dy": further if number else first}
        for number, line in enumerate(found.lines)
    ]


def over(words: Words, argument: str, fonts: Mapping[str, Widths]) -> int:
    """How many characters of a text its box has no room for."""
    box = Box.read(argument)
    return fitted(words, box, fonts.get(box.role, GENERIC)).excess if box else 0


def lacking(words: Words, argument: str, fonts: Mapping[str, Widths]) -> str:
    """The characters of a text that the brand's font for its box does not have, each once."""
    box = Box.read(argument)
    font = fonts.get(box.role) if box else None
    signs = dict.fromkeys("".join(word for paragraph in words for word in paragraph))
    return "".join(sign for sign in signs if font and not font.draws(sign))


def _cap(size: int, widths: Widths) -> int:
    return size * widths.cap // widths.em


def _bounded(words: Words) -> tuple[list[list[str]], int]:
    """The words that are measured, and how many characters the others have."""
    flat = [(number, word) for number, paragraph in enumerate(words) for word in paragraph]
    ends = accumulate(len(word) + 1 for _, word in flat)
    good = sum(end <= _MOST for end in ends)
    kept: list[list[str]] = [[] for _ in words]
    for number, word in flat[:good]:
        kept[number].append(word)
    return kept, len(" ".join(word for _, word in flat[good:]))


def _lines(words: Sequence[str], limit: int, widths: Widths) -> list[str]:
    """The words in lines of at most `limit` units, each as full as can be."""
    lines: list[str] = []
    space, used = widths.of(" "), limit + 1
    for word in words:
        wide = widths.of(word)
        if used + space + wide <= limit:
            lines[-1] += f" {word}"
            used += space + wide
        else:
            lines.append(word)
            used = wide
    return lines


def _even(words: Sequence[str], limit: int, widths: Widths) -> list[str]:
    """As few lines as can be, and then as even: no word is left alone at the end."""
    best = _lines(words, limit, widths)
    low, high = max((widths.of(word) for word in words), default=0), limit
    while low < high:
        middle = (low + high) // 2
        lines = _lines(words, middle, widths)
        if len(lines) > len(best):
            low = middle + 1
        else:
            best, high = lines, middle
    return best


def _cut(words: Sequence[str], limit: int, widths: Widths) -> Iterator[str]:
    """The words, those wider than a line in parts."""
    for word in words:
        part, used = "", 0
        for character in word:
            wide = widths.of(character)
            if part and used + wide > limit:
                yield part
                part, used = "", 0
            part += character
            used += wide
        yield part

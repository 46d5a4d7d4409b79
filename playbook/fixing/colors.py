"""Colors replaced where a picture or a style sheet writes them, in the way in which it writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from playbook.color import parse
from playbook.observe.css import Piece, read

Span = tuple[int, int]

_LITERAL = re.compile(r"#[0-9a-f]{3,8}(?![\w-])|rgba?\([^()]*\)|[a-z]+(?![\w(-])", re.IGNORECASE)
_BREAK = re.compile(r"\r\n|[\r\n\f]")
"""The ends of lines as CSS counts them."""
# Comments and character data are passed over whole, so that nothing in them is taken for a tag.
_MARKUP = re.compile(
    r"""
    <!--.*?(?:-->|\Z) | <!\[CDATA\[.*?(?:\]\]>|\Z) | <\?.*?(?:\?>|\Z)
    | (?P<tag> <(?P<name>[A-Za-z_][^\s<>/"']*) (?:[^<>"'] | "[^"<]*" | '[^'<]*')* >)
    """,
    re.VERBOSE | re.DOTALL,
)
_STYLE_END = re.compile(r"</style\s*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s<>"'/=]+)\s*=\s*(?P<quote>["'])(?P<value>.*?)(?P=quote)""", re.DOTALL
)
_COLORED = frozenset({"fill", "stroke", "color", "stop-color", "flood-color", "lighting-color"})
_NUMBER = re.compile(
    r"(?<![\w.])[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?P<percent>%)?(?![\w.])", re.IGNORECASE
)


def recolored(kind: str, text: str, wanted: Mapping[str, str]) -> tuple[str, int]:
    """An SVG picture or a CSS sheet with colors replaced by others, and in how many places.

    Colors are `#RRGGBB`. Hex stays hex and `rgb()` stays `rgb()`, with their capitals and opacity; a name
    becomes hex. What is written otherwise (`hsl()`, mixes, with escapes) is left as it is.
    """
    spans = _in_sheet(text) if kind == "css" else _in_picture(text)
    capitals = _capitals(text)
    parts: list[str] = []
    done = count = 0
    for start, end in sorted(set(spans)):
        new = _replaced(text[start:end], wanted, capitals=capitals)
        if new and start >= done:
            parts += [text[done:start], new]
            done, count = end, count + 1
    return "".join([*parts, text[done:]]), count


def _in_sheet(text: str, inside: str | None = None) -> Iterator[Span]:
    """Where a sheet, or the declarations of an element, write colors that the observer sees."""
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    for ink in read([Piece(text, inside=inside)]).inks:
        at = starts[ink.spot.line - 1] + ink.spot.column - 1
        if literal := _LITERAL.match(text, at):
            yield literal.span()


def _in_picture(text: str) -> Iterator[Span]:
    """Where the tags and the style sheets of a picture write colors."""
    at = 0
    while markup := _MARKUP.search(text, at):
        at = markup.end()
        if markup["tag"]:
            yield from _in_tag(text, markup.span())
        if markup["name"] == "style" and not markup["tag"].endswith("/>"):
            closing = _STYLE_END.search(text, at)
            sheet = text[at : closing.start() if closing else at]
            yield from _moved(_in_sheet(_plain(sheet)), at)
            at += len(sheet)


def _in_tag(text: str, tag: Span) -> Iterator[Span]:
    for found in _ATTRIBUTE.finditer(text, *tag):
        at = found.start("value")
        if found["name"] == "style":
            yield from _moved(_in_sheet(_plain(found["value"]), inside=""), at)
        elif found["name"] in _COLORED:
            blank = len(found["value"]) - len(found["value"].lstrip())
            literal = _LITERAL.match(text, at + blank)
            if literal and not text[literal.end() : found.end("value")].strip():
                yield literal.span()


def _plain(sheet: str) -> str:
    """CSS less what XML wraps around it, as long as before; nothing where references hide what it says."""
    if "&" in sheet:
        return ""
    return re.sub(r"<!\[CDATA\[|\]\]>|<!--|-->", lambda mark: " " * len(mark[0]), sheet)


def _moved(spans: Iterator[Span], by: int) -> Iterator[Span]:
    return ((start + by, end + by) for start, end in spans)


def _capitals(text: str) -> bool:
    """Whether most hex colors of a file are written in capitals."""
    letters = "".join(re.findall(r"#([0-9a-fA-F]{3,8})\b", text))
    return sum(map(str.isupper, letters)) >= sum(map(str.islower, letters))


def _replaced(literal: str, wanted: Mapping[str, str], *, capitals: bool) -> str:
    """The color that is wanted instead of a literal, in its manner; empty where none is."""
    color = parse(literal)
    value = wanted.get(color.hex[:7]) if color else None
    if value is None or len(value) != 7:
        return ""
    if literal[0] == "#":
        new = _as_hex(literal, value, capitals=capitals)
    elif "(" in literal:
        new = _as_channels(literal, value)
    else:
        new = value if capitals else value.lower()
    said = parse(new)
    return new if said and said.hex[:7] == value.upper() else ""


def _as_hex(literal: str, value: str, *, capitals: bool) -> str:
    digits = literal[1:]
    short = len(digits) < 5
    alpha = digits[3:] if short else digits[6:]
    if short and value[1::2] == value[2::2]:
        new = value[1::2] + alpha
    else:
        new = value[1:] + (alpha * 2 if short else alpha)
    has_letters = digits.upper() != digits.lower()
    return "#" + (new.upper() if (digits == digits.upper() if has_letters else capitals) else new.lower())


def _as_channels(literal: str, value: str) -> str:
    """`rgb()` with other numbers, and everything between them as it was; empty where it reckons."""
    channels = iter([int(value[at : at + 2], 16) for at in (1, 3, 5)])
    numbers = list(_NUMBER.finditer(literal))[:3]
    if len(numbers) < 3:
        return ""
    parts = [literal[: numbers[0].start()]]
    ends = [*(found.start() for found in numbers[1:]), len(literal)]
    for found, end in zip(numbers, ends, strict=True):
        parts += [_number(next(channels), percent=bool(found["percent"])), literal[found.end() : end]]
    return "".join(parts)


def _number(channel: int, *, percent: bool) -> str:
    return f"{channel / 2.55:.3f}".rstrip("0").rstrip(".") + "%" if percent else str(channel)

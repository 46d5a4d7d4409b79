"""Walking a style sheet: what each declaration says of colors and fonts, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import tinycss2

from playbook.cssloads import loaded
from playbook.csstext import too_deep
from playbook.fontnames import family
from playbook.handed import Ink, InkRole, Lettering, Spot, Unjudged
from playbook.observe.css.colors import colors
from playbook.observe.css.families import after_size, families
from playbook.observe.css.variables import Unresolved, Variables, asked
from playbook.observed import Unreadable

_COLORED = re.compile(
    r"(?:-\w+-)?(?:[\w-]*color|background(?:-image)?|border[\w-]*|outline|column-rule|fill|stroke"
    r"|(?:box|text)-shadow|text-decoration|text-emphasis|filter|backdrop-filter|mask(?:-image)?|caret)"
)
_ROOTS = frozenset({":root", "html", "body", ":host", "*"})
_TEXT = frozenset(
    {"color", "-webkit-text-fill-color", "caret-color", "text-decoration", "text-emphasis-color"}
)
_HOLDERS = frozenset({"media", "supports", "layer", "container", "scope", "starting-style", "document"})
_ANYWHERE = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)
_LONGEST = 120
_MOST = 20_000


@dataclass(slots=True)
class Seen:
    """What a sheet or a block says, while it grows."""

    _inks: list[Ink] = field(default_factory=list)
    _fonts: list[Lettering] = field(default_factory=list)
    _doubts: dict[tuple[str, tuple[tuple[str, str | int], ...]], None] = field(default_factory=dict)

    @property
    def inks(self) -> tuple[Ink, ...]:
        """Colors in the order of the file."""
        return tuple(self._inks)

    @property
    def fonts(self) -> tuple[Lettering, ...]:
        """Fonts in the order of the file."""
        return tuple(self._fonts)

    @property
    def not_judged(self) -> tuple[Unjudged, ...]:
        """What could not be followed, each once."""
        return tuple((message, dict(facts)) for message, facts in self._doubts)

    def ink(self, found: Ink) -> None:
        """Keep a color, within bounds."""
        if len(self._inks) < _MOST:
            self._inks.append(found)

    def font(self, found: Lettering) -> None:
        """Keep a font, within bounds."""
        if len(self._fonts) < _MOST:
            self._fonts.append(found)

    def doubt(self, message: str, **facts: str | int) -> None:
        """Say, once, what was not followed."""
        if len(self._doubts) < _MOST:
            self._doubts[message, tuple(facts.items())] = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A style sheet, or the declarations of the element `inside`, and where in the file it begins."""

    text: str
    line: int = 1
    column: int = 1
    inside: str | None = None

    def spot(self, line: int, column: int, where: str) -> Spot:
        """The place in the file of a place in the piece."""
        return Spot(self.line + line - 1, column + (self.column - 1 if line == 1 else 0), part=where)


@dataclass(frozen=True, slots=True)
class _Said:
    """A declaration, the piece it is from, and the selector or at-rule that it stands in."""

    name: str
    node: Any
    where: str
    piece: Piece

    @property
    def value(self) -> Sequence[Any]:
        return tuple(self.node.value)

    @property
    def spot(self) -> Spot:
        return self.piece.spot(self.node.source_line, self.node.source_column, self.where)

    @property
    def is_custom(self) -> bool:
        return self.name.startswith("--")


def read(pieces: Iterable[Piece]) -> Seen:
    """What style sheets and attributes of one file say; a variable of one serves all.

    Raises:
        Unreadable: `too-deep-css`.
    """
    seen = Seen()
    said = [found for piece in pieces for found in _parsed(piece, seen)]
    roots = ((found.name, _is_root(found.where), list(found.value)) for found in said if found.is_custom)
    variables = Variables(roots)
    for found in said:
        if found.is_custom or _COLORED.fullmatch(found.name):
            _colors(found, variables, seen)
        elif found.name in ("font", "font-family"):
            _fonts(found, variables, seen)
        else:
            _loaded(found.value, found, seen)
    return seen


def _parsed(piece: Piece, seen: Seen) -> Iterator[_Said]:
    if too_deep(piece.text):
        raise Unreadable("too-deep-css")
    if piece.inside is None:
        nodes: Iterable[Any] = tinycss2.parse_stylesheet(piece.text, skip_comments=True, skip_whitespace=True)
    else:
        nodes = tinycss2.parse_blocks_contents(piece.text, skip_comments=True, skip_whitespace=True)
    return _declared(nodes, piece.inside or "", piece, seen)


def _is_root(where: str) -> bool:
    return all(part.strip() in _ROOTS for part in where.split(","))


def _declared(nodes: Iterable[Any], where: str, piece: Piece, seen: Seen) -> Iterator[_Said]:
    """Every declaration of the rules, those of nested rules as well."""
    for node in nodes:
        if node.type == "declaration":
            name = node.name if node.name.startswith("--") else node.lower_name  # only custom ones keep case
            yield _Said(name, node, where, piece)
        elif node.type == "qualified-rule":
            yield from _declared(_contents(node), _short(node.prelude), piece, seen)
        elif node.type == "at-rule":
            yield from _of_at_rule(node, where, piece, seen)


def _of_at_rule(node: Any, where: str, piece: Piece, seen: Seen) -> Iterator[_Said]:
    keyword = node.lower_at_keyword
    holds_rules = keyword in _HOLDERS
    if keyword == "import":
        plain = (token.value for token in node.prelude if token.type == "string")
        address = next((found.value for found in loaded(node.prelude)), "") or next(plain, "")
        line = piece.spot(node.source_line, 1, "").line
        seen.doubt("not-judged.outside", address=address[:200], line=line)
    if node.content is None:
        return
    if (holds_rules and not where) or keyword.endswith("keyframes"):
        inner: Iterable[Any] = tinycss2.parse_rule_list(
            node.content, skip_comments=True, skip_whitespace=True
        )
    else:
        inner = _contents(node)
    yield from _declared(inner, where if holds_rules else f"@{keyword}", piece, seen)


def _contents(node: Any) -> Iterable[Any]:
    return tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)


def _colors(found: _Said, variables: Variables, seen: Seen) -> None:
    """The colors of one declaration; a custom property only offers what others may use."""
    role: InkRole = "theme" if found.is_custom else _role(found.name)
    for part in found.value:
        value = _expanded(found, [part], variables, seen)
        for token, color in colors(value):
            # What a variable stands for is written elsewhere: the place is where it is asked for.
            source = part if asked([part]) else token
            if color is None:
                seen.doubt("not-judged.css-color", color=_short([source]), line=found.spot.line)
            elif color.alpha > 0:
                count = int(not found.is_custom)
                seen.ink(Ink(color.hex, _short([source]), role, _at(source, found), count=count))
        _loaded(value, found, seen)


def _expanded(found: _Said, tokens: Sequence[Any], variables: Variables, seen: Seen) -> Sequence[Any]:
    """The tokens with their variables filled in; nothing where one leads nowhere, which is told."""
    try:
        return variables.expanded(tokens)
    except Unresolved as missing:
        if not found.is_custom:
            seen.doubt("not-judged.variable", name=str(missing)[:60], line=found.spot.line)
        return ()


def _at(token: Any, found: _Said) -> Spot:
    return found.piece.spot(token.source_line, token.source_column, found.where)


def _role(name: str) -> InkRole:
    if name in _TEXT:
        return "text"
    if name.startswith(("border", "outline", "column-rule", "stroke")):
        return "stroke"
    return "background" if name.startswith("background") else "fill"


def _loaded(tokens: Iterable[Any], found: _Said, seen: Seen) -> None:
    for address in loaded(tokens):
        if _ANYWHERE.match(address.value):
            seen.doubt("not-judged.outside", address=address.value[:200], line=found.spot.line)


def _fonts(found: _Said, variables: Variables, seen: Seen) -> None:
    """The families of one declaration; `@font-face` only offers one."""
    value = [token for part in found.value for token in _expanded(found, [part], variables, seen)]
    for name in families(value if found.name == "font-family" else after_size(value)):
        seen.font(Lettering(family(name), name, found.spot, count=int(found.where != "@font-face")))


def _short(tokens: Iterable[Any]) -> str:
    return " ".join(tinycss2.serialize(tokens).split())[:_LONGEST]

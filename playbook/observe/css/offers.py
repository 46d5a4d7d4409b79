"""What a style sheet offers by name, its custom properties; and the colors that it writes out itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import tinycss2

from playbook.csstext import too_deep
from playbook.handed import Handed, Ink, Spot
from playbook.observe.css.colors import color_of, colors
from playbook.observe.css.decoding import decoded
from playbook.observe.css.sheet import Piece, read
from playbook.observed import Unreadable

_LONGEST = 120


def offers(content: bytes) -> Handed:
    """The colors of a style sheet: custom properties with their `name`, the others as they are painted.

    A property that is another one has that one's name in `of`. What is reckoned from others (mixes, shades)
    is a color of its own and is passed over. `part` is the selector, after the at-rules around it.

    Raises:
        Unreadable: `too-large`, `not-text` or `too-deep-css`.
    """
    text = decoded(content)
    if too_deep(text):
        raise Unreadable("too-deep-css")
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    painted = (ink for ink in read([Piece(text)]).inks if ink.role != "theme")
    literal = (ink for ink in painted if not ink.written.lower().startswith(("var(", "color-mix(")))
    return Handed("css", len(content), inks=(*_named(rules, ""), *literal))


def _named(nodes: Iterable[Any], where: str) -> Iterator[Ink]:
    """The custom properties of rules, those of nested rules as well."""
    for node in nodes:
        if node.type == "declaration" and node.name.startswith("--"):
            yield from _ink(node, where)
        elif node.type in ("qualified-rule", "at-rule") and node.content:
            keyword = f"@{node.lower_at_keyword} " if node.type == "at-rule" else ""
            around = f"{where} {keyword}{tinycss2.serialize(node.prelude)}"
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield from _named(inner, " ".join(around.split())[:_LONGEST])


def _ink(node: Any, where: str) -> Iterator[Ink]:
    """The color that a declaration says, if it says one and nothing else."""
    said = [token for token in node.value if token.type not in ("whitespace", "comment")]
    if len(said) != 1:
        return
    written = tinycss2.serialize(said)[:_LONGEST]
    plain = Ink("", written, "theme", Spot(said[0].source_line, said[0].source_column, part=where), 0)
    if said[0].type == "function" and said[0].lower_name == "var":
        first = next((token.value for token in said[0].arguments if token.type == "ident"), "")
        yield replace(plain, name=node.name, of=first)
    elif _is_literal(said) and (color := color_of(said[0])):
        yield replace(plain, name=node.name, color=color.hex)


def _is_literal(said: list[Any]) -> bool:
    """Whether a value is a color, not made from another one."""
    made = "from " in tinycss2.serialize(said) or getattr(said[0], "lower_name", "") == "color-mix"
    return not made and any(color for _, color in colors(said))

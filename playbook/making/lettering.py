"""Which characters of a drawing are set in which font files of the brand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.making.files import nearest
from playbook.observe.svg.xmltree import Node, parse
from playbook.observed import Unreadable

_NORMAL, _BOLD = 400, 700
_UNSEEN = frozenset({"style", "title", "desc"})
_STRONG = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_SLANTED = frozenset({"em", "i", "cite", "dfn", "var", "address"})
_FAMILY = re.compile(r"font-family\s*:([^;]+)", re.IGNORECASE)
_WEIGHT = re.compile(r"font(?:-weight)?\s*:\s*(?:italic\s+)?(\d{1,4}|bold)\b", re.IGNORECASE)
_SLANT = re.compile(r"font(?:-style)?\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_SHORTHAND = re.compile(r"\bfont\s*:", re.IGNORECASE)
_WRITTEN = re.compile(r"content\s*:([^;}]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FontFace:
    """A font file of a brand: `weight` as CSS has it, `characters` as `unicode-range` has them."""

    family: str
    style: str
    weight: str
    characters: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a text is set: what names its families, its weight, whether it is slanted."""

    families: str = ""
    weight: int = _NORMAL
    slanted: bool = False


def lettering(svg: str, fonts: Sequence[FontFace]) -> dict[FontFace, frozenset[str]]:
    """The font files that a drawing needs, each with the characters set in it; none if it cannot be read.

    Where style sheets set fonts, any text may be set in any family, weight and slant that is named.
    """
    try:
        root = parse(svg.encode())
    except Unreadable:
        return {}
    sheets = "".join(node.text for node in root.walk() if node.name == "style")
    styles = "".join(node.attributes.get("style", "") for node in root.walk())
    loose = "font" in sheets or _SHORTHAND.search(styles)
    texts = _anyhow(root, svg, sheets + styles) if loose else _texts(root)
    found: dict[FontFace, set[str]] = {}
    for setting, text in texts:
        shown = text + text.upper() + text.lower() if "text-transform" in svg else text
        for face in _files(setting, fonts) if text.strip() else ():
            found.setdefault(face, set()).update(shown)
    return {face: frozenset(characters) - frozenset("\t\r\n") for face, characters in found.items()}


def _texts(root: Node) -> Iterator[tuple[_Setting, str]]:
    """The texts, each as the elements around it set it."""
    stack = [(root, _Setting())]
    while stack:
        node, around = stack.pop()
        setting = _set(node, around)
        if node.name not in _UNSEEN:
            yield setting, node.text
            stack.extend((child, setting) for child in node.children)
        yield around, node.tail


def _set(node: Node, around: _Setting) -> _Setting:
    style = node.attributes.get("style", "")
    family, weight, slant = _FAMILY.search(style), _WEIGHT.search(style), _SLANT.search(style)
    bold = "bold" if node.name in _STRONG else ""
    italic = "italic" if node.name in _SLANTED else ""
    slanted = slant[1] if slant else node.attributes.get("font-style", italic)
    return _Setting(
        family[1] if family else node.attributes.get("font-family", around.families),
        _weight(weight[1] if weight else node.attributes.get("font-weight", bold), around.weight),
        slanted != "normal" if slanted else around.slanted,
    )


def _weight(written: str, around: int) -> int:
    if written.isdecimal():
        return int(written)
    return {"bold": _BOLD, "normal": _NORMAL}.get(written.lower(), around)


def _anyhow(root: Node, svg: str, styles: str) -> Iterator[tuple[_Setting, str]]:
    """All of the text, in every way that the drawing sets any."""
    text = "".join((*(text for _, text in _texts(root)), *_WRITTEN.findall(styles)))
    names = {node.name for node in root.walk()}
    weights = {_weight(found, _NORMAL) for found in _WEIGHT.findall(styles)} | {_NORMAL}
    weights |= {_BOLD} if names & _STRONG else set()
    slants = {False, bool(names & _SLANTED or {"italic", "oblique"} & set(_SLANT.findall(styles)))}
    yield from ((_Setting(svg, weight, slanted), text) for weight in weights for slanted in slants)


def _files(setting: _Setting, fonts: Sequence[FontFace]) -> Iterator[FontFace]:
    """The files of the families that are named: those nearest in weight, upright or slanted as asked for."""
    for family in dict.fromkeys(face.family for face in fonts if face.family in setting.families):
        own = [face for face in fonts if face.family == family]
        files = [face for face in own if (face.style == "italic") == setting.slanted] or own
        yield from nearest(files, setting.weight)

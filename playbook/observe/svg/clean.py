"""A copy of an SVG picture that is fit for publishing.

Only what is known to be harmless is kept: no scripts, event attributes or foreign objects, no links, pictures
or style sheets from elsewhere, no animation of links, no at-rules (so no embedded fonts), comments, metadata.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

import tinycss2
from lxml import etree

from playbook.csstext import too_deep
from playbook.observe.svg.refs import leads
from playbook.observe.svg.stylesheet import declarations
from playbook.observe.svg.walk import SVG, bound_css
from playbook.observe.svg.xmltree import Node, parse
from playbook.observed import Unreadable

_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"

_LISTS = tomllib.loads(files(__package__).joinpath("harmless.toml").read_text(encoding="utf-8"))
_ELEMENTS = frozenset[str](_LISTS["elements"])
_PRESENTATION = frozenset[str](_LISTS["presentation"])
_ATTRIBUTES = _PRESENTATION | frozenset[str](_LISTS["attributes"])
_ONLY_WORDS = frozenset({"style", "title", "desc"})
_ANIMATIONS = frozenset({"animate", "animateMotion", "animateTransform", "set"})
_ANIMATED = _ATTRIBUTES - {"href", "xlink:href", "style", "class", "id", "type", "target"}
_INSIDE = re.compile(r"""url\(\s*["']?#[^()"']*["']?\s*\)""", re.IGNORECASE)
_LOADING = re.compile(r"(?:url|src|image|set|fade|element)\(", re.IGNORECASE)
_ARIA = re.compile(r"aria-[a-z]+")
# A backslash spells a name so that it cannot be compared; pictures have no honest use for one.
_RISKY = re.compile(r"\\|@|expression|behaviou?r|-moz-binding", re.IGNORECASE)


def harmless(content: bytes) -> bytes:
    """The picture without whatever could run or call home; equal content gives equal bytes.

    Raises:
        Unreadable: `not-svg`, or as `xmltree.parse` has it.
    """
    root = parse(content)
    bound_css(root)
    if root.name != "svg" or root.namespace not in ("", SVG):
        raise Unreadable("not-svg")
    made = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG, "xlink": _XLINK})
    _fill(made, root)
    stack = [(made, child) for child in reversed(root.children)]
    while stack:
        parent, node = stack.pop()
        if not _kept(node, root):
            _append_text(parent, node.tail)
            continue
        copy = etree.SubElement(parent, f"{{{SVG}}}{node.name}")
        _fill(copy, node)
        copy.tail = node.tail or None
        children = () if node.name in _ONLY_WORDS else node.children
        stack.extend((copy, child) for child in reversed(children))
    return etree.tostring(made, encoding="utf-8", xml_declaration=False, with_tail=False)


def _kept(node: Node, root: Node) -> bool:
    if node.namespace != root.namespace or node.name not in _ELEMENTS:
        return False
    if node.name in ("image", "feImage"):
        return any(True for name, _ in _attributes(node) if name in ("href", "xlink:href"))
    if node.name in ("animate", "animateTransform", "set"):
        return node.attributes.get("attributeName") in _ANIMATED
    return True


def _append_text(parent: etree._Element, text: str) -> None:
    """Text that stood after something left out moves up to what stands before it."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text or None
    else:
        parent.text = (parent.text or "") + text or None


def _fill(copy: etree._Element, node: Node) -> None:
    copy.text = (_sheet(node.text) if node.name == "style" else node.text) or None
    for name, value in _attributes(node):
        prefix, _, local = name.rpartition(":")
        namespace = {"xlink": f"{{{_XLINK}}}", "xml": f"{{{_XML}}}"}.get(prefix, "")
        copy.set(namespace + local, value)


def _attributes(node: Node) -> Iterator[tuple[str, str]]:
    for name, value in node.attributes.items():
        if name == "style":
            if kept := _block(value):
                yield name, kept
        elif _may_stay(node, name, value):
            yield name, value


def _may_stay(node: Node, name: str, value: str) -> bool:
    if name == "attributeName":
        return node.name in _ANIMATIONS
    if name in ("href", "xlink:href"):
        return leads(value) in _allowed(node)
    return bool(_ARIA.fullmatch(name)) or (name in _ATTRIBUTES and _calm(value))


def _allowed(node: Node) -> tuple[str, ...]:
    return (
        ("picture",)
        if node.name == "image"
        else ("inside", "picture")
        if node.name == "feImage"
        else ("inside",)
    )


def _calm(value: str) -> bool:
    """Whether a value neither runs nor loads anything from outside."""
    if leads(value) == "script" or _RISKY.search(value):
        return False
    return not _LOADING.search(_INSIDE.sub("", value))


def _block(text: str) -> str:
    """The harmless declarations of a block, in one way of writing."""
    kept = (
        f"{found.name}:{found.value}{' !important' if found.important else ''}"
        for found in declarations(text)
        if (found.name in _PRESENTATION or found.name.startswith("--")) and _calm(found.value)
    )
    return ";".join(kept)


def _sheet(text: str) -> str:
    """The harmless rules of a style sheet."""
    if too_deep(text):
        return ""
    rules = []
    for node in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if node.type == "qualified-rule":
            selector = tinycss2.serialize(node.prelude).strip()
            block = _block(tinycss2.serialize(node.content))
            if block and _calm(selector):
                rules.append(f"{selector}{{{block}}}")
    return "\n".join(rules)

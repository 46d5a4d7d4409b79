"""A document as a picture: the upper part of its page, held by an SVG drawing.

An SVG that a page shows as a picture runs nothing and loads nothing. It is also a file that somebody may
open by itself, so that nothing is taken over that could do either there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree, html
from tinycss2 import parse_rule_list, parse_stylesheet, serialize
from tinycss2.ast import AtRule, Node, QualifiedRule

from playbook.making.harmless import ALLOWED
from playbook.making.styling import risky

SHOWN = 400
"""px that the picture is wide by itself; what shows it may show it in any size."""

_SVG, _XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_UNSEEN = {"head", "html", "body", "meta", "title", "style", "noscript", "xml"}
_TAGS = {tag for tag in ALLOWED["html"].tags - _UNSEEN if ":" not in tag}
_ATTRIBUTES = ALLOWED["html"].attributes - {"charset", "content", "media", "name", "rel", "style", "target"}
_PICTURE = re.compile(r"data:image/(?:png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/]+=*")
_PAGE = (
    "html{background:#fff;color:#000;display:block;height:%dpx;margin:0;overflow:hidden}"
    "body{box-sizing:border-box;display:block;margin:0;min-height:100%%}"
)
_ALONE = "body{align-items:center;display:flex;justify-content:center;padding:24px}"
_WHOLE = re.compile(r"<(?:!doctype|html|body)\b", re.IGNORECASE)
_LIMIT = re.compile(r"\((min|max)-width:(\d{1,5})px\)")
_ALWAYS = {"all", "screen", "only screen", "(prefers-color-scheme:light)"}
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""


def facsimile(document: str, size: tuple[int, int], pictures: Mapping[str, str]) -> str:
    """The picture of an HTML document on a page of a size in px; empty for one without any words.

    `pictures` leads from addresses that the document names to `data:` addresses of the same pictures; one
    that is not among them is its alternative text. What is no whole document stands in the page's middle.
    """
    try:
        read = html.document_fromstring(_FORBIDDEN.sub("", document))
    except etree.ParserError:
        return ""
    wide, high = size
    root = etree.Element(f"{{{_SVG}}}svg", nsmap={None: _SVG})
    root.attrib.update({"width": str(SHOWN), "height": f"{SHOWN * high / wide:g}"})
    root.attrib.update({"viewBox": f"0 0 {wide} {high}", "style": "background:#fff;color-scheme:light"})
    holder = etree.SubElement(root, f"{{{_SVG}}}foreignObject", {"width": str(wide), "height": str(high)})
    page = etree.SubElement(holder, f"{{{_XHTML}}}html", nsmap={None: _XHTML})
    page.attrib.update({name: value for name in ("lang", "dir") if (value := read.get(name))})
    base = _PAGE % high + ("" if _WHOLE.search(document) else _ALONE)
    etree.SubElement(page, f"{{{_XHTML}}}style").text = base + "".join(_sheets(read, wide))
    body = read if read.body is None else read.body
    page.append(_tamed(body, pictures))
    return etree.tostring(root, encoding="unicode") if body.text_content().strip() else ""


def _sheets(read: html.HtmlElement, wide: int) -> Iterator[str]:
    """The style sheets as they are on a light screen of some width."""
    for style in read.iter("style"):
        rules = parse_stylesheet(style.text or "", skip_comments=True, skip_whitespace=True)
        css = "".join(_rules(rules, wide))
        if not risky(css, decoded=False):
            yield css


def _rules(nodes: Iterable[Node], wide: int) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            yield node.serialize()
        elif isinstance(node, AtRule) and node.lower_at_keyword == "media" and _applies(node, wide):
            inside = parse_rule_list(node.content or (), skip_comments=True, skip_whitespace=True)
            yield "".join(rule.serialize() for rule in inside if isinstance(rule, QualifiedRule))


def _applies(media: AtRule, wide: int) -> bool:
    """Whether the condition of `@media` holds; one that is not known does not."""
    plain = re.sub(r"\s*:\s*", ":", " ".join(serialize(media.prelude).lower().split()))
    return any(all(_holds(part, wide) for part in one.strip().split(" and ")) for one in plain.split(","))


def _holds(part: str, wide: int) -> bool:
    limit = _LIMIT.fullmatch(part)
    if limit:
        return wide >= int(limit[2]) if limit[1] == "min" else wide <= int(limit[2])
    return part in _ALWAYS


def _tamed(body: html.HtmlElement, pictures: Mapping[str, str]) -> html.HtmlElement:
    """The body with what may stand in a picture alone, as XHTML; links lead nowhere."""
    for node in list(body.iter()):
        if not isinstance(node.tag, str) or (node is not body and node.tag not in _TAGS):
            node.drop_tree()
            continue
        kept = dict(_attributes(node))
        address = node.get("src", "")
        shown = pictures.get(address, address)
        if node.tag == "img" and not _PICTURE.fullmatch(shown):
            node.tag, node.text = "span", node.get("alt", "")
        elif node.tag == "img":
            kept["src"] = shown
        node.attrib.clear()
        node.attrib.update(kept)
        node.tag = f"{{{_XHTML}}}{node.tag if node is not body else 'body'}"
    return body


def _attributes(node: html.HtmlElement) -> Iterator[tuple[str, str]]:
    yield from ((name, value) for name, value in node.attrib.items() if name in _ATTRIBUTES)
    style = node.get("style", "")
    if style and not risky(style, decoded=True):
        yield "style", style

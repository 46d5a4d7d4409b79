"""Safe reading of foreign XML into a plain tree: no entities, no network; bytes, elements, depth bounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from playbook.observed import Unreadable

MAX_BYTES = 5_000_000
MAX_NODES = 10_000
MAX_DEPTH = 200
_TOO_DEEP = "Excessive depth"
"""How libxml2 begins when it gives up on nested elements; its code for that it also gives to long texts."""
_PREFIXES = {"http://www.w3.org/1999/xlink": "xlink:", "http://www.w3.org/XML/1998/namespace": "xml:"}


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """An element; equal only to itself.

    `name` is local and `namespace` its URI. Attributes without a namespace stand under their name, those of
    XLink and XML as `xlink:href` and `xml:space`; others are left out. `text` and `tail` as in ElementTree.
    """

    namespace: str
    name: str
    attributes: Mapping[str, str]
    text: str
    tail: str
    line: int
    children: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def words(self) -> str:
        """All text inside, in reading order, with blanks run together."""
        parts: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                parts.append(item)
            else:
                parts.append(item.text)
                stack.extend(piece for child in reversed(item.children) for piece in (child.tail, child))
        return " ".join("".join(parts).split())


def parse(content: bytes, max_bytes: int = MAX_BYTES) -> Node:
    """The tree of a document.

    Raises:
        Unreadable: `too-large`, `compressed`, `doctype` (it declares entities), `malformed`, `too-deep` or
            `too-complex`.
    """
    if len(content) > max_bytes:
        raise Unreadable("too-large", size=len(content), limit=max_bytes)
    if content.startswith(b"\x1f\x8b"):
        raise Unreadable("compressed")
    if b"<!ENTITY" in content.replace(b"\0", b""):  # UTF-16 pads each letter with a zero
        raise Unreadable("doctype")
    return _plain(_root(content))


def _root(content: bytes) -> etree._Element:
    reader = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, reader)
    except etree.XMLSyntaxError as error:
        if error.msg and error.msg.startswith(_TOO_DEEP):
            raise Unreadable("too-deep", limit=MAX_DEPTH) from error
        raise Unreadable("malformed", line=error.lineno or 1) from error
    except (ValueError, LookupError) as error:  # an encoding that is unknown or not kept to
        raise Unreadable("malformed", line=1) from error
    doctype = root.getroottree().docinfo.internalDTD
    if doctype is not None and any(True for _ in doctype.iterentities()):
        raise Unreadable("doctype")
    return root


def _plain(root: etree._Element) -> Node:
    """The tree as nodes, children made before their parents."""
    elements = _bounded(root)
    made: dict[etree._Element, Node] = {}
    for element in reversed(elements):
        made[element] = _node(element, tuple(made[child] for child in element.iterchildren("*")))
    return made[root]


def _bounded(root: etree._Element) -> list[etree._Element]:
    elements = []
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end"), tag="*"):
        depth += 1 if event == "start" else -1
        if event == "start":
            elements.append(element)
        if depth > MAX_DEPTH:
            raise Unreadable("too-deep", limit=MAX_DEPTH)
        if len(elements) > MAX_NODES:
            raise Unreadable("too-complex", limit=MAX_NODES)
    return elements


def _node(element: etree._Element, children: tuple[Node, ...]) -> Node:
    name = etree.QName(element)
    return Node(
        namespace=name.namespace or "",
        name=name.localname,
        attributes=dict(_attributes(element)),
        text=element.text or "",
        tail=element.tail or "",
        line=element.sourceline or 1,
        children=children,
    )


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        namespace, _, name = str(key).rpartition("}")
        if not namespace:
            yield name, str(value)
        elif prefix := _PREFIXES.get(namespace[1:]):
            yield prefix + name, str(value)

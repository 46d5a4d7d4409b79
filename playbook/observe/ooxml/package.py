"""The zip that an Office document is: its parts and what they refer to, read within bounds."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from playbook.observe.ooxml.names import STRICT
from playbook.observed import Unreadable

MAX_PARTS = 5_000
MAX_BYTES = 300_000_000
"""Unpacked, all parts together, as the package says and as it turns out."""
MAX_XML = 12_000_000
MAX_TAGS = 400_000
MAX_MEDIA = 40_000_000
_RATIO = 300
_SMALL = 1_000_000
_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LOCKED = 0x1


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to by an id: the last word of its type, and a part's path or an outside address."""

    kind: str
    target: str
    external: bool


class Package:
    """An open package. Reading counts against one budget, so that parts read twice cannot run away."""

    def __init__(self, content: bytes) -> None:
        """Look at the list of parts.

        Raises:
            Unreadable: `not-zip`, `zip-bomb` or `encrypted`.
        """
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
            self._parts = {found.filename: found for found in self._zip.infolist()}
        except Exception as error:  # the reader of zips raises whatever broken bytes lead it to
            raise Unreadable("not-zip") from error
        self._left = MAX_BYTES
        _bound(self._parts.values())

    def __contains__(self, path: str) -> bool:
        return path in self._parts

    def paths(self) -> tuple[str, ...]:
        """Every part's path, in the package's order."""
        return tuple(self._parts)

    def xml(self, path: str) -> etree._Element:
        """The root of a part; an empty element where there is none.

        Raises:
            Unreadable: `zip-bomb`, `office-entities` or `damaged`.
        """
        return _parsed(self.bytes(path, MAX_XML)) if path in self._parts else etree.Element("none")

    def bytes(self, path: str, limit: int = MAX_MEDIA) -> bytes:
        """A part's content.

        Raises:
            Unreadable: `zip-bomb` or `damaged`.
        """
        try:
            with self._zip.open(self._parts[path]) as part:
                content = part.read(limit + 1)
        except Exception as error:  # as above
            raise Unreadable("damaged") from error
        self._left -= len(content)
        if len(content) > limit or self._left < 0:
            raise Unreadable("zip-bomb", limit=limit)
        return content

    def relations(self, path: str) -> Mapping[str, Relation]:
        """What a part refers to, by the ids that it uses."""
        folder, name = posixpath.split(path)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {found.get("Id", ""): _relation(found, folder) for found in root.iter(_RELATED)}


def _relation(found: etree._Element, folder: str) -> Relation:
    kind = found.get("Type", "").rpartition("/")[2]
    target = found.get("Target", "")
    if found.get("TargetMode") == "External":
        return Relation(kind, target, external=True)
    path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
    return Relation(kind, posixpath.normpath(path), external=False)


def _bound(parts: Collection[zipfile.ZipInfo]) -> None:
    if len(parts) > MAX_PARTS:
        raise Unreadable("zip-bomb", limit=MAX_PARTS)
    if sum(part.file_size for part in parts) > MAX_BYTES:
        raise Unreadable("zip-bomb", limit=MAX_BYTES)
    for part in parts:
        if part.file_size > max(_SMALL, _RATIO * part.compress_size):
            raise Unreadable("zip-bomb", limit=_RATIO * part.compress_size)
        if part.flag_bits & _LOCKED:
            raise Unreadable("encrypted")


def _parsed(content: bytes) -> etree._Element:
    if b"<!DOCTYPE" in content.replace(b"\0", b""):  # UTF-16 pads each letter with a zero
        raise Unreadable("office-entities")
    if content.count(b"<") > MAX_TAGS:
        raise Unreadable("zip-bomb", limit=MAX_TAGS)
    for strict, usual in STRICT.items():
        content = content.replace(strict, usual[1:-1].encode())
    reader = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, reader)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise Unreadable("damaged") from error

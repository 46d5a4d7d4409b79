"""Bounds on font files, set before a font library unpacks them: small files can ask for endless memory."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO

import brotli
from fontTools.ttLib.sfnt import SFNTReader
from fontTools.ttLib.woff2 import WOFF2DirectoryEntry

from playbook.observed import Unreadable

MAX_BYTES = 20_000_000
MAX_UNPACKED = 80_000_000
_MOST_TABLES = 200
_MOST_NAMES = 2_000
_MOST_NAME_BYTES = 2_000_000
_MOST_SUBTABLES = 64
_MOST_GROUPS = 100_000
_MOST_CHARACTERS = 2_000_000
_WOFF2_HEADER = 48
_WOFF_HEADER = 44


def guard_file(content: bytes) -> None:
    """Refuse what is, or would unpack to, more than a font ever needs.

    Raises:
        Unreadable: `too-large`.
        struct.error, zlib.error, brotli.error: where the file is broken.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable("too-large", size=len(content), limit=MAX_BYTES)
    magic = content[:4]
    if magic == b"wOF2":
        _bounded(_unpacked_woff2(content))
    elif magic == b"wOFF":
        _bounded(_unpacked_woff(content))
    else:
        _few(struct.unpack_from(">H", content, 4)[0], _MOST_TABLES)


def guard_tables(reader: SFNTReader) -> None:
    """Refuse names and character maps that point at the same bytes over and over.

    Raises:
        Unreadable: `too-complex`.
        struct.error: where a table is broken.
    """
    if "name" in reader:
        _guard_names(reader["name"])
    if "cmap" in reader:
        _guard_characters(reader["cmap"])


def _bounded(sizes: Iterable[int]) -> None:
    total = 0
    for size in sizes:
        total += size
        if total > MAX_UNPACKED:
            raise Unreadable("too-large", size=total, limit=MAX_UNPACKED)


def _unpacked_woff(content: bytes) -> Iterator[int]:
    """The real size of each table and of the metadata; the directory may lie about them."""
    (count,) = struct.unpack_from(">H", content, 12)
    _few(count, _MOST_TABLES)
    rows = [struct.unpack_from(">LLL", content, _WOFF_HEADER + 20 * at + 4) for at in range(count)]
    for offset, packed, size in [*rows, struct.unpack_from(">LLL", content, 24)]:
        data = content[offset : offset + packed]
        yield len(data) if packed == size else len(zlib.decompressobj().decompress(data, MAX_UNPACKED + 1))


def _unpacked_woff2(content: bytes) -> Iterator[int]:
    """The real size of the one stream that holds all tables, and of the metadata."""
    (count,) = struct.unpack_from(">H", content, 12)
    _few(count, _MOST_TABLES)
    file = BytesIO(content)
    file.seek(_WOFF2_HEADER)
    for _ in range(count):
        WOFF2DirectoryEntry().fromFile(file)
    (packed,) = struct.unpack_from(">L", content, 20)
    offset, length = struct.unpack_from(">LL", content, 28)
    for data in (file.read(packed), content[offset : offset + length]):
        yield len(brotli.Decompressor().process(data, output_buffer_limit=MAX_UNPACKED + 1)) if data else 0


def _guard_names(table: bytes) -> None:
    (count,) = struct.unpack_from(">H", table, 2)
    _few(count, _MOST_NAMES)
    _few(sum(struct.unpack_from(">H", table, 6 + 12 * at + 8)[0] for at in range(count)), _MOST_NAME_BYTES)


def _guard_characters(table: bytes) -> None:
    (count,) = struct.unpack_from(">H", table, 2)
    _few(count, _MOST_SUBTABLES)
    for offset in {struct.unpack_from(">L", table, 4 + 8 * at + 4)[0] for at in range(count)}:
        _few(sum(max(0, end - start + 1) for start, end in _ranges(table, offset)), _MOST_CHARACTERS)


def _ranges(table: bytes, offset: int) -> Iterator[tuple[int, int]]:
    """The character ranges of a subtable; formats that list their characters singly have none."""
    (kind,) = struct.unpack_from(">H", table, offset)
    if kind == 4:
        (size,) = struct.unpack_from(">H", table, offset + 6)
        for at in range(0, size - 1, 2):
            (end,) = struct.unpack_from(">H", table, offset + 14 + at)
            (start,) = struct.unpack_from(">H", table, offset + 16 + size + at)
            yield start, end
    elif kind in (12, 13):
        (groups,) = struct.unpack_from(">L", table, offset + 12)
        _few(groups, _MOST_GROUPS)
        for at in range(groups):
            start, end = struct.unpack_from(">LL", table, offset + 16 + 12 * at)
            yield start, end


def _few(count: int, limit: int) -> None:
    if count > limit:
        raise Unreadable("too-complex", limit=limit)

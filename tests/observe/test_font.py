"""Font files: what they say of themselves, and what cannot be read."""

from __future__ import annotations

import struct
import zlib

import brotli
import pytest

from playbook.observe.font import guard, observe
from playbook.observed import FontFacts, Unreadable
from tests.observe.fonts import built, with_table


@pytest.mark.parametrize("flavor, kind", [(None, "ttf"), ("woff", "woff"), ("woff2", "woff2")])
def test_every_format_tells_the_same(flavor, kind):
    assert observe(built(flavor=flavor)) == FontFacts(
        format=kind,
        family="Probe",
        subfamily="Light",
        weight=300,
        weights=(300, 300),
        italic=False,
        embedding="installable",
        licence="SIL Open Font License 1.1",
        licence_url="https://example.org/ofl",
        units_per_em=1000,
        coverage=frozenset({0x20, ord("A"), ord("ñ")}),
    )


@pytest.mark.parametrize(
    "bits, embedding",
    [
        (0, "installable"),
        (0x2, "restricted"),
        (0x4, "preview-print"),
        (0x8, "editable"),
        (0xE, "editable"),
        (0x100, "installable"),
        (0x1, "unknown"),
    ],
)
def test_embedding_permission(bits, embedding):
    assert observe(built(fsType=bits)).embedding == embedding


def test_italic_and_variable_weights():
    facts = observe(built(fsSelection=1, wght=(100, 400, 900)))
    assert (facts.italic, facts.weights) == (True, (100, 900))


@pytest.mark.parametrize(
    "text, missing",
    [
        ("A ñ\n\tA", ""),
        ("An\u0303", ""),
        ("N\u0303", "Ñ"),
        ("Año", "o"),
        ("ooxo", "ox"),
        ("A\u200d\ufe0f\u00a0\u00ad", ""),
        ("€", "€"),
    ],
)
def test_missing_glyphs(text, missing):
    assert observe(built()).missing(text) == missing


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", "not-font"),
        (b"<svg/>", "not-font"),
        (b"wOF2", "not-font"),
        (b"OTTO\0\1", "not-font"),
        (b"ttcf" + bytes(100), "font-collection"),
        (built()[:200], "not-font"),
        (built(flavor="woff")[:200], "not-font"),
        (built(flavor="woff2")[:200], "not-font"),
        (built() + bytes(20_000_000), "too-large"),
    ],
)
def test_what_cannot_be_read_says_why(content, reason):
    with pytest.raises(Unreadable) as caught:
        observe(content)
    assert caught.value.reason == reason


def woff2_bomb() -> bytes:
    """One table whose few bytes unpack to 200 MB, while the header tells of 100."""
    packed = brotli.compress(bytes(200_000_000), quality=1)
    entry = bytes([0, 100])
    size = 48 + len(entry) + len(packed)
    head = struct.pack(
        ">4s4sLHHLLHHLLLLL", b"wOF2", b"OTTO", size, 1, 0, 100, len(packed), 1, 0, 0, 0, 0, 0, 0
    )
    return bytes(head + entry + packed)


def woff_bomb() -> bytes:
    packed = zlib.compress(bytes(200_000_000), 1)
    size = 44 + 20 + len(packed)
    head = struct.pack(">4s4sLHHLHHLLLLL", b"wOFF", b"OTTO", size, 1, 0, 100, 1, 0, 0, 0, 0, 0, 0)
    entry = struct.pack(">4sLLLL", b"name", 64, len(packed), len(packed) + 1, 0)
    return head + entry + packed


def cmap(subtable: bytes, count: int = 1) -> bytes:
    offset = 4 + 8 * count
    return struct.pack(">HH", 0, count) + struct.pack(">HHL", 3, 10, offset) * count + subtable


def groups(*ranges: tuple[int, int]) -> bytes:
    rows = b"".join(struct.pack(">LLL", start, end, 1) for start, end in ranges)
    return struct.pack(">HHLLL", 12, 0, 16 + len(rows), 0, len(ranges)) + rows


def segments(count: int) -> bytes:
    row = struct.pack(">H", 0xFFFF) * count
    body = row + b"\0\0" + bytes(2 * count) + bytes(4 * count)
    return struct.pack(">HHHHHHH", 4, 14 + len(body), 0, 2 * count, 0, 0, 0) + body


@pytest.mark.parametrize(
    "make, reason",
    [
        pytest.param(woff2_bomb, "too-large", id="woff2"),
        pytest.param(woff_bomb, "too-large", id="woff"),
        pytest.param(
            lambda: with_table("cmap", cmap(groups((0, 0xFFFFFFF0)))), "too-complex", id="one range"
        ),
        pytest.param(
            lambda: with_table("cmap", cmap(groups(*[(0, 999_999)] * 9))), "too-complex", id="ranges"
        ),
        pytest.param(lambda: with_table("cmap", cmap(segments(8_000))), "too-complex", id="segments"),
        pytest.param(lambda: with_table("cmap", cmap(b"", 100)), "too-complex", id="subtables"),
        pytest.param(
            lambda: with_table("name", struct.pack(">HHH", 0, 9_000, 6) + bytes(12 * 9_000)),
            "too-complex",
            id="names",
        ),
        pytest.param(
            lambda: with_table(
                "name", struct.pack(">HHH", 0, 1_000, 6) + struct.pack(">6H", 3, 1, 0, 1, 0xFFFF, 0) * 1_000
            ),
            "too-complex",
            id="long names",
        ),
        pytest.param(lambda: b"OTTO" + b"\xff" * 200, "too-complex", id="tables"),
    ],
)
def test_bombs_are_refused_before_they_unpack(make, reason):
    with pytest.raises(Unreadable) as caught:
        observe(make())
    assert caught.value.reason == reason


def test_the_guard_leaves_the_bound_to_spare_for_real_fonts():
    assert guard.MAX_UNPACKED > guard.MAX_BYTES

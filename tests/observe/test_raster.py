"""Pixel pictures: what they are, and what cannot be read."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from playbook.observe.raster import observe
from playbook.observed import RasterFacts, Unreadable

BRAND = (0xF8, 0xBE, 0x05)
INK = (0x24, 0x22, 0x22)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def logo(mode: str = "RGB") -> Image.Image:
    """100 x 50: a quarter in ink, the rest in the brand's color."""
    image = Image.new(mode, (100, 50), BRAND)
    image.paste(INK, (0, 0, 25, 50))
    return image


def told(facts: RasterFacts) -> tuple[str, int, int, bool, float | None]:
    return facts.format, facts.width, facts.height, facts.has_alpha, facts.dpi


@pytest.mark.parametrize(
    "content, expected",
    [
        (encoded(logo(), "PNG"), ("png", 100, 50, False, None)),
        (encoded(logo(), "PNG", dpi=(300, 300)), ("png", 100, 50, False, 300.0)),
        (encoded(logo("RGBA"), "PNG"), ("png", 100, 50, True, None)),
        (encoded(logo(), "JPEG", dpi=(72, 144)), ("jpeg", 100, 50, False, 72.0)),
        (encoded(logo().convert("CMYK"), "JPEG"), ("jpeg", 100, 50, False, None)),
        (encoded(logo(), "WEBP"), ("webp", 100, 50, False, None)),
        (encoded(logo().convert("P"), "GIF"), ("gif", 100, 50, False, None)),
    ],
)
def test_format_size_alpha_and_resolution(content, expected):
    assert told(observe(content)) == expected


def test_a_turned_photograph_has_the_size_that_people_see():
    exif = Image.Exif()
    exif[0x0112] = 6
    facts = observe(encoded(logo(), "JPEG", exif=exif))
    assert (facts.width, facts.height) == (50, 100)


@pytest.mark.parametrize("kind, options", [("PNG", {}), ("WEBP", {"lossless": True})])
def test_colors_are_exact_and_shared_out(kind, options):
    swatches = observe(encoded(logo(), kind, **options)).swatches
    assert [(swatch.color, swatch.share) for swatch in swatches] == [("#F8BE05", 0.75), ("#242222", 0.25)]


def test_only_opaque_pixels_count():
    image = logo("RGBA")
    image.paste((*BRAND, 100), (25, 0, 100, 50))
    assert [swatch.color for swatch in observe(encoded(image, "PNG")).swatches] == ["#242222"]
    assert observe(encoded(Image.new("RGBA", (5, 5)), "PNG")).swatches == ()


def test_near_equal_pixels_count_with_the_commonest():
    image = logo()
    image.putpixel((99, 49), (0xF9, 0xBD, 0x06))
    assert [swatch.color for swatch in observe(encoded(image, "PNG")).swatches] == ["#F8BE05", "#242222"]


def test_many_colors_are_cut_to_the_sixteen_largest():
    image = Image.new("RGB", (640, 480))
    image.putdata([(x % 256, y % 256, x * y % 256) for y in range(480) for x in range(640)])
    swatches = observe(encoded(image, "PNG")).swatches
    assert len(swatches) == 16
    assert sum(swatch.share for swatch in swatches) < 1
    assert sorted(swatches, key=lambda swatch: -swatch.share) == list(swatches)


def test_modes_without_a_plain_color_have_no_swatches():
    assert observe(encoded(Image.new("I;16", (4, 4)), "PNG")).swatches == ()


def png_of(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", "not-raster"),
        (b"<svg/>", "not-raster"),
        (encoded(logo(), "BMP"), "not-raster"),
        (encoded(logo(), "PNG")[:60], "truncated"),
        (encoded(Image.effect_noise((64, 64), 50), "JPEG")[:-500], "truncated"),
        (png_of(100, 100), "truncated"),
        (png_of(8_000, 7_000), "too-many-pixels"),
        (png_of(60_000, 60_000), "too-many-pixels"),
        (encoded(logo(), "PNG") + b"\0" * 30_000_000, "too-large"),
    ],
)
def test_what_cannot_be_read_says_why(content, reason):
    with pytest.raises(Unreadable) as caught:
        observe(content)
    assert caught.value.reason == reason


def patches(image: Image.Image, kind: str = "PNG", **options: Any) -> dict[str, tuple[Any, ...]]:
    facts = observe(encoded(image, kind, **options), placed=True)
    return {swatch.color: swatch.areas for swatch in facts.swatches}


def test_where_colors_lie():
    image = Image.new("RGB", (400, 200), BRAND)
    image.paste(INK, (40, 20, 80, 60))
    image.paste(INK, (200, 100, 400, 200))
    image.paste(INK, (300, 20, 302, 22))
    assert patches(image) == {
        "#F8BE05": ((0.0, 0.0, 1.0, 1.0),),
        "#242222": ((0.5, 0.5, 1.0, 1.0), (0.1, 0.1, 0.2, 0.3)),
    }


def test_a_color_of_specks_has_one_place_and_clear_pixels_have_none():
    image = Image.new("RGBA", (100, 100))
    image.putpixel((10, 20), (*INK, 255))
    image.putpixel((30, 20), (*INK, 255))
    image.putpixel((50, 50), (*BRAND, 9))
    assert patches(image) == {"#242222": ((0.1, 0.2, 0.11, 0.21),)}


@pytest.mark.parametrize(
    "orientation, area",
    [
        (1, (0.0, 0.0, 0.25, 1.0)),
        (2, (0.75, 0.0, 1.0, 1.0)),
        (3, (0.75, 0.0, 1.0, 1.0)),
        (6, (0.0, 0.0, 1.0, 0.25)),
        (8, (0.0, 0.75, 1.0, 1.0)),
    ],
)
def test_patches_of_a_turned_picture_lie_where_people_see_them(orientation, area):
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert patches(logo(), exif=exif)["#242222"] == (area,)


def test_nobody_waits_for_places_that_are_not_asked_for():
    assert all(not swatch.areas for swatch in observe(encoded(logo(), "PNG")).swatches)

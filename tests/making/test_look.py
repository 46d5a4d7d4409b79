"""What documents are set in: the fonts of the brand's roles, and the logo that is for paper."""

from __future__ import annotations

import sys
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

import playbook
from playbook.brand.fonts import Fonts
from playbook.brand.logo import Logo
from playbook.facts import reader
from playbook.making.look import look
from playbook.observed import Unreadable
from playbook.render import raster
from playbook.render.brand_view import elements
from playbook.render.look import MissingExtra
from tests.building import ROOT

BRAND = playbook.load(ROOT).playbook.brand
SEEN = elements(BRAND)
READ = reader(ROOT)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10z"/>%s</svg>'


def picture(kind: str, size: tuple[int, int] = (30, 10)) -> bytes:
    made = BytesIO()
    Image.new("RGB", size).save(made, kind)
    return made.getvalue()


FILES = {
    "a.svg": SVG % b"",
    "words.svg": SVG % b"<text>a</text>",
    "bad.svg": SVG % b'<script>x</script><image href="http://x.example"/>',
    "b.png": picture("PNG"),
    "c.jpg": picture("JPEG"),
    "d.webp": picture("WEBP"),
    "e.svg": SVG % b"",
    "e.png": picture("PNG", (40, 10)),
    "f.svg": b"<svg",
    "g.png": b"x",
}


def read(path: str) -> bytes:
    if path not in FILES:
        raise Unreadable("missing")
    return FILES[path]


def drawn(svg: bytes) -> bytes:
    return b"dots of " + svg[:4]


def absent(svg: bytes) -> bytes:
    raise MissingExtra("pdf")


def with_logos(*variants: tuple[str, list[str]], draw: Any = drawn, **more: str) -> Any:
    found = {file.replace(".", "-"): {"file": file, "on": on, "alt": file} for file, on in variants}
    made = Logo.model_validate({"variants": found, **more})
    files = {file: file for file, _ in variants}
    return look(replace(BRAND, logo=made, files=files), SEEN, read, draw)


@pytest.mark.parametrize(
    "variants, alt",
    [
        ([("a.svg", [])], "a.svg"),
        ([("a.svg", ["dark"]), ("b.png", ["light"])], "b.png"),
        ([("a.svg", ["dark"])], ""),
        ([("a.svg", ["#FFFFFF", "dark"])], "a.svg"),
        ([("f.svg", []), ("g.png", []), ("missing.png", []), ("b.png", [])], "b.png"),
        ([], ""),
    ],
)
def test_the_logo_is_the_first_that_can_stand_on_paper(variants, alt):
    assert with_logos(*variants).logo_alt == alt


def test_the_first_choice_comes_first_and_the_icon_of_tabs_not_at_all():
    variants: list[tuple[str, list[str]]] = [("a.svg", []), ("b.png", []), ("c.jpg", [])]
    assert with_logos(*variants, primary="b-png").logo_alt == "b.png"
    assert with_logos(*variants, primary="missing", favicon="a-svg").logo_alt == "a.svg"
    assert with_logos(*variants[1:], variants[0], favicon="a-svg", primary="c-jpg").logo_alt == "c.jpg"
    assert with_logos(("a.svg", ["light"]), ("b.png", ["dark"]), primary="b-png", favicon="a-svg").logo == b""


@pytest.mark.parametrize(
    "file, kind, ratio, dots",
    [
        ("a.svg", "svg", 2, b"dots of <svg"),
        ("b.png", "png", 3, FILES["b.png"]),
        ("c.jpg", "jpeg", 3, FILES["c.jpg"]),
        ("e.svg", "svg", 2, FILES["e.png"]),
        ("words.svg", "svg", 2, b""),
    ],
)
def test_a_drawing_is_given_as_dots_too(file, kind, ratio, dots):
    found = with_logos((file, []))
    assert (found.logo_kind, found.logo_ratio, found.logo_dots) == (kind, ratio, dots)


def test_a_picture_that_office_programs_do_not_know_becomes_one_they_do():
    found = with_logos(("d.webp", []))
    assert (found.logo_kind, found.logo_ratio) == ("png", 3)
    assert found.logo_dots == found.logo != b""
    assert Image.open(BytesIO(found.logo)).format == "PNG"


def test_a_drawing_is_harmless_before_anything_draws_it():
    found = with_logos(("bad.svg", []), draw=lambda svg: svg)
    assert found.logo_dots == found.logo
    assert b"script" not in found.logo
    assert b"x.example" not in found.logo


def test_without_what_draws_it_there_are_no_dots():
    found = with_logos(("a.svg", []), draw=absent)
    assert (found.logo != b"", found.logo_dots) == (True, b"")


def test_what_draws_it_is_an_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    raster.png.cache_clear()
    with pytest.raises(MissingExtra, match="pdf"):
        raster.png(FILES["a.svg"])


def test_a_drawing_becomes_a_picture_with_a_clear_ground():
    raster.png.cache_clear()
    image = Image.open(BytesIO(raster.png(FILES["a.svg"])))
    assert image.size == (1200, 600)
    assert image.convert("RGBA").getpixel((10, 590)) == (0, 0, 0, 0)
    assert image.convert("RGBA").getpixel((1190, 10)) == (0, 0, 0, 255)
    assert raster.png(b"<svg") == b""


def test_the_fonts_are_those_of_headings_and_text():
    found = look(BRAND, SEEN, READ, drawn).faces
    assert {(face.role, face.family) for face in found} == {
        ("heading", "Gabarito"),
        ("body", "Atkinson Hyperlegible Next"),
    }
    assert {(face.weight, face.style) for face in found if face.role == "body"} == {
        ("400", "normal"),
        ("400", "italic"),
        ("700", "normal"),
    }
    assert all(face.free and face.content for face in found)


def test_fonts_that_may_not_be_passed_on_are_not_free_and_missing_ones_left_out():
    files = ["b.png", "missing.woff2"]
    family = {"name": "A 'x'", "files": files, "licence": {"name": "Ours", "download": False}}
    fonts = Fonts.model_validate({"families": {"a": family}, "roles": {"body": "a"}})
    brand = replace(BRAND, fonts=fonts, files={name: name for name in files})
    found = look(brand, SEEN, read, drawn).faces
    assert [(face.role, face.family, face.free) for face in found] == [
        ("heading", "A x", False),
        ("body", "A x", False),
    ]


def test_printers_know_the_colors():
    inks = look(BRAND, SEEN, READ, drawn).inks
    assert (inks["#561B3F"].name, inks["#561B3F"].pantone) == ("Fig", "229 C")

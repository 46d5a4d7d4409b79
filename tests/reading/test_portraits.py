"""Pictures of files for reports: painted in a process with limits, and harmless."""

from __future__ import annotations

import json
import sys
from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from playbook.observed import Unreadable
from playbook.reading import Painter, wire
from playbook.reading.portraits import portraits
from tests.observe.test_pdf import made
from tests.reading.test_hostile_files import HOSTILE

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
  <script>1</script><path d="M0 0h9v9z"/>
</svg>"""


def encoded(image, kind, **options):
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def test_a_drawing_runs_nothing():
    [(page, media, content)] = portraits("a.svg", SVG, (1,))
    assert (page, media) == (0, "svg+xml")
    assert b"<path" in content
    assert b"script" not in content


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_pixels_are_shown_as_they_are(kind):
    picture = encoded(Image.new("RGB", (9, 9)), kind)
    assert list(portraits("a", picture, ())) == [(0, kind.lower(), picture)]


@pytest.mark.parametrize("mode, media", [("RGB", "jpeg"), ("RGBA", "png")])
def test_what_is_heavy_is_made_smaller_and_upright(mode, media):
    exif = Image.Exif()
    exif[0x0112] = 6
    noise = Image.effect_noise((1800, 1500), 90).convert(mode)
    [(_, told, content)] = portraits("a.png", encoded(noise, "PNG", exif=exif), ())
    image = Image.open(BytesIO(content))
    assert (told, image.size, image.getexif().get(0x0112)) == (media, (1333, 1600), None)


def test_pages_are_painted():
    pytest.importorskip("pypdfium2")
    content = made("1 0 0 rg 0 0 50 50 re f", "", "/Rotate 90/CropBox[0 0 100 50]")
    [(page, media, picture)] = portraits("a.pdf", content, (0, 1, 2))
    image = Image.open(BytesIO(picture)).getchannel("G")
    assert (page, media, image.size) == (1, "jpeg", (200, 400))
    assert [image.crop((100, y, 101, y + 1)).getextrema()[0] for y in (20, 180, 220, 380)] == [0, 0, 255, 255]


@pytest.mark.parametrize("box", ["0 0 99999999 9", "0 0 14400 14400", "0 0 0 0", "5 5 1 1"])
def test_a_page_of_any_size_is_painted_within_bounds(box):
    pytest.importorskip("pypdfium2")
    content = made("0 0 5 5 re f").replace(b"0 0 100 100", box.encode())
    [(_, _, picture)] = portraits("a.pdf", content, (1,))
    assert max(Image.open(BytesIO(picture)).size) <= 2_448


def test_without_a_painter_that_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(Unreadable) as caught:
        list(portraits("a.pdf", made("f"), (1,)))
    assert caught.value.reason == "no-pdf-painter"


def test_a_painter_shows_files_one_after_the_other(tmp_path):
    pytest.importorskip("pypdfium2")
    files = {"a.svg": SVG, "b.pdf": made("0 0 9 9 re f"), "c.css": b"a{}", "d.svg": b"<svg"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    with Painter() as painter:
        found = {name: painter((tmp_path / name).as_posix(), (1,)) for name in (*files, "missing.svg")}
    assert {name: list(shown.pages) for name, shown in found.items() if shown.pages} == {
        "a.svg": [0],
        "b.pdf": [1],
    }
    assert {name: shown.refused.message for name, shown in found.items() if shown.refused} == {
        "d.svg": "unreadable.malformed",
        "missing.svg": "unreadable.missing",
    }
    address = found["b.pdf"].pages[1]
    assert b64decode(address.removeprefix("data:image/jpeg;base64,"), validate=True).startswith(b"\xff\xd8")


def test_no_hostile_file_is_shown(tmp_path):
    with Painter() as painter:
        for name, (content, _) in HOSTILE.items():
            (tmp_path / name).write_bytes(content)
            shown = painter((tmp_path / name).as_posix(), (1, 2))
            assert all(address.startswith("data:image/") for address in shown.pages.values())


@pytest.mark.parametrize(
    "picture",
    [
        {"page": 1, "media": "png", "data": 'AA==\\"'},
        {"page": 1, "media": "png", "data": "<script>"},
        {"page": 1, "media": "html", "data": "AA=="},
        {"page": "x", "media": "png", "data": "AA=="},
    ],
)
def test_what_is_no_picture_is_mistrusted(picture):
    line = json.dumps({"pictures": [picture]}).encode()
    with pytest.raises(ValueError, match=r"."):
        wire.understood(line)

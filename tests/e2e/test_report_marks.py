"""The report on files in a browser: the marks lie where the colors are, and lead to the findings and back."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image, ImageChops, ImageDraw

from playbook.cli import main
from tests.conftest import MINIMAL, write_tree
from tests.observe.test_pdf import made

BRAND = {
    "brand/colors.yml": 'palette: {ink: "#000000", paper: "#FFFFFF"}\n',
    "brand/fonts.yml": "families: {a: {name: Verdana, source: system}}\n",
}
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" viewBox="0 0 200 200"
  preserveAspectRatio="xMaxYMid" onload="window.hurt = 1">
  <script>window.hurt = 1</script><image href="https://example.com/a.png" width="9" height="9"/>
  <g transform="translate(20 30) scale(2)"><rect width="40" height="20" fill="#00ff00"/></g>
  <circle cx="150" cy="150" r="30" fill="#0000ff"/>
  <text x="20" y="180" font-family="Papyrus" font-size="20">Hi</text>
</svg>"""
COLORS = {"#00FF00": (0, 255, 0), "#0000FF": (0, 0, 255)}


def photo() -> bytes:
    """Turned by its Exif: what lies above is shown on the right."""
    image = Image.new("RGB", (400, 200), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((40, 20, 159, 79), fill="#00FF00")
    draw.rectangle((300, 100, 399, 199), fill="#0000FF")
    exif = Image.Exif()
    exif[0x0112] = 6
    file = BytesIO()
    image.save(file, "PNG", exif=exif)
    return file.getvalue()


FLYER = made("0 1 0 rg 10 20 40 30 re f 0 0 1 rg 60 60 30 10 re f", "", "/Rotate 90/CropBox[0 10 100 90]")
HANDED = {"post.svg": DRAWING.encode(), "turned.png": photo(), "flyer.pdf": FLYER}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """`report("post.svg")` is the address of the report on a file."""
    root: Path = tmp_path_factory.mktemp("reported")
    write_tree(root, {**MINIMAL, **BRAND})

    @cache
    def made_for(name: str) -> str:
        (root / name).write_bytes(HANDED[name])
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(root)
            result = CliRunner().invoke(main, ["check", name, "--format", "html"], env={"LANG": "en"})
        told = root / f"{name}.html"
        told.write_text(result.stdout, encoding="utf-8")
        return told.as_uri()

    return made_for


def boxes(page) -> dict[str, dict[str, float]]:
    """Where each color's mark is on the screen."""
    marks = page.locator(".mark").all()
    named = {mark.get_attribute("aria-label"): mark.locator("span").first.bounding_box() for mark in marks}
    return {color: box for color in COLORS for name, box in named.items() if color in name}


def painted(page, color: tuple[int, int, int]) -> tuple[float, float, float, float]:
    """Left, top, width, height of what the picture shows in a color, in pixels of the screen."""
    shot = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    red, green, blue = ImageChops.difference(shot, Image.new("RGB", shot.size, color)).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    left, top, right, bottom = most.point(lambda away: 255 * (away < 60)).getbbox() or (0, 0, 0, 0)
    return left, top, right - left, bottom - top


@pytest.mark.parametrize("name", HANDED)
def test_marks_lie_where_the_colors_are(page, seen, report, name):
    if name.endswith(".pdf"):
        pytest.importorskip("pypdfium2")
    page.goto(report(name))
    marked = boxes(page)
    page.add_style_tag(content=".mark, ol { visibility: hidden }")
    assert marked.keys() == COLORS.keys()
    for color, box in marked.items():
        shown = painted(page, COLORS[color])
        assert shown == pytest.approx((box["x"], box["y"], box["width"], box["height"]), abs=3)
    assert page.evaluate("window.hurt") is None
    assert (seen.foreign, seen.errors) == ([], [])


def test_marks_and_findings_by_keyboard(page, report):
    page.goto(report("post.svg"))
    page.keyboard.press("Tab")
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    number = label.partition(":")[0]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == f"f1-{number}"
    assert page.locator("li:target .number").inner_text() == number
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == label


def test_a_number_can_be_clicked_where_boxes_cover_each_other(page, report):
    page.goto(report("post.svg"))
    for mark in page.locator(".mark").all():
        mark.locator("b").first.click()
        assert page.url.endswith(mark.get_attribute("href"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_everybody_can_read_a_report(new_page, axe, report, scheme, width):
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(report("post.svg"))
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

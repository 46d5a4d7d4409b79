"""Drawings as data for the typesetter: outlines, pictures and lines of text, each in its place."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from fontTools.misc.transform import Identity
from PIL import Image

from playbook.render.pdf.drawing import Pictures, drawing, shapes
from playbook.render.pdf.lettering import lettering
from tests.drawn import GRADIENT, GROUND, held, svg, text


def test_a_logo_with_shades_is_a_picture_of_its_own():
    logo = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{GRADIENT}</svg>'
    pictures = Pictures()
    holder = svg(
        f'{GROUND}<image x="100" y="100" width="200" height="200" href="{held(logo)}" aria-label="Aldaba"/>'
    )
    found = shapes(drawing(holder.encode()), Identity, pictures)
    assert [each["kind"] for each in found] == ["outline", "picture"]
    assert {name: found[1][name] for name in ("x", "y", "width", "height", "alt")} == {
        "x": 100,
        "y": 150,
        "width": 200,
        "height": 100,
        "alt": "Aldaba",
    }
    assert pictures.files == {found[1]["file"]: logo.encode()}


def dots(kind: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (30, 10), "red").save(made, kind)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
@pytest.mark.parametrize(
    "asked, left", [("", 100), ("xMinYMid meet", 100), ("xMaxYMax", 100), ("xMidYMin meet", 100)]
)
def test_a_picture_keeps_its_proportion(kind, asked, left):
    ratio = f'preserveAspectRatio="{asked}"' if asked else ""
    image = f'<image x="100" y="100" width="300" height="300" {ratio} href="{held(dots(kind), kind)}"/>'
    (found,) = shapes(drawing(svg(image).encode()), Identity, Pictures())
    top = {"": 200, "xMinYMid meet": 200, "xMaxYMax": 300, "xMidYMin meet": 100}[asked]
    assert (found["x"], found["y"], found["width"], found["height"]) == pytest.approx((left, top, 300, 100))


@pytest.mark.parametrize(
    "rect, expected",
    [
        ('width="850" height="550"', (-30, -30, 880, 580)),
        ('y="532" width="850" height="18"', (-30, 532, 880, 580)),
        ('width="18" height="550"', (-30, -30, 18, 580)),
        ('x="10" y="10" width="100" height="100"', (10, 10, 110, 110)),
        ('width="100%" height="100%"', (-30, -30, 880, 580)),
        ('transform="translate(5 0)" width="845" height="550"', (5, 0, 850, 550)),
    ],
)
def test_a_ground_at_the_edge_runs_into_the_bleed(rect, expected):
    (found,) = shapes(drawing(svg(f"<rect {rect}/>").encode()), Identity, Pictures(), 30)
    points = [point for step in found["steps"] for point in step[1:]]
    across, down = zip(*points, strict=True)
    assert (min(across), min(down), max(across), max(down)) == expected


@pytest.mark.parametrize(
    "shape, steps",
    [
        ('<path d="M1 2L3 4Q5 6 7 8Z"/>', ["move", "line", "quad", "line", "close"]),
        ('<path d="M0 0C1 1 2 2 3 3"/>', ["move", "cubic"]),
        ('<polygon points="0,0 9,0 9,9"/>', ["move", "line", "line", "line", "close"]),
        ('<circle cx="5" cy="5" r="5"/>', ["move", "cubic", "cubic", "cubic", "cubic", "close"]),
        ('<polyline points="0,0 9,0 9,9"/>', ["move", "line", "line"]),
        ('<rect width="2mm" height="9" rx="99"/>', ["move", *["line", "cubic"] * 4, "close"]),
        ('<rect width="-2" height="9"/>', []),
        ('<g transform="scale(2)"><line x2="4" y2="5" stroke="red"/></g>', ["move", "line"]),
    ],
)
def test_shapes_are_outlines(shape, steps):
    (found,) = shapes(drawing(svg(shape).encode()), Identity, Pictures())
    assert [step[0] for step in found["steps"]] == steps


def test_what_is_for_screens_is_not_printed():
    shown = svg('<rect class="screen" width="9" height="9"/><rect class="plain" width="9" height="9"/>')
    assert len(shapes(drawing(shown.encode()), Identity, Pictures())) == 1


def lines(inside: str) -> list[dict[str, Any]]:
    return list(lettering(drawing(svg(inside).encode()), Identity.scale(0.1, 0.1)).lines)


def test_lines_begin_where_the_drawing_says():
    spans = '<tspan x="5" dy="30" font-size="20">One  <tspan fill="red">two</tspan> </tspan>'
    spans += '<tspan x="5" dy="25">Three</tspan>'
    first, second = lines(f'<g font-weight="bold"><text x="9" y="10" letter-spacing="2">{spans}</text></g>')
    assert (first["x"], first["y"], second["x"], second["y"]) == pytest.approx((0.5, 4, 0.5, 6.5))
    assert [(run["text"], run["fill"], run["weight"]) for run in first["runs"]] == [
        ("One ", "#000000", 700),
        ("two", "#FF0000", 700),
    ]
    assert [run["size"] for run in (*first["runs"], *second["runs"])] == pytest.approx([2, 2, 1.6])
    assert first["runs"][0]["tracking"] == pytest.approx(0.2)


def test_style_attributes_and_anchors_count():
    (line,) = lines(text("A", style="font-size: 30px; font-family: 'Gabarito', serif", text_anchor="end"))
    assert (line["anchor"], line["runs"][0]["size"]) == ("end", 3)
    assert line["runs"][0]["families"] == ["Gabarito", "serif"]

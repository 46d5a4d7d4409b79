"""file-logo: a logo that is drawn in an SVG, known by its paths."""

from __future__ import annotations

from datetime import date

import pytest

from playbook import loader
from playbook.case import cases
from playbook.facts import reader
from playbook.i18n import text
from playbook.reading.pictures import drawing
from playbook.shapes import within
from playbook.verdicts import judge

RING = "M36.6 33.12A20 20 0 1 1 23.4 33.12V39.66A11.6 11.6 0 1 0 36.6 39.66z"
LOGO = '<rect width="60" height="60" fill="{door}"/><path fill="{ring}" d="{d}"/>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">{inner}</svg>'
DAY = {"door": "#561B3F", "ring": "#F4B63F"}
NIGHT = {"door": "#F4B63F", "ring": "#561B3F"}
BRAND = {
    "brand/brand.yml": "name: Ribbon\n",
    "brand/colors.yml": 'palette: {fig: "#561B3F", brass: "#F4B63F", basil: "#27794F", white: "#FFFFFF"}\n',
    "brand/logo.yml": """
        variants:
          main: {file: main.svg, alt: Ribbon, on: white, not_on: [fig, "#00FF00"]}
          night: {file: night.svg, alt: Ribbon, on: fig}
        clear_space: {share: 0.5}
        minimum_size: {screen: {width: 60, unit: px}}
        """,
    "brand/main.svg": SVG.format(size="60 60", inner=LOGO.format(d=RING, **DAY)),
    "brand/night.svg": SVG.format(size="60 60", inner=LOGO.format(d=RING, **NIGHT)),
}
WHITE = '<rect width="400" height="400" fill="white"/>'


def words(problem):
    return text("en", problem.message, problem.facts)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What is told of a drawing in which something lies."""
    root = tmp_path_factory.mktemp("ribbon")
    for path, content in BRAND.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(content)
    book = loader.load(root).playbook

    def said(inner, width=400, tell=words):
        content = SVG.format(size="400 400", inner=inner).replace("<svg", f'<svg width="{width}"', 1)
        [case] = cases("post.svg", drawing(content.encode()), book, (), reader(root))
        found = [one for one in judge(case, book, date(2026, 11, 21)) if one.rule == "file-logo"]
        return [tell(one.problem) for one in found]

    return said


def logo(transform="translate(100 100) scale(2)", d=RING, **colors):
    return f'<g transform="{transform}">{LOGO.format(d=d, **(DAY | colors))}</g>'


@pytest.mark.parametrize(
    "inner, expected",
    [
        (WHITE + logo(), []),
        (WHITE + logo(d=RING.replace(" ", ",")), []),
        (WHITE + logo("translate(200 100) rotate(30) scale(2)"), []),
        (WHITE + logo("translate(100 100) scale(2 2.02)"), []),
        (WHITE + logo("translate(100 100) scale(2 3)"), ["the logo is stretched by 50 %"]),
        (WHITE + logo("scale(.5)"), ["the logo (main) is 30.0 px wide; at least 60 px is needed to read it"]),
        (WHITE + logo(ring="#27794F"), ["the logo (main) is painted #27794F, which no variant of it is"]),
        (WHITE + logo(**NIGHT), []),
        (WHITE + logo(d=RING.replace("20", "21"), ring="#27794F"), []),
        (
            '<rect width="400" height="400" fill="#561B3F"/>' + logo(),
            ["the logo (main) stands on #561B3F, on which it must not"],
        ),
        ('<rect width="400" height="400" fill="#561B3F"/>' + logo(**NIGHT), []),
        ('<rect width="400" height="400" fill="#561B3F"/><circle cx="150" cy="150" r="99"/>' + logo(), []),
        ('<rect width="150" height="400" fill="#561B3F"/>' + logo(), []),
        (
            WHITE + logo() + '<circle cx="250" cy="160" r="9"/>',
            ["the clear space of the logo (main) is not kept: 72 px on every side"],
        ),
        (WHITE + logo() + '<circle cx="310" cy="160" r="9"/>', []),
        (WHITE + '<rect x="225" width="150" height="400" fill="#561B3F"/>' + logo(), []),
    ],
)
def test_a_drawn_logo(told, inner, expected):
    assert told(inner) == expected


def test_sizes_are_those_at_which_it_is_shown(told):
    assert told(WHITE + logo(), width=800) == []
    assert told(WHITE + logo(), width=100) == [
        "the logo (main) is 30.0 px wide; at least 60 px is needed to read it"
    ]


def test_the_place_is_known(told):
    found = told(WHITE + logo("translate(100 100) scale(2 3)"), tell=lambda problem: problem.location.areas)
    assert found == [((0, (0.25, 0.25, 0.55, 0.79)),)]


def test_a_hostile_drawing_is_searched_within_bounds():
    one = drawing(BRAND["brand/main.svg"].encode()).shapes
    assert len(list(within(one, one * 900))) == 12

"""color-drift."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from playbook import checks, facts, loader
from playbook.diagnostics import Location

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def logo(*fills):
    shapes = "\n".join(f'<path fill="{fill}" d="M0 0h9v9z"/>' for fill in fills)
    return {
        "brand/colors.yml": 'palette: {fig: "#561B3F", white: "#FFFFFF"}',
        "brand/logo.yml": "variants: {main: logo.svg}",
        "brand/logo.svg": f"{HEAD}\n{shapes}\n</svg>",
    }


@pytest.mark.parametrize(
    "fills, found",
    [
        (["#561B3F", "rgb(86, 27, 63)", "#561b3f80"], []),
        (
            ["#571B3F"],
            [
                (
                    "brand/logo.svg:2:13 #571B3F (1×) is nearly fig, which is #561B3F: 0.27 apart (CIEDE2000)"
                    " | Write #561B3F in brand/logo.svg, or change fig in the palette."
                )
            ],
        ),
        (
            ["#561B3F", "#571B3F", "#571B3F", "#FEFEFE"],
            [
                (
                    "brand/logo.svg:3:13 #571B3F (2×) is nearly fig, which is #561B3F: 0.27 apart (CIEDE2000)"
                    " | Write #561B3F in brand/logo.svg, or change fig in the palette."
                ),
                (
                    "brand/logo.svg:5:13 #FEFEFE (1×) is nearly white, which is #FFFFFF: 0.2 apart"
                    " (CIEDE2000) | Write #FFFFFF in brand/logo.svg, or change white in the palette."
                ),
            ],
        ),
        (["#7A2F5C"], []),
    ],
)
def test_drawings(check, fills, found):
    assert check("color-drift", logo(*fills)) == found


def test_white_is_paper(check):
    assert (
        check("color-drift", logo("#FFF", "white") | {"brand/colors.yml": "palette: {chalk: '#F5F4F3'}"})
        == []
    )


def test_the_color_itself_is_marked(project):
    loaded = loader.load(project(logo("#561B3F", "#571B3F")))
    found = checks.run(
        loaded.playbook, facts.gather(loaded.root, loaded.playbook), date(2026, 11, 21), loaded.diagnostics
    )
    (place,) = (diagnostic.location for diagnostic in found if diagnostic.rule == "color-drift")
    assert place == Location("brand/logo.svg", 3, 13, 3, 20)


def test_a_drawing_full_of_strays_is_told_in_a_few_lines(check):
    found = check("color-drift", logo(*(f"#571B{blue:02X}" for blue in range(0x38, 0x48))))
    assert len(found) == 11
    assert found[10] == (
        "brand/logo.svg:12:13 more colors of brand/logo.svg are nearly colors of the palette: 6 | Take the"
        " colors of the whole file from the palette; most drawing programs can replace a color everywhere"
        " at once."
    )


def test_a_picture_of_thousands_of_colors_takes_no_longer(check):
    started = process_time()
    found = check("color-drift", logo(*(f"#57{n >> 8:02X}{n & 255:02X}" for n in range(6000))))
    assert len(found) <= 11
    assert process_time() - started < 10


def test_how_near_is_an_option(check):
    options = {"content/playbook.yml": "options: {color-drift: {near: 0.2}}"}
    assert check("color-drift", logo("#571B3F") | options) == []


OURS = """
palette:
  fig: "#561B3F"
  sky: {value: {light: "#CCEEFF", dark: "#001122"}}
roles:
  primary: fig
"""


@pytest.mark.parametrize(
    "theirs, found",
    [
        ('{palette: {fig: "#561b3f"}}', []),
        (
            '{palette: {fig: "#561B40"}}',
            [
                (
                    "brand/colors.yml:2:8 fig is #561B3F here and #561B40 in brand/_brand.yml:"
                    " 0.35 apart (CIEDE2000)"
                    " | Write the value that holds in both files, or leave it out here."
                )
            ],
        ),
        (
            '{primary: "#561B40"}',
            [
                (
                    "brand/colors.yml:5:12 primary is #561B3F here and #561B40 in brand/_brand.yml:"
                    " 0.35 apart (CIEDE2000) | Write the value that holds in both files, or"
                    " leave it out here."
                )
            ],
        ),
        ('{palette: {other: "#000000"}}', []),
    ],
)
def test_two_files(check, theirs, found):
    files = {"brand/colors.yml": OURS, "brand/_brand.yml": f"meta: {{name: Example}}\ncolor: {theirs}\n"}
    assert check("color-drift", files) == found


def test_a_sub_brand_may_differ_from_its_master(check):
    files = {
        "brand/colors.yml": OURS,
        "brand/kids/brand.yml": "name: Kids",
        "brand/kids/colors.yml": 'palette: {fig: "#561B40"}',
    }
    assert check("color-drift", files) == []

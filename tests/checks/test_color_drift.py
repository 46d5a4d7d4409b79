"""color-drift."""

from __future__ import annotations

import pytest

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
                    "brand/logo.svg:2:1 #571B3F (1×) is nearly fig, which is #561B3F: 0.27 apart (CIEDE2000)"
                    " | Write #561B3F in brand/logo.svg, or change fig in the palette."
                )
            ],
        ),
        (
            ["#561B3F", "#571B3F", "#571B3F", "#FEFEFE"],
            [
                (
                    "brand/logo.svg:3:1 #571B3F (2×) is nearly fig, which is #561B3F: 0.27 apart (CIEDE2000)"
                    " | Write #561B3F in brand/logo.svg, or change fig in the palette."
                ),
                (
                    "brand/logo.svg:5:1 #FEFEFE (1×) is nearly white, which is #FFFFFF: 0.2 apart (CIEDE2000)"
                    " | Write #FFFFFF in brand/logo.svg, or change white in the palette."
                ),
            ],
        ),
        (["#7A2F5C"], []),
    ],
)
def test_drawings(check, fills, found):
    assert check("color-drift", logo(*fills)) == found


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

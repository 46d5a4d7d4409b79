"""contrast-graphic."""

from __future__ import annotations

import pytest

HINT = " | The nearest color that is enough on this background is #949494."


def colors(pair):
    return {"brand/colors.yml": f'palette: {{mist: "#C0C0C0", white: "#FFF"}}\npairs:\n  - {pair}\n'}


@pytest.mark.parametrize(
    "pair, found",
    [
        (
            "{text: mist, background: white, size: graphic}",
            "mist (#C0C0C0) beside white (#FFFFFF) has a contrast of 1.81:1, less than 3:1" + HINT,
        ),
        (
            '{text: "#959595", background: white, size: graphic}',  # 2.9947
            "#959595 beside white (#FFFFFF) has a contrast of 2.99:1, less than 3:1" + HINT,
        ),
        ('{text: "#949494", background: white, size: graphic}', ""),
        ("{text: mist, background: white}", ""),
        ("{text: nothing, background: white, size: graphic}", ""),
    ],
)
def test_pairs(check, pair, found):
    assert check("contrast-graphic", colors(pair)) == ([f"brand/colors.yml:3:5 {found}"] if found else [])


def test_a_graphic_is_no_text(check):
    assert check("contrast-text", colors("{text: mist, background: white, size: graphic}")) == []


def test_the_ratio_can_be_raised(check):
    settings = {"content/playbook.yml": "options: {contrast-graphic: {ratio: 4.5}}"}
    [found] = check(
        "contrast-graphic", colors('{text: "#949494", background: white, size: graphic}') | settings
    )
    assert "has a contrast of 3.03:1, less than 4.5:1" in found

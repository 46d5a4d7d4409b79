"""contrast-text."""

from __future__ import annotations

import pytest

PALETTE = """
palette:
  gray: "#777777"
  edge: "#767676"
  white: "#FFFFFF"
  night: {value: {light: "#222222", dark: "#EEEEEE"}}
roles:
  text: {light: night, dark: white}
  page: {light: white, dark: "#222222"}
pairs:
"""


def colors(pair):
    return {"brand/colors.yml": f"{PALETTE}  - {pair}\n"}


@pytest.mark.parametrize(
    "pair, found",
    [
        (
            "{text: gray, background: white}",
            (
                "gray (#777777) on white (#FFFFFF) has a contrast of 4.47:1, less than the 4.5:1 of AA"
                " | The nearest text color that is enough on this background is #767676."
            ),
        ),
        ("{text: edge, background: white}", ""),
        ("{text: gray, background: white, size: large}", ""),
        (
            '{text: "#999", background: white, size: large}',
            (
                "#999 (#999999) on white (#FFFFFF) has a contrast of 2.84:1, less than the 3:1"
                " of AA for large text"
                " | The nearest text color that is enough on this background is #949494."
            ),
        ),
        (
            '{text: "#FFFFFF80", background: gray}',
            (
                "#FFFFFF80 on gray (#777777) has a contrast of 2.33:1, less than the 4.5:1 of AA"
                " | The nearest text color that is enough on this background is #060606."
            ),
        ),
        ("{text: text, background: page}", ""),
        (
            "{text: night, background: white}",
            (
                "by night, night (#EEEEEE) on white (#FFFFFF) has a contrast of 1.16:1, less"
                " than the 4.5:1 of AA"
                " | The nearest text color that is enough on this background is #767676."
            ),
        ),
        ("{text: nothing, background: white}", ""),
    ],
)
def test_pairs(check, pair, found):
    assert check("contrast-text", colors(pair)) == ([f"brand/colors.yml:10:5 {found}"] if found else [])


def test_the_level_can_be_raised(check):
    settings = {"content/playbook.yml": "options: {contrast-text: {level: AAA}}"}
    [found] = check("contrast-text", colors("{text: edge, background: white}") | settings)
    assert "contrast of 4.54:1, less than the 7:1 of AAA |" in found


def test_a_ratio_is_never_rounded_up(check):
    [found] = check("contrast-text", colors('{text: "#9A6C5A", background: white}'))  # 4.49999985
    assert "a contrast of 4.49:1, less than the 4.5:1" in found


def test_a_pair_that_a_sub_brand_inherits_is_told_once(check):
    files = colors("{text: gray, background: white}")
    assert len(check("contrast-text", files | {"brand/kids/brand.yml": "name: Kids"})) == 1
    darker = {"brand/kids/brand.yml": "name: Kids", "brand/kids/colors.yml": 'palette: {gray: "#888888"}'}
    assert len(check("contrast-text", files | darker)) == 2


def test_spanish_writes_its_own_decimals(check):
    [found] = check("contrast-text", colors("{text: gray, background: white}"), lang="es")
    assert "tiene un contraste de 4,47:1, menos que el 4,5:1 de AA" in found

"""color-near."""

from __future__ import annotations

import pytest

HINT = " | Keep one of them; a second name for it is a role."


@pytest.mark.parametrize(
    "palette, found",
    [
        (
            '{fig: "#561B3F", plum: "#571B3F"}',
            "27 plum is nearly the same color as fig: 0.27 apart (CIEDE2000)",
        ),
        ('{fig: "#561B3F", plum: "rgb(86 27 63)"}', "27 plum is the same color as fig"),
        ('{fig: "#561B3F", plum: "#7A2A5C"}', ""),
        ('{a: {value: {light: "#FFF", dark: "#000"}}, b: "#FFF"}', ""),
        ('{a: "#561B3F", b: "#561B3F80"}', ""),
        ('{gray-80: "#DDDDDD", gray-60: "#DEDEDE", gray-40: "#DFDFDF", fog: "#DEDEDF"}', ""),
        (
            '{gray-80: "#DDDDDD", gray-60: "#DDDDDD", gray-40: "#AFAFAF"}',
            "31 gray-60 is the same color as gray-80",
        ),
        ("{}", ""),
    ],
)
def test_palettes(check, palette, found):
    told = check("color-near", {"brand/colors.yml": f"palette: {palette}\n"})
    assert told == ([f"brand/colors.yml:1:{found}{HINT}"] if found else [])


def test_many_are_counted(check):
    palette = "\n".join(f'  {chr(97 + n)}x: "#8080{n + 16:02X}"' for n in range(20))
    told = check("color-near", {"brand/colors.yml": f"palette:\n{palette}\n"})
    assert len(told) == 11
    assert told[-1].startswith("brand/colors.yml:13:3 more colors of the palette are nearly the same: 9 |")


def test_a_sub_brand_tells_what_is_its_own(check):
    files = {
        "brand/colors.yml": 'palette: {fig: "#561B3F", plum: "#571B3F"}',
        "brand/kids/brand.yml": "name: Kids",
        "brand/kids/colors.yml": 'palette: {mauve: "#561C3F"}',
    }
    told = check("color-near", files)
    assert [line.split()[1] for line in told] == ["plum", "mauve"]

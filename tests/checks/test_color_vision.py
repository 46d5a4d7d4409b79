"""color-vision."""

from __future__ import annotations

import pytest

HINT = " | Make one of the two lighter or darker, and say the same with a word or an icon."


@pytest.mark.parametrize(
    "colors, found",
    [
        (
            'roles: {success: "#7D8B2A", danger: "#A67C29"}',
            [
                (
                    "1:29 success (#7D8B2A) and danger (#A67C29) look alike to people who do not see green"
                    " (deutan): 1.5 apart (CIEDE2000)"
                )
            ],
        ),
        ('roles: {success: "#A9C23F", danger: "#8C1D18"}', []),
        ('roles: {error: "#C5361C", danger: "#C5361C"}', []),
        ('roles: {error: "#C5361C", danger: "#C5361B"}', ["1:27 error (#C5361C) and danger (#C5361B) look"]),
        ('roles: {primary: "#7D8B2A", secondary: "#A67C29"}', []),
        ('palette: {success: "#7D8B2A", danger: "#A67C29"}', ["1:31 success (#7D8B2A) and danger (#A67C29)"]),
        ('roles: {chart-1: "#7D8B2A", chart-2: "#A67C29"}', ["1:29 chart-1 (#7D8B2A) and chart-2 (#A67C29)"]),
        ('roles: {chart-1: "#7D8B2A", danger: "#A67C29"}', []),
        (
            (
                'roles: {success: {light: "#A9C23F", dark: "#7D8B2A"},'
                ' danger: {light: "#8C1D18", dark: "#A67C29"}}'
            ),
            ["1:55 by night, success (#7D8B2A) and danger (#A67C29) look alike"],
        ),
        ("roles: {success: nothing, danger: danger}", []),
    ],
)
def test_colors(check, colors, found):
    told = check("color-vision", {"brand/colors.yml": f"{colors}\n"})
    assert [line.startswith(f"brand/colors.yml:{part}") for line, part in zip(told, found, strict=True)] == [
        True for _ in found
    ]
    assert all(line.endswith(HINT) for line in told)


def test_a_palette_of_near_colors_is_told_in_four_lines(check):
    roles = "\n".join(f'  chart-{n}: "#8080{n + 16:02X}"' for n in range(40))
    told = check("color-vision", {"brand/colors.yml": f"roles:\n{roles}\n"})
    assert len(told) == 4
    assert "more pairs of roles look alike to some people: 273 |" in " ".join(told)


def test_the_distance_is_an_option(check):
    files = {"brand/colors.yml": 'roles: {success: "#7D8B2A", danger: "#A67C29"}'}
    settings = {"content/playbook.yml": "options: {color-vision: {distance: 1.5}}"}
    assert check("color-vision", files | settings) == []


def test_what_a_sub_brand_inherits_is_told_once(check):
    files = {
        "brand/colors.yml": 'roles: {success: "#7D8B2A", danger: "#A67C29"}',
        "brand/kids/brand.yml": "name: Kids",
    }
    assert len(check("color-vision", files)) == 1
    own = {"brand/kids/colors.yml": 'palette: {sun: "#FFCC00"}\nroles: {info: "#005A9C"}\n'}
    assert len(check("color-vision", files | own)) == 1
    worse = {"brand/kids/colors.yml": 'roles: {danger: "#A67C2A"}\n'}
    told = check("color-vision", files | worse)
    assert [line.split(":")[0] for line in told] == ["brand/colors.yml", "brand/kids/colors.yml"]


def test_what_a_sub_brand_inherits_is_not_counted_again(check):
    roles = "\n".join(f'  chart-{n}: "#8080{n + 16:02X}"' for n in range(8))
    files = {
        "brand/colors.yml": f"roles:\n{roles}\n",
        "brand/kids/brand.yml": "name: Kids",
        "brand/kids/colors.yml": 'roles: {success: "#7D8B2A"}\n',
    }
    assert len(check("color-vision", files)) == 4

from __future__ import annotations

import pytest

from playbook import tokens
from playbook.loader import load

COLORS = """\
palette: {fig: {value: "#561B3F", use: The door}, primary: "#000000"}
roles: {primary: fig, link: fig, text: {light: black, dark: link}, round: trip, trip: round, lost: nowhere}
"""


def test_colors_keep_the_authors_word(project):
    found = tokens.colors(load(project({"brand/colors.yml": COLORS})).playbook.brand)
    told = [
        (t.name, t.palette, t.light.color.hex, t.light.of, t.dark.color.hex, t.dark.of, t.description)
        for t in found
    ]
    assert told == [
        ("fig", True, "#561B3F", "", "#561B3F", "", "The door"),
        ("primary", True, "#000000", "", "#000000", "", ""),
        ("link", False, "#561B3F", "fig", "#561B3F", "fig", ""),
        ("text", False, "#000000", "", "#561B3F", "link", ""),
    ]


def test_styles_name_known_families_only(project):
    fonts = "families: {a: {name: A, fallback: serif}, idle: I}\nroles: {body: a, heading: lost}"
    brand = load(project({"brand/fonts.yml": fonts})).playbook.brand
    assert [(style.name, style.families) for style in tokens.text_styles(brand)] == [("body", ("A", "serif"))]
    assert [ident for ident, _ in tokens.families(brand)] == ["a"]


@pytest.mark.parametrize(
    "colors, first",
    [
        ("palette: {snow: white, night: black, sun: '#FFE27A', sea: navy}", "#FFE27A"),
        ("palette: {snow: white, sea: navy}\nroles: {primary: snow}", "#FFFFFF"),
        ("palette: {snow: white, night: black}", "#FFFFFF"),
        ("palette: {glass: 'rgb(0 0 0 / 50%)'}", "#808080"),
        ("roles: {primary: primary}", "#333840"),
        ("notes: none", "#333840"),
    ],
)
def test_the_color_that_stands_for_a_brand(project, colors, first):
    assert tokens.leading(load(project({"brand/colors.yml": colors})).playbook.brand).hex == first

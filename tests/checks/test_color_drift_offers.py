"""color-drift in what tokens, style sheets, swatches and Office files of the brand's folder offer."""

from __future__ import annotations

import json

import pytest

from playbook.handed import Handed, Ink, Spot
from playbook.observed import Unreadable
from playbook.reading.offers import offered

BRAND = {
    "brand/brand.yml": "name: The Corner Unit\n",
    "brand/colors.yml": """\
palette:
  cu-fig: {value: "#561B3F", name: Ripe fig}
  sky: {value: {light: "#CCEEFF", dark: "#001122"}}
  ink: "#2C2825"
roles:
  primary: cu-fig
  background: sky
""",
    "brand/kids/brand.yml": "name: Kids\n",
    "brand/kids/colors.yml": 'palette: {cu-fig: "#7A2F5C"}\n',
}
LOOSE = " that lead to no color, or in a circle, are not compared"


@pytest.fixture
def drift(check):
    """What is found in files of these contents, read here and now."""

    def run(files, lang="en"):
        written = {path: content.encode() for path, content in files.items()}
        seen = {path: offered(path, content) for path, content in written.items()}
        return check("color-drift", BRAND, seen, lang)

    return run


def brief(found):
    """The findings less distance and hint."""
    return [line.split(": ")[0].split(" | ")[0] for line in found]


def test_the_words(drift):
    files = {
        "brand/tokens.json": '{"color": {"fig": {"$value": "#571B3F"}, "sky": {"$value": "#AADDFF"}}}',
        "brand/site.css": "a { color: #571B3F }",
    }
    site, fig, sky = drift(files)
    assert site == (
        "brand/site.css:1:12 #571B3F is nearly cu-fig, which is #561B3F: 0.27 apart (CIEDE2000)"
        " | Write #561B3F in brand/site.css, or change cu-fig in brand/colors.yml."
    )
    assert fig == (
        "brand/tokens.json:1:31 color.fig is #571B3F, nearly cu-fig, which is #561B3F: 0.27 apart (CIEDE2000)"
        " | Write #561B3F in brand/tokens.json, or change cu-fig in brand/colors.yml."
    )
    assert sky == (
        "brand/tokens.json:1:61 color.sky is #AADDFF here, and sky is #CCEEFF in brand/colors.yml: 6.9 apart"
        " (CIEDE2000) | Write #CCEEFF in brand/tokens.json, or change sky in brand/colors.yml."
    )
    assert drift(files, "es")[0] == (
        "brand/site.css:1:12 #571B3F es casi cu-fig, que es #561B3F: los separa 0,27 (CIEDE2000)"
        " | Escribir #561B3F en brand/site.css, o cambiar cu-fig en brand/colors.yml."
    )


@pytest.mark.parametrize(
    "value, told",
    [
        ('"#561b3f"', 0),
        ('"rgb(86 27 63)"', 0),
        ('{"colorSpace": "srgb", "components": [0.33725, 0.10588, 0.24706], "alpha": 1}', 0),
        ('{"colorSpace": "srgb", "channels": [0.34, 0.10588, 0.24706]}', 1),
        ('{"colorSpace": "oklch", "components": [0.33, 0.1, "none"]}', 1),
        ('{"colorSpace": "lab", "components": [1]}', 0),
        ('"#F00"', 1),
        ('"12px"', 0),
    ],
)
def test_forms_of_a_token(drift, value, told):
    assert len(drift({"brand/tokens.json": f'{{"color": {{"fig": {{"$value": {value}}}}}}}'})) == told


@pytest.mark.parametrize(
    "name",
    [
        "fig",
        "cu-fig",
        "cuFig",
        "color.palette.fig",
        "brand.Ripe fig.value",
        "cornerUnit.color.fig",
        "primary",
    ],
)
def test_names_that_mean_a_color(drift, name):
    nested: object = {"value": "#FF0000"}
    for key in reversed(name.split(".")):
        nested = {key: nested}
    (found,) = drift({"brand/tokens.json": json.dumps(nested)})
    assert "cu-fig is #561B3F" in found or "primary is #561B3F" in found


@pytest.mark.parametrize("name", ["figment", "button.fig", "fig-light", "dark.fig", "fig.500", "on-primary"])
def test_names_that_mean_another(drift, name):
    assert drift({"brand/tokens.json": json.dumps({name: {"$value": "#FF0000"}})}) == []


def test_sheets(drift):
    sheet = """\
:root { --fig: #F00; --sky: #CCEEFF; --primary: var(--fig); --background: var(--fig-2); --fig-2: #0F0 }
@media (prefers-color-scheme: dark) { :root { --fig: #FAA; --sky: #001123; --background: var(--sky) } }
[data-brand="kids"] { --fig: #7A2F5C }
.kids { --fig: #561B3F }
.card { --fig: #0F0; --mine: #571B3F; color: var(--mine); background: color-mix(in srgb, #561B3F, #571B3F) }
.card:hover { color: #5A1B43; border-color: #571B3F80; fill: #fefefe; background: #2C2827 }
"""
    assert brief(drift({"brand/site.css": sheet})) == [
        "brand/site.css:1:16 --fig is #FF0000 here, and cu-fig is #561B3F in brand/colors.yml",
        "brand/site.css:1:75 --background is #00FF00 here, and background is #CCEEFF in brand/colors.yml",
        "brand/site.css:2:67 --sky is #001123, nearly sky, which is #001122",
        "brand/site.css:4:16 --fig is #561B3F here, and cu-fig is #7A2F5C in brand/kids/colors.yml",
        "brand/site.css:5:30 --mine is #571B3F, nearly cu-fig, which is #561B3F",
        "brand/site.css:6:22 #5A1B43 is nearly cu-fig, which is #561B3F",
    ]


def test_sass_and_less(drift):
    files = {
        "brand/_a.scss": (
            '$fig: #571B3F !default; // $sky: red;\n$all: ("ink": #2C2826, sky: $sky);\na { $fig: red; }'
        ),
        "brand/b.less": "@sky: rgb(204, 238, 255);\n@primary: @fig;\n@background: darken(@sky, 3%);",
    }
    assert brief(drift(files)) == [
        f"brand/_a.scss:1:1 names in brand/_a.scss{LOOSE} (1)",
        "brand/_a.scss:1:7 $fig is #571B3F, nearly cu-fig, which is #561B3F",
        "brand/_a.scss:2:15 $all.ink is #2C2826, nearly ink, which is #2C2825",
        f"brand/b.less:1:1 names in brand/b.less{LOOSE} (1)",
    ]


def test_names_are_followed_from_file_to_file(drift):
    files = {
        "brand/one.json": '{"set": {"pigment": {"a": {"$value": "#FF0000"}, "b": {"$value": "#561B3F"}}}}',
        "brand/two.json": '{"fig": {"$value": "{pigment.b}"}, "primary": {"$value": "{pigment.a}"}}',
    }
    assert brief(drift(files)) == [
        "brand/two.json:1:59 primary is #FF0000 here, and primary is #561B3F in brand/colors.yml"
    ]


def test_a_wrong_color_is_told_once_and_not_for_each_name_of_it(drift):
    tokens = '{"fig": {"$value": "#571B3F"}, "primary": {"$value": "{fig}"}}'
    assert len(drift({"brand/tokens.json": tokens})) == 1


def test_circles_and_names_of_nothing_are_said(drift):
    tokens = {"fig": {"$value": "{sky}"}, "sky": {"$value": "{fig}"}, "ink": {"$value": "{no.such}"}}
    assert drift({"brand/tokens.json": json.dumps(tokens)}) == [
        f"brand/tokens.json:1:1 names in brand/tokens.json{LOOSE} (3): fig, sky, ink"
    ]


def test_scales_are_not_near_misses(drift):
    steps = {f"plum-{at}": {"$value": f"#571B{at:02X}"} for at in range(0x3D, 0x42)}
    assert drift({"brand/tokens.json": json.dumps(steps)}) == []
    assert len(drift({"brand/tokens.json": json.dumps(dict(list(steps.items())[:2]))})) == 2


def test_many_strays_are_told_in_a_few_lines(drift):
    strays = {f"plum{'x' * at}": {"$value": f"#{0x55 + at % 2 * 2:X}1B{at // 2 + 60:X}"} for at in range(14)}
    found = drift({"brand/tokens.json": json.dumps(strays)})
    assert len(found) == 11
    assert found[10].endswith(
        "more colors of this file differ from the brand's: 4 | Make the file anew from the brand, as with"
        " `brand-playbook export css`, or take its colors from the palette."
    )


def test_themes_of_office(check):
    def slot(name, color):
        return Ink(color, name, "theme", Spot(part=f"@place.theme {name}"), 0)

    inks = (
        slot("dk1", "#000000"),
        slot("accent1", "#591B42"),
        slot("accent2", "#591B42"),
        slot("accent3", "#4F81BD"),
        slot("accent4", "#123456"),
        Ink("#FFCCEE", "#FFCCEE", "theme", Spot(part="@place.custom-colors"), 0, name="Sky"),
    )
    seen = {"brand/deck.potx": Handed("office", 9, inks)}
    assert brief(check("color-drift", BRAND, seen)) == [
        "brand/deck.potx:1:1 theme accent1, accent2 is #591B42, nearly cu-fig, which is #561B3F",
        "brand/deck.potx:1:1 Sky is #FFCCEE here, and sky is #CCEEFF in brand/colors.yml",
    ]
    assert check("color-drift", BRAND, seen)[0].endswith(
        "| Set it to #561B3F where the program customizes the theme's colors, or change cu-fig in"
        " brand/colors.yml."
    )


def test_what_cannot_be_read_is_said_in_one_line(check):
    seen = {"brand/a.json": Unreadable("not-json", line=7), "content/a.json": Unreadable("damaged")}
    assert check("color-drift", BRAND, seen) == [
        "brand/a.json:1:1 The JSON is broken at line 7. Correct it, or export the file anew."
    ]


FILES = {
    **BRAND,
    "brand/tokens.json": '{"color": {"fig": {"$value": "#571B3F"}}}',
    "brand/deep.tokens": "[" * 100_000,
    "brand/empty.css": " ",
    "brand/kinds/badge/page.css": "a { color: #571B3F }",
    "brand/broken.potx": b"PK\3\4",
    "content/site.css": "a { color: #571B3F }",
}


def test_files_of_the_brands_folder_are_read(check):
    assert brief(check("color-drift", FILES)) == [
        (
            "brand/broken.potx:1:1 The file begins like an Office document but is incomplete or damaged."
            " Save it anew."
        ),
        "brand/deep.tokens:1:1 The JSON is nested more than 60 levels deep. Simplify it.",
        "brand/empty.css:1:1 The file is empty. Export or copy it anew.",
        "brand/tokens.json:1:31 color.fig is #571B3F, nearly cu-fig, which is #561B3F",
    ]

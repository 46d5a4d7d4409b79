"""The brand worn by the site: what is emitted is read back, and its contrast measured."""

from __future__ import annotations

import re
from typing import Any

import pytest
import tinycss2

from playbook.artifact import Worn
from playbook.color import contrast, parse
from playbook.exports.dress import dress
from playbook.facts import reader
from playbook.loader import load

PAGE = ("background", "surface")
READ = ("text", "muted", "link", "primary-text", "accent-text", "success", "warning", "danger", "info")
FIELDS = ("primary", "secondary", "accent")
CODE = ("number", "special", "function", "constant", "keyword", "string")

BLUES = (
    *("#0B1F3A", "#11305C", "#17427E", "#1D54A0", "#3F74BA"),
    *("#6694CE", "#8FB4E0", "#B9D3F0", "#E3EEFA"),
)

PALETTES = {
    "none": "",
    "one pale yellow": "palette: {sun: '#FFF6B8'}",
    "nearly black": "palette: {ink: '#0B0B0C'}\nroles: {primary: ink, text: ink, link: ink}",
    "nine blues": "palette: {"
    + ", ".join(f"b{at}: '{blue}'" for at, blue in enumerate(BLUES))
    + "}\nroles: {primary: b4, secondary: b6, accent: b8, background: b8, text: b0, border: b7}",
    "loud": "palette: {hot: '#FF00A8', acid: '#B6FF00'}\nroles: {primary: hot, background: acid, text: hot}",
    "gray on gray": "roles: {background: '#767676', surface: '#808080', text: '#7A7A7A', link: '#888'}",
    "white": "roles: {primary: white, background: white, text: white, border: white}",
    "see-through": "roles: {primary: 'rgb(0 80 200 / 30%)', background: '#FFFFFF80', muted: '#0003'}",
    "dark by choice": "roles: {primary: '#F5E9D0', background: '#101418', surface: '#1B2228'}",
    "its own night": "roles: {primary: {light: '#00457C', dark: '#9CD0FF'}, link: {light: red, dark: pink}}",
}


def worn(project, colors, **files):
    root = project({"brand/colors.yml": colors or "notes: none\n", **files})
    return dress(load(root).playbook, reader(root))


def values(css, selector):
    """The variables of the blocks with this selector, later ones over earlier ones."""
    found = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == selector:
            for item in tinycss2.parse_blocks_contents(rule.content):
                if item.type == "declaration":
                    found[item.name] = tinycss2.serialize(item.value).strip()
    return found


def ratio(found, text, ground):
    one, other = parse(found[text]), parse(found[ground])
    assert one is not None
    assert other is not None
    return contrast(one, other)


@pytest.mark.parametrize("scheme", [":root, [data-md-color-scheme=default]", "[data-md-color-scheme=slate]"])
@pytest.mark.parametrize("name", PALETTES)
def test_whatever_the_palette_everything_can_be_read(project, name, scheme):
    css = worn(project, PALETTES[name]).files[0].content
    found = values(css, scheme)
    poor = [
        (text, ground, ratio(found, f"--pb-color-{text}", f"--pb-color-{ground}"))
        for text in READ
        for ground in PAGE
        if ratio(found, f"--pb-color-{text}", f"--pb-color-{ground}") < 4.5
    ]
    poor += [
        (f, f"on-{f}", r)
        for f in FIELDS
        if (r := ratio(found, f"--pb-color-on-{f}", f"--pb-color-{f}")) < 4.5
    ]
    poor += [
        (word, ground, ratio(found, word, ground))
        for word, ground in (
            ("--md-default-fg-color", "--md-default-bg-color"),
            ("--md-default-fg-color--light", "--md-default-bg-color"),
            ("--md-typeset-a-color", "--md-default-bg-color"),
            ("--md-accent-fg-color", "--md-default-bg-color"),
            ("--md-primary-bg-color", "--md-primary-fg-color"),
            ("--md-accent-bg-color", "--md-accent-fg-color"),
            ("--md-footer-fg-color--light", "--md-footer-bg-color"),
            ("--md-typeset-color", "--md-typeset-mark-color"),
            ("--md-code-fg-color", "--md-code-bg-color"),
            *((f"--md-code-hl-{part}-color", "--md-code-bg-color") for part in CODE),
            *((f"--pb-color-{state}", f"--pb-color-{state}-ground") for state in ("success", "danger")),
        )
        if ratio(found, word, ground) < 4.5
    ]
    assert poor == []
    for ground in PAGE:
        assert ratio(found, "--pb-color-outline", f"--pb-color-{ground}") >= 3
    assert ratio(found, "--pb-color-border", "--pb-color-background") >= 1.2


BARS = ".md-header, .md-tabs, .md-nav--primary .md-nav__title[for=__drawer], .md-nav__source"
LOGO = {
    "brand/logo.yml": "variants: {main: main.svg}",
    "brand/main.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}


@pytest.mark.parametrize(
    "files, selector",
    [({}, BARS), (LOGO, BARS), (LOGO, f"[data-md-color-scheme=slate] :is({BARS})")],
    ids=["field", "day", "night"],
)
@pytest.mark.parametrize("name", PALETTES)
def test_the_header_can_be_read(project, name, files, selector):
    css = worn(project, PALETTES[name], **files).files[0].content
    found = values(css, selector)
    for text in ("--md-primary-bg-color", "--md-primary-bg-color--light", "--pb-color-header-muted"):
        for ground in ("--md-primary-fg-color", "--pb-color-header-well"):
            assert ratio(found, text, ground) >= 4.5


def test_a_brand_that_speaks_is_taken_at_its_word(project):
    colors = """\
        palette:
          fig: "#561B3F"
          ash: {value: {light: "#6B5D66", dark: "#BBACB5"}}
          snow: "#FFFFFF"
          night: "#1E1119"
        roles:
          primary: fig
          muted: ash
          background: {light: snow, dark: night}
          text: {light: night, dark: snow}
        """
    css = worn(project, colors).files[0].content
    day, night = (
        values(css, ":root, [data-md-color-scheme=default]"),
        values(css, "[data-md-color-scheme=slate]"),
    )
    assert [day[f"--pb-color-{n}"] for n in ("primary", "muted", "background", "text")] == [
        "#561B3F",
        "#6B5D66",
        "#FFFFFF",
        "#1E1119",
    ]
    assert [night[f"--pb-color-{n}"] for n in ("primary", "muted", "background", "text")] == [
        "#561B3F",
        "#BBACB5",
        "#1E1119",
        "#FFFFFF",
    ]
    assert night["color-scheme"] == "dark"


def test_a_single_light_background_is_not_worn_by_night(project):
    css = worn(project, "roles: {background: '#FFF9EC', surface: '#F3E7CF'}").files[0].content
    night = values(css, "[data-md-color-scheme=slate]")
    assert ratio(night, "--pb-color-background", "--md-default-bg-color") == 1
    assert ratio({**night, "white": "white"}, "white", "--pb-color-background") > 12


EVIL, NIGHT = '[data-pb-brand="evil"]', "[data-md-color-scheme=slate]"
HOSTILE = 'x"; } body { display: none } @import "//evil.example"; /*\n</style><script>'
FONTS = f"""\
families:
  evil:
    name: {HOSTILE!r}
    fallback: [{HOSTILE!r}, Sans-Serif]
    files: [{{file: "fonts/a b')#.woff2", characters: "U+0-7F; }} body {{"}}]
roles:
  body: {{family: evil, letter_spacing: "0; }} body {{", line_height: 1.5}}
  {HOSTILE!r}: {{family: evil}}
"""


def rules(css):
    """The rules of a sheet by their selector or at-keyword; a broken one fails."""
    parsed: list[Any] = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    names = {"at-rule": lambda rule: rule.at_keyword, "qualified-rule": lambda rule: _written(rule.prelude)}
    return {names[rule.type](rule) for rule in parsed}


def _written(tokens):
    return tinycss2.serialize(tokens).strip()


def test_hostile_names_stay_names(project):
    tame = worn(
        project, "", **{"brand/fonts.yml": "families: {a: A}\nroles: {body: {family: a, line_height: 1.5}}\n"}
    )
    fierce = worn(
        project,
        "",
        **{
            "brand/brand.yml": f"name: {HOSTILE!r}\n",
            "brand/fonts.yml": FONTS,
            "brand/fonts/a b')#.woff2": b"wOF2....",
            "brand/evil/brand.yml": f"name: {HOSTILE!r}\n",
        },
    )
    css = fierce.files[0].content
    assert rules(css) - rules(tame.files[0].content) == {
        "font-face",
        EVIL,
        f"{NIGHT}{EVIL}, {NIGHT} {EVIL}",
        f"{EVIL} :is({BARS})",
        f"{EVIL} .md-logo img",
        f"body{EVIL} .md-typeset",
    }
    assert "unicode-range" not in css
    assert "letter-spacing: 0;" not in css
    assert "</style" not in css
    assert 'url("brand/fonts/a%20b%27%29%23.woff2")' in css


def test_fonts_of_roles_are_served_others_are_not(project):
    fonts = """\
        families:
          used:
            name: Used
            files:
              - {file: fonts/used.woff2, weight: 300 800, characters: "U+0000-00FF, u+131"}
              - {file: fonts/slanted.woff2, style: italic}
              - {file: fonts/fake.woff2}
          idle: {name: Idle, files: fonts/idle.woff2}
        roles: {body: used, heading: {family: used, weight: 700, letter_spacing: -0.01em, case: upper}}
        """
    made = worn(
        project,
        "",
        **{
            "brand/fonts.yml": fonts,
            **{f"brand/fonts/{name}.woff2": b"wOF2...." for name in ("used", "slanted", "idle")},
            "brand/fonts/fake.woff2": b"<script>",
        },
    )
    assert [file.path for file in made.files] == [
        "assets/playbook/brand.css",
        "assets/playbook/brand/fonts/used.woff2",
        "assets/playbook/brand/fonts/slanted.woff2",
    ]
    css = made.files[0].content
    assert re.findall(r"@font-face \{.*?\}", css, re.DOTALL) == [
        """\
@font-face {
  font-family: "Used";
  font-style: normal;
  font-weight: 300 800;
  font-display: swap;
  src: url("brand/fonts/used.woff2") format("woff2");
  unicode-range: U+0000-00FF, U+131;
}""",
        """\
@font-face {
  font-family: "Used";
  font-style: italic;
  font-weight: 400;
  font-display: swap;
  src: url("brand/fonts/slanted.woff2") format("woff2");
}""",
    ]
    root = values(css, ":root")
    assert root["--md-text-font"] == '"Used"'
    assert (root["--pb-heading-weight"], root["--pb-heading-case"]) == ("700", "uppercase")


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>x</script><path d="M0 0h9v9z"/></svg>'
)


@pytest.mark.parametrize(
    "logo, chosen, ground",
    [
        ("variants: {day: a.svg, night: b.svg}", "a.svg", "#FFFFFF"),
        ("variants: {day: {file: a.svg, on: light}, night: {file: b.svg, on: dark}}", "b.svg", "#561B3F"),
        ("variants: {day: {file: a.svg, on: light}}", "a.svg", "#FFFFFF"),
        ("variants: {any: {file: a.svg, on: [light, dark]}}", "a.svg", "#561B3F"),
        (
            "variants: {day: {file: a.svg, on: dark, not_on: fig}, own: {file: b.svg, on: fig}}",
            "b.svg",
            "#561B3F",
        ),
        ("primary: two\nvariants: {one: a.svg, two: b.svg}", "b.svg", "#FFFFFF"),
        ("variants: {lost: nowhere.svg}", "", "#561B3F"),
        ("variants: {broken: broken.svg}", "", "#FFFFFF"),
    ],
)
def test_the_header_gets_the_logo_made_for_its_ground(project, logo, chosen, ground):
    files = {"brand/logo.yml": logo, "brand/a.svg": SVG, "brand/b.svg": SVG, "brand/broken.svg": b"<svg"}
    made = worn(project, "palette: {fig: '#561B3F'}\nroles: {primary: fig}", **files)
    assert made.logo == (f"assets/playbook/brand/{chosen}" if chosen else "")
    assert (
        f"--md-primary-fg-color: {ground};\n  --md-primary-fg-color--light: {ground};"
        in made.files[0].content
    )
    assert all(b"script" not in file.as_bytes() for file in made.files)


def test_a_logo_for_light_pages_keeps_its_ground_by_night(project):
    css = worn(project, "roles: {background: '#FFF9EC'}", **LOGO).files[0].content
    assert values(css, "[data-md-color-scheme=slate] .md-logo img")["background-color"] == "#FFF9EC"
    on_field = LOGO | {"brand/logo.yml": "variants: {main: {file: main.svg, on: [light, dark]}}"}
    assert ".md-logo img" not in worn(project, "roles: {primary: navy}", **on_field).files[0].content


@pytest.mark.parametrize(
    "logo, icon",
    [
        ("variants: {day: a.svg, small: b.svg}\nfavicon: small", "b.svg"),
        ("variants: {day: a.svg, symbol: b.svg}", "b.svg"),
        ("variants: {day: a.svg}", "a.svg"),
        ("variants: {day: a.svg, lost: nowhere.svg}\nfavicon: lost", "a.svg"),
        ("notes: none", ""),
    ],
)
def test_the_icon_of_the_tab(project, logo, icon):
    made = worn(project, "", **{"brand/logo.yml": logo, "brand/a.svg": SVG, "brand/b.svg": SVG})
    assert made.favicon == (f"assets/playbook/brand/{icon}" if icon else "")


def test_a_sub_brand_is_scoped(project):
    made = worn(
        project,
        "roles: {primary: '#561B3F'}",
        **{"brand/kids/brand.yml": "name: Kids", "brand/kids/colors.yml": "roles: {primary: '#0A7F3F'}"},
    )
    css = made.files[0].content
    assert values(css, '[data-pb-brand="kids"]')["--pb-color-primary"] == "#0A7F3F"
    assert values(css, ":root, [data-md-color-scheme=default]")["--pb-color-primary"] == "#561B3F"


SUB_DAY = '[data-pb-brand="kids"]'
SUB_NIGHT = f"[data-md-color-scheme=slate]{SUB_DAY}, [data-md-color-scheme=slate] {SUB_DAY}"


@pytest.mark.parametrize("scheme", [SUB_DAY, SUB_NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("name", PALETTES)
def test_whatever_a_sub_brands_palette_it_can_be_read_too(project, name, scheme):
    css = worn(project, "roles: {primary: '#561B3F'}", **sub_brand(PALETTES[name])).files[0].content
    found = values(css, scheme)
    ratios = [ratio(found, f"--pb-color-{word}", f"--pb-color-{ground}") for word in READ for ground in PAGE]
    assert min(ratios) >= 4.5
    header = values(css, f"{SUB_DAY} :is({BARS})")
    for text in ("--md-primary-bg-color", "--md-primary-bg-color--light"):
        for ground in ("--md-primary-fg-color", "--pb-color-header-well"):
            assert ratio(header, text, ground) >= 4.5


def sub_brand(colors, **files):
    return {"brand/kids/brand.yml": "name: Kids", "brand/kids/colors.yml": colors or "notes: none", **files}


NIGHT_LOGO = "[data-md-color-scheme=slate]{} .md-logo img"


def test_a_sub_brand_wears_its_own_header(project):
    files = {
        "brand/logo.yml": "variants: {main: {file: a.svg, on: light}}",
        "brand/a.svg": SVG,
        "brand/kids/logo.yml": "variants: {main: {file: b.svg, on: green}}",
        "brand/kids/b.svg": SVG,
    }
    kids = sub_brand("palette: {green: '#0A7F3F'}\nroles: {primary: green}")
    made = worn(project, "roles: {primary: '#561B3F'}", **files, **kids)
    assert made.worn == {
        "": Worn("assets/playbook/brand/a.svg", "#FFFFFF", "#000000"),
        "kids": Worn("assets/playbook/brand/kids/b.svg", "#0A7F3F", "#FFFFFF"),
    }
    assert {seen.logo for seen in made.worn.values()} <= {file.path for file in made.files}
    css = made.files[0].content
    assert values(css, f"{SUB_DAY} :is({BARS})")["--md-primary-fg-color"] == "#0A7F3F"
    assert values(css, NIGHT_LOGO.format(""))["background-color"] == "#FFFFFF"
    assert values(css, f"{SUB_DAY} .md-logo img")["background-color"] == "transparent"


def test_the_same_brand_gives_the_same_bytes(project):
    assert worn(project, PALETTES["nine blues"]) == worn(project, PALETTES["nine blues"])

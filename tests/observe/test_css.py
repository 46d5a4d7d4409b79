"""Style sheets: colors as browsers read them, variables, fonts, places, and what is said to be unresolved."""

from __future__ import annotations

import pytest
import tinycss2
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.handed import Handed
from playbook.observe import css
from playbook.observe.css.colors import color_of
from playbook.observed import Unreadable


def seen(text: str) -> Handed:
    return css.observe(text.encode())


def inks(text: str) -> list[str]:
    return [
        f"{ink.spot.line}:{ink.spot.column} {ink.color} {ink.role} {ink.written}" for ink in seen(text).inks
    ]


# What Chromium shows for each, but for rounding.
AS_BROWSERS_DO = {
    "rgb(from #336699 r g calc(b * 0.5))": "#33664D",
    "hsl(from #336699 calc(h + 90) s l)": "#993399",
    "hsl(from #336699 h s calc(l + 20) / 50%)": "#6699CC80",
    "oklch(from #336699 calc(l * 1.2) c h)": "#5084B9",
    "oklch(from tan l c calc(h + 180))": "#9EBCE2",
    "lab(from gold calc(l - 20) a b)": "#C2A100",
    "hwb(from gold h 20% b)": "#FFDF33",
    "color(from #336699 srgb r calc(g + .2) b)": "#339999",
    "rgb(from rgb(10 20 30 / .3) r g b / alpha)": "#0A141E4D",
    "color-mix(in srgb, red, blue)": "#800080",
    "color-mix(in srgb, red 25%, blue)": "#4000BF",
    "color-mix(in oklab, red, blue 20%)": "#D14460",
    "color-mix(in oklch, red, blue)": "#BA00C2",
    "color-mix(in oklch longer hue, red, blue)": "#009300",
    "color-mix(in hsl, #336699, gold)": "#1DC93A",
    "color-mix(in lch increasing hue, #336699, gold 30%)": "#AD6CBF",
    "color-mix(in srgb, red 20%, blue 20%)": "#80008066",
    "color-mix(in srgb, rgb(255 0 0 / 20%), blue)": "#2B00D499",
    "color-mix(in hsl, white, #336699)": "#9FB3C6",
    "color-mix(in oklab, color-mix(in srgb, red, blue), white 10%)": "#8E2C8C",
    "color-mix(in srgb, transparent, red)": "#FF000080",
    "lch(52% 40 20)": "#BA6067",
    "oklch(70% 0.3 150)": "#00CB00",
    "hwb(194 0% 0% / .5)": "#00C4FF80",
    "color(xyz 0.2 0.4 0.1)": "#00C535",
    "color(srgb-linear .5 .5 .5)": "#BCBCBC",
    "hsl(none 50% 50%)": "#BF4040",
    "hsl(calc(0.25turn) 50% 50%)": "#80BF40",
    "rgb(300 -20 0)": "#FF0000",
}


@pytest.mark.parametrize("value, expected", AS_BROWSERS_DO.items(), ids=list(AS_BROWSERS_DO))
def test_colors_are_what_browsers_show(value, expected):
    color = color_of(tinycss2.parse_one_component_value(value))
    assert color
    assert color.hex == expected


@pytest.mark.parametrize(
    "value",
    [
        "rgb(calc(1px) 0 0)",
        "rgb(calc(1 / 0) 0 0)",
        "rgb(from nothing r g b)",
        "rgb(from red x g b)",
        "color(from red nowhere r g b)",
        "color-mix(red, blue)",
        "color-mix(in nowhere, red, blue)",
        "color-mix(in srgb, red 0%, blue 0%)",
        "color-mix(in srgb, red, blue, lime)",
        "color-mix(in srgb shorter hues wrong, red, blue)",
        "rgb(calc(1 -2) 0 0)",
        "hello(red)",
        "12px",
    ],
)
def test_what_is_no_color_is_none(value):
    assert color_of(tinycss2.parse_one_component_value(value)) is None


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a{color:red}", ["1:9 #FF0000 text red"]),
        ("a{\n  background: url(x.png) tan}", ["2:26 #D2B48C background tan"]),
        ("a{border:1px solid #abc}", ["1:20 #AABBCC stroke #abc"]),
        ("a{box-shadow:0 0 3px #0003}", ["1:22 #00000033 fill #0003"]),
        (
            "a{background:linear-gradient(red 0%,#00f)}",
            ["1:30 #FF0000 background red", "1:37 #0000FF background #00f"],
        ),
        ("a{color:light-dark(#111,#eee)}", ["1:20 #111111 text #111", "1:25 #EEEEEE text #eee"]),
        ("@media x{a:hover{fill:red}}", ["1:23 #FF0000 fill red"]),
        ("a{&:hover{color:red}}", ["1:17 #FF0000 text red"]),
        ("@layer y{@supports (a:b){a{color:red}}}", ["1:34 #FF0000 text red"]),
        ("@keyframes k{to{color:red}}", ["1:23 #FF0000 text red"]),
        ("@page{background:red}", ["1:18 #FF0000 background red"]),
        ("a{color:transparent;fill:none;stroke:currentColor;color:inherit}", []),
        ("a{animation-name:red;grid-area:tan;content:'red'}", []),
        ("a{color:rgb(1 2}", []),
        ("/* a{color:red} */", []),
    ],
)
def test_colors_with_their_places(text, expected):
    assert inks(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (":root{--a:#123456} b{color:var(--a)}", ["#123456 theme 0", "#123456 text 1"]),
        (":root{--a:1,2,3} b{color:rgba(var(--a),.5)}", ["#01020380 text 1"]),
        (
            ":root{--a:red} .x{--a:lime} b{color:var(--a)}",
            ["#FF0000 theme 0", "#00FF00 theme 0", "#FF0000 text 1"],
        ),
        ("b{color:var(--no,gold)}", ["#FFD700 text 1"]),
        ("b{color:var(--no,var(--no2,tan))}", ["#D2B48C text 1"]),
        (":root{--A:red} b{color:var(--a,tan)}", ["#FF0000 theme 0", "#D2B48C text 1"]),
    ],
)
def test_variables_are_followed(text, expected):
    assert [f"{ink.color} {ink.role} {ink.count}" for ink in seen(text).inks] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("b{\ncolor:var(--no)}", ("not-judged.variable", {"name": "--no", "line": 2})),
        (":root{--a:var(--a)}b{color:var(--a)}", ("not-judged.variable", {"name": "--a", "line": 1})),
        ("b{color:rgb(calc(1em) 0 0)}", ("not-judged.css-color", {"color": "rgb(calc(1em) 0 0)", "line": 1})),
        ("\n@import 'x.css';", ("not-judged.outside", {"address": "x.css", "line": 2})),
        (
            '@import url("https://x.y/z") print;',
            ("not-judged.outside", {"address": "https://x.y/z", "line": 1}),
        ),
        ("a{background:url(//x.y/z)}", ("not-judged.outside", {"address": "//x.y/z", "line": 1})),
        ("a{\nbackground:url('//x.y/z')}", ("not-judged.outside", {"address": "//x.y/z", "line": 2})),
        ("a{background:image-set('//x.y/z' 2x)}", ("not-judged.outside", {"address": "//x.y/z", "line": 1})),
        ("@font-face{src:url(//x.y/z)}", ("not-judged.outside", {"address": "//x.y/z", "line": 1})),
        (
            "a{color:device-cmyk(0 1 1 0)}",
            ("not-judged.css-color", {"color": "device-cmyk(0 1 1 0)", "line": 1}),
        ),
        (
            "a{color:contrast-color(red)}",
            ("not-judged.css-color", {"color": "contrast-color(red)", "line": 1}),
        ),
        ("a{font-family:var(--f)}", ("not-judged.variable", {"name": "--f", "line": 1})),
    ],
)
def test_what_is_not_followed_is_said(text, expected):
    assert seen(text).not_judged == (expected,)


def test_other_properties_may_ask_for_unknown_variables():
    assert seen("a{padding:var(--gap)}").not_judged == ()


@pytest.mark.parametrize(
    "value, expected",
    [
        ('font-family:"Open Sans",Arial,sans-serif', ["Open Sans", "Arial", "sans-serif"]),
        ("font-family:Open  Sans", ["Open Sans"]),
        ("font-family:inherit", []),
        ('font:italic 700 12px/1.5 "Open Sans",serif', ["Open Sans", "serif"]),
        ("font:small Arial", ["Arial"]),
        ("font:caption", []),
        ("font:calc(1px*2) Arial", ["Arial"]),
    ],
)
def test_fonts(value, expected):
    assert [font.family for font in seen(f"a{{{value}}}").fonts] == expected


def test_fonts_beside_an_unknown_variable_are_seen():
    found = seen('a{font-family:"Comic Sans MS",var(--f),serif} b{font:12px var(--f),Papyrus}')
    assert [font.written for font in found.fonts] == ["Comic Sans MS", "serif", "Papyrus"]
    assert found.not_judged == (("not-judged.variable", {"name": "--f", "line": 1}),)


def test_a_font_that_is_only_loaded_is_on_offer():
    [font] = seen("@font-face{font-family:Foo;src:url(foo.woff2)}").fonts
    assert (font.family, font.count) == ("Foo", 0)


@pytest.mark.parametrize(
    "content, reason",
    [(b"a" * (css.MAX_BYTES + 1), "too-large"), (b"\xff\xfe\xfd", "not-text"), (b"(" * 99, "too-deep-css")],
)
def test_what_cannot_be_read(content, reason):
    with pytest.raises(Unreadable) as caught:
        css.observe(content)
    assert caught.value.reason == reason


WORDS = [
    "red",
    "#123",
    "rgb(",
    "calc(",
    ")",
    "var(--a)",
    "--a:",
    "color:",
    ";",
    "{",
    "}",
    "from ",
    "1",
    "%",
    ",",
    "/",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*WORDS, "color-mix(in srgb,", "@media x", "a", " ", "'", "\n", "font:", "1px "]),
        max_size=30,
    )
)
def test_any_sheet_is_read(parts):
    assert isinstance(css.observe(("a{" + "".join(parts)).encode()), Handed)

"""Colors are written anew where a file writes them, in its manner, and nothing beside them changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.color import parse
from playbook.fixing.colors import recolored
from playbook.observe.svg import observe

TEAL = {"#0F766F": "#0F766E"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


@pytest.mark.parametrize(
    "kind, text, new",
    [
        ("css", "a{color:#0F766F}", "a{color:#0F766E}"),
        ("css", "a{color:#0f766f}", "a{color:#0f766e}"),
        ("css", "a{color:#0f766f80}", "a{color:#0f766e80}"),
        ("css", "a{color:rgb(15,118,111)}", "a{color:rgb(15,118,110)}"),
        ("css", "a{color:rgba( 15 , 118 , 111 , .5)}", "a{color:rgba( 15 , 118 , 110 , .5)}"),
        ("css", "a{color:rgb(15 118 111 / 50%)}", "a{color:rgb(15 118 110 / 50%)}"),
        ("css", "a{color:rgb(5.882% 46.275% 43.53%)}", "a{color:rgb(5.882% 46.275% 43.137%)}"),
        ("css", ":root{--x:#0F766F}\r\na{color:var(--x)}", ":root{--x:#0F766E}\r\na{color:var(--x)}"),
        ("css", "a{background:linear-gradient(#0F766F,red)}", "a{background:linear-gradient(#0F766E,red)}"),
        ("css", "@media print{a{border:1px solid #0F766F}}", "@media print{a{border:1px solid #0F766E}}"),
        ("svg", '<path fill="#0F766F"/>', '<path fill="#0F766E"/>'),
        ("svg", "<path\n fill = ' #0F766F '/>", "<path\n fill = ' #0F766E '/>"),
        ("svg", '<g style="fill:#0F766F"/>', '<g style="fill:#0F766E"/>'),
        ("svg", '<stop stop-color="#0f766f"/>', '<stop stop-color="#0f766e"/>'),
        ("svg", "<style><![CDATA[.a{fill:#0F766F}]]></style>", "<style><![CDATA[.a{fill:#0F766E}]]></style>"),
    ],
)
def test_colors_are_written_as_the_file_writes_them(kind, text, new):
    given = (SVG.format(text), SVG.format(new)) if kind == "svg" else (text, new)
    assert recolored(kind, given[0], TEAL) == (given[1], 1)


@pytest.mark.parametrize(
    "kind, text",
    [
        ("css", "/* #0F766F */ a{color:red}"),
        ("css", 'a{content:"#0F766F"}'),
        ("css", "#a0F766F{color:red}"),
        ("css", "a{color:hsl(175 77% 26%)}"),
        ("css", "a{color:rgb(calc(15) 118 111)}"),
        ("css", "a{color:color-mix(in srgb, #0F766F, red)}"),
        ("svg", "<!-- fill='#0F766F' -->"),
        ("svg", "<text>fill='#0F766F'</text>"),
        ("svg", '<path data-fill="#0F766F" d="M0 0h9v9z"/>'),
        ("svg", "<path title='a fill=\"#0F766F\"'/>"),
        ("svg", '<a xlink:href="#0F766F"/>'),
        ("svg", '<g style="fill:&#35;0F766F"/>'),
        ("svg", "<desc><![CDATA[<path fill='#0F766F'/>]]></desc>"),
    ],
)
def test_what_is_no_color_of_the_file_stays(kind, text):
    whole = SVG.format(text) if kind == "svg" else text
    assert recolored(kind, whole, TEAL) == (whole, 0)


@pytest.mark.parametrize(
    "literal, value, new",
    [
        ("#123", "#AABBCC", "#ABC"),
        ("#123", "#AABBCD", "#AABBCD"),
        ("#1238", "#AABBCD", "#AABBCD88"),
        ("#abd", "#AABBCC", "#abc"),
        ("teal", "#008081", "#008081"),
        ("Teal", "#00808F", "#00808F"),
    ],
)
def test_short_forms_and_names(literal, value, new):
    color = parse(literal)
    assert color is not None
    assert recolored("css", f"a{{color:{literal}}}", {color.hex[:7]: value}) == (f"a{{color:{new}}}", 1)


def test_names_become_hex_in_the_capitals_of_the_file():
    text = "a{color:#abcdef;fill:teal}"
    assert recolored("css", text, {"#008080": "#00808F"})[0] == "a{color:#abcdef;fill:#00808f}"


WAYS = st.sampled_from(
    [
        '<path fill="{}" d="M0 0h9v9z"/>',
        "<g stroke='{}'><path fill='none' d='M0 0h9v9z'/></g>",
        '<path style="fill: {};stroke:none" d="M0 0h9v9z"/>',
        '<g color="{}"><path fill="currentColor" d="M0 0h9v9z"/></g>',
        '<style>.a{{fill:{}}}</style><path class="a" d="M0 0h9v9z"/>',
        '<linearGradient id="g"><stop stop-color="{}"/></linearGradient><path fill="url(#g)" d="M0 0h9v9z"/>',
    ]
)
MANNERS = st.sampled_from(["#0F766F", "#0f766f", "rgb(15,118,111)", "rgb(15 118 111 / 40%)", "#0f766f80"])


@given(st.lists(st.tuples(WAYS, MANNERS), min_size=1, max_size=6))
def test_whatever_a_picture_paints_so_is_painted_anew(parts):
    drawn = SVG.format("\r\n".join(way.format(manner) for way, manner in parts))
    new, count = recolored("svg", drawn, TEAL)
    assert count == len(parts)
    assert {paint.color[:7] for paint in observe(drawn.encode()).paints} == {"#0F766F"}
    assert {paint.color[:7] for paint in observe(new.encode()).paints} == {"#0F766E"}
    assert recolored("svg", new, TEAL) == (new, 0)


BYTE = st.integers(0, 255)


@given(st.tuples(BYTE, BYTE, BYTE), st.tuples(BYTE, BYTE, BYTE), st.sampled_from(["hex", "HEX", "rgb", "%"]))
def test_what_is_written_is_exactly_what_is_wanted(old, new, manner):
    before, after = (f"#{r:02X}{g:02X}{b:02X}" for r, g, b in (old, new))
    shares = " ".join(f"{part / 2.55:.4f}%" for part in old)
    literal = {"hex": before.lower(), "HEX": before, "rgb": f"rgb{old}", "%": f"rgb({shares})"}[manner]
    made, count = recolored("css", f"a {{ color: {literal}; }}", {before: after})
    [written] = re.findall(r"color: (.*);", made)
    said = parse(written)
    assert said is not None
    assert (said.hex, count) == (after, 1)

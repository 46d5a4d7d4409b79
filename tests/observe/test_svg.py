"""SVG: what is painted, held and loaded, and the copy that is fit for publishing."""

from __future__ import annotations

from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.observe.svg import observe
from playbook.observe.svg.clean import harmless
from playbook.observed import Box, SvgFacts, Unreadable

XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(body: str, attributes: str = 'viewBox="0 0 100 50"') -> bytes:
    return f"<svg {XMLNS} {attributes}>{body}</svg>".encode()


def rect(attributes: str = "") -> str:
    return f'<rect width="9" height="9" {attributes}/>'


def seen(body: str) -> SvgFacts:
    return observe(svg(body))


def painted(body: str) -> list[str]:
    return [f"{paint.property} {paint.color} x{paint.count}" for paint in seen(body).paints]


GRADIENT = (
    '<linearGradient id="g"><stop stop-color="#f8be05"/>'
    '<stop offset="1" style="stop-color:red;stop-opacity:.5"/></linearGradient>'
)


@pytest.mark.parametrize(
    "body, expected",
    [
        pytest.param(rect(), ["fill #000000 x1"], id="black unless told otherwise"),
        pytest.param(rect('fill="#abc"') * 2, ["fill #AABBCC x2"], id="grouped"),
        pytest.param(rect('fill="none"'), [], id="none"),
        pytest.param(rect('fill="transparent"'), [], id="transparent"),
        pytest.param(rect('fill="none" stroke="red"'), ["stroke #FF0000 x1"], id="stroke"),
        pytest.param(rect('fill="none" stroke="red" stroke-width="0"'), [], id="no width"),
        pytest.param('<path d=""/><rect/><circle r="0"/><polygon/>', [], id="shapes without size"),
        pytest.param('<line x2="9" stroke="red"/>', ["stroke #FF0000 x1"], id="a line has no fill"),
        pytest.param(f'<g fill="red">{rect()}</g>', ["fill #FF0000 x1"], id="inherited"),
        pytest.param(
            '<g fill="red">' + rect("fill='inherit'") + "</g>",
            ["fill #FF0000 x1"],
            id="inherit",
        ),
        pytest.param(
            '<g color="red">' + rect("fill='currentColor'") + "</g>",
            ["fill #FF0000 x1"],
            id="currentColor",
        ),
        pytest.param(
            '<g fill="currentColor" color="red">' + rect("color='blue'") + "</g>",
            ["fill #0000FF x1"],
            id="currentColor is inherited as a word",
        ),
        pytest.param(rect('style="fill:red" fill="blue"'), ["fill #FF0000 x1"], id="style wins"),
        pytest.param(rect('fill="banana"'), ["fill #000000 x1"], id="nonsense is passed over"),
        pytest.param(rect('fill="#f00 icc-color(x)"'), ["fill #FF0000 x1"], id="color profile"),
        pytest.param(rect('fill="var(--a, #f00)"'), ["fill #FF0000 x1"], id="variable's fallback"),
        pytest.param(rect('display="none"'), [], id="display none"),
        pytest.param(rect('visibility="hidden"'), [], id="hidden"),
        pytest.param(
            '<g visibility="hidden">' + rect("visibility='visible'") + "</g>",
            ["fill #000000 x1"],
            id="visible again",
        ),
        pytest.param(rect('opacity="0"'), [], id="opacity 0"),
        pytest.param(rect('fill="red" fill-opacity="50%"'), ["fill #FF000080 x1"], id="see-through"),
        pytest.param(
            '<g opacity=".5">' + rect("opacity='.5'") + "</g>",
            ["fill #00000040 x1"],
            id="opacities multiply",
        ),
        pytest.param(
            f"<defs>{rect()}</defs><symbol>{rect()}</symbol><clipPath>{rect()}</clipPath>", [], id="unused"
        ),
        pytest.param(
            "<defs>" + rect("id='a'") + '</defs><use href="#a" fill="red"/><use xlink:href="#a"/>',
            ["fill #FF0000 x1", "fill #000000 x1"],
            id="used",
        ),
        pytest.param(
            '<symbol id="s" fill="red"><circle r="2"/></symbol><use href="#s"/>',
            ["fill #FF0000 x1"],
            id="symbol used",
        ),
        pytest.param(
            '<g id="a"><use href="#a"/><circle r="1"/></g>', ["fill #000000 x2"], id="a copy of itself"
        ),
        pytest.param(GRADIENT + rect('fill="red"'), ["fill #FF0000 x1"], id="gradient unused"),
        pytest.param(
            GRADIENT + rect('fill="url(#g)"'),
            ["stop-color #F8BE05 x1", "stop-color #FF000080 x1"],
            id="gradient used",
        ),
        pytest.param(
            GRADIENT + '<radialGradient id="h" href="#g"/>' + rect('fill="url(#h)" opacity=".5"'),
            ["stop-color #F8BE0580 x1", "stop-color #FF000040 x1"],
            id="gradient of a gradient",
        ),
        pytest.param(
            '<linearGradient id="g" href="#h"/><linearGradient id="h" href="#g"/>' + rect('fill="url(#g)"'),
            [],
            id="gradients in a circle",
        ),
        pytest.param(rect('fill="url(#no) red"'), ["fill #FF0000 x1"], id="fallback"),
        pytest.param(
            '<pattern id="p"><circle r="1" fill="red"/></pattern>' + rect('fill="url(#p)"'),
            ["fill #FF0000 x1"],
            id="pattern",
        ),
        pytest.param(
            '<marker id="m"><circle r="1" fill="red"/></marker>'
            '<path d="M0 0L9 9" fill="none" marker-end="url(#m)"/>',
            ["fill #FF0000 x1"],
            id="marker",
        ),
        pytest.param(
            '<filter id="f"><feFlood flood-color="red"/></filter>' + rect('filter="url(#f)" fill="#fff"'),
            ["flood-color #FF0000 x1", "fill #FFFFFF x1"],
            id="filter",
        ),
        pytest.param("<text fill='red'>Hi</text>", ["fill #FF0000 x1"], id="text"),
        pytest.param("<text><tspan fill='red'>Hi</tspan></text>", ["fill #FF0000 x1"], id="words in a span"),
        pytest.param('<image href="a.png" width="9" height="9"/>', [], id="pictures have no paint"),
        pytest.param(f'<x:g xmlns:x="urn:x">{rect()}</x:g>', [], id="foreign elements"),
    ],
)
def test_what_is_painted(body, expected):
    assert painted(body) == expected


@pytest.mark.parametrize(
    "css, fill",
    [
        ("rect{fill:red}", "#FF0000"),
        (".a{fill:red}", "#FF0000"),
        ("#i{fill:red} .a{fill:blue}", "#FF0000"),
        ("*{fill:red} rect{fill:blue}", "#0000FF"),
        ("rect{fill:red} rect{fill:blue}", "#0000FF"),
        ("rect{fill:red!important} #i{fill:blue}", "#FF0000"),
        ("path,rect{fill:red}", "#FF0000"),
        ("rect.a.b{fill:red}", "#FF0000"),
        ("rect.a.c{fill:red}", "#008000"),
        ("g .a{fill:red}", "#FF0000"),
        ("svg>g>.a{fill:red}", "#FF0000"),
        ("svg > .a{fill:red}", "#008000"),
        ("svg g g .a{fill:red}", "#008000"),
        (".a:hover{fill:red}", "#008000"),
        ("@media print{.a{fill:red}}", "#008000"),
        ("/* .a{fill:red} */", "#008000"),
        (".a{fill:red", "#FF0000"),
    ],
)
def test_style_sheets_cascade(css, fill):
    shape = rect('class="a b" id="i" fill="green"')
    facts = seen(f"<style>{css.replace('>', '&gt;')}</style><g>{shape}</g>")
    assert [paint.color for paint in facts.paints] == [fill]


def test_a_paint_tells_where_it_is_written_and_how_often_it_shows():
    body = "\n<style>\n.st0{fill:#F8BE05;}\n</style>\n" + rect('class="st0"') * 3 + "\n" + rect()
    named, default = seen(body).paints
    assert (named.written, named.line, named.count) == ("#F8BE05", 3, 3)
    assert (default.written, default.line, default.count) == ("", 6, 1)


@pytest.mark.parametrize(
    "body, not_judged",
    [
        (
            "<style>.a:hover{} @media print{} @font-face{}</style>",
            ("@media", "@not-followed.selector .a:hover"),
        ),
        (rect('fill="banana"'), ("fill: banana",)),
        (rect('fill="var(--x)"'), ("var()",)),
        (rect('filter="url(#f)" mask="url(#m)"'), ("filter", "mask")),
        (rect('style="clip-path:url(#c);mix-blend-mode:multiply"'), ("clip-path", "mix-blend-mode")),
        (
            rect('fill="url(#no)"') + '<use href="#gone"/>',
            ("@not-followed.reference #gone", "@not-followed.reference #no"),
        ),
        ('<rect><animate attributeName="fill" to="red"/></rect>', ("@not-followed.animation",)),
        ('<image href="data:image/png;base64,AA"/>', ("@not-followed.picture",)),
        ("<style>a{b:" + "(" * 99 + "}</style>", ("@not-followed.deep-css",)),
    ],
)
def test_what_cannot_be_judged_is_named(body, not_judged):
    assert seen(body).not_judged == not_judged


@pytest.mark.parametrize(
    "body, box",
    [
        ('<rect x="1" y="2" width="10" height="5"/>', (1, 2, 10, 5)),
        ('<rect width="100%" height="50%"/>', (0, 0, 100, 25)),
        ('<circle cx="10" cy="10" r="5"/>', (5, 5, 10, 10)),
        ('<ellipse cx="10" cy="10" rx="5" ry="2"/>', (5, 8, 10, 4)),
        ('<polygon points="0,0 10,0 10,20"/>', (0, 0, 10, 20)),
        ('<path d="M10 10h20v5z"/>', (10, 10, 20, 5)),
        ('<path d="M0 0C0 20 20 20 20 0"/>', (0, 0, 20, 15)),
        ('<path d="M0 5A5 5 0 0 1 10 5"/>', (0, 0, 10, 5)),
        ('<path d="M0 0L10 10 broken L 90"/>', (0, 0, 10, 10)),
        ('<g transform="translate(5 5) scale(2)"><circle r="1"/></g>', (3, 3, 4, 4)),
        ('<rect width="4" height="2" transform="rotate(90)"/>', (-2, 0, 2, 4)),
        ('<rect width="4" height="2" transform="matrix(1 0 0 1 3 0)"/>', (3, 0, 4, 2)),
        ('<rect width="4" height="4" stroke="red" stroke-width="2"/>', (-1, -1, 6, 6)),
        ('<line x1="2" y1="3" x2="5" y2="3" stroke="red"/>', (1.5, 2.5, 4, 1)),
        ('<defs><circle id="c" r="1"/></defs><use href="#c" x="10" y="20"/>', (9, 19, 2, 2)),
        ('<svg x="5" y="5"><circle r="1"/></svg>', (4, 4, 2, 2)),
        ('<circle r="1"/><rect width="90" height="90" fill="none"/>', (-1, -1, 2, 2)),
        ('<image x="1" y="1" width="5" height="5" href="a.png"/>', (1, 1, 5, 5)),
    ],
)
def test_bounds_are_those_of_what_is_painted(body, box):
    bounds = seen(body).bounds
    assert bounds is not None
    assert (bounds.x, bounds.y, bounds.width, bounds.height) == pytest.approx(box, abs=1e-3)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<text>Hi</text>",
        '<svg viewBox="0 0 1 1"><circle r="1"/></svg>',
        '<circle r="1" transform="rotate(a)"/>',
        '<circle r="1e300"/>',
        '<path d="M0 0L1e999 0"/>',
    ],
)
def test_bounds_are_unknown_rather_than_wrong(body):
    assert seen(body).bounds is None


@pytest.mark.parametrize(
    "attributes, view_box, width, height",
    [
        ('viewBox="0 0 100 50"', Box(0, 0, 100, 50), None, None),
        ('viewBox="-1,-2 3 4" width="20" height="10px"', Box(-1, -2, 3, 4), 20, 10),
        ('width="1in" height="100%"', None, 96, None),
        ('viewBox="0 0 0 0" width="25.4mm" height="x"', None, 96, None),
    ],
)
def test_sizes(attributes, view_box, width, height):
    facts = observe(svg("", attributes))
    assert (facts.view_box, facts.height) == (view_box, height)
    assert facts.width == (width if width is None else pytest.approx(width))


def test_texts_and_their_fonts():
    facts = seen(
        "<style>text{font-family:'Open Sans', Arial}</style>"
        "<text>Brand <tspan font-family='Lora'>new\n  day</tspan></text>"
        "<text style='font:italic 700 12px/1.2 &quot;Fira Sans&quot;,sans-serif'>!</text>"
        "<text display='none'>x</text>"
    )
    assert tuple(said.text for said in facts.texts) == ("Brand new day", "!")
    assert tuple(font.text for font in facts.fonts) == (
        "Open Sans",
        "Arial",
        "Lora",
        "Fira Sans",
        "sans-serif",
    )


HOSTILE = """
<script>alert(1)</script>
<rect width="1" height="1" onclick="x()"/>
<a href="java&#9;script:x()"><circle r="1"/></a>
<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">hi</p></foreignObject>
<image href="https://example.org/a.png"/>
<image xlink:href="data:image/png;base64,AAAA"/>
<use href="other.svg#x"/>
<a href="https://example.org/"><circle r="1"/></a>
<style>@import "https://example.org/a.css"; .a{fill:url(https://example.org/#p)} .b{fill:red}</style>
<rect style="fill:url('https://example.org/b.svg#p');stroke:blue"/>
<set attributeName="href" to="javascript:x()"/>
<image href="data:image/svg+xml,a"/>
"""


def test_scripts_and_addresses_outside_are_told_with_their_lines():
    facts = seen(HOSTILE)
    assert [(found.text, found.line) for found in facts.scripts] == [
        ("script", 2),
        ("onclick", 3),
        ("java\tscript:x()", 4),
        ("foreignObject", 5),
        ("javascript:x()", 12),
    ]
    assert [(found.text, found.line) for found in facts.external] == [
        ("https://example.org/a.png", 6),
        ("other.svg#x", 8),
        ("https://example.org/", 9),
        ("https://example.org/a.css", 10),
        ("https://example.org/#p", 10),
        ("https://example.org/b.svg#p", 11),
        ("data:image/svg+xml,a", 13),
    ]
    assert facts.rasters == 3


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", "not-svg"),
        (b"GIF89a", "not-svg"),
        (b"<html><body>svg</body></html>", "not-svg"),
        (b"<svg/>", "namespace"),
        (svg("<g>"), "malformed"),
        (svg("&nbsp;"), "malformed"),
        (svg("")[:-3], "malformed"),
        (b"\x1f\x8b" + svg(""), "compressed"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "doctype"),
        (('<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;").decode()).encode("utf-16"), "doctype"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("&a;"), "doctype"),
        (svg(" " * 5_000_001), "too-large"),
        (svg("<g/>" * 10_001), "too-complex"),
        (svg("<g>" * 220 + "</g>" * 220), "too-deep"),
        (svg("<g>" * 2000 + "</g>" * 2000), "too-deep"),
    ],
)
def test_what_cannot_be_read_says_why(content, reason):
    with pytest.raises(Unreadable) as caught:
        observe(content)
    assert caught.value.reason == reason


def test_a_plain_doctype_and_other_encodings_are_read():
    doctype = (
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    assert observe((doctype + svg(rect()).decode()).encode("utf-16")).paints[0].color == "#000000"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            '<circle id="a0" r="1"/>'
            + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)),
            id="copies of copies",
        ),
        pytest.param(
            "<style>" + ".a b{fill:red}" * 1000 + "</style>" + '<b class="a"/>' * 1000, id="endless matching"
        ),
        pytest.param(
            '<linearGradient id="g">'
            + "<stop/>" * 1000
            + "</linearGradient>"
            + rect('fill="url(#g)"') * 1000,
            id="gradients",
        ),
    ],
)
def test_what_multiplies_beyond_bounds_is_refused(body):
    with pytest.raises(Unreadable, match="too-complex"):
        seen(body)


def use_tower(levels: int) -> str:
    floors = (f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, levels + 1))
    return f'<defs><circle id="a0" r="1"/>{"".join(floors)}</defs><use href="#a{levels}"/>'


MANY = range(2500)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(use_tower(11), id="copies of copies"),
        pytest.param(
            "<style>" + "".join(f".a.b{n}{{fill:#{n:06x}}}" for n in MANY) + "</style>"
            "" + "".join(f'<path class="a b{n}" d="M0 0h9v9z"/>' for n in MANY),
            id="two classes, the first the same for all",
        ),
        pytest.param(
            "<style>" + "".join(f".b .a{n}{{fill:red}}" for n in MANY) + "</style>"
            '<g class="b">' + "".join(f'<path class="a{n}" d="M0 0h9v9z"/>' for n in MANY) + "</g>",
            id="descendants",
        ),
        pytest.param(
            "<style>.a{" + "fill:red;" * 5000 + "}</style>" + rect('class="a"') * 2000,
            id="one endless rule",
        ),
        pytest.param('<path d="M0 0' + "c1 2 3 4 5 6" * 400_000 + '"/>', id="one endless path"),
        pytest.param('<path d="M0 0a1 1 0 0 1 3 4"/>' * 9_900, id="arcs"),
        pytest.param("".join(rect(f'fill="#{n:06x}"') for n in range(9_900)), id="colors"),
    ],
)
def test_nothing_takes_long_whether_judged_or_refused(body):
    started = process_time()
    with suppress(Unreadable):
        seen(body)
    assert process_time() - started < 15  # two or three seconds where nothing else runs


def test_thousands_of_rules_for_as_many_elements_are_judged():
    rules = "".join(f".a.b{n}{{fill:#{n:06x}}}" for n in range(2000))
    shapes = "".join(rect(f'class="b{n} a"') for n in range(2000))
    assert painted(f"<style>{rules}</style>{shapes}")[-1] == "fill #0007CF x1"


@pytest.mark.parametrize(
    "body, place",
    [
        pytest.param('\n <path fill="red" d="M0 0h9v9z"/>', (2, 14), id="attribute"),
        pytest.param('\n<path\n  fill="red"\n  d="M0 0h9v9z"\n/>', (3, 9), id="a tag over several lines"),
        pytest.param("\n" + rect('style="opacity: 1; fill : red"'), (2, 54), id="style"),
        pytest.param("<style>\n.a {\n  fill: red }</style>" + rect('class="a"'), (3, 9), id="sheet"),
        pytest.param(rect('color="red" fill="none"') + rect('fill="red"'), None, id="by property"),
        pytest.param('<!-- fill="red" -->\n' + rect("fill='red'"), (2, 34), id="not in a comment"),
        pytest.param("\n" + rect('fill="&#114;ed"'), (2, 0), id="written otherwise"),
        pytest.param("\n" + rect(), (2, 1), id="not written"),
        pytest.param('\n<g fill="red">\n' + rect() + "</g>", (2, 10), id="inherited"),
        pytest.param("<!-- <a> -->\n <g>\n  <g/><path\nd='M0 0h9v9z'/></g>", (3, 7), id="nowhere"),
    ],
)
def test_where_a_color_is_written(body, place):
    head = svg("").decode().partition("</svg>")[0]
    paint = seen(body).paints[0]
    expected = place or (1, len(head) + body.rindex("red") + 1)
    assert (paint.line, paint.column) == expected


def test_harmless_keeps_the_picture_and_drops_what_runs_or_calls():
    body = (
        "<!-- made by x --><metadata>secret</metadata>"
        '<style>.a{fill:red;behavior:url(#x)} @import "x";</style>'
        '<title>Logo</title><g class="a" onload="x()" data-name="n"><path d="M0 0h9v9z"/></g>'
        '<a href="https://example.org/"><circle r="1" style="fill: url(http://x/y); stroke: blue"/></a>'
        '<use xlink:href="#b"/><text xml:space="preserve">a<script>x</script>b</text>'
        '<image href="data:image/png;base64,AA"/><image href="http://x/y.png"/>'
        '<set attributeName="href" to="#x"/>'
    )
    assert harmless(svg(body)).decode() == (
        f'<svg {XMLNS} viewBox="0 0 100 50"><style>.a{{fill:red}}</style>'
        '<title>Logo</title><g class="a"><path d="M0 0h9v9z"/></g>'
        '<a><circle r="1" style="stroke:blue"/></a>'
        '<use xlink:href="#b"/><text xml:space="preserve">ab</text>'
        '<image href="data:image/png;base64,AA"/></svg>'
    )


def test_harmless_copies_have_nothing_left_to_tell():
    facts = observe(harmless(svg(HOSTILE)))
    assert (facts.scripts, facts.external) == ((), ())
    assert [paint.color for paint in facts.paints] == ["#000000"]
    assert facts.rasters == 1


@pytest.mark.parametrize(
    "attack",
    [
        '<a xlink:href=" javascript:alert(1)"/>',
        '<a href="data:text/html,x"/>',
        '<animate attributeName="xlink:href" values="javascript:x()"/>',
        '<set attributeName="onclick" to="x()"/>',
        '<g style="fill:u\\72l(http://x/)"/>',
        "<style>a{fill:u\\72l(http://x/)}</style>",
        "<style>@import url(http://x/);</style>",
        '<style>a{background:image-set("http://x/" 1x)}</style>',
        '<rect fill="url(http://x/#a)"/>',
        '<rect mask="url(//x/#a)"/>',
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml">x</h:script>',
        '<title><h:img xmlns:h="http://www.w3.org/1999/xhtml" src="http://x/"/></title>',
        '<feImage href="http://x/"/>',
        '<iframe src="http://x/"/>',
        '<x:rect xmlns:x="urn:x" onclick="x()"/>',
        '<image href="data:image/svg+xml;base64,AA"/>',
        '<?xml-stylesheet href="http://x/"?>',
    ],
)
def test_attacks_leave_no_trace(attack):
    copy = harmless(svg(attack)).replace(b"http://www.w3.org/", b"")
    for trace in (b"script", b"http", b"//x", b"on", b"data:", b"72l", b"iframe"):
        assert trace not in copy


PIECES = st.lists(
    st.sampled_from([*HOSTILE.splitlines(), GRADIENT, rect('style="fill:red;x:y"'), "<g>a<b/>c</g>", "t"]),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(PIECES)
def test_harmless_twice_is_harmless_once(pieces):
    once = harmless(svg("".join(pieces)))
    assert harmless(once) == once
    assert observe(once).scripts == ()
    assert observe(once).external == ()

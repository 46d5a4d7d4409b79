"""Pages and mails: what is seen in them, and where."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.handed import Handed
from playbook.observed import Unreadable
from playbook.reading.formats import page


def seen(text: str) -> Handed:
    return page(dedent(text).encode())


def test_a_whole_mail():
    handed = seen("""\
        <!DOCTYPE html><html lang="es"><head><title>Hola &amp; bienvenido</title>
        <style>:root{--c:#123456} a{color:var(--c)}</style>
        <meta name="description" content="Un resumen"></head>
        <body bgcolor="FFFFFF"><div style="display:none">Vista previa</div>
        <table role="presentation" width="640"><tr><td style="color: var(--c);
          font-family: Arial">
          Texto del <b>párrafo</b>
          sigue <a href="/rel">pulse aquí</a>.
        <h1>Título</h1><img src="a.png" alt="Foto" width="10" height="20">
        <svg viewBox="0 0 9 9">
        <path fill="#445566" d="M0 0h9v9z"/></svg></td></tr></table></body></html>
        """)
    assert (handed.kind, handed.facts["title"], handed.facts["lang"]) == ("mail", "Hola & bienvenido", "es")
    assert [f"{ink.spot.line}:{ink.spot.column} {ink.spot.part} {ink.color}" for ink in handed.inks] == [
        "2:18 :root #123456",
        "2:35 a #123456",
        "5:62 <td> #123456",
        "4:16 <body> #FFFFFF",
        "11:0 fill #445566",
    ]
    assert [f"{font.spot.line}:{font.spot.column} {font.family}" for font in handed.fonts] == ["6:3 Arial"]
    assert [
        f"{said.spot.line}:{said.spot.column} {said.role} {said.lang} {said.text!r}" for said in handed.texts
    ] == [
        "4:50 preview es 'Vista previa'",
        "8:24 link es 'pulse aquí'",
        "7:3 text es 'Texto del párrafo\\n  sigue pulse aquí.'",
        "9:5 heading es 'Título'",
        "3:35 preview es 'Un resumen'",
        "9:38 alt es 'Foto'",
        "0:0 title  'Hola & bienvenido'",
    ]
    [picture] = handed.pictures
    assert (picture.kind, picture.shown, picture.alt, picture.address) == (
        "png",
        (10.0, 20.0),
        "Foto",
        "a.png",
    )
    counted = {name[5:]: value for name, value in handed.facts.items() if name.startswith("html.") and value}
    assert counted == {"bytes": handed.size, "style_bytes": 36, "width": 640.0, "svg": 1, "relative": 2}


@pytest.mark.parametrize(
    "text, kind",
    [
        ("<p>x</p>", "html"),
        ("<table><tr><td>1</table>", "html"),
        ("<table cellpadding=0><tr><td>1</table>", "mail"),
        ("<table role=none><tr><td>1</table>", "mail"),
        ("<table role=presentation></table><script></script>", "html"),
        ("<!--[if mso]><i>x</i><![endif]--><p>x", "mail"),
        ('<meta name="x-apple-disable-message-reformatting"><p>x', "mail"),
    ],
)
def test_mails_are_told_from_pages(text, kind):
    assert seen(text).kind == kind


@pytest.mark.parametrize(
    "text, fact",
    [
        ('<p style="display:flex">', "html.flex"),
        ("<style>a{display: inline-grid}</style>", "html.grid"),
        ("<picture></picture>", "html.picture"),
        ('<img src="a.svg?x=1">', "html.svg"),
        ("<svg></svg>", "html.svg"),
        ('<img src="data:image/png;base64,AAAA">', "html.base64"),
        ("<style>a{background:url(data:image/gif;base64,AA)}</style>", "html.base64"),
        ('<source srcset="a.webp">', "html.webp"),
        ("<script>1</script>", "html.script"),
        ("<form></form>", "html.form"),
        ('<a href="page.html">x</a>', "html.relative"),
        ('<td width="700px">', "html.width"),
        ('<div style="max-width:9px;width:700px">', "html.width"),
    ],
)
def test_what_mail_programs_mind_is_counted(text, fact):
    assert seen(text).facts[fact] == (700 if fact == "html.width" else 1)


@pytest.mark.parametrize(
    "address",
    ["https://x.example", "//x.example", "#top", "mailto:a@b.example", "{{ link }}", "*|LINK|*", "%%x%%"],
)
def test_whole_addresses_and_placeholders_are_not_relative(address):
    assert seen(f'<a href="{address}">x</a>').facts["html.relative"] == 0


def test_old_attributes():
    handed = seen('<font color="red" face="Papyrus, Arial">x</font><td bgcolor=#abc><body text=blue>')
    assert [(ink.color, ink.role) for ink in handed.inks] == [
        ("#FF0000", "text"),
        ("#AABBCC", "background"),
        ("#0000FF", "text"),
    ]
    assert [font.family for font in handed.fonts] == ["Papyrus", "Arial"]


def test_what_nobody_reads_is_no_text():
    handed = seen("<script>a</script><style>b</style><template>c</template><svg><text>d</text></svg><p>e")
    assert [said.text for said in handed.texts] == ["e"]


def test_what_is_not_followed_is_said():
    text = "<link rel=stylesheet href=a.css>\n<iframe></iframe>"
    assert seen(text).not_judged == (
        ("not-judged.contrast", {}),
        ("not-judged.outside", {"address": "a.css", "line": 1}),
        ("not-judged.element", {"element": "iframe", "line": 2}),
    )
    scripted: tuple[Any, ...] = (("not-judged.contrast", {}), ("not-judged.script", {}))
    assert seen("<p><script></script>").not_judged == scripted
    assert seen("<svg><g></p></svg>").not_judged == (("not-judged.inline-svg", {"line": 1}),)


@pytest.mark.parametrize(
    "drawing, colors",
    [
        ('<path d="M0 0h9v9z"/>', []),
        ('<path fill="currentColor" fill-opacity=".5" d="M0 0h9v9z"/>', []),
        ('<path fill="#000" d="M0 0h9v9z"/>', ["#000000"]),
        ('<g color="red"><path fill="currentColor" d="M0 0h9v9z"/></g>', ["#FF0000"]),
        ('<path fill="red" d="M0 0h9v9z"/>', ["#FF0000"]),
    ],
)
def test_an_icon_may_take_its_color_from_the_page(drawing, colors):
    handed = seen(f'<p>\n<svg class="icon">{drawing}</svg>')
    assert [ink.color for ink in handed.inks] == colors
    assert handed.not_judged == (() if colors else (("not-judged.inherits", {"line": 2}),))


@pytest.mark.parametrize(
    "drawing",
    [
        '<svg><use xlink:href="#a"/><path id="a" fill="red" d="M0 0h9v9z"/></svg>',
        "<svg><title>a&nbsp;b&copy;&lbrace;&LT;</title><path fill='red' d='M0 0h9v9z'/></svg>",
        "<svg\nid='a'><desc>xmlns= xmlns:xlink=</desc><path fill='red' xlink:href='#' d='M0 0h9v9z'/></svg>",
    ],
)
def test_drawings_in_pages_need_no_declarations(drawing):
    handed = seen(drawing)
    assert handed.not_judged == ()
    assert {ink.color for ink in handed.inks} == {"#FF0000"}


@pytest.mark.parametrize(
    "text, expected",
    [
        ("<p>x", ["#000000 on #FFFFFF 16"]),
        ('<body bgcolor=navy text="#eee"><p>x', ["#EEEEEE on #000080 16"]),
        ('<td style="background-color:#123456"><font color=red>x', ["#FF0000 on #123456 16"]),
        (
            '<td bgcolor=red><span style="color:#fff !important;font-size:12pt;font-weight:700">x',
            ["#FFFFFF on #FF0000 16 bold"],
        ),
        ("<h1>x</h1>y", ["#000000 on #FFFFFF 32 bold"]),
        ('<p style="font:2em x">x', ["#000000 on #FFFFFF None"]),
        ('<p style="background:#abc none">x', []),
        ('<td background="a.png">x', []),
        ('<p style="background:url(x)">x', []),
        ('<p style="color:rgb(0 0 0 / 50%)">x', []),
        ('<p style="color:var(--x)">x', []),
        ('<p style="opacity:.5">x', []),
        ('<p style="position:absolute">x', []),
        ("<a href=x>x</a>", []),
        ('<a href=x style="color:#00f">x</a>', ["#0000FF on #FFFFFF 16"]),
        ('<p style="display:none;color:red">x', []),
        ("<style>p{color:red}</style><p>x", []),
        ("<style>p{margin:0}</style><p>x", ["#000000 on #FFFFFF 16"]),
        ("<script></script><p>x", []),
    ],
)
def test_texts_on_their_grounds_where_both_are_sure(text, expected):
    told = [f"{pair.text} on {pair.ground} {pair.size and round(pair.size)}" for pair in seen(text).pairs]
    bold = [" bold" * pair.bold for pair in seen(text).pairs]
    assert [one + other for one, other in zip(told, bold, strict=True)] == expected


def test_pages_in_other_encodings():
    assert page("<meta charset=latin1><p>año".encode("latin-1")).texts[0].text == "año"
    assert page("<p>año".encode("utf-16")).texts[0].text == "año"
    with pytest.raises(Unreadable) as caught:
        page(b"<p>a\xf1o")
    assert caught.value.reason == "not-text"


PARTS = [
    "<p>",
    "</p>",
    "<a href=x>",
    "</a>",
    "<svg>",
    "</svg>",
    "<style>",
    "</style>",
    "a{color:red}",
    "<!--",
    "-->",
    "<h1>",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*PARTS, "<td style='color:tan", "'", ">", "<", "&", "&#x0;", "text", "\n", "<img ", "alt="]
        ),
        max_size=30,
    )
)
def test_any_page_is_read(parts):
    assert isinstance(page("".join(["<html>", *parts]).encode()), Handed)

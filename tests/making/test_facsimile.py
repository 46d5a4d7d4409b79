"""A document as a picture: what it says is seen, and nothing in it runs, loads or leads anywhere."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from playbook.making.facsimile import facsimile

SIZE = (600, 750)
PNG = "data:image/png;base64,iVBORw0KGgo="
PAGE = "<!doctype html><html lang=es><head><title>No</title><style>{}</style></head><body>{}</body></html>"
XHTML = "{http://www.w3.org/1999/xhtml}"


def seen(document: str, pictures: dict[str, str] | None = None) -> etree._Element:
    return etree.fromstring(facsimile(document, SIZE, pictures or {}))


def css(document: str) -> str:
    """The document's own style sheets as they are in the picture."""
    said: str = seen(document).findtext(f".//{XHTML}style") or ""
    return said.rpartition("min-height:100%}")[2]


def test_the_picture_is_the_page_at_its_size():
    root = seen(PAGE.format("p { margin: 0 }", '<p class="a" style="color:#123456">Sí<br>&nbsp;no</p>'))
    assert dict(root.attrib) == {
        "width": "400",
        "height": "500",
        "viewBox": "0 0 600 750",
        "style": "background:#fff;color-scheme:light",
    }
    assert [etree.QName(node).localname for node in root.iter()] == [
        "svg",
        "foreignObject",
        "html",
        "style",
        "body",
        "p",
        "br",
    ]
    paragraph = root.find(f".//{XHTML}p")
    assert paragraph is not None
    assert dict(paragraph.attrib) == {"class": "a", "style": "color:#123456"}
    assert "".join(paragraph.itertext()) == "Sí\N{NO-BREAK SPACE}no"
    assert root[0][0].get("lang") == "es"


HOSTILE = {
    "a script": "<p>x</p><script>alert(1)</script>",
    "an event": '<p onclick="alert(1)" onload=a()>x</p>',
    "a link": '<p><a href="javascript:alert(1)" target="_blank">x</a></p>',
    "a picture from elsewhere": '<p>x</p><img src="https://x.example/y.png">',
    "a picture that runs": '<p>x</p><img src="data:text/html;base64,PHNjcmlwdD4=">',
    "a picture in two ways": f'<p>x</p><img src=\'{PNG}" onerror="a()\' srcset="https://x.example/y">',
    "a frame": '<p>x</p><iframe src="https://x.example"></iframe><object data="x"></object><embed src="x">',
    "a form": '<p>x</p><form action="https://x.example"><input autofocus onfocus="a()"></form>',
    "another drawing": '<p>x</p><svg><use href="https://x.example#a"/></svg><math></math>',
    "a style that loads": "<p style=\"background:url('https://x.example')\">x</p>",
    "a comment": "<p>x</p><!--[if mso]><p>Word</p><![endif]--><?php echo 1 ?>",
    "a tag of nobody's": "<p>x</p><o:p>y</o:p><x-y>z</x-y>",
    "a base": '<base href="https://x.example/"><meta http-equiv=refresh content="0;url=x"><p>x</p>',
    "what XML cannot hold": "<p>x\0\x0b\ufffe\ud800</p>",
    "a sheet of another kind": "<p>x</p><style>@import 'https://x.example';p{background:url(x)}</style>",
}
HARMLESS = {"class", "style", "lang", "alt", "src", "width", "height"}


@pytest.mark.parametrize("inside", HOSTILE.values(), ids=HOSTILE)
def test_nothing_runs_loads_or_leads_anywhere(inside):
    for document in (PAGE.format("", inside), inside):
        text = facsimile(document, SIZE, {})
        root = etree.fromstring(text)
        body = root.find(f".//{XHTML}body")
        assert body is not None
        assert {node.tag for node in body.iter()} <= {
            XHTML + tag for tag in ("body", "p", "a", "span", "img")
        }
        assert {name for node in body.iter() for name in node.attrib} <= HARMLESS
        assert not re.search(r"x\.example|script|Word|url\(|@", text)
        assert "x" in "".join(body.itertext())


def test_pictures_are_within_it_or_are_their_words():
    inside = (
        '<img src="https://x.example/a.png" width="90" alt="Us"><img src="https://x.example/b" alt="B & C">'
    )
    root = seen(PAGE.format("", f"<p>{inside}<img src={PNG} alt=own></p>"), {"https://x.example/a.png": PNG})
    shown = root.iter(f"{XHTML}img")
    assert [dict(image.attrib) for image in shown] == [
        {"src": PNG, "width": "90", "alt": "Us"},
        {"src": PNG, "alt": "own"},
    ]
    assert root.findtext(f".//{XHTML}span") == "B & C"


@pytest.mark.parametrize(
    "sheet, kept",
    [
        ("p { margin: 0 }", "p { margin: 0 }"),
        ("/* a */ @page { margin: 9mm } p{}", "p{}"),
        ("@media (max-width: 600px) { p{top:0} i{} }", "p{top:0}i{}"),
        ("@media (max-width:599px){p{}}", ""),
        ("@media only screen and (min-width:600px) and (max-width:700px){p{}}", "p{}"),
        ("@media screen and (min-width:601px), (prefers-color-scheme: light) {p{}}", "p{}"),
        ("@media (prefers-color-scheme:dark){p{}}", ""),
        ("@media print{p{}}", ""),
        ("@media not all{p{}}", ""),
        ("@media screen{@media print{p{}} i{}}", "i{}"),
        ("@font-face{font-family:x}@supports (a:b){p{}}@charset 'x';", ""),
        ("p{behavior:url(x)}", ""),
    ],
)
def test_a_style_sheet_is_as_it_is_on_a_light_screen_of_that_width(sheet, kept):
    assert re.sub(r"\s+", " ", css(PAGE.format(sheet, "<p>x</p>"))).strip() == kept


@pytest.mark.parametrize(
    "part, alone", [("<table><tr><td>x</td></tr></table>", True), ("<body>x</body>", False)]
)
def test_less_than_a_document_stands_in_the_middle(part, alone):
    assert ("align-items:center" in facsimile(part, SIZE, {})) is alone


@pytest.mark.parametrize("document", ["", " ", "<!-- -->", PAGE.format("", ""), "<script>x</script>"])
def test_nothing_to_see_is_no_picture(document):
    assert facsimile(document, SIZE, {}) == ""


@given(st.text())
def test_whatever_is_said_is_well_formed(said):
    etree.fromstring(facsimile(f"<p>x{said}</p>", SIZE, {}))
    whole = etree.fromstring(facsimile(PAGE.format("", f"<p>x{escape(said)}</p>"), SIZE, {}))
    assert {node.tag for node in whole[0][0].iter() if node.tag != f"{XHTML}style"} == {
        XHTML + tag for tag in ("html", "body", "p")
    }

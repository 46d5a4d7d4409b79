"""Pictures of files in a report, and what is marked on them."""

from __future__ import annotations

import pytest
from lxml import html

from playbook.diagnostics import Diagnostic, Fact, Location, Problem, Severity
from playbook.handed import MOST_AREAS, Plate
from playbook.reading import Portraits
from playbook.report.as_html import verdict_page
from playbook.report.figures import pages
from playbook.verdicts import Judged

PIXEL = "data:image/png;base64,AA=="
CORNER = (0.0, 0.0, 0.5, 0.5)
FACTS: dict[str, Fact] = {
    "color": "#00FF00",
    "amount": "1×",
    "token": "fig",
    "value": "#561B3F",
    "distance": 9,
}


def finding(*areas, page=0, rule="file-size", line=1):
    place = Location("a", line, page=page, areas=areas)
    return Diagnostic(rule, Severity.WARNING, Problem("file-color.off", place, FACTS))


def shown(judged, portraits, lang="en"):
    return html.document_fromstring(verdict_page([judged], lambda _: "", lambda *_: portraits, lang))


@pytest.mark.parametrize(
    "found, expected",
    [
        ([], (1,)),
        ([finding()], (1,)),
        ([finding(page=3), finding(page=2), finding(page=3)], (2, 3)),
        ([finding((1, CORNER), (5, CORNER), page=1)], (1, 5)),
        ([finding(page=page) for page in range(1, 30)], (1, 2, 3, 4, 5, 6, 7, 8)),
    ],
)
def test_pages_with_findings_are_shown(found, expected):
    assert pages(Judged("a.pdf", tuple(found))) == expected


def test_marks_and_findings_lead_to_each_other():
    found = (finding(), finding((1, CORNER), (2, CORNER), page=1), finding((9, CORNER), page=9))
    plates = (Plate(210, 297, "mm"), Plate(297, 210, "mm"))
    tree = shown(Judged("a.pdf", found, plates=plates), Portraits({1: PIXEL, 2: PIXEL}))
    assert tree.xpath("//figure//img/@alt") == ["Picture of a.pdf, page 1", "Picture of a.pdf, page 2"]
    assert tree.xpath("//figcaption/text()") == ["page 1", "page 2"]
    marks = [(mark.get("id"), mark.get("href")) for mark in tree.xpath("//a[contains(@class, 'mark')]")]
    assert marks == [("m1-2-1", "#f1-2"), ("m1-2-2", "#f1-2")]
    assert tree.xpath("//li/@id") == ["f1-1", "f1-2", "f1-3"]
    assert tree.xpath("//a[@class='number']/@href") == ["#m1-2-1"]
    assert tree.xpath("//a[@class='number']/@aria-label") == ["2, see the mark on the picture"]
    [label] = set(tree.xpath("//a[contains(@class, 'mark')]/@aria-label"))
    assert label == "2: #00FF00 (1×) is not in the palette"


def test_a_mark_has_a_box_and_a_number_for_each_place():
    found = finding((0, (0.25, 0.5, 0.75, 1.0)), (0, (0.0, 0.1, 0.5, 0.4)))
    tree = shown(Judged("a.png", (found,), plates=(Plate(800, 400, "px"),)), Portraits({0: PIXEL}))
    assert tree.xpath("//a[@class='mark warning']/span/@style") == [
        "left:25.00%;top:50.00%;width:50.00%;height:50.00%",
        "left:0.00%;top:10.00%;width:50.00%;height:30.00%",
    ]
    assert tree.xpath("//a[@class='mark warning']/b/text()") == ["1", "1"]


@pytest.mark.parametrize(
    "plates, address, width",
    [
        ((Plate(1000, 1000, "px"),), "data:image/svg+xml;base64,AA==", "36rem"),
        ((Plate(2000, 500, "px"),), "data:image/svg+xml;base64,AA==", "40rem"),
        ((Plate(16, 16, "px"),), PIXEL, "12rem"),
        ((Plate(320, 320, "px"),), PIXEL, "20rem"),
        ((Plate(210, 420, "mm"),), "data:image/jpeg;base64,AA==", "18rem"),
        ((Plate(9, 0, "px"),), PIXEL, "12rem"),
        ((), PIXEL, "40rem"),
    ],
)
def test_how_large_a_picture_is_shown(plates, address, width):
    tree = shown(Judged("a.png", (), plates=plates), Portraits({0: address}))
    [style] = tree.xpath("//div[@class='canvas']/@style")
    assert style.startswith(f"width:min(100%,{width});")


def test_of_many_places_it_is_said_how_many_are_marked():
    many = finding(*((0, (at / 100, 0.0, 1.0, 1.0)) for at in range(MOST_AREAS)), line=3)
    tree = shown(Judged("a.svg", (many, finding((0, CORNER), line=4))), Portraits({0: PIXEL}))
    assert tree.xpath("//p[@class='place']/text()") == ["3:1 (the first 24 places are marked)", "4:1"]


@pytest.mark.parametrize(
    "rule, told",
    [("file-size", True), ("file-readable", False)],
)
def test_why_there_is_no_picture_is_said_once(rule, told):
    refused = Portraits(refused=Problem("unreadable.no-pdf-painter", Location("a.pdf")))
    tree = shown(Judged("a.pdf", (finding(rule=rule),)), refused, "es")
    said = tree.xpath("//section/p/text()")
    assert ["pip install" in line for line in said] == [True] * told
    assert tree.xpath("//figure") == []


def test_nothing_hostile_reaches_the_page():
    path = "<img src=x onerror=alert(1)>\x1b.svg"
    place = Location(path, areas=((0, CORNER),))
    facts = FACTS | {"color": '"><script>alert(1)</script>'}
    found = Diagnostic("file-color", Severity.WARNING, Problem("file-color.off", place, facts))
    tree = shown(Judged(path, (found,)), Portraits({0: PIXEL}))
    assert tree.xpath("//script | //@onerror") == []
    assert tree.xpath("//img/@src") == [PIXEL]


def test_shares_beyond_the_picture_are_brought_back():
    tree = shown(Judged("a.svg", (finding((0, (-1.0, -9.0, 2.0, 1e9))),)), Portraits({0: PIXEL}))
    assert tree.xpath("//a/span/@style") == ["left:0.00%;top:0.00%;width:100.00%;height:100.00%"]

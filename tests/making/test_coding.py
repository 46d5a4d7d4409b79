"""The QR code of a piece: what it says, where it stands, and why there may be none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import playbook
from playbook.color import BLACK, WHITE, Color, contrast, parse
from playbook.diagnostics import Location
from playbook.facts import reader
from playbook.i18n import text
from playbook.kinds import builtin
from playbook.making import make
from playbook.making.coding import content, uncoded
from playbook.making.known import known
from playbook.making.picture import logo, mark
from playbook.making.values import defaults
from playbook.render.brand_view import _code, elements
from playbook.render.filters import Wording
from playbook.render.qr import MOST, Qr, qr
from tests.building import ROOT

BRAND = playbook.load(ROOT).playbook.brand
READ = reader(ROOT)
ELEMENTS = elements(BRAND, logo(BRAND, READ), mark(BRAND, READ))
SIGNATURE, CARD = builtin()["email-signature"], builtin()["business-card"]
CONTACT = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    r"N:;Noa\; Brandt;;;",
    r"FN:Noa\; Brandt",
    "ORG:Aldaba",
    "TEL;TYPE=work,voice:+353 20 911 0142",
    "EMAIL;TYPE=work:hello@aldaba.example",
    "URL:https://aldaba.example",
    "END:VCARD",
]


def color(value: int) -> Color:
    return Color(*(part / 255 for part in value.to_bytes(3, "big")))


def outline(said: str) -> Qr:
    found = qr(said)
    assert found
    return found


def values(kind, **said):
    return {**defaults(kind.fields, ELEMENTS), "name": "Noa; Brandt", **said}


def says(kind, **said):
    return content(kind, known(kind, ELEMENTS, values(kind, **said), Wording()), Wording())


def made(kind, **said):
    result = make(kind, ELEMENTS, values(kind, **said), Wording())
    return {file.path: str(file.content) for file in result.files}, result.used


def wrong(kind, **said):
    found = uncoded(kind, ELEMENTS, values(kind, **said), Wording(), Location)
    return [(problem.message, dict(problem.facts)) for problem in found]


def test_it_says_what_was_chosen():
    booking = "https://meet.example/noa?a=1&b=2"
    assert says(SIGNATURE, qr="contact").split("\n") == CONTACT
    assert says(SIGNATURE, qr="booking", booking=booking) == booking
    assert says(SIGNATURE, qr="website") == "https://aldaba.example"
    assert says(CARD, qr="website", website="https://noa.example") == "https://noa.example"
    assert says(SIGNATURE) == ""


def test_a_signature_has_it_as_a_picture_of_its_own_when_somebody_asks():
    files, _ = made(SIGNATURE)
    assert "qr.svg" not in files
    files, used = made(SIGNATURE, qr="website")
    code = outline("https://aldaba.example")
    drawing: Any = etree.fromstring(files["qr.svg"].encode())
    ground, modules = drawing
    assert drawing.get("viewBox") == f"0 0 {code.size} {code.size}"
    assert (ground.get("fill"), modules.get("fill")) == ("#FFFFFF", ELEMENTS["code"]["ink"])
    assert modules.get("d") == code.path
    assert {"contact.website", "code.ink"} <= used
    assert "<img" not in files["signature.html"].partition("</td>")[2]


def test_the_signature_shows_it_from_the_web_only():
    files, _ = made(SIGNATURE, qr="website", qr_address="https://cdn.example/qr.png")
    assert (
        '<img src="https://cdn.example/qr.png" alt="QR code: Noa; Brandt" width="120"'
        in files["signature.html"]
    )
    assert "data:" not in files["signature.html"]


def test_a_card_has_it_on_its_back_with_the_logo_beside_it():
    bare, _ = made(CARD)
    coded, used = made(CARD, qr="contact")
    assert bare["front.svg"] == coded["front.svg"]
    drawing: Any = etree.fromstring(coded["back.svg"].encode())
    pictures = drawing.findall("{*}image")
    assert [each.get("aria-label") for each in pictures] == ["QR code: Noa; Brandt", ELEMENTS["mark"]["alt"]]
    assert "mark.image" in used
    wide = float(pictures[0].get("width")) * 85 / 850
    assert wide >= 20
    assert wide / outline(says(CARD, qr="contact")).size >= 0.3, "mm of a module"


@pytest.mark.parametrize("kind", [SIGNATURE, CARD])
def test_what_nobody_says_cannot_be_a_code(kind):
    assert wrong(kind) == []
    assert wrong(kind, qr="contact") == []
    assert wrong(CARD, qr="website", website="") == [("qr.empty", {"field": "qr", "needed": "website"})]
    assert made(CARD, qr="website", website="")[0]["back.svg"] == made(CARD)[0]["back.svg"]


def test_too_much_is_told_by_how_much():
    link = "https://meet.example/" + "ñ" * MOST
    over = len(link.encode()) - MOST
    assert wrong(SIGNATURE, qr="booking", booking=link) == [("qr.long", {"field": "qr", "over": over})]
    for lang in ("en", "es"):
        assert str(over) in text(lang, "qr.long", {"field": "qr", "over": over})


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
@settings(max_examples=200)
def test_it_is_dark_on_light_whatever_the_brand_is(primary, words):
    colors = {"primary": color(primary), "text": color(words)}
    found = _code(colors)
    ink, ground = parse(found["ink"]), parse(found["ground"])
    assert ground == WHITE
    assert ink
    assert contrast(ink, ground) >= 7
    assert ink in {*colors.values(), BLACK}

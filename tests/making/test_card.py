"""The business card: both sides stay within the cut, say what was filled in, and go to the printer as one."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from lxml import etree

import playbook
from playbook.diagnostics import Location
from playbook.facts import reader
from playbook.kinds import builtin
from playbook.making import make
from playbook.making.also import also
from playbook.making.look import look
from playbook.making.picture import mark
from playbook.making.values import checked, defaults, examples
from playbook.making.widths import overlong, widths
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from playbook.render.fit import GENERIC
from playbook.render.formats import FORMATS
from tests.building import ROOT
from tests.printed import read, said, squeezed

BRAND = playbook.load(ROOT).playbook.brand
READ = reader(ROOT)
ELEMENTS = elements(BRAND, mark=mark(BRAND, READ))
FONTS = widths(BRAND, READ)
KIND = builtin()["business-card"]
SVG = "{http://www.w3.org/2000/svg}"
LONG = {
    "name": "María de los Ángeles Fernández-Villaverde y Ortiz de Zárate",
    "role": "Responsable de atención al cliente y de las reclamaciones",
    "department": "Departamento de experiencia de clientes y de proveedores",
    "pronouns": "ella, they, y quien pregunte",
    "mobile": "+34 (600) 000-177 / 000-178",
    "email": "maria.delosangeles.fernandez-villaverde@departamento.example",
    "address": "Calle de la Encomienda de Palacios, 142, 3.º izquierda\n28030 Madrid",
}
SAID: list[dict[str, str]] = [{"name": "Bo"}, LONG, {"name": '<b>"&amp;]]>', "role": "{{ name }} #x"}]


def values(lang: str, given: dict[str, Any]) -> dict[str, Any]:
    assert checked(KIND.fields, given, lambda _: Location("x")) == (given, [])
    return {**defaults(KIND.fields, ELEMENTS), **given}


def files(given: dict[str, Any], lang: str = "en", fonts: Any = FONTS) -> dict[str, str]:
    wording = Wording(FORMATS[lang], widths=fonts)
    made = make(KIND, ELEMENTS, values(lang, given), wording).files
    return {file.path: str(file.content) for file in made}


@pytest.mark.parametrize("given", SAID, ids=["short", "long", "hostile"])
@pytest.mark.parametrize("fonts", [FONTS, {}], ids=["own", "generic"])
def test_text_stays_off_the_cut(given, fonts):
    root: Any = etree.fromstring(files(given, fonts=fonts)["front.svg"])
    for block in root.iter(f"{SVG}text"):
        below = float(block.get("y"))
        for line in block.iter(f"{SVG}tspan"):
            if line.get("dy"):
                setting = line.getparent() if line.getparent().get("font-family") else block
                role = "heading" if setting.get("font-family") == ELEMENTS["font"]["heading"] else "body"
                font, size = fonts.get(role, GENERIC), float(line.get("font-size"))
                below += float(line.get("dy"))
                assert float(line.get("x")) + font.of(line.text) * size / font.em <= 850 - 40
                assert below + size / 4 <= 550 - 30


@pytest.mark.parametrize("given", SAID, ids=["short", "long", "hostile"])
def test_it_says_what_was_filled_in(given):
    root = etree.fromstring(files(given)["front.svg"])
    shown = squeezed("".join("".join(node.itertext()) for node in root.iter(f"{SVG}text")))
    for value in given.values():
        assert squeezed(value) in shown
    assert root.get("aria-label") == f"Business card: {given['name']}"


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("fonts", [FONTS, {}], ids=["own", "generic"])
def test_examples_and_long_values_fit(lang, fonts):
    wording = Wording(FORMATS[lang], widths=fonts)
    for given in (dict(examples(KIND.fields, lang)), LONG) if fonts else (dict(examples(KIND.fields, lang)),):
        assert list(overlong(KIND, values(lang, given), wording, Location)) == []


def test_the_back_has_the_logo_on_the_brands_field_or_else_its_name():
    back = files({"name": "Bo"})["back.svg"]
    assert "data:image/svg+xml;base64," in back
    assert f'fill="{ELEMENTS["field"]["ground"]}"' in back
    bare = make(KIND, {**ELEMENTS, "mark": None}, {"name": "Bo"}, Wording(widths=FONTS)).files[1]
    assert ">Aldaba</tspan>" in str(bare.content)


def test_the_contact_card_holds_the_same():
    given = {"name": "Noa; Brandt", "role": "Care", "department": "Home", "mobile": "+353 20 1"}
    assert files(given)["contact.vcf"].split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        r"N:;Noa\; Brandt;;;",
        r"FN:Noa\; Brandt",
        "ORG:Aldaba;Home",
        "TITLE:Care",
        "TEL;TYPE=work,voice:+353 20 911 0142",
        "TEL;TYPE=cell:+353 20 1",
        "EMAIL;TYPE=work:hello@aldaba.example",
        r"ADR;TYPE=work:;;4 Knocker Row\, Portmoor;;;;",
        "URL:https://aldaba.example",
        "END:VCARD",
        "",
    ]


def test_both_sides_go_to_the_printer_in_one_file():
    wording = Wording(FORMATS["es"], widths=FONTS)
    more = also(KIND, look(BRAND, ELEMENTS, READ), values("es", {"name": "Noa Brandt"}), wording)
    (file,) = more.files
    book = read(file.as_bytes())
    assert (file.path, len(book.pages), dict(more.missing), more.problems) == ("front.pdf", 2, {}, ())
    assert "NoaBrandt" in said(book)
    assert squeezed("85 × 55 mm, sangrado 3 mm") in said(book)
    assert {"name", "field.ground", "ink.primary"} <= more.used


def test_without_the_extra_the_rest_is_made(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    more = also(KIND, look(BRAND, ELEMENTS, READ), values("en", {"name": "Bo"}), Wording(widths=FONTS))
    assert (more.files, dict(more.missing)) == ((), {"pdf": "pdf"})

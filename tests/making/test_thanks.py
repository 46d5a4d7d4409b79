"""The thank-you card: both sides stay within the cut, say what was filled in, go to the printer as one."""

from __future__ import annotations

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
from playbook.making.values import defaults, examples
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
KIND = builtin()["thank-you-card"]
SVG = "{http://www.w3.org/2000/svg}"
MM = 72 / 25.4
LONG = {
    "front": "Gracias por dejarnos pasar: la nevera funciona y el cartón se ha venido con nosotros.",
    "recipient": "Querida María de los Ángeles Fernández-Villaverde y Ortiz:",
    "message": "Hemos venido, lo hemos nivelado y nos hemos llevado el cartón. Si algo zumba, aquí estamos. "
    * 3,
    "author": "Noa Brandt y Ana María de la Encomienda, de la furgoneta 4",
}
SAID: list[dict[str, str]] = [{"front": "Bo"}, LONG, {"front": '<b>"&amp;]]>', "message": "{{ front }} #x"}]


def values(lang: str, given: dict[str, Any]) -> dict[str, Any]:
    return {**defaults(KIND.fields, ELEMENTS), **given}


def files(given: dict[str, Any], fonts: Any = FONTS) -> dict[str, str]:
    made = make(KIND, ELEMENTS, values("en", given), Wording(widths=fonts)).files
    return {file.path: str(file.content) for file in made}


@pytest.mark.parametrize("given", SAID, ids=["short", "long", "hostile"])
@pytest.mark.parametrize("fonts", [FONTS, {}], ids=["own", "generic"])
@pytest.mark.parametrize("side", ["front.svg", "back.svg"])
def test_text_stays_off_the_cut_and_lines_off_each_other(given, fonts, side):
    root: Any = etree.fromstring(files(given, fonts)[side])
    foot = 0.0
    for block in root.iter(f"{SVG}text"):
        below = float(block.get("y"))
        assert below >= foot, "one block runs into the next"
        for line in block.iter(f"{SVG}tspan"):
            if line.get("dy"):
                setting = line.getparent() if line.getparent().get("font-family") else block
                role = "heading" if setting.get("font-family") == ELEMENTS["font"]["heading"] else "body"
                font, size = fonts.get(role, GENERIC), float(line.get("font-size"))
                below += float(line.get("dy"))
                assert float(line.get("x")) + font.of(line.text) * size / font.em <= 1480 - 60
        assert below <= 1050 - 60
        foot = below


@pytest.mark.parametrize("given", SAID, ids=["short", "long", "hostile"])
def test_it_says_what_was_filled_in(given):
    made = files(given)
    roots = [etree.fromstring(made[side]) for side in ("front.svg", "back.svg")]
    texts = (node for root in roots for node in root.iter(f"{SVG}text"))
    shown = squeezed("".join("".join(node.itertext()) for node in texts))
    for value in given.values():
        assert squeezed(value) in shown


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("fonts", [FONTS, {}], ids=["own", "generic"])
def test_examples_and_long_values_fit(lang, fonts):
    wording = Wording(FORMATS[lang], widths=fonts)
    for given in (dict(examples(KIND.fields, lang)), *([LONG] if fonts else [])):
        assert list(overlong(KIND, values(lang, given), wording, Location)) == []


def test_both_sides_go_to_the_printer_in_one_file_with_their_bleed():
    more = also(KIND, look(BRAND, ELEMENTS, READ), values("es", LONG), Wording(FORMATS["es"], widths=FONTS))
    (file,) = more.files
    book = read(file.as_bytes())
    assert (file.path, len(book.pages), dict(more.missing), more.problems) == ("front.pdf", 2, {}, ())
    for page in book.pages:
        for box, around in ((page.trimbox, 0), (page.bleedbox, 3)):
            sides = (float(box.width) / MM, float(box.height) / MM)
            assert sides == pytest.approx((148 + 2 * around, 105 + 2 * around), abs=0.01)
    assert squeezed(LONG["recipient"]) in said(book)
    assert squeezed("148 × 105 mm, sangrado 3 mm") in said(book)


def test_without_a_logo_the_brand_is_named():
    bare = make(KIND, {**ELEMENTS, "mark": None}, {"front": "Bo"}, Wording(widths=FONTS)).files[0]
    assert ">Aldaba</tspan>" in str(bare.content)
    assert "<image" not in str(bare.content)

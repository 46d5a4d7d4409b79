"""QR codes in the page: the same as on the command line, seen, and told where there is none."""

from __future__ import annotations

import random
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from playbook.render.qr import MOST, qr
from tests.building import ROOT
from tests.command import made_of, settled

ENCODER = ROOT / "theme/assets/playbook/make/qr.js"
SIGNS = "abcXYZ 019-._:/@;,\\\n+ñéüß€日本😀\N{COMBINING ACUTE ACCENT}ع"


def contents():
    """Texts for every version and both levels, of one byte a sign and of up to four."""
    dice = random.Random(18004)  # noqa: S311 - nothing is kept secret
    most = "14 26 42 62 84 106 122 152 180 213 251 287 331 367 425 458 520 586 644 718 792"
    edges = [length + more for length in map(int, most.split()) for more in (0, 1)]
    return [
        *("", "0", "https://aldaba.example", "BEGIN:VCARD\nFN:Ñoa\nEND:VCARD", "日本😀"),
        *("x" * length for length in (*edges, MOST, MOST + 1)),
        *("".join(dice.choices(SIGNS, k=length)) for length in range(1, 300, 24)),
    ]


def put(page: Page, values: dict[str, str]) -> None:
    for name, value in values.items():
        field = page.locator(f".pb-make__fields [name='{name}']")
        field.select_option(value) if name == "qr" else field.fill(value)


def saved(page: Page, selector: str) -> bytes:
    with page.expect_download() as waiting:
        page.locator(selector).click()
    return Path(waiting.value.path()).read_bytes()


def test_its_modules_are_the_librarys(new_page):
    page = new_page()
    page.add_script_tag(path=ENCODER)
    table = contents()
    found = page.evaluate("texts => texts.map((text) => brandPlaybook.qr.outline(text))", table)
    expected = [asdict(made) if (made := qr(text)) else None for text in table]
    assert [at for at, pair in enumerate(zip(found, expected, strict=True)) if pair[0] != pair[1]] == []
    assert len({made["size"] for made in expected if made}) == 20, "every version"


@pytest.mark.parametrize("said", ["contact", "booking", "website"])
def test_a_signature_has_it_beside_it(filling, seen, said):
    page = filling("email-signature")
    buttons = page.locator(".pb-make__files button", has_text="QR code")
    assert [each.is_visible() for each in buttons.all()] == [False, False]
    expect(page.locator(".pb-make__code")).to_be_hidden()
    values = {"name": "Noa; Ñ 日", "booking": "https://meet.example/?a=1&b=2", "qr": said}
    put(page, values)
    expect(page.locator(".pb-make__code img")).to_be_visible()
    made = saved(page, "button[data-ending='svg']").decode()
    assert made == made_of("email-signature", {**settled("email-signature"), **values})["qr.svg"]
    with Image.open(BytesIO(saved(page, "button[data-ending='png']"))) as picture:
        assert picture.size == (1000, 1000)
        assert len(picture.convert("RGB").getcolors() or []) == 2, "no module is blurred"
    assert (seen.errors, seen.foreign) == ([], [])


def test_the_back_of_a_card_has_it_and_is_seen(filling, seen):
    page = filling("business-card")
    values = {"name": "Noa Brandt", "qr": "contact"}
    put(page, values)
    expect(page.frame_locator(".pb-make__frame").locator("svg + svg image")).to_have_count(2)
    made = saved(page, "button[data-ending='svg'] >> nth=1").decode()
    assert made == made_of("business-card", {**settled("business-card"), **values})["back.svg"]
    assert (seen.errors, seen.foreign) == ([], [])


@pytest.mark.parametrize(
    "link, told",
    [
        ("", "There is nothing for it to say yet: fill in what it leads to."),
        (f"https://meet.example/{'x' * MOST}", "Too much for a QR code; bytes too many: 21."),
    ],
)
def test_what_cannot_be_a_code_is_told_beside_its_field(filling, link, told):
    page = filling("email-signature")
    put(page, {"name": "Noa", "booking": link, "qr": "booking"})
    expect(page.locator(".pb-make__code")).to_be_hidden()
    page.locator("button[data-ending='html']").click()
    expect(page.locator("#pb-make-email-signature-qr-error")).to_contain_text(told)
    expect(page.locator(".pb-make__status")).to_have_text("Not yet: see the marked fields.")


def test_it_fits_and_is_accessible(filling, axe):
    page = filling("email-signature", viewport={"width": 390, "height": 844})
    put(page, {"name": "Noa", "qr": "contact"})
    assert [line for line in axe(page) if "pb-" in line] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0

"""A quote filled in on its page: lines that come and go, exact totals, a document to keep or to print."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import playbook
from playbook.diagnostics import Location
from playbook.facts import reader
from playbook.making import make
from playbook.making.picture import logo
from playbook.making.tailored import tailored
from playbook.making.totals import totalled
from playbook.making.values import checked, defaults
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from playbook.render.formats import CURRENCIES, FORMATS
from tests.browsing import FORM
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
PIECE = BOOK.pieces["quote"]
KIND = tailored(BOOK.kinds[PIECE.kind], PIECE)
BRAND = BOOK.brand_of(PIECE)
LINES = [
    {"description": "Nevera & montaje\n<b>en casa</b>", "price": "1499.995"},
    {
        "description": "Encimera",
        "quantity": "3",
        "unit": "uds.",
        "price": "12.5",
        "discount": "7.5",
        "tax": "10",
    },
]
TYPED = {"number": "2026/7 ñ", "client": "Ferretería Núñez", "discount": "5"}
FRAME = ".pb-make__frame"


@pytest.fixture
def form(new_page, serve, demo) -> Page:
    page: Page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{serve(demo.folder)}pieces/quote/")
    page.locator(FORM).wait_for()
    return page


def fill_in(page: Page) -> None:
    for name, text in TYPED.items():
        page.locator(f".pb-make__fields > .pb-make__field [name='{name}']").fill(text)
    for at, entry in enumerate(LINES):
        if at:
            page.get_by_role("button", name="Add a line").click()
        for name, text in entry.items():
            page.locator(".pb-make__entry").nth(at).locator(f"[name='{name}']").fill(text)


def sums(page: Page) -> str:
    return page.locator(FRAME).content_frame.locator(".sums").inner_text().replace("\n", " ")


def ours(language: str) -> dict[str, bytes]:
    """What the command line makes of the same, by template."""
    said = {**TYPED, "lines": LINES, "language": language}
    values, wrong = checked(KIND.fields, said, lambda _: Location("form"))
    assert wrong == []
    shown = elements(BRAND, logo(BRAND, reader(ROOT)))
    files = make(KIND, shown, {**defaults(KIND.fields, shown), **values}, Wording()).files
    return {file.path: file.as_bytes() for file in files}


def test_the_page_makes_what_the_command_line_makes_in_every_language(form, seen):
    fill_in(form)
    assert "Total €1,760.51" in sums(form)
    for tag in FORMATS:
        form.get_by_label("Language of the document").select_option(tag)
        expected = ours(tag)
        # The browser gives a page ten files in a short while, and no more.
        for output in KIND.outputs if tag == "es-MX" else KIND.outputs[:1]:
            with form.expect_download() as got:
                form.get_by_role("button", name=output.words("en")).click()
            assert Path(got.value.path()).read_bytes() == expected[output.template]
            assert got.value.suggested_filename == f"quote-2026-7-n.{output.ending}"
    assert (seen.errors, seen.foreign) == ([], [])


def test_the_language_is_the_documents_not_the_pages_and_stays(form):
    language = form.get_by_label("Language of the document")
    assert language.input_value() == "en"
    language.select_option("es")
    assert "Frigorífico" in form.locator(FRAME).content_frame.locator("table").inner_text()
    expect(form.locator(".pb-make__caption")).to_have_text("An example, until you fill it in")
    form.reload()
    form.locator(FORM).wait_for()
    assert language.input_value() == "es"
    assert "1743,73\u00a0€" in sums(form)
    expect(form.get_by_role("button", name="Add a line")).to_be_visible()


def test_the_total_is_in_sight_while_lines_are_typed(new_page, serve, demo):
    page = new_page(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page.goto(f"{serve(demo.folder)}pieces/quote/")
    page.locator(FORM).wait_for()
    total = page.locator(".pb-make__total")
    expect(total).to_be_hidden()
    page.locator("input[name='price']").fill("1000")
    expect(total).to_have_text("Total €1,210.00")
    expect(total).to_be_in_viewport(ratio=1)
    page.get_by_label("Currency").select_option("JPY")
    expect(total).to_be_in_viewport(ratio=1)
    expect(total).to_have_text("Total ¥1,210")


def test_lines_come_and_go_and_stay_on_this_device(form):
    fill_in(form)
    form.get_by_role("button", name="Take away: Line 1").click()
    expect(form.get_by_role("group", name="Line 1")).to_be_visible()
    expect(form.locator(".pb-make__entry")).to_have_count(1)
    expect(form.get_by_role("button", name="Take away: Line 1")).to_be_focused()
    assert "Nevera" not in sums(form)
    form.reload()
    form.locator(FORM).wait_for()
    assert form.locator(".pb-make__entry [name='price']").input_value() == "12.5"
    form.get_by_role("button", name="Forget it").click()
    form.get_by_role("button", name="Really forget it?").click()
    assert form.locator(".pb-make__entry [name='price']").input_value() == ""


def test_a_mistake_in_a_line_is_told_beside_it(form):
    fill_in(form)
    price = form.locator(".pb-make__entry").nth(1).locator("[name='price']")
    price.fill("1.234")
    form.get_by_role("button", name="Web page").click()
    expect(price).to_be_focused()
    expect(price).to_have_attribute("aria-invalid", "true")
    expect(form.locator(".pb-make__entry").nth(1)).to_contain_text("read in two ways")
    price.fill("12,500")
    expect(form.locator(".pb-make__entry").nth(1)).to_contain_text("read in two ways")
    price.fill("twelve")
    expect(form.locator(".pb-make__entry").nth(1)).to_contain_text("point or a comma before the decimals")
    price.fill("12,5")
    expect(price).not_to_have_attribute("aria-invalid", "true")
    assert "Total €1,760.51" in sums(form)


def test_a_long_piece_follows_what_is_typed(form):
    form.emulate_media(reduced_motion="reduce")
    fill_in(form)
    scrolled = "frame => frame.contentWindow.scrollY"
    form.locator("[name='client']").fill("Ann!")
    assert form.locator(FRAME).evaluate(scrolled) < 300
    form.locator("[name='terms']").fill("Soon!")
    shown, room = form.locator(FRAME).evaluate(
        """frame => [frame.contentDocument.querySelector(".terms p").getBoundingClientRect().bottom,
                     frame.clientHeight]"""
    )
    assert 0 < shown <= room


def test_without_lines_there_is_no_quote(form):
    form.locator("[name='client']").fill("Ann")
    form.get_by_role("button", name="Web page").click()
    expect(form.get_by_role("button", name="Add a line")).to_be_focused()
    expect(form.locator(".pb-make__list > .pb-make__error")).not_to_be_empty()


def test_the_day_is_put_in_by_a_button(form):
    form.clock.set_fixed_time("2026-03-01T22:30:00-05:00")
    form.get_by_role("button", name="Today").click()
    day = form.evaluate("new Intl.DateTimeFormat('sv').format(new Date())")
    assert form.locator("[name='date']").input_value() == day
    expect(form.locator(FRAME).content_frame.locator(".facts")).to_contain_text("March")


def test_each_field_is_seen_whole_on_the_way_back_by_keyboard(form):
    form.locator(".pb-make__entry [name='price']").fill("7")
    for name in ("unit", "quantity", "description", "intro", "client_address"):
        form.keyboard.press("Shift+Tab")
        field = form.locator(f"textarea[name='{name}'], input[name='{name}']").first
        expect(field).to_be_focused()
        form.wait_for_function(
            """field => field.getBoundingClientRect().top >=
                document.querySelector(".pb-make__total").getBoundingClientRect().bottom""",
            arg=field.element_handle(),
            timeout=2000,
        )


def test_the_usual_choice_comes_first_and_is_what_holds_when_left_out(form):
    currency = form.get_by_label("Currency")
    expect(currency.locator("option").first).to_have_text("Euro")
    assert currency.locator("option").all_inner_texts().count("Euro") == 1
    form.goto(f"{form.url}#fill=eyJjdXJyZW5jeSI6IkVVUiJ9")  # {"currency": "EUR"}
    expect(form.locator(".pb-make__status")).to_have_text("Filled in from a link.")
    assert currency.evaluate("field => field.selectedIndex") == 0


def test_the_currency_is_chosen_for_each_quote(form):
    fill_in(form)
    form.get_by_label("Currency").select_option("JPY")
    assert "Total ¥" in sums(form)
    assert "." not in sums(form).rpartition("Total")[2]


PRINTED = """() => {
    const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow").get;
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", { get() {
        const inside = own.call(this);
        const page = this.contentDocument;
        if (this.className === "pb-make__print") inside.print = () => (window.printed = {
            title: page.title,
            text: page.body.innerText,
            fonts: [...page.fonts].filter(face => face.status === "loaded").map(face => face.family),
        });
        return inside;
    } });
}"""


def test_it_prints_in_the_brands_fonts(form, seen):
    fill_in(form)
    form.evaluate(PRINTED)
    form.get_by_role("button", name="Print or save as PDF").click()
    printed = form.wait_for_function("window.printed").json_value()
    assert printed["title"] == "quote-2026-7-n"
    assert "Ferretería Núñez" in printed["text"]
    assert {"Gabarito", "Atkinson Hyperlegible Next"} <= {name.strip('"') for name in printed["fonts"]}
    assert (seen.errors, seen.foreign) == ([], [])


@pytest.fixture
def script(page: Page) -> Page:
    for name in ("fit", "template", "totals"):
        page.add_script_tag(path=ROOT / f"theme/assets/playbook/make/{name}.js")
    return page


def _documents() -> list[dict[str, object]]:
    """Documents of odd numbers, the same in every run."""
    chance = random.Random(7)  # noqa: S311 - no secret
    odd = [
        "",
        "0",
        "-0",
        "1",
        "0.005",
        "-2.675",
        "33.333333",
        "1e3",
        "999999999999.999999",
        "7.50",
        "+5",
        "x",
    ]

    def some() -> str:
        return chance.choice([*odd, f"{chance.uniform(-999, 9999):.{chance.randrange(7)}f}"])

    def entry() -> dict[str, str]:
        return {name: some() for name in ("quantity", "price", "discount", "tax") if chance.random() < 0.8}

    heads: list[Callable[[], dict[str, str]]] = [dict, lambda: {"discount": some(), "tax": some()}]
    free = [{"exempt": "x"}, {"reverse_charge": "yes"}]
    return [
        {**chance.choice([*heads, lambda: chance.choice(free)])(), "lines": [entry() for _ in range(at % 7)]}
        for at in range(400)
    ]


@pytest.mark.parametrize("currency", ["EUR", "JPY", "XYZ"])
def test_both_add_up_alike(script, currency):
    documents = _documents()
    theirs = script.evaluate(
        """([all, currency, currencies]) =>
            all.map((one) => brandPlaybook.totals.totalled(one, "lines", currency, currencies))""",
        [documents, currency, CURRENCIES],
    )
    assert theirs == [totalled(one, "lines", currency) for one in documents]

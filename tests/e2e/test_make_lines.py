"""Lines from price lists and spreadsheets, and what stays on the device: all of it in the page alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import playbook
from playbook.kinds.fields import KindField
from playbook.making.amounts import amount
from playbook.making.prices import columns, folded, lines
from playbook.making.values import PATTERNS
from tests.browsing import FORM
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
FIELD = BOOK.kinds["quote"].fields["lines"]
OWN = "Código;Concepto;Precio unitario\nA1;Puerta;1.234,50 €\nA2;Bisagra;1.234\nA3;;3\n"
FRAME = ".pb-make__frame"
NUMBERS = [
    *("1234.5", "1234,5", "1.234,50", "1,234.50", "1.234.567", "1'234'567.5", "1 234,5", "0.125", "1234.567"),
    *(
        "12,5 €",
        "$ 12.50",
        "EUR 7",
        "21 %",
        "-3",
        "\u22123,5",
        "1.234",
        "12,345",
        "1.23,4",
        "1,234,56",
        "1.2.3",
    ),
    *(
        "on request",
        "",
        "1e3",
        "12 uds.",
        ".5",
        "5.",
        "-.5",
        "--1",
        "\u00a07\u202f000,5",
        "9" * 13,
        "0.1234567",
    ),
    *(
        "(10.00)",
        "( 1.234,50 €)",
        "€(5)",
        "25.00-",
        "25-EUR",
        "-€5",
        "\u2212 € 5",
        "(-5)",
        "-5-",
        "5)",
        ")5(",
    ),
    *("12,-", "5-10", "CO-12", "a(b)c-1", "123456-", "(1.234)", "on request, by mail", "1\n2", "-", "()"),
    *("1.234.567,89", "1,234,567.89", "1.234,567", "1,234.567", "S/ 12", "S/.12", "12 \U0001f600", "٣"),
]
TABLES = [
    "name,price\nFridge,740\n",
    OWN,
    'item\tunit price\ttax\r\n"a ""b""\nc"\t7\t21\r\n\r\nx\t\t\r\n',
    "\ufeffname,price\n,1\n" + "é" * 301 + ",2\nok,x\n1.234,1.234\n",
    "name,price,discount,tax\nA,1,120,21\nB,2,7.5 %,100\nC,3,-5,\nD,4,(5),007\n",
    'name\n"open',
    "price\n1\n",
    "",
    "name;name;stock\na;b;c\n",
]


def test_numbers_are_read_alike(script):
    theirs = script.evaluate("texts => texts.map(brandPlaybook.table.amount)", NUMBERS)
    assert dict(zip(NUMBERS, theirs, strict=True)) == {text: amount(text) for text in NUMBERS}


def test_names_of_columns_are_read_alike(script):
    names = [*columns(FIELD), "Código", "PRECIO  unitario", "Nº de artículo", "Straße", "ﬁn_1", "五 ٣"]
    assert script.evaluate("names => names.map(brandPlaybook.table.folded)", names) == [*map(folded, names)]


@pytest.mark.parametrize(
    "content",
    [
        b"name,price\nd\xe9j\xe0 \x80,1\n",
        "name,price\nd\u00e9j\u00e0 \ufffd,1\n".encode(),
        b"name,price\n\x81,1\n",
        "name,price\nx,1\n".encode("utf-16"),
    ],
)
def test_bytes_are_read_alike(script, content):
    theirs = script.evaluate(
        "bytes => brandPlaybook.table.textOf(new Uint8Array(bytes).buffer)", list(content)
    )
    ours = [line.values["description"] for line in lines("p.csv", content, FIELD)[0]]
    assert ours == (theirs.split("\n")[1].split(",")[:1] if theirs else [])


@pytest.mark.parametrize("text", TABLES)
def test_tables_are_read_alike(script, text):
    ours, wrong = lines("p.csv", text.encode(), FIELD)
    theirs = script.evaluate(
        """([text, field, columns, patterns]) => {
            const found = brandPlaybook.table.read(text, field, columns, patterns);
            return found && [found.lines, found.wrong.map(([row, { name }]) => [row, name]),
                             found.missing ? found.missing.name : ""];
        }""",
        [text, _told(FIELD), columns(FIELD), dict(PATTERNS)],
    )
    whole = [problem for problem in wrong if problem.message in {"prices.table", "prices.column"}]
    if whole:
        assert theirs is None or (theirs[0], bool(theirs[2])) == ([], True)
        return
    assert theirs[0] == [{**line.values, **({"code": line.code} if line.code else {})} for line in ours]
    assert sorted(theirs[1]) == sorted([one.location.line, one.facts["field"]] for one in wrong)


def _told(field: KindField) -> dict[str, object]:
    """The field as the page has it."""
    inner = [
        {
            "name": name,
            "type": each.type,
            "required": each.required,
            "longest": each.longest or 0,
            "choices": [],
        }
        for name, each in field.fields.items()
    ]
    return {"fields": inner}


@pytest.fixture
def script(page: Page) -> Page:
    """The page's reader of tables, alone."""
    for name in ("fit", "template", "values", "table"):
        page.add_script_tag(path=ROOT / f"theme/assets/playbook/make/{name}.js")
    return page


@pytest.fixture
def form(new_page, serve, demo) -> Page:
    page: Page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{serve(demo.folder)}pieces/quote/")
    page.locator(FORM).wait_for()
    return page


def said(page: Page, name: str) -> list[str]:
    found: list[str] = page.locator(f".pb-make__entry [name='{name}']").evaluate_all(
        "all => all.map(f => f.value)"
    )
    return found


def status(page: Page, words: str) -> None:
    expect(page.locator(".pb-make__status")).to_have_text(words)


def test_lines_are_taken_from_the_price_list_by_keyboard(form, axe, seen):
    search = form.get_by_role("combobox", name="Add from the price list")
    search.press_sequentially("zones HOB")
    entries = form.locator(".pb-make__chooser [role='option']")
    expect(entries).to_have_count(2)
    above = form.locator(".pb-make__preview").bounding_box()
    field = search.bounding_box()
    assert above
    assert field
    assert field["y"] >= above["y"] + above["height"]
    assert [line for line in axe(form) if "pb-" in line] == []
    form.keyboard.press("ArrowDown")
    expect(entries.nth(1)).to_have_attribute("aria-selected", "true")
    form.keyboard.press("Enter")
    search.press_sequentially("fé-60")
    form.keyboard.press("Enter")
    status(form, "Added: Decor panel for a built-in appliance")
    expect(search).to_be_focused()
    assert (said(form, "price"), said(form, "unit")) == (["279", "64"], ["", "pcs"])
    form.keyboard.press("Enter")
    assert len(said(form, "price")) == 2
    form.keyboard.press("ArrowUp")
    expect(entries.last).to_have_attribute("aria-selected", "true")
    search.fill("nothing like it")
    expect(form.get_by_text("Nothing in the list is called that.")).to_be_visible()
    assert seen.errors == []


def test_a_list_of_ones_own_stays_in_the_page(form, seen):
    asked: list[str] = []
    form.on("request", lambda request: asked.append(request.url))
    file = {"name": "mine.csv", "mimeType": "text/csv", "buffer": OWN.encode()}
    form.locator("input[type='file'][accept*='csv']").set_input_files(file)
    status(form, "Ready to add from mine.csv: 1. They stay on this device.")
    expect(form.locator(".pb-make__wrong li")).to_have_count(2)
    expect(form.locator(".pb-make__wrong")).to_contain_text(
        "Row 3, Price of one: This can be read in two ways."
    )
    expect(form.locator(".pb-make__wrong")).to_contain_text("Row 4, Description: This is needed.")
    form.get_by_role("combobox", name="Add from the price list").press_sequentially("a1")
    form.keyboard.press("Enter")
    assert (said(form, "description"), said(form, "price")) == (["Puerta"], ["1234.50"])
    file["buffer"] = OWN.encode("utf-16")
    form.locator("input[type='file'][accept*='csv']").set_input_files(file)
    expect(form.locator(".pb-make__wrong")).to_have_text(
        "This is no table that can be read: a CSV file is needed."
    )
    file["buffer"] = OWN.encode("cp1252")
    form.locator("input[type='file'][accept*='csv']").set_input_files(file)
    status(form, "Ready to add from mine.csv: 1. They stay on this device.")
    assert (asked, seen.errors) == ([], [])


PASTE = """text => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    return document.activeElement.dispatchEvent(event);
}"""


PASTED = {
    "Nut\t3\t2,50\nBolt\t\t0.35\n": (["Nut", "Bolt"], ["3", ""], ["2.50", "0.35"]),
    "price\tname\n7\tNut\n": (["Nut"], [""], ["7"]),
    "one line\nand another": None,
    "Fridge\twith a door": None,
}


def test_rows_of_a_spreadsheet_are_pasted(form):
    for text, taken in PASTED.items():
        forget(form)
        form.locator(".pb-make__entry [name='description']").focus()
        assert form.evaluate(PASTE, text) is (taken is None)
        found = said(form, "description"), said(form, "quantity"), said(form, "price")
        assert found == (taken or ([""], [""], [""]))


def test_very_many_rows_come_at_once_up_to_what_fits(form):
    """The preview is made once for all of them, or it would take half a minute."""
    form.evaluate("() => { brandPlaybook.made = 0; }")
    form.locator(FRAME).evaluate(
        "frame => new MutationObserver(() => (brandPlaybook.made += 1)).observe("
        "frame.contentDocument.body, { childList: true })"
    )
    form.locator(".pb-make__entry [name='description']").focus()
    form.evaluate(PASTE, "".join(f"Nut {row}\t{row}\t2,50\n" for row in range(1, 503)))
    status(form, "Lines added: 500.")
    assert form.evaluate("brandPlaybook.made") == 1
    expect(form.locator(".pb-make__entry")).to_have_count(500)
    told = form.locator(".pb-make__list > .pb-make__error")
    expect(told).to_have_text("No more than 500 fit here.")
    form.locator(".pb-make__keep button").last.click()
    status(form, "There is too much in it for a link. Send the downloaded file instead.")
    form.locator(".pb-make__remove").last.click()
    expect(told).to_be_empty()
    form.locator(".pb-make__add").click()
    expect(form.locator(".pb-make__entry").last.locator("textarea")).to_be_focused()
    form.locator(".pb-make__add").click()
    expect(told).to_have_text("No more than 500 fit here.")
    expect(form.locator(".pb-make__entry")).to_have_count(500)


def forget(page: Page) -> None:
    page.get_by_role("button", name="Forget it").click()
    page.get_by_role("button", name="Really forget it?").click()


def make_one(page: Page, number: str, client: str, what: str = "") -> None:
    for name, text in {"number": number, "client": client, "date": "2026-11-22", "author": "Rosa"}.items():
        page.locator(f".pb-make__fields > .pb-make__field [name='{name}']").fill(text)
    page.locator(".pb-make__entry [name='description']").fill(what or f"For {client}")
    with page.expect_download():
        page.get_by_role("button", name="Plain text").click()


def test_the_last_ones_are_opened_again_and_begun_anew(form, axe):
    make_one(form, "1", "Ann")
    make_one(form, "2", "Bea")
    make_one(form, "1", "Ann")
    form.reload()
    form.get_by_text("Made on this device (2)").click()
    rows = form.locator(".pb-make__recent li span")
    expect(rows).to_have_text(["1, Ann", "2, Bea"])
    assert [line for line in axe(form) if "pb-" in line] == []
    form.get_by_role("button", name="Open: 2, Bea").click()
    status(form, "Opened.")
    assert said(form, "description") == ["For Bea"]
    form.get_by_role("button", name="As a new one: 1, Ann").click()
    assert said(form, "description") == ["For Ann"]
    assert [form.locator(f"[name='{name}']").input_value() for name in ("number", "date")] == ["", ""]
    form.get_by_role("button", name="Delete: 2, Bea").click()
    expect(rows).to_have_text(["1, Ann"])
    form.get_by_role("button", name="Delete all").click()
    form.get_by_role("button", name="Really delete all?").blur()
    form.get_by_role("button", name="Delete all").dblclick()
    expect(rows).to_have_text(["1, Ann"])
    form.get_by_role("button", name="Really delete all?").click()
    expect(form.locator(".pb-make__recent")).to_be_hidden()
    forget(form)
    assert form.evaluate("Object.keys(localStorage).filter(key => key.startsWith('brand-playbook:'))") == []


def test_two_for_one_client_are_both_kept(form):
    make_one(form, "", "Acme", "A fridge")
    make_one(form, "", "Acme", "A hob")
    form.get_by_text("Made on this device (2)").click()
    form.get_by_role("button", name="Open: Acme").nth(1).click()
    assert said(form, "description") == ["A fridge"]
    form.locator(".pb-make__entry [name='price']").fill("7")
    with form.expect_download():
        form.get_by_role("button", name="Plain text").click()
    expect(form.locator(".pb-make__recent li span")).to_have_text(["Acme", "Acme"])
    form.get_by_role("button", name="Open: Acme").first.click()
    assert (said(form, "description"), said(form, "price")) == (["A fridge"], ["7"])


def test_who_sends_it_is_known_to_the_other_forms(form):
    form.locator("[name='author']").fill("Rosa")
    form.locator("[name='author_role']").fill("Care")
    form.goto(form.url.replace("/quote/", "/letter/"))
    form.locator(FORM).wait_for()
    assert [form.locator(f"[name='{name}']").input_value() for name in ("author", "author_role")] == [
        "Rosa",
        "Care",
    ]
    expect(form.locator(".pb-make__caption")).to_have_text("An example, until you fill it in")


def test_whatever_the_browser_kept_the_form_opens(form, seen):
    home = form.evaluate("new URL(document.querySelector('.pb-make').dataset.root, location.href).pathname")
    for kept in ("null", "3", '[1,{"at":7,"values":{"lines":"x","number":{}}}]', '{"name":{}}', "{"):
        for name in ("quote:recent", "quote", ""):
            key = f"brand-playbook:{home}:{name}"
            form.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
        form.reload()
        form.locator(FORM).wait_for()
    assert seen.errors == []

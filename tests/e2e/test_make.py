"""A piece filled in on its page, by somebody who needs it: seen, copied, downloaded, kept, passed on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

import playbook
from playbook.diagnostics import Location
from playbook.facts import reader
from playbook.making import make
from playbook.making.picture import logo
from playbook.making.tailored import tailored
from playbook.making.values import checked
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from tests.browsing import FORM, calm
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
PIECE = BOOK.pieces["email-signature"]
KIND = tailored(BOOK.kinds[PIECE.kind], PIECE)
BRAND = BOOK.brand_of(PIECE)
ELEMENTS = elements(BRAND, logo(BRAND, reader(ROOT)))
LABELS = {name: field.words("en").label for name, field in KIND.fields.items()}
ALLOWED = ["clipboard-read", "clipboard-write"]
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
FRAME = ".pb-make__frame"
ANN = {"name": "Ann Lee", "email": "ann@frigo.example"}
SAID: list[dict[str, str]] = [
    {"name": "Ann"},
    {
        "name": "Lucía Marín-Ñáñez",
        "role": "Atención al cliente",
        "department": "Reparación",
        "pronouns": "ella",
    },
    {"name": "<script>parent.stolen = 1</script>", "role": "<img src=x onerror=parent.stolen=1>"},
    {"name": 'Ann "Q" O\'Neil & Sons', "department": "a;b,c\\d"},
    {"name": "{{ brand.name }}", "role": "{{#if name}}{{/if}}{{", "note": "{{! }}\n{{ note | lines }}"},
    {"name": "سارة عبد الرحمن", "role": "مديرة خدمة العملاء", "note": "شركة\nمسجلة"},
    {"name": "😀 Ann 👩‍👩‍👧‍👦", "pronouns": "🏳️‍🌈", "note": "é e\u0301 \u2028 \u0085 end"},
    {"name": "x" * 40, "role": "ñ" * 50, "department": "😀" * 60},
    {"name": "\tAnn \u00a0 Lee\u3000", "role": "\u200bthin\u200b", "note": "  one\n\n\n  two  \n\tthree"},
    {
        "name": "Ann",
        "phone": "+34 600 123-456",
        "email": "a.b+c@sub.frigo.example",
    },
    {"name": "Ann", "booking": "https://cal.example/?a=1&b=2#x", "phone": "600 12 34"},
    {"name": "$& $1 $$", "role": "%s %(x)s {0} ${x}", "note": "a\n-- \nb\nEND:VCARD\nBEGIN:VCARD"},
    {"name": "constructor", "role": "__proto__", "department": "toString", "note": "y" * 400},
    {
        "name": "&amp; &lt;b&gt; &#x27;",
        "role": "</td></table></iframe>",
        "note": "<!-- \n]]> '\"><svg/onload=1>",
    },
]


def ours(values: dict[str, str]) -> dict[str, bytes]:
    """What the command line makes of the values, by ending."""
    good, wrong = checked(KIND.fields, values, lambda _: Location("form"))
    assert wrong == []
    return {
        file.path.rpartition(".")[2]: file.as_bytes() for file in make(KIND, ELEMENTS, good, Wording()).files
    }


@pytest.fixture
def visit(new_page, serve, demo) -> Callable[..., Page]:
    """`visit()` opens the signature's page and waits for its form."""
    home = serve(demo.folder)

    def opened(behind: str = "", *, site: str = home, **options) -> Page:
        page: Page = new_page(**{"viewport": {"width": 1280, "height": 800}, **options})
        page.context.grant_permissions(ALLOWED)
        page.goto(f"{site}pieces/{PIECE.id}/{behind}")
        page.locator(FORM).wait_for()
        return page

    return opened


def put(page: Page, values: dict[str, str]) -> None:
    for name, field in KIND.fields.items():
        if field.type not in {"choice", "yes"}:
            page.locator(f"[name='{name}']").fill(values.get(name, ""))


def value(page: Page, name: str) -> str:
    return page.locator(f"[name='{name}']").input_value()


def preview(page: Page) -> str:
    text: str = page.locator(FRAME).evaluate("frame => frame.contentDocument.body.innerText")
    return text.strip()


def clipboard(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            const read = async type => [type, await (await item.getType(type)).text()];
            return Object.fromEntries(await Promise.all(item.types.map(read)));
        }"""
    )
    return found


def test_the_preview_follows_while_typing(visit, seen):
    page = visit()
    assert "Robin Vale" in preview(page)
    expect(page.locator(".pb-make__caption")).to_have_text("An example, until you fill it in")
    page.get_by_label("Name").press_sequentially("Ann")
    assert preview(page).startswith("Ann")
    assert "Customer care" not in preview(page)
    expect(page.locator(".pb-make__caption")).to_have_text("As it will look")
    page.get_by_label("Role").fill("Buyer")
    assert "Buyer" in preview(page)
    page.get_by_label("Phone").fill("")
    assert str(BRAND.identity.contact.phone) not in preview(page)
    assert seen.errors == []
    assert seen.foreign == []


def test_the_preview_shows_the_sites_own_logo_in_full(visit, seen):
    page = visit()
    image = "frame => frame.contentDocument.querySelector('img')"
    source = page.locator(FRAME).evaluate(f"frame => ({image})(frame).src")
    assert source.endswith("assets/playbook/brand/logo/horizontal.svg")
    page.wait_for_function(f"({image})(document.querySelector('{FRAME}')).naturalWidth > 0")
    cut = "frame => frame.contentDocument.documentElement.scrollHeight - frame.clientHeight"
    assert page.locator(FRAME).evaluate(cut) <= 0
    assert seen.foreign == []


def test_signatures_are_seen_on_dark_mail_too(visit):
    page = visit()
    ground = "frame => getComputedStyle(frame.contentDocument.documentElement).backgroundColor"
    assert page.locator(FRAME).evaluate(ground) == "rgb(255, 255, 255)"
    page.get_by_label("Dark mail").check()
    assert page.locator(FRAME).evaluate(ground) == "rgb(31, 31, 31)"
    page.get_by_label("Name").fill("Ann")
    assert page.locator(FRAME).evaluate(ground) == "rgb(31, 31, 31)"


def test_mistakes_are_told_beside_their_field(visit):
    page = visit()
    page.get_by_role("button", name="Copy", exact=True).click()
    name = page.get_by_label("Name")
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description("This is needed.")
    expect(page.locator(".pb-make__status")).to_have_text("Not yet: see the marked fields.")
    name.fill("Ann")
    expect(name).not_to_have_attribute("aria-invalid", "true")
    for label, wrong, told in (
        ("E-mail", "ann@", "Write it as name@example.org."),
        ("Booking link", "javascript:x", "Begin it with https://"),
        ("Mobile", "call me", "Write digits and spaces"),
        ("Role", "r" * 51, "One character too many; 50 fit."),
        ("Department", "😀" * 63, "3 characters too many; 60 fit."),
    ):
        field = page.get_by_label(label, exact=True)
        field.fill(wrong)
        field.blur()
        assert told in field.evaluate("f => f.parentElement.querySelector('.pb-make__error').textContent")
    assert page.locator("[aria-invalid]").count() == 5


def test_mistakes_are_told_in_spanish(visit, serve, spanish):
    page = visit(site=serve(spanish.folder))
    page.get_by_role("button", name="Copiar", exact=True).click()
    expect(page.locator("[name='name']")).to_have_accessible_description("Hace falta.")
    expect(page.locator(".pb-make__how summary")).to_have_text("Cómo ponerlo en el programa de correo")


def _drawn(text: str) -> tuple[list[str], list[str | None]]:
    tree = html.fromstring(text)
    return tree.text_content().split(), [
        element.get("style") for element in tree.iter() if element.tag != "tbody"
    ]


@pytest.mark.parametrize("older", [False, True])
def test_both_flavors_are_copied(visit, older):
    page = visit()
    if older:
        page.evaluate("delete window.ClipboardItem")
    put(page, ANN)
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator(".pb-make__how")).to_contain_text("Choose it under Signature defaults")
    expect(page.locator(".pb-make__how")).to_have_attribute("open", "")
    expect(page.locator(".pb-make__status")).to_have_text("Copied: formatted, and as plain text.")
    flavors = clipboard(page)
    expected = {ending: content.decode() for ending, content in ours(ANN).items()}
    assert flavors["text/plain"] == expected["txt"]
    assert _drawn(flavors["text/html"]) == _drawn(expected["html"])
    assert 'src="https://assets.aldaba.example/logo/horizontal.png"' in flavors["text/html"]


def test_downloads_are_what_the_command_line_makes(visit, seen):
    page = visit()
    for values in SAID:
        put(page, values)
        for ending, content in ours(values).items():
            with page.expect_download() as waiting:
                page.locator(f"button[data-ending='{ending}']").click()
            assert Path(waiting.value.path()).read_bytes() == content, (ending, values)
    assert page.evaluate("window.stolen") is None
    assert seen.errors == []
    assert seen.foreign == []


def test_downloads_are_well_named(visit):
    page = visit()
    for name, file in {
        "Ann Lee": "ann-lee",
        "Lucía O'Ñeil": "lucia-o-neil",
        "../../etc/passwd": "etc-passwd",
        "سارة": "سارة",
    }.items():
        page.get_by_label("Name").fill(name)
        with page.expect_download() as waiting:
            page.locator("button[data-ending='vcf']").click()
        assert waiting.value.suggested_filename == f"email-signature-{file}.vcf"


def test_a_reload_remembers_and_forget_forgets(visit):
    page = visit()
    put(page, ANN)
    page.reload()
    page.locator(FORM).wait_for()
    assert (value(page, "name"), value(page, "email"), value(page, "phone")) == ("Ann Lee", ANN["email"], "")
    assert preview(page).startswith("Ann Lee")
    page.get_by_role("button", name="Forget it").click()
    assert value(page, "name") == "Ann Lee"
    page.get_by_role("button", name="Really forget it?").click()
    expect(page.locator(".pb-make__status")).to_have_text("The form is empty.")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('brand-playbook:'))") == []
    page.reload()
    page.locator(FORM).wait_for()
    assert (value(page, "name"), value(page, "email")) == ("", BRAND.identity.contact.email)


def test_a_link_carries_the_values_and_no_server_is_told(visit):
    page = visit()
    page.get_by_label("Name").fill("Ána <b> 😀")
    page.get_by_role("button", name="Copy a link to it").click()
    expect(page.locator(".pb-make__status")).to_have_text(
        "Link copied. What you filled in is in the link itself."
    )
    link = clipboard(page)["text/plain"]
    there, _, behind = link.partition("#")
    assert there == page.url
    asked: list[str] = []
    other = visit()
    other.on("request", lambda request: asked.append(request.url + str(request.post_data)))
    other.goto("about:blank")
    other.goto(link)
    other.locator(FORM).wait_for()
    assert value(other, "name") == "Ána <b> 😀"
    assert preview(other).startswith("Ána <b> 😀")
    assert other.evaluate("Object.keys(localStorage).filter(key => key.startsWith('brand-playbook:'))") == []
    assert asked
    assert not any(behind[5:] in url for url in asked)
    other.get_by_label("Role").fill("Buyer")
    other.wait_for_url(lambda url: "#" not in url)
    other.reload()
    other.locator(FORM).wait_for()
    assert (value(other, "name"), value(other, "role")) == ("Ána <b> 😀", "Buyer")


@pytest.mark.parametrize(
    "behind", ["", "%", "!!", "bnVsbA", "WzFd", "eyJuYW1lIjp7fX0", "eyJfX3Byb3RvX18iOiJ4In0", "A" * 90_000]
)
def test_a_broken_link_leaves_the_form_as_it_is(visit, seen, behind):
    page = visit(f"#fill={behind}")
    assert value(page, "name") == ""
    assert "Robin Vale" in preview(page)
    assert [error for error in seen.errors if "URI malformed" not in error] == []


def test_by_keyboard_alone(visit, seen):
    page = visit()

    def to(selector: str) -> None:
        for _ in range(120):
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            page.keyboard.press("Tab")
        pytest.fail(f"no way to {selector}")

    framed = "frame => getComputedStyle(frame).outlineStyle"
    preview = page.locator("iframe.pb-make__frame")
    to("iframe.pb-make__frame")
    assert preview.evaluate(framed) == "solid"
    to("[name='name']")
    assert preview.evaluate(framed) == "none"
    page.keyboard.type("Ann Lee")
    to("[name='email']")
    page.keyboard.press("Control+A")
    page.keyboard.type("ann@frigo.example")
    to(".pb-make__first")
    page.keyboard.press("Enter")
    expect(page.locator(".pb-make__status")).to_have_text("Copied: formatted, and as plain text.")
    assert "ann@frigo.example" in clipboard(page)["text/plain"]
    assert seen.errors == []


def test_a_link_tells_nobody_who_one_is(visit):
    page = visit()
    put(page, {"name": "Rosa", "role": "Care"})
    page.goto(f"{page.url}#fill=eyJuYW1lIjoiQW5uIn0")  # {"name": "Ann"}
    expect(page.locator(".pb-make__status")).to_have_text("Filled in from a link.")
    assert (value(page, "name"), value(page, "role")) == ("Ann", "Care")
    page.get_by_label("Department").press_sequentially("x")
    page.goto(page.url.replace("email-signature", "letter"))
    page.locator(FORM).wait_for()
    assert (value(page, "author"), value(page, "author_role")) == ("Rosa", "Care")


def test_the_field_in_focus_is_not_hidden_by_the_preview(visit):
    page = visit()
    hidden = page.locator(".pb-make__form").evaluate(
        """form => [...form.querySelectorAll("input, select, textarea, button, summary")].filter((field) => {
            scrollTo(0, document.body.scrollHeight);
            field.focus({ preventScroll: true });
            field.scrollIntoView({ block: "nearest" });
            const above = document.querySelector(".pb-make__preview").getBoundingClientRect().bottom;
            return field.getBoundingClientRect().height && field.getBoundingClientRect().top < above;
        }).map((field) => field.name || field.textContent)"""
    )
    assert hidden == []


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, PHONE])
def test_it_fits_and_is_accessible(visit, axe, options):
    page = visit(**options)
    page.locator(".pb-make__how summary").click()
    page.get_by_label("Name").fill("Wolfeschlegelsteinhausenbergerdorff" * 3)
    page.get_by_label("E-mail").fill("x@")
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator("[aria-invalid]")).to_have_count(2)
    assert [line for line in axe(page) if "pb-" in line] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_without_scripts_the_example_is_seen(new_page, serve, demo):
    page = new_page(java_script_enabled=False)
    page.goto(f"{serve(demo.folder)}pieces/{PIECE.id}/")
    expect(page.frame_locator(FRAME).get_by_text("Robin Vale")).to_be_visible()
    assert page.locator(".pb-make form").count() == 0


def test_other_pages_load_none_of_it(page, serve, demo):
    page.goto(f"{serve(demo.folder)}pieces/van-livery/")
    calm(page)
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert [url for url in loaded if "/make/" in url or "/make-" in url] == []

"""The start page's field, as somebody in a hurry uses it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from playwright.sync_api import Page, expect

import playbook
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
NAMED = [
    (f"{item.noun}s/{item.id}/", name)
    for item in (*BOOK.pieces.values(), *BOOK.touchpoints.values(), *BOOK.kits.values())
    for name in item.also_called
]


@pytest.fixture
def home(page: Page, serve, demo) -> Page:
    """The demo's start page, its field ready."""
    page.goto(serve(demo.folder))
    page.get_by_role("combobox", name="I need").click()
    page.wait_for_function("window.brandPlaybook.find")
    return page


def ask(page: Page, words: str) -> list[str]:
    """The addresses found, best first."""
    field = page.get_by_role("combobox", name="I need")
    field.fill("")
    field.fill(words)
    found: list[str] = page.get_by_role("option").evaluate_all(
        "all => all.map(link => link.getAttribute('href'))"
    )
    return found


def bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def test_the_quote_format_is_found_in_everyday_words(home):
    quotes = {f"pieces/{piece.id}/" for piece in BOOK.pieces.values() if piece.kind == "quote"}
    for words in ("quote format", "I need a quote", "COTIZACION", "presupuestos"):
        assert quotes & set(ask(home, words)[:3]), words


EVERYDAY = [
    ("colour", "brand/colors/"),
    ("hex", "brand/colors/"),
    ("yellow", "brand/colors/#color-brass"),
    ("the yellow for print, Pantone", "brand/colors/#color-brass"),
    ("amarillo", "brand/colors/#color-brass"),
    ("F4B63F", "brand/colors/#color-brass"),
    ("boilerplate", "brand/voice/"),
    ("letra", "brand/fonts/"),
    ("mission", "brand/"),
    ("favicon", "brand/logo/"),
    ("pictures", "brand/imagery/"),
    ("foto", "brand/imagery/"),
    ("new employee", "kits/crew-first-day/"),
    ("parcel driver", "personas/iker-madsen/"),
]


def test_the_brand_and_its_people_are_found_in_everyday_words(home):
    assert {words: found for words, url in EVERYDAY if url not in (found := ask(home, words))[:4]} == {}


def test_a_word_within_another_counts_only_where_nobody_has_it_for_its_own(home):
    assert all("catalog" not in url for url in ask(home, "logo"))
    assert "pieces/printed-catalog/" in ask(home, "atalog")


def test_every_other_name_finds_its_thing_accents_or_not(home):
    missed = {name: url for url, name in NAMED[::5] if url not in ask(home, bare(name))}
    assert NAMED
    assert missed == {}


def test_by_keyboard_alone(page, serve, demo, seen):
    page.goto(serve(demo.folder))
    while not page.evaluate("document.activeElement.matches('#pb-find')"):
        page.keyboard.press("Tab")
    page.wait_for_function("window.brandPlaybook.find")
    page.keyboard.type("quote")
    field, options = page.locator("#pb-find"), page.get_by_role("option")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert options.count() > 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "pb-found-1")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("quote format")
    name = options.first.locator(".pb-find__name").inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    assert seen.errors == []


def test_a_result_says_what_it_is_and_how_it_stands(home):
    piece = next(piece for piece in BOOK.pieces.values() if piece.kind == "quote")
    ask(home, piece.name)
    kind = BOOK.kinds[piece.kind].words("en").name
    told = home.locator(f"[role='option'][href$='pieces/{piece.id}/']")
    assert told.locator(".pb-find__kind").inner_text() == kind
    assert piece.status in (told.locator(".pb-state").get_attribute("class") or "")


def test_what_is_not_there_is_said(home):
    assert ask(home, "zzqx") == []
    expect(home.locator(".pb-find [role='status']")).to_have_text(re.compile("Nothing found"))
    ask(home, "")
    expect(home.locator(".pb-find [role='status']")).to_have_text("Any everyday word will do.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_is_accessible(new_page, serve, demo, axe, scheme):
    page = new_page(viewport={"width": 390, "height": 844}, is_mobile=True, color_scheme=scheme)
    page.goto(serve(demo.folder))
    page.get_by_role("combobox", name="I need").click()
    page.wait_for_function("window.brandPlaybook.find")
    assert ask(page, "card")
    page.keyboard.press("ArrowDown")
    assert [line for line in axe(page) if "pb-" in line] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_there_is_no_field(new_page, serve, demo):
    page = new_page(java_script_enabled=False)
    page.goto(serve(demo.folder))
    assert page.locator(".pb-find").is_hidden()

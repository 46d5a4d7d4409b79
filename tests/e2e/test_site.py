"""The demo's site, crawled file by file and opened in a browser."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote

import pytest
from playwright.sync_api import TimeoutError as TookTooLong

import playbook
from playbook.brand import PARTS
from playbook.exports import DOWNLOADS
from playbook.i18n import texts
from playbook.model import ITEMS
from tests.browsing import is_foreign
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
SAMPLES = (
    "",
    "brand/",
    *(f"brand/{part}/" for part in PARTS if part != "identity"),
    *(f"{noun}s/" for noun in ITEMS),
    *(f"{noun}s/{next(iter(BOOK.items(noun)))}/" for noun in ITEMS),
    "goals/",
    "glossary/",
    "checks/",
    "checks/overdue/",
    "guide/",
)
"""A page of each kind."""
LOADING = (
    "//script/@src | //img/@src | //img/@srcset | //source/@src | //source/@srcset | //video/@src"
    " | //iframe/@src | //object/@data | //embed/@src | //input/@src"
    " | //link[not(contains('canonical prev next alternate edit', @rel))]/@href"
)
EDIT = "https://git.example/aldaba/playbook/edit/main/"


def test_there_is_a_page_for_everything(demo):
    pages = {f"{noun}s/{ident}/" for noun in ITEMS for ident in BOOK.items(noun)}
    assert pages | set(SAMPLES) <= demo.pages.keys()


def test_links_lead_from_home_to_every_page(demo):
    assert demo.pages.keys() - demo.reached() == set()


def test_no_link_anchor_or_file_is_missing(demo):
    assert demo.broken() == []


def test_no_page_loads_anything_from_elsewhere(demo):
    asked = {str(address) for page in demo.pages.values() for address in page.tree.xpath(LOADING)}
    assert {address for address in asked if is_foreign(address)} == set()


def test_each_page_can_be_edited_where_it_was_written(demo):
    sources = {f"{item.noun}s/{item.id}/": item.origin.path for item in BOOK.every_item()}
    sources |= {f"brand/{part}/": f"brand/{part}.yml" for part in PARTS if part != "identity"}
    sources |= {"": "brand/brand.yml", "brand/": "brand/brand.yml", "guide/": "content/guide.md"}
    links = {url: demo.pages[url].tree.xpath("//article//a[@rel='edit']/@href") for url in sources}
    assert links == {url: [EDIT + source] for url, source in sources.items()}


def test_every_edit_link_leads_to_a_file(demo):
    for url, page in demo.pages.items():
        for link in page.tree.xpath("//article//a[@rel='edit']/@href"):
            assert (ROOT / unquote(link.removeprefix(EDIT))).is_file(), url


def test_the_pages_tell_their_language(demo, spanish):
    for site, lang in ((demo, "en"), (spanish, "es")):
        assert {page.tree.get("lang") for page in site.pages.values()} == {lang}


def _labels(page) -> set[str]:
    """The words that name parts of a page."""
    found = page.tree.xpath(
        "//article//*[self::h2 or self::h3 or self::dt or self::th or contains(@class, 'pb-label')]"
    )
    return {" ".join(element.text_content().replace("\u00b6", "").split()) for element in found}


@pytest.mark.parametrize("url", [url for url in SAMPLES if url not in ("guide/", "checks/overdue/")])
def test_the_interface_speaks_spanish(spanish, url):
    """Every label is Spanish; the demo's own words, which are English, are no labels of the interface."""
    english, other = texts("en"), texts("es")
    ours = set(other.values())
    left = {words for key, words in english.items() if other.get(key, words) != words} - ours
    labels = _labels(spanish.pages[url])
    assert labels & left == set()
    assert {
        label for label in labels if label in ours or any(label.startswith(f"{word}:") for word in ours)
    } or not labels


def test_spanish_pages_have_the_same_addresses(demo, spanish):
    assert spanish.pages.keys() == demo.pages.keys()


LISTS_ALIKE = ("kits/", "personas/", "journeys/", "checks/")
"""Tables as that of the pieces, which are not judged again."""
DESK, PHONE = ("desktop", "light"), ("phone", "dark")
SEEN = [(url, where) for url in SAMPLES if url not in LISTS_ALIKE for where in (DESK, PHONE)]
"""Layout hangs on the device and contrast on the scheme: two of the four see both; home is seen in all."""
SEEN += [("", ("desktop", "dark")), ("", ("phone", "light"))]


@pytest.mark.parametrize("url, where", SEEN)
def test_a_page_is_quiet_accessible_and_fits(visit, seen, judge, url, where):
    device, scheme = where
    page = visit(device, url)
    assert judge(page, device, scheme) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert seen.errors == []
    assert seen.foreign == []


ALSO = [(f"{item.noun}s/{item.id}/", item.also_called[0]) for item in BOOK.every_item() if item.also_called]


def test_search_finds_things_by_their_other_names(page, serve, demo):
    page.goto(serve(demo.folder))
    page.keyboard.press("/")
    field = page.get_by_role("textbox", name="Search")
    missed = {}
    for url, words in ALSO[::9]:
        field.fill(words[:-1])
        field.press_sequentially(words[-1])
        try:
            page.locator(f".md-search-result__link[href*='/{url}']").first.wait_for(timeout=20_000)
        except TookTooLong:
            missed[url] = words
    assert missed == {}


def test_the_brands_fonts_are_used_and_come_from_the_site(page, serve, demo):
    fonts: list[str] = []
    page.on(
        "response",
        lambda got: fonts.append(got.url) if got.request.resource_type == "font" and got.ok else None,
    )
    home = serve(demo.folder)
    page.goto(home)
    page.evaluate("document.fonts.ready.then(() => null)")
    families = BOOK.brand.fonts.families
    for selector, role in (("h1", "heading"), ("body", "body")):
        name = families[BOOK.brand.fonts.roles[role].family].name
        used = page.locator(selector).first.evaluate("element => getComputedStyle(element).fontFamily")
        assert used.replace('"', "").startswith(name)
        assert page.evaluate(
            "name => [...document.fonts].some(f => f.family.includes(name) && f.status === 'loaded')", name
        )
    assert fonts
    assert all(url.startswith(home) for url in fonts)


def test_logo_and_icon_load(page, serve, demo):
    home = serve(demo.folder)
    page.goto(home)
    assert page.locator(".md-header .md-logo img").evaluate(
        "image => image.complete && image.naturalWidth > 0"
    )
    icon = page.locator("link[rel='icon']").evaluate("link => link.href")
    got = page.request.get(icon)
    assert got.ok
    assert icon.startswith(home)
    assert PurePosixPath(icon).name == PurePosixPath(BOOK.brand.logo.variants["favicon"].file).name


def test_the_header_has_the_brands_color(page, serve, demo):
    page.goto(serve(demo.folder))
    seen = page.locator(".md-header").evaluate("header => getComputedStyle(header).backgroundColor")
    primary = BOOK.brand.color("primary")
    assert primary is not None
    channels = ", ".join(str(int(primary.hex[at : at + 2], 16)) for at in (1, 3, 5))
    assert seen == f"rgb({channels})"


def test_the_reader_can_turn_to_dark_and_stays_there(page, serve, demo):
    page.goto(serve(demo.folder))
    body = page.locator("body")
    shade = "body => getComputedStyle(body).backgroundColor"
    light = body.evaluate(shade)
    page.locator("[data-md-component='palette'] label:visible").click()
    assert body.get_attribute("data-md-color-scheme") == "slate"
    assert body.evaluate(shade) != light
    page.reload()
    assert body.get_attribute("data-md-color-scheme") == "slate"


def test_what_is_offered_can_be_taken(page, serve, demo):
    home = serve(demo.folder)
    files = [path for path in demo.paths if path.startswith(f"{DOWNLOADS}/")]
    assert files
    for path in files:
        assert page.request.get(home + path).ok

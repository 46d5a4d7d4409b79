"""The demo for everybody: by keyboard, without motion, without color, in any language; and light to load."""

from __future__ import annotations

import gzip
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

import playbook
from tests.building import ROOT, Site

BOOK = playbook.load(ROOT).playbook
SUB_BRAND = next(brand for brand in BOOK.brands if brand)
OTHERS = (
    "kits/",
    "personas/",
    "journeys/",
    "checks/",
    "touchpoints/?view=board",
    "help/owners-guide/",
    "404.html",
    f"brand/{SUB_BRAND}/",
    f"brand/{SUB_BRAND}/colors/",
    "brand/booklet/",
    "plan/rebrand/",
)
"""Kinds of page that `test_site` does not look at."""
WHERE = (("desktop", "light"), ("phone", "dark"))

STOPS = {
    "": {"input#pb-find", "a"},
    "brand/colors/": {"button.pb-copy", "div.pb-matrix", "a"},
    "brand/logo/": {"a.pb-download", "button", "a"},
    "touchpoints/": {"summary", "input", "a"},
    "plan/review/": {"textarea", "button"},
}
"""What the Tab key has to reach, by page."""
_FOCUSED = """() => {
    const at = document.activeElement;
    if (!at || !at.closest('article')) return null;
    const frame = getComputedStyle(at);
    const seen = frame.outlineStyle !== 'none' && parseFloat(frame.outlineWidth) >= 2;
    const named = ['pb-copy', 'pb-matrix', 'pb-download'].find(name => at.classList.contains(name));
    const tag = at.tagName.toLowerCase();
    return [at.id === 'pb-find' ? tag + '#pb-find' : named ? tag + '.' + named : tag, seen, at.outerHTML];
}"""
_BY_COLOR_ALONE = """() => [...document.querySelectorAll('article a')].filter(link => {
    if (!link.checkVisibility() || link.matches('.headerlink')) return false;
    const beside = [...link.parentElement.childNodes].filter(node => node.nodeType === 3);
    if (!beside.some(node => /[\\p{L}\\p{N}]/u.test(node.data))) return false;
    const look = getComputedStyle(link);
    return !look.textDecorationLine.includes('underline') && parseFloat(look.borderBottomWidth) === 0;
}).map(link => link.outerHTML)"""
_MOVING = """() => [...document.querySelectorAll('article *')].flatMap(element => {
    const {transitionDuration, animationDuration} = getComputedStyle(element);
    const longest = Math.max(...`${transitionDuration}, ${animationDuration}`.split(', ').map(parseFloat));
    return longest > 0.001 ? [`${element.className} ${longest}`] : [];
})"""
MOST = 60 * 1024
"""Bytes that an ordinary page may take with its styles, compressed."""


@pytest.mark.parametrize("url", OTHERS)
@pytest.mark.parametrize("where", WHERE)
def test_the_other_kinds_of_page_are_accessible_too(visit, judge, seen, url, where):
    device, scheme = where
    page = visit(device, url)
    assert judge(page, device, scheme) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert seen.errors == []


@pytest.mark.parametrize("url", STOPS)
def test_the_tab_key_reaches_what_can_be_used_and_shows_where_it_is(visit, url):
    page = visit("desktop", url)
    stops: list[Any] = []
    for _ in range(300):
        page.keyboard.press("Tab")
        if stop := page.evaluate(_FOCUSED):
            stops.append(stop)
        if STOPS[url] <= {name for name, *_ in stops}:
            break
    assert {name for name, *_ in stops} >= STOPS[url]
    assert [html for _, framed, html in stops if not framed] == []


@pytest.mark.parametrize("url", ["brand/colors/", "touchpoints/"])
def test_the_first_stop_leads_past_the_navigation(visit, url):
    page = visit("desktop", url)
    page.keyboard.press("Tab")
    link = page.locator(".md-skip")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_searchs_dialog_has_a_name(demo, spanish):
    for site, name in ((demo, "Search"), (spanish, "Buscar")):
        labels = {page.tree.xpath("string(//*[@role='dialog']/@aria-label)") for page in site.pages.values()}
        assert labels == {name}


@pytest.mark.parametrize(
    "url", ["", "brand/", "brand/fonts/", "brand/booklet/", "touchpoints/delivery/", "checks/"]
)
def test_a_link_among_words_is_known_by_more_than_its_color(visit, url):
    assert visit("desktop", url).evaluate(_BY_COLOR_ALONE) == []


@pytest.mark.parametrize("url", ["", "brand/colors/", "brand/logo/", "touchpoints/"])
def test_nothing_moves_for_those_who_want_no_motion(new_page, serve, demo, url):
    page: Page = new_page(reduced_motion="reduce")
    page.goto(serve(demo.folder) + url)
    assert page.locator("article *").count() > 0
    assert page.evaluate(_MOVING) == []


def test_what_is_in_another_language_says_so(demo):
    foreign = [text for text in BOOK.brand.voice.boilerplates.values() if text.language]
    marked = demo.pages["brand/voice/"].tree.xpath("//article//*[@lang]")
    assert foreign
    assert [(block.get("lang"), block.text_content().strip()) for block in marked] == [
        (text.language, text.text.strip()) for text in foreign
    ]
    whole = demo.pages["help/responsables/"].tree.xpath("//article//*[@lang='es']")
    assert len(whole[0].text_content()) > 1000


def test_nothing_moves_when_the_controls_come(visit):
    for device in ("desktop", "phone"):
        page = visit(device, "touchpoints/")
        page.locator(".pb-filter__bar").wait_for()
        shifts = """() => new Promise(done => new PerformanceObserver(list => done(
            list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
        )).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 200))"""
        assert page.evaluate(shifts) < 0.05


def test_whoever_is_lost_finds_every_part(page, serve, demo):
    home = serve(demo.folder)
    page.goto(f"{home}404.html")
    ways = page.locator("article .pb-doors a").evaluate_all("links => links.map(link => link.pathname)")
    assert {"/", "/brand/", "/touchpoints/", "/pieces/"} <= set(ways)
    assert all(page.request.get(home.rstrip("/") + way).ok for way in ways)


def _weight(site: Site, url: str) -> int:
    """The bytes of a page and its styles, compressed as hosts do."""
    styles = site.pages[url].tree.xpath("//link[@rel='stylesheet']/@href")
    found = [f"{url}index.html", *(urljoin(f"/{url}", style).lstrip("/") for style in styles)]
    return sum(len(gzip.compress(site.content(path))) for path in found)


def test_every_ordinary_page_is_light(demo):
    pages = [url for url in demo.pages if PurePosixPath(url).name != "booklet"]
    assert {url: bytes_ for url in pages if (bytes_ := _weight(demo, url)) > MOST} == {}

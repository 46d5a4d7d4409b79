"""A new playbook in Spanish, built strictly and looked at page by page, at a desk and on a phone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from playbook.i18n import texts
from tests.building import Site, build, run

WIDTHS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}
FACT = re.compile(r"\{\w+\}")
WORDS = re.compile(r"[^\W\d_]+")
BROKEN = """() => [...document.images]
    .filter(image => !image.complete || !image.naturalWidth).map(image => image.src)"""
SAID = """() => {
    const silent = 'code, pre, em, script, style';
    const seen = node => node.parentElement.checkVisibility() && !node.parentElement.closest(silent);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) if (seen(walk.currentNode)) texts.push(walk.currentNode.data);
    const names = ['aria-label', 'title', 'placeholder', 'alt'];
    for (const element of document.querySelectorAll('body *'))
        for (const name of names) texts.push(element.getAttribute(name) || '');
    return texts.map(text => text.trim().replace(/\\s+/g, ' ')).filter(Boolean);
}"""
"""Every text that a page shows or a screen reader says, less code and the names of buttons elsewhere."""
ENGLISH = {
    "the",
    "of",
    "and",
    "with",
    "this",
    "that",
    "is",
    "are",
    "was",
    "which",
    "your",
    "what",
    "from",
    "for",
}
"""Words that no Spanish sentence has."""
ROLES = {"primary", "secondary", "text", "background", "link"}
"""What colors are for, shown as the files write it."""
ALIKE = {"desktop": 3, "phone": 1}
"""How many pages of a folder are looked at: they are laid out alike, and say the same at either width."""
FOREIGN = re.compile(r"GitHub|GitLab|Material for MkDocs|Creative Commons|SIL Open Font License")


@pytest.fixture(scope="module")
def starter(once) -> Site:
    site: Site = once("starter", _started)
    return site


def _started(folder: Path) -> None:
    ran = run("playbook", "init", folder / "marca", "--lang", "es", where=folder)
    assert ran.code == 0, ran.said
    build(folder / "marca/mkdocs.yml", folder / "site")


@pytest.fixture(scope="module")
def english() -> frozenset[str]:
    """The interface's words in English that are others in Spanish, and no Spanish words besides."""
    ours = texts("es")
    told = {words for key, words in texts("en").items() if ours.get(key, words) != words}
    return frozenset(words for words in told - set(ours.values()) - ROLES if not FACT.search(words))


def own(starter: Site) -> list[str]:
    """The addresses of all pages but those of the rules, which one stands for."""
    return [
        url for url in starter.pages if not url.startswith("checks/") or url in ("checks/", "checks/overdue/")
    ]


def some(urls: list[str], alike: int) -> list[str]:
    """The addresses, of each folder so many at most."""
    folders = Counter[str]()
    kept = []
    for url in urls:
        folder = url.rstrip("/").rpartition("/")[0]
        folders[folder] += 1
        if folders[folder] <= alike:
            kept.append(url)
    return kept


def left(said: list[str], english: frozenset[str]) -> Iterator[str]:
    """What of a page is English: a text of the interface, or a sentence."""
    for text in said:
        common = ENGLISH & {word.lower() for word in WORDS.findall(text)}
        if text in english or (len(common) > 1 and not FOREIGN.search(text)):
            yield text


def stumbled(page: Page, english: frozenset[str]) -> dict[str, Any]:
    """What a person stumbles over; nothing where all is well."""
    page.evaluate("[...document.images].forEach(image => (image.loading = 'eager'))")  # some wait to be seen
    page.wait_for_function("[...document.images].every(image => image.complete)")
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    found = {
        "language": page.locator("html").get_attribute("lang") != "es",
        "wider than the screen by": page.evaluate(wide),
        "pictures": page.evaluate(BROKEN),
        "without a heading": page.locator("h1:visible").count() != 1,
        "English": sorted(set(left(page.evaluate(SAID), english))),
    }
    return {name: value for name, value in found.items() if value}


@pytest.fixture
def visit(new_page, serve, starter) -> Callable[[str], Iterator[tuple[str, Page]]]:
    """`visit("phone")` opens the pages of the starter one after the other."""

    def pages(width: str) -> Iterator[tuple[str, Page]]:
        page = new_page(locale="es", **WIDTHS[width])
        home = serve(starter.folder)
        for url in some(own(starter), ALIKE[width]):
            page.goto(home + url)
            yield url, page

    return pages


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_a_spanish_starter_is_good(visit, seen, english, width):
    found = {url: wrong for url, page in visit(width) if (wrong := stumbled(page, english))}
    assert found == {}
    assert seen.errors == []
    assert seen.foreign == []


def test_the_guide_for_owners_is_found_from_home(page, serve, starter):
    page.goto(serve(starter.folder))
    page.get_by_role("link", name="Guía para responsables").first.click()
    assert page.locator("h1").inner_text() == "Guía para responsables"
    assert page.get_by_text("Ponerlo entre comillas").is_visible()


@pytest.mark.parametrize(
    "said, english, expected",
    [
        (["Owner", "Responsable"], {"Owner"}, ["Owner"]),
        (["The offer of a customer", "La oferta"], set(), ["The offer of a customer"]),
        (["Made with the Material for MkDocs theme of Martin"], set(), []),
        (["No", "Guía de The Beatles"], set(), []),
    ],
)
def test_what_is_left_in_english_is_seen(said, english, expected):
    assert list(left(said, frozenset(english))) == expected


def test_no_page_of_a_starter_ends_in_english(starter):
    assert not [url for url, page in starter.pages.items() if "Made with" in page.tree.text_content()]


def test_no_page_of_a_starter_is_missing_a_link(starter):
    assert starter.broken() == []
    assert starter.pages.keys() - starter.reached() == set()

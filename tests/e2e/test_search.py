"""The search, from a host and from a disk: every word finds its page, however it is spelled."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import calm
from tests.building import Site, build, run

WORDS = {
    "accented": "# Tipografía\n\nLa eñe de un niño, «añil» y ¿murciélago?\n",
    "plain": "# Plain\n\nA tipografia and a nino.\n",
    "table": "# Table\n\n| Size | Use |\n|---|---|\n| Folio | Almanac (yearly) |\n",
}
LINKS = ".md-search-result__link"


def _start(folder: Path, settings: dict[str, object]) -> Path:
    """A Spanish starter with some words of ours; its configuration."""
    project = folder / "project"
    ran = run("playbook", "init", project, "--lang", "es", where=folder)
    assert ran.code == 0, ran.said
    for name, text in WORDS.items():
        (project / f"content/{name}.md").write_text(text, encoding="utf-8")
    config = {"INHERIT": str(project / "mkdocs.yml"), "docs_dir": str(project / "content"), **settings}
    file = folder / "mkdocs.yml"
    file.write_text(json.dumps(config))
    return file


@pytest.fixture(scope="module")
def starter(once) -> Site:
    site: Site = once("searched", _hosted)
    return site


def _hosted(folder: Path) -> None:
    config = _start(folder, {"plugins": ["search", {"brand-playbook": {"project": str(folder / "project")}}]})
    build(config, folder / "site", strict=False)


@pytest.fixture(scope="module")
def offline(once) -> Site:
    """The same for a disk, with the theme's own plugin for that, whose shim would come from elsewhere."""
    site: Site = once("offline", _on_disk)
    return site


def _on_disk(folder: Path) -> None:
    ours = {"brand-playbook": {"project": str(folder / "project")}}
    config = _start(folder, {"plugins": [{"search": {"lang": ["es", "en"]}}, "offline", ours]})
    build(config, folder / "site", strict=False)


@pytest.fixture(params=["host", "disk"])
def place(request, serve) -> str:
    """The home page of the starter, from a host or from a disk."""
    if request.param == "host":
        return str(serve(request.getfixturevalue("starter").folder))
    return str((request.getfixturevalue("offline").folder / "index.html").as_uri())


@pytest.fixture
def ask(page, place) -> Callable[[str], list[str]]:
    """`ask("nino")` types the words into the search, and gives the names of the pages that it lists."""
    page.goto(place)
    page.keyboard.press("/")
    field = page.locator(".md-search__input")

    def asked(words: str) -> list[str]:
        field.fill("")
        field.press("Backspace")
        expect(page.locator(LINKS)).to_have_count(0)
        field.fill(words[:-1])
        field.press_sequentially(words[-1])  # a single key, that no answer to a part of the words comes first
        page.locator(LINKS).first.wait_for(state="attached", timeout=10_000)
        return [_name(address) for address in page.locator(LINKS).evaluate_all("all => all.map(a => a.href)")]

    return asked


def _name(address: str) -> str:
    path = urlsplit(address).path.removesuffix("/").removesuffix(".html")
    return path.rpartition("/")[2]


def test_every_word_is_found_however_it_is_written(ask, seen):
    """Accents make no difference, what opens before a word is no part of it, words of a table are words."""
    for words in ("tipografia", "tipografía", "TIPOGRAFÍA", "nino", "niño"):
        assert {"accented", "plain"} <= set(ask(words)), words
    for words in ("añil", "murcielago", "¿murciélago"):
        assert "accented" in ask(words), words
    for words in ("folio", "almanac", "yearly"):
        assert ask(words) == ["table"]
    assert seen.errors == []
    assert seen.foreign == []


def test_what_is_found_is_shown_and_marked_as_it_is_written(page, ask):
    ask("tipografia")
    found = page.locator(f"{LINKS}[href*='accented']").first
    assert found.locator("mark").all_inner_texts() == ["Tipografía"]
    assert parse_qs(urlsplit(found.get_attribute("href")).query)["h"] == ["tipografía"]


def test_the_way_to_a_page_is_short_by_keyboard(page, ask):
    ask("tipografia")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?h="))
    assert _name(page.url) in ("accented", "plain")


def test_no_script_from_elsewhere_is_asked_for(offline):
    assert "unpkg" not in offline.text("index.html")


def test_the_index_is_a_script_only_where_a_disk_can_be_walked(starter, offline):
    assert "search/search_index.js" not in starter.paths
    script = offline.text("search/search_index.js")
    assert script.removeprefix("var __index = ") == offline.text("search/search_index.json")


def test_a_cell_of_the_demos_tables_is_a_word_of_its_own(page: Page, serve, demo):
    page.goto(serve(demo.folder))
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("+retired +head")
    expect(page.locator(f"{LINKS}[href*='/touchpoints/?h=']").first).to_be_visible()


def test_the_index_is_fetched_when_somebody_is_about_to_search(page: Page, serve, starter):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(str(serve(starter.folder)))
    calm(page)
    assert not [url for url in asked if "search_index" in url]
    with page.expect_response("**/search_index.json"):
        page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("almanac")
    expect(page.locator(LINKS).first).to_be_attached()


def test_what_a_link_asks_for_is_sought_at_once(page: Page, serve, starter):
    page.goto(f"{serve(starter.folder)}?q=almanac")
    expect(page.locator(LINKS).first).to_be_attached()


def test_what_is_typed_is_answered_though_the_theme_has_shut_the_search(page: Page, serve, starter):
    page.goto(str(serve(starter.folder)))
    page.keyboard.press("/")
    shown = page.locator("#__search")
    expect(shown).to_be_checked()
    shown.evaluate(
        "box => box.click()"
    )  # as it does by itself where the address ends with a part of the page
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("almanac")
    expect(page.locator(LINKS).first).to_be_visible()

"""A playbook whose every text wants to run a script or to call home, opened in a browser: nothing happens."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import quote, urljoin

import pytest
from playwright.sync_api import Dialog, Page, Request

import playbook
from playbook.brand import FILES, PARTS
from playbook.choices import Visibility
from playbook.kinds import Kind
from playbook.model import ITEMS
from playbook.model.settings import Settings
from tests import hostility
from tests.browsing import Profiles, is_foreign
from tests.building import Site, build, run
from tests.filling import LEVELS, Contents, Spot, document

PUBLIC = Visibility.PUBLIC
LEAF = re.compile(r"/(?:[3-9]|\d\d+)/$")
NAMES = ("one", "two")
ONCE = 24
"""Payloads in one text: two items show nearly all of them in each field."""
CONFIG = """
site_name: Hostile
site_url: https://playbook.example/
repo_url: https://git.example/us/playbook
edit_uri: edit/main/content/
docs_dir: content
theme:
  name: material
  features: [content.action.edit, content.code.copy, navigation.tabs, search.highlight, search.suggest]
plugins: [search, tags, brand-playbook]
markdown_extensions: [admonition, attr_list, md_in_html, tables, toc, pymdownx.superfences, pymdownx.snippets]
extra: {generator: false}
"""
WRITTEN = """
# Written by hand

[[touchpoint:one]] [[piece:two]] [[kit:one]] [[persona:one]] [[journey:two]] **[[message:{key}messages]]**
{{: .x }}

| [[color:{key}palette]] | [[font:{key}families]] |
|---|---|
| [[logo:{key}variants]] | [[stage:{key}stages]] |
"""
BROKEN = {
    "content/touchpoints/broken.yml": """
        <img src=x onerror=pwned()>: <script>pwned()</script>
        name: ["</pre><script>pwned()</script>
        """,
    "content/touchpoints/unknown.yml": """
        name: x
        stage: <script>pwned()</script>
        '<img src=x onerror=pwned()>': 1
        """,
    "content/pieces/refused.yml": """
        name: x
        kind: "'><svg onload=pwned()>"
        link: javascript:pwned()
        owner: </script>
        """,
}
POKE = Path(__file__).with_name("poke.js").read_text(encoding="utf-8")
NOTHING = {
    "config": {"lang": ["en"], "separator": " ", "pipeline": [], "fields": {"title": {"boost": 1}}},
    "docs": [],
}
"""An empty search index: the theme would index the whole site anew on each page."""
TRAPS = """
for (const name of ["pwned", "alert", "confirm", "prompt"])
    window[name] = () => { trap(`${name} at ${location.href}: ${new Error().stack}`); };
"""


@dataclass(frozen=True)
class Hostile:
    """Fills every text with some of the payloads, in turn."""

    turn: Iterator[int] = field(default_factory=count)
    files: dict[str, str] = field(default_factory=dict)

    def plain(self, spot: Spot) -> tuple[Any, ...]:
        at = next(self.turn)
        few = 3 if spot.path.endswith(".name") else ONCE
        known = hostility.PAYLOADS + hostility.BLOCKS if spot.prose else hostility.PAYLOADS
        some = [known[(at * few + n) % len(known)] for n in range(few)]
        text = "\n\n".join(some) if spot.prose else "Zonk " + " ".join(some).replace("\n", " ")
        url, mail = hostility.URLS[at % len(hostility.URLS)], hostility.MAILS[at % len(hostility.MAILS)]
        return (text, url, mail, "#336699", "2027-07-09", 3, "400", "EUR")

    def file(self, _spot: Spot) -> str:
        at = next(self.turn)
        name = hostility.FILE_NAMES[at % len(hostility.FILE_NAMES)]
        number = at % len(hostility.PICTURES)
        path = f"{name} {number}.svg"
        self.files[path] = hostility.PICTURES[number]
        return path


TEMPLATE = "zonk.html"
MADE = '<p title="{{ brand.name }}">{{ brand.name }} {{ brand.message }} {{ brand.legal.note }}</p>'
"""A template that shows the brand's words: no other is let in."""


def _ids(spot: Spot, kind: str) -> dict[Visibility, str]:
    sections = {
        **dict.fromkeys(("color", "background"), "palette"),
        **dict.fromkeys(("font", "font-role"), "families"),
        "logo": "variants",
        "category": "categories",
    }
    if kind in ITEMS:
        return dict.fromkeys(LEVELS, NAMES[0]) | {PUBLIC: NAMES[1]}
    fixed = {"step": "halt", "kind": "trap", "sector": "b2b", "brand": _folder(0)}
    return dict.fromkeys(LEVELS, fixed.get(kind) or hostility.KEY + sections.get(kind, f"{kind}s"))


def _folder(number: int) -> str:
    return hostility.FILE_NAMES[number]


def _key(spot: Spot) -> str:
    return hostility.KEY + spot.path.rsplit(".", 1)[1]


def _tree(hostile: Hostile) -> dict[str, Any]:
    """A project with every kind of document, some of them several times."""
    words = {
        "name": hostility.MARKUP[1],
        "summary": hostility.MARKUP[0],
        "also_called": list(hostility.STYLES),
    }
    fixed: dict[str, Any] = {
        "Step.id": "halt",
        "KindOutput.template": TEMPLATE,
        "KindOutput.also": [],
        "KindOutput.back": None,
        "KindOutput.only_with": None,
        "Kind.code": None,
        "Voice.styles": [],
        "Kind.texts": {"en": words, "es": words},
        "Kind.totals": None,
    }
    fill = partial(document, contents=Contents(hostile.plain, _key, _ids, hostile.file, fixed))
    tree = {"content/playbook.yml": fill(Settings, "settings", PUBLIC)}
    tree["brand/kinds/trap/kind.yml"] = fill(Kind, "kind", PUBLIC)
    for folder in ("brand", *(f"brand/{_folder(number)}" for number in range(1))):
        tree |= {f"{folder}/{FILES[part]}": fill(model, folder, PUBLIC) for part, model in PARTS.items()}
    for noun, item in ITEMS.items():
        tree |= {f"content/{noun}s/{name}.yml": fill(item, name, PUBLIC) for name in NAMES}
    return tree


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    root: Path = tmp_path_factory.mktemp("hostile")
    hostile = Hostile()
    tree = {path: json.dumps(data, ensure_ascii=False) for path, data in _tree(hostile).items()}
    tree |= {"mkdocs.yml": CONFIG, "content/written.md": WRITTEN.format(key=hostility.KEY)}
    tree |= {path: dedent(text) for path, text in BROKEN.items()}
    tree[f"brand/kinds/trap/{TEMPLATE}"] = MADE
    tree |= {
        f"{folder}/{name}": text for name, text in hostile.files.items() for folder in ("brand", "content")
    }
    for path, text in tree.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def dressed(project: Path, once) -> Site:
    def make(folder: Path) -> None:
        build(project / "mkdocs.yml", folder / "site", strict=False)

    site: Site = once("hostile", make)
    return site


@pytest.fixture(scope="module")
def exported(project: Path, once) -> Site:
    """What `export markdown` writes, built by MkDocs with nothing else."""

    def make(folder: Path) -> None:
        ran = run("playbook", "export", "markdown", "-o", folder, "--project", project)
        assert ran.code == 0, ran.said
        build(folder / "mkdocs.yml", folder / "site", strict=False)

    site: Site = once("hostile-exported", make)
    return site


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


both = pytest.mark.parametrize("site", ["dressed", "exported"], indirect=True)


@dataclass
class Trap:
    """A page that records what the content runs and which other hosts it asks."""

    page: Page
    harm: list[str] = field(default_factory=list)

    def set(self) -> None:
        def asked(request: Request) -> None:
            if is_foreign(request.url):
                self.harm.append(f"request: {request.url}")

        def dialog(shown: Dialog) -> None:
            self.harm.append(f"dialog: {shown.message}")
            shown.dismiss()

        self.page.expose_function("trap", lambda told: self.harm.append(told))  # noqa: PLW0108 - a built-in cannot be marked
        self.page.add_init_script(TRAPS)
        self.page.on("request", asked)
        self.page.on("dialog", dialog)

    def poke(self, url: str) -> list[str]:
        """What is wrong with a page after everything on it was clicked."""
        self.page.goto(url, wait_until="load")
        return [f"{url}: {wrong}" for wrong in self.page.evaluate(POKE)]


@pytest.fixture
def trap(profiles: Profiles) -> Iterator[Trap]:
    """A page of its own, without interception, which would slow down hundreds of pages: no name resolves."""
    with profiles.page({"viewport": {"width": 1280, "height": 800}}) as page:
        trap = Trap(page)
        trap.set()
        yield trap


def test_the_trap_springs(trap, serve, tmp_path):
    swallowing = ("<!--", "<meta")  # the rest of the page, and the page itself
    texts = [text for text in hostility.MARKUP if not any(part in text for part in swallowing)]
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{' '.join(texts)}")
    wrong = trap.poke(serve(tmp_path))
    assert any("onerror" in found for found in wrong)
    assert any("pwned at" in harm for harm in trap.harm)
    assert any(told.startswith(f"request: {hostility.HOME}") for told in trap.harm)


@pytest.mark.parametrize("number", range(len(hostility.PICTURES)))
def test_the_pictures_would_do_harm(trap, serve, tmp_path, number):
    (tmp_path / "x.svg").write_text(hostility.PICTURES[number])
    assert trap.poke(serve(tmp_path) + "x.svg") or trap.harm


def test_the_texts_were_read(project):
    """What was refused cannot be shown; only what is refused on purpose is."""
    refused = [d for d in playbook.load(project).diagnostics if d.location.path not in BROKEN]
    assert {d.problem.message for d in refused} == {"unknown-field.none"}


def _apart(urls: list[str]) -> list[str]:
    """The addresses, less the further leaves of a listing: its first two hold every one of the payloads."""
    return [url for url in urls if not LEAF.search(url)]


def _unindexed(site: Path) -> Path:
    """The same site with nothing to search."""
    copy: Path = site.with_name(f"unindexed-{os.environ.get('PYTEST_XDIST_WORKER', '')}")
    shutil.copytree(site, copy, copy_function=os.link)
    index = copy / "search/search_index.json"
    index.unlink()
    index.write_text(json.dumps(NOTHING))
    return copy


@both
def test_no_page_does_harm(trap, serve, site):
    home = serve(_unindexed(site.folder))
    hostile = [url for url, page in site.pages.items() if "pwned" in page.text]  # not the rules' own pages
    assert len(hostile) >= len(NAMES) * len(ITEMS) + 2 * len(PARTS)
    wrong = [found for url in _apart(hostile) for found in trap.poke(home + quote(url))]
    assert wrong == []
    assert trap.harm == []


@both
def test_the_words_are_shown_as_they_are(trap, serve, site):
    trap.page.goto(serve(site.folder) + "touchpoints/one/")
    words = trap.page.inner_text("body")
    assert "<script>pwned()</script>" in words
    assert "{{7*7}}" in words


@both
def test_no_published_picture_does_harm(trap, serve, site):
    home = serve(site.folder)
    pictures = [path for path in site.own if path.endswith(".svg")]
    assert len(pictures) >= len(hostility.PICTURES)
    assert [found for path in pictures for found in trap.poke(home + quote(path))] == []
    assert trap.harm == []


@pytest.mark.parametrize("words", ["Zonk", "<img src=x onerror=pwned()>", "pwned"])
def test_searching_does_no_harm(trap, serve, dressed, words):
    page = trap.page
    page.goto(serve(dressed.folder))
    page.keyboard.press("/")
    page.locator("[data-md-component=search-query]:focus").wait_for()
    page.keyboard.type(words)
    page.locator(".md-search-result__item").first.wait_for(state="attached")  # seen or not
    assert page.evaluate(POKE) == []
    found = page.locator(".md-search-result__link").first.get_attribute("href")
    assert trap.poke(urljoin(page.url, found)) == []
    assert trap.harm == []

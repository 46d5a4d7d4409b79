from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Page

from tests.browsing import FORM
from tests.building import ROOT, Site, build

PLAIN = f"""# Plain

## A section

Words and a [link](index.md), **strong** ones, `code`.

- one
- two

```
{"a line of code that is too wide for any phone, and for most desks as well: " * 3}
```

| Head | Other |
|---|---|
| cell | cell |
"""
FEATURES = [
    "content.action.edit",
    "navigation.indexes",
    "navigation.tabs",
    "navigation.top",
    "search.suggest",
]
SCHEMES = {"default": ("light", "To dark"), "slate": ("dark", "To light")}


DEVICES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}


Once = Callable[[str, Callable[[Path], object]], Site]


@pytest.fixture(scope="session")
def shared(tmp_path_factory) -> Path:
    """A folder of all the processes that share the tests."""
    base: Path = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sites"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def once(shared) -> Once:
    """`once("demo", make)` is the site that `make` builds in the `site` of a folder.

    The processes that share the tests share the sites too: the first to ask for one builds it.
    """

    def made(name: str, make: Callable[[Path], object]) -> Site:
        folder = shared / name
        folder.mkdir(exist_ok=True)
        done = folder / "done"
        with FileLock(shared / f"{name}.lock"):
            if not done.exists():
                make(folder)
                done.touch()
        return Site(folder / "site")

    return made


@pytest.fixture(scope="session")
def demo(once) -> Site:
    """The repository's own site, as `mkdocs build --strict` makes it.

    Others of the same project ask for it first: what it draws is in the store then, and not drawn again.
    """
    site: Site = once("demo", lambda folder: build(ROOT / "mkdocs.yml", folder / "site"))
    return site


@pytest.fixture(scope="session")
def spanish(once, demo) -> Site:
    """The same with Spanish as the theme's language; the content stays in English."""
    site: Site = once("spanish", _spanish)
    return site


def _spanish(folder: Path) -> None:
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(ROOT / "content"),
        "theme": {"language": "es"},
        "plugins": ["search", {"brand-playbook": {"project": str(ROOT)}}],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config))
    build(folder / "mkdocs.yml", folder / "site")


@pytest.fixture(scope="session")
def material(once) -> Site:
    """A page of the theme alone: what is wrong there is none of ours."""
    site: Site = once("material", _material)
    return site


def _material(folder: Path) -> None:
    palette = [
        {
            "media": f"(prefers-color-scheme: {name})",
            "scheme": scheme,
            "toggle": {"icon": "material/weather-night", "name": to},
        }
        for scheme, (name, to) in SCHEMES.items()
    ]
    theme = {"name": "material", "font": False, "features": FEATURES, "palette": palette}
    config = {
        "site_name": "Plain",
        "theme": theme,
        "repo_url": "https://git.example/us/plain",
        "plugins": ["search"],
    }
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text(PLAIN)
    (folder / "mkdocs.yml").write_text(json.dumps(config))
    build(folder / "mkdocs.yml", folder / "site")


@pytest.fixture(scope="session")
def theirs(shared) -> Callable[[str, Callable[[], set[str]]], frozenset[str]]:
    """`theirs("phone-dark", look)` are the rules that the theme itself breaks there; the first one looks."""

    def broken(where: str, look: Callable[[], set[str]]) -> frozenset[str]:
        known = shared / f"{where}.json"
        with FileLock(shared / f"{where}.lock"):
            if not known.exists():
                known.write_text(json.dumps(sorted(look())))
        return frozenset(json.loads(known.read_text()))

    return broken


@pytest.fixture
def visit(new_page, serve, demo) -> Callable[[str, str], Page]:
    """`visit("phone", "pieces/")` opens a page of the demo."""

    def opened(device: str, url: str) -> Page:
        page: Page = new_page(**DEVICES[device])
        page.goto(serve(demo.folder) + url)
        return page

    return opened


@pytest.fixture
def filling(new_page, serve, demo) -> Callable[..., Page]:
    """`filling("quote")` opens the page of a piece of the demo, its form ready; options are the browser's."""

    def opened(piece: str, **options: Any) -> Page:
        page: Page = new_page(**DEVICES["desktop"] | options)
        page.goto(f"{serve(demo.folder)}pieces/{piece}/")
        page.locator(FORM).wait_for()
        return page

    return opened


@pytest.fixture
def judge(new_page, serve, axe, material, theirs) -> Callable[[Page, str, str], list[str]]:
    """What axe finds on a page in a scheme, less what it finds on a page of the theme alone."""

    def found(page: Page, scheme: Any) -> list[str]:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        lines: list[str] = axe(page)
        return lines

    def judged(page: Page, device: str, scheme: str) -> list[str]:
        def look() -> set[str]:
            plain = new_page(**DEVICES[device])
            plain.goto(serve(material.folder))
            return {line.split(":")[0] for line in found(plain, scheme)}

        allowed = theirs(f"{device}-{scheme}", look)
        return [line for line in found(page, scheme) if line.split(":")[0] not in allowed]

    return judged

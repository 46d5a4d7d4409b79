from __future__ import annotations

import importlib.util
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from lxml import html
from lxml.html import HtmlElement
from mkdocs.commands.build import build
from mkdocs.config import load_config

FAKE_CORE = Path(__file__).with_name("fake_core.py")
THEME = {"name": "material", "features": ["navigation.prune", "navigation.indexes", "content.action.edit"]}


@dataclass(frozen=True)
class Built:
    """A site that was built, and what was said meanwhile: (level, text without the plugin's name)."""

    folder: Path
    said: list[tuple[str, str]]

    def paths(self) -> set[str]:
        """Everything the site holds but what the theme brings."""
        files = (file for file in self.folder.rglob("*") if file.is_file())
        paths = {file.relative_to(self.folder).as_posix() for file in files}
        return {path for path in paths if not path.startswith(("assets/", "sitemap", "search", "404"))}

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def page(self, path: str) -> HtmlElement:
        return html.document_fromstring(self.text(path).encode())

    def article(self, path: str) -> str:
        (article,) = self.page(path).iter("article")
        return html.tostring(article, encoding="unicode")

    def nav(self, path: str) -> list[str]:
        """The titles in the sidebar, indented by level, the active ones starred."""
        (nav,) = self.page(path).find_class("md-nav--primary")
        return list(_titles(nav, ""))


def _titles(nav: HtmlElement, indent: str) -> Iterator[str]:
    for item in nav.findall("ul/li"):
        label = item.find_class("md-ellipsis")[0]
        active = "*" if "md-nav__item--active" in item.get("class", "") else ""
        yield indent + " ".join(label.text_content().split()) + active
        for below in item.findall("nav"):
            if "md-nav--secondary" not in below.get("class", ""):
                yield from _titles(below, indent + "  ")


@dataclass(frozen=True)
class Project:
    """A project in a folder of its own, made of the texts of its files."""

    root: Path

    def write(self, files: Mapping[str, str]) -> None:
        for path, text in files.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def configure(self, options: Mapping[str, Any] | None = None, **settings: Any) -> Path:
        """Write `mkdocs.yml`, which JSON is a form of; with `options` None, without the plugin."""
        plugin = [] if options is None else [{"brand-playbook": dict(options)}]
        base = {
            "site_name": "Demo",
            "docs_dir": "content",
            "theme": THEME,
            "plugins": ["search", "tags", *plugin],
        }
        file = self.root / "mkdocs.yml"
        file.write_text(json.dumps(base | settings), encoding="utf-8")
        return file

    def build(
        self,
        options: Mapping[str, Any] | None = None,
        *,
        strict: bool = False,
        to: str = "site",
        **settings: Any,
    ) -> Built:
        config = self.configure(options, site_dir=to, **settings)
        heard = _Ear()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(heard)
        logger.setLevel(logging.INFO)
        try:
            build(load_config(str(config), strict=strict))
        finally:
            logger.removeHandler(heard)
            logger.setLevel(logging.NOTSET)
        return Built(self.root / to, heard.said)


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.said: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append((record.levelname, record.getMessage().removeprefix("brand-playbook: ")))


@pytest.fixture(scope="session", autouse=True)
def _installed() -> None:
    if not entry_points(group="mkdocs.plugins", name="brand-playbook"):
        pytest.fail("MkDocs finds plugins by their installation; run: pip install -e .")


@pytest.fixture
def fake_core(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The stand-in for the core, put in its place for this test."""
    from playbook.mkdocs_plugin import core

    monkeypatch.setattr(core, "make", core.make)  # brings the core back afterwards
    spec = importlib.util.spec_from_file_location("fake_core", FAKE_CORE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def demo(tmp_path: Path, fake_core: ModuleType) -> Callable[..., Project]:
    """Make a project: what is in the fake core's `site.json`, and the project's other files."""

    def make(tree: Mapping[str, str] | None = None, /, **site: Any) -> Project:
        made = Project(tmp_path / "project")
        made.write(
            {"site.json": json.dumps(site), "content/.keep": "", "brand/colors.yml": "{}", **(tree or {})}
        )
        return made

    return make

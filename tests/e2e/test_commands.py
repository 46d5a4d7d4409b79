"""Other programs on the same project: the fork of MkDocs, plain MkDocs on the export, the package itself."""

from __future__ import annotations

import subprocess
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.building import ROOT, Site, build, run

DATA = (
    "playbook/**/*.toml",
    "playbook/**/*.yml",
    "playbook/templates/**/*",
    "playbook/py.typed",
    "theme/**/*",
)
"""What the package needs beside its modules."""


def test_the_demo_builds_under_properdocs(demo, tmp_path):
    pytest.importorskip("properdocs")
    built = build(ROOT / "mkdocs.yml", tmp_path, by="properdocs")
    assert built.pages.keys() == demo.pages.keys()
    assert {url: page.text for url, page in built.pages.items()} == {
        url: page.text for url, page in demo.pages.items()
    }


@pytest.fixture(scope="module")
def exported(once, demo) -> Site:
    """The demo as plain Markdown, built by MkDocs with no plugin of ours."""
    site: Site = once("exported", _exported)
    return site


def _exported(folder: Path) -> None:
    ran = run("playbook", "export", "markdown", "-o", folder, "--project", ROOT)
    assert ran.code == 0, ran.said
    assert "brand-playbook" not in (folder / "mkdocs.yml").read_text(encoding="utf-8")
    build(folder / "mkdocs.yml", folder / "site")


def test_the_exported_markdown_has_every_page_of_ours(demo, exported):
    content = ROOT / "content"
    written_by_hand = {
        f"{page.relative_to(content).with_suffix('').as_posix()}/" for page in content.rglob("*.md")
    }
    printed = {url for url in demo.pages if url.endswith("/booklet/")}  # the same pages once more, on paper
    assert printed
    assert exported.pages.keys() == demo.pages.keys() - written_by_hand - printed


def test_the_exported_markdown_leads_nowhere_wrong(exported):
    assert exported.broken() == []


def test_the_exported_pages_open_quietly(page, serve, seen, exported):
    home = serve(exported.folder)
    for url in ("", "brand/logo/", "touchpoints/quote/", "journeys/"):
        page.goto(home + url)
    assert (seen.errors, seen.foreign) == ([], [])


def _data() -> set[str]:
    """The data files that git knows, by their place in the package."""
    known = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(known.stdout.splitlines()) & _there()


def _there() -> set[str]:
    files = (path for glob in DATA for path in ROOT.glob(glob) if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files}


def test_the_package_includes_its_data():
    """Everything below `playbook/` goes into the wheel but what git ignores; the theme is put there."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    assert settings["targets"]["wheel"] == {
        "packages": ["playbook"],
        "force-include": {"theme": "playbook/theme"},
    }
    names = {path.split("/")[1] for path in _data() if path.startswith("playbook/")}
    assert {"locales", "kinds", "catalog", "templates", "observe", "py.typed"} <= names
    assert _there() - _data() == set()


def test_the_wheel_holds_its_data(tmp_path):
    pytest.importorskip("hatchling")
    ran = run("hatchling", "build", "-t", "wheel", "-d", tmp_path)
    assert ran.code == 0, ran.said
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {path if path.startswith("playbook/") else f"playbook/{path}" for path in _data()} - held == set()

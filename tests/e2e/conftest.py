from __future__ import annotations

import json
from pathlib import Path

import pytest

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


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Site:
    """The repository's own site, as `mkdocs build --strict` makes it."""
    return build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def spanish(tmp_path_factory) -> Site:
    """The same with Spanish as the theme's language; the content stays in English."""
    folder: Path = tmp_path_factory.mktemp("spanish")
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(ROOT / "content"),
        "theme": {"language": "es"},
        "plugins": ["search", {"brand-playbook": {"project": str(ROOT)}}],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config))
    return build(folder / "mkdocs.yml", folder / "site")


@pytest.fixture(scope="session")
def material(tmp_path_factory) -> Site:
    """A page of the theme alone: what is wrong there is none of ours."""
    folder: Path = tmp_path_factory.mktemp("material")
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
    return build(folder / "mkdocs.yml", folder / "site")

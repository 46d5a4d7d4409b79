"""The example in two editions: what the team reads, and what of it nobody else ever gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import ROOT, Site, build

INSIDE = {"evidence", "competitors", "rating", "notes", "conclusions", "effort", "current", "actual"}
"""Fields that the settings of the example, or their defaults, keep to the team."""
PLANS = {"proposal", "improvements"}
"""Fields that the settings show to partners, but not to everybody."""
MARKUP = re.compile(r"\[\[.*?\]\]|[*_`\n\[\]|]")
LONG = 20
"""Characters from which on a text can be no coincidence."""


@pytest.fixture(scope="module")
def public(once, demo) -> Site:
    site: Site = once("public", _published)
    return site


def _published(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYBOOK_EDITION", "public")
        build(ROOT / "mkdocs.yml", folder / "site")


def passages(text: str) -> Iterator[str]:
    """The stretches of a text between its marks, which the pages show as they are written."""
    for part in MARKUP.split(text):
        passage = " ".join(part.split())
        if len(passage) >= LONG:
            yield passage


def told(data: Any, *, hidden: bool = False, below: str = "") -> Iterator[tuple[str, bool]]:
    """The passages of a file, each with whether everybody must not read it."""
    if isinstance(data, dict):
        hidden = hidden or data.get("visibility") in ("internal", "partner")
        for key, value in data.items():
            yield from told(value, hidden=hidden or _hides(below, key), below=key)
    elif isinstance(data, list):
        for value in data:
            yield from told(value, hidden=hidden, below=below)
    elif isinstance(data, str):
        yield from ((passage, hidden) for passage in passages(data))


def _hides(below: str, key: str) -> bool:
    return key in INSIDE | PLANS and (below, key) != (
        "requirements",
        "notes",
    )  # those are what a piece must be


def confidential() -> set[str]:
    """What the files say in confidence, and nowhere openly as well."""
    files: list[Path] = [*ROOT.glob("content/**/*.yml"), *ROOT.glob("brand/**/*.yml")]
    found = [each for file in files for each in told(yaml.safe_load(file.read_text(encoding="utf-8")))]
    openly = "\n".join(passage for passage, hidden in found if not hidden)
    return {passage for passage, hidden in found if hidden and passage not in openly}


def words(site: Site) -> str:
    """All that a site's files say, scripts and data included, in one line."""
    texts = (site.text(path) for path in site.own if path.endswith((".html", ".json", ".js", ".csv", ".xml")))
    return " ".join(re.sub(r"<[^>]*>", "", unescape(" ".join(texts))).replace("\\n", " ").split())


def test_the_public_edition_keeps_what_is_for_the_team(public, demo):
    secrets, inside, outside = confidential(), words(demo), words(public)
    assert sorted(secret for secret in secrets if secret in outside) == []
    assert len(secrets) > 100
    assert sorted(secret for secret in secrets if secret not in inside) == []


def test_findings_and_the_guide_for_owners_are_for_the_team(public, demo):
    inside = {"checks/", "checks/overdue/", "help/owners-guide/", "help/responsables/"}
    assert inside <= demo.pages.keys()
    assert inside & public.pages.keys() == set()


def test_the_public_edition_is_whole(public):
    assert public.broken() == []
    assert {"", "brand/", "touchpoints/", "touchpoints/checkout/", "guide/"} <= public.pages.keys()


def test_search_engines_are_asked_to_stay_away_from_the_internal_edition_only(public, demo):
    asked = "//meta[@name='robots'][contains(@content, 'noindex')]"
    assert demo.pages[""].tree.xpath(asked)
    assert not public.pages[""].tree.xpath(asked)

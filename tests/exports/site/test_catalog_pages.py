"""What a playbook has of the catalog, what it lacks, and the text that adds it."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

import playbook
from playbook.catalog import entries, sectors
from playbook.choices import Phase
from playbook.exports.site.build import written
from playbook.exports.site.options import SiteOptions
from playbook.exports.site.pages.catalog import catalog_pages
from playbook.exports.site.view import View
from playbook.i18n import LANGUAGES
from playbook.scaffold.starter import starter
from playbook.scaffold.writing import write

HUB = "https://git.example/us/site/new/main?filename={path}&value={text}"
TOUCHPOINTS = {
    "content/touchpoints/insta.yml": "name: Our feed\nalso_called: [Redes sociales]\nstage: awareness\n",
    "content/touchpoints/quotation.yml": "name: Price on paper\nstage: decision\n",
}


@pytest.fixture
def pages(project):
    """`pages(settings, **options)` gives the catalog's pages as HTML by their paths."""

    def made(settings: str = "", **options: Any) -> dict[str, str]:
        root = project({**TOUCHPOINTS, "content/playbook.yml": settings or "language: en\n"})
        asked = SiteOptions(**options)
        view = View(playbook.load(root).playbook, asked)
        return {draft.path: written(draft, asked).body for draft in catalog_pages(view)}

    return made


def test_what_is_here_is_known_by_any_of_its_names(pages):
    overview = pages()["catalog/index.md"]
    assert f"Here: 2 of {len(entries())} ready-made touchpoints." in overview
    assert overview.count("Not here") == len(entries()) - 2
    assert ">Our feed</a>" in overview
    assert ">Price on paper</a>" in overview


def test_a_line_of_business_says_what_is_usual(pages):
    assert "In the sector" not in pages("sector: general\n")["catalog/index.md"]
    overview = pages("sector: restaurant\n")["catalog/index.md"]
    usual = [entry for entry in entries().values() if not entry.usual_in or "restaurant" in entry.usual_in]
    here = {"social-networks", "quotation"} & {entry.id for entry in usual}
    assert overview.count('<td data-label="In the sector">usual</td>') == len(usual)
    assert f"Usual in your sector (restaurant), and not here: {len(usual) - len(here)}." in overview


def test_who_is_not_served_is_not_asked_about(pages):
    assert set(pages("serves: [customer]\n")) == {"catalog/index.md", *(f"catalog/{p}.md" for p in Phase)}
    assert set(pages("serves: [supplier]\n")) == {"catalog/index.md", "catalog/supplier.md"}


@pytest.mark.parametrize("lang, name", [("en", "Online ads"), ("es", "Anuncios en línea")])
def test_what_is_lacking_comes_with_the_file_that_adds_it(project, pages, lang, name):
    body = unescape(pages(f"language: {lang}\n", lang=lang, new_file=HUB)["catalog/before.md"])
    (text,) = [part.partition("</")[0] for part in body.split(">name: ")[1:] if part.startswith(name)]
    saved = project({"content/touchpoints/new.yml": f"name: {text}"})
    made = playbook.load(saved)
    assert [d.rule for d in made.diagnostics if d.location.path.endswith("new.yml")] == []
    assert made.playbook.touchpoints["new"].name == name
    assert "content/touchpoints/online-ads.yml&value=name%3A%20Online%20ads%0A" in body or lang == "es"
    assert f'new touchpoint "{name}" --from online-ads --with-pieces' in body


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("sector", sectors())
def test_a_new_playbook_has_what_it_began_with_and_nothing_else(tmp_path, lang, sector):
    write(tmp_path, starter(lang, sector))
    asked = SiteOptions(lang=lang)
    view = View(playbook.load(tmp_path).playbook, asked)
    overview = written(next(catalog_pages(view)), asked).body
    had = re.findall(r'href="#?[^"]*#([a-z-]+)">[^<]*(?:<span.*?</span>[^<]*)?</a></td><td[^>]*><a', overview)
    assert sorted(had) == sorted(sectors()[sector].touchpoints)


def test_only_those_who_keep_the_playbook_see_it(pages):
    assert pages(edition="public") == {}

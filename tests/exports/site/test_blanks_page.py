"""Empty journeys to fill in by hand: a sheet for each group of products, in every form of the site."""

from __future__ import annotations

import pytest

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site.build import written
from playbook.exports.site.options import SiteOptions, Writer
from playbook.exports.site.pages.blanks import blanks_page
from playbook.exports.site.view import View

GROUPS = (
    "products: {ovens: {name: 'Ovens <b>', summary: Built in.}, hobs: Hobs}\nstages: {before: {name: Sooner}}"
)


@pytest.fixture
def drawn(project):
    def draw(settings: str = "", lang: str = "en", edition: str = "internal", writer: Writer = "html") -> str:
        root = project({"content/playbook.yml": settings})
        shown = restrict(playbook.load(root).playbook, Visibility(edition))
        options = SiteOptions(lang, Visibility(edition), writer=writer)
        return "".join(written(draft, options).body for draft in blanks_page(View(shown, options)))

    return draw


def test_each_group_has_a_sheet_with_its_own_words(drawn):
    page = drawn(GROUPS)
    assert page.count("<table") == 2
    assert "Journey: Ovens &lt;b&gt;" in page
    assert "Built in." in page
    assert page.count('<th scope="col">Sooner</th><th scope="col">During</th><th scope="col">After</th>') == 2
    assert page.count("<span>drives on</span><span>blocks</span>") == 6


def test_without_groups_there_is_one_for_all_in_the_language(drawn):
    page = drawn(lang="es")
    assert page.count("<table") == 1
    assert "Recorrido: un producto o servicio" in page
    assert (
        "<span>Muy bien</span><span>Bien</span><span>Neutro</span><span>Mal</span><span>Muy mal</span>"
        in page
    )


def test_as_markdown_it_is_a_table_to_fill_in(drawn):
    page = drawn(GROUPS, writer="markdown")
    assert "- Who:\n- What they want:\n- Filled in on:\n" in page
    assert (
        "|  | Sooner | During | After |\n| --- | --- | --- | --- |\n| Touchpoint and channel |  |  |  |"
        in page
    )


@pytest.mark.parametrize("edition", ["partner", "public"])
def test_others_do_not_get_it(drawn, edition):
    assert drawn(GROUPS, edition=edition) == ""

"""The review as a page: what was not lately judged, and what its script is told."""

from __future__ import annotations

import json
from datetime import date

import pytest

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site.build import build
from playbook.exports.site.options import SiteOptions

FILES = {
    "brand/brand.yml": "name: Example\nmessages: {calm: 'We are <b>calm</b>.'}\n",
    "content/playbook.yml": "owners: {care: Care}\n",
    "content/touchpoints/all.yml": """\
        shop: {name: Shop, stage: decision, message: calm, owner: care, impression: They are *here*.}
        web: {name: Web, stage: before, rating: {score: 2, by: Ana, date: 2026-11-01, same_message: partly}}
        mail: {name: Mail, stage: before, rating: {score: 2, by: Ana}}
        """,
    "content/pieces/all.yml": """\
        other: {name: Other, kind: letter}
        sign: {name: Sign, kind: letter, touchpoints: shop}
        """,
}


@pytest.fixture
def site(project):
    def made(files=FILES, edition="internal", **options):
        book = restrict(playbook.load(project(files)).playbook, Visibility(edition))
        asked = {"edition": edition, "today": date(2026, 11, 22)} | options
        return build(book, (), SiteOptions(**asked))

    return made


def page(site):
    return next(page.body for page in site.pages if page.path == "plan/review.md")


def data(site):
    path = "assets/playbook/data/reviews.js"
    text = next(file.as_bytes().decode() for file in site.files if file.path == path)
    return json.loads(text.partition(".reviews = ")[2].removesuffix(";\n"))


@pytest.mark.parametrize(
    "lang, lead, never, old",
    [
        ("en", "1 of 3 touchpoints were judged in the 12 months before", "Never judged", "without a date"),
        ("es", "1 de 3 puntos de contacto se valoraron en los 12 meses", "Sin valorar nunca", "sin fecha"),
    ],
)
def test_what_is_not_lately_judged_is_listed(site, lang, lead, never, old):
    body = page(site(lang=lang))
    assert lead in body
    listed = body.partition('<h2 id="never">')[2]
    assert listed.startswith(never)
    assert listed.index("Shop") < listed.index('id="long-ago"') < listed.index("Mail") < listed.index(old)
    assert ">Web<" not in listed


def test_the_script_is_told_what_there_is_to_compare(site):
    told = data(site())
    assert [row[0] for row in told["rows"]] == ["shop", "mail", "web"]
    shop, mail, web = told["rows"]
    assert [told["stages"][at] for at in shop[3]] == ["Decision"]
    assert shop[1:3] + shop[4:] == [
        "Shop",
        "touchpoints/shop/",
        "Care",
        "We are <b>calm</b>.",
        "They are here.",
        [1],
        0,
        "",
    ]
    assert mail[8:] == [1, "2 of 5 · Ana"]
    assert web[8:] == [2, "2 of 5 · Says the brand's message in part · Ana · 1 November 2026"]


def test_the_page_is_bounded_and_its_data_whole(site):
    many = "\n".join(f"t{at}: {{name: T{at}, stage: before}}" for at in range(300)) + "\n"
    made = site({"content/touchpoints/all.yml": many, "content/pieces/all.yml": None})
    assert page(made).count("<tr>") == 100 + 1
    assert "and 200 more" in page(made)
    assert len(data(made)["rows"]) == 300


@pytest.mark.parametrize("edition", ["partner", "public"])
def test_only_those_who_keep_the_playbook_judge(site, edition):
    made = site(edition=edition)
    assert not [page for page in made.pages if page.path.startswith("plan/")]
    assert not [file for file in made.files if "reviews" in file.path]


def test_without_a_script_it_says_what_to_do(site):
    book = site(writer="markdown")
    assert "To judge here, switch on JavaScript" in page(book)

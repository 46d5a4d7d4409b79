"""`brand-playbook apply` of a review, as the page gives it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

import playbook
from playbook.cli import main

SHOP = """\
name: Shop # ours
stage: before

# Judged by everybody who was there.
rating:
  score: 2
  by: Marta
  note: Too dark.

# The end.
owner: shop-lead
"""
REVIEW = """\
# To take it over: brand-playbook apply review.yml
brand: "Example"
reviews:
  shop:
    rating: 4
    says_message: partly
    note: "Light at last.\\n\\nThe sign says \\"shop\\"."
    by: "Inés"
    date: 2026-11-22
  web:
    rating: 5
    says_message: yes
    date: 2026-11-22
"""


@pytest.fixture
def root(project):
    return project(
        {
            "content/playbook.yml": "owners: {shop-lead: Shop lead}\n",
            "content/touchpoints/shop.yml": SHOP,
            "content/touchpoints/web.yml": "name: Web\nstage: before\n",
        }
    )


@pytest.fixture
def apply(root, project):
    def run(text: str, *more: str) -> Result:
        project({"../review.yml": text})
        asked = ["apply", str(root.parent / "review.yml"), "--project", str(root), "--lang", "en", *more]
        return CliRunner().invoke(main, asked, env={"NO_COLOR": "1"})

    return run


def test_a_judgement_takes_the_place_of_the_one_before(apply, root):
    result = apply(REVIEW)
    assert result.exit_code == 0, result.output
    assert "content/touchpoints/shop.yml: Shop: rating is 4\n" in result.stdout
    text = (root / "content/touchpoints/shop.yml").read_text(encoding="utf-8")
    before = SHOP.partition("  score")[0]
    assert text.startswith(before)
    assert text.endswith("\n# The end.\nowner: shop-lead\n")
    assert "Too dark" not in text
    loaded = playbook.load(root)
    assert loaded.diagnostics == ()
    rating = loaded.playbook.touchpoints["shop"].rating
    assert rating is not None
    assert (rating.score, rating.by, rating.same_message, rating.note) == (
        4,
        "Inés",
        "partly",
        'Light at last.\n\nThe sign says "shop".',
    )
    web = loaded.playbook.touchpoints["web"].rating
    assert web is not None
    assert (web.score, web.same_message, web.by) == (5, True, None)


def test_the_same_review_changes_nothing_the_second_time(apply, root):
    apply(REVIEW)
    first = (root / "content/touchpoints/shop.yml").read_bytes()
    assert "is so already" in apply(REVIEW).stdout
    assert (root / "content/touchpoints/shop.yml").read_bytes() == first


def test_conclusions_that_begin_as_older_ones_do_are_kept_too(apply, root):
    for said in ("All is well.", "All is", "is well.\n\nAll", "All is"):
        assert apply("conclusions: " + json.dumps(said)).exit_code == 0
    kept = playbook.load(root).playbook.settings.conclusions
    assert kept == "All is well.\n\nAll is\n\nis well.\n\nAll"


def test_a_judgement_does_not_take_the_place_of_a_newer_one(apply, root):
    assert apply(REVIEW).exit_code == 0
    first = (root / "content/touchpoints/shop.yml").read_bytes()
    result = apply("reviews:\n  shop:\n    rating: 1\n    date: 2026-11-21\n")
    assert result.exit_code == 1
    said = '4:11 error the judgement of "shop" is of 2026-11-21, and the playbook has one of 2026-11-22'
    assert said in result.stdout
    assert (root / "content/touchpoints/shop.yml").read_bytes() == first
    assert apply("reviews: {shop: {rating: 3, date: 2026-11-23}}").exit_code == 0


@pytest.mark.parametrize(
    "text, told",
    [
        ("reviews: {shpo: {rating: 4}}", 'unknown touchpoint "shpo"; did you mean "shop"?'),
        ("reviews: {shop: {rating: 7}}", "reviews.shop.rating is 7, b"),
        ("reviews: {shop: {says_message: yes}}", "rating"),
        ("reviews: {shop: {rating: 3, says_message: perhaps}}", "partly"),
    ],
    ids=["unknown", "range", "missing", "word"],
)
def test_a_mistake_is_told_and_nothing_is_written(apply, root, text, told):
    result = apply(text)
    assert result.exit_code == 1
    assert told in result.stdout
    assert (root / "content/touchpoints/shop.yml").read_text(encoding="utf-8") == SHOP

"""Price lists that pieces name: read with the project, each mistake at its row, and only for the team."""

from __future__ import annotations

import json

import pytest

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site import SiteOptions, Supplies, build
from playbook.facts import reader
from playbook.published import published

FILES = {
    "brand/brand.yml": "name: Frigo",
    "content/pieces/quote.yml": "name: Quote\nkind: quote\nform: {lines: {prices: lists/p.csv}}",
    "content/lists/p.csv": "sku,item,price\nF-1,Fridge,740\nF-2,,3\nF-3,Hob,x\n",
}


def test_each_mistake_stands_at_its_row(project):
    found = playbook.load(project(FILES)).diagnostics
    assert [(str(one.location), one.rule, one.problem.message) for one in found] == [
        ("content/lists/p.csv:3:1", "prices", "prices.required"),
        ("content/lists/p.csv:4:1", "prices", "prices.number"),
    ]


def test_a_list_that_is_missing_is_told_once(project):
    found = playbook.load(project({**FILES, "content/lists/p.csv": None})).diagnostics
    assert [one.rule for one in found] == ["missing-file"]


@pytest.mark.parametrize("edition, there", [("internal", True), ("public", False)])
def test_the_form_has_the_rows_that_are_right_and_other_editions_none(project, edition, there):
    loaded = playbook.load(project(FILES))
    shown = restrict(loaded.playbook, Visibility(edition))
    files = published(shown, reader(loaded.root))
    site = build(shown, (), SiteOptions(edition=edition), Supplies(files=files))
    script = next(file for file in site.files if file.path.endswith("make-quote.js")).as_bytes().decode()
    told = json.loads(script.partition('"quote"] = ')[2].removesuffix(";\n"))
    expected = [{"description": "Fridge", "price": "740", "code": "F-1"}] if there else []
    assert told["tables"]["lines"]["prices"] == expected
    assert any("p.csv" in file.path for file in site.files) is there

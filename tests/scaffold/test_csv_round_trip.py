"""What `export csv` writes, `new --from-csv` reads back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.exports import csv
from playbook.loader import load
from playbook.loader.files import Files
from playbook.model import ITEMS
from playbook.scaffold.fitting import Place
from playbook.scaffold.outline import item
from playbook.scaffold.table import read_table

ROOT = Path(__file__).parents[2]


def said(document):
    return document.model_dump(mode="json", exclude_defaults=True)


@pytest.fixture(scope="module")
def demo():
    return load(ROOT).playbook


@pytest.mark.parametrize("noun", ITEMS)
def test_the_demo_survives_the_way_there_and_back(noun, demo, project):
    table = next(file for file in csv.export(demo) if Path(file.path).stem.startswith(noun))
    read = read_table(noun, table.path, table.as_bytes(), Place(demo, Files(ROOT)))
    assert read.problems == ()
    tree = {f"content/{noun}s/{new.id}.yml": item(ITEMS[noun], new.values, "en") for new in read.items}
    back = load(project(tree)).playbook.items(noun)
    assert {ident: said(document) for ident, document in back.items()} == {
        ident: said(document) for ident, document in demo.items(noun).items()
    }


def test_a_formula_stays_text_both_ways(project):
    before = load(
        project({"content/touchpoints/a.yml": 'name: "=1+1"\nstage: before\nsummary: "\'-x"\n'})
    ).playbook
    table = next(file for file in csv.export(before) if "touchpoint" in file.path)
    assert "'=1+1" in table.content
    place = Place(before, Files(project()))
    (new,) = read_table("touchpoint", table.path, table.as_bytes(), place).items
    assert (new.values["name"], new.values["summary"]) == ("=1+1", "'-x")

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports import csv as export_csv
from playbook.loader import load
from playbook.sheets import bare, safe

FILES = {
    "content/touchpoints/shop.yml": """\
        name: Shop
        stage: [before, during]
        channel: shop
        also_called: [store, "the place; downtown"]
        value: {need: A fridge, cost: Time}
        pains: [It is far, It closes early]
        evidence: [{text: Too far!, source: Survey}]
        expectations: [{text: Open late, source: Survey}, Parking]
        underused: true
        notes: |-
          =HYPERLINK("https://evil.example")
          second line
        """,
    "content/touchpoints/web.yml": "name: '@web'\nstage: before\ncompetitors: [{name: We}]\nmetrics: reach",
    "content/pieces/card.yml": "name: Card\nkind: business-card\nrequirements: {text_limits: {front: 40}}",
}


def exported(project, edition="internal"):
    playbook = restrict(load(project(FILES)).playbook, Visibility(edition))
    return {
        file.path: list(csv.DictReader(io.StringIO(file.as_bytes().decode("utf-8-sig"))))
        for file in export_csv.export(playbook)
    }


def test_a_table_for_each_kind_of_item(project):
    made = exported(project)
    assert list(made) == ["touchpoints.csv", "pieces.csv"]
    shop, web = made["touchpoints.csv"]
    assert {key: value for key, value in shop.items() if value} == {
        "id": "shop",
        "name": "Shop",
        "also_called": '["store", "the place; downtown"]',
        "notes": '\'=HYPERLINK("https://evil.example")\nsecond line',
        "stage": "before; during",
        "channel": "shop",
        "expectations": '[{"text": "Open late", "source": "Survey"}, "Parking"]',
        "value.cost": "Time",
        "value.need": "A fridge",
        "pains": "It is far; It closes early",
        "underused": "true",
        "evidence.source": "Survey",
        "evidence.text": "Too far!",
    }
    assert {key: value for key, value in web.items() if value} == {
        "id": "web",
        "name": "'@web",
        "stage": "before",
        "competitors": "We",
        "metrics": "reach",
    }
    assert made["pieces.csv"][0]["requirements.text_limits"] == '{"front": 40}'


def test_columns_follow_the_fields(project):
    columns = list(exported(project)["touchpoints.csv"][0])
    assert columns[:3] == ["id", "name", "also_called"]
    assert columns.index("stage") < columns.index("channel") < columns.index("pains")


def test_an_edition_leaves_no_trace_of_what_is_above_it(project):
    shop = exported(project, "public")["touchpoints.csv"][0]
    assert {"notes", "evidence.text", "competitors", "value.cost"} & shop.keys() == set()
    assert shop["value.need"] == "A fridge"


def test_an_empty_playbook_has_every_table_with_its_head(project):
    files = export_csv.export(load(project()).playbook)
    assert [file.path for file in files] == [
        "touchpoints.csv",
        "pieces.csv",
        "kits.csv",
        "personas.csv",
        "journeys.csv",
    ]
    assert {file.content for file in files} == {"\ufeffid,name\r\n"}


@pytest.mark.parametrize(
    "cell, written",
    [
        ("=1+1", "'=1+1"),
        ("+353 20", "'+353 20"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\tx", "'\tx"),
        ("\uff1d1", "'\uff1d1"),
        ("'=1", "''=1"),
        ("'t was", "'t was"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell, written):
    assert safe(cell) == written


@given(st.text())
def test_the_apostrophe_can_be_taken_away_again(cell):
    assert bare(safe(cell)) == cell


def test_spanish_spreadsheets_get_semicolons(project):
    files = export_csv.export(load(project(FILES)).playbook, "es")
    assert str(files[1].content).startswith("\ufeffid;name;kind;")

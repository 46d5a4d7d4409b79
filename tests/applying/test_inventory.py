"""The inventory out and in again: what nobody changed stays to the byte, and only that."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.applying import Applied
from playbook.applying.inventory import Target, read_inventory
from playbook.exports import inventory
from playbook.facts import reader
from playbook.i18n import text
from playbook.loader import load
from playbook.loader.files import Files
from playbook.scaffold.columns import number
from playbook.scaffold.fitting import Place
from playbook.sheets import bare, sheet
from playbook.source import read

ROOT = Path(__file__).parents[2]
FILES = {
    "content/touchpoints/shop.yml": """\
        # Our shop.
        name: Shop  # in town
        stage: [before, during]
        channel: shop
        pains:
          - It is far  # said by three
          - {text: It closes early, proposal: Open late}
        expectations: Parking
        summary: |
          Two lines,
          of text.
        """,
    "content/pieces.yml": """\
        card: {name: Card, kind: business-card, touchpoints: shop, due: 2027-01-31}
        # The sign above the door.
        sign:
          name: Sign
          kind: sign
          brand_version: "2.0"
          in_use: {units: 3}
        """,
}


def table(root, lang="en"):
    playbook = load(root).playbook
    (made,) = inventory.export(playbook, lang)
    content = io.StringIO(made.as_bytes().decode("utf-8-sig"))
    rows = csv.DictReader(content, delimiter=";" if lang == "es" else ",")
    return [{column: bare(cell) for column, cell in row.items()} for row in rows]


def apply(root, rows, lang="en"):
    columns = list(dict.fromkeys(column for row in rows for column in row))
    content = sheet(columns, rows, lang).encode()
    place = Place(load(root).playbook, Files(root))
    return read_inventory("t.csv", content, Target(place, reader(root), lang))


def taken(root, rows, lang="en"):
    applied, problems = apply(root, rows, lang)
    assert told(problems) == []
    return applied


def told(problems):
    return [(p.row, p.column, text("en", p.problem.message, p.problem.facts)) for p in problems]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_demo_goes_out_and_in_again_without_a_change(lang):
    assert apply(ROOT, table(ROOT, lang), lang) == (Applied(), ())


def test_pieces_stand_below_their_touchpoint_and_lists_are_one_cell(project):
    rows = table(project(FILES))
    assert [(row["item"], row["id"]) for row in rows] == [
        ("touchpoint", "shop"),
        ("piece", "card"),
        ("piece", "sign"),
    ]
    assert (rows[0]["stage"], rows[0]["status"], rows[1]["status"]) == ("before; during", "active", "missing")


CHANGES = {
    "a text beside a comment": (0, "name", "The shop", "name: Shop  #", "name: The shop  #"),
    "a text for a list of one": (0, "channel", "web", "channel: shop", "channel: web"),
    "a list shortened": (0, "stage", "before", "[before, during]", "[before]"),
    "an entry beside a comment": (
        0,
        "pains",
        '["It is too far", {"text": "It closes early", "proposal": {"proposal": "Open late"}}]',
        "It is far  #",
        "It is too far  #",
    ),
    "a field within the short form of another": (
        0,
        "expectations.source",
        "Survey",
        "expectations: Parking",
        "expectations:\n  text: Parking\n  source: Survey",
    ),
    "a block of text": (0, "summary", "One line.", "  Two lines,\n  of text.\n", "  One line.\n"),
    "a default": (0, "status", "planned", "of text.\n", "of text.\nstatus: planned\n"),
    "a date of another country": (1, "due", "15/02/2027", "2027-01-31", "2027-02-15"),
    "a value taken out": (1, "due", "", ", due: 2027-01-31", ""),
    "a number within": (2, "in_use.units", "4", "units: 3", "units: 4"),
    "thousands, marked": (2, "in_use.units", "3,000", "units: 3", "units: 3000"),
    "millions, marked in Spanish": (2, "in_use.units", "1.200.000", "units: 3", "units: 1200000"),
    "a whole number, told finely": (2, "in_use.units", "4,00", "units: 3", "units: 4"),
    "a version that counts on": (2, "brand_version", "2.00", '"2.0"', '"2.00"'),
}


@pytest.mark.parametrize("case", CHANGES)
def test_a_changed_cell_changes_exactly_that_value(project, case):
    row, column, cell, before, after = CHANGES[case]
    root = project(FILES)
    rows = table(root)
    rows[row][column] = cell
    (change,) = taken(root, rows).changes
    assert change.after.decode() == change.before.decode().replace(before, after)


def test_items_of_one_file_change_each_in_its_own_lines(project):
    root = project(FILES)
    rows = table(root)
    rows[1] |= {"name": "The card", "status": "planned"}
    rows[2]["name"] = "The sign"
    (change,) = taken(root, rows).changes
    wanted = change.before.decode().replace("{name: Card", "{name: The card").replace("Sign", "The sign")
    assert change.after.decode() == wanted.replace("2027-01-31}", "2027-01-31, status: planned}")
    assert change.count == 3


def test_what_a_spreadsheet_does_by_itself_is_no_change(project):
    root = project(FILES)
    rows = table(root)
    rows[1]["due"] = "31/01/2027"
    rows[2] |= {"brand_version": "2", "status": " missing "}
    rows[0]["summary"] = "Two lines,\r\nof text."
    assert taken(root, rows).changes == ()


@pytest.mark.parametrize("cell", ["2.5", "3,0001", "0,500", "1,200.300", "12,34"])
def test_no_part_of_a_thing_is_counted(project, cell):
    root = project(FILES)
    rows = table(root)
    rows[2]["in_use.units"] = cell
    assert [problem[:2] for problem in told(apply(root, rows)[1])] == [(4, "in_use.units")]


@pytest.mark.parametrize(
    "written, read", [("2,500", None), ("-1,250", None), ("2,5", 2.5), ("1250,75", 1250.75), ("0,125", 0.125)]
)
def test_money_is_never_guessed(written, read):
    """Two thousand five hundred, or two and a half?"""
    assert number(written, float) == read


def test_a_row_or_column_that_is_missing_deletes_nothing(project):
    assert taken(project(FILES), [{"item": "piece", "id": "sign", "owner": ""}]).changes == ()


def test_new_rows_are_new_items_and_may_refer_to_each_other(project):
    rows = [
        {"item": "piece", "name": "Roll-up", "kind": "sign", "touchpoints": "fair-stand"},
        {"item": "touchpoint", "name": "Fair stand", "stage": "during"},
    ]
    applied = taken(project(FILES), rows)
    assert {file.path: file.content for file in applied.created} == {
        "content/pieces/roll-up.yml": "name: Roll-up\nkind: sign\ntouchpoints: [fair-stand]\n",
        "content/touchpoints/fair-stand.yml": "name: Fair stand\nstage: [during]\n",
    }


def test_every_mistake_is_told_at_its_row_and_column_and_nothing_is_made(project):
    rows = table(project(FILES))
    rows[0] |= {"stage": "", "kind": "sign", "pains.effect": "blocks"}
    rows[1] |= {"due": "02/01/2027", "touchpoints": "shp"}
    rows[2] |= {"status": "aproved", "name": "Good name"}
    rows += [{"item": "thing", "name": "A"}, {"item": "piece", "id": "card", "name": "Again", "kind": "sign"}]
    applied, problems = apply(project(), rows)
    assert applied == Applied()
    assert told(problems) == [
        (2, "kind", '"kind" is no field of a touchpoint; leave the cell empty'),
        (2, "pains.effect", "pains has several entries; change them in the column pains"),
        (2, "stage", 'the key "stage" is missing'),
        (3, "due", '"02/01/2027" is not a date'),
        (3, "touchpoints", 'unknown touchpoint "shp"; did you mean "shop"?'),
        (4, "status", 'unknown value "aproved" for status; did you mean "approved"?'),
        (5, "item", 'unknown value "thing" for item; expected journey, kit, persona, piece or touchpoint'),
        (6, "id", '2 rows come to the same id "card"'),
    ]


def test_what_the_yaml_says_by_an_alias_is_left_to_people(project):
    root = project({"content/pieces/a.yml": "name: &a A\nkind: sign\nmade_by: *a\n"})
    rows = table(root)
    rows[0]["name"] = "B"
    ((row, column, message),) = told(apply(root, rows)[1])
    assert (row, column) == (2, "name")
    assert "anchor or an alias" in message


def held(content: bytes) -> Any:
    return read("", content).data


words = st.text("aé;,'\"=+-@#:[{\n 7", min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=15)
@given(
    data=st.fixed_dictionaries(
        {"name": words, "kind": st.just("sign")},
        optional={
            "summary": words,
            "tags": st.lists(words, min_size=1, max_size=3) | words,
            "in_use": st.fixed_dictionaries({"units": st.integers(0, 99), "places": st.lists(words)}),
            "approved": words | st.fixed_dictionaries({"by": words, "date": st.just("2026-01-31")}),
        },
    ),
    new=words,
)
def test_whatever_is_written_survives_and_only_the_changed_cell_changes(data, new, tmp_path_factory):
    root = tmp_path_factory.mktemp("any")
    (root / "content").mkdir()
    lines = "".join(f"  {key}: {json.dumps(value)}\n" for key, value in data.items())
    (root / "content/pieces.yml").write_text(f"one:\n{lines}# End.\n")
    rows = table(root)
    assert taken(root, rows).changes == ()
    rows[0]["made_by"] = new
    (change,) = taken(root, rows).changes
    before, after = (held(text)["one"] for text in (change.before, change.after))
    assert after == {**before, "made_by": new.strip()}

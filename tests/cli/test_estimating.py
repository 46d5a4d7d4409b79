"""`brand-playbook estimate`: for people, for programs and for spreadsheets."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner

from playbook.cli import main

FILES = {
    "brand/brand.yml": "name: Faro\nversion: '2.0'\ntagline: We light the way.",
    "brand/colors.yml": "palette: {fig: '#561B3F', sky: '#0000FF'}\nroles: {primary: fig}",
    "content/playbook.yml": "language: en\nowners: {lead: {name: Brand lead}}",
    "content/pieces/all.yml": """
van:
  name: Van
  kind: vehicle
  status: to-update
  owner: lead
  brand_version: "2.0"
  effort: One day per van
  in_use: {units: 26, places: [East, West], unit_cost: {amount: 1180}}
  requirements: {colors: primary}
sign:
  name: "=Sign"
  kind: sign
  status: implemented
  brand_version: "1.0"
  effort: Two days, then a week at the printer
  requirements: {colors: fig}
cover: {name: Cover, kind: social-cover, status: approved, brand_version: "2.0"}
script: {name: Script, kind: phone-script, status: implemented, brand_version: "2.0"}
film: {name: Film, kind: video}
""",
}

TODAY = """\
To make again for version 2.0: 2 pieces, 26 units in use.
Effort: at least 28 days.
Cost of the units: at least €30,680.
1 piece tells more effort in words than could be counted.
1 thing does not say how many are in use, or what one costs.
To do: 2 · Not made yet: 1 · Done: 2

By part of the brand
  Part       Pieces  Units  Effort     Cost
  color:fig       2     26  ≥ 28 days  ≥ €30,680

By kind
  Kind     Pieces  Units  Effort    Cost
  Sign          1         ≥ 2 days
  Vehicle       1     26  26 days   €30,680

By owner
  Owner       Pieces  Units  Effort    Cost
  Nobody           1         ≥ 2 days
  Brand lead       1     26  26 days   €30,680

  Piece  Owner       Made for  Units  Effort    Cost
  van    Brand lead  2.0          26  26 days   €30,680
  sign               1.0              ≥ 2 days
"""


@pytest.fixture
def run(project):
    root = project(FILES)

    def asked(*words):
        done = CliRunner().invoke(main, ["estimate", *words, "--project", str(root), "--no-cache"])
        return done.exit_code, done.output.replace("\N{NO-BREAK SPACE}", " ")

    return asked


def test_what_the_version_of_today_still_takes(run):
    assert run() == (0, TODAY)


def test_a_planned_change(run):
    code, said = run("--change", "tagline, color:primary", "--change", "color:fig")
    assert code == 0
    assert said.startswith(
        "A change of tagline, color:primary, color:fig means making again: 3 pieces, 26 units in use.\n"
        "Effort: at least 28 days.\nCost of the units: at least €30,680.\n"
        "1 piece says no effort that can be counted.\n"
    )
    assert "may be concerned too: script.\n" in said
    assert "\n  tagline         1\n" in said
    assert run("--change", "color:sky")[1].startswith("Nothing in use carries color:sky.")
    assert run("--change", "tagline", "--lang", "es")[1].startswith(
        "Cambiar tagline supone rehacer: 1 pieza, 0 unidades en uso.\nEsfuerzo: no se conoce.\n"
    )


def test_a_part_that_is_none_is_told_with_the_nearest(run):
    assert run("--change", "logo,colour:fig") == (
        2,
        'Error: No brand here has a part "logo". There are, for example, name, tagline or color:primary.\n',
    )
    code, said = run("--change", "color:figg")
    assert (code, 'did you mean "color:fig"?' in said) == (2, True)


def test_for_programs_amounts_are_exact_and_nothing_unknown_is_zero(run):
    code, said = run("--format", "json")
    told = json.loads(said)
    assert (code, told["version"], told["change"]) == (0, "2.0", [])
    assert told["states"] == {"todo": 2, "unsaid": 0, "unmade": 1, "done": 2}
    assert told["total"] == {
        "pieces": 2,
        "units": 26,
        "hours": 224.0,
        "pieces_without_effort": 0,
        "pieces_with_more_effort": 1,
        "cost": {"EUR": "30680"},
        "things_without_cost": 1,
    }
    assert told["by_kind"].keys() == {"vehicle", "sign"}
    sign = told["pieces"][1]
    assert (sign["id"], sign["units"], sign["cost"], sign["effort_complete"]) == ("sign", None, None, False)


def test_for_spreadsheets_a_row_for_each_piece_and_no_formula(run):
    code, said = run("--format", "csv")
    rows = list(csv.DictReader(io.StringIO(said.removeprefix("\ufeff"))))
    assert code == 0
    assert [(row["id"], row["name"], row["hours"], row["cost"]) for row in rows] == [
        ("van", "Van", "208.0", "30680"),
        ("sign", "'=Sign", "16.0", ""),
    ]
    assert rows[0]["places"] == "East; West"

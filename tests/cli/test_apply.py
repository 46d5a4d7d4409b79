"""`apply`: a filled-in checklist goes into the project, keeping what people wrote around it."""

from __future__ import annotations

import re
import time

import pytest
import yaml
from click.testing import CliRunner, Result

import playbook
from playbook.applying.reading import read_ticked
from playbook.cli import main
from playbook.source import read
from playbook.usual import had
from tests.building import ROOT

WEB = "# Since 2019.\nname: Web # the shop\nstage: [decision]\n\nstatus: planned  # soon\nowner: web-lead\n"
MANY = (
    "# All of them.\nflyer: {name: Flyer, kind: other, touchpoints: web, status: missing}\n\n"
    "# The next one.\ncard:\n  name: Card\n  kind: business-card # 85 x 55\n  touchpoints: [web]\n"
    "  status: implemented\n\ntape: # sticky\n  name: Tape\n  kind: packaging\n  touchpoints: [web]\n"
)
SETTINGS = (
    "# Ours.\nlanguage: en\nowners:\n  web-lead: Web Lead\n\nconclusions: |-\n  **2025.** All is well.\n\n"
    "goals:\n  # A goal without a date is a wish.\n  - goal: Sleep.\n    due: 2027-01-01\n"
    "serves: [customer]\n"
)
FILES = {
    "content/touchpoints/web.yml": WEB,
    "content/touchpoints/shop.yml": "name: Shop\nstage: decision\n",
    "content/touchpoints/gone.yml": "name: Gone\nstage: decision\nstatus: retired\n",
    "content/pieces/all.yml": MANY,
    "content/playbook.yml": SETTINGS,
}
TICKED = """
    brand: Example
    date: 2026-11-22
    touchpoints: {web: have, shop: needs-work}
    pieces: {flyer: have, card: needs-work, tape: missing}
    catalog:
      broadcast: have
      thank-you:
        tick: needs-work
        pieces: {thank-you-card: have}
    conclusions: |
      The **web** is good.
    goals:
      - goal: Be on the radio.
        owner: web-lead
        due: 2027-02-01
      - Sleep.
    review: 2027-04-12
    """


@pytest.fixture
def root(project):
    return project(FILES)


@pytest.fixture
def apply(root, project, monkeypatch):
    """`apply(text, *options)` writes a checklist and applies it."""
    monkeypatch.chdir(root)

    def run(text: str | bytes = TICKED, *more: str) -> Result:
        project({"../ticked.yml": text})
        asked = ["apply", "../ticked.yml", "--project", str(root), *more]
        return CliRunner().invoke(main, asked, env={"LANG": "en", "NO_COLOR": "1"})

    return run


def tree(root):
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_what_was_ticked_is_merged_and_nothing_else_changes(apply, root):
    before = tree(root)
    result = apply()
    assert result.exit_code == 0, result.output
    after = tree(root)
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {
        "content/touchpoints/web.yml",
        "content/touchpoints/shop.yml",
        "content/pieces/all.yml",
        "content/playbook.yml",
    }
    assert after["content/touchpoints/web.yml"].decode() == WEB.replace("status: planned", "status: active")
    assert after["content/touchpoints/shop.yml"].decode().endswith("stage: decision\nunderused: true\n")
    said = after["content/pieces/all.yml"].decode()
    assert said == MANY.replace("status: missing}", "status: implemented}").replace(
        "status: implemented\n\n", "status: to-update\n\n"
    )
    settings = after["content/playbook.yml"].decode()
    assert settings == SETTINGS.replace(
        "well.\n", "well.\n\n  **22 November 2026**\n\n  The **web** is good.\n"
    ).replace(
        "    due: 2027-01-01\n",
        "    due: 2027-01-01\n  - goal: Be on the radio.\n    due: 2027-02-01\n    owner: web-lead\n"
        "  - goal: Go through the checklist again on 12 April 2027.\n    due: 2027-04-12\n",
    )


def test_what_the_catalog_has_gets_files_of_its_own(apply, root):
    apply()
    loaded = playbook.load(root)
    assert loaded.diagnostics == ()
    made = loaded.playbook
    [(radio,), (thanks,)] = (had(made)[entry] for entry in ("broadcast", "thank-you"))
    radio_is, thanks_is = made.touchpoints[radio], made.touchpoints[thanks]
    assert (radio_is.status, radio_is.underused) == ("active", False)
    assert (thanks_is.status, thanks_is.underused) == ("active", True)
    assert {p.kind: p.status for p in made.pieces_of[thanks]} == {"thank-you-card": "implemented"}
    assert {p.status for p in made.pieces_of[radio]} == {"missing"}
    assert "# " in (root / f"content/touchpoints/{radio}.yml").read_text(encoding="utf-8")


def test_applied_twice_it_changes_nothing(apply, root):
    apply()
    before = tree(root)
    again = apply()
    assert (again.exit_code, tree(root)) == (0, before)
    assert again.output == "Everything in ticked.yml is so already; nothing was changed.\n"


def test_what_was_done_is_listed(apply):
    said = apply(TICKED, "--lang", "en").output.splitlines()
    assert said[:3] == [
        "content/touchpoints/web.yml: Web: status is active",
        "content/touchpoints/shop.yml: Shop: underused is true",
        "content/pieces/all.yml: Flyer: status is implemented",
    ]
    assert "content/playbook.yml: conclusions added" in said
    assert "content/playbook.yml: to goals: Be on the radio." in said
    assert any(line.endswith("content/touchpoints/television-and-radio.yml") for line in said)
    assert said[-1].startswith("4 files changed, ")


def test_a_dry_run_shows_the_diff_and_writes_nothing(apply, root):
    before = tree(root)
    result = apply(TICKED, "--dry-run")
    assert tree(root) == before
    assert "-status: planned  # soon\n+status: active  # soon\n" in result.output
    assert "+++ b/content/touchpoints/television-and-radio.yml" in result.output
    assert "Nothing was written: this was --dry-run." in result.output


WRONG = """
    touchpoints:
      webb: have
      shop: yes
      gone: have
    pieces: {flyer: needswork}
    catalog: {broadcasts: have, broadcast: missing, thank-you: {tick: have, pieces: {quote: have, ../y: no}}}
    goals:
      - {goal: Sleep more., due: soon, owner: web-led}
    colour: red
    """


def test_every_mistake_is_told_at_its_place_and_nothing_is_written(apply, root):
    before = tree(root)
    result = apply(WRONG)
    assert (result.exit_code, tree(root)) == (1, before)
    places = dict(re.findall(r"^  (\d+:\d+) error (.*)", result.output, re.MULTILINE))
    assert [place for place in places if not place.startswith("6:")] == [
        *("2:3", "3:9", "4:3", "5:17"),
        *("8:30", "8:43", "9:1"),
    ]
    told = [message for place, message in places.items() if place.startswith("6:")]
    assert all(map(str.__contains__, told, ("broadcast", "missing", "quote", "../y", '"no"')))
    assert 'did you mean "web"?' in places["2:3"]
    assert '"gone" is retired' in places["4:3"]
    assert 'did you mean "broadcast"?' in told[0]
    assert "Nothing was written." in result.output


@pytest.mark.parametrize(
    "text, said",
    [
        ("", "this is no checklist"),
        ("- have\n", "this is no checklist"),
        (b"\xff\xfe\x00", "UTF-16"),
        ("pieces: {flyer: have\n", "ticked.yml"),
        ("touchpoints: &a {web: have}\npieces: *a\n", "unknown piece"),
        ("touchpoints: {../../x: have}\n", "unknown touchpoint"),
        ("touchpoints:\n" + "".join(f"  t{n}: have\n" for n in range(2000)), "more than there is to tick"),
        ("goals: [" + "a, " * 101 + "b]\n", "goals"),
        ("conclusions: " + "x" * 2**21 + "\n", "larger than 2 MB"),
    ],
    ids=["empty", "list", "utf-16", "unclosed", "alias", "path", "many", "goals", "large"],
)
def test_a_strangers_file_is_refused_in_a_sentence(apply, text, said, root):
    before = tree(root)
    result = apply(text)
    assert result.exit_code in (1, 2), result.output
    assert (said in result.output, tree(root)) == (True, before), result.output


def test_a_value_that_other_places_share_is_left_alone(apply, project):
    project({"content/touchpoints/web.yml": "name: Web\nstage: decision\nstatus: &s planned\n"})
    result = apply("touchpoints: {web: have}\n")
    assert result.exit_code == 1
    assert "content/touchpoints/web.yml" in result.output


@pytest.mark.parametrize("settings", [None, ""], ids=["none", "empty"])
def test_settings_that_are_not_there_are_made(apply, project, root, settings):
    project(
        {
            "content/playbook.yml": settings,
            "content/touchpoints/web.yml": WEB.replace("owner: web-lead\n", ""),
        }
    )
    assert apply("goals: [Rest.]\nconclusions: Good.\n").exit_code == 0
    assert yaml.safe_load((root / "content/playbook.yml").read_text(encoding="utf-8")) == {
        "conclusions": "Good.",
        "goals": [{"goal": "Rest."}],
    }
    assert playbook.load(root).diagnostics == ()


def test_the_example_of_the_documentation_could_be_applied():
    text = (ROOT / "docs/checklist.md").read_text(encoding="utf-8")
    [example] = re.findall(r"^```yaml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    ticked, problems = read_ticked(read("uploads/x.yml", example.encode()), playbook.load(ROOT).playbook)
    assert problems == ()
    assert ticked
    assert ticked.catalog["chat"].pieces == {"chat-script": "have"}


def test_a_file_of_thousands_of_items_takes_one_look_at_each(apply, project, root):
    names = [f"t{n}" for n in range(1000)]
    before = "".join(f"{name}:\n  name: {name} # Food & drink\n  stage: decision\n" for name in names)
    project({"content/touchpoints/web.yml": None, "content/touchpoints/all.yml": before})
    begun = time.process_time()
    result = apply("touchpoints:\n" + "".join(f"  {name}: needs-work\n" for name in names))
    assert result.exit_code == 0, result.output
    assert time.process_time() - begun < 20  # reading the whole file for each would take many minutes
    after = (root / "content/touchpoints/all.yml").read_text(encoding="utf-8")
    assert after == before.replace("stage: decision\n", "stage: decision\n  underused: true\n")

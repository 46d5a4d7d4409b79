"""A check that nothing has changed for gives what it gave; whatever is changed is seen."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path

import pytest

import playbook
import playbook.remembered
from playbook.cli.project import FOLDERS, checked
from playbook.diagnostics import Diagnostic, Fact, Location, Problem, Severity
from playbook.remembered import Checked, remembered
from playbook.store import Memory, of_project
from tests.building import ROOT
from tests.conftest import write_tree

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9" fill="{}"/></svg>'
BADGE = """
texts: {en: {name: Badge}, es: {name: Placa}}
group: print
format: [TXT]
outputs: [{template: badge.txt, texts: {en: Text, es: Texto}}]
"""
PROJECT = {
    "brand/colors.yml": 'palette: {ink: "#1E1119", fig: "#561B3F"}\nroles: {primary: fig, text: ink}\n',
    "brand/logo.yml": "variants: {main: {file: logo.svg, alt: The logo}, old: {file: .old/logo.svg}}\n",
    "brand/logo.svg": SVG.format("#561B3F"),
    "brand/.old/logo.svg": SVG.format("#561B3F"),
    "brand/kids/brand.yml": "name: Kids\n",
    "brand/voice.yml": "styles: [.vale/Plain]\n",
    "brand/.vale/Plain/Cheap.yml": "extends: existence\nmessage: No '%s'\ntokens: [cheap]\n",
    "brand/kinds/badge/kind.yml": BADGE,
    "brand/kinds/badge/badge.txt": "A badge\n",
    "content/playbook.yml": "language: en\nowners: {lead: Lead}\n",
    "content/touchpoints/web.yml": "name: Web\nstage: decision\nowner: lead\nneeds_pieces: false\n",
    "content/pieces/quote.yml": """
        name: Quote
        kind: quote
        touchpoints: web
        owner: lead
        status: implemented
        files: [quote.pdf, assets/plan.png, plans/here.pdf]
        """,
    "content/quote.pdf": "%PDF-1.4",
    "content/index.md": "# Home\n\nA home. See [[touchpoint:web]].\n",
    "assets/plan.png": "no picture",
}
DAY = date(2026, 11, 22)
ASKED = {"today": None, "no_cache": False, "watch": False}
CHANGES: dict[str, dict[str, str | bytes | None]] = {
    "a value": {"content/touchpoints/web.yml": "name: Web\nstage: decisoin\nowner: lead\n"},
    "a new item": {"content/touchpoints/phone.yml": "name: Phone\nstage: decision\n"},
    "an item less": {"content/touchpoints/web.yml": None},
    "a setting": {"content/playbook.yml": "language: es\n"},
    "a waiver": {"content/playbook.yml": "waivers: [{rule: contrast-text, reason: So, expires: 2030-01-01}]"},
    "a page": {"content/index.md": "# Home\n\nSee [[touchpoint:wap]].\n"},
    "a color": {"brand/colors.yml": 'palette: {ink: "#1E1119"}\nroles: {primary: fig, text: ink}\n'},
    "a logo": {"brand/logo.svg": "no picture"},
    "a hidden logo": {"brand/.old/logo.svg": "no picture"},
    "a hidden rule": {"brand/.vale/Plain/Cheap.yml": "extends: existence\nmessage: x\ntokens: [home]\n"},
    "a hidden rule more": {"brand/.vale/Plain/New.yml": "extends: existence\nmessage: x\ntokens: [home]\n"},
    "a logo less": {"brand/logo.svg": None},
    "a sub-brand": {"brand/kids/brand.yml": "name: Kids\nslogan: Play\n"},
    "a kind": {"brand/kinds/badge/kind.yml": BADGE.replace("group", "gruop")},
    "a template": {"brand/kinds/badge/badge.txt": "A badge for {{ nobody }}\n"},
    "a file beside the folders": {"assets/plan.png": None},
    "a file that was missing": {"plans/here.pdf": "%PDF-1.4"},
    "a file like a missing one": {"plans/her.pdf": "%PDF-1.4"},
}


@pytest.fixture(autouse=True)
def settled(monkeypatch):
    """The files of these tests are young: their times count as old ones do."""
    monkeypatch.setattr(playbook.remembered, "_SLACK", -60.0)


def check(root, day=DAY):
    return remembered(of_project(root), root, FOLDERS, day, lambda: anew(root, day))


def anew(root, day=DAY):
    loaded = playbook.load(root)
    return Checked(playbook.check(loaded, day), loaded.playbook.settings.language, loaded.sought)


def refuse():
    raise AssertionError("this was to be remembered")


def recalled(root, store=None, day=DAY):
    return remembered(store or of_project(root), root, FOLDERS, day, refuse)


def told(seen):
    return seen.found, seen.language


@pytest.mark.parametrize("told_by_disk", [True, False])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_kind_of_change_is_seen_and_no_change_is_remembered(project, monkeypatch, change, told_by_disk):
    monkeypatch.setattr(playbook.remembered, "_TOLD_BY_DISK", told_by_disk)
    root = project(PROJECT)
    before = check(root)
    assert told(recalled(root)) == told(before) == told(anew(root))
    keep_times(root, change)
    after = check(root)
    assert told(after) == told(anew(root)) != told(before)


@pytest.mark.skipif(os.name != "posix", reason="the disk does not tell when a file was touched")
@pytest.mark.parametrize("slack, read", [(-60.0, 0), (60.0, 1)])
def test_files_are_read_again_only_if_they_may_have_been_touched_since(project, monkeypatch, slack, read):
    root, times = project(PROJECT), []
    real = playbook.remembered._contents

    def counted(stamps):
        times.append(len(stamps))
        return real(stamps)

    monkeypatch.setattr(playbook.remembered, "_contents", counted)
    store, _ = entry(root)
    times.clear()
    monkeypatch.setattr(playbook.remembered, "_SLACK", slack)
    recalled(root, store)
    assert len([count for count in times if count > 1]) == read


def keep_times(root, change):
    """Write files so that their times do not give the change away."""
    seen = {path: path.stat() for path in root.rglob("*") if path.is_file()}
    write_tree(root, change)
    for path, was in seen.items():
        if path.exists():
            os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def test_another_day_and_another_place_are_looked_at_anew(project, tmp_path):
    root = project(PROJECT)
    late = "name: Phone\nstage: decision\nimprovements: [{proposal: Grow, due: 2026-11-30}]\n"
    write_tree(root, {"content/touchpoints/phone.yml": late})
    early, later = check(root), check(root, date(2026, 12, 1))
    assert [one.rule for one in later.found if one not in early.found] == ["overdue"]
    moved = root.rename(tmp_path / "elsewhere")
    with pytest.raises(AssertionError, match="remembered"):
        recalled(moved, day=date(2026, 12, 1))


def test_a_file_that_changes_during_a_check_keeps_it_from_being_remembered(project):
    root, store = project(PROJECT), Memory()

    def hurried():
        seen = anew(root)
        write_tree(root, CHANGES["a value"])
        return seen

    remembered(store, root, FOLDERS, DAY, hurried)
    write_tree(root, {"content/touchpoints/web.yml": PROJECT["content/touchpoints/web.yml"]})
    with pytest.raises(AssertionError, match="remembered"):
        recalled(root, store)


@pytest.mark.parametrize("during", [True, False], ids=["during", "before"])
@pytest.mark.parametrize(
    "change", ["a file beside the folders", "a file that was missing", "a hidden logo", "a hidden rule more"]
)
def test_a_file_elsewhere_that_changes_during_a_check_keeps_it_from_being_remembered(
    project, monkeypatch, change, during
):
    root, store = project(PROJECT), Memory()
    monkeypatch.setattr(playbook.remembered, "_SLACK", 0.02)
    write_tree(root, {} if during else CHANGES[change])
    time.sleep(0.2)

    def hurried():
        seen = anew(root)
        write_tree(root, CHANGES[change] if during else {})
        return seen

    remembered(store, root, FOLDERS, DAY, hurried)
    assert (store.get("check") is None) == during


def test_a_path_that_is_none_is_remembered_as_such(project):
    store = Memory()
    seen = Checked((), "en", ("a\0b", "round", "\ud800"))
    root = project(PROJECT)
    (root / "round").symlink_to("round")
    remembered(store, root, FOLDERS, DAY, lambda: seen)
    assert recalled(root, store) == seen


def test_what_links_lead_to_is_told_too(project, tmp_path):
    root = project(PROJECT | {"brand/logo.svg": None, "content/shared/logo.svg": SVG.format("#561B3F")})
    (root / "brand/logo.svg").symlink_to("../content/shared/logo.svg")
    before = check(root)
    assert told(recalled(root)) == told(before)
    write_tree(root, {"content/shared/logo.svg": "no picture"})
    assert told(check(root)) == told(anew(root)) != told(before)
    (tmp_path / "web.svg").write_text(SVG.format("#561B3F"), encoding="utf-8")
    (root / "brand/logo.svg").unlink()
    (root / "brand/logo.svg").symlink_to(tmp_path / "web.svg")
    assert told(check(root)) == told(anew(root))


@pytest.mark.parametrize("where", ["content/touchpoints", "content", "brand/kinds"])
def test_a_project_with_linked_folders_is_never_remembered(project, tmp_path, where):
    root = project(PROJECT)
    (root / where).rename(tmp_path / "away")
    (root / where).symlink_to(tmp_path / "away")
    check(root)
    with pytest.raises(AssertionError, match="remembered"):
        recalled(root)


def entry(root):
    store = Memory()
    remembered(store, root, FOLDERS, DAY, lambda: anew(root))
    return store, json.loads(store.get("check") or b"")


PLACE = ["content/a.yml", 1, 1, 0, 0, 0, "", []]
PLACES = {
    "no file": [[]],
    "a place of words": [["content/a.yml", "1", 1, 0, 0, 0, "", []]],
    "an area of words": [[*PLACE[:-1], [[1, ["left", 0, 0, 0]]]]],
    "an area too small": [[*PLACE[:-1], [[1, [0, 0]]]]],
    "a place too short": [["content/a.yml", 1]],
}
FORGED = {
    "nothing": {},
    "no text": [],
    "other findings": {"found": "all is well"},
    "a finding too short": {"found": [["contrast-text"]]},
    "a severity of its own": {"found": [["a", "fatal", False, None, "a", "", {}, [PLACE]]]},
    "facts that are none": {"found": [["a", "error", False, None, "a", "", {"a": [1]}, [PLACE]]]},
    "a language of numbers": {"language": 7},
    "paths of numbers": {"sought": [7]},
    "other contents": {"contents": ["all", "is", "well"]},
    **{name: {"found": [["a", "error", False, None, "a", "", {}, place]]} for name, place in PLACES.items()},
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_an_entry_that_holds_something_else_is_not_there(project, forged):
    root = project(PROJECT)
    store, said = entry(root)
    store.put("check", json.dumps(said).encode())
    assert recalled(root, store).found
    store.put("check", json.dumps(said | forged if forged else forged).encode())
    with pytest.raises(AssertionError, match="remembered"):
        recalled(root, store)


def test_all_that_a_finding_says_is_remembered(project):
    root, store = project(PROJECT), Memory()
    place = Location(
        "content/a.pdf", 1, 2, 1, 9, 3, "@page", ((3, (0.0, 0.25, 0.5, 1.0)), (0, (0.0, 0.0, 0.0, 0.0)))
    )
    facts: dict[str, Fact] = {"words": ("a", "b"), "count": 3, "share": 0.5, "name": "x"}
    problem = Problem("a.b", place, facts, "a.hint", (Location("content/b.yml"),), Severity.INFO)
    found = (
        Diagnostic("a", Severity.INFO, problem, dated=True),
        Diagnostic("b", Severity.ERROR, Problem("c", place)),
    )
    remembered(store, root, FOLDERS, DAY, lambda: Checked(found, "es", ()))
    assert recalled(root, store) == Checked(found, "es", ())


def test_no_cache_neither_asks_nor_keeps(project):
    root = project(PROJECT)
    load = partial(playbook.load, root)
    checked(root, {**ASKED, "no_cache": True}, load)
    assert not (root / ".cache").exists()
    checked(root, ASKED, load)
    assert (root / ".cache").exists()


def test_what_is_remembered_is_told_without_what_reads_a_project(project):
    root = project(PROJECT)
    check(root)
    code = (
        "import sys; from playbook.cli import main\n"
        f"words = ['check', '--project', {str(root)!r}, '--today', '{DAY}', '--fail-on', 'never']\n"
        "main(words, standalone_mode=False)\n"
        "print(sorted({'pydantic', 'playbook.loader', 'coloraide', 'markdown'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    *found, imported = done.stdout.splitlines()
    assert imported == "[]"
    assert any("warning" in line for line in found)


@pytest.mark.parametrize("watch", [True, False])
def test_a_large_project_is_left_to_the_end_of_the_process_unless_there_are_more_looks(
    project, monkeypatch, watch
):
    monkeypatch.setattr("playbook.cli.project._MANY", 3)
    root = project(PROJECT)
    frozen = gc.get_freeze_count()
    try:
        checked(root, {**ASKED, "watch": watch}, partial(playbook.load, root))
        assert (gc.get_freeze_count() > frozen) is not watch
    finally:
        gc.unfreeze()


LISTENING: list[list[object]] = []
sys.addaudithook(
    lambda event, given: LISTENING[0].append(given[0]) if event == "open" and LISTENING else None
)


def test_whatever_a_check_reads_is_known():
    opened: list[object] = []
    LISTENING.append(opened)
    seen = anew(ROOT)
    LISTENING.clear()
    paths = [Path(path).resolve() for path in opened if isinstance(path, str)]
    inside = {path.relative_to(ROOT) for path in paths if path.is_relative_to(ROOT)}
    read = {path for path in inside if path.parts[0] not in ("playbook", "tests")}
    assert Path("brand/brand.yml") in read
    told_by_name = {path for path in read if path.parts[0] not in FOLDERS or "/." in f"/{path}"}
    assert told_by_name <= {Path(path) for path in seen.sought}

"""`check --baseline`: an old brand is adopted, and only what is new is told."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from playbook.cli import main

FILES = {
    "content/touchpoints/web.yml": "name: Web\nstage: decision\n",
    "content/touchpoints/shop.yml": "name: Shop\nstage: decision\n",
}


@pytest.fixture
def check(project):
    root = project(FILES)

    def run(*more):
        asked = ["check", "--project", str(root), "--fail-on", "warning", *map(str, more)]
        return CliRunner().invoke(main, asked, env={"LANG": "en", "NO_COLOR": "1"})

    return run


def test_what_is_known_is_told_no_more_and_what_is_new_is(check, project, tmp_path):
    kept = tmp_path / "known.json"
    assert check().exit_code == 1
    written = check("--write-baseline", kept)
    assert written.exit_code == 0
    assert written.output.endswith(f"kept as known in {kept}. `check --baseline {kept}` tells what is new.\n")
    after = check("--baseline", kept)
    assert (after.exit_code, after.stdout) == (0, "No findings.\n")
    many = len(json.loads(kept.read_text()))
    assert after.stderr == f"Known from {kept} and left out: {many}.\n"
    project({"content/touchpoints/fair.yml": "name: Fair\nstage: decision\n"})
    new = check("--baseline", kept)
    assert new.exit_code == 1
    assert "fair.yml" in new.output
    assert "web.yml" not in new.output
    project({"content/touchpoints/web.yml": "name: Web\nstage: decision\nneeds_pieces: false\n"})
    less = check("--baseline", kept)
    told = f"left out: {many - 1}. No more there: 1; --write-baseline {kept} takes them out.\n"
    assert less.stderr.endswith(told)
    assert check("--baseline", kept, "--format", "json").stderr == ""


@pytest.mark.parametrize(
    "touchpoints, said",
    [
        (1, "Guardado en {} como ya conocido: 1 hallazgo."),
        (2, "Guardado en {} como ya conocido: 2 hallazgos."),
    ],
)
def test_findings_agree_with_their_number_in_spanish(project, tmp_path, touchpoints, said):
    files = {f"content/touchpoints/{n}.yml": "name: Web\nstage: decision\n" for n in "ab"[:touchpoints]}
    quiet = "severities: {touchpoint-pieces: 'off', stage-empty: 'off'}"
    root, kept = project({**files, "content/playbook.yml": quiet}), tmp_path / "known.json"
    asked = ["check", "--project", str(root), "--lang", "es", "--write-baseline", str(kept)]
    assert said.format(kept) in CliRunner().invoke(main, asked).output


def test_lines_may_move(check, project, tmp_path):
    kept = tmp_path / "known.json"
    check("--write-baseline", kept)
    project({"content/touchpoints/web.yml": "# A line more\nname: Web\nstage: decision\n"})
    assert check("--baseline", kept).exit_code == 0


def test_the_file_can_be_read_by_people(check, tmp_path):
    kept = tmp_path / "known.json"
    check("--write-baseline", kept)
    entries = json.loads(kept.read_text())
    assert len(kept.read_text().splitlines()) == len(entries) + 2
    assert {"rule": "touchpoint-owner", "path": "content/touchpoints/web.yml"}.items() <= entries[-2].items()


@pytest.mark.parametrize(
    "content, told",
    [
        (None, "There is no baseline"),
        ("", "is no baseline"),
        ("[1]", "is no baseline"),
        ('[{"rule": "x"}]', "is no baseline"),
        ("[" * 100_000, "is no baseline"),
    ],
)
def test_what_is_no_baseline(check, tmp_path, content, told):
    kept = tmp_path / "known.json"
    if content is not None:
        kept.write_text(content)
    result = check("--baseline", kept)
    assert result.exit_code == 2
    assert told in result.output


@pytest.mark.parametrize("content", ["name: Precious\n", "", "[1]"])
def test_nothing_else_is_written_over(check, tmp_path, content):
    kept = tmp_path / "brand.yml"
    kept.write_text(content)
    result = check("--write-baseline", kept)
    assert result.exit_code == 2
    assert "it stays as it is" in result.output
    assert kept.read_text() == content


def test_a_baseline_can_be_written_anew(check, project, tmp_path):
    kept = tmp_path / "known.json"
    check("--write-baseline", kept)
    project({"content/touchpoints/fair.yml": "name: Fair\nstage: decision\n"})
    assert check("--write-baseline", kept).exit_code == 0
    assert check("--baseline", kept).exit_code == 0

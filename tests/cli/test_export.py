"""`brand-playbook export`, as a person calls it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from playbook.cli import main
from playbook.exports import EXPORTS

FILES = {
    "brand/colors.yml": "palette: {fig: '#561B3F'}",
    "brand/logo.yml": "variants: {main: logo/main.svg}",
    "brand/logo/main.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "content/touchpoints/shop.yml": (
        "name: Shop\nstage: before\nimprovements: [{proposal: Paint it, due: 2026-01-31}]"
    ),
    "content/touchpoints/plan.yml": "name: Plan\nstage: before\nvisibility: internal",
}


def run(root, *args):
    return CliRunner().invoke(main, ["export", *args, "--project", str(root), "--lang", "en"])


def tree(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    "kind, output, written",
    [
        ("css", "out", ["out/tokens.css"]),
        ("css", "out/brand.css", ["out/brand.css"]),
        ("css", "v1.2/", ["v1.2/tokens.css"]),
        ("scss", "a/b/_brand.scss", ["a/b/_brand.scss"]),
        ("dtcg", "tokens.json", ["tokens.json"]),
        ("ase", "swatches/", ["swatches/palette.ase"]),
        ("gpl", "ours.gpl", ["ours.gpl"]),
        ("json", ".", ["playbook.json"]),
        ("brand-yml", "quarto", ["quarto/_brand.yml", "quarto/logo/main.svg"]),
        ("brand-yml", "quarto/brand.yml", ["quarto/brand.yml", "quarto/logo/main.svg"]),
        ("csv", "tables", ["tables/touchpoints.csv"]),
        ("plan", "todo", ["todo/plan.csv", "todo/plan.ics"]),
        ("plan", "todo.ics", ["todo.ics"]),
        ("plan", "todo.CSV", ["todo.CSV"]),
    ],
)
def test_where_files_go(project, tmp_path, monkeypatch, *, kind, output, written):
    root = project(FILES)
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.chdir(place)
    done = run(root, kind, "-o", output)
    assert (done.exit_code, done.stderr) == (0, "")
    files = "1 file" if len(written) == 1 else f"{len(written)} files"
    assert done.stdout == f"{files} written to {output}\n"
    assert tree(place) == written


def test_a_plan_has_two_forms_and_says_so(project, tmp_path):
    done = run(project(FILES), "plan", "-o", str(tmp_path / "plan.pdf"))
    assert done.exit_code == 2
    asked = "plan is no .pdf file. Name one that ends in .ics or .csv, or a folder, with -o.\n"
    assert done.stderr.endswith(asked)


def test_a_plan_can_be_the_same_tomorrow(project, tmp_path):
    root, file = project(FILES), tmp_path / "plan.ics"
    assert run(root, "plan", "-o", str(file), "--today", "2026-02-01").exit_code == 0
    assert "DTSTAMP:20260201T000000Z\r\nDTSTART;VALUE=DATE:20260131\r\n" in file.read_bytes().decode()


def test_an_earlier_export_is_renewed(project, tmp_path):
    root, target = project(FILES), tmp_path / "tokens"
    target.write_text("old", encoding="utf-8")
    assert run(root, "css", "-o", str(target)).exit_code == 0
    assert "--color-fig" in target.read_text(encoding="utf-8")


def test_an_edition_holds_back_what_is_above_it(project, tmp_path):
    root = project(FILES)
    run(root, "csv", "-o", str(tmp_path / "all"))
    run(root, "csv", "-o", str(tmp_path / "some"), "--edition", "public")
    assert "Plan" in (tmp_path / "all/touchpoints.csv").read_text(encoding="utf-8")
    assert "Plan" not in (tmp_path / "some/touchpoints.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "kind, output",
    [
        ("css", "brand"),
        ("brand-yml", "brand/"),
        ("css", "content/new/x.css"),
        ("css", "../project/brand/colors.yml"),
        ("markdown", "."),
        ("css", "link/x.css"),
        ("css", "alias.css"),
    ],
)
def test_sources_are_left_alone(project, monkeypatch, kind, output):
    root = project(FILES)
    (root / "link").symlink_to(root / "content")
    (root / "alias.css").symlink_to(root / "brand/colors.yml")
    before = {path: (root / path).read_bytes() for path in tree(root)}
    monkeypatch.chdir(root)
    done = run(root, kind, "-o", output)
    assert done.exit_code == 2
    assert "belongs to the project's sources" in done.stderr
    assert {path: (root / path).read_bytes() for path in tree(root)} == before


def test_tables_need_a_folder(project, tmp_path):
    (tmp_path / "x.csv").write_text("", encoding="utf-8")
    done = run(project(FILES), "csv", "-o", str(tmp_path / "x.csv"))
    assert done.exit_code == 2
    assert "x.csv is a file; csv fills a folder. Name a folder with -o." in done.stderr


def test_what_cannot_be_written_is_told(project, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run(project(FILES), "css", "-o", str(tmp_path / "file/below/x.css"))
    assert done.exit_code == 2
    assert "cannot be written: Not a directory" in done.stderr


def test_mistakes_in_the_project_are_told_and_stop_nothing(project, tmp_path):
    root = project({**FILES, "brand/colors.yml": "palette: {fig: nocolor, tide: blue}"})
    done = run(root, "css", "-o", str(tmp_path / "x.css"))
    assert done.exit_code == 0
    assert (
        done.stderr
        == "1 error in the project: what is spoiled by that is missing. Run brand-playbook check for more.\n"
    )
    assert "--color-tide" in (tmp_path / "x.css").read_text(encoding="utf-8")


def test_an_unknown_format_is_answered_with_the_known_ones(project, tmp_path):
    done = run(project(FILES), "sketch", "-o", str(tmp_path))
    assert done.exit_code == 2
    assert "'dtcg'" in done.stderr


def test_help_tells_every_format():
    told = CliRunner().invoke(main, ["export", "--help"]).stdout
    assert [name for name in EXPORTS if f"\n  {name} " not in told] == []

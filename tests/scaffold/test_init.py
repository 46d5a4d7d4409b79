from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import playbook
from playbook.artifact import Artifact
from playbook.catalog import sectors
from playbook.cli import main
from playbook.diagnostics import PlaybookError
from playbook.i18n import text
from playbook.scaffold.given import read_given
from playbook.scaffold.starter import find_sector, starter
from playbook.scaffold.writing import write

SECTORS = tuple(sectors())
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#0044aa" d="M0 0h9v9z"/></svg>'
DAY = date(2027, 6, 1)

BRAND_YML = """\
meta:
  name: {full: Acme Corporation, short: Acme}
  link: https://acme.example
logo:
  images:
    wide: {path: logos/wide.svg, alt: Acme}
    night: {path: logos/night.svg, alt: Acme}
  medium: {light: wide, dark: night}
color:
  palette: {blue: "#0044AA", snow: "#FFFFFF"}
  primary: blue
"""


def findings(root: Path, lang: str = "en") -> list[str]:
    """Whatever is wrong with a project, as a person would read it."""
    found = playbook.check(playbook.load(root), DAY)
    return [f"{d.location} {d.rule}: {text(lang, d.problem.message, d.problem.facts)}" for d in found]


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, words)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


@pytest.fixture
def acme(tmp_path):
    """A `_brand.yml` with its logos, in a folder of its own."""
    folder = tmp_path / "acme"
    (folder / "logos").mkdir(parents=True)
    (folder / "_brand.yml").write_text(BRAND_YML)
    (folder / "logos" / "wide.svg").write_text(SVG)
    (folder / "logos" / "night.svg").write_text(SVG.replace("0044aa", "ffffff"))
    return folder / "_brand.yml"


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("sector", SECTORS)
def test_a_new_project_has_nothing_wrong(tmp_path, lang, sector):
    write(tmp_path, starter(lang, sector))
    assert findings(tmp_path) == []


@pytest.mark.parametrize("lang, name", [("en", "Your brand"), ("es", "Tu marca")])
@pytest.mark.parametrize("sector", SECTORS)
def test_a_new_project_covers_all_stages_and_speaks_its_language(tmp_path, lang, name, sector):
    write(tmp_path, starter(lang, sector))
    made = playbook.load(tmp_path).playbook
    assert made.brand.name == name
    assert made.settings.language == lang
    assert {stage for point in made.touchpoints.values() for stage in point.stage} == set(made.stages)
    assert len(made.touchpoints) == 6
    assert len(made.personas) == len(made.journeys) == 1
    assert len(made.pages) == 2
    assert all(made.pieces_of.get(ident) for ident in made.touchpoints)
    [journey] = made.journeys.values()
    assert {step.touchpoint for step in journey.steps} == set(made.touchpoints)


@pytest.mark.parametrize("sector", SECTORS)
def test_seven_interactions_come_before_the_decision(tmp_path, sector):
    write(tmp_path, starter("en", sector))
    [journey] = playbook.load(tmp_path).playbook.journeys.values()
    steps = list(journey.steps)
    decision = next(i for i, step in enumerate(steps) if step.decision)
    assert sum(step.times for step in steps[: decision + 1]) >= 7


@pytest.mark.parametrize("lang, page", [("en", "thank-you-cards"), ("es", "tarjetas-de-agradecimiento")])
def test_the_command_makes_a_site_that_builds_strictly(tmp_path, lang, page):
    root = tmp_path / "new"
    code, said = run("init", str(root), "--lang", lang)
    assert (code, f"cd {root}" in said) == (0, True)
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    built = subprocess.run(mkdocs, cwd=root, capture_output=True, text=True, check=False)
    assert (built.returncode, "WARNING  -" in built.stderr) == (0, False), built.stderr
    assert (root / "site" / "touchpoints" / page / "index.html").is_file()
    assert f'lang="{lang}"' in (root / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang, warning", [("en", "Who can see it"), ("es", "Quién puede verlo")])
def test_what_goes_to_a_host_is_the_public_edition_with_a_warning(lang, warning):
    files = {file.path: str(file.content) for file in starter(lang) if file.path.startswith(".git")}
    workflows = [f".github/workflows/{name}.yml" for name in ("checklist", "pages")]
    assert sorted(files) == [*workflows, ".gitignore", ".gitlab-ci.yml"]
    for path in (".github/workflows/pages.yml", ".gitlab-ci.yml"):
        assert "PLAYBOOK_EDITION: public" in files[path]
        assert warning in files[path]


def test_every_file_names_a_schema_that_is_there(tmp_path):
    write(tmp_path, starter("en"))
    for path in [*tmp_path.glob("brand/*.yml"), *tmp_path.glob("content/**/*.yml")]:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        mark, _, schema = first.partition("$schema=")
        assert mark == "# yaml-language-server: "
        assert (path.parent / schema).is_file()


def test_only_what_is_missing_is_added(tmp_path):
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "tokens.css").write_text("mine")
    (tmp_path / "README.md").write_text("mine")
    code, said = run("init", str(tmp_path), "--lang", "en")
    assert code == 0
    assert "1 files were there already and stay as they are:\n  README.md\n" in said
    assert (tmp_path / "README.md").read_text() == "mine"
    assert findings(tmp_path) == []


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_what_holds_a_playbook_is_left_as_it_is(tmp_path, acme):
    root = tmp_path / "p"
    run("init", str(root), "--from", str(acme), "--lang", "es")
    before = tree(root)
    (root / "mkdocs.yml").unlink()
    code, said = run("init", str(root), "--lang", "en", "--sector", "shop")
    assert (code, tree(root)) == (0, before)
    assert said.startswith(
        f"{root} holds a playbook already. Its brand and its items stay as they are; 1 files that it lacked "
        "around them were added.\nTheir language is the one that its settings name: es.\n"
    )


FRAME = [
    ".github/workflows/checklist.yml",
    ".github/workflows/pages.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    "README.md",
    "mkdocs.yml",
    "requirements.txt",
]


@pytest.mark.parametrize(
    "files, more",
    [
        ({"brand/brand.yml": "name: Mine\n"}, ["content/playbook.yml"]),
        ({"brand/_brand.yml": "meta: {name: Mine}\n"}, ["content/playbook.yml"]),
        ({"brand/brand.yml": "name: Mine\n", "content/index.md": "# Hi\n"}, ["content/playbook.yml"]),
        (
            {
                "content/touchpoints/fair.yml": "name: Fair\nstage: before\n",
                "brand/brand.yml": "name: Mine\n",
            },
            [],
        ),
        ({"content/touchpoints/fair.yml": "name: Fair\nstage: before\nowner: ann\n"}, []),
    ],
)
def test_a_playbook_is_given_what_it_lacks_around_it(tmp_path, files, more):
    write(tmp_path, [Artifact(path, text) for path, text in files.items()])
    before = findings(tmp_path)
    assert run("init", str(tmp_path), "--lang", "en")[0] == 0
    added = [path for path in tree(tmp_path) if path not in files and not path.startswith("schemas/")]
    assert sorted(added) == sorted([*FRAME, *more])
    assert (tmp_path / "schemas" / "touchpoint.schema.json").is_file()
    assert set(findings(tmp_path)) <= set(before)
    name = playbook.load(tmp_path).playbook.brand.name
    assert f"site_name: {name}\n" in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_brand_yml_is_not_taken_into_a_playbook_that_has_its_brand(tmp_path, acme):
    root = tmp_path / "p"
    run("init", str(root), "--lang", "en")
    before = tree(root)
    code, said = run("init", str(root), "--lang", "en", "--from", str(acme))
    assert (code, tree(root)) == (0, before)
    assert f"{acme} was not taken over" in said


def test_the_next_step_can_be_pasted_whatever_the_folder_is_called(tmp_path):
    root = tmp_path / "en é shop"
    assert f"Next: cd '{root}', pip install" in run("init", str(root), "--lang", "en")[1]


def test_the_help_names_every_sector():
    said = run("init", "--help")[1]
    assert [sector for sector in SECTORS if sector not in said] == []


def test_a_link_that_leads_out_is_not_followed(tmp_path):
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (root / "brand").symlink_to(outside, target_is_directory=True)
    with pytest.raises(PlaybookError, match=r"scaffold\.outside"):
        write(root, [Artifact("brand/brand.yml", "name: X\n")])
    assert list(outside.iterdir()) == []


def test_a_file_that_is_a_dead_link_is_kept(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    assert write(tmp_path, [Artifact("a.txt", "x")]).kept == ("a.txt",)
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(PlaybookError, match=r"scaffold\.unwritable"):
        write(tmp_path / "file", [Artifact("a.txt", "x")])


@pytest.mark.parametrize(
    "name, found",
    [
        ("tienda", "shop"),
        ("Cafetería", "restaurant"),
        ("studio", "services"),
        ("E-commerce", "web-shop"),
        ("ONG", "association"),
    ],
)
def test_sectors_go_by_many_names(name, found):
    assert find_sector(name).id == found


@pytest.mark.parametrize(
    "name, said",
    [
        ("restaurnt", 'Error: Unknown sector "restaurnt"; did you mean "restaurant"?\n'),
        (
            "zzz",
            f'Error: Unknown sector "zzz". There are: {", ".join(SECTORS)}\n',
        ),
    ],
)
def test_an_unknown_sector_writes_nothing(tmp_path, name, said):
    assert run("init", str(tmp_path / "new"), "--lang", "en", "--sector", name) == (2, said)
    assert not (tmp_path / "new").exists()


def test_a_brand_yml_is_taken_over_with_its_logos(tmp_path, acme):
    root = tmp_path / "new"
    assert run("init", str(root), "--lang", "es", "--from", str(acme), "--sector", "tienda")[0] == 0
    assert (root / "brand" / "_brand.yml").read_text() == BRAND_YML
    assert sorted(path.name for path in (root / "brand" / "logos").iterdir()) == ["night.svg", "wide.svg"]
    assert not any(
        (root / "brand" / name).exists() for name in ("colors.yml", "fonts.yml", "logo.yml", "logo")
    )
    brand = playbook.load(root).playbook.brand
    assert (brand.name, brand.identity.contact.website) == ("Acme Corporation", "https://acme.example")
    assert list(brand.colors.palette) == ["blue", "snow"]
    assert findings(root) == []
    assert "site_name: Acme Corporation\n" in (root / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "logo, said",
    [
        (
            "../secret.svg",
            "brand.yml:2:7: ../secret.svg lies outside the folder of the _brand.yml and was not copied",
        ),
        ("run.sh", "brand.yml:2:7: run.sh is neither a picture nor a font and was not copied"),
        ("none.svg", "brand.yml:2:7: none.svg is named, but not there"),
        ("link.svg", "brand.yml:2:7: link.svg lies outside the folder of the _brand.yml and was not copied"),
    ],
)
def test_only_pictures_and_fonts_of_the_folder_are_copied(tmp_path, logo, said):
    folder = tmp_path / "acme"
    folder.mkdir()
    (folder / "_brand.yml").write_text(f"meta: {{name: Acme}}\nlogo: {logo}\n")
    (tmp_path / "secret.svg").write_text(SVG)
    (folder / "run.sh").write_text("echo")
    (folder / "link.svg").symlink_to(tmp_path / "secret.svg")
    given = read_given(folder / "_brand.yml")
    assert [file.path for file in given.artifacts] == ["brand/_brand.yml"]
    [told] = [f"{p.location}: {text('en', p.message, p.facts)}" for p in given.problems]
    assert told == f"_{said}"


def test_what_is_no_brand_yml_is_refused(tmp_path):
    (tmp_path / "list.yml").write_text("- a\n")
    code, said = run("init", str(tmp_path / "new"), "--lang", "en", "--from", str(tmp_path / "list.yml"))
    assert (code, "is not a _brand.yml" in said) == (2, True)

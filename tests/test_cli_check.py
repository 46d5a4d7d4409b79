"""`brand-playbook check`, `explain`, and how the command ends."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from playbook.cli import main
from playbook.cli.common import language

SOUND = {
    "content/touchpoints/web.yml": """
        name: Web
        stage: [before, during, after]
        owner: lead
        needs_pieces: false
        """
}
WARNED = SOUND | {"content/pieces/quote.yml": "name: Quote\nkind: quote\n"}
WRONG = SOUND | {"content/pieces/quote.yml": "name: Quote\nkind: qoute\ntouchpoints: web\n"}
LATE = SOUND | {"content/playbook.yml": "goals: [{goal: Grow, due: 2026-06-01}]\n"}


@pytest.fixture(autouse=True)
def english(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


def run(*args):
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.mark.parametrize(
    "files, options, code",
    [
        (SOUND, [], 0),
        (WARNED, [], 0),
        (WARNED, ["--fail-on", "warning"], 1),
        (WRONG, [], 1),
        (WRONG, ["--fail-on", "never"], 0),
        (LATE, ["--today", "2026-06-02", "--fail-on", "warning"], 0),
        (WRONG, ["--fail-on", "info"], 2),
        (SOUND, ["--today", "yesterday"], 2),
    ],
)
def test_exit_codes(project, files, options, code):
    assert run("check", "--project", project(files), *options).exit_code == code


def test_what_a_person_reads(project):
    assert run("check", "--project", project(WRONG)).output.splitlines() == [
        "content/pieces/quote.yml",
        "",
        '  2:7 error unknown kind of piece "qoute"; did you mean "quote"? [unknown-reference]',
        "      2 | kind: qoute",
        "        |       ^^^^^",
        '    Write "quote" instead.',
        "",
        "1 error in 1 file.",
        "brand-playbook explain unknown-reference says more.",
    ]


def test_the_day_can_be_fixed(project):
    root = project(LATE)
    assert run("check", "--project", root, "--today", "2026-06-01").output == "No findings.\n"
    assert "[overdue]" in run("check", "--project", root, "--today", "2026-06-02").output


def test_json(project):
    told = json.loads(run("check", "--project", project(WARNED), "--format", "json").output)
    assert told["summary"] == {"error": 0, "warning": 1, "info": 0}
    assert told["diagnostics"][0]["path"] == "content/pieces/quote.yml"


def test_github_and_its_summary_page(project, tmp_path, monkeypatch):
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    told = run("check", "--project", project(WARNED), "--format", "github").output
    assert told.startswith(
        "::warning file=content/pieces/quote.yml,line=1,col=7,title=piece-orphan,endColumn=12::"
    )
    assert page.read_text(encoding="utf-8").startswith("**1 warning**\n")


def test_the_project_is_found_upwards(project, monkeypatch):
    monkeypatch.chdir(project(SOUND) / "content" / "touchpoints")
    assert run("check").output == "No findings.\n"


def test_no_project_is_told_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = run("check")
    assert told.exit_code == 2
    assert told.output.startswith(f"Error: There is no project in {tmp_path} or above it")
    assert "Error: No hay ningún proyecto" in run("check", "--lang", "es").output
    assert run("check", "--project", tmp_path).exit_code == 2


def test_a_brand_yml_beside_the_brands_folder_is_told_where_it_is_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "_brand.yml").write_text("meta: {name: Theirs}\n")
    advice = f"`brand-playbook init {tmp_path} --from {tmp_path}/_brand.yml`"
    assert all(
        advice in run("check", *asked).output for asked in ((), ("--project", tmp_path), ("--lang", "es"))
    )
    (tmp_path / "content").mkdir()
    assert "Move _brand.yml into brand/" in run("check", "--project", tmp_path).output
    (tmp_path / "_brand.yml").unlink()
    assert "Make the file brand/brand.yml" in run("check", "--project", tmp_path).output


def test_the_language(project):
    root = project(WARNED | {"content/playbook.yml": "language: es\n"})
    assert "1 aviso en 1 archivo." in run("check", "--project", root).output
    assert "1 warning in 1 file." in run("check", "--project", root, "--lang", "en").output


@pytest.mark.parametrize(
    "asked, project, environment, spoken",
    [
        ("es", "en", {"LANG": "en_US.UTF-8"}, "es"),
        (None, "es", {"LANG": "en_US.UTF-8"}, "es"),
        (None, None, {"LANG": "es_MX.UTF-8"}, "es"),
        (None, None, {"LC_ALL": "en_GB", "LANG": "es_ES"}, "en"),
        (None, None, {"LANG": "fr_FR"}, "en"),
        (None, None, {"LANG": "C"}, "en"),
        (None, None, {}, "en"),
    ],
)
def test_which_language(asked, project, environment, spoken):
    assert language(asked, project, environment) == spoken


def test_wrong_content_never_ends_in_a_traceback(project):
    files = {
        "brand/brand.yml": "[",
        "brand/colors.yml": "palette: 3\npairs: {}\n",
        "brand/logo.yml": "- x\n",
        "brand/voice.yml": b"\xff\xfe",
        "content/playbook.yml": "severities: {a: b}\noptions:"
        " {contrast-text: 3, x: {y: [1, {}]}}\nwaivers: [{}]\n",
        "content/touchpoints/web.yml": "name: [1]\nstage: {}\nnext: 7\n",
        "content/pieces/quote.yml": "",
        "content/bad.md": b"\xff",
    }
    told = run("check", "--project", project(files))
    assert told.exit_code == 1
    assert told.exception is None or isinstance(told.exception, SystemExit)


def test_explain(project):
    told = run("explain", "touchpoint-owner", "--project", project())
    assert told.exit_code == 0
    assert told.output.splitlines()[:5] == [
        "touchpoint-owner (warning)",
        "",
        "Each touchpoint has an owner.",
        "",
        "Why",
    ]
    assert "    content/touchpoints/checkout.yml\n        name: Checkout\n" in told.output


def test_explain_in_spanish():
    told = run("explain", "overdue", "--lang", "es").output
    assert told.startswith(
        "overdue (aviso; depende de la fecha, así que por sí sola no detiene ninguna publicación)\n"
    )
    assert "\nPor qué\n" in told


def test_explain_suggests_a_rule():
    told = run("explain", "touchpoint-onwer")
    assert (told.exit_code, told.output) == (
        2,
        'Error: There is no rule "touchpoint-onwer"; did you mean "touchpoint-owner"?\n',
    )
    assert run("explain", "xyz").output == (
        'Error: There is no rule "xyz". `brand-playbook explain` lists all rules.\n'
    )


def test_explain_lists_all_rules():
    lines = run("explain").output.splitlines()
    assert any(
        line.startswith("touchpoint-owner ") and line.endswith("  Each touchpoint has an owner.")
        for line in lines
    )
    assert any(line.startswith("unknown-key ") for line in lines)


def test_as_a_module():
    told = subprocess.run(
        [sys.executable, "-m", "playbook", "--version"], capture_output=True, text=True, check=True
    )
    assert told.stdout == "brand-playbook, version 0.1.0\n"

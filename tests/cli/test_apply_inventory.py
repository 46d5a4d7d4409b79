"""`brand-playbook apply` with an inventory, from the first export to the file on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from playbook.cli import main

SHOP = "# In town.\nname: Shop\nstage: before\n"


@pytest.fixture
def root(project, monkeypatch):
    home = project({"content/touchpoints/shop.yml": SHOP})
    monkeypatch.chdir(home)
    return home


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*words, "--lang", "en"], catch_exceptions=False)
    return result.exit_code, result.output


def edited(root: Path, before: str, after: str) -> str:
    assert run("export", "inventory", "-o", "inventory.csv")[0] == 0
    table = root / "inventory.csv"
    written = table.read_text(encoding="utf-8")
    assert before in written
    table.write_text(written.replace(before, after) + "piece,,Door sign,,,,,,,shop,sign\n", encoding="utf-8")
    return "inventory.csv"


def test_what_changes_is_shown_and_written(root):
    table = edited(root, "Shop,active,", "The shop,active,")
    code, dry = run("apply", table, "--dry-run")
    assert code == 0
    assert "-name: Shop\n+name: The shop\n" in dry
    assert "+++ b/content/pieces/door-sign.yml" in dry
    assert (root / "content/touchpoints/shop.yml").read_text() == SHOP
    assert run("apply", table) == (
        0,
        (
            "content/touchpoints/shop.yml: Shop: name is The shop\n"
            "created content/pieces/door-sign.yml\n"
            "1 file changed, 1 file created.\n"
        ),
    )
    assert (root / "content/touchpoints/shop.yml").read_text() == SHOP.replace("Shop", "The shop")
    assert run("check", "--fail-on", "error")[0] == 0
    assert run("apply", table) == (0, "Everything in inventory.csv is so already; nothing was changed.\n")


def test_nothing_is_written_where_one_cell_is_wrong(root):
    table = edited(root, "Shop,active,", "The shop,actif,")
    assert run("apply", table) == (
        1,
        (
            'inventory.csv: row 2, column status: unknown value "actif" for status; did you mean "active"?\n'
            "Nothing was written; mend the table and run the command again.\n"
        ),
    )
    assert not (root / "content/pieces").exists()


def test_a_locked_file_holds_everything_back(root):
    table = edited(root, "Shop,active,", "The shop,active,")
    (root / "content/touchpoints/shop.yml").chmod(0o444)
    code, said = run("apply", table)
    assert (code, said) == (2, "Error: content/touchpoints/shop.yml is read-only; it stays as it is.\n")
    assert not (root / "content/pieces").exists()


@pytest.mark.parametrize(
    "name, content, said",
    [
        ("a.csv", "name,stage\nA,before\n", 'a.csv has no column "item" with "id" or "name" beside it'),
        ("a.csv", "item,id,edition\npiece,a,public\n", 'a.csv is the table of the edition "public"'),
        ("a.csv", "item,id,owner, owner\n", 'a.csv has more than one column "owner"'),
    ],
)
def test_what_cannot_be_applied_is_said_in_a_sentence(root, name, content, said):
    (root / name).write_text(content)
    code, told = run("apply", name)
    assert (code, told.startswith(f"Error: {said}")) == (2, True)

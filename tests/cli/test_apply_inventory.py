"""`brand-playbook apply` with an inventory, from the first export to the file on disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from playbook.cli import main
from playbook.cli.rewriting import put
from playbook.fixing import Change
from playbook.observed import Unreadable

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


def test_a_name_too_long_for_a_file_leaves_everything_as_it_is(root):
    table = edited(root, "Shop,active,", "The shop,active,")
    long = f"piece,,{'x' * 300},,,,,,,shop,sign\npiece,con,Device,,,,,,,shop,sign\n"
    (root / table).write_text((root / table).read_text(encoding="utf-8") + long, encoding="utf-8")
    code, told = run("apply", table)
    assert code == 1
    assert f'row 4, column id: the id "{"x" * 20}…" is longer than 80 characters' in told
    assert 'row 5, column id: the id "con" is one that Windows does not take' in told
    assert (root / "content/touchpoints/shop.yml").read_text() == SHOP


def test_what_the_system_refuses_half_way_is_taken_back(root, monkeypatch):
    (root / "content/touchpoints/web.yml").write_text("name: Web\nstage: before\n")
    table = edited(root, "Shop,active,", "The shop,active,")
    text = (root / table).read_text(encoding="utf-8").replace("Web,active,", "The web,active,")
    (root / table).write_text(text, encoding="utf-8")

    def refusing(file: Path, change: Change) -> bool:
        return change.after != b"name: The web\nstage: before\n" and put(file, change)

    monkeypatch.setattr("playbook.cli.apply.put", refusing)
    assert run("apply", table)[0] == 2
    assert (root / "content/touchpoints/shop.yml").read_text() == SHOP
    assert not (root / "content/pieces/door-sign.yml").exists()


@pytest.mark.parametrize("more", [(), ("--dry-run",)], ids=["write", "dry"])
def test_a_new_file_takes_no_place_that_something_has(root, more):
    table = edited(root, "Shop,active,", "The shop,active,")
    (root / "content/pieces").mkdir()
    (root / "content/pieces/door-sign.yml").symlink_to("/nowhere")
    code, told = run("apply", table, *more)
    assert code == 2
    assert told.startswith("Error: content/pieces/door-sign.yml is to be created, and something of that name")
    assert (root / "content/touchpoints/shop.yml").read_text() == SHOP


def test_what_is_no_plain_table_is_never_waited_for(root):
    os.mkfifo(root / "pipe.csv")
    (root / "memory.csv").symlink_to("/proc/self/mem")
    with (root / "large.csv").open("wb") as file:
        file.truncate(16 * 1024**2 + 1)
    for name in ("pipe.csv", "large.csv"):
        assert run("apply", name) == (
            2,
            f"Error: {name} is no inventory: it is larger than 16 MB, or no plain file.\n",
        )
    assert run("apply", "memory.csv")[0] == 2


def test_a_file_that_has_gone_unreadable_by_now_is_said(root, monkeypatch):
    table = edited(root, "Shop,active,", "The shop,active,")

    def unreadable(_: str) -> bytes:
        raise Unreadable("no-access")

    monkeypatch.setattr("playbook.cli.apply.reader", lambda _: unreadable)
    code, told = run("apply", table)
    assert (code, told.startswith("Error: inventory.csv cannot be applied: ")) == (2, True)


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

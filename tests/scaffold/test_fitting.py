"""What `check` would refuse, `new` does not write."""

from __future__ import annotations

import pytest

import playbook
from playbook.artifact import Artifact
from playbook.diagnostics import PlaybookError
from playbook.scaffold.writing import write

NO_ID = (
    '"\u65e5\u672c" has neither a-z nor digits to make an id of: '
    'give one with --id ID, or in a column "id" of a table.'
)


@pytest.mark.parametrize(
    "words, said",
    [
        (
            ["piece", "X", "--set", "status=mising"],
            ['unknown value "mising" for status; did you mean "missing"?'],
        ),
        (["piece", "Quote", "--set", "kind=qoute"], ['unknown kind of piece "qoute"; did you mean "quote"?']),
        (
            ["piece", "Quote", "--set", "touchpoints=website;nope;wbsite", "--set", "owner=ann"],
            [
                'unknown touchpoint "nope"; expected website',
                'unknown touchpoint "wbsite"; did you mean "website"?',
                'unknown owner "ann"; expected sales',
            ],
        ),
        (["piece", "Quote", "--set", "files=nope.pdf"], ["there is no file nope.pdf"]),
        (["touchpoint", "X", "--set", "message=nope"], ['unknown message "nope"; expected promise']),
        (["touchpoint", "index"], ['the id "index" is reserved for a page of the site']),
        (["journey", "Stage"], ['the id "stage" is reserved for a page of the site']),
        (["touchpoint", "Fair", "--id", "stage"], ['the id "stage" is reserved for a page of the site']),
        (["touchpoint", "日本"], [NO_ID]),
        (
            ["touchpoint", "Blog", "--from", "blog", "--with-pieces", "--set", "owner=ann"],
            ['unknown owner "ann"; expected sales'],
        ),
    ],
)
def test_what_check_would_refuse_is_not_written(run, project, words, said):
    root = project(
        {
            "brand/brand.yml": "name: Example\nmessages: {promise: Ours}\n",
            "content/playbook.yml": "owners: {sales: {name: Sales}}\n",
            "content/touchpoints/website.yml": "name: Website\nstage: before\n",
        }
    )
    before = sorted(root.rglob("*"))
    code, told = run(*words, "--lang", "en")
    assert (code, told.splitlines()) == (
        1,
        [*(f"Error: {line}" for line in said), "Nothing was written; correct the command and run it again."],
    )
    assert sorted(root.rglob("*")) == before


def test_references_are_not_judged_where_the_brand_cannot_be_read(run, project):
    project({"brand/brand.yml": "name: [\n"})
    assert run("touchpoint", "Fair", "--set", "message=promise")[0] == 0


def test_a_name_in_another_script_takes_an_id(run, project):
    assert run("touchpoint", "日本", "--id", "japan")[0] == 0
    assert playbook.load(project()).playbook.touchpoints["japan"].name == "日本"


def test_a_table_is_held_against_the_project(run, project, tmp_path):
    project({"content/playbook.yml": "owners: {sales: {name: Sales}}\n"})
    (tmp_path / "t.csv").write_text(
        "name,stage,owner,message\nFair,befor,sales,\nindex,before,ann,\n日本,before;nope,,\n"
    )
    code, said = run("touchpoint", "--from-csv", str(tmp_path / "t.csv"), "--lang", "en")
    lines = said.splitlines()
    assert code == 1
    assert lines[0] == 't.csv: row 2, column stage: unknown stage "befor"; did you mean "before"?'
    assert lines[1] == 't.csv: row 3, column id: the id "index" is reserved for a page of the site'
    assert lines[2] == 't.csv: row 3, column owner: unknown owner "ann"; expected sales'
    assert lines[3] == f"t.csv: row 4, column id: {NO_ID}"
    assert lines[4].startswith('t.csv: row 4, column stage: unknown stage "nope"; expected ')
    assert lines[5:] == ["Nothing was written; mend the table and run the command again."]
    assert not (project() / "content" / "touchpoints").exists()


def test_the_rows_of_a_table_may_refer_to_each_other(run, project, tmp_path):
    table = "name,stage,next.touchpoint\nFair,before,shop\nShop,during,fair\n"
    (tmp_path / "t.csv").write_text(table)
    code, said = run("touchpoint", "--from-csv", str(tmp_path / "t.csv"), "--lang", "en")
    assert (code, said.count("created")) == (0, 2), said


def test_files_that_cannot_all_be_written_are_none(tmp_path):
    wished = [Artifact("a.yml", "name: A\n"), Artifact(f"{'x' * 300}.yml", "name: X\n")]
    with pytest.raises(PlaybookError):
        write(tmp_path, wished)
    assert list(tmp_path.iterdir()) == []

"""A project's own kinds: their templates are read within bounds, and every mistake stands at its place."""

from __future__ import annotations

import re

import pytest

import playbook
from playbook.i18n import LANGUAGES
from playbook.loader.kinds import MAX_BYTES
from playbook.making.templates import is_made
from playbook.report import line
from tests.building import ROOT

KIND = """
texts:
  en: {name: Badge}
fields:
  name:
    texts:
      en: {label: Name}
outputs:
  - template: badge.html
    texts: {en: Badge}
  - template: badge.txt
    texts: {en: Text}
"""
FOLDER = "brand/kinds/badge"
FILES = {
    f"{FOLDER}/kind.yml": KIND,
    f"{FOLDER}/badge.html": "<p>{{ name }}</p>\n",
    f"{FOLDER}/badge.txt": "{{ name }}\n",
}


def read(project, files=None):
    """The kind, and what is wrong with the project."""
    loaded = playbook.load(project({**FILES, **(files or {})}))
    told = [(str(found.location), found.rule, found.problem.message) for found in loaded.diagnostics]
    return loaded.playbook.kinds["badge"], told


def test_a_kind_with_its_templates_is_made(project):
    kind, told = read(project)
    assert told == []
    assert is_made(kind)
    assert kind.id == "badge"
    assert kind.templates["badge.html"].path == f"{FOLDER}/badge.html"


@pytest.mark.parametrize(
    "template, place",
    [
        ("<p>\n  {{ nmae }}</p>", "2:3: template.name"),
        ("<p>\n{{ name | shout }}</p>", "2:1: template.filter"),
        ("a\n\n<script>x()", "3:1: template.tag"),
        ('<p\nonclick="x()">', "2:1: template.attribute"),
        ("{{#if name}}", "1:1: template.unclosed"),
        ("a {{ name }} {{ name }", "1:14: template.open"),
        (b"a\n\xff", "2:1: template.encoding"),
        ("{{" * 100_000, "1:1: template.open"),
        ("{{}}" * 50_000, "1:1: template.marks"),
        ("{{#if name}}" * 900 + "{{/if}}" * 900, "1:193: template.deep"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "bytes",
)
def test_a_mistake_stands_in_the_template_and_nothing_is_made(project, template, place):
    kind, told = read(project, {f"{FOLDER}/badge.html": template})
    where, _, message = place.partition(": ")
    assert told[0] == (f"{FOLDER}/badge.html:{where}", "template", message)
    assert len(told) <= 20
    assert not is_made(kind)
    assert kind.templates == {}


PARTS = {f"{FOLDER}/badge.html": "{{> frame }}\n<p>{{ name }}</p>\n"}


def test_a_part_lies_beside_the_template(project):
    kind, told = read(project, {**PARTS, f"{FOLDER}/_frame.html": "<h1>{{ brand.name }}</h1>\n"})
    assert told == []
    assert kind.templates["badge.html"].text == "<h1>{{ brand.name }}</h1>\n<p>{{ name }}</p>\n"


def test_a_part_may_be_a_built_in_one(project):
    kind, told = read(project, {f"{FOLDER}/badge.html": "<table>\n{{> mail-button }}\n</table>"})
    assert told[0] == ("kinds/_parts/mail-button.html:1:1", "template", "template.name")
    assert not is_made(kind)


@pytest.mark.parametrize(
    "part, place",
    [
        (None, f"{FOLDER}/badge.html:1:1: template.part"),
        ("a\n<script>", f"{FOLDER}/_frame.html:2:1: template.tag"),
        ("a\n {{ nmae }}", f"{FOLDER}/_frame.html:2:2: template.name"),
        ("{{> frame }}", f"{FOLDER}/_frame.html:1:1: template.part-circle"),
        (b"\xff", f"{FOLDER}/badge.html:1:1: template.part"),
        ("{{", f"{FOLDER}/badge.html:1:1: template.part"),
        ("{{}}" * 2_001, f"{FOLDER}/badge.html:1:1: template.part"),
    ],
    ids=["none", "tag", "name", "circle", "bytes", "open", "marks"],
)
def test_a_mistake_in_a_part_stands_in_its_file(project, part, place):
    kind, told = read(project, {**PARTS, f"{FOLDER}/_frame.html": part})
    where, _, message = place.partition(": ")
    assert told[0] == (where, "template", message)
    assert not is_made(kind)


def test_a_part_is_no_link_out_of_the_kinds_folder(project):
    root = project({**FILES, **PARTS})
    (root / FOLDER / "_frame.html").symlink_to("../../brand.yml")
    [told] = playbook.load(root).diagnostics
    assert (str(told.location), told.problem.message) == (f"{FOLDER}/badge.html:1:1", "template.part")


NAMED = f"{FOLDER}/kind.yml:8:15"


@pytest.mark.parametrize(
    "files, message",
    [
        ({f"{FOLDER}/badge.html": None}, "template.missing"),
        ({f"{FOLDER}/badge.html": None, f"{FOLDER}/bagde.html": "x"}, "template.meant"),
        ({f"{FOLDER}/badge.html": None, f"{FOLDER}/badge.html/a.txt": "x"}, "template.refused"),
        ({f"{FOLDER}/badge.html": "a" * (MAX_BYTES + 1)}, "template.large"),
        ({f"{FOLDER}/kind.yml": KIND.replace("badge.txt", "badge.html")}, "template.twice"),
    ],
)
def test_what_cannot_be_read_is_told_where_it_is_named(project, files, message):
    kind, told = read(project, files)
    assert told[0] == (NAMED, "template", message)
    assert not is_made(kind)


@pytest.mark.parametrize(
    "more, message",
    [
        ("totals: name", "template.totals"),
        ("totals: nobody", "template.totals"),
        ("", "template.example"),
    ],
)
def test_lists_are_lists(project, more, message):
    label = "{label: Name}" if more else "{label: Name, example: [{a: b}]}"
    kind, told = read(project, {f"{FOLDER}/kind.yml": KIND.replace("{label: Name}", label) + more})
    assert [found for _, _, found in told] == [message]
    assert not is_made(kind)


@pytest.mark.parametrize(
    "more, place, message",
    [
        ("code: {field: nobody, says: {a: name}}", "code.field", "template.code"),
        ("code: {field: name, says: {a: name}}", "code.field", "template.code"),
        ("code: {field: pick, says: {b: name}}", "code.says.b", "template.code-choice"),
        ("code: {field: pick, says: {a: nowhere}}", "code.says.a", "template.code-target"),
        ("", "outputs.0.only_with", "template.only-with"),
    ],
)
def test_a_code_and_what_is_made_only_with_a_field_name_fields(project, more, place, message):
    pick = "fields:\n  pick: {type: choice, choices: {a: {en: A}}, texts: {en: {label: P}}}"
    only = (
        KIND
        if more
        else KIND.replace("template: badge.html", "template: badge.html\n    only_with: nobody", 1)
    )
    loaded = playbook.load(project({**FILES, f"{FOLDER}/kind.yml": only.replace("fields:", pick, 1) + more}))
    kind = loaded.playbook.kinds["badge"]
    assert [d.problem.message for d in loaded.diagnostics] == [message]
    assert loaded.diagnostics[0].location == kind.at(
        *(int(key) if key.isdigit() else key for key in place.split("."))
    )
    assert not is_made(kind)


@pytest.mark.parametrize("target", ["../../brand.yml", "../../../../outside.html", "nowhere.html"])
def test_a_template_is_no_link_out_of_the_kinds_folder(project, target):
    root = project({**FILES, f"{FOLDER}/badge.html": None, "../outside.html": "<p>x</p>"})
    (root / FOLDER / "badge.html").symlink_to(target)
    loaded = playbook.load(root)
    assert [(str(d.location), d.problem.message) for d in loaded.diagnostics] == [(NAMED, "template.refused")]


def test_a_kind_may_link_within_its_own_folder(project):
    root = project({**FILES, f"{FOLDER}/badge.html": None, f"{FOLDER}/old.html": "<p>x</p>"})
    (root / FOLDER / "badge.html").symlink_to("old.html")
    loaded = playbook.load(root)
    assert loaded.diagnostics == ()
    assert is_made(loaded.playbook.kinds["badge"])


def test_line_ends_and_marks_of_other_systems_are_read_alike(project):
    kind, told = read(
        project, {f"{FOLDER}/badge.txt": b"\xef\xbb\xbf{{#if name}}\r\n{{ name }}\r\n{{/if}}\r\n"}
    )
    assert told == []
    assert kind.templates["badge.txt"].text == "{{#if name}}\n{{ name }}\n{{/if}}\n"


def test_a_kind_whose_own_file_is_wrong_is_told_once_and_not_made(project):
    wrong = KIND.replace("fields:\n  name:\n    texts:", "fields:\n  name:\n    typ: text\n    texts:")
    kind, told = read(project, {f"{FOLDER}/kind.yml": wrong})
    assert [message for _, _, message in told] == ["unknown-key.meant"]
    assert not is_made(kind)


def test_a_built_in_kind_is_restyled(project):
    name = "brand/kinds/email-signature"
    files = {path.replace(FOLDER, name): text for path, text in FILES.items()}
    kind = playbook.load(project(files)).playbook.kinds["email-signature"]
    assert is_made(kind)
    assert set(kind.templates) == {"badge.html", "badge.txt"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_mistake_reads_as_a_sentence(project, lang):
    broken = {f"{FOLDER}/badge.html": '<p onclick="x">{{ nmae }}</p>', f"{FOLDER}/badge.txt": None}
    loaded = playbook.load(project({**FILES, **broken}))
    assert len([line(found, lang) for found in loaded.diagnostics]) == 3


def test_every_built_in_part_is_told_of():
    names = {file.stem for file in (ROOT / "playbook/kinds/_parts").iterdir()}
    manual = (ROOT / "docs/own-kinds.md").read_text(encoding="utf-8")
    told = manual.partition("| built-in part |")[2].partition("\n\n")[0]
    assert names == set(re.findall(r"`([a-z-]+)`", told))

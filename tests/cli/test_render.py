"""`brand-playbook render`, as a person calls it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from playbook.cli import main

FILES = {
    "brand/brand.yml": "name: Faro\ncontact: {phone: +34 600 100 200, email: hola@faro.example}",
    "brand/colors.yml": "palette: {fig: '#561B3F'}\nroles: {primary: fig}",
    "content/pieces/signature.yml": "name: Signature\nkind: email-signature",
    "content/pieces/stand.yml": "name: Stand\nkind: stand",
}


@pytest.fixture
def root(project):
    return project(FILES)


def run(root, *args):
    words = ["render", *map(str, args), "--project", str(root), "-o", str(root / "out")]
    return CliRunner().invoke(main, words if "--lang" in args else [*words, "--lang", "en"])


def written(root):
    return sorted(path.name for path in (root / "out").glob("*"))


def test_one_person(root):
    done = run(root, "signature", "--set", "name=Ana Ruiz")
    assert done.exit_code == 0, done.output
    assert written(root) == ["signature.html", "signature.txt", "signature.vcf"]
    text = (root / "out/signature.txt").read_text(encoding="utf-8")
    assert text == "-- \nAna Ruiz\nFaro\n+34 600 100 200\nhola@faro.example\n"


def test_a_file_of_values_and_one_more_on_top(root, tmp_path):
    data = tmp_path / "me.yml"
    data.write_text("name: Ana\nrole: Care\nemail: nobody", encoding="utf-8")
    done = run(root, "signature", "--data", data)
    assert done.exit_code == 1
    assert 'me.yml:3:8: email is no e-mail address: "nobody"' in done.output
    assert written(root) == []
    assert run(root, "signature", "--data", data, "--set", "email=a@b.example").exit_code == 0
    assert "a@b.example" in (root / "out/signature.txt").read_text(encoding="utf-8")


def test_a_table_of_people(root, tmp_path):
    table = tmp_path / "team.csv"
    table.write_text("name;phone\nAna Ruiz;\nAna Ruiz;\nEva;abc\n", encoding="utf-8")
    done = run(root, "signature", "--people", table)
    assert done.exit_code == 1
    assert 'team.csv:4:1: phone is no telephone number: "abc"' in done.output
    stems = ["signature-ana-ruiz", "signature-ana-ruiz-2"]
    assert written(root) == sorted(f"{stem}.{ending}" for stem in stems for ending in ("html", "txt", "vcf"))


def test_nobody_is_written_over_by_a_namesake(root, tmp_path):
    table = tmp_path / "team.csv"
    people = ("Ana", "Ana", "Ana 2", "Ana 2", "ana-2-2", "Ana")
    table.write_text("\n".join(("name", *people)), encoding="utf-8")
    assert run(root, "signature", "--people", table).exit_code == 0
    texts = [(root / "out" / name).read_text("utf-8") for name in written(root) if name.endswith(".txt")]
    assert sorted(text.splitlines()[1] for text in texts) == sorted(people)


def test_no_folder_is_made_for_nothing(root):
    done = run(root, "signature", "--set", "email=nobody")
    assert done.exit_code == 1
    assert not (root / "out").exists()
    assert "written" not in done.output


def test_nothing_is_written_over(root):
    assert run(root, "signature", "--set", "name=A").exit_code == 0
    again = run(root, "signature", "--set", "name=B")
    assert again.exit_code == 2
    assert "is there already; nothing was written" in again.output
    assert "A" in (root / "out/signature.txt").read_text(encoding="utf-8")
    assert run(root, "signature", "--set", "name=B", "--force").exit_code == 0
    assert "B" in (root / "out/signature.txt").read_text(encoding="utf-8")


def test_without_values_it_shows_the_examples(root):
    assert run(root, "signature", "--lang", "es").exit_code == 0
    assert "Lucía Marín (ella)" in (root / "out/signature.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words, said",
    [
        (["sgnature"], 'There is no piece "sgnature"; did you mean "signature"?'),
        (["zzz"], 'There is no piece "zzz".'),
        (["stand"], 'The piece "stand" is of kind stand, which is not made here.'),
        (["signature", "--set", "name"], '--set takes KEY=VALUE; got "name".'),
    ],
)
def test_what_cannot_be_made_is_told_in_a_sentence(root, words, said):
    done = run(root, *words)
    assert done.exit_code == 2
    assert said in done.output


OWN = """
texts: {en: {name: Ours}}
fields: {name: {texts: {en: {label: Name, example: Ana}}}}
outputs:
  - {template: ours.html, texts: {en: Ours}}
  - {template: theirs.html, texts: {en: Theirs}}
  - {template: ours.txt, texts: {en: Text}}
"""


def own(kind, **templates):
    """A piece of a kind of the project's own."""
    folder = f"brand/kinds/{kind}"
    made = {
        "ours_html": "<p>{{ name }}</p>",
        "theirs_html": "<b>{{ name }}</b>",
        "ours_txt": "{{ brand.name }}",
    }
    files = {f"{folder}/{name.replace('_', '.')}": text for name, text in {**made, **templates}.items()}
    return {**FILES, **files, f"{folder}/kind.yml": OWN, "content/pieces/own.yml": f"name: O\nkind: {kind}"}


@pytest.mark.parametrize("kind", ["ours", "email-signature"])
def test_a_kind_of_the_projects_own_is_made_by_its_templates(project, kind):
    root = project(own(kind))
    done = run(root, "own", "--set", "name=Ana & Eva")
    assert done.exit_code == 0, done.output
    assert written(root) == ["own-ours.html", "own-theirs.html", "own.txt"]
    assert (root / "out/own-ours.html").read_text(encoding="utf-8") == "<p>Ana &amp; Eva</p>"
    assert (root / "out/own.txt").read_text(encoding="utf-8") == "Faro"


@pytest.mark.parametrize("template", [None, "<script>x</script>", "{{ nobody }}"])
def test_a_kind_with_a_mistake_is_not_made(project, template):
    done = run(project(own("ours", ours_html=template)), "own")
    assert done.exit_code == 2
    assert 'The piece "own" is of kind ours, which is not made here.' in done.output


def test_a_kind_that_repeats_too_much_is_not_made(project):
    many = "{{#each name | lines as a}}{{#each name | lines as b}}x{{/each}}{{/each}}"
    files = own("ours", ours_txt=many)
    files["brand/kinds/ours/kind.yml"] = OWN.replace("{texts:", "{type: text, texts:", 1)
    root = project(files)
    (root / "me.yml").write_text("name: |\n" + "  a\n" * 5_000, encoding="utf-8")
    done = run(root, "own", "--data", root / "me.yml")
    assert done.exit_code == 2
    assert 'The piece "own" would become too long' in done.output


def test_a_file_too_large_is_not_read(root, tmp_path):
    data = tmp_path / "me.yml"
    data.write_bytes(b"a" * 2_000_001)
    assert "is larger than 2 MB" in run(root, "signature", "--data", data).output

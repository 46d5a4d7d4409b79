"""`check --against PACK.zip`: a supplier judges files without the repository, as it would be judged there."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from playbook.against import unpacked
from playbook.cli import main
from playbook.diagnostics import PlaybookError

FILES = {
    "brand/brand.yml": "name: Faro\n",
    "brand/colors.yml": 'palette: {fig: "#561B3F", sand: "#F2E8D5"}\n',
    "brand/fonts.yml": "families: {text: {name: Alegreya, source: system}}\n",
    "brand/voice.yml": "terms: {banned: [{term: seamless, use: easy}]}\nstyles: .vale/Plain\n",
    "brand/.vale/Plain/Hedges.yml": """
        extends: existence
        message: "'%s' promises nothing."
        tokens: [maybe]
        """,
    "brand/logo.yml": "variants: {main: logo.svg}\n",
    "brand/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path d="M0 0h4v1z"/></svg>',
    "brand/kinds/banner/kind.yml": "texts: {en: {name: Banner}}\nformat: [SVG]\n",
    "content/pieces/post.yml": """
        name: Post
        kind: banner
        requirements: {sizes: [{width: 1080, height: 1080}]}
        """,
}
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">
<path fill="{color}" d="M0 0h9v9z"/><text font-family="{font}" fill="#561B3F">{words}</text>
</svg>
"""
GOOD = DRAWING.format(size="1080 1080", color="#F2E8D5", font="Alegreya", words="Easy")
BAD = DRAWING.format(size="1080 800", color="#571B3F", font="Papyrus", words="Seamless, maybe")


def run(*words: str | Path):
    return CliRunner().invoke(main, [*map(str, words), "--lang", "en"], env={"NO_COLOR": "1"})


@pytest.fixture
def pack(project, tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("packs")
    assert run("export", "pack", "--project", project(FILES), "-o", folder).exit_code == 0
    return folder / "faro-post-pack.zip"


@pytest.mark.parametrize("drawing", [GOOD, BAD], ids=["good", "bad"])
def test_a_pack_says_what_the_repository_says(pack, project, tmp_path_factory, drawing):
    file = tmp_path_factory.mktemp("handed") / "post.svg"
    file.write_text(drawing)
    there = run("check", file, "--project", project(FILES), "--piece", "post")
    here = run("check", file, "--against", pack)
    assert (here.exit_code, here.output) == (there.exit_code, there.output)
    assert ("nothing to mend" in here.output) is (drawing == GOOD)
    assert ("'maybe' promises nothing." in here.output) is (drawing == BAD)


def test_rules_that_suppliers_may_not_see_stay(project, tmp_path_factory):
    root = project({**FILES, "content/playbook.yml": "visibility: {styles: internal}"})
    folder = tmp_path_factory.mktemp("packs")
    assert run("export", "pack", "--project", root, "-o", folder).exit_code == 0
    with zipfile.ZipFile(folder / "faro-post-pack.zip") as pack:
        assert not [name for name in pack.namelist() if "Hedges" in name]


def test_the_logo_comes_along(pack):
    with unpacked(pack) as loaded:
        assert (loaded.root / loaded.playbook.brand.files["logo.svg"]).is_file()
        folder = loaded.root
    assert not folder.exists()


def repacked(pack: Path, **changes: object) -> Path:
    """A pack with other entries in its `spec.json`."""
    with zipfile.ZipFile(pack) as file:
        said = json.loads(file.read("spec.json")) | changes
    made = pack.with_name("made.zip")
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("spec.json", json.dumps(said))
        file.writestr("secret", "x")
    return made


@pytest.mark.parametrize("name", ["../../out.svg", "/out.svg", "a/../../out.svg", "..", "a//b"])
def test_nothing_is_written_elsewhere(pack, tmp_path, monkeypatch, name):
    (tmp_path / "deep/er").mkdir(parents=True)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "deep/er"))
    with unpacked(repacked(pack, files={name: "secret"})):
        found = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert "brand.yml" in found
    assert not found & {"out.svg", "secret", "b"}
    assert not Path("/out.svg").exists()


def test_a_file_that_is_named_often_fills_no_disk(pack, monkeypatch):
    monkeypatch.setattr("playbook.against._LARGEST", 20_000)
    often = repacked(pack, files={f"{number}.svg": "spec.json" for number in range(100)})
    with pytest.raises(PlaybookError) as error, unpacked(often):
        pass
    assert error.value.message == "against.large"


@pytest.mark.parametrize("flag, method", [(1, 0), (0, 99)], ids=["locked", "packed in an unknown way"])
def test_a_pack_that_cannot_be_unpacked(pack, flag, method):
    content = bytearray(repacked(pack).read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), bytes(content)):
            content[found.start() + at] |= flag
            content[found.start() + at + 2] = method
    odd = pack.with_name("odd.zip")
    odd.write_bytes(content)
    with pytest.raises(PlaybookError) as error, unpacked(odd):
        pass
    assert error.value.message == "against.no-pack"


@pytest.mark.parametrize(
    "changes, told",
    [
        ({"format": "other"}, "against.no-pack"),
        ({"version": 2}, "against.version"),
        ({"files": {"logo.svg": "nowhere"}}, "against.no-pack"),
        ({"files": {"colors.yml/x": "secret"}}, "against.no-pack"),
    ],
)
def test_a_pack_that_is_none(pack, changes, told):
    with pytest.raises(PlaybookError) as error, unpacked(repacked(pack, **changes)):
        pass
    assert error.value.message == told


@pytest.mark.parametrize(
    "changes", [{"brands": []}, {"pieces": {"../x": {}}}, {"kinds": {"x": 1}}, {"lang": 5}]
)
def test_odd_entries_are_passed_over(pack, changes):
    with unpacked(repacked(pack, files={}, **changes)) as loaded:
        assert loaded.playbook.brand.name is not None


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip"])
def test_what_is_no_zip(tmp_path, content):
    file = tmp_path / "pack.zip"
    file.write_bytes(content)
    result = run("check", "x.svg", "--against", file)
    assert result.exit_code == 2
    assert "is no pack" in result.output


def test_a_pack_of_too_much_is_not_opened(tmp_path):
    file = tmp_path / "pack.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("spec.json", "{}")
        for number in range(9):
            made.writestr(f"{number}", b"\0" * 8_000_000)
    with pytest.raises(PlaybookError) as error, unpacked(file):
        pass
    assert error.value.message == "against.large"

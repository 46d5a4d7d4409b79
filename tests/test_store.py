"""What is kept between runs: found again whole, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from playbook.store import FOLDER, Disk, Memory, of_project, program
from tests.building import ROOT


def entries(folder):
    return sorted(path for path in folder.iterdir() if path.name != ".gitignore")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


@pytest.mark.parametrize("content", [b"", b"x", b"brand-playbook entry 1\n", bytes(range(256)) * 999])
def test_what_was_put_is_found_by_a_later_run(folder, content):
    Disk(folder).put("key", content)
    assert Disk(folder).get("key") == content
    assert Disk(folder).get("other") is None
    assert Disk(folder, "another version").get("key") is None


def test_the_last_one_counts(folder):
    Disk(folder).put("key", b"old")
    Disk(folder).put("key", b"new")
    assert Disk(folder).get("key") == b"new"
    assert len(entries(folder)) == 1


DAMAGES = {
    "shorter": lambda content: content[:-1],
    "longer": lambda content: content + b"x",
    "cut": lambda content: content[:30],
    "gone": lambda content: content[:0],
    "turned": lambda content: content[:60] + bytes([content[60] ^ 1]) + content[61:],
    "foreign": lambda content: b"<svg/>" * len(content),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_entry_is_none_and_can_be_put_again(folder, damage):
    store = Disk(folder)
    store.put("key", b"some content")
    [file] = entries(folder)
    file.write_bytes(damage(file.read_bytes()))
    assert store.get("key") is None
    store.put("key", b"some content")
    assert store.get("key") == b"some content"


def test_an_entry_under_the_name_of_another_is_none(folder):
    store = Disk(folder)
    store.put("one", b"1")
    [one] = entries(folder)
    store.put("two", b"2")
    two = next(path for path in entries(folder) if path != one)
    one.replace(two)
    assert (store.get("one"), store.get("two")) == (None, None)


def test_what_stands_in_the_place_of_an_entry_stops_nothing(folder, tmp_path):
    store = Disk(folder)
    store.put("key", b"x")
    [file] = entries(folder)
    aside = tmp_path / "aside"
    file.rename(aside)
    for put_there in (lambda: os.mkfifo(file), lambda: file.symlink_to(aside)):
        put_there()
        assert store.get("key") is None
        store.put("key", b"x")
        assert store.get("key") == b"x"
        file.unlink()
    file.mkdir()
    store.put("key", b"x")
    assert store.get("key") is None
    assert entries(folder) == [file]


def test_the_folder_keeps_itself_out_of_git(folder):
    Disk(folder).put("key", b"x")
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize("there", ["cache", "cache/inside"])
def test_without_a_folder_to_write_into_nothing_is_kept(tmp_path, there):
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    store = Disk(tmp_path / there)
    store.put("key", b"x")
    assert store.get("key") is None
    assert (tmp_path / "cache").read_text(encoding="utf-8") == "a file"


def test_the_oldest_entries_make_room(folder):
    for number in range(10):
        Disk(folder, most=10**6).put(str(number), b"x" * 900)
        os.utime(max(entries(folder), key=lambda path: path.stat().st_mtime), (number, number))
    assert Disk(folder).get("0") == b"x" * 900  # asked for, so no longer the oldest
    Disk(folder, most=5000).put("new", b"x" * 900)
    left = [key for key in (*map(str, range(10)), "new") if Disk(folder).get(key)]
    assert left == ["0", "9", "new"]


def test_what_a_broken_run_left_behind_goes_too(folder):
    store = Disk(folder, most=10)
    folder.mkdir()
    (folder / ".half").write_bytes(b"x" * 100)
    os.utime(folder / ".half", (1, 1))
    store.put("key", b"")
    assert not (folder / ".half").exists()


def test_runs_at_once_do_not_harm_each_other(folder):
    script = (
        "import sys; from pathlib import Path; from playbook.store import Disk\n"
        "store = Disk(Path(sys.argv[1]))\n"
        "for _ in range(60):\n"
        "    for n in range(8):\n"
        "        store.put(str(n), bytes([n]) * 5000)\n"
        "        assert store.get(str(n)) == bytes([n]) * 5000\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", script, folder], cwd=ROOT) for _ in range(3)]
    assert [run.wait() for run in runs] == [0, 0, 0]
    assert len(entries(folder)) == 8


def test_a_project_has_its_store_and_never_one_elsewhere(tmp_path):
    home, outside = tmp_path / "home", tmp_path / "outside"
    home.mkdir()
    outside.mkdir()
    of_project(home).put("key", b"x")
    assert of_project(home).get("key") == b"x"
    assert entries(home / FOLDER)
    sly = tmp_path / "sly"
    sly.mkdir()
    (sly / ".cache").symlink_to(outside)
    store = of_project(sly)
    store.put("key", b"x")
    assert store.get("key") == b"x"
    assert list(outside.iterdir()) == []


def test_memory_forgets_with_the_run():
    store = Memory()
    store.put("key", b"x")
    assert (store.get("key"), Memory().get("key")) == (b"x", None)


def test_another_program_has_another_word(monkeypatch):
    first = program()
    program.cache_clear()
    monkeypatch.setattr(sys, "version", "4.0")
    assert program() != first
    program.cache_clear()


def test_a_library_in_another_folder_makes_another_program(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path), str(tmp_path / "lib.zip")])
    program.cache_clear()
    first = program()
    (tmp_path / "lib-2.0.dist-info").mkdir()
    program.cache_clear()
    assert program() != first
    program.cache_clear()


def test_the_cache_is_in_no_folder_of_content():
    assert Path(FOLDER).parts[0] == ".cache"
    assert ".cache" in (ROOT / "playbook/templates/init/common/dot-gitignore").read_text(encoding="utf-8")

"""Whatever stands in the files, loading and checking give diagnostics, never an exception."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbook import check
from playbook.diagnostics import PlaybookError
from playbook.loader import load

ROOT = Path(__file__).parents[2]
YAML = sorted(
    str(path.relative_to(ROOT)) for folder in ("brand", "content") for path in ROOT.glob(f"{folder}/**/*.yml")
)
TOKENS = "\x00 \t \n : # ' \" [ { &a *a <<: - | ~ null -1 \ufeff \u2028 ../../../etc/passwd {{7*7}} <script>"
NASTY = [
    *TOKENS.split(" "),
    "  ",
    ": ",
    "- ",
    "!!python/object:os.system ",
    "9" * 400,
    "\U0001f600",
    "%TAG ! x\n",
]


slow = settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("demo")
    for name in ("brand", "content"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def judged(root: Path) -> None:
    loaded = load(root)
    check(loaded)
    for diagnostic in loaded.diagnostics:
        assert diagnostic.location.line >= 1


@slow
@given(
    text=st.text(max_size=400) | st.lists(st.sampled_from(NASTY), max_size=30).map("".join),
    name=st.sampled_from(YAML),
)
def test_any_text_in_any_file(demo, text, name):
    changed(demo, name, text.encode("utf-8", "surrogatepass"))


@slow
@given(data=st.data(), name=st.sampled_from(YAML))
def test_any_mutation_of_the_demo(demo, data, name):
    text = (ROOT / name).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 200)))
    inserted = data.draw(st.sampled_from(NASTY) | st.text(max_size=20) | st.just(text[start:end] * 2))
    changed(demo, name, (text[:start] + inserted + text[end:]).encode("utf-8", "surrogatepass"))


@slow
@given(content=st.binary(max_size=300), name=st.sampled_from(YAML))
def test_any_bytes(demo, content, name):
    changed(demo, name, content)


def changed(demo: Path, name: str, content: bytes) -> None:
    path = demo / name
    path.write_bytes(content)
    try:
        judged(demo)
    finally:
        shutil.copy(ROOT / name, path)


@pytest.mark.parametrize(
    "name, told",
    [("loop", "link"), ("out", "link"), ("pipe", "special"), ("up", "folder"), ("folder", "")],
)
def test_strange_files_are_passed_over_and_told(project, name, told):
    import os

    root = project({"content/touchpoints/shop.yml": "name: Shop\nstage: before\n"})
    path = root / "content/touchpoints/strange.yml"
    {
        "loop": lambda: path.symlink_to(path),
        "out": lambda: path.symlink_to("/etc/hostname"),
        "pipe": lambda: os.mkfifo(path),
        "up": lambda: path.symlink_to(".."),
        "folder": path.mkdir,
    }[name]()
    loaded = load(root)
    assert list(loaded.playbook.touchpoints) == ["shop"]
    assert [(d.problem.message, d.location.path) for d in loaded.diagnostics] == (
        [(f"refused-file.{told}", "content/touchpoints/strange.yml")] if told else []
    )


def test_a_named_file_that_leads_out_of_the_project_is_told_as_that(project):
    root = project({"brand/logo.yml": "variants: {main: logo.svg}\n"})
    (root / "brand/logo.svg").symlink_to("/etc/hostname")
    assert [d.problem.message for d in load(root).diagnostics] == ["missing-file.refused"]


def test_a_link_within_the_project_is_followed(project):
    root = project({"brand/shared.txt": "name: Shop\nstage: before\n"})
    (root / "content/touchpoints").mkdir()
    (root / "content/touchpoints/shop.yml").symlink_to("../../brand/shared.txt")
    assert list(load(root).playbook.touchpoints) == ["shop"]


def test_a_folder_that_is_no_project_is_refused_in_words(tmp_path):
    with pytest.raises(PlaybookError) as error:
        load(tmp_path)
    assert error.value.message == "project.absent"


def test_an_unreadable_file_is_told(project, monkeypatch):
    root = project({"content/touchpoints/shop.yml": "name: Shop\nstage: before\n"})
    real = os.open

    def refusing(path, *rest, **named):
        if str(path).endswith("shop.yml"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **named)

    monkeypatch.setattr("os.open", refusing)
    loaded = load(root)
    assert [(d.rule, str(d.location)) for d in loaded.diagnostics] == [
        ("unreadable-file", "content/touchpoints/shop.yml:1:1")
    ]
    assert [entry.id for entry in loaded.playbook.broken] == ["shop"]


def test_thousands_of_mistakes_take_time_that_grows_with_their_number(project, monkeypatch):
    """Comparing each misspelt id with every other one would grow with the square."""
    import difflib

    compared = 0
    real = difflib.SequenceMatcher.set_seq1

    def counting(self, sequence):
        nonlocal compared
        compared += 1
        real(self, sequence)

    monkeypatch.setattr(difflib.SequenceMatcher, "set_seq1", counting)
    items = "".join(f"t-{i}: {{name: T, stage: befor, nmae: x, next: [t-{i}x]}}\n" for i in range(1000))
    loaded = load(project({"content/touchpoints.yml": items}))
    assert len(loaded.diagnostics) == 3000
    assert compared < 60_000

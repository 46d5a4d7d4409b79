"""`check --watch`: a change is told as it is made, and Ctrl-C ends it."""

from __future__ import annotations

import errno
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from watchdog.events import FileModifiedEvent, FileOpenedEvent
from watchdog.observers import Observer

import playbook
from playbook.cli import watch
from playbook.cli.look import Look
from playbook.cli.watch import Changes
from playbook.diagnostics import PlaybookError
from playbook.i18n import text
from tests.building import ROOT

PATIENCE = 60
FILES = {"content/touchpoints/web.yml": "name: Web\nstage: decision\nowner: lead\nneeds_pieces: false\n"}
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is a signal of POSIX here")


class Watching:
    """A child that watches, and what it has said so far."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        self.child = child
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self.child.stdout or ():
            self._lines.put(line)

    def until(self, wanted: str) -> list[str]:
        """The lines up to the first that holds these words."""
        lines: list[str] = []
        while not lines or wanted not in lines[-1]:
            try:
                lines.append(self._lines.get(timeout=PATIENCE))
            except queue.Empty:
                pytest.fail(f"no {wanted!r} in {lines}")
        return lines

    def stop(self) -> None:
        """End it at once, and read what it said to the end before somebody closes that."""
        self.child.kill()
        self._reader.join()

    def end(self) -> int:
        self.child.send_signal(signal.SIGINT)
        return self.child.wait(timeout=PATIENCE)


@contextmanager
def watching(root: Path, *asked: str) -> Iterator[Watching]:
    words = [sys.executable, "-m", "playbook", "check", "--watch", "--lang", "en", *asked]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"}
    out, error = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(words, cwd=root, env=env, encoding="utf-8", stdout=out, stderr=error) as child:
        seen = Watching(child)
        try:
            yield seen
        finally:
            seen.stop()


@POSIX
def test_changes_of_a_project_are_told(project):
    root = project(FILES)
    touchpoint = root / "content/touchpoints/web.yml"
    with watching(root, "--fail-on", "warning") as seen:
        seen.until("brand/, content/; Ctrl-C")
        whole = touchpoint.read_text()
        touchpoint.write_text(whole.replace("owner: lead\n", ""))
        assert seen.until("touchpoint-owner")[-2].endswith("  1 new, 2 findings in all\n")
        touchpoint.write_text("name: [\n")
        assert any("yaml-syntax" in line for line in seen.until("- content/touchpoints/web.yml"))
        touchpoint.write_text(whole)
        seen.until("- content/touchpoints/web.yml")
        (root / "brand/brand.yml").unlink()
        seen.until("+ brand/brand.yml")
        assert seen.end() == 1


@POSIX
def test_changes_of_a_file_that_is_handed_in_are_told(project):
    root = project({"brand/colors.yml": 'palette: {fig: "#561B3F"}\n', "post.css": "a { color: #561B3F }\n"})
    with watching(root, "post.css") as seen:
        seen.until("brand/, content/, post.css; Ctrl-C")
        (root / "post.css").write_text("a { color: #571B3F }\n")
        assert "file-color" in seen.until("+ ")[-1]
        (root / "brand/colors.yml").write_text('palette: {fig: "#571B3F"}\n')
        assert seen.until("- ")[-2].endswith("  1 gone, 0 findings in all\n")
        assert seen.end() == 0


@POSIX
def test_a_folder_that_comes_later_or_anew_is_watched(project):
    root = project(FILES)
    (root / "content").rename(root / "away")
    with watching(root) as seen:
        seen.until("brand/; Ctrl-C")
        for _ in range(2):
            (root / "away").rename(root / "content")
            seen.until(" in all")
            touchpoint = root / "content/touchpoints/web.yml"
            whole = touchpoint.read_text()
            touchpoint.write_text(whole.replace("owner: lead\n", ""))
            seen.until("+ content/touchpoints/web.yml")
            touchpoint.write_text(whole)
            seen.until("- content/touchpoints/web.yml")
            copytree(root / "content", root / "away")
            rmtree(root / "content")
            seen.until(" in all")


def refuse(*_asked, **_named):
    """What an observer does for which the system has no room left."""
    raise OSError(errno.ENOSPC, "inotify watch limit reached")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_folders_that_cannot_be_watched_are_told(project, monkeypatch, lang):
    loaded = playbook.load(project(FILES))
    observer = Observer()
    monkeypatch.setattr(observer, "schedule", refuse)
    monkeypatch.setattr(watch, "Observer", lambda: observer)
    seen = Look(lambda: loaded, (), lang, handed=False, tell=lambda: None)
    with pytest.raises(PlaybookError) as raised:
        watch.watched(lambda: seen, ())
    told = text(lang, raised.value.message, raised.value.facts)
    assert "inotify watch limit reached" in told
    assert "--watch" in told


@pytest.mark.parametrize(
    "path, event, noted",
    [
        ("content/a.yml", FileModifiedEvent, True),
        ("content/a.yml", FileOpenedEvent, False),
        ("content/.a.yml.swp", FileModifiedEvent, False),
        ("content/.cache/a", FileModifiedEvent, False),
        ("content/a.yml~", FileModifiedEvent, False),
        ("site/index.html", FileModifiedEvent, False),
        ("post.svg", FileModifiedEvent, True),
    ],
)
def test_what_counts_as_a_change(tmp_path, path, event, noted):
    changes = Changes([tmp_path / "content"], [tmp_path / "post.svg"])
    changes.on_any_event(event(str(tmp_path / path)))
    assert changes._noted.is_set() == noted

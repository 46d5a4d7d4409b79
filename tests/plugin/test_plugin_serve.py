"""A real `mkdocs serve` while content is broken and mended."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

FAKE_CORE = str(Path(__file__).with_name("fake_core.py"))
PATIENCE = 60  # seconds; a busy machine builds slowly


@contextmanager
def serving(config: Path) -> Iterator[Callable[[str, str], str]]:
    """A server; what is yielded gets a page again and again until it matches a pattern."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(config), "-a", address]
    log = config.with_name("log.txt")
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with log.open("w") as out, subprocess.Popen(command, stdout=out, stderr=out, env=environment) as server:
        try:
            yield lambda path, pattern: until(f"http://{address}/{path}", pattern, server)
        finally:
            server.terminate()


def until(url: str, pattern: str, server: subprocess.Popen[bytes]) -> str:
    text = ""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server died"
        try:
            with urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - an address of our own
                text = answer.read().decode()
        except URLError:
            text = ""
        if re.search(pattern, text):
            return text
        time.sleep(0.1)
    pytest.fail(f"{url} never showed {pattern!r}; last: {text[-500:]}")


def rebuilds(config: Path) -> int:
    return config.with_name("log.txt").read_text().count("Detected file changes")


@pytest.fixture
def config(demo):
    made = demo({"content/items/a.yml": "Alpha", "content/index.md": "# Home\n"})
    return made.configure({}, hooks=[FAKE_CORE])


def test_a_mistake_shows_where_it_is_and_goes_when_mended(config):
    item = config.with_name("content") / "items" / "a.yml"
    with serving(config) as page:
        page("items/a/", "Fine.")
        item.write_text("")
        page("items/a/", "a.yml: broken")
        page("", "Home")
        item.write_text("Mended")
        page("items/a/", "<h1[^>]*>Mended</h1>")
        assert rebuilds(config) == 2, "building must not set off another build"


def test_the_server_starts_without_a_project_and_finds_it_later(config):
    plan = config.with_name("site.json")
    text = plan.read_text()
    plan.unlink()
    with serving(config) as page:
        assert "project: left out" in page("", "The playbook cannot be read")
        plan.write_text(text)
        (config.with_name("brand") / "colors.yml").write_text("{} # touched")
        page("", "Home")
        page("items/a/", "Fine.")

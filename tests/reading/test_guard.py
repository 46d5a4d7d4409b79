"""The process that reads foreign files opens nothing else, connects to nothing and starts nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

GUARDED = "from playbook.reading.guard import guard; guard(); "


def run(code: str) -> str:
    """What the guarded code dies of, or what it prints."""
    done = subprocess.run([sys.executable, "-c", GUARDED + code], capture_output=True, text=True, check=False)
    return (done.stderr.strip().splitlines() or [done.stdout.strip()])[-1].partition(":")[0]


@pytest.mark.parametrize(
    "code",
    [
        "open('/etc/passwd')",
        "open('here.txt', 'w')",
        "open('pyproject.toml')",
        "import pytest; open(pytest.__file__, 'a')",
        "import os; os.open(b'/etc/passwd', 0)",
        "import pathlib; pathlib.Path('../x').read_text()",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
    ],
)
def test_what_a_parser_may_not_do(code):
    assert run(code) in {"PermissionError", "urllib.error.URLError"}


def test_memory_is_limited():
    assert run("x = bytes(900_000_000)") == "MemoryError"


def test_modules_may_still_be_imported():
    assert run("import xml.dom.minidom, pypdf, PIL.Image, coloraide, lxml.html; print('fine')") == "fine"

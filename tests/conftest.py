"""What every test can ask for: a project on disk, a browser, a server; and a guard against the network."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any, Protocol

import pytest
from hypothesis import settings

from tests.hosts import is_loopback

pytest_plugins = ("tests.browsing",)

settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")

MINIMAL: Mapping[str, str] = {
    "mkdocs.yml": """
        site_name: Example
        docs_dir: content
        theme:
          name: material
          font: false
        plugins:
          - search
          - brand-playbook
        """,
    "brand/brand.yml": "name: Example\n",
    "content/index.md": "# Example\n",
}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Twice as many processes as cores, for `-n auto`: much of their time they wait for a browser."""
    return 2 * (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


class MakeProject(Protocol):
    """`project({"content/touchpoints/web.yml": "name: Web"})` gives the project's root."""

    def __call__(self, files: Mapping[str, str | bytes | None] = ..., /) -> Path: ...


@pytest.fixture
def project(tmp_path: Path) -> MakeProject:
    """Writes files over a minimal valid project; text is dedented, None leaves a file out.

    Asked again within a test, it changes the same project.
    """
    root = tmp_path / "project"
    write_tree(root, MINIMAL)

    def make(files: Mapping[str, str | bytes | None] | None = None, /) -> Path:
        write_tree(root, files or {})
        return root

    return make


def write_tree(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink(missing_ok=True)
        elif isinstance(content, str):
            path.write_bytes(dedent(content).removeprefix("\n").encode())
        else:
            path.write_bytes(content)


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Fails a test that looks up or connects to anything but this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded_connect(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo))
        yield


def _refuse(host: object) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if isinstance(name, str) and not is_loopback(name):
        pytest.fail(f"a test tried to reach {name}: tests stay on this machine")


def _guarded_connect(connect: Any) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family != getattr(socket, "AF_UNIX", None):
            _refuse(address[0])
        return connect(self, address)

    return guarded


def _guarded_lookup(lookup: Any) -> Any:
    def guarded(host: Any, *rest: Any, **named: Any) -> Any:
        _refuse(host)
        return lookup(host, *rest, **named)

    return guarded

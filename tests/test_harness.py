"""The harness itself: what the fixtures promise is so."""

from __future__ import annotations

import http.client
import socket
from pathlib import Path

import pytest

from tests.browsing import is_foreign

PAGE = """<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1>%s</main>"""


def test_a_project_is_minimal_until_files_are_written_over_it(project):
    root = project({"brand/brand.yml": "name: Other\n", "content/index.md": None, "brand/logo.bin": b"\0"})
    assert (root / "brand/brand.yml").read_text() == "name: Other\n"
    assert (root / "brand/logo.bin").read_bytes() == b"\0"
    assert not (root / "content/index.md").exists()
    assert (root / "mkdocs.yml").read_text().startswith("site_name: Example\ndocs_dir: content\n")


def test_a_project_can_be_changed_within_a_test(project):
    root = project({"content/a.md": "one"})
    assert project({"content/b.md": "two"}) == root
    assert (root / "content/a.md").exists()


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.invalid", 80), ("2001:db8::1", 80)])
def test_the_network_is_out_of_reach(address):
    with pytest.raises(pytest.fail.Exception, match="tests stay on this machine"):
        socket.create_connection(address, timeout=1)


def test_a_folder_is_served_on_loopback(serve, tmp_path: Path):
    (tmp_path / "index.html").write_text("hello")
    host = serve(tmp_path).removeprefix("http://").removesuffix("/")
    connection = http.client.HTTPConnection(host, timeout=5)
    connection.request("GET", "/")
    assert connection.getresponse().read() == b"hello"
    connection.close()


@pytest.mark.parametrize(
    "url, foreign",
    [
        ("https://fonts.example/a.woff2", True),
        ("http://127.0.0.1:8000/a", False),
        ("http://localhost:8000/a", False),
        ("file:///tmp/site/index.html", False),
        ("data:text/plain,a", False),
    ],
)
def test_other_hosts_are_told_from_this_one(url, foreign):
    assert is_foreign(url) is foreign


def test_a_page_shows_a_site_and_records_what_goes_wrong(page, seen, serve, tmp_path: Path):
    body = '<img alt="" src="https://pictures.example/a.png"><script>console.error("loud"); gone()</script>'
    (tmp_path / "index.html").write_text(PAGE % body)
    page.goto(serve(tmp_path))
    assert page.locator("h1").inner_text() == "Page"
    assert seen.foreign == ["https://pictures.example/a.png"]
    assert any("loud" in error for error in seen.errors)
    assert any("gone is not defined" in error for error in seen.errors)


def test_a_quiet_page_records_nothing(page, seen, serve, tmp_path: Path):
    (tmp_path / "index.html").write_text(PAGE % "")
    page.goto(serve(tmp_path))
    assert (seen.errors, seen.foreign) == ([], [])


def test_axe_names_rule_and_place(page, axe):
    page.set_content(PAGE % '<img src="data:,">')
    assert axe(page) == ["image-alt: Images must have alternative text: img"]
    assert axe(page, exclude=("img",)) == []

"""A pack for a supplier, taken from the page of a piece and of a kit."""

from __future__ import annotations

from zipfile import ZipFile

import pytest


@pytest.fixture
def home(serve, demo):
    return serve(demo.folder)


@pytest.mark.parametrize(
    "address, name",
    [
        ("pieces/workwear/", "aldaba-workwear-pack.zip"),
        ("kits/home-fair-2027/", "aldaba-home-fair-2027-kit.zip"),
    ],
)
def test_a_pack_can_be_taken_and_read(page, home, tmp_path, address, name):
    page.goto(f"{home}{address}")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Take the pack").click()
    assert waiting.value.suggested_filename == name
    with ZipFile(waiting.value.path()) as pack:
        pack.extractall(tmp_path)
    page.goto((tmp_path / "README.html").as_uri())
    assert page.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 0)")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

"""piece-file."""

from __future__ import annotations

import pytest

FOUND = (
    'content/pieces/one.yml:3:9 the piece "One" is implemented, and neither file nor link leads to it'
    " | Add `files`, `link` or `source`; or correct its status."
)


@pytest.mark.parametrize(
    "kind, more, found",
    [
        ("brochure", "status: implemented", True),
        ("brochure", "status: planned", False),
        ("brochure", "status: implemented\nlink: https://a.example", False),
        ("brochure", "status: implemented\nsource: https://a.example", False),
        ("brochure", "status: implemented\nfiles: flyer.pdf", False),
        ("phone-script", "status: implemented\nsteps: Call.", False),
        ("phone-script", "status: implemented", True),
        ("procedure", "status: implemented", False),
        ("video", "status: implemented\ncaption: Look", False),
        ("vehicle", "status: implemented\nin_use: {units: 26}", False),
        ("vehicle", "status: implemented\nin_use: {}", True),
        ("quote", "status: implemented", False),
        ("no-kind", "status: implemented", False),
    ],
)
def test_pieces(check, kind, more, found):
    files = {"content/pieces/one.yml": f"name: One\nkind: {kind}\n{more}\n"}
    assert check("piece-file", files) == ([FOUND] if found else [])

"""piece-version."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "version, made, older",
    [
        ("2.0", "1.4", True),
        ("2.0", "2", False),
        ("2.10", "2.9", True),
        ("2.1", "v2.0", True),
        ("2.1", "2.1.0", False),
        ("2.1", "3", False),
        ("spring", "1", False),
        ("2", "the old one", False),
        ("9" * 400, "1", False),
    ],
)
def test_versions(check, version, made, older):
    files = {
        "brand/brand.yml": f'name: Example\nversion: "{version}"\n',
        "content/pieces/one.yml": f'name: One\nkind: quote\nstatus: implemented\nbrand_version: "{made}"\n',
    }
    said = f'content/pieces/one.yml:4:16 the piece "One" is made for version {made} of the brand;'
    said += f" today's is {version}"
    hint = " | Look at it: write the new version if it still holds, or `status: to-update`."
    assert check("piece-version", files) == ([said + hint] if older else [])
    known = {
        "content/pieces/one.yml": f'name: One\nkind: quote\nstatus: to-update\nbrand_version: "{made}"\n'
    }
    assert check("piece-version", files | known) == []


def test_a_rebrand_is_told_in_eleven_lines(check):
    pieces = "\n".join(
        f"p{n}: {{name: P, kind: quote, status: approved, brand_version: 1}}" for n in range(50)
    )
    files = {"brand/brand.yml": "name: Example\nversion: 2\n", "content/pieces.yml": pieces}
    told = check("piece-version", files)
    assert len(told) == 11
    assert "more pieces are made for an older version of the brand: 40" in told[-1]

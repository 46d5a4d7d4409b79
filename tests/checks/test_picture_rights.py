"""picture-rights, seen on 2026-11-21."""

from __future__ import annotations

import pytest

HINT = " | Renew them and write the new day; or take it out of use, and write `retired: true`."


@pytest.mark.parametrize(
    "picture, found",
    [
        ("expires: 2026-11-20", '2:32 the rights to the picture "shop" ended on 2026-11-20'),
        ("expires: 2026-11-20, name: Shop", '2:32 the rights to the picture "Shop" ended on 2026-11-20'),
        ("expires: 2026-11-21", ""),
        ("expires: 2020-01-01, retired: true", ""),
        ("name: Shop", ""),
    ],
)
def test_pictures(check, picture, found):
    files = {
        "brand/imagery.yml": f"pictures:\n  shop: {{file: s.svg, {picture}}}\n",
        "brand/kids/brand.yml": "name: K",
    }
    told = check("picture-rights", files)
    assert told == ([f"brand/imagery.yml:{found}{HINT}"] if found else [])

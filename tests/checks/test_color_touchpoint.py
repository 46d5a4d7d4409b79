"""color-touchpoint."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "piece, found",
    [
        (
            "touchpoints: [shop]",
            [
                (
                    "content/pieces/one.yml:3:25 the color mint is for app, and this piece serves other"
                    " touchpoints | Choose a color of the whole brand, or add the touchpoint to the color's"
                    " `touchpoints`."
                )
            ],
        ),
        ("touchpoints: [shop, app]", []),
        ("touchpoints: []", []),
        ("touchpoints: [shop]\nstatus: retired", []),
    ],
)
def test_pieces(check, piece, found):
    files = {
        "brand/colors.yml": 'palette: {mint: {value: "#2EC4A6", touchpoints: app}, ink: "#000"}',
        "content/touchpoints.yml": "app: {name: App, stage: after}\nshop: {name: Shop, stage: during}\n",
        "content/pieces/one.yml": (
            f"name: One\nkind: quote\nrequirements: {{colors: [mint, ink, x]}}\n{piece}\n"
        ),
    }
    assert check("color-touchpoint", files) == found
    unknown = {"brand/colors.yml": 'palette: {mint: {value: "#2EC4A6", touchpoints: ap}}'}
    assert check("unknown-reference", files | unknown)[0].startswith("brand/colors.yml:1:")

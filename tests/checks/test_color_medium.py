"""color-medium."""

from __future__ import annotations

import pytest

PALETTE = """
    palette:
      glow: {value: "#0FC", media: screen}
      ink: {value: "#123", cmyk: [1, 2, 3, 4], media: print}
      spot: {value: "#456", ral: "5001"}
      plain: "#789"
    """
OUTSIDE = "content/pieces/one.yml:3:25 the color {} is not for this piece's medium: {}"


@pytest.mark.parametrize(
    "kind, colors, more, found",
    [
        ("brochure", "glow", "", [OUTSIDE.format("glow", "Print")]),
        ("brochure", "ink", "", []),
        ("brochure", "spot", "", []),
        ("brochure", "plain", "", ["brand/colors.yml:5:3 the color plain is printed and has no ink"]),
        ("brochure", "plain", "status: retired", []),
        ("web-page", "ink", "", [OUTSIDE.format("ink", "Screen")]),
        ("web-page", "glow", "", []),
        ("web-page", "plain", "", []),
        ("workwear", "ink", "", [OUTSIDE.format("ink", "Textile")]),
        ("sign", "glow", "", [OUTSIDE.format("glow", "Signs")]),
        ("procedure", "glow", "", []),
        ("no-kind", "glow", "", []),
        ("brochure", "nothing", "", []),
        ("brochure", '"#0FC"', "", []),
    ],
)
def test_pieces(check, kind, colors, more, found):
    piece = f"name: One\nkind: {kind}\nrequirements: {{colors: [{colors}]}}\n{more}\n"
    told = check("color-medium", {"brand/colors.yml": PALETTE, "content/pieces/one.yml": piece})
    assert [line.split(" | ")[0] for line in told] == found


@pytest.mark.parametrize("kind", ["letter", "packaging", "stand"])
def test_sizes_in_millimeters_are_print(check, kind):
    piece = f"name: One\nkind: {kind}\nrequirements: {{sizes: [{{width: 210, unit: mm}}], colors: [glow]}}\n"
    [found] = check("color-medium", {"brand/colors.yml": PALETTE, "content/pieces/one.yml": piece})
    assert "the color glow is not for this piece's medium: Print" in found


def test_a_color_that_says_print_needs_an_ink(check):
    [found] = check("color-medium", {"brand/colors.yml": 'palette: {a: {value: "#123", media: print}}'})
    assert found.startswith("brand/colors.yml:1:11 the color a is printed and has no ink | Add `cmyk`")

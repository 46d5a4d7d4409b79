"""touchpoint-pieces."""

from __future__ import annotations

import pytest

FOUND = (
    'content/touchpoints/checkout.yml:1:7 the touchpoint "Checkout" has no pieces'
    ' | Name "checkout" under `touchpoints` of its pieces, or write `needs_pieces: false` here.'
)


@pytest.mark.parametrize(
    "more, piece, found",
    [
        ("", "touchpoints: [checkout]", []),
        ("", "touchpoints: []", [FOUND]),
        ("", "{touchpoints: checkout, status: retired}", [FOUND]),
        ("needs_pieces: false", "touchpoints: []", []),
        ("status: retired", "touchpoints: []", []),
    ],
)
def test_pieces(check, more, piece, found):
    inner = piece.strip("{}").replace(", ", "\n")
    files = {
        "content/touchpoints/checkout.yml": f"name: Checkout\nstage: decision\n{more}\n",
        "content/pieces/quote.yml": f"name: Quote\nkind: quote\n{inner}\n",
    }
    assert check("touchpoint-pieces", files) == found

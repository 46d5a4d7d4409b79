"""piece-orphan."""

from __future__ import annotations

import pytest

FOUND = (
    'content/pieces/quote.yml:1:7 the piece "Quote" serves no touchpoint and belongs to no kit'
    " | Name the touchpoints that it serves under `touchpoints`."
)


@pytest.mark.parametrize(
    "more, kit, found",
    [
        ("", "other", [FOUND]),
        ("", "quote", []),
        ("touchpoints: [anywhere]", "other", []),
        ("status: retired", "other", []),
    ],
)
def test_pieces(check, more, kit, found):
    files = {
        "content/pieces/quote.yml": f"name: Quote\nkind: quote\n{more}\n",
        "content/kits/fair.yml": f"name: Fair\npieces: [{kit}]\n",
    }
    assert check("piece-orphan", files) == found

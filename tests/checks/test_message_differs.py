"""message-differs."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "piece, found",
    [
        ("touchpoints: delivery\nmessage: on-time", ""),
        (
            "touchpoints: delivery\nmessage: near",
            (
                '4:10 the piece "Quote" carries the message near, and its touchpoint "Delivery" on-time'
                " | Give both the same message."
            ),
        ),
        (
            "touchpoints: delivery",
            (
                '1:7 the piece "Quote" carries no message; its touchpoint "Delivery" carries on-time'
                " | Add `message: on-time`."
            ),
        ),
        ("touchpoints: [delivery, visit]\nmessage: near", ""),
        (
            "touchpoints: [delivery, visit]\nmessage: cheap",
            (
                '4:10 the piece "Quote" carries the message cheap, and its touchpoints on-time or near'
                " | Give both the same message."
            ),
        ),
        (
            "touchpoints: [delivery, visit]",
            (
                '1:7 the piece "Quote" carries no message; its touchpoints carry on-time or near'
                " | Add `message: on-time`."
            ),
        ),
        ("touchpoints: silent\nmessage: near", ""),
        ("touchpoints: misspelt\nmessage: near", ""),
        ("touchpoints: nowhere\nmessage: near", ""),
        ("touchpoints: delivery\nmessage: near\nstatus: retired", ""),
    ],
)
def test_pieces(check, piece, found):
    files = {
        "brand/brand.yml": "name: Example\nmessages:"
        " {on-time: We come., near: We are near., cheap: We cost less.}\n",
        "content/touchpoints/delivery.yml": "name: Delivery\nstage: after\nmessage: on-time\n",
        "content/touchpoints/visit.yml": "name: Visit\nstage: after\nmessage: near\n",
        "content/touchpoints/silent.yml": "name: Silent\nstage: after\n",
        "content/pieces/quote.yml": f"name: Quote\nkind: quote\n{piece}\n",
    }
    assert check("message-differs", files) == ([f"content/pieces/quote.yml:{found}"] if found else [])

"""touchpoint-owner."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "more, found",
    [
        ("owner: shop-lead", ""),
        ("status: retired", ""),
        (
            "status: planned",
            'the touchpoint "Checkout" has no owner | Add `owner` with the id of the accountable role.',
        ),
    ],
)
def test_owners(check, more, found):
    files = {"content/touchpoints/checkout.yml": f"name: Checkout\nstage: decision\n{more}\n"}
    at = "content/touchpoints/checkout.yml:1:7"
    assert check("touchpoint-owner", files) == ([f"{at} {found}"] if found else [])


def test_many_in_one_file(check):
    files = {
        "content/touchpoints.yml": "web: {name: Web, stage: decision}\nshop: {name: Shop, stage: decision}\n"
    }
    assert [found.split(" | ")[0] for found in check("touchpoint-owner", files)] == [
        'content/touchpoints.yml:1:13 the touchpoint "Web" has no owner',
        'content/touchpoints.yml:2:14 the touchpoint "Shop" has no owner',
    ]

"""brand-drift."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "ours, theirs, found",
    [
        ("name: Lighthouse", "{name: Lighthouse}", []),
        ("name: Lighthouse\ntagline: On", "{name: ' Lighthouse '}", []),
        (
            "name: Lighthouse",
            "{name: {full: Light House}}",
            [
                (
                    'brand/brand.yml:1:7 name is "Lighthouse" here and "Light House" in brand/_brand.yml'
                    " | Write the value that holds in both files, or leave it out here."
                )
            ],
        ),
        (
            "name: Lighthouse\ncontact: {website: https://a.example}",
            "{name: Lighthouse, link: https://b.example}",
            [
                (
                    'brand/brand.yml:2:20 contact.website is "https://a.example" here and "https://b.example"'
                    " in brand/_brand.yml | Write the value that holds in both files, or leave it out here."
                )
            ],
        ),
    ],
)
def test_what_both_files_say(check, ours, theirs, found):
    assert check("brand-drift", {"brand/brand.yml": ours, "brand/_brand.yml": f"meta: {theirs}"}) == found


def test_a_sub_brand_may_differ_from_its_master(check):
    files = {"brand/brand.yml": "name: Lighthouse", "brand/kids/_brand.yml": "meta: {name: Lamp}"}
    assert check("brand-drift", files) == []

"""font-licence."""

from __future__ import annotations

import pytest

from playbook.observed import FontFacts

LICENCE = 'no license is recorded for "Sans"'
FALLBACK = 'nothing is said to stand in for "Sans" where it is missing'
FALLBACK += " | Add a list such as `fallback: [Verdana, sans-serif]`."
ASK = " | Add `licence` with its name; whoever sold or published the font knows it."


@pytest.mark.parametrize(
    "family, found",
    [
        ("{name: Sans, files: [s.woff2], licence: OFL, fallback: [Verdana, sans-serif]}", []),
        ("{name: Sans, files: [s.woff2], licence: OFL, fallback: ['Sans-Serif']}", []),
        ("{name: Sans, files: [s.woff2], fallback: serif}", [LICENCE + ASK]),
        ("{name: Sans, files: [s.woff2], licence: OFL}", [FALLBACK]),
        ("{name: Sans, files: [s.woff2]}", [LICENCE + ASK, FALLBACK]),
        ("{name: Sans, source: system}", []),
    ],
)
def test_families(check, family, found):
    files = {"brand/fonts.yml": f"families:\n  text: {family}\n", "brand/s.woff2": ""}
    assert check("font-licence", files) == [f"brand/fonts.yml:2:3 {told}" for told in found]


def test_what_the_file_says_of_its_license_is_passed_on(check):
    files = {"brand/fonts.yml": "families: {text: {name: Sans, files: [s.woff2], fallback: monospace}}"}
    told = "This font is\nlicensed under the OFL."
    seen = FontFacts("woff2", "Sans", "", 400, (400, 400), False, "installable", told, "", 1000, frozenset())
    [found] = check("font-licence", files | {"brand/s.woff2": ""}, {"brand/s.woff2": seen})
    assert found.endswith(" | The file itself says: This font is licensed under the OFL.")


def test_a_list_that_ends_in_no_generic_family(check):
    files = {
        "brand/fonts.yml": (
            "families:\n  text: {name: Sans, files: [s.woff2], licence: OFL, fallback: [Verdana]}\n"
        ),
        "brand/s.woff2": "",
    }
    assert check("font-licence", files) == [
        (
            'brand/fonts.yml:2:64 the last that stands in for "Sans" is Verdana, which not every computer has'
            " | End the list with a generic family: serif, sans-serif or monospace."
        )
    ]

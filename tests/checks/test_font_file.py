"""font-file."""

from __future__ import annotations

import pytest

from playbook.observed import FontFacts, Unreadable


def font(family="Example Sans", weights=(400, 400), embedding="installable"):
    return FontFacts(
        "woff2", family, "Regular", weights[0], weights, False, embedding, "", "", 1000, frozenset()
    )


def files(weight="400", weights="[]"):
    return {
        "brand/fonts.yml": f"""
            families:
              text:
                name: Example Sans
                weights: {weights}
                files:
                  - {{file: sans.woff2, weight: "{weight}"}}
            """,
        "brand/sans.woff2": "",
    }


@pytest.mark.parametrize(
    "seen, weight, found",
    [
        (font(), "400", ""),
        (font("EXAMPLE-Sans Bold"), "400", ""),
        (font("Example Serif"), "400", 'sans.woff2 holds the family "Example Serif", not "Example Sans"'),
        (font(weights=(700, 700)), "400", "sans.woff2 holds the weight 700, not 400"),
        (font(weights=(300, 800)), "300 800", ""),
        (font(weights=(300, 700)), "300 800", "sans.woff2 holds the weight 300 700, not 300 800"),
        (font(embedding="restricted"), "400", "sans.woff2 forbids embedding (fsType: restricted license)"),
        (font(embedding="preview-print"), "400", ""),
        (
            Unreadable("font-collection"),
            "400",
            "The file holds a collection of fonts. Take one font per file.",
        ),
    ],
)
def test_files(check, seen, weight, found):
    told = [line.split(" | ")[0] for line in check("font-file", files(weight), {"brand/sans.woff2": seen})]
    assert told == ([f"brand/fonts.yml:6:9 {found}"] if found else [])


def test_each_weight_in_use_is_in_a_file(check):
    seen = {"brand/sans.woff2": font()}
    assert check("font-file", files(weights="[400, 700]"), seen) == [
        (
            'brand/fonts.yml:4:20 no file of "Example Sans" holds the weight 700'
            " | There are files for 400. Add one, or take the weight out of the list."
        )
    ]


def test_what_cannot_be_opened_is_told_with_the_way_out(check):
    assert check("font-file", files()) == [
        (
            "brand/fonts.yml:6:9 The file is not a TTF, OTF, WOFF or WOFF2 font, or it is damaged."
            " Take the font again from its source."
        )
    ]

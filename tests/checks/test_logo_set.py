"""logo-set."""

from __future__ import annotations

import pytest

INK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
TWO = INK.replace("</svg>", '<path fill="red" d="M0 0h2v2z"/></svg>')
LIGHT = "brand/logo.yml:1:1 no variant of the logo is for light backgrounds"
LIGHT += " | Draw one, or write `on: [light]` at the variant that is."
DARK = "brand/logo.yml:1:1 no variant of the logo is for dark backgrounds"
DARK += " | Draw one, or write `on: [dark]` at the variant that is."

SILENT = (
    "brand/logo.yml:1:12 2 variants of the logo have no alternative text: a, b | Add `alt: Example` to each."
)
UNSAID = "brand/logo.yml:1:1 no variant of the logo says which backgrounds it is for"
UNSAID += " | Write `on: [light]`, `on: [dark]` or both at each, and draw the one that is missing."


@pytest.mark.parametrize(
    "variants, found",
    [
        ("{a: {file: a.svg, alt: X, on: [light, dark]}}", []),
        ("{a: {file: a.svg, alt: X, on: [fig, paper]}}", []),
        ("{a: {file: a.svg, alt: X, on: light}}", [DARK]),
        ('{a: {file: a.svg, alt: X, on: "#000"}}', [LIGHT]),
        ("{a: {file: a.svg, alt: X}}", [UNSAID]),
        ("{a: {file: a.svg, alt: X, on: nowhere}}", [LIGHT, DARK]),
        (
            "{a: {file: a.svg, on: [light, dark]}, b: a.svg}",
            [SILENT],
        ),
        (
            "{a: {file: a.svg, on: [light, dark]}}",
            [
                'brand/logo.yml:1:12 the logo variant "a" has no alternative text | Add `alt: Example`.',
            ],
        ),
        ("{}", []),
    ],
)
def test_variants(check, variants, found):
    palette = 'palette: {fig: "#561B3F", paper: "#FEFEFE"}'
    files = {"brand/logo.yml": f"variants: {variants}", "brand/a.svg": INK, "brand/colors.yml": palette}
    assert check("logo-set", files) == found


@pytest.mark.parametrize("drawing, found", [(INK, 0), (TWO, 1)])
def test_one_ink_is_asked_for_by_an_option(check, drawing, found):
    files = {
        "brand/logo.yml": "variants: {a: {file: a.svg, alt: X}}",
        "brand/a.svg": drawing,
        "content/playbook.yml": "options: {logo-set: {need: [mono]}}",
    }
    assert len(check("logo-set", files)) == found


def test_a_sub_brand_answers_for_its_own_logo_only(check):
    files = {
        "brand/logo.yml": "variants: {a: {file: a.svg, alt: X}}",
        "brand/a.svg": INK,
        "brand/kids/brand.yml": "name: Kids",
    }
    assert check("logo-set", files) == [UNSAID]
    own = {"brand/kids/logo.yml": "variants: {b: {file: a.svg, on: [light, dark]}}"}
    assert check("logo-set", files | own)[:1] == [
        'brand/kids/logo.yml:1:12 the logo variant "b" has no alternative text | Add `alt: Kids`.'
    ]

"""logo-contrast."""

from __future__ import annotations

import pytest


def svg(*fills):
    shapes = "".join(f'<path fill="{fill}" d="M0 0h9v9z"/>' for fill in fills)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{shapes}</svg>'


@pytest.mark.parametrize(
    "fills, on, found",
    [
        (["#222"], "light", ""),
        (
            ["#222"],
            "dark",
            (
                'the #222222 of the logo variant "main" has a contrast of 1.17:1 on dark'
                " (#121212), less than 3:1"
                " | Take the background out of its `on`, or draw a variant for it."
            ),
        ),
        (
            ["#F4B63F", "#222"],
            "'#FFFFFF'",
            (
                'the #F4B63F of the logo variant "main" has a contrast of 1.8:1 on #FFFFFF, less than 3:1'
                " | Take the background out of its `on`, or draw a variant for it."
            ),
        ),
        (["#222", "#F4B63F"], "light", ""),
        (["#fff", "#222"], "light", ""),
        (
            ["#fff"],
            "paper",
            (
                'the #FFFFFF of the logo variant "main" has a contrast of 1:1 on paper'
                " (#FFFFFF), less than 3:1"
                " | Take the background out of its `on`, or draw a variant for it."
            ),
        ),
        (["none"], "light", ""),
    ],
)
def test_backgrounds(check, fills, on, found):
    files = {
        "brand/logo.yml": f"variants:\n  main:\n    file: logo.svg\n    on: [{on}]\n",
        "brand/logo.svg": svg(*fills),
        "brand/colors.yml": 'palette: {paper: "#FFFFFF"}',
    }
    assert check("logo-contrast", files) == ([f"brand/logo.yml:4:10 {found}"] if found else [])


def test_the_ratio_is_an_option(check):
    files = {
        "brand/logo.yml": "variants: {main: {file: logo.svg, on: light}}",
        "brand/logo.svg": svg("#888"),
        "content/playbook.yml": "options: {logo-contrast: {ratio: 4.5}}",
    }
    [found] = check("logo-contrast", files)
    assert "3.54:1 on light (#FFFFFF), less than 4.5:1" in found

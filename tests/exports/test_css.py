from __future__ import annotations

from typing import Any

import tinycss2

from playbook.exports import css
from playbook.loader import load

COLORS = """\
palette:
  fig: "#561B3F"
  ember: {value: {light: "#C5361C", dark: "#F47A62"}}
  "dusk blue!": rgb(10 20 30 / 50%)
roles:
  primary: fig
  danger: ember
  alarm: danger
  page: {light: white, dark: fig}
  lost: nowhere
  round: round
"""
FONTS = """\
families: {a: {name: A "quoted" Font, fallback: [Arial, sans-serif]}}
roles:
  body: {family: a, size: 1.0625rem, line_height: 1.6}
  label: {family: a, weight: 700, size: huge, letter_spacing: .5px, case: upper, style: italic}
"""
GOLDEN = """\
/* Example: design tokens. Change the brand, not this file. */

:root {
  --color-fig: #561B3F;
  --color-ember: #C5361C;
  --color-dusk-blue: #0A141E80;
  --color-primary: var(--color-fig);
  --color-danger: var(--color-ember);
  --color-alarm: var(--color-danger);
  --color-page: #FFFFFF;
  --font-body: "A \\"quoted\\" Font", "Arial", sans-serif;
  --font-body-size: 1.0625rem;
  --font-body-line-height: 1.6;
  --font-label: "A \\"quoted\\" Font", "Arial", sans-serif;
  --font-label-weight: 700;
  --font-label-style: italic;
  --font-label-letter-spacing: 0.5px;
  --font-label-case: uppercase;
}

@media (prefers-color-scheme: dark) {
  :root:not([data-color-scheme="light"]) {
    --color-ember: #F47A62;
    --color-danger: var(--color-ember);
    --color-alarm: var(--color-danger);
    --color-page: var(--color-fig);
  }
}

[data-color-scheme="dark"] {
  --color-ember: #F47A62;
  --color-danger: var(--color-ember);
  --color-alarm: var(--color-danger);
  --color-page: var(--color-fig);
}
"""


def exported(project, **files):
    return css.export(load(project(files)).playbook)


def test_the_whole_file(project):
    (made,) = exported(project, **{"brand/colors.yml": COLORS, "brand/fonts.yml": FONTS})
    assert made.path == "tokens.css"
    assert made.content == GOLDEN


def test_a_brand_without_anything_is_an_empty_sheet(project):
    (made,) = exported(project)
    assert ":root {\n}" in made.content
    assert "@media" not in made.content


def test_sub_brands_stand_in_their_own_scope(project):
    sub = {
        "brand/kids/brand.yml": "name: Kids",
        "brand/kids/colors.yml": "roles: {page: {light: black, dark: white}}",
    }
    (made,) = exported(project, **{"brand/colors.yml": COLORS, **sub})
    assert isinstance(made.content, str)
    own = made.content.partition('\n[data-brand="kids"] {\n')[2]
    assert "  --color-fig: #561B3F;\n" in own
    assert "  --color-page: #000000;\n" in own
    assert '  :root:not([data-color-scheme="light"]) [data-brand="kids"] {' in own
    assert (
        '\n[data-color-scheme="dark"] [data-brand="kids"], [data-brand="kids"][data-color-scheme="dark"] {'
        in own
    )


def test_names_and_values_cannot_leave_their_place(project):
    evil = "x; } p { color: red } </style>"
    (made,) = exported(
        project,
        **{
            "brand/brand.yml": f"name: '{evil}'",
            "brand/colors.yml": f"palette: {{'{evil}': red}}\nroles: {{'{evil} too': '{evil}'}}",
            "brand/fonts.yml": f"families: {{a: '{evil}'}}\nroles: {{'{evil}': {{family: a, case: upper}}}}",
        },
    )
    sheet: list[Any] = tinycss2.parse_stylesheet(made.content, skip_whitespace=True, skip_comments=True)
    assert [tinycss2.serialize(rule.prelude).strip() for rule in sheet] == [":root"]
    names = [
        part.name for part in tinycss2.parse_blocks_contents(sheet[0].content) if part.type == "declaration"
    ]
    assert names == [
        "--color-x-p-color-red-style",
        "--color-x-p-color-red-style-too",
        "--font-x-p-color-red-style",
        "--font-x-p-color-red-style-case",
    ]

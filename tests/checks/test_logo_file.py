"""logo-file."""

from __future__ import annotations

from datetime import date

import pytest

from playbook import facts, loader
from playbook.checks import logo_file

LOGO = {"brand/logo.yml": "variants:\n  main:\n    file: logo.svg\n"}
AT = "brand/logo.yml:3:11"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
SHAPE = '<path d="M0 0h9v9z"/>'


@pytest.mark.parametrize(
    "drawing, found",
    [
        (f"{HEAD}{SHAPE}</svg>", []),
        (
            f'<svg xmlns="http://www.w3.org/2000/svg">{SHAPE}</svg>',
            [
                (
                    "brand/logo.svg has no viewBox, so it does not scale | Export it again with"
                    " a viewBox, or add "
                    'viewBox="0 0 width height" to the svg element.'
                )
            ],
        ),
        (
            f"{HEAD}<text y='9'>Example</text></svg>",
            [
                (
                    'brand/logo.svg holds live text, "Example", which changes where its font is missing'
                    " | Turn the text into outlines and export it again."
                )
            ],
        ),
        (
            f'{HEAD}<image href="data:image/png;base64,AAAA"/></svg>',
            [
                (
                    "brand/logo.svg embeds pixel pictures (1), which blur when they grow"
                    " | Trace them, or export the logo from its vector original."
                )
            ],
        ),
        (
            f"{HEAD}<script>alert(1)</script>{SHAPE}</svg>",
            ["brand/logo.svg holds a script: script | Export it as a plain SVG; a logo needs no script."],
        ),
        (
            f'{HEAD}<style>@import "https://fonts.example/x.css";</style>{SHAPE}</svg>',
            [
                (
                    "brand/logo.svg depends on something outside it: https://fonts.example/x.css"
                    " | Embed what the drawing needs as shapes, or leave it out."
                )
            ],
        ),
        (
            "not a drawing",
            ["The file is not an SVG picture. Export it anew as SVG."],
        ),
    ],
)
def test_drawings(check, drawing, found):
    assert check("logo-file", LOGO | {"brand/logo.svg": drawing}) == [f"{AT} {told}" for told in found]


def test_the_lines_of_a_script_are_told(project):
    loaded = loader.load(project(LOGO | {"brand/logo.svg": f"{HEAD}\n<g onclick='x()'>{SHAPE}</g></svg>"}))
    seen = facts.gather(loaded.root, loaded.playbook)
    [problem] = logo_file.check(loaded.playbook, seen, date.min, {})
    assert [str(place) for place in problem.related] == ["brand/logo.svg:2:1"]

"""The score on the page of checks, and the state on the pages of items, from findings laid by hand."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest

import playbook
from playbook.choices import Visibility
from playbook.diagnostics import Diagnostic, Location, Problem, Severity
from playbook.edition import restrict
from playbook.exports.site import SiteOptions, build

FILES = {
    "brand/brand.yml": "name: Frigo",
    "brand/colors.yml": 'palette: {ink: "#14213D"}',
    "brand/pro/brand.yml": "name: Frigo Pro",
    "content/playbook.yml": "language: en",
    "content/index.md": None,
    "content/guide.md": "# Guide\n",
    "content/touchpoints/search.yml": "{name: Search, stage: awareness}",
    "content/touchpoints/talk.yml": "{name: Talk, stage: before}",
    "content/touchpoints/fair.yml": "{name: Fair, stage: awareness, status: retired}",
    "content/touchpoints/shop.yml": "{name: Shop, stage: [decision, retention], brands: pro}",
    "content/pieces.yml": """
        advert: {name: Advert, kind: letter, touchpoints: [search, talk]}
        sheet: {name: Sheet, kind: letter, touchpoints: talk}
        bill: {name: Bill, kind: letter, touchpoints: shop, brands: pro}
        flag: {name: Flag, kind: letter, touchpoints: fair, status: retired}
        """,
    "content/kits/fair.yml": "{name: Trade fair, pieces: [advert]}",
}
FOUND = (
    "content/touchpoints/search.yml:1 warning",
    "content/touchpoints/search.yml:1 info",
    "content/touchpoints/fair.yml:1 error",
    "content/pieces.yml:2 warning",
    "content/pieces.yml:3 info",
    "content/pieces.yml:4 error",
    "brand/pro/brand.yml:1 warning",
    "brand/pro/logo.svg:1 error",
    "content/prices.csv:7 warning",
)


def laid(line: str) -> Diagnostic:
    path, number, severity = re.split("[: ]", line)
    problem = Problem("stage-empty.one", Location(path, int(number), 1), {"stages": "x"})
    return Diagnostic("stage-empty", Severity(severity), problem)


@pytest.fixture
def pages(project):
    """`pages("info@a.yml:1", ...)` is each page's Markdown by its path, without links and marks."""
    loaded = playbook.load(project(FILES))

    def drawn(*found: str, edition: str = "internal", lang: str = "en") -> dict[str, str]:
        options = SiteOptions(edition=edition, lang=lang, writer="markdown")
        site = build(restrict(loaded.playbook, Visibility(edition)), [laid(f) for f in found], options)
        return {page.path: re.sub(r"\[([^]]*)\]\([^)]*\)|\*\*", r"\1", page.body) for page in site.pages}

    return drawn


def part(body: str, start: str, end: str) -> str:
    """From one heading to the next, without blank lines and the rules of tables."""
    lines = body.partition(f"{start}\n")[2].partition(f"\n{end}")[0].splitlines()
    return "\n".join(line for line in lines if line.strip() and not line.startswith(("| --", "|--", "| :")))


RULE = (
    "Each item, file and page counts by the worst that was found about it: 1 without a finding, 0.75 with a"
    " note, 0.5 with a warning, 0 with an error."
)


def test_the_score_is_reckoned_with_its_own_numbers(pages):
    body = pages(*FOUND)["checks/index.md"]
    assert "9 things to look at\n\nScore: 76 of 100. 8 of 14 have no finding.\n" in body
    told = part(body, "## The score, and how it is reckoned", "### By what it is")
    assert told.startswith(f"76 of 100\n{RULE}")
    assert told.endswith(
        dedent("""\
            | Worst finding | How many | Each counts | Sum |
            | No finding | 8 | 1 | 8 |
            | Note | 1 | 0.75 | 0.75 |
            | Warning | 4 | 0.5 | 2 |
            | Error | 1 | 0 | 0 |
            | All together | 14 |  | 10.75 |
            10&#46;75 ÷ 14 = 76.78 %. Rounded down, that is 76 of 100.""")
    )


def test_everything_that_was_found_is_about_something(pages):
    """Items of a file stand by their lines; the retired ones are left out with what was found about them."""
    body = pages(*FOUND)["checks/index.md"]
    assert part(body, "### By what it is", "### By stage") == dedent("""\
        | What it is | How many | No finding | Note | Warning | Error | Score |
        | Touchpoints | 3 | 2 | 0 | 1 | 0 | 83 |
        | Pieces | 3 | 1 | 1 | 1 | 0 | 75 |
        | Kits | 1 | 1 | 0 | 0 | 0 | 100 |
        | Files of the brand | 4 | 2 | 0 | 1 | 1 | 62 |
        | Settings and pages | 3 | 2 | 0 | 1 | 0 | 83 |
        | All together | 14 | 8 | 1 | 4 | 1 | 76 |""")


def test_stages_and_brands_have_scores_of_their_own(pages):
    """A touchpoint of a whole phase counts in its stages, a piece once in each."""
    body = pages(*FOUND)["checks/index.md"]
    assert part(body, "### By stage", "### By brand").partition("\n")[2] == dedent("""\
        | Stage | Touchpoints | Pieces | No finding | Note | Warning | Score |
        | Awareness | 2 | 2 | 2 | 0 | 2 | 75 |
        | Consideration | 1 | 2 | 2 | 0 | 1 | 83 |
        | Decision | 1 | 1 | 1 | 1 | 0 | 87 |
        | Retention | 1 | 1 | 1 | 1 | 0 | 87 |
        | Advocacy | 0 | 0 | 0 | 0 | 0 |  |""")
    assert part(body, "### By brand", "## How far it is").partition("\n")[2] == dedent("""\
        | Brand | Touchpoints | Pieces | Others | No finding | Note | Warning | Error | Score |
        | Frigo | 2 | 2 | 3 | 5 | 0 | 2 | 0 | 85 |
        | Frigo Pro | 1 | 1 | 2 | 1 | 1 | 1 | 1 | 56 |""")


def test_a_playbook_without_a_finding_has_a_hundred(pages):
    body = pages()["checks/index.md"]
    assert "All is well\n\nScore: 100 of 100. 12 of 12 have no finding.\n" in body
    assert "12 ÷ 12 = 100 %. Rounded down, that is 100 of 100." in body


def test_the_score_in_spanish(pages):
    body = pages(*FOUND, lang="es")["checks/index.md"]
    assert "Puntuación: 76 de 100. 8 de 14 no tienen hallazgos." in body
    assert "| Aviso | 4 | 0,5 | 2 |" in body
    assert "10,75 ÷ 14 = 76,78 %. Redondeado hacia abajo, 76 de 100." in body


@pytest.mark.parametrize(
    "path, state",
    [
        ("touchpoints/search.md", "1 warning, 1 note"),
        ("touchpoints/talk.md", "No finding"),
        ("pieces/sheet.md", "1 warning"),
        ("pieces/flag.md", "1 error"),
        ("pieces/bill.md", "1 note"),
    ],
)
def test_an_item_says_how_it_stands_to_its_owners_alone(pages, path, state):
    assert f"- Checks: {state}\n" in pages(*FOUND)[path]
    outside = pages(*FOUND, edition="public")
    assert "Checks" not in outside[path]
    assert "checks/index.md" not in outside

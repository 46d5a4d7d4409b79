"""The page of the rebrand estimate: what stands first, its tables, and who may see it."""

from __future__ import annotations

import re

import pytest

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site.build import written
from playbook.exports.site.options import SiteOptions
from playbook.exports.site.pages.rebrand import rebrand_page
from playbook.exports.site.view import View

PIECES = """
van:
  name: Van <b>one</b>
  kind: vehicle
  status: to-update
  brand_version: "2.0"
  effort: One day per van
  in_use: {units: 26, unit_cost: {amount: 1180}}
  requirements: {colors: fig}
letter: {name: Letter, kind: letter, status: implemented, brand_version: "1.0", effort: Some hours}
cover: {name: Cover, kind: social-cover, status: approved, brand_version: "2.0"}
script: {name: Script, kind: phone-script, status: implemented}
film: {name: Film, kind: video}
"""


@pytest.fixture
def drawn(project):
    """`drawn(pieces)` gives the page as HTML, or "" where there is none."""

    def made(pieces=PIECES, version="version: '2.0'", writer="html", **options):
        files = {
            "brand/brand.yml": f"name: Faro\n{version}\nmessages: {{here: We are here.}}\ntagline: We light.",
            "brand/colors.yml": "palette: {fig: {value: '#561B3F', name: Fig}}\nroles: {primary: fig}",
            "content/pieces/all.yml": pieces,
        }
        asked = SiteOptions(writer=writer, **options)
        shown = restrict(playbook.load(project(files)).playbook, Visibility(asked.edition))
        body = "".join(written(draft, asked).body for draft in rebrand_page(View(shown, asked)))
        return body.replace("\N{NO-BREAK SPACE}", " ")

    return made


def text(body: str) -> str:
    return " ".join(re.sub(r"<[^>]+>|&para;", " ", body).split()).removeprefix("Rebrand estimate ")


def test_the_sums_stand_first_and_say_what_they_do_not_count(drawn):
    said = text(drawn().partition("<h2")[0])
    assert said == (
        "What the brand still has to make again: pieces of an older version than 2.0, and those marked to be "
        "updated. 2 pieces to make again 26 units in use at least 26 days work €30,680 for the units "
        "1 piece says no effort that can be counted."
    )


def test_each_part_has_what_it_is_on_and_the_word_for_a_command(drawn):
    body = drawn()
    _, _, parts = body.partition('id="by-part"')
    parts = parts.partition("</table>")[0]
    row = next(row for row in parts.split("<tr>") if "color:fig" in row)
    assert text(f"<tr{row}") == "Fig color:fig 3 26 ≥ 26 days €30,680 2"
    assert 'href="../brand/colors/#color-fig"' in row or 'href="../../brand/colors/#color-fig"' in row
    assert "<code>tagline</code>" in parts
    assert "brand-playbook estimate --change " in body
    assert "Van &lt;b&gt;one&lt;/b&gt;" in body
    assert "<b>one" not in body


def test_the_rest_is_told_too(drawn):
    body = drawn()
    assert "go under <code>requirements</code> of the piece" in body
    said = text(body)
    assert "Version not said Script" in said
    assert "Done Cover" in said
    assert "Not made yet They will be made for this version anyway. Film" in said
    assert "Pieces that do not say what of the brand they carry Whether a change concerns them" in said


def test_a_brand_without_a_version_and_a_brand_without_pieces(drawn):
    assert text(drawn("film: {name: Film, kind: video}", "")).startswith("The brand says no version")
    assert text(drawn("film: {name: Film, kind: video}")).startswith("Nothing in use is of an older version.")
    assert drawn("{}") == ""


def test_in_spanish_and_as_markdown(drawn):
    said = text(drawn(lang="es"))
    assert (
        "2 piezas por rehacer 26 unidades en uso al menos 26 días de trabajo 30 680 € por las unidades"
        in said
    )
    assert "| ≥ 26 days | €30,680 |" in drawn(writer="markdown")


@pytest.mark.parametrize("edition", ["partner", "public"])
def test_costs_are_for_the_team_alone(drawn, edition):
    assert drawn(edition=edition) == ""

"""What the pages of logo, colors and fonts make of a brand: grades, scripts, uses, measures of a drawing."""

from __future__ import annotations

import pytest

import playbook
from playbook.artifact import Artifact
from playbook.choices import TextSize
from playbook.exports.site import SiteOptions, Supplies, build
from playbook.exports.site.coverage import scripts
from playbook.exports.site.drawings import ratio
from playbook.exports.site.pages.contrast import MOST, cut, grade
from playbook.exports.site.view import View

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}><path d="M0 0h9v9z"/></svg>'
PATH = "assets/playbook/brand/logo.svg"


def pages(project, files, svg="", **options):
    shown = playbook.load(project(files)).playbook
    supplies = Supplies(files=(Artifact(PATH, svg, "brand/logo.svg"),) if svg else ())
    return {page.path: page.body for page in build(shown, (), SiteOptions(**options), supplies).pages}


@pytest.mark.parametrize(
    "ratio, normal, large",
    [(7.0, "AAA", "AAA"), (6.999, "AA", "AAA"), (4.4999, "", "AA"), (3.0, "", "AA"), (2.9999, "", "")],
)
def test_a_grade_is_never_rounded_up(ratio, normal, large):
    assert (grade(ratio, TextSize.NORMAL), grade(ratio, TextSize.LARGE)) == (normal, large)


def test_a_ratio_is_cut():
    assert (cut(4.4999, 1), cut(4.4999, 2), cut(21.0, 1)) == (4.4, 4.49, 21.0)


@pytest.mark.parametrize(
    "written, found",
    [
        ("U+0000-00FF, U+0131", ("latin",)),
        ("u+0100-02BA", ("latin-ext",)),
        ("U+4??, U+1EA0-1EF9", ("vietnamese", "cyrillic")),
        ("U+1F600", ("other",)),
        ("whatever", ()),
        (None, ()),
    ],
)
def test_a_range_in_words(written, found):
    assert scripts(written) == found


@pytest.mark.parametrize(
    "attributes, expected",
    [
        ('viewBox="0 0 30 10"', 3.0),
        ('width="2cm" height="1cm"', 2.0),
        ('viewBox="0 0 0 10"', None),
        ('viewBox="0 0 9000 1"', None),
        ("", None),
    ],
)
def test_the_measures_of_a_drawing(project, attributes, expected):
    shown = playbook.load(project({})).playbook
    view = View(shown, SiteOptions(), contents={PATH: SVG.format(attributes).encode()})
    assert ratio(view, PATH) == pytest.approx(expected)


def test_one_color_alone_is_compared_with_nothing(project):
    body = pages(project, {"brand/colors.yml": 'palette: {mist: "#E8F0E4"}'})["brand/colors.md"]
    assert "pb-matrix" not in body
    assert "pb-strip" not in body
    assert 'data-copy="#E8F0E4"' in body


def test_a_huge_palette_is_compared_in_part(project):
    colors = "".join(f'\n  c{n}: "#{n:06x}"' for n in range(300))
    body = pages(project, {"brand/colors.yml": f"palette:{colors}"})["brand/colors.md"]
    assert body.count('<th scope="row">') == MOST


def test_where_a_color_is_used(project):
    files = {
        "brand/colors.yml": """
            palette: {ink: black, sun: "#FFCC00"}
            roles: {primary: ink}
            pairs: [{text: primary, background: sun}]
            """,
        "content/pieces/mail.yml": "{name: Order e-mail, kind: quote, requirements: {colors: [primary]}}",
    }
    body = pages(project, files, writer="markdown")["brand/colors.md"]
    table = body[body.index("## Where it is used") :]
    assert "| Color | Roles | As text on | Under text in | Pieces |" in table
    assert "| Primary |" in table
    assert "[Order e-mail](../pieces/mail.md)" in table


def test_a_logo_is_offered_as_pictures_and_its_space_drawn(project):
    logo = "variants: {main: {file: logo.svg, not_on: dark}}\nclear_space: {share: 0.5}"
    files = {"brand/logo.yml": logo, "brand/logo.svg": SVG.format('viewBox="0 0 30 10"')}
    body = pages(project, files, svg=files["brand/logo.svg"])["brand/logo.md"]
    assert 'data-name="example-main-1024.png"' in body
    assert "aspect-ratio:400.00/200.00" in body
    assert 'class="pb-plate pb-refused"' in body


def test_a_logo_of_unknown_measures_is_offered_as_it_is(project):
    files = {"brand/logo.yml": "variants: {main: logo.svg}\nclear_space: {share: 1}"}
    files["brand/logo.svg"] = SVG.format("")
    body = pages(project, files, svg=files["brand/logo.svg"])["brand/logo.md"]
    assert "data-png" not in body
    assert "pb-lockup" not in body
    assert 'download="example-main.svg"' in body


def test_a_font_that_may_not_be_taken_says_so(project):
    fonts = "families: {a: {name: Aria, files: a.woff2, licence: {name: Own, download: false}}}"
    body = pages(project, {"brand/fonts.yml": fonts, "brand/a.woff2": "wOF2"})["brand/fonts.md"]
    assert "does not allow the files to be offered here" in body
    assert "pb-download" not in body


def test_roles_are_called_by_words_of_the_readers_language(project):
    files = {
        "brand/colors.yml": 'palette: {ink: "#14213D"}\nroles: {background: ink, shelf-edge: ink}',
        "brand/fonts.yml": "families: {sans: Arial}\nroles: {heading: {family: sans}, plate: {family: sans}}",
    }
    made = pages(project, files, writer="markdown", lang="es")
    colors, fonts = made["brand/colors.md"], made["brand/fonts.md"]
    assert "| Fondo |" in colors
    assert "| shelf-edge |" in colors
    assert "Título" in fonts
    assert "Plate" in fonts


def test_a_role_by_night_shows_the_shade_of_the_night(project):
    colors = """\
palette:
  pot: {value: {light: "#27794F", dark: "#7FD6A8"}}
roles:
  success: {light: pot, dark: pot}
"""
    body = pages(project, {"brand/brand.yml": "name: A\n", "brand/colors.yml": colors})["brand/colors.md"]
    row = body.split('id="roles"')[1].partition("</tr>\n</tbody>")[0]
    day, night = row.split("pot</a>")[:2]
    assert "background:#27794F" in day
    assert "background:#7FD6A8" in night


def test_a_word_that_nothing_stands_in_for_is_left_out(project):
    voice = "terms: {banned: [{term: seamless}, {term: kindly, use: please}]}\n"
    for lang, nothing in (("en", "nothing"), ("es", "nada")):
        files = {"brand/brand.yml": "name: A\n", "brand/voice.yml": voice}
        body = pages(project, files, lang=lang)["brand/voice.md"]
        assert f"<em>{nothing}</em></td>" in body
        assert body.count(f"<em>{nothing}</em>") == 1

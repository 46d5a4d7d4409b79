from __future__ import annotations

from playbook.exports import scss
from playbook.loader import load

COLORS = """\
palette:
  fig: "#561B3F"
  ember: {value: {light: "#C5361C", dark: "#F47A62"}}
  ember-dark: black
roles:
  alarm: danger
  danger: ember
  page: {light: white, dark: fig}
"""
GOLDEN = """\
/* Example: design tokens. Change the brand, not this file. */

$color-fig: #561B3F;
$color-ember: #C5361C;
$color-ember-dark-2: #F47A62;
$color-ember-dark: #000000;
$color-alarm: $color-ember;
$color-alarm-dark: $color-ember-dark-2;
$color-danger: $color-ember;
$color-danger-dark: $color-ember-dark-2;
$color-page: #FFFFFF;
$color-page-dark: $color-fig;
$font-body: "Gabarito", serif;
$font-body-size: 12pt;

$colors: (
  "fig": $color-fig,
  "ember": $color-ember,
  "ember-dark-2": $color-ember-dark-2,
  "ember-dark": $color-ember-dark,
  "alarm": $color-alarm,
  "alarm-dark": $color-alarm-dark,
  "danger": $color-danger,
  "danger-dark": $color-danger-dark,
  "page": $color-page,
  "page-dark": $color-page-dark,
);
"""


def exported(project, **files):
    (made,) = scss.export(load(project(files)).playbook)
    return made.content


def test_the_whole_file(project):
    fonts = "families: {g: {name: Gabarito, fallback: Serif}}\nroles: {body: {family: g, size: 12 pt}}"
    assert exported(project, **{"brand/colors.yml": COLORS, "brand/fonts.yml": fonts}) == GOLDEN


def test_every_variable_is_known_before_it_is_named(project):
    seen = set()
    for line in exported(project, **{"brand/colors.yml": COLORS}).splitlines():
        name, _, value = line.partition(": ")
        if name.startswith("$color"):
            assert not value.startswith("$") or value.rstrip(";") in seen
            seen.add(name)
    assert "$color-alarm-dark" in seen


def test_sub_brands_have_a_prefix(project):
    sub = {
        "brand/kids club/brand.yml": "name: Kids",
        "brand/kids club/colors.yml": "palette: {fig: '#00FF00'}",
    }
    made = exported(project, **{"brand/colors.yml": COLORS, **sub})
    assert "\n$kids-club-color-fig: #00FF00;\n" in made
    assert "\n$kids-club-color-danger: $kids-club-color-ember;\n" in made
    assert "\n$kids-club-colors: (\n" in made


def test_an_empty_brand_is_a_comment(project):
    assert exported(project) == "/* Example: design tokens. Change the brand, not this file. */\n"

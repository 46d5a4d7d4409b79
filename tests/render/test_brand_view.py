"""What templates see of a brand: colors by day and by night, inks that can be read, fonts for Word."""

from __future__ import annotations

import pytest

import playbook
from playbook.color import Color, contrast, parse
from playbook.render.brand_view import Picture, elements

COLORS = """
palette:
  fig: "#561B3F"
  brass: "#F4B63F"
  paper: "#FFFFFF"
  ink: "#1E1119"
  linen: {value: {light: "#F6F0EF", dark: "#2B1A25"}}
roles:
  primary: {light: fig, dark: brass}
  background: {light: paper, dark: ink}
  surface: linen
"""
FONTS = """
families:
  own: {name: Own Sans, source: system, fallback: [8bit, "Trebuchet MS", "Bad;Name", sans-serif]}
  alone: {name: Alone, source: system}
roles: {body: %s}
"""


@pytest.fixture
def seen(project):
    """`seen(files)` is what templates see of a brand with these files."""

    def elements_of(files=None, logo=None):
        loaded = playbook.load(project({"brand/brand.yml": "name: Faro", **(files or {})}))
        return elements(loaded.playbook.brand, logo)

    return elements_of


def test_the_night_has_colors_of_its_own(seen):
    found = seen({"brand/colors.yml": COLORS})
    assert (found["color"]["primary"], found["night"]["color"]["primary"]) == ("#561B3F", "#F4B63F")
    assert (found["color"]["surface"], found["night"]["color"]["surface"]) == ("#F6F0EF", "#2B1A25")
    assert (found["on"]["primary"], found["night"]["on"]["primary"]) == ("#FFFFFF", "#1E1119")


def color(text: str) -> Color:
    found = parse(text)
    assert found
    return found


@pytest.mark.parametrize("files", [{}, {"brand/colors.yml": COLORS}], ids=["nothing said", "said"])
def test_inks_can_be_read_by_day_and_by_night(seen, files):
    found = seen(files)
    for shades in (found, found["night"]):
        for inks, ground in (("ink", "background"), ("on_surface", "surface")):
            for name, ink in shades[inks].items():
                assert contrast(color(ink), color(shades["color"][ground])) >= 4.5, (inks, name)


def test_a_brand_without_colors_is_dark_at_night(seen):
    found = seen()
    assert (found["color"]["background"], found["color"]["surface"]) == ("#FFFFFF", "#FFFFFF")
    assert found["night"]["color"]["background"] == found["night"]["color"]["surface"] == "#121212"


def test_word_is_given_fonts_that_it_has(seen):
    """Names that CSS takes only in quotes are left out: a `<style>` cannot escape them."""
    for files in ({}, {"brand/fonts.yml": FONTS % "alone"}):
        assert seen(files)["fallback"]["body"] == "Arial, sans-serif"
    said = seen({"brand/fonts.yml": FONTS % "own"})
    assert said["font"]["body"].startswith("'Own Sans', ")
    assert said["fallback"] == {"body": "Trebuchet MS, sans-serif", "heading": "Trebuchet MS, sans-serif"}


@pytest.mark.parametrize("ground, ink", [("#FFFFFF", "#000000"), ("#1E1119", "#FFFFFF"), ("x", "#000000")])
def test_the_words_for_a_logo_can_be_read_on_its_ground(seen, ground, ink):
    assert seen(logo=Picture("https://a.example/l.png", "Faro", 100, 40, ground))["logo"]["ink"] == ink
    assert seen()["logo"] is None

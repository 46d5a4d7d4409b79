"""Colors: against the standards' own numbers, and properties that hold for every color."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.color import (
    BLACK,
    WHITE,
    Color,
    contrast,
    distance,
    formats,
    lab_distance,
    least_distance,
    legible,
    mix,
    on,
    parse,
    simulate,
)

BYTE = st.integers(0, 255)
SOLID = st.builds(lambda r, g, b: Color(r / 255, g / 255, b / 255), BYTE, BYTE, BYTE)
ANY = st.builds(lambda r, g, b, a: Color(r / 255, g / 255, b / 255, a / 255), BYTE, BYTE, BYTE, BYTE)


def color(text: str) -> Color:
    found = parse(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    "text, hex_form",
    [
        ("#abc", "#AABBCC"),
        ("#ABCD", "#AABBCCDD"),
        ("#f8be05", "#F8BE05"),
        ("#F8BE0580", "#F8BE0580"),
        ("#F8BE05FF", "#F8BE05"),
        (" Red ", "#FF0000"),
        ("mediumpurple", "#9370DB"),
        ("PaleVioletRed", "#DB7093"),
        ("rebeccapurple", "#663399"),
        ("transparent", "#00000000"),
        ("rgb(300, -20, 2)", "#FF0002"),
        ("rgb(50% 50% 50%)", "#808080"),
        ("rgb(30% 30% 30%)", "#4D4D4D"),
        ("rgba(1, 2, 3, .5)", "#01020380"),
        ("hsl(120deg 100% 25%)", "#008000"),
        ("hwb(120 0% 0%)", "#00FF00"),
        ("oklch(62.8% 0.2577 29.23)", "#FF0000"),
        ("color(display-p3 1 0 0)", "#FF0000"),
        ("rgb(none 0 0)", "#000000"),
        ("rgb(1e999 0 0)", "#FF0000"),
    ],
)
def test_css_values_are_read_and_clipped(text, hex_form):
    assert color(text).hex == hex_form


@pytest.mark.parametrize(
    "text",
    [
        "",
        "currentColor",
        "none",
        "inherit",
        "ButtonText",
        "#12345",
        "#12345g",
        "rgb(1 2)",
        "rgb(1 2 3",
        "rgb(1 2 3) x",
        "url(#a)",
        "var(--brand)",
        "lab(1e308 1e308 1e308)",
        "color(--hsv 10 0.2 0.5)",
        "jzazbz(0.2 0 0)",
        "#" + "0" * 500,
        "rgb(" + " " * 500 + "1 2 3)",
    ],
)
def test_what_is_no_color_is_none(text):
    assert parse(text) is None


@given(
    st.text(max_size=60) | st.from_regex(r"(rgb|hsl|oklch|lab|color)\([-0-9a-z .,/%]{0,30}\)", fullmatch=True)
)
def test_parse_answers_whatever_the_text(text):
    found = parse(text)
    assert found is None or all(0 <= part <= 1 for part in (found.red, found.green, found.blue, found.alpha))


@pytest.mark.parametrize(
    "text, background, ratio",
    [
        ("#000", "#FFF", 21.0),
        ("#FFF", "#FFF", 1.0),
        ("#777777", "#FFFFFF", 4.4781),
        ("#767676", "#FFFFFF", 4.5422),
        ("#FF0000", "#FFFFFF", 3.9985),
        ("#00000080", "#FFFFFF", 4.0041),
        ("#000000", "#FFFFFF00", 21.0),
    ],
)
def test_contrast_is_that_of_wcag(text, background, ratio):
    assert contrast(color(text), color(background)) == pytest.approx(ratio, abs=6e-5)


@given(SOLID, SOLID)
def test_contrast_lies_between_1_and_21_whichever_is_in_front(a, b):
    assert 1 <= contrast(a, b) == contrast(b, a) <= 21


# Sharma, Wu and Dalal 2005, table 1: pairs 1 to 7, 10 to 16, 19 to 22, 25, 30, 33, 34.
SHARMA = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, 3.1571, -77.2803), (50, 0, -82.7485), 2.8615),
    ((50, 2.8361, -74.0200), (50, 0, -82.7485), 3.4412),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    ((50, -1.1848, -84.8006), (50, 0, -82.7485), 1.0000),
    ((50, -0.9009, -85.5211), (50, 0, -82.7485), 1.0000),
    ((50, 0, 0), (50, -1, 2), 2.3669),
    ((50, 2.4900, -0.0010), (50, -2.4900, 0.0010), 7.1792),
    ((50, 2.4900, -0.0010), (50, -2.4900, 0.0011), 7.2195),
    ((50, -0.0010, 2.4900), (50, 0.0009, -2.4900), 4.8045),
    ((50, -0.0010, 2.4900), (50, 0.0011, -2.4900), 4.7461),
    ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((50, 2.5, 0), (61, -5, 29), 22.8977),
    ((50, 2.5, 0), (56, -27, -3), 31.9030),
    ((50, 2.5, 0), (58, 24, 15), 19.4535),
    ((50, 2.5, 0), (50, 3.1736, 0.5854), 1.0000),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize("a, b, expected", SHARMA)
def test_distance_is_ciede2000_as_published(a, b, expected):
    assert lab_distance(a, b) == pytest.approx(expected, abs=1e-4)
    assert lab_distance(b, a) == pytest.approx(expected, abs=1e-4)


@given(SOLID, SOLID)
def test_lightness_alone_never_tells_more_than_the_distance(a, b):
    assert least_distance(a, b) <= distance(a, b)


def test_lightness_alone_tells_most_colors_apart():
    assert least_distance(BLACK, WHITE) == pytest.approx(100 / 1.7472 - 0.1, abs=0.01)
    assert least_distance(BLACK, Color(0.5, 0.5, 0.5)) > 30


def test_distance_of_black_and_white_is_100():
    assert distance(BLACK, WHITE) == pytest.approx(100, abs=1e-3)


@given(SOLID)
def test_no_color_is_far_from_itself(shade):
    assert distance(shade, shade) == 0


def test_formats_are_css_to_copy():
    assert formats(color("#336699")) == {
        "hex": "#336699",
        "rgb": "rgb(51 102 153)",
        "hsl": "hsl(210 50% 40%)",
        "oklch": "oklch(49.93% 0.09866 250.43)",
    }
    assert formats(color("#33669980"))["rgb"] == "rgb(51 102 153 / 0.502)"


@settings(max_examples=300)
@given(ANY)
def test_every_format_reads_back_as_the_same_hex(shade):
    assert {color(text).hex for text in formats(shade).values()} == {shade.hex}


# Machado's matrices at severity 1 applied to linear red and green by hand; Brettel keeps the grays.
@pytest.mark.parametrize(
    "shade, deficiency, seen",
    [
        ("#FF0000", "protan", "#6D5F00"),
        ("#FF0000", "deutan", "#A39000"),
        ("#808080", "protan", "#808080"),
        ("#808080", "deutan", "#808080"),
        ("#808080", "tritan", "#808080"),
        ("#FFFFFF", "tritan", "#FFFFFF"),
    ],
)
def test_simulation_shows_what_is_seen(shade, deficiency, seen):
    assert simulate(color(shade), deficiency).hex == seen


def test_tritan_takes_blue_from_green_and_keeps_red_from_green():
    blue, green, red = (simulate(color(name), "tritan") for name in ("#0000FF", "#008080", "#FF0000"))
    assert distance(blue, green) < distance(color("#0000FF"), color("#008080"))
    assert distance(red, green) > 40


@settings(max_examples=60, deadline=None)
@given(SOLID, SOLID, st.sampled_from([3.0, 4.5]))
def test_legible_always_reaches_what_can_be_reached(shade, background, ratio):
    found = legible(shade, background, ratio)
    assert contrast(color(found.hex), background) >= ratio


@settings(max_examples=40, deadline=None)
@given(ANY, SOLID)
def test_legible_leaves_alone_what_contrasts(shade, background):
    if contrast(shade, background) >= 4.5:
        assert legible(shade, background, 4.5) == shade


def test_legible_moves_no_further_than_needed_and_keeps_the_hue():
    found = legible(color("#F8BE05"), WHITE, 4.5)
    assert found.hex == "#967100"
    assert contrast(found, WHITE) == pytest.approx(4.5, abs=0.02)
    hues = [float(formats(shade)["oklch"].split()[2].rstrip(")")) for shade in (found, color("#F8BE05"))]
    assert hues[0] == pytest.approx(hues[1], abs=1)


def test_legible_does_its_best_where_no_shade_will_do():
    assert legible(color("#888888"), color("#777777"), 7).hex == "#000000"


@pytest.mark.parametrize("background, best", [("#FFFFFF", BLACK), ("#F8BE05", BLACK), ("#242222", WHITE)])
def test_on_takes_the_better_of_black_and_white(background, best):
    assert on(color(background)) == best


@given(SOLID, SOLID)
def test_mix_ends_where_it_should(a, b):
    assert mix(a, b, 0).hex == a.hex
    assert mix(a, b, 1).hex == b.hex
    assert mix(a, b, 7).hex == b.hex


def test_mix_is_even_to_the_eye():
    assert mix(BLACK, WHITE, 0.5).hex == "#636363"

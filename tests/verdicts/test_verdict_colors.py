"""file-color and file-print: each color as it is judged."""

from __future__ import annotations

import pytest

from playbook import loader
from playbook.case import Case
from playbook.handed import Handed, Ink, Spot
from playbook.verdicts import colors
from tests.verdicts.conftest import BRAND

USE = "Use it, or add the color to brand/colors.yml."


def seen(*inks, kind="svg"):
    return Handed(kind, 100, inks=inks)


@pytest.mark.parametrize(
    "color, found",
    [
        ("#561B3F", ""),
        ("#561b3f80", ""),
        ("#F5F1EA", ""),
        ("#CCBBAA", ""),
        ("#FFFFFF", ""),
        (
            "#571B3F",
            "1:1 #571B3F (1×) is nearly fig, which is #561B3F: 0.27 apart (CIEDE2000) | Use fig: #561B3F.",
        ),
        (
            "#000000",
            f"1:1 #000000 (1×) is not in the palette | The nearest is ink (#1F1A17), 6.9 apart. {USE}",
        ),
        (
            "#00FF00",
            f"1:1 #00FF00 (1×) is not in the palette | The nearest is sand (#F2E8D5), 32 apart. {USE}",
        ),
        ("nonsense", ""),
    ],
)
def test_a_color(say, color, found):
    told = say("file-color", seen(Ink(color, color, "fill")))
    assert told == ([found] if found else [])


def test_one_color_is_one_finding_however_often_it_is_used(say):
    inks = (
        Ink("#571B3F", "x", "fill", Spot(page=3, part="Title 1"), count=2),
        Ink("#571b3f", "x", "text", count=5),
    )
    [told] = say("file-color", seen(*inks, kind="pptx"), path="deck.pptx")
    assert told.startswith("slide 3, Title 1 #571B3F (7×) is nearly fig")


def test_many_colors_do_not_flood(say):
    inks = [Ink(f"#00{n:02X}FF", "x", "fill", count=40 - n) for n in range(20)]
    told = say("file-color", seen(*inks))
    assert len(told) == 9
    assert told[-1].startswith("1:1 12 more colors are not in the palette: #0008FF, #0009FF")


def test_what_only_stands_ready_is_told_once(say):
    ready = [Ink("#581B3F", "x", "theme", Spot(part="@place.style Verbatim"))]
    ready += [Ink(f"#00{n:02X}FF", "x", "theme", Spot(part=f"@place.style Code{n}")) for n in range(32)]
    near = Ink("#571B3F", "x", "theme", Spot(part="@place.theme accent1"))
    told = say("file-color", seen(*ready, near, kind="docx"))
    assert told[0].startswith("theme accent1 #571B3F stands ready in theme accent1 and is nearly fig")
    assert told[1].startswith(
        "1:1 33 colors that are not in the palette stand ready in the theme or the styles: #581B3F, #0000FF"
    )
    assert len(told) == 2


@pytest.mark.parametrize(
    "accents, said",
    [
        (
            "4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646",
            ", and 6 of the theme's 6 accents are Office's own: #4F81BD, #C0504D",
        ),
        (
            "561B3F ED7D31 A5A5A5 FFC000 5B9BD5 70AD47",
            ", and 5 of the theme's 6 accents are Office's own: #ED7D31, #A5A5A5",
        ),
        ("4F81BD C0504D 9BBB59 00FF00 00CC00 00FFFF", ": #4F81BD, #C0504D"),
    ],
)
def test_a_theme_that_nobody_has_set_is_told_as_such(say, accents, said):
    ready = [
        Ink(f"#{color}", color, "theme", Spot(part=f"@place.theme accent{at}"), 0)
        for at, color in enumerate(accents.split(), 1)
    ]
    [told] = say("file-color", seen(*ready, kind="pptx"))
    assert f" colors that are not in the palette stand ready in the theme or the styles{said}" in told


def test_places_are_told_in_the_readers_language(say):
    near = Ink("#571B3F", "x", "theme", Spot(part="@place.theme accent1"))
    [told] = say("file-color", seen(near, kind="docx"), lang="es")
    assert told.startswith("accent1 del tema #571B3F está preparado en accent1 del tema y es casi fig")


@pytest.mark.parametrize(
    "pixels, shares, found",
    [
        (40_000, [("#561B3F", 0.9), ("#00FF00", 0.09)], ["#00FF00"]),
        (40_000, [("#561B3F", 0.95), ("#00FF00", 0.004)], []),
        (40_000, [("#561B3F", 0.9), ("#AA8D9F", 0.05)], []),
        (40_000, [("#561B3F", 0.8), ("#AA8D9F", 0.2)], ["#AA8D9F"]),
        (40_000, [("#00FF00", 0.3), ("#FF0000", 0.2)], []),
        (100, [("#561B3F", 0.95), ("#00FF00", 0.03)], []),
        (100, [("#561B3F", 0.95), ("#00FF00", 0.04)], ["#00FF00"]),
    ],
    ids=["a drawing", "specks", "an edge", "an area of that color", "a photo", "a dot of an icon", "an icon"],
)
def test_pixels(say, pixels, shares, found):
    inks = [Ink(color, "", "pixels", count=round(share * pixels), share=share) for color, share in shares]
    assert [told.split()[1] for told in say("file-color", seen(*inks, kind="png"))] == found


def test_without_a_palette_nothing_is_said(say):
    none = {"brand/colors.yml": "palette: {}\n"}
    assert say("file-color", seen(Ink("#00FF00", "", "fill")), files=none) == []


def test_the_settings_rule(say):
    more = {"content/playbook.yml": "options: {file-color: {near: 0, neutral: black}}\n"}
    told = say("file-color", seen(Ink("#000000", "", "fill"), Ink("#571B3F", "", "fill")), files=more)
    assert told == [
        f"1:1 #571B3F (1×) is not in the palette | The nearest is fig (#561B3F), 0.27 apart. {USE}"
    ]


def test_a_finding_is_seen_wherever_its_color_is(project):
    areas = ((0.1, 0.1, 0.2, 0.2), (0.3, 0.3, 0.4, 0.4), (0.5, 0.5, 0.6, 0.6))
    inks = [
        Ink("#571B3F", "a", "fill", Spot(3, 5, page=1, areas=areas[:1])),
        Ink("#571B3F", "b", "stroke", Spot(9, 5, page=1, areas=areas[:2])),
        Ink("#571B3F", "b", "stroke", Spot(9, 5, page=2, areas=areas[2:])),
    ]
    case = Case("a.pdf", seen(*inks), loader.load(project(BRAND)).playbook.brand)
    [problem] = colors.check(case, {"near": 5, "neutral": ("white",)})
    assert problem.location.areas == ((1, areas[0]), (1, areas[1]), (2, areas[2]))
    assert (problem.location.line, problem.location.end_column) == (3, 6)


@pytest.mark.parametrize(
    "channels, found",
    [
        ((0.4, 0.95, 0.3, 0.5), ""),
        ((0.401, 0.951, 0.3, 0.5), ""),
        ((0.0, 0.0, 0.0, 0.7), ""),
        (
            (0.4, 0.95, 0.3, 0.4),
            "C40 M95 Y30 K40 (1×) is no mix of the palette's | The nearest is fig: C40 M95 Y30 K50.",
        ),
    ],
)
def test_a_mix_of_inks(say, channels, found):
    told = say(
        "file-print",
        seen(Ink("#000000", "", "fill", Spot(page=1), space="cmyk", channels=channels), kind="pdf"),
    )
    assert told == ([f"page 1 {found}"] if found else [])


def test_a_mix_is_not_compared_where_the_palette_has_none(say):
    none = {"brand/colors.yml": 'palette: {fig: "#561B3F"}\n'}
    ink = Ink("#000000", "", "fill", space="cmyk", channels=(1, 0, 0, 0))
    [told] = say("file-print", seen(ink, kind="pdf"), files=none)
    assert told.startswith(
        "1:1 the palette has no CMYK values, so these mixes cannot be compared: C100 M0 Y0 K0"
    )


@pytest.mark.parametrize(
    "name, found",
    [
        ("PANTONE 7645 C", []),
        ("Pantone® 7645 C", []),
        ("Black", []),
        ("All", []),
        ("PANTONE 123 C", ['1:1 "PANTONE 123 C" is no spot color of the palette | The palette has 7645 C.']),
    ],
)
def test_a_spot_color(say, name, found):
    assert say("file-print", seen(Ink("#000000", "", "fill", space="spot", name=name), kind="pdf")) == found

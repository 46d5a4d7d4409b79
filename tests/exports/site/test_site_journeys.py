"""The line of feeling, personas as people, and what is new on the start page."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

import playbook
from playbook.artifact import Artifact
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site import SiteOptions, Supplies, build
from playbook.exports.site.feeling import Band
from playbook.exports.site.pages.feeling import feelings
from playbook.exports.site.view import View

BRAND = {"brand/brand.yml": 'name: Frigo\nversion: "2.0"\nsince: 2026-03-01'}
TOUCHPOINTS = {
    "content/touchpoints/ad.yml": "{name: Ad, stage: awareness}",
    "content/touchpoints/support.yml": "{name: Support, stage: [decision, retention]}",
    "content/touchpoints/returns.yml": "{name: Returns, stage: after}",
}
ODD = {"content/index.md": None}


def load(project, files):
    return playbook.load(project({**BRAND, **ODD, **files})).playbook


def line(project, steps) -> Any:
    """The line of a journey of these steps."""
    body = "\n".join(f"  - {step}" for step in steps)
    journey = f"name: J\nsteps:\n{body}" if steps else "name: J"
    loaded = load(project, {**TOUCHPOINTS, "content/journeys/j.yml": journey})
    [made] = loaded.journeys.values()
    names = tuple(step.name or "" for step in made.steps)
    return next(feelings(View(loaded, SiteOptions()), made, names), None)


@pytest.mark.parametrize("steps", [(), ("ad",), ("ad", "{name: Wait, does: Waits}")])
def test_nothing_is_drawn_where_nothing_is_felt(project, steps):
    assert line(project, steps) is None


def test_a_single_step_is_a_stop_without_a_line(project):
    made = line(project, ["{touchpoint: ad, feels: good}"])
    assert [(stop.row, stop.felt, stop.hurts) for stop in made.stops] == [(1, "Good", False)]
    assert (made.curve(), made.rows) == ("", 5)
    assert made.caption == "How it feels, step by step."


def test_the_line_breaks_where_a_step_says_nothing(project):
    feels = ["very-good", "very-bad", None, "bad", "neutral"]
    made = line(project, [f"{{name: S, feels: {f}}}" if f else "{name: S}" for f in feels])
    assert [stop.row for stop in made.stops] == [0, 4, 5, 3, 2]
    assert made.scale[-1] == made.stops[2].felt == "Not said"
    assert [stop.hurts for stop in made.stops] == [False, True, False, True, False]
    assert made.curve() == "M0.5,0.5C1,0.5 1,4.5 1.5,4.5M3.5,3.5C4,3.5 4,2.5 4.5,2.5"
    assert made.curve(down=True) == "M5.5,0.5C5.5,1 1.5,1 1.5,1.5M2.5,3.5C2.5,4 3.5,4 3.5,4.5"
    assert "diamond" in made.caption


@pytest.mark.parametrize(
    "steps, bands",
    [
        (("ad", "support", "returns", "support"), [(1, 1, "Before"), (2, 1, "During"), (3, 2, "After")]),
        (("ad", "{name: Wait}", "returns"), [(1, 2, "Before"), (3, 1, "After")]),
        (("{name: Wait}", "ad"), [(2, 1, "Before")]),
        (("{touchpoint: ad, stage: retention}",), [(1, 1, "After")]),
        (("{name: Wait}",), []),
    ],
)
def test_bands_follow_the_phases(project, steps, bands):
    made = line(project, [*steps, "{name: Felt, feels: good}"])
    if bands:
        first, length, name = bands[-1]
        bands = [*bands[:-1], (first, length + 1, name)]
    assert made.bands == tuple(Band(*band) for band in bands)


def test_a_long_way_is_drawn_down_the_page_and_names_are_kept_whole(project):
    name = "A very long name " * 12
    steps = "\n".join(f"  - {{name: {name}{at}, feels: good}}" for at in range(40))
    loaded = load(project, {"content/journeys/j.yml": f"name: J\nsteps:\n{steps}"})
    body = bodies(loaded)["journeys/j/walk.md"]
    assert "pb-mood--long" in body
    assert body.count('class="pb-stop') == 40
    assert f"{name}39" in body


def bodies(loaded, edition="internal", files=(), **options):
    shown = restrict(loaded, Visibility(edition))
    site = build(shown, (), SiteOptions(edition=edition, **options), Supplies(files=files))
    return {page.path: page.body for page in site.pages}


PERSONA = """
name: Marta
age: 41
job: Baker
quote: Just tell me.
picture: pictures/marta.{ending}
channels: [phone]
motivations: [To sleep]
"""


@pytest.mark.parametrize(
    "ending, content, alt",
    [
        (
            "svg",
            b"<svg xmlns='http://www.w3.org/2000/svg'><title> At the\n oven </title></svg>",
            "At the oven",
        ),
        ("svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Portrait of Marta"),
        ("svg", b"broken", "Portrait of Marta"),
        ("png", b"\x89PNG", "Portrait of Marta"),
    ],
)
def test_a_portrait_says_what_it_shows(project, ending, content, alt):
    source = f"content/pictures/marta.{ending}"
    files = {"content/personas/marta.yml": PERSONA.format(ending=ending), source: "x"}
    published = (Artifact(f"assets/playbook/{source}", content, source),)
    body = bodies(load(project, files), files=published)["personas/marta.md"]
    assert f' alt="{alt}"' in body


def test_a_persona_is_introduced_not_listed(project):
    files = {"content/personas/marta.yml": PERSONA.replace("picture: pictures/marta.{ending}", "")}
    loaded = load(project, files)
    body = bodies(loaded)["personas/marta.md"]
    assert "pb-facts" not in body
    assert re.findall(r"<li>([^<]+)</li>", body) == ["41 years old", "Baker", "Met on: Phone", "To sleep"]
    assert "Se encuentra en: Teléfono" in bodies(loaded, lang="es")["personas/marta.md"]


def piece(name: str, approved: str, status: str = "approved", more: str = "") -> str:
    return f"name: {name}\nkind: quote\nstatus: {status}\n{more}\napproved: {approved}"


NEWS = {
    "content/pieces/a.yml": piece("Alpha", "{by: Ana, date: 2026-05-01}"),
    "content/pieces/b.yml": piece("Beta", "{by: Ana, date: 2026-05-02}", "implemented"),
    "content/pieces/c.yml": piece("Gamma", "{by: Ana, date: 2026-05-03}", more="visibility: internal"),
    "content/pieces/d.yml": piece("Delta", "{by: Ana, date: 2027-01-01}"),
    "content/pieces/e.yml": piece("Epsilon", "{by: Ana, date: 2026-05-04}", "to-update"),
    "content/pieces/f.yml": piece("Zeta", "Ana"),
    "content/pieces/g.yml": piece("Aleph", "{by: Ana, date: 2026-05-01}"),
    "brand/sub/brand.yml": "name: Frigo Pro",
}
TODAY = date(2026, 6, 1)


def told(body: str) -> list[str]:
    """The names of what is new, in order."""
    _, _, news = body.partition('class="pb-news"')
    return re.findall(r'class="pb-name"><a [^>]*>([^<]+)<', news)


@pytest.mark.parametrize(
    "edition, today, names",
    [
        ("internal", TODAY, ["Gamma", "Beta", "Aleph", "Alpha", "Frigo, version 2.0"]),
        ("public", TODAY, ["Beta", "Aleph", "Alpha", "Frigo, version 2.0"]),
        ("internal", date(2026, 3, 1), ["Frigo, version 2.0"]),
        ("internal", date(2026, 2, 28), []),
        ("internal", None, ["Delta", "Gamma", "Beta", "Aleph", "Alpha"]),
    ],
)
def test_what_is_new_comes_latest_first(project, edition, today, names):
    assert told(bodies(load(project, NEWS), edition, today=today)["index.md"]) == names


def test_nothing_is_new_where_nothing_is_dated(project):
    loaded = load(
        project, {"brand/brand.yml": "name: Frigo", "content/pieces/f.yml": NEWS["content/pieces/f.yml"]}
    )
    assert "What is new" not in bodies(loaded, today=TODAY)["index.md"]


def test_news_are_dated_in_the_language(project):
    body = bodies(load(project, NEWS), lang="es", today=TODAY, writer="markdown")["index.md"]
    assert "## Novedades" in body
    assert "Aprobación: 3 de mayo de 2026" in body
    assert "Vigente desde el 1 de marzo de 2026" not in body.partition("## Novedades")[0]


def test_one_touchpoint_too_many_is_named_not_counted(project):
    """Of eight in seven places the eighth is shown: saying "and 1 more" would take as much room."""
    stages = ("awareness", "consideration", "decision", "retention", "advocacy", "before", "during", "after")
    many = {
        f"content/touchpoints/t{at}.yml": f"{{name: T{at}, stage: [{', '.join(stages)}]}}" for at in range(8)
    }
    home = bodies(load(project, many))["index.md"]
    assert home.count(">T7<") == len(stages)
    assert "more" not in home.partition('class="pb-board"')[2]

"""Maps of journeys: what a column says, silence, ways back, drawings to take, journeys side by side."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site import SiteOptions, build
from playbook.exports.site.inlines import plain
from playbook.exports.site.journeymap import Way, ways
from playbook.exports.site.maps import maps
from playbook.exports.site.pages.map import mapped
from playbook.exports.site.view import View
from playbook.observe.svg.xmltree import parse

FILES = {
    "content/index.md": None,
    "brand/brand.yml": "{name: Frigo, messages: {calm: {text: We say when}}}",
    "content/playbook.yml": """
        products: {fridges: {name: Fridges}, ovens: {name: Ovens}}
        visibility: {steps.proposal: internal, steps.pain.proposal: internal}
        """,
    "content/touchpoints/ad.yml": "{name: Ad, stage: awareness, channel: [web, print]}",
    "content/touchpoints/shop.yml": """
        name: Shop
        stage: [consideration, decision, advocacy]
        message: calm
        expectations: [A person]
        promise: Nobody waits
        promised_delay: within one day
        """,
    "content/touchpoints/post.yml": "{name: Post, stage: retention}",
    "content/pieces/sign.yml": "{name: Sign, kind: interior, touchpoints: [shop], status: to-update}",
    "content/pieces/old.yml": "{name: Old sign, kind: interior, touchpoints: [shop], status: retired}",
    "content/personas/marta.yml": "{name: Marta}",
    "content/journeys/fridge.yml": """
        name: The fridge
        persona: marta
        scenario: unhappy
        products: [fridges]
        steps:
          - {id: see, touchpoint: ad, feels: good, does: Looks, after: {amount: 3, unit: days}}
          - {id: go, touchpoint: shop, feels: bad, pain: {text: A queue, proposal: More tills}, times: 2}
          - {touchpoint: shop, decision: true, next: [{to: see, when: Too dear}, wait]}
          - {id: wait, name: Waits, feels: very-bad, after: {amount: 9, unit: hours}, proposal: A message}
          - {touchpoint: post, feels: very-good, after: {amount: 2, unit: weeks}, end: true}
          - {touchpoint: shop, name: Tells it, thinks: Well}
        """,
    "content/journeys/oven.yml": "{name: The oven, products: [fridges, ovens], steps: [ad, shop]}",
    "content/journeys/maker.yml": "{name: The maker, audience: supplier, steps: [{name: A, stage: before}]}",
    "content/journeys/empty.yml": "{name: Nothing yet, products: [fridges]}",
}


@pytest.fixture
def view(project):
    return View(playbook.load(project(FILES)).playbook, SiteOptions())


def shown(view, edition="internal", **options):
    chosen = SiteOptions(edition=edition, **options)
    return build(restrict(view.playbook, Visibility(edition)), (), chosen)


def column(made, number):
    """What a column says by its rows' titles."""
    rows = {title: [plain(line) for line in lines] for title, lines in _rows(made, number)}
    return {title: lines for title, lines in rows.items() if lines}


def _rows(made, number):
    return ((title, c) for (_, title), c in zip(made.rows, made.columns[number - 1].cells, strict=True))


def test_a_column_says_what_its_step_and_its_touchpoint_say(view):
    made = mapped(view, view.playbook.journeys["fridge"])
    assert column(made, 2) == {
        "Touchpoint": ["Shop"],
        "Expectation and promise": [
            "Expected: A person",
            "What we promise: Nobody waits",
            "Promised delay: within one day",
        ],
        "Pain point": ["Blocks", "A queue"],
        "Proposal": ["More tills", "Proposed"],
        "Pieces": ["Sign: To update"],
    }
    assert column(made, 3) == {
        "Touchpoint": ["Shop"],
        "Expectation and promise": ["As in step 2"],
        "Pieces": ["As in step 2"],
        "Ways on": ["Back to 1: Too dear", "On to 4"],
    }
    assert [c.notes for c in made.columns] == [(), ("2 times",), ("The decision",), (), ("May end here",), ()]
    assert made.unhappy == "The unhappy path"


def test_the_next_stage_of_a_touchpoint_is_meant_and_nobody_goes_back_without_need(view):
    made = mapped(view, view.playbook.journeys["fridge"])
    stages = ["Awareness", "Consideration", "Consideration", "Consideration", "Retention", "Advocacy"]
    assert [c.stage for c in made.columns] == stages
    assert [(band.first, band.length) for band in made.bands] == [(1, 1), (2, 3), (5, 1), (6, 1)]


def test_time_is_told_and_after_the_decision_whole_days_are_silence(view):
    made = mapped(view, view.playbook.journeys["fridge"])
    gaps = [(c.number, c.gap.words, c.gap.silent) for c in made.columns if c.gap]
    assert gaps == [(1, "3 days later", False), (4, "9 hours later", False), (5, "2 weeks of silence", True)]
    assert made.key == "Hatched: nothing of ours is near."
    assert [c.within for c in made.columns] == [True, True, True, False, True, True]


def test_a_journey_without_steps_has_neither_map_nor_walk(view):
    pages = {page.path: page.body for page in shown(view).pages}
    assert "pb-map" not in pages["journeys/empty.md"]
    assert "journeys/empty/walk.md" not in pages
    assert 'class="pb-map' in pages["journeys/fridge.md"]


@pytest.mark.parametrize(
    "jumps, found",
    [
        ([(1, 2)], ()),
        ([(3, 1), (3, 1)], (Way(3, 1, 0),)),
        ([(1, 9), (2, 4), (4, 6), (7, 9)], (Way(2, 4, 0), Way(4, 6, 1), Way(7, 9, 0), Way(1, 9, 2))),
        ([(2, 2)], (Way(2, 2, 0),)),
    ],
)
def test_ways_stand_on_lanes_of_their_own(jumps, found):
    assert ways(jumps) == found


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 40), st.integers(1, 40)), max_size=60))
def test_no_two_ways_meet_on_a_lane(jumps):
    taken: dict[int, set[int]] = {}
    for way in ways(jumps):
        steps = set(range(min(way.start, way.end), max(way.start, way.end) + 1))
        assert not taken.setdefault(way.lane, set()) & steps
        taken[way.lane] |= steps


@pytest.mark.parametrize("count, strips", [(1, [1]), (6, [6]), (7, [3, 4]), (19, [4, 5, 5, 5]), (40, None)])
def test_paper_gets_strips_of_about_the_same_length(view, count, strips):
    made = mapped(view, view.playbook.journeys["fridge"])
    lengths = [len(strip) for strip in _long(made, count).strips()]
    assert sum(lengths) == count
    assert max(lengths) - min(lengths) <= 1
    assert strips in (None, lengths)


def _long(made, count):
    return type(made)(
        made.title, made.heads, made.rows, made.scale, made.zoom, (made.columns * count)[:count], made.bands
    )


def test_a_long_text_is_cut_on_the_map_and_whole_on_the_walk(project):
    told = "Nine words that are told again and again, truly. " * 20
    files = {"content/journeys/j.yml": f"name: J\nsteps: [{{name: A, does: '{told}'}}]"}
    pages = {page.path: page.body for page in shown(View(_book(project, files), SiteOptions())).pages}
    [cell] = re.findall(r'pb-map__does".*?<p>(.*?)</p>', pages["journeys/j.md"])
    assert 190 < len(cell) <= 220
    assert cell.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert told.strip() in pages["journeys/j/walk.md"]


def _book(project, files):
    return playbook.load(project({**FILES, **files})).playbook


def test_a_walk_says_what_is_seen(view):
    body = {page.path: page.body for page in shown(view).pages}["journeys/fridge/walk.md"]
    seen = re.findall(
        r'class="pb-seen">\n<p class="pb-\w+">(.*?)</p>\n?(?:<p class="pb-message">(.*?)</p>)?', body
    )
    assert [re.sub("<.*?>", "", found[0] + found[1]) for found in seen] == [
        "What is seenWe say when",
        "What is seenWe say when",
        "Nothing of ours is seen here.",
        "What is seenWe say when",
    ]
    assert "Old sign" not in body


@pytest.mark.parametrize("edition, told", [("internal", True), ("partner", False), ("public", False)])
def test_what_is_planned_stays_with_those_who_may_know_it(view, edition, told):
    site = shown(view, edition)
    written = "".join(page.body for page in site.pages) + "".join(
        file.as_bytes().decode() for file in site.files if "map-" in file.path
    )
    assert ("More tills" in written, "A message" in written) == (told, told)
    assert "A queue" in written


def drawings(view):
    return {file.path: file.content for file in maps(view)}


def test_a_drawing_stands_alone_and_its_words_stay_within_it(view):
    drawn = drawings(view)
    assert "assets/playbook/maps/map-empty.svg" not in drawn
    root = parse(drawn["assets/playbook/maps/map-fridge.svg"].encode())
    width, height = (float(root.attributes[name]) for name in ("width", "height"))
    texts = [node for node in root.walk() if node.name == "text"]
    said = " ".join(node.text for node in texts)
    for words in (
        "The fridge",
        "Marta",
        "The unhappy path",
        "2 weeks",
        "of silence",
        "Sign: To update",
        "Back to 1",
    ):
        assert words in said
    assert all(float(node.attributes["x"]) < width for node in texts)
    assert all(float(node.attributes["y"]) < height for node in texts)
    script = drawn["assets/playbook/data/map-fridge.js"]
    assert script.startswith("window.brandPlaybook")
    assert '["map-fridge"]' in script


def test_no_line_of_a_drawing_is_wider_than_its_column(project):
    word = "Donaudampfschiff" * 6
    files = {"content/journeys/j.yml": f"name: {word}\nsteps: [{{name: {word}, does: {word} {word}}}]"}
    drawn = drawings(View(_book(project, files), SiteOptions()))["assets/playbook/maps/map-j.svg"]
    lines = re.findall(r'font-size="14"[^>]*>([^<]*)<', drawn)
    assert max(map(len, lines)) < 30
    assert "".join(lines).count("Donaudampf") > 15


def test_what_is_too_long_to_draw_is_not_offered(project):
    steps = "\n".join(f"  - {{name: Step {at}}}" for at in range(121))
    view = View(_book(project, {"content/journeys/j.yml": f"name: J\nsteps:\n{steps}"}), SiteOptions())
    assert "assets/playbook/maps/map-j.svg" not in drawings(view)
    body = {page.path: page.body for page in shown(view).pages}["journeys/j.md"]
    assert "pb-offer" not in body
    assert body.count('role="listitem"') == 121


def _compared(body: str) -> list[str]:
    return [re.sub("<.*?>", "", part) for part in re.findall(r"<(?:h2|th)[^>]*>(.*?)</(?:h2|th)>", body)]


def test_journeys_stand_side_by_side_by_what_they_share(view):
    pages = {page.path: page for page in shown(view).pages}
    assert _compared(pages["journeys/compare.md"].body) == [
        "Fridges&para;",
        *("Journey", "Awareness", "Consideration", "Retention", "Advocacy"),
        "The fridgeMarta · The unhappy path · 6 steps",
        "The ovenAs hoped · 2 steps",
        "Journeys on their own&para;",
        *("Journey", "Before"),
        "The makerAs hoped · 1 step",
    ]
    assert "journeys/compare" in pages["journeys/index.md"].body.replace("../journeys", "journeys")
    assert pages["journeys/compare.md"].body.count("No step") == 2


def test_a_journey_that_is_called_compare_keeps_its_page(project):
    files = {"content/journeys/compare.yml": "{name: Compare, steps: [ad]}"}
    site = shown(View(_book(project, files), SiteOptions()), lang="es")
    pages = {page.path: page.title for page in site.pages}
    assert pages["journeys/compare.md"] == "Compare"
    assert pages["journeys/compare-all.md"] == "Recorridos en paralelo"
    [section] = [item for item in site.nav if item.path == "journeys/index.md"]
    assert [item.path for item in section.children if "walk" in item.path] == []


@pytest.mark.parametrize("edition, told", [("internal", True), ("public", False)])
def test_only_those_who_see_everything_are_told_that_nothing_of_ours_is_near(project, edition, told):
    """For others a step may have a touchpoint that is not theirs to see."""
    hidden = {"content/touchpoints/ad.yml": "{name: Ad, stage: awareness, visibility: internal}"}
    book = restrict(playbook.load(project(FILES | hidden)).playbook, Visibility(edition))
    site = build(book, (), SiteOptions(edition=edition))
    bodies = {page.path: page.body for page in site.pages}
    assert ("Nothing of ours is seen here" in bodies["journeys/fridge/walk.md"]) is told
    assert ("Between touchpoints" in bodies["journeys/fridge.md"]) is told


def test_the_comparison_ends_where_there_are_too_many_steps(project):
    steps = ", ".join(["ad"] * 600)
    named = {f"l{at}": f"{{name: Long {at}, products: [p{at // 2}], steps: [{steps}]}}" for at in range(6)}
    more = {f"content/journeys/{ident}.yml": text for ident, text in named.items()}
    pages = build(playbook.load(project(FILES | more)).playbook, (), SiteOptions()).pages
    [body] = [page.body for page in pages if page.path == "journeys/compare.md"]
    assert "Long 1" in body
    assert "Long 4" not in body
    assert re.search(r"\d more journeys are not shown here", body)

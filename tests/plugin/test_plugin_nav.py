from __future__ import annotations

import pytest

from playbook.artifact import NavItem
from playbook.mkdocs_plugin import nav

SITE = {
    "pages": [
        {"path": "index.md", "title": "Our brand"},
        {"path": "colors.md", "title": "Colors of the brand"},
        {"path": "items/index.md", "title": "Items"},
        {"path": "items/x.md", "title": "Ex"},
        {"path": "items/deep/y.md", "title": "Why"},
    ],
    "nav": [["Home", "index.md"], ["Colors", "colors.md"], ["Items", "items/index.md"]],
}
ITEMS = (
    NavItem("Home", "index.md"),
    NavItem("R&D", "", (NavItem("Ex", "items/x.md"), NavItem("Gone", "gone.md"))),
    NavItem("Empty", "", (NavItem("Gone", "gone.md"),)),
    NavItem("Items", "items/index.md"),
)
OURS = ("index.md", "items/index.md", "items/x.md")


def find(path: str) -> str:
    return path if path in {*OURS, "guide.md", "items/help.md", "more/a.md"} else ""


LAID = [
    # given, mount, others, expected
    (
        None,
        "",
        ["guide.md", "items/help.md", "more/a.md"],
        [
            {"Home": "index.md"},
            {"R&amp;D": [{"Ex": "items/x.md"}]},
            {"Items": ["items/index.md", "items/help.md"]},
            "guide.md",
            {"More": ["more/a.md"]},
        ],
    ),
    (
        None,
        "brand",
        ["guide.md", "more/a.md"],
        [
            "guide.md",
            {"More": ["more/a.md"]},
            {
                "Brand": [
                    {"Home": "index.md"},
                    {"R&amp;D": [{"Ex": "items/x.md"}]},
                    {"Items": "items/index.md"},
                ]
            },
        ],
    ),
    (
        [{"Guide": "guide.md"}],
        "",
        ["guide.md"],
        [
            {"Guide": "guide.md"},
            {
                "Brand": [
                    {"Home": "index.md"},
                    {"R&amp;D": [{"Ex": "items/x.md"}]},
                    {"Items": "items/index.md"},
                ]
            },
        ],
    ),
    (["guide.md", {"Mine": ["items/x.md"]}], "", ["guide.md"], ["guide.md", {"Mine": ["items/x.md"]}]),
]


@pytest.mark.parametrize("given, mount, rest, expected", LAID)
def test_the_navigation_is_laid(given, mount, rest, expected):
    assert nav.laid(given, nav.Ours(ITEMS, "Brand", mount), rest, find) == expected


def test_a_hand_written_first_page_is_not_listed_twice():
    given = [{"Start": "index.md"}]
    laid = nav.laid(
        given,
        nav.Ours((NavItem("Home", "index.md"), NavItem("Ex", "items/x.md")), "Brand", ""),
        ["index.md"],
        find,
    )
    assert laid == [{"Start": "index.md"}, {"Brand": [{"Ex": "items/x.md"}]}]


def test_pages_are_taken_out_with_the_sections_they_leave_empty():
    given = ["a.md", {"B": "b.md"}, {"C": ["b.md", {"D": ["b.md"]}]}, {"E": ["b.md", "a.md"]}]
    assert nav.without(given, frozenset({"b.md"})) == ["a.md", {"E": ["a.md"]}]
    assert nav.without(None, frozenset({"b.md"})) is None


def test_a_site_that_is_the_playbook(demo):
    built = demo({"content/guide.md": "# Guide\n"}, **SITE).build({}, strict=True)
    assert built.nav("index.html") == ["Home*", "Colors", "Items", "Guide"]


def test_the_navigations_title_is_not_the_pages(demo):
    page = demo(**SITE).build({}).page("colors/index.html")
    assert [h.text for h in page.xpath("//article//h1")] == ["Colors of the brand"]


def test_a_page_in_no_navigation_shows_its_folders_page_as_active(demo):
    built = demo(**SITE).build({}, strict=True)
    expected = ["Home", "Colors", "Items*"]
    assert built.nav("items/x/index.html") == expected
    assert built.nav("items/deep/y/index.html") == expected
    assert built.nav("colors/index.html") == ["Home", "Colors*", "Items"]


def test_an_explicit_navigation_gets_a_section(demo):
    files = {"content/start.md": "# Start\n", "content/left.md": "# Left\n"}
    built = demo(files, **SITE).build({}, nav=[{"Start": "start.md"}], not_in_nav="left.md", strict=True)
    assert built.nav("colors/index.html") == ["Start", "Our brand*", "  Colors*", "  Items"]


def test_an_explicit_navigation_that_names_a_page_is_left_alone(demo):
    nav = [{"Start": "start.md"}, {"Our palette": "colors.md"}]
    built = demo({"content/start.md": "# Start\n"}, **SITE).build({}, nav=nav, strict=True)
    assert built.nav("colors/index.html") == ["Start", "Our palette*"]


@pytest.mark.parametrize("given", [{}, {"nav": [{"Start": "start.md"}]}])
def test_the_navigation_can_be_left_alone(demo, given):
    built = demo({"content/start.md": "# Start\n"}, **SITE).build({"nav": False}, strict=True, **given)
    assert built.nav("start/index.html") == ["Start*"]
    assert "colors/index.html" in built.paths()


def test_a_mounted_playbook_is_one_section(demo):
    built = demo({"content/start.md": "# Start\n"}, **SITE).build({"mount": "brand"}, strict=True)
    assert built.nav("start/index.html")[0] == "Start*"
    assert built.nav("brand/colors/index.html") == ["Start", "Our brand*", "  Colors*", "  Items"]


def test_excluded_pages_are_not_listed(demo):
    built = demo(**SITE).build({}, exclude_docs="colors.md", strict=True)
    assert built.nav("items/index.html") == ["Home", "Items*"]

"""The plan of action as a page, and as files to take."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

import pytest
from icalendar import Calendar

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site.build import build
from playbook.exports.site.options import SiteOptions

TODAY = date(2026, 11, 22)
FILES = {
    "content/playbook.yml": """\
        goals: [{goal: "Answer **fast**, see [[touchpoint:shop]]", due: 2026-12-01, owner: care}]
        owners: {care: Care}
        conclusions: We are slow.
        """,
    "content/touchpoints/shop.yml": """\
        name: Shop
        stage: before
        improvements:
          - {proposal: =1+1, due: 2026-11-01, owner: care}
          - {proposal: <b>Paint</b> it, status: planned}
        """,
}


@pytest.fixture
def site(project):
    def made(files=FILES, edition="internal", **options):
        book = restrict(playbook.load(project(files)).playbook, Visibility(edition))
        return build(book, (), SiteOptions(**{"edition": edition, "today": TODAY} | options))

    return made


def body(site):
    return next(page.body for page in site.pages if page.path == "plan/actions.md")


def held(site, path):
    return next(file.as_bytes().decode() for file in site.files if file.path == path)


def test_the_overdue_stands_first_with_the_day_it_was_reckoned_from(site):
    page = body(site())
    assert "3 things to do; on 22 November 2026, 1 is overdue." in page
    assert re.findall(r'<h2 id="([\w-]+)"', page) == [
        "overdue",
        "soon",
        "undated",
        "goals",
        "conclusions",
        "owners",
    ]
    assert "Answer fast, see Shop</a>" in page
    assert "&lt;b&gt;Paint" in page
    assert 'href="../../touchpoints/shop/#improvements"' in page
    assert "We are slow." in page


def test_in_spanish(site):
    page = body(site(lang="es"))
    assert "3 tareas pendientes; a 22 de noviembre de 2026, 1 con retraso." in page
    assert "Nadie todavía" in page


def test_the_page_is_bounded_and_its_data_whole(site):
    many = [f"  - {{proposal: Thing {at}, due: 2027-01-01}}" for at in range(250)]
    place = "\n".join(["name: Shop", "stage: before", "improvements:", *many]) + "\n"
    made = site({"content/touchpoints/shop.yml": place})
    assert body(made).count("<tr>") == 100 + 1 + 2  # a head, and the table of owners
    assert "and 150 more" in body(made)
    data = json.loads(held(made, "assets/playbook/data/todo.js").partition(".todo = ")[2].removesuffix(";\n"))
    assert len(data["rows"]) == len(data["days"]) == 250
    assert (data["days"][0], data["dated"]) == ("2027-01-01", "2026-11-22")


def test_the_calendar_holds_what_has_a_date(site):
    events = Calendar.from_ical(held(site(), "downloads/plan.ics")).walk("VEVENT")
    assert [(str(e["SUMMARY"]), e.decoded("DTSTART").isoformat()) for e in events] == [
        ("=1+1", "2026-11-01"),
        ("Answer fast, see Shop", "2026-12-01"),
    ]
    assert events[0]["DESCRIPTION"] == "Owner: Care\nAbout: Shop\nState: Proposed"


def test_a_plan_without_dates_is_no_calendar(site):
    """An empty one is none to RFC 5545, and not every program opens it."""
    undated = {path: re.sub(r", due: [\d-]+", "", text) for path, text in FILES.items()}
    made = site(undated)
    assert [file.path for file in made.files if "/plan." in file.path] == ["downloads/plan.csv"]
    assert "plan.ics" not in body(made)


def test_another_date_or_place_in_the_list_leaves_an_event_the_same_one(site):
    def uids(made):
        return [event["UID"] for event in Calendar.from_ical(held(made, "downloads/plan.ics")).walk("VEVENT")]

    before = uids(site())
    moved = FILES["content/touchpoints/shop.yml"].replace("2026-11-01", "2026-11-15")
    later = "          - {proposal: First, status: done}\n          - {proposal: =1+1"
    moved = moved.replace("          - {proposal: =1+1", later)
    assert uids(site({**FILES, "content/touchpoints/shop.yml": moved}, today=date(2027, 1, 1))) == before
    assert len(set(before)) == 2


def test_the_table_is_safe_in_a_spreadsheet(site):
    rows = list(csv.DictReader(io.StringIO(held(site(), "downloads/plan.csv").removeprefix("\ufeff"))))
    assert [(row["Due"], row["What to do"], row["State"]) for row in rows] == [
        ("2026-11-01", "'=1+1", "Proposed"),
        ("2026-12-01", "Answer fast, see Shop", "Planned"),
        ("", "<b>Paint</b> it", "Planned"),
    ]


@pytest.mark.parametrize("edition", ["partner", "public"])
def test_only_those_who_keep_the_playbook_get_it(site, edition):
    made = site(edition=edition)
    assert not [page.path for page in made.pages if page.path.startswith("plan/")]
    assert not [file.path for file in made.files if "plan." in file.path or "todo" in file.path]


def test_nothing_to_do_is_said(site):
    made = site({})
    assert "Nothing is open." in body(made)
    assert not [file.path for file in made.files if "plan." in file.path]

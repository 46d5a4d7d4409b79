"""Where there is nothing and where much: the counts, their links to the listing, and the sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site.build import written
from playbook.exports.site.data import lists
from playbook.exports.site.heat import FEW, LEVELS, counted, many, shade
from playbook.exports.site.options import SiteOptions
from playbook.exports.site.pages.coverage import coverage_page
from playbook.exports.site.pages.grid import MOST
from playbook.exports.site.view import View

TOUCHPOINTS = {
    "ad": "stage: awareness\nchannel: [web, print]\naudience: customer\nproducts: ovens",
    "blog": "stage: [awareness, before]\nchannel: web\naudience: customer\nbrands: sub",
    "call": "stage: decision\nchannel: [phone, sms]\nsenses: hearing\naudience: supplier",
    "card": "stage: after\nchannel: print\nstatus: planned",
    "visit": "stage: after",
    "old": "stage: after\nchannel: phone\nstatus: retired\nsenses: smell",
}
SETTINGS = """
channels: {sms: {name: Text message}, fax: Fax, phone: {name: Hotline}}
products: {ovens: Ovens, hobs: Hobs}
serves: [customer, employee]
"""
NO_FILES: Mapping[str, str] = {}


@pytest.fixture
def drawn(project):
    """`drawn(touchpoints, settings)` gives the view and the page as HTML, or "" where there is none."""

    def made(touchpoints=TOUCHPOINTS, settings=SETTINGS, writer="html", **options):
        files = {
            f"content/touchpoints/{ident}.yml": f"name: {ident}\n{body}"
            for ident, body in touchpoints.items()
        }
        files |= {"content/playbook.yml": settings or "language: en\n", "brand/sub/brand.yml": "name: Under"}
        asked = SiteOptions(writer=writer, **options)
        shown = restrict(playbook.load(project(files)).playbook, Visibility(asked.edition))
        view = View(shown, asked)
        return view, "".join(written(draft, asked).body for draft in coverage_page(view))

    return made


def cells(body: str, table: str) -> dict[str, list[str]]:
    """The rows of a table by name, each cell's words in one."""
    _, _, found = body.partition(f'id="by-{table}"')
    found, _, _ = found.partition("</table>")
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', found)
    return {
        name: [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td.*?</td>", row)] for name, row in rows
    }


def test_what_is_in_use_is_counted_in_each_of_its_stages_and_once_in_the_totals(drawn):
    _, body = drawn()
    assert "5 touchpoints are counted here" in body
    assert "One that is retired is not." in body
    heads = re.findall(r'<th scope="col">([^<]*)', body.partition("<tbody>")[0])
    assert heads == ["Channel", "All", "Awareness", "Consideration", "Decision", "After", "Total"]
    none = " none"
    assert cells(body, "channel") == {
        "Web": ["2", "2", none, none, none, "2"],
        "Hotline": [none, none, none, "1", none, "1"],
        "Print": ["1", "1", none, none, "1", "2"],
        "Text message": [none, none, none, "1", none, "1"],
        "Fax": [none, none, none, none, none, "0"],
        "Not said": ["", "", "", "", "1", "1"],
        "Total": ["2", "2", "0", "1", "2", "5"],
    }
    assert list(cells(body, "audience")) == ["Customer", "Supplier", "Employee", "Not said", "Total"]
    assert list(cells(body, "brands")) == ["Example", "Under", "Total"]


def test_what_is_lacking_is_said_in_sentences(drawn):
    sentences = re.findall(r"<li>(.*?)</li>", drawn()[1])
    assert sentences[:4] == [
        "Nothing by way of Fax, at any stage.",
        "Nothing by way of Hotline or by way of Text message before the purchase.",
        "Nothing on the web or in print during the purchase.",
        "Nothing on the web, by way of Hotline or by way of Text message after the purchase.",
    ]
    assert "Nothing for employees, at any stage." in sentences
    assert "During: nothing for customers." in sentences
    assert "Nothing to see, to smell, to touch or to taste, at any stage." in sentences
    assert "Nothing of Under during the purchase." in sentences


def test_of_what_nobody_speaks_there_is_no_table(drawn):
    _, body = drawn({"ad": "stage: before"}, "channels: {fax: Fax}\n")
    assert re.findall(r'id="(by-\w+)"', body) == ["by-brands"]
    assert "retired" not in body


def test_where_nothing_is_in_use_and_for_others_there_is_no_page(drawn):
    assert drawn({})[1] == drawn({"old": TOUCHPOINTS["old"]})[1] == ""
    assert drawn(edition="public")[1] == ""


def test_each_number_leads_to_as_many_touchpoints(drawn):
    """The listing's own data, filtered as its script does, has as many rows as the cell says."""
    view, body = drawn()
    script = next(file for file in lists(view) if "touchpoints" in file.path).as_bytes().decode()
    data = json.loads(script.partition(".touchpoints = ")[2].removesuffix(";\n"))
    links = re.findall(r'href="\.\./\.\./touchpoints/\?([^"]*)" aria-label="(\d+)', body)
    assert len(links) > 30
    for query, number in links:
        assert len(sifted(data, query.replace("&amp;", "&"))) == int(number), query


def sifted(data, query: str) -> list[str]:
    wanted: dict[str, set[str]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        wanted.setdefault(name, set()).add(value)
    found = []
    for row in data["rows"]:
        has = {
            facet["id"]: {
                facet["options"][o][0]
                for at in row[2][place]
                for o in (at, facet["options"][at][2])
                if o >= 0
            }
            for place, facet in enumerate(data["facets"])
        }
        if all(has[name] & values for name, values in wanted.items()):
            found.append(row[0])
    return found


def test_much_is_what_stands_out_in_its_row(drawn):
    many_here = {f"m{at}": "stage: retention\nchannel: email" for at in range(FEW)}
    _, body = drawn({**TOUCHPOINTS, **many_here})
    assert f'class="pb-heat--{LEVELS + 1}"' in body
    assert cells(body, "channel")["E-mail"][-3:] == ["5 many", " none", "5"]
    assert "e-mail</span> at one stage: 5 touchpoints in “Retention”.</li>" in body
    assert "Quizá demasiado por correo electrónico" in drawn({**TOUCHPOINTS, **many_here}, lang="es")[1]


@pytest.mark.parametrize(
    "number, others, expected",
    [(FEW - 1, (0, 0), False), (FEW, (0, 0), True), (FEW, (), False), (6, (3, 3), False), (7, (3, 3), True)],
)
def test_how_many_are_many(number, others, expected):
    assert many(number, others) is expected


def test_the_weight_of_a_hostile_project_is_bounded_and_its_words_are_words(drawn):
    names = "\n".join(f"  c{at}: '<i>{at}'" for at in range(300))
    channels = ", ".join(f"c{at}" for at in range(300))
    _, body = drawn({"ad": f"stage: before\nchannel: [{channels}]"}, f"channels:\n{names}\n")
    assert "<i>" not in body
    assert len(cells(body, "channel")) == MOST + 1
    assert f"{300 - MOST} more have no room in this table." in body


def test_it_is_a_table_in_markdown_too(drawn):
    _, body = drawn(writer="markdown")
    assert "| Channel | All | Awareness | Consideration | Decision | After | Total |" in body
    assert "| Fax | none | none | none | none | none | 0 |" in body


VALUES = st.lists(st.sampled_from("abcd"), max_size=4)


@given(st.lists(st.tuples(VALUES, VALUES), max_size=20))
def test_totals_count_each_thing_once(things):
    counts = counted(things, "abc", "ab")
    assert counts.whole == len(things)
    for row in "abc":
        assert counts.rows[row] == sum(row in down for down, _ in things)
    for column in "ab":
        assert counts.columns[column] == sum(column in across for _, across in things)
        assert counts.cells["a", column] <= min(counts.rows["a"], counts.columns[column])


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_shade_grows_with_the_number(number, most):
    assert (shade(min(number, most), most) == 0) == (number == 0)
    assert shade(min(number, most), most) <= LEVELS

"""Reports, as people and programs read them."""

from __future__ import annotations

import json
from textwrap import dedent

import pytest

from playbook import report
from playbook.diagnostics import Diagnostic, Location, Problem, Severity
from playbook.report.excerpt import WIDTH, excerpt, width


def finding(path="a.yml", line=1, span=(7, 12), rule="piece-orphan", severity=Severity.WARNING, **more):
    place = Location(path, line, span[0], line, span[1])
    problem = Problem("piece-orphan.none", place, {"piece": more.pop("piece", "Quote")}, "piece-orphan.hint")
    return Diagnostic(rule, severity, problem, **more)


FILES = {"a.yml": "name: Quote\nkind: quote\n", "b.yml": "\tname:  日本 Quote # end\n"}
FOUND = (
    finding(),
    finding(line=2, rule="other", severity=Severity.ERROR),
    Diagnostic(
        "logo-contrast",
        Severity.INFO,
        Problem("logo-contrast.hint", Location("b.yml", 1, 12, 1, 17), related=(Location("c.yml", 3, 4),)),
    ),
)


def source(path):
    return FILES.get(path, "")


def test_for_people():
    assert report.REPORTS["text"](FOUND, source, "en") == dedent(
        """\
        a.yml

          1:7 warning the piece "Quote" serves no touchpoint and belongs to no kit [piece-orphan]
              1 | name: Quote
                |       ^^^^^
            Name the touchpoints that it serves under `touchpoints`.

          2:7 error the piece "Quote" serves no touchpoint and belongs to no kit [other]
              2 | kind: quote
                |       ^^^^^
            Name the touchpoints that it serves under `touchpoints`.

        b.yml

          1:12 info Take the background out of its `on`, or draw a variant for it. [logo-contrast]
              1 |     name:  日本 Quote # end
                |                 ^^^^^
            see c.yml:3:4

        1 error, 1 warning, 1 info in 2 files.
        brand-playbook explain other says more."""
    )


def test_for_people_in_spanish():
    told = report.REPORTS["text"](FOUND[:1], source, "es")
    assert told.splitlines()[2] == (
        "  1:7 aviso la pieza «Quote» no sirve a ningún punto de contacto ni pertenece a ningún"
        " kit [piece-orphan]"
    )
    assert told.splitlines()[-2:] == [
        "1 aviso en 1 archivo.",
        "brand-playbook explain piece-orphan da más detalles.",
    ]


def test_nothing_found():
    assert report.REPORTS["text"]((), source, "en") == "No findings."
    assert report.REPORTS["github"]((), source, "en") == "No findings."
    assert json.loads(report.REPORTS["json"]((), source, "en")) == {
        "diagnostics": [],
        "summary": {"error": 0, "warning": 0, "info": 0},
    }


def test_colors_are_for_terminals_only():
    assert "\x1b" not in report.REPORTS["text"](FOUND, source, "en")
    colored = report.in_color(FOUND, source, "en")
    assert "\x1b[1;31merror\x1b[0m" in colored
    assert "\x1b[1;35m      ^^^^^\x1b[0m" in colored


def test_content_cannot_color_or_move_the_terminal():
    hostile = finding(path="a\x1b[2J.yml", piece="\x1b[31mred\r\n\u2028over")
    told = report.in_color([hostile], lambda _: "name: \x1b[31m\x9b2J", "en")
    assert "\x1b[31m" not in told
    assert not {"\x9b", "\r", "\u2028"} & set(told)


@pytest.mark.parametrize(
    "line, start, end, shown",
    [
        ("name: Quote", 7, 12, "name: Quote\n      ^^^^^"),
        ("name: Quote", 7, 7, "name: Quote\n      ^"),
        ("name: Quote", 40, 50, "name: Quote\n           ^"),
        ("\tkey: x", 7, 8, "    key: x\n         ^"),
        ("日本: x", 5, 6, "日本: x\n      ^"),
        ("n\u0303: x", 5, 6, "n\u0303: x\n   ^"),
        ("", 1, 2, ""),
    ],
)
def test_the_mark_stands_under_the_place(line, start, end, shown):
    rows = list(excerpt(Location("a", 1, start, 1, end), [line]))
    assert "\n".join(text for _, text in rows) == shown


@pytest.mark.parametrize("start", [1, 60, 500, 995])
@pytest.mark.parametrize("letter", ["a", "日"])
def test_long_lines_are_shown_around_the_place(start, letter):
    line = letter * (start - 1) + "HERE" + letter * (1000 - start)
    for wide in (WIDTH, 50):
        (_, shown), (_, mark) = excerpt(Location("a", 1, start, 1, start + 4), [line], wide)
        assert width(shown) <= wide + 1
        cells = "".join(char * (1 + (char == "日")) for char in shown)
        assert cells[mark.index("^") : len(mark)] == "HERE"


def test_where_only_the_line_is_known_there_is_no_mark():
    assert list(excerpt(Location("a", 2), ["x", "y"])) == [("    2", "y")]
    assert list(excerpt(Location("a"), ["x", "y"])) == []
    assert list(excerpt(Location("a", 3), ["x", "y"])) == []


def test_a_range_over_lines_is_marked_to_the_end_of_the_first():
    rows = list(excerpt(Location("a", 1, 4, 3, 2), ["ab: cde  ", "f", "g"]))
    assert rows[1][1] == "   ^^^^"


def test_for_programs():
    told = json.loads(report.REPORTS["json"]([finding(dated=True)], source, "en"))
    assert told == {
        "diagnostics": [
            {
                "rule": "piece-orphan",
                "severity": "warning",
                "message": 'the piece "Quote" serves no touchpoint and belongs to no kit',
                "hint": "Name the touchpoints that it serves under `touchpoints`.",
                "path": "a.yml",
                "line": 1,
                "column": 7,
                "end_line": 1,
                "end_column": 12,
                "dated": True,
                "related": [],
            }
        ],
        "summary": {"error": 0, "warning": 1, "info": 0},
    }


def test_for_github():
    hostile = finding(path="a,b:c.yml", piece="100%\n::error::no")
    assert report.REPORTS["github"]([hostile, FOUND[1]], source, "en").splitlines() == [
        (
            '::error file=a.yml,line=2,col=7,title=other,endColumn=12::the piece "Quote" serves no touchpoint'
            " and belongs to no kit%0AName the touchpoints that it serves under `touchpoints`."
        ),
        (
            "::warning file=a%2Cb%3Ac.yml,line=1,col=7,title=piece-orphan,endColumn=12::the"
            ' piece "100%25%0A::error::no"'
            " serves no touchpoint and belongs to no kit%0AName the touchpoints that it serves"
            " under `touchpoints`."
        ),
        "1 error, 1 warning",
    ]


def test_github_shows_ten_of_each_level_and_the_rest_is_counted():
    found = [*(finding() for _ in range(13)), *(finding(severity=Severity.ERROR) for _ in range(11))]
    lines = report.REPORTS["github"](found, source, "en").splitlines()
    assert [line.split(" ")[0] for line in lines[:20]] == ["::error"] * 10 + ["::warning"] * 10
    assert lines[20:] == [
        "Not shown above, for GitHub shows ten of each level: 1 error, 3 warnings.",
        "11 errors, 13 warnings",
    ]


def test_the_summary_of_a_job():
    assert report.summary([finding(piece="a|b<script>")], "en").splitlines() == [
        "**1 warning**",
        "",
        "| Severity | Place | Finding | Rule |",
        "|---|---|---|---|",
        (
            '| warning | `a.yml:1:7` | the piece "a\\|b&lt;script>" serves no touchpoint'
            " and belongs to no kit | `piece-orphan` |"
        ),
    ]


def test_one_line():
    assert report.line(finding(), "en") == (
        'a.yml:1:7: the piece "Quote" serves no touchpoint and belongs to no kit [piece-orphan]'
        " Name the touchpoints that it serves under `touchpoints`."
    )

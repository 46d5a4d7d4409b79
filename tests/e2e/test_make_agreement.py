"""The page's script and the command line fill in a template alike, to the letter."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

import playbook
from playbook.exports.site.form_data import encoded, marks
from playbook.facts import reader
from playbook.making.finish import finished
from playbook.making.widths import excesses, told, widths
from playbook.render.fill import ESCAPES, fill
from playbook.render.filters import FILTERS, MARKDOWN, Wording
from playbook.render.fit import Box, lacking
from playbook.render.formats import CURRENCIES, FORMATS
from playbook.render.template import parse
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
VALUES: list[Any] = [
    *(
        "",
        "abc",
        "0",
        "-0",
        "0.005",
        "-0.005",
        "0.0049",
        "-0.001",
        "2.675",
        "999.995",
        "007",
        "+5",
        " 5 ",
        "5.",
    ),
    *(".5", "1e3", "1_000", "Infinity", "NaN", "١٢", "-1234.5", "1234", "12345", "1234567.891", "1.123456"),
    *(
        "9" * 18,
        "9" * 19,
        "9" * 40,
        "9" * 41,
        "-" + "9" * 39 + "5.995",
        "-" + "9" * 18 + ".999999",
        "0.1234567",
        "--1",
        "1,5",
    ),
    *("2026-11-21", "2024-02-29", "2023-02-29", "1900-02-29", "0000-01-01", "0099-12-31", "2026-13-01"),
    *("20261121", "2026-W01-1", "2026-1-1", " 2026-11-21"),
    *("https://x.example/", "HTTPS://WWW.x.example//", "http://www.a.example/b/", "javascript:alert(1)"),
    *(
        "httpſ://x.example",
        "mailto:a@b.example",
        "tel:+34600",
        "https://a b",
        'https://a"b',
        "https://",
        " https://a.b ",
    ),
    *(" +44 (0)20 7946", "(0)20 7946", "+(0)(0)1", "x\ud800y\udfffz\U0001f600"),
    *("+34 (600) 12-34", "00 34/5", "+", "٣ 4", "tel 5+6"),
    *(
        "a\nb\r\nc\rd\u2028e\x85f\x0bg\x0ch\x1ci",
        "  \n\t\n x ",
        "\x1cx\x1f",
        "\ufeffx\ufeff",
        "\u3000x\u00a0",
    ),
    *("ß ŉ ﬁ", "İstanbul", "ΟΔΥΣΣΕΥΣ Σ", "#a b_c-é", "😀 x", "नमस्ते", "五 ٣ ½ ²", "a\u0301"),
    *("<b>&\"'`", "=1+1", "-1", "@x", "\tx", "a,b;c\\d", "x\x00\x07y\ufffe", "**b** [x](y) ~{}"),
    *(["a", "b,c"], [], None, True, False),
]
ARGUMENTS = {
    "number": ("", "0", "2", "6", "9", "x"),
    "money": ("", "USD", "JPY", "CHF", "XYZ", "constructor"),
    "fit": (
        "",
        "heading",
        "heading-96-48-900-300-108-0",
        "body-40-20-90-60-140-24",
        "nobody-30-30-40-0-100-0",
        "constructor-999-900-9999-9999-1-9999",
        "heading-20-40-900-300-108-0",
        "heading-0-0-9-9-9-9",
        "heading-48-48-0-0-100-0",
    ),
}
FONTS = widths(BOOK.brand, reader(ROOT))
TEXTS = [
    "We knock when we said we would.",
    "If it does not keep its promise, we come back for it.\nThe money is with you in three days.",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk und so weiter",
    "Ñandú Ángel 😀👩‍👩‍👧‍👦 नमस्ते 五五五五五 سارة عبد الرحمن",
    "x" * 3000,
    "a few words " * 300,
]
TEMPLATE = """\
A {{ a }}|{{ a | upper }}|{{ a | number:2 }}
{{#if a}}
yes {{ a | lower }}
{{else}}
no
{{/if}}
{{#if not a}}none{{/if}}
{{#each a | lines as b}}
- {{ b }} {{#each c as b}}({{ b.d }}){{/each}}
{{else}}
{{/each}}
{{ missing.b }}{{ c.constructor }}
""".replace("{{else}}\n{{/each}}", "{{/each}}")


@pytest.fixture
def script(page):
    """The page's template script, alone."""
    for part in ("fit", "template"):
        page.add_script_tag(path=ROOT / f"theme/assets/playbook/make/{part}.js")
    return page


def wordings() -> list[tuple[Wording, dict[str, Any]]]:
    """Every way of writing numbers, for Python and for the script."""
    return [
        (
            Wording(formats, currency, FONTS),
            {
                "formats": marks(formats),
                "currency": currency,
                "currencies": CURRENCIES,
                "widths": told(FONTS),
            },
        )
        for formats, currency in product(FORMATS.values(), ("EUR", "USD"))
    ]


@pytest.mark.parametrize("name", sorted(FILTERS.keys() - {MARKDOWN}))
def test_a_filter_gives_the_same(script, name):
    found = wordings()[: 1 if name == "fit" else None]  # which asks them for the widths alone
    cases = list(product(range(len(found)), VALUES, ARGUMENTS.get(name, ("",))))
    theirs = script.evaluate(
        """([name, cases, wordings]) => cases.map(([at, value, argument]) =>
            brandPlaybook.template.filters[name](value, argument, wordings[at]))""",
        [name, cases, [told for _, told in found]],
    )
    ours = [FILTERS[name](value, argument, found[at][0]) for at, value, argument in cases]
    pairs = zip(cases, ours, theirs, strict=True)
    assert [(found[case[0]][0], *case[1:], a, b) for case, a, b in pairs if a != b] == []


@pytest.mark.parametrize("argument", ARGUMENTS["fit"])
def test_what_does_not_fit_is_counted_alike(script, argument):
    """The form asks the script, the command line `overlong`."""
    wording, told_to_it = wordings()[0]
    said = [*TEXTS, *(value for value in VALUES if isinstance(value, str))]
    box = f"fit:{argument}" if argument else "fit"
    nodes = parse("t", f"{{{{#if b}}}}{{{{#each a | bare | {box} as c}}}}{{{{/each}}}}{{{{/if}}}}").nodes
    assert nodes
    theirs = script.evaluate(
        """([nodes, texts, wording]) =>
            texts.map(a => brandPlaybook.template.excess(nodes, "a", { a, b: "x" }, wording))""",
        [encoded(nodes), said, told_to_it],
    )
    assert theirs == [max(excesses(nodes, "a", {"a": text, "b": "x"}, wording), default=0) for text in said]


def test_what_the_font_lacks_is_known_alike(script):
    wording, told_to_it = wordings()[0]
    strange = ["漢字 and A漢", "a\u0301 \u200d\u00a0é", "🙂 x 🙂", "Ж я \u2713", "ا"]
    said = [*strange, *TEXTS, *(value for value in VALUES if isinstance(value, str))]
    box = next(argument for argument in ARGUMENTS["fit"] if Box.read(argument))
    theirs = script.evaluate(
        """([texts, box, widths]) =>
            texts.map(text => brandPlaybook.fit.lacking([text.split(" ")], box, widths))""",
        [said, box, told_to_it["widths"]],
    )
    ours = [lacking([text.split(" ")], box, wording.widths) for text in said]
    assert theirs == ours
    assert "漢" in ours[0]


def test_long_texts_are_fitted_alike(script):
    wording, told_to_it = wordings()[0]
    cases = list(product(TEXTS, ARGUMENTS["fit"]))
    theirs = script.evaluate(
        """([cases, wording]) =>
            cases.map(([text, box]) => brandPlaybook.template.filters.fit(text, box, wording))""",
        [cases, told_to_it],
    )
    assert theirs == [FILTERS["fit"](text, box, wording) for text, box in cases]


def test_the_script_has_every_filter(script):
    assert set(script.evaluate("Object.keys(brandPlaybook.template.filters)")) == FILTERS.keys() - {MARKDOWN}


@pytest.mark.parametrize("ending", ESCAPES)
def test_a_template_gives_the_same(script, ending):
    nodes = parse("t", TEMPLATE).nodes
    assert nodes
    wording, told = wordings()[0]
    known = [{"a": value, "c": [{"d": "1"}, {"d": value}, "x"]} for value in VALUES]
    theirs = script.evaluate(
        """([nodes, known, ending, wording]) =>
            known.map(values => brandPlaybook.template.fill(nodes, values, ending, wording))""",
        [encoded(nodes), known, ending, told],
    )
    assert theirs == [finished(fill(nodes, values, ending, wording), ending) for values in known]


def test_a_contact_card_is_folded_alike(script):
    nodes = parse("t", "X:{{ a }}\n\nY\n").nodes
    wording, told = wordings()[0]
    texts = [character * count for character in ("x", "ñ", "€", "😀", "e\u0301") for count in range(15, 90)]
    theirs = script.evaluate(
        """([nodes, texts, wording]) =>
            texts.map(a => brandPlaybook.template.fill(nodes, { a }, "vcf", wording))""",
        [encoded(nodes), texts, told],
    )
    assert theirs == [finished(fill(nodes, {"a": text}, "vcf", wording), "vcf") for text in texts]

from __future__ import annotations

import pytest

STYLE = {
    "brand/voice.yml": "styles: vale/Plain\n",
    "brand/vale/Plain/Hedges.yml": """
        extends: existence
        message: "'%s' promises nothing."
        level: suggestion
        link: https://a.example/hedges
        tokens: [hopefully, 'as soon as \\w+']
        """,
    "brand/vale/Plain/Terms.yml": """
        extends: substitution
        message: "Use '%s' instead of '%s'."
        ignorecase: true
        swap: {'(?:ice|cold)[ -]?box': fridge}
        """,
    "brand/vale/Plain/vocabularies/x/accept.yml": "not: read\n",
}


HEDGES = "The rule is Plain.Hedges: https://a.example/hedges"


def test_texts_are_judged_at_line_and_column(check):
    files = {
        "content/index.md": "# Example\n\nHopefully an Ice-box, hopefully `icebox`.\n",
        "content/touchpoints/web.yml": "name: Web\nstage: decision\npromise: 'Done as soon as possible.'\n",
    }
    assert check("voice-style", STYLE | files) == [
        "content/index.md:3:14 Use 'fridge' instead of 'Ice-box'. | The rule is Plain.Terms.",
        f"content/index.md:3:23 'hopefully' promises nothing. | {HEDGES}",
        f"content/touchpoints/web.yml:3:16 'as soon as possible' promises nothing. | {HEDGES}",
    ]


ABSENT = "there are no rules in brand/vale/Gone, no file that ends in .yml"
UNKNOWN = 'the extension point "metric" is not followed, only existence, substitution or occurrence'


@pytest.mark.parametrize(
    "files, found",
    [
        ({"brand/voice.yml": "styles: [vale/Gone]\n"}, f"brand/voice.yml:1:10 {ABSENT}"),
        ({"brand/vale/Plain/Metric.yml": "extends: metric\n"}, f"brand/vale/Plain/Metric.yml:1:10 {UNKNOWN}"),
    ],
)
def test_what_cannot_be_followed_is_told(check, files, found):
    [told] = check("voice-style", STYLE | files)
    assert told.partition(" | ")[0] == found


def test_a_style_that_leads_out_is_refused(check):
    [found] = check("bad-path", {"brand/voice.yml": "styles: ../elsewhere\n"})
    assert found.startswith("brand/voice.yml:1:9 ")


def test_a_sub_brand_has_the_rules_of_its_master(check):
    files = {
        "brand/second/brand.yml": "name: Second\n",
        "content/touchpoints/web.yml": "name: Web\nstage: decision\nbrands: second\npromise: hopefully\n",
    }
    assert len(check("voice-style", STYLE | files)) == 1


def test_severities_are_the_rules_own(project):
    import playbook

    files = {"content/index.md": "# Example\n\nhopefully an icebox\n"}
    found = playbook.check(playbook.load(project(STYLE | files)))
    assert [str(one.severity) for one in found if one.rule == "voice-style"] == ["info", "warning"]

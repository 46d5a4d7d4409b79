"""The language of a document: a field that the kinds get by themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest

import playbook
from playbook.diagnostics import Location
from playbook.kinds import builtin
from playbook.making import make
from playbook.making.languages import NAME, tags, with_language
from playbook.making.values import checked
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS

KINDS = builtin()
OWN = """
texts: {en: {name: Badge}, es: {name: Chapa}}
fields:
  name: {texts: {en: {label: Name}}}
%s
outputs: [{template: badge.txt, texts: {en: Badge}}]
"""


@pytest.mark.parametrize(
    "more, template, found",
    [
        ("", "{{ name }}", ()),
        ("", "{{ name | day }}", tuple(FORMATS)),
        ("", "{{#each name | lines as x}}{{#if x}}{{ x | number }}{{/if}}{{/each}}", tuple(FORMATS)),
        ("labels: {hi: {en: Hi, es: Hola}}", "{{ label.hi }}", ("en", "es")),
        ("labels: {hi: {en: Hi}}", "{{ label.hi }} {{ name | day }}", ("en", "en-GB")),
        ("labels: {hi: {fr: Salut}}", "{{ label.hi }}", ()),
    ],
)
def test_which_languages_a_kind_speaks(project, more, template, found):
    files = {"brand/kinds/badge/kind.yml": OWN % more, "brand/kinds/badge/badge.txt": template}
    kind = playbook.load(project(files)).playbook.kinds["badge"]
    assert tags(kind) == found
    assert (NAME in with_language(kind).fields) is (len(found) > 1)


@pytest.mark.parametrize("tag", FORMATS)
def test_the_language_is_chosen_for_each_document(tag):
    kind = with_language(KINDS["quote"])
    said = {"client": "A", "date": "2026-03-01", "lines": [{"description": "x", "price": "12345.5"}]}
    values, wrong = checked(kind.fields, {**said, NAME: tag}, lambda _: Location("x"))
    assert wrong == []
    for wording in (Wording(), Wording(FORMATS["es"])):
        text = str(make(kind, {}, values, wording).files[1].content)
        assert f"TOTAL: {FORMATS[tag].money(Decimal('12345.5'), 'EUR')}\n" in text
        assert ("Fecha: 1 de marzo de 2026" in text) is tag.startswith("es")
        assert ("Date: 1 March 2026" in text) is (tag == "en-GB")


def test_a_field_of_that_name_that_is_no_choice_is_the_kinds_own():
    kind = KINDS["letter"]
    own = kind.model_copy(update={"fields": {**kind.fields, NAME: kind.fields["subject"]}})
    assert with_language(own) is own
    values = {"recipient": "A", "body": "b", "date": "2026-03-01", NAME: "es"}
    assert "March 1, 2026" in str(make(own, {}, values, Wording()).files[1].content)


def test_a_language_that_there_is_not_is_told():
    kind = with_language(KINDS["letter"])
    _, wrong = checked(kind.fields, {"recipient": "A", "body": "b", NAME: "fr"}, lambda _: Location("x"))
    assert [problem.message for problem in wrong] == ["value.choice"]

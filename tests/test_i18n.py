from __future__ import annotations

import re
from datetime import date

import pytest

from playbook import i18n


@pytest.mark.parametrize(
    "lang, value, written",
    [
        ("en", 1234.5, "1,234.5"),
        ("es", 1234.5, "1234,5"),
        ("es", 12345.5, "12\N{NO-BREAK SPACE}345,5"),
        ("en", 7, "7"),
        ("es", -0.25, "-0,25"),
    ],
)
def test_numbers(lang, value, written):
    assert i18n.number(lang, value) == written


def test_dates():
    assert i18n.day("en", date(2026, 11, 21)) == "21 November 2026"
    assert i18n.day("es", date(2026, 3, 1)) == "1 de marzo de 2026"


@pytest.mark.parametrize(
    "value, worded",
    [(("a",), "a"), (("a", "b"), "a or b"), (("a", "b", "c"), "a, b or c"), ((), ""), (3, "3")],
)
def test_alternatives(value, worded):
    assert i18n.alternatives("en", value) == worded


def test_a_fact_can_name_a_text():
    assert i18n.alternatives("es", "@noun.touchpoint") == "punto de contacto"
    assert i18n.alternatives("es", ("@noun.touchpoint", "b")) == "punto de contacto o b"
    assert i18n.alternatives("es", "@someone") == "@someone"


@pytest.mark.parametrize(
    "fact, worded",
    [
        ("@place.style Heading 1", "estilo Heading 1"),
        ("@place.style {place}", "estilo {place}"),
        ("@place.master", "patrón de diapositivas"),
        ("@nowhere.known x", "@nowhere.known x"),
    ],
)
def test_a_fact_can_name_a_text_and_what_it_is_about(fact, worded):
    assert i18n.alternatives("es", fact) == worded


def test_every_language_says_everything_that_english_says():
    english = {
        ident for ident in i18n.texts("en") if not re.fullmatch(r"rule\..*\.(wrong|right|source)", ident)
    }
    for lang in i18n.LANGUAGES[1:]:
        assert english - i18n.texts(lang).keys() == set()


def test_no_language_says_what_english_does_not():
    """Field help and the checks' manuals stand in English beside the code."""
    beside_the_code = re.compile(r"(rule|[A-Z]\w+)\.")
    for lang in i18n.LANGUAGES[1:]:
        extra = {ident for ident in i18n.texts(lang) if not beside_the_code.match(ident)}
        assert extra - i18n.texts("en").keys() == set()


def test_sentences_take_the_same_facts_in_every_language():
    slots = re.compile(r"\{(\w+)\}")
    for lang in i18n.LANGUAGES[1:]:
        theirs = i18n.texts(lang)
        for ident, sentence in i18n.texts("en").items():
            if ident in theirs and not ident.startswith("rule."):
                assert set(slots.findall(theirs[ident])) <= set(slots.findall(sentence)), ident

"""Terms in texts: whole words, longest first, harmless inside what replaces them."""

from __future__ import annotations

import re
from itertools import product
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.vocables import Term, Vocabulary


def found(text, *terms):
    return [text[start:end] for _, start, end in Vocabulary.of(terms).found(text)]


@pytest.mark.parametrize(
    "text, term, words",
    [
        ("solution, solutions; resolution", Term(("solution", "solutions")), ["solution", "solutions"]),
        ("don't, don", Term(("don",)), ["don"]),
        ("end  user,\nend\nuser", Term(("end user",)), ["end  user", "end\nuser"]),
        ("más, mas", Term(("mas",)), ["mas"]),
        ("niño", Term(("nin\u0303o",)), ["niño"]),
        ("Rail, rail", Term(("Rail",), match_case=True), ["Rail"]),
        ("a washing machine, a machine", Term(("machine",), use="washing machine"), ["machine"]),
        ("x", Term(("", " ")), []),
        ("Not 'icebox', “icebox.” or «icebox»: an 'old icebox'", Term(("icebox",)), ["icebox"]),
    ],
)
def test_words(text, term, words):
    assert found(text, term) == words


def instead(use, *forms, match_case=False):
    return Term(forms, use, match_case=match_case, rule="term-preferred", lang="en")


@pytest.mark.parametrize(
    "text, terms, told",
    [
        ("an icebox, iceboxes", [instead("fridge", "icebox")], ["icebox: fridge", "iceboxes: fridges"]),
        (
            "icebox iceboxes",
            [instead("fridge", "icebox", "iceboxes")],
            ["icebox: fridge", "iceboxes: fridges"],
        ),
        ("iceboxes", [Term(("icebox",), "fridge")], []),
        ("the icebox's door, don't", [Term(("icebox", "don"), "fridge")], ["icebox: fridge"]),
        (
            "washing machines, machines",
            [instead("washing machine", "machine")],
            ["machines: washing machines"],
        ),
        ("aldabas, aldaba", [instead("Aldaba", "aldaba")], ["aldaba: Aldaba"]),
        (
            "the washers",
            [instead("machine", "washer"), instead("laundry", "washers")],
            ["washers: laundry"],
        ),
        ("a store, stores", [instead("shop", "store"), instead("stores", "x")], ["store: shop"]),
        (
            "soluciones",
            [Term(("solución",), "el nombre de la cosa", lang="es")],
            ["soluciones: el nombre de la cosa"],
        ),
        ("Rails, rails", [instead("track", "Rail", match_case=True)], ["Rails: tracks"]),
    ],
)
def test_endings(text, terms, told):
    assert [f"{text[at:end]}: {term.use}" for term, at, end in Vocabulary.of(terms).found(text)] == told


def test_the_longer_term_wins():
    assert found("dear customer, dear", Term(("dear",)), Term(("dear customer",))) == [
        "dear customer",
        "dear",
    ]


def test_a_longer_term_wins_whether_capitals_count_or_not():
    terms = [Term(("Dear customer",), match_case=True), Term(("dear",))]
    assert found("Dear customer, dear customer", *terms) == ["Dear customer", "dear"]


def test_a_long_list_is_read_in_one_pass():
    words = ["".join(pair) for pair in product("abcdefgh", "ijklmn", "opqrst", "uvwxyz")]
    text = " ".join(words * 10)
    vocabulary = Vocabulary.of(Term((word,)) for word in words[::3])
    start = process_time()
    assert sum(1 for _ in vocabulary.found(text)) == 10 * len(words[::3])
    assert process_time() - start < 5  # a look at each term at each word takes half a minute


def test_forms_that_nest_without_end_are_read():
    forms = tuple("a" * size for size in range(1, 400))
    assert found(f"{'a' * 399} {'a' * 400} aa", Term(forms)) == ["a" * 399, "aa"]


@given(
    st.lists(st.text("abßİ .'-é", min_size=1, max_size=4), max_size=5), st.text("abABßİ .'-éÉ\n", max_size=40)
)
def test_forms_whose_words_stand_nowhere_are_not_missed(forms, text):
    terms = [Term((form,)) for form in forms]
    words = re.findall(r"\w+", text.casefold())
    assert list(Vocabulary.of(terms, words).found(text)) == list(Vocabulary.of(terms).found(text))


def test_no_terms_find_nothing():
    assert found("anything") == []


@given(st.lists(st.text("ab .+|é", min_size=1, max_size=5), max_size=5), st.text("abA .+|é\n", max_size=60))
def test_what_is_found_is_a_form_and_a_whole_word(forms, text):
    known = {" ".join(form.split()) for form in forms}
    for _, start, end in Vocabulary.of([Term(tuple(forms))]).found(text):
        assert " ".join(text[start:end].lower().split()) in known
        assert not (text[start - 1 : start].isalpha())
        assert not (text[end : end + 1].isalpha())

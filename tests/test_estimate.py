"""What a change of the brand takes: who carries what, sums, and what nobody has said."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

import playbook
from playbook.delays import work
from playbook.diagnostics import PlaybookError
from playbook.estimate import State, entries, grouped, largest_first, meant, state_of, total, touched
from playbook.making import cache, make
from playbook.making.carried import carried
from playbook.render.brand_view import elements
from playbook.store import Memory

BRAND = {
    "brand/brand.yml": """
name: Faro
version: '2.0'
contact: {address: Calle Mayor 1, phone: '+34 600'}
messages: {here: We are here.}
""",
    "brand/logo.yml": "variants: {main: {file: logo.svg}}",
    "brand/colors.yml": "palette: {fig: '#561B3F', sky: '#0000FF'}\nroles: {primary: fig, text: '#111111'}",
    "brand/fonts.yml": "families: {sans: {name: Arial}}\nroles: {body: sans, heading: sans}",
    "brand/night/brand.yml": "name: Faro Night",
    "brand/night/colors.yml": "roles: {primary: sky}",
}


@pytest.mark.parametrize(
    "said, hours, rest",
    [
        ("Half a day", 4, ""),
        ("half day", 4, ""),
        ("Medio día", 4, ""),
        ("media jornada de trabajo", 4, ""),
        ("One day", 8, ""),
        ("Two days, most of them with the lawyer", 16, "most of them with the lawyer"),
        ("a day and a half", 12, ""),
        ("one and a half days", 12, ""),
        ("hora y media", None, ""),
        ("una hora y media", 1.5, ""),
        ("1.5 h", 1.5, ""),
        ("1,5 horas", 1.5, ""),
        ("40 minutes per sheet", Fraction(2, 3), "per sheet"),
        ("3 working days", 24, ""),
        ("3 días laborables", 24, ""),
        ("One morning", 4, ""),
        ("Three weeks at the workshop", 120, "at the workshop"),
        ("2 h 30 min each", 2.5, "each"),
        ("1 día 4 h", 12, ""),
        ("2 h, 30 min each", 2, "30 min each"),
        ("2 h 3 h", 2, "3 h"),
        ("Six sheds", None, ""),
        ("Some days", None, ""),
        ("About two days", None, ""),
        ("dayses", None, ""),
        ("", None, ""),
    ],
)
def test_work_in_words(said, hours, rest):
    assert work(said) == (None if hours is None else (Fraction(hours), rest))


def book(project, pieces, **others):
    return playbook.load(project(BRAND | {"content/pieces/all.yml": pieces} | others)).playbook


def listed(project, pieces):
    found = book(project, pieces)
    return found, entries(found, carried(found, elements, Memory()))


@pytest.mark.parametrize(
    "said, state",
    [
        ("status: implemented, brand_version: '1.9'", State.TODO),
        ("status: implemented, brand_version: '2'", State.DONE),
        ("status: approved, brand_version: '2.1'", State.DONE),
        ("status: to-update, brand_version: '2.0'", State.TODO),
        ("status: implemented", State.UNSAID),
        ("status: in-progress, brand_version: '1.0'", State.UNMADE),
        ("status: missing", State.UNMADE),
    ],
)
def test_how_a_piece_stands_to_the_version(project, said, state):
    found = book(project, f"one: {{name: One, kind: sign, {said}}}")
    assert state_of(found.pieces["one"], found.brand) is state


SUMS = """
sign: {name: Sign, kind: sign, effort: Two days, in_use: {units: 3, unit_cost: {amount: 0.1}}}
flag:
  {name: Flag, kind: sign, effort: 1 h each, in_use: {units: 4, unit_cost: {amount: 12.5, currency: USD}}}
van: {name: Van, kind: vehicle, effort: "One day, then a test", in_use: {units: 2}}
board: {name: Board, kind: sign, effort: One day each}
sheet: {name: Sheet, kind: product-sheet, effort: 40 minutes per sheet}
page: {name: Page, kind: web-page}
old: {name: Old, kind: sign, status: retired, effort: Nine days}
"""


def test_sums_count_what_is_known_and_say_what_is_not(project):
    _, found = listed(project, SUMS)
    whole = total(found)
    assert (whole.pieces, whole.units, whole.hours) == (6, 9, Fraction(16 + 4 + 8))
    assert whole.costs == {"EUR": Decimal("0.3"), "USD": Decimal("50.0")}
    assert (whole.more, whole.no_effort, whole.things, whole.no_cost) == (1, 3, 4, 2)
    assert total(()).hours == 0
    by_kind = {name: len(group) for name, group in grouped(found, lambda each: (each.piece.kind,)).items()}
    assert list(by_kind.items()) == [("sign", 3), ("product-sheet", 1), ("vehicle", 1), ("web-page", 1)]


EFFORT = {
    "2 h": "2",
    "2 h each": "80",
    "2 h 30 min": "2.5",
    "2 h 30 min each": "100",
    "2 h/unit": "80",
    "2 Hours Per piece": "80",
    "3 h por cada unidad": "120",
    "One day in the workshop per van": "320",
    "2 h each, plus 10 min for all": ">= 80",
    "2 h plus 10 min each": ">= 2",
    "two hours and ten minutes each": ">= 2",
    "4 h + 5 min por unidad": ">= 4",
    "4 h más cinco minutos por unidad": ">= 4",
    "3 h per season": ">= 3",
    "5 h each quarter": ">= 5",
    "5 h cada dos meses": ">= 5",
    "2 h per language": ">= 2",
    "2 h once per rebrand": ">= 2",
    "2 h/idioma": ">= 2",
    "3 horas al trimestre": ">= 3",
    "2 h weekly": ">= 2",
    "2 h SEMANALES": ">= 2",
    "1 day a month": ">= 8",
    "One day per week": ">= 8",
    "2 h por la tarde": ">= 2",
    "2 h or more": ">= 2",
    "Two days on a ladder": "16",
    "Two days on site": "16",
    "One day for the two brands": "8",
    "2 h cada vez": ">= 2",
    "2 h por todas las veces": ">= 2",
    "Some days": "None",
}
"""What is told of a thing of which there are 40."""


def test_effort_is_exact_only_where_the_words_are_sure(project):
    pieces = "".join(
        f"p{at}: {{name: P, kind: sign, effort: '{said}', in_use: {{units: 40}}}}\n"
        for at, said in enumerate(EFFORT)
    )
    _, found = listed(project, pieces)
    read = {e.piece.effort: ">= " * e.more + str(e.hours and float(e.hours)) for e in found}
    assert {said: told.removesuffix(".0") for said, told in read.items()} == EFFORT


COSTLY = """
yen: {name: Yen, kind: sign, in_use: {units: 1, unit_cost: {amount: 90000, currency: JPY}}}
dear: {name: Dear, kind: sign, in_use: {units: 1, unit_cost: {amount: 900}}}
cheap: {name: Cheap, kind: sign, in_use: {units: 2, unit_cost: {amount: 10}}}
work: {name: Work, kind: sign, effort: One day}
less: {name: Less, kind: sign, effort: 1 h}
"""


def test_the_largest_comes_first_and_amounts_of_two_currencies_are_not_compared(project):
    _, found = listed(project, COSTLY)
    assert [entry.piece.id for entry in largest_first(found)] == ["dear", "cheap", "yen", "work", "less"]


CARRY = """
mail: {name: Mail, kind: email-signature, status: implemented}
card: {name: Card, kind: business-card, status: implemented, brands: night}
sign:
  {name: S, kind: sign, status: implemented, requirements: {colors: sky, fonts: heading, logo: main}}
pitch: {name: Pitch, kind: sales-pitch, status: implemented, message: here}
plan: {name: Plan, kind: sign, requirements: {colors: [sky]}}
"""


def test_pieces_carry_what_rendering_read_and_what_they_declare(project):
    _, all_of_them = listed(project, CARRY)
    parts = {entry.piece.id: entry.parts for entry in all_of_them}
    assert parts["mail"] >= {"name", "phone", "color:fig", "color:text", "font:sans"}
    assert parts["card"] >= {"address", "phone", "color:sky"}
    assert "color:fig" not in parts["card"]
    assert not parts["mail"] & {"tagline", "logo", "color:sky"}, "what the brand has not got is not carried"
    assert parts["sign"] == {"color:sky", "font:sans", "logo"}
    assert parts["pitch"] == {"message:here"}
    assert [entry.piece.id for entry in all_of_them if entry.nothing_known] == ["pitch"]


@pytest.mark.parametrize(
    "words, pieces",
    [
        (["color:fig"], ["mail"]),
        (["color:primary"], ["mail", "card"]),
        (["color:sky"], ["card", "sign"]),
        (["logo", "phone"], ["mail", "card", "sign"]),
        (["color"], ["mail", "card", "sign"]),
        (["message:here"], ["pitch"]),
        (["font:heading"], ["mail", "card", "sign"]),
    ],
)
def test_a_change_touches_what_carries_it_in_its_own_brand(project, words, pieces):
    """A role is another color in a sub-brand; what is only planned is not made again."""
    found, all_of_them = listed(project, CARRY)
    assert [entry.piece.id for entry in touched(found, all_of_them, meant(found, words))] == pieces


@pytest.mark.parametrize(
    "word, close", [("colour:fig", "color:fig"), ("logos", "logo"), ("zzzz", None), ("tagline", None)]
)
def test_a_word_that_names_nothing_is_told(project, word, close):
    with pytest.raises(PlaybookError) as told:
        meant(book(project, CARRY), [word])
    assert told.value.facts.get("meant") == close


def test_a_kind_is_made_once_for_each_brand(project, monkeypatch):
    """However many pieces there are, and not again where the store holds it."""
    calls = []

    def counted(kind, *rest):
        calls.append(kind.id)
        return make(kind, *rest)

    monkeypatch.setattr(cache, "make", counted)
    pieces = "\n".join(f"p{at}: {{name: P, kind: {'letter' if at % 2 else 'quote'}}}" for at in range(300))
    found, store = book(project, pieces), Memory()
    assert carried(found, elements, store) == carried(found, elements, store)
    assert sorted(calls) == ["letter", "quote"]

"""What the owner of a piece says of its form holds on the page and on the command line."""

from __future__ import annotations

import pytest

import playbook
from playbook.diagnostics import Location
from playbook.making.tailored import tailored
from playbook.making.values import checked, defaults

PIECE = """
    name: Quote
    kind: quote
    requirements: {text_limits: {client: 20}}
    form:
      tax: {value: 21, locked: true}
      title: {value: Your   kitchen, longest: 30}
      number: {longest: 300}
      reverse_charge: true
    """


@pytest.fixture
def kind(project):
    book = playbook.load(project({"content/pieces/quote.yml": PIECE})).playbook
    return tailored(book.kinds["quote"], book.pieces["quote"])


def said(kind, **values):
    lines = [{"description": "A", "price": "1"}]
    good, wrong = checked(kind.fields, {"client": "Ann", "lines": lines, **values}, lambda _: Location("x"))
    return good, [(problem.message, problem.facts["field"]) for problem in wrong]


def test_values_stand_there_before_anybody_fills_them_in(kind):
    assert defaults(kind.fields, {}) == {"tax": "21", "title": "Your kitchen", "reverse_charge": "yes"}


@pytest.mark.parametrize("given", [{}, {"tax": ""}, {"tax": 21}, {"tax": "21"}])
def test_what_is_locked_is_there(kind, given):
    good, wrong = said(kind, **given)
    assert (good["tax"], wrong) == ("21", [])


def test_what_is_locked_cannot_be_said_otherwise(kind):
    good, wrong = said(kind, tax="7")
    assert (good["tax"], wrong) == ("21", [("value.locked", "tax")])


@pytest.mark.parametrize(
    "name, length, right", [("title", 30, True), ("title", 31, False), ("client", 21, False)]
)
def test_the_tighter_limit_holds(kind, name, length, right):
    _, wrong = said(kind, **{name: "x" * length})
    assert wrong == ([] if right else [("value.longest", name)])


def test_a_piece_loosens_no_limit(kind):
    assert kind.fields["number"].longest == 30

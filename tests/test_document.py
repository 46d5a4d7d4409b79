from __future__ import annotations

import time

import pytest
from pydantic import BaseModel

from playbook.brand import PARTS
from playbook.document import Layer, Origin, build, field_help
from playbook.kinds import Kind
from playbook.marks import models_in
from playbook.model import ITEMS
from playbook.model.settings import Settings
from playbook.model.ticked import Ticked
from playbook.model.touchpoint import Touchpoint
from playbook.source import read

EVERY_MODEL = [*PARTS.values(), *ITEMS.values(), Settings, Kind]


def made(text: str, model=Touchpoint):
    source = read("content/touchpoints/checkout.yml", text.encode())
    return build(model, "checkout", Origin((Layer(source, source.data),)), source.data)


@pytest.mark.parametrize(
    "text, keys, place",
    [
        ("name: Checkout\nstage: decision\n", ("name",), (1, 7, 1, 15)),
        ("name: Checkout\nstage: [decision, retention]\n", ("stage", 1), (2, 19, 2, 28)),
        ("name: Checkout\nstage: decision\n", ("stage", 0), (2, 8, 2, 16)),
        ("stage: decision\nname: >\n  Check\n  out\n", ("name",), (2, 7, 5, 1)),
        ("name: Checkout\nstage: decision\n", ("owner",), (1, 1, 3, 1)),
    ],
)
def test_a_document_knows_where_each_value_was_written(text, keys, place):
    document, mistakes = made(text)
    at = document.at(*keys)
    assert mistakes == ()
    assert (at.line, at.column) == place[:2]


@pytest.mark.parametrize(
    "text, refused",
    [
        ("name: A\nstage: before\nfoo: 1", [(("foo",), "extra_forbidden")]),
        ("stage: before", [(("name",), "missing")]),
        ("name: A\nstage: before\nrating: {score: 9}", [(("rating", "score"), "less_than_equal")]),
        ("name: A\nstage: before\nmetrics:\n- target: 3", [(("metrics", 0, "kpi"), "missing")]),
        ("name: A\nstage: before\nowner:\nnext:", []),
        ("name:\nstage: before", [(("name",), "missing")]),
    ],
)
def test_what_is_refused_is_told_once_and_nothing_that_follows_from_it(text, refused):
    _, mistakes = made(text)
    assert [(mistake.keys, mistake.case) for mistake in mistakes] == refused


def test_a_refused_part_does_not_take_the_rest_with_it():
    document, _ = made(
        "name: A\nstage: before\nowner: lead\nrating: {score: 9}\nmetrics:\n- target: 3\n- kpi: sales\n"
    )
    assert document.owner == "lead"
    assert document.rating is None
    assert [metric.kpi for metric in document.metrics] == ["sales"]


def test_an_entry_that_lacks_two_keys_does_not_take_the_next_one_with_it():
    two = "waivers:\n- {path: a}\n- {rule: contrast, reason: Old, expires: 2027-01-01}\n"
    document, mistakes = made(two, Settings)
    assert [waiver.rule for waiver in document.waivers] == ["contrast"]
    assert [mistake.keys[2] for mistake in mistakes] == ["rule", "reason", "expires"]


def test_what_stands_after_a_refused_entry_keeps_its_place():
    when = {"a": "", "b": ", expires: 2027-01-01", "c": ", expires: soon", "d": ", expires: 2027-01-02"}
    entries = "".join(f"- {{rule: {rule}, reason: x{day}}}\n" for rule, day in when.items())
    document, mistakes = made(f"waivers:\n{entries}", Settings)
    places = [document.at("waivers", index, "rule").line for index in (0, 1)]
    assert ([waiver.rule for waiver in document.waivers], places) == (["b", "d"], [3, 5])
    assert [mistake.keys[1:] for mistake in mistakes] == [(0, "expires"), (2, "expires")]


def test_thousands_of_unknown_keys_are_refused_at_once():
    begun = time.process_time()
    document, mistakes = made("name: A\nstage: before\n" + "".join(f"k{n}: 1\n" for n in range(5000)))
    assert time.process_time() - begun < 3  # a copy of all for each of them would take many seconds
    assert (document, len(mistakes), mistakes[0].keys) == (None, 1000, ("k0",))


def test_thousands_of_empty_keys_are_as_if_not_written():
    begun = time.process_time()
    empty = "".join(f"  k{n}:\n" for n in range(10000))
    ticked, mistakes = made(f"pieces:\n{empty}  card: have\n", Ticked)
    assert time.process_time() - begun < 3  # less one part at a time, it takes many
    assert (ticked.pieces, mistakes) == ({"card": "have"}, ())


def test_text_stays_as_written():
    document, _ = made(
        'name: 01234\nstage: before\ntime: 12:30\ntool: no\npromise: 1.10\nneeds_pieces: "no"\n'
    )
    assert (document.name, document.time, document.tool, document.promise) == ("01234", "12:30", "no", "1.10")
    assert document.needs_pieces is False


def test_the_nearest_layer_gives_a_value_its_place():
    own = read("brand/outlet/brand.yml", b"name: Outlet\n")
    master = read("brand/brand.yml", b"name: Shop\ntagline: Hello\n")
    origin = Origin((Layer(own, own.data), Layer(master, master.data)))
    assert str(origin.at("name")) == "brand/outlet/brand.yml:1:7"
    assert str(origin.at("tagline")) == "brand/brand.yml:2:10"
    assert str(origin.key_at("tagline")) == "brand/brand.yml:2:1"
    assert origin.at("legal").path == "brand/outlet/brand.yml"


def models(model: type[BaseModel]) -> set[type[BaseModel]]:
    found = {model}
    for field in model.model_fields.values():
        for inner in models_in(field.annotation):
            found |= models(inner)
    return found


@pytest.mark.parametrize("model", EVERY_MODEL, ids=lambda model: model.__name__)
def test_every_field_says_what_it_is_for(model):
    silent = [
        f"{m.__name__}.{name}" for m in models(model) for name, told in field_help(m).items() if not told
    ]
    assert silent == []


def test_a_document_made_in_memory_has_no_place():
    with pytest.raises(LookupError, match="was not read from a file"):
        Touchpoint(name="A", stage=("before",)).at("name")

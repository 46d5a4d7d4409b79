"""Pieces from the store: the same as those made anew, and made anew only where something changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import playbook
from playbook.artifact import Artifact
from playbook.diagnostics import Location, Problem
from playbook.kinds import builtin
from playbook.making import Made, cache, make
from playbook.making.also import More
from playbook.making.cache import key, made, more, remembered
from playbook.making.templates import is_made
from playbook.making.values import defaults, examples
from playbook.render.brand_view import Seen, elements
from playbook.render.fill import TooLong
from playbook.render.filters import Wording
from playbook.render.fit import GENERIC
from playbook.render.formats import FORMATS
from playbook.render.look import Face, Look
from playbook.render.template import parse
from playbook.store import Disk, Memory
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
VIEW = elements(BOOK.brand)
SIGNATURE = BOOK.kinds["email-signature"]
KINDS = [kind for kind in builtin().values() if is_made(kind)]


def says(text):
    """The signature, with a template that says something else."""
    [first, *_] = SIGNATURE.outputs
    kind = SIGNATURE.model_copy(update={"outputs": (first,)})
    return kind.with_templates({first.template: parse("x", text)})


def changed(path, value):
    """The brand's elements with another value at a path."""
    first, *rest = path.split(".")
    inner = {**VIEW[first], rest[0]: value} if rest else value
    return {**VIEW, first: inner}


@pytest.fixture
def count(monkeypatch):
    """The kinds that were made, one entry each time."""
    calls = []

    def counted(kind, *others):
        calls.append(kind.templates[kind.outputs[0].template].text)
        return make(kind, *others)

    monkeypatch.setattr(cache, "make", counted)
    return calls


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_kind_comes_out_of_the_store_as_it_went_in(kind, tmp_path, count):
    values = {**dict(examples(kind.fields, "es")), **defaults(kind.fields, VIEW)}
    wording = Wording(FORMATS["es"], widths={"heading": GENERIC})
    fresh = make(kind, VIEW, values, wording)
    for _ in range(2):
        assert made(kind, VIEW, values, wording, Disk(tmp_path)) == fresh
    assert len(count) == 1


CHANGES = (("color.fig", "#123456"), ("contact.phone", "1"), ("logo", {"url": "x"}))


def test_a_changed_element_makes_anew_what_used_it_and_nothing_else(count):
    fig, phone, cond = "{{ brand.color.fig }}", "{{ brand.contact.phone }}", "{{#if brand.logo}}x{{/if}}"
    store, kinds = Memory(), [says(text) for text in (fig, phone, cond)]
    now = [VIEW, *(changed(*change) for change in CHANGES)]
    for view in (*now, *now):
        for kind in kinds:
            assert made(kind, view, {}, Wording(), store) == make(kind, view, {}, Wording())
    assert count == [fig, phone, cond, fig, phone, cond]


def test_what_was_missing_is_noticed_when_it_comes(count):
    kind, store = says("{{ brand.color.sky }}{{#if brand.color.sky}}!{{/if}}"), Memory()
    assert made(kind, VIEW, {}, Wording(), store).files[0].content == ""
    assert made(kind, changed("color.sky", "#0000FF"), {}, Wording(), store).files[0].content == "#0000FF!"


def test_another_branch_of_a_template_has_its_own_entry(count):
    kind = says("{{#if brand.tagline}}{{ brand.contact.phone }}{{else}}{{ brand.name }}{{/if}}")
    store, bare = Memory(), {**VIEW, "tagline": None}
    for view in (VIEW, bare, VIEW, bare):
        assert made(kind, view, {}, Wording(), store) == make(kind, view, {}, Wording())
    assert len(count) == 2


OTHERS = {
    "template": (says("{{ name }}."), {"name": "Ana"}, Wording()),
    "kind": (SIGNATURE.model_copy(update={"totals": "lines"}), {"name": "Ana"}, Wording()),
    "values": (SIGNATURE, {"name": "Eva"}, Wording()),
    "currency": (SIGNATURE, {"name": "Ana"}, Wording(currency="USD")),
    "language": (SIGNATURE, {"name": "Ana"}, Wording(FORMATS["es"])),
    "fonts": (SIGNATURE, {"name": "Ana"}, Wording(widths={"body": GENERIC})),
}


@pytest.mark.parametrize("other", OTHERS)
def test_whatever_else_changes_makes_it_anew(count, other):
    store = Memory()
    made(SIGNATURE, VIEW, {"name": "Ana"}, Wording(), store)
    kind, values, wording = OTHERS[other]
    assert made(kind, VIEW, values, wording, store) == make(kind, VIEW, values, wording)
    assert len(count) == 2


class Broken(Memory):
    """Gives something else than what was put."""

    def __init__(self, said):
        super().__init__()
        self._entries = defaultdict(lambda: said)

    def get(self, key):
        return self._entries[key]


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\xff",
        b"{}",
        b"[]",
        b"[[]]",
        b"[1]",
        b'[["name"]]',
        b"[" * 100_000,
        b'{"files": [["../x.html", 0, true]], "problems": []}\n',
        b'{"files": [["x.html", 9, true]], "problems": []}\nshort',
        b'{"files": [["x.html", -1, true]], "problems": []}\nshort',
        b'{"files": [["x.html", "9", true]], "problems": []}\nshort',
        b'{"files": [[["x"], 0, true]], "problems": []}\n',
        b'{"files": [["x.html", 1, true]], "problems": []}\n\xff',
        b'{"files": [], "problems": [{}]}\n',
        b'{"files": [], "problems": ["x"]}\n',
    ],
)
def test_nonsense_in_the_store_is_made_anew(said):
    fresh = make(SIGNATURE, VIEW, {"name": "Ana"}, Wording())
    assert made(SIGNATURE, VIEW, {"name": "Ana"}, Wording(), Broken(said)) == fresh


def test_a_damaged_store_heals(tmp_path, count):
    store, values = Disk(tmp_path), {"name": "Ana"}
    fresh = made(SIGNATURE, VIEW, values, Wording(), store)
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    for _ in range(2):
        assert made(SIGNATURE, VIEW, values, Wording(), store) == fresh
    assert len(count) == 2


def test_bytes_stay_bytes(monkeypatch):
    files = (Artifact("a.pdf", b"%PDF\xff\n"), Artifact("a.txt", "ñ\r\n"), Artifact("b.bin", b""))
    monkeypatch.setattr(cache, "make", lambda *_: Made(files, frozenset()))
    store = Memory()
    assert [made(SIGNATURE, VIEW, {}, Wording(), store).files for _ in range(2)] == [files, files]


PROBLEM = Problem(
    "fit.long", Location("x.yml", 3, 4), {"over": 2, "of": ("a", "b")}, "fit.long-hint", (Location("y"),)
)
OFFICE = says("{{ brand.name }}").model_copy()
OFFICE = OFFICE.model_copy(update={"outputs": (OFFICE.outputs[0].model_copy(update={"also": ("pdf",)}),)})


@pytest.fixture
def office(monkeypatch):
    """What makes office documents: it makes one of what stands in `made`, and counts."""

    class Office:
        count = 0
        made = More((Artifact("a.pdf", b"%PDF"),), problems=(PROBLEM,), used=frozenset({"name"}))

    def also(*_):
        Office.count += 1
        return Office.made

    monkeypatch.setattr(cache, "also", also)
    return Office


def test_office_documents_come_with_what_was_wrong(office):
    store = Memory()
    assert [more(OFFICE, Look(VIEW), {}, Wording(), store) for _ in range(3)] == [office.made] * 3
    assert office.count == 1


@pytest.mark.parametrize(
    "look, count",
    [
        (Look(VIEW), 1),
        (Look(changed("tagline", "x")), 1),
        (Look(changed("name", "x")), 2),
        (Look(VIEW, logo=b"x"), 2),
        (Look(VIEW, faces=(Face("body", "A", "400", "normal", b"x"),)), 2),
    ],
)
def test_another_look_makes_them_anew(office, look, count):
    store = Memory()
    more(OFFICE, Look(VIEW), {}, Wording(), store)
    more(OFFICE, look, {}, Wording(), store)
    assert office.count == count


def test_what_lacks_a_format_is_asked_for_again(office):
    store, office.made = Memory(), More(missing={"pdf": "pdf"})
    assert [more(OFFICE, Look(VIEW), {}, Wording(), store).missing for _ in range(2)] == [{"pdf": "pdf"}] * 2
    assert office.count == 2


def test_without_office_formats_nothing_is_made(office):
    assert more(BOOK.kinds["newsletter"], Look(VIEW), {}, Wording(), Memory()) == More()
    assert office.count == 0


def test_what_is_too_long_stays_so():
    kind = says("{{ name }}" * 50)
    for _ in range(2):
        with pytest.raises(TooLong):
            made(kind, VIEW, {"name": "x" * 50_000}, Wording(), Memory())


SAID = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(SAID, st.sampled_from(["#000000", "#FF0000", None])), min_size=1, max_size=4),
    st.sampled_from(["en", "es"]),
)
def test_cached_and_uncached_are_equal(rounds, lang):
    store, wording = Memory(), Wording(FORMATS[lang])
    for name, color in (*rounds, *rounds):
        values, view = {"name": name, "email": f"{name}@x.example"}, changed("ink.text", color)
        assert made(SIGNATURE, view, values, wording, store) == make(SIGNATURE, view, values, wording)


def test_a_function_is_asked_once_for_the_same_parts():
    store, calls = Memory(), []

    def ask(*parts):
        def function():
            calls.append(parts)
            return repr(parts).encode()

        return remembered(store, "drawn", parts, function)

    for parts in ((b"a", {"x": 1}), (b"a", {"x": 1}), (b"b", {"x": 1}), (b"a", {"x": 2})):
        assert ask(*parts) == repr(parts).encode()
    assert len(calls) == 3


@pytest.mark.parametrize(
    "one, other",
    [
        (("a", "b"), ("ab",)),
        ((b"a",), ("a",)),
        ((1,), ("1",)),
        ((None,), ("",)),
        (({"a": 1},), ({"a": 2},)),
        ((GENERIC,), (replace(GENERIC, cap=1),)),
        ((frozenset("ab"),), (frozenset("ac"),)),
    ],
)
def test_keys_tell_apart(one, other):
    assert key(*one) != key(*other)
    assert key(*one) == key(*one)


def test_what_cannot_be_told_apart_is_refused():
    with pytest.raises(TypeError):
        key(object())


def test_what_was_asked_of_a_brand_is_noted():
    used: set[str] = set()
    seen = Seen({"a": {"b": 1}, "c": {}}, used)
    assert seen["a"]["b"] == 1
    assert seen["a"].get("x") is None
    assert len(seen["c"]) == 0
    assert used == {"a.b", "a.x", "c"}


def test_a_value_of_many_is_no_text():
    assert make(says("[{{ brand.contact }}]"), VIEW, {}, Wording()).files[0].content == "[]"

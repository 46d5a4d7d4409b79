"""Reading one YAML file: what becomes of its values, and that nothing in it is lost silently."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from playbook import i18n
from playbook.diagnostics import Location
from playbook.source import read


def data(text: str):
    source = read("a.yml", text.encode())
    assert source.problems == ()
    return source.data


def found(text: str | bytes) -> list[tuple[str, int, int]]:
    content = text if isinstance(text, bytes) else text.encode()
    return [(p.message, p.location.line, p.location.column) for p in read("a.yml", content).problems]


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "12:30",
        "01234",
        "0x1F",
        "1.10",
        "1e3",
        ".5",
        "2026-01-01",
        "true",
        "=",
        "-",
        "Null.",
    ],
)
def test_a_plain_value_is_text_as_written(written):
    assert data(f"key: {written}.\n") == {"key": f"{written}."}
    assert data(f"key: '{written}'\n{written}: x\n") == {"key": written, written: "x"}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "# a note", "  # note"])
def test_nothing_is_none(written):
    assert data(f"key: {written}\nlist:\n- {written}\n") == {"key": None, "list": [None]}


@pytest.mark.parametrize("written", ["''", '""', "'~'", '"null"', "!!str null", "!!str", "nULL", "|\n  ~"])
def test_what_looks_like_nothing_is_text_where_it_is_marked_as_text(written):
    assert isinstance(data(f"key: {written}\n")["key"], str)


def test_keys_are_text():
    assert data("1: a\nno: b\n~: c\n? d\n: e\n") == {"1": "a", "no": "b", "~": "c", "d": "e"}


def test_collections_nest():
    text = "a:\n  - b: [c, {d: e}]\n    f: |\n      g\n\n      h\n  -\n"
    assert data(text) == {"a": [{"b": ["c", {"d": "e"}], "f": "g\n\nh\n"}, None]}


@pytest.mark.parametrize("text", ["", "\n", "# only a note\n", "---\n", "~\n"])
def test_an_empty_file_is_readable_and_holds_nothing(text):
    source = read("a.yml", text.encode())
    assert (source.data, source.problems, source.readable) == (None, (), True)


@pytest.mark.parametrize("text", ["a: [", "a: \x00", "%TAG ! x\n--- a"])
def test_a_broken_file_is_unreadable_and_holds_nothing(text):
    source = read("a.yml", text.encode())
    assert (source.data, source.readable) == (None, False)
    assert source.text == text


def test_a_file_with_lesser_problems_is_readable():
    assert read("a.yml", b"a: !x\n").readable


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_byte_order_mark_and_line_ends_do_not_matter(newline, bom):
    text = f"{bom}a: 1{newline}b:{newline}  - c{newline}"
    source = read("a.yml", text.encode())
    assert source.data == {"a": "1", "b": ["c"]}
    assert source.at("b", 0) == Location("a.yml", 3, 5, 3, 6)
    assert not source.text.startswith("\ufeff")


def test_an_anchor_is_read_wherever_its_alias_stands():
    assert data("a: &x [1, {b: 2}]\nc: *x\nd: [*x]\n")["d"] == [["1", {"b": "2"}]]
    assert data("a: &x name\n*x : y\n") == {"a": "name", "name": "y"}


def test_a_merge_takes_over_what_is_not_given():
    text = "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\none: {b: own, <<: *x}\ntwo: {<<: [*x, *y], d: 5}\n"
    merged = data(text)
    assert merged["one"] == {"a": "1", "b": "own"}
    assert merged["two"] == {"a": "1", "b": "2", "c": "4", "d": "5"}
    assert data("'<<': x\n") == {"<<": "x"}


def test_a_merge_of_nothing_mergeable_leaves_the_rest():
    source = read("a.yml", b"<<: [1, {a: b}]\nc: d\n")
    assert source.data == {"a": "b", "c": "d"}
    assert [p.message for p in source.problems] == ["yaml-merge.not-mapping"]


def test_the_first_of_equal_keys_counts_and_is_named():
    source = read("a.yml", b"a: 1\nb:\n  c: 2\n  'c': 3\na: 4\n")
    assert source.data == {"a": "1", "b": {"c": "2"}}
    first, second = source.problems
    assert (first.location.line, first.related, first.facts["line"]) == (
        4,
        (Location("a.yml", 3, 3, 3, 4),),
        3,
    )
    assert (second.location, second.facts) == (Location("a.yml", 5, 1, 5, 2), {"key": "a", "line": 1})


@pytest.mark.parametrize(
    "value, at",
    [("#FF0000", 6), ("  #fff", 8), ("#0a0 # green", 6), ("#11223344", 6), ("#ff0000 red", 6)],
)
def test_a_color_taken_for_a_comment_is_noticed_at_its_hash(value, at):
    assert found(f"ink: {value}\n") == [("yaml-null.hash", 1, at)]


@pytest.mark.parametrize("value", ["# a note", "#fffff", "#bad idea", "#fffx", "#decades", "", "~ #fff"])
def test_other_comments_are_just_comments(value):
    assert found(f"ink: {value}\n") == []


def test_a_control_character_that_is_escaped_is_left_out():
    source = read("a.yml", b'a: "x\\0y\\u0085"\n')
    assert source.data == {"a": "xy\x85"}
    assert found(b'a: "x\\0y"\n') == [("yaml-encoding.escaped", 1, 4)]


@pytest.mark.parametrize(
    "content, expected",
    [
        (b"a: b\n\xe9", ("yaml-encoding.not-utf8", 2, 1)),
        ("é: ü".encode() + b" \xff\xff", ("yaml-encoding.not-utf8", 1, 6)),
        (b"\xef\xbb\xbfa: \xe9", ("yaml-encoding.not-utf8", 1, 4)),
        ("a: b".encode("utf-16-be"), ("yaml-encoding.control-character", 1, 1)),
        ("\ufeffa: é".encode("utf-16-be"), ("yaml-encoding.utf-16", 1, 1)),
        ("\ufeffa: é".encode("utf-16-le"), ("yaml-encoding.utf-16", 1, 1)),
        ("é: 😀\x7f".encode(), ("yaml-encoding.control-character", 1, 5)),
        (b"a: \xed\xa0\x80", ("yaml-encoding.not-utf8", 1, 4)),
    ],
)
def test_bytes_that_are_no_text_are_placed(content, expected):
    assert found(content) == [expected]


def test_every_case_has_its_words_and_its_hint_in_every_language():
    ids = tomllib.loads(files("playbook").joinpath("locales/en/source.toml").read_text(encoding="utf-8"))
    for rule, cases in ids.items():
        hints = {case for case in cases if case.endswith("-hint")}
        assert {f"{case}-hint" for case in cases.keys() - hints} == hints
        for lang in i18n.LANGUAGES:
            known = i18n.texts(lang)
            assert {f"{rule}.{case}" for case in cases} <= known.keys()
            assert {f"rule.{rule}.{part}" for part in ("statement", "why", "fix")} <= known.keys()


@pytest.mark.parametrize(
    "rule", [id_.split(".")[1] for id_ in i18n.texts("en") if id_.startswith("rule.yaml")]
)
def test_the_examples_of_a_rule_are_what_they_say(rule):
    wrong, right = (i18n.texts("en")[f"rule.{rule}.{part}"] for part in ("wrong", "right"))
    assert {message.partition(".")[0] for message, *_ in found(wrong)} == {rule}
    assert found(right) == []

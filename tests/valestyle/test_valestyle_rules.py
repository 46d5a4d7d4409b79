"""Rules as Vale writes them find what Vale finds; what is not followed is told at its line."""

from __future__ import annotations

from textwrap import dedent
from time import process_time

import pytest

from playbook.diagnostics import Severity
from playbook.i18n import text as worded
from playbook.source import read
from playbook.valestyle.reading import read_rule


def rule_of(yaml):
    rule, problems = read_rule(read("brand/vale/Plain/Rule.yml", dedent(yaml).encode()))
    assert problems == ()
    assert rule is not None
    return rule


def told(yaml, text):
    return [(text[hit.start : hit.end], hit.told) for hit in rule_of(yaml).hits(text, text)]


EXISTENCE, SUBSTITUTION, OCCURRENCE = (
    f"extends: {name}\nmessage: " for name in ("existence", "substitution", "occurrence")
)


@pytest.mark.parametrize(
    "yaml, text, found",
    [
        (EXISTENCE + "No '%s'\ntokens: [foo, b.r]", "foo bar food", ["No 'foo'", "No 'bar'"]),
        (EXISTENCE + "'%s'\ntokens: [foo]", "Foo", []),
        (EXISTENCE + "'%s'\nignorecase: true\ntokens: [foo]", "Foo", ["Foo"]),
        (EXISTENCE + "'%s'\nnonword: true\ntokens: ['[a-z][.?!]$']", "Oh no.\n", ["o."]),
        (EXISTENCE + "'%s'\nraw: ['\\b(?:is|was)\\s+']\ntokens: ['\\w+ed']", "was led", ["was led"]),
        (EXISTENCE + "'%s'\nraw: [fo, o]", "foo", ["foo"]),
        (EXISTENCE + "'%s'\ntokens: ['\\w+ly']\nexceptions: [only]", "only newly", ["newly"]),
        (EXISTENCE + "'%s'\ntokens: [más]", "más mas", ["más"]),
        (EXISTENCE + "'%s'\ntokens: [web site]", "web\n site", ["web\n site"]),
        (EXISTENCE + "100%%\ntokens: [foo]", "foo", ["100%"]),
        (SUBSTITUTION + "Use '%s', not '%s'\nswap: {foo: bar}", "foo", ["Use 'bar', not 'foo'"]),
        (SUBSTITUTION + "Use '%s'\nswap: {'fo+': bar}", "fooo", ["Use 'bar'"]),
        (SUBSTITUTION + "'%[2]s: %[1]s'\nswap: {'(a|b)c': d|e}", "bc", ["bc: d / e"]),
        (SUBSTITUTION + "'%s'\nignorecase: true\nswap: {Ebook: eBook}", "ebook eBook", ["eBook"]),
        (SUBSTITUTION + "'%s'\nswap: {'x y': z, 'x+': w}", "x y xx", ["z", "w"]),
        (SUBSTITUTION + "'%s'\nignorecase: true\nswap: {'(\\w+) in order (?<to>to)': $1 $2, '(a)b': $1$3}",
         "Go in order to win AB", ["Go to", "A$3"]),
        (SUBSTITUTION + "'%s'\nswap: {'(\\d+) ?EUR': €$1, euros?: $1}", "5 EUR, euro", ["€5", "$1"]),
        (OCCURRENCE + "Too many\nscope: sentence\nmax: 3\ntoken: '\\b\\w+\\b'",
         "One two three. One two three four.", ["Too many"]),
        (OCCURRENCE + "At least one\nmin: 1\ntoken: foo", "bar", ["At least one"]),
        (OCCURRENCE + "'%d'\nscope: paragraph\nmax: 1\ntoken: '!'", "Oh!\n\nOh! No!", ["2"]),
    ],
)  # fmt: skip
def test_what_a_rule_finds(yaml, text, found):
    assert [message for _, message in told(yaml, text)] == found


MARKDOWN = "# Foo one\n\nfoo two\nfoo three\n\n- foo four\n- foo five. Foo\n## foo six ##\n| foo |\n"


@pytest.mark.parametrize(
    "scope, found",
    [
        ("text", 8),
        ("heading", 2),
        ("heading.h2", 1),
        ("paragraph", 3),
        ("list", 3),
        ("summary", 8),
        ("raw", 8),
    ],
)
def test_scopes(scope, found):
    yaml = f"extends: existence\nmessage: '%s'\nignorecase: true\nscope: {scope}\ntokens: [foo]\n"
    assert len(told(yaml, MARKDOWN)) == found


def test_level_link_and_name():
    rule = rule_of(
        "extends: existence\nmessage: x\nlevel: suggestion\nlink: https://a.example\ntokens: [a]\n"
    )
    assert (rule.level, rule.link, rule.name) == (Severity.INFO, "https://a.example", "Plain.Rule")


@pytest.mark.parametrize(
    "yaml, found",
    [
        ("extends: spelling\nmessage: x\n",
         '1:10 the extension point "spelling" is not followed, only existence, substitution or occurrence'),
        ("message: x\n",
         '1:1 the extension point "-" is not followed, only existence, substitution or occurrence'),
        ("extends: existence\ntokens: [a]\npos: NN\n", '3:1 "pos" is not followed here'),
        ("extends: existence\ntokens:\n  - a\n  - '(a+)+'\n", "4:5 this pattern could try for ever: (a+)+"),
        ("extends: existence\ntokens: ['\\p{L}']\n", "2:10 \\p is not followed in patterns"),
        ("extends: existence\ntokens: ['(a']\n", "2:10 this pattern cannot be read: (a"),
        ("extends: existence\nmessage: x\n", '1:1 the rule lacks "tokens"'),
        ("extends: substitution\nswap: [a]\n", '2:7 the rule lacks "swap"'),
        ("extends: occurrence\nmax: many\ntoken: a\n",
         '2:6 "max" has a value of another kind than Vale expects'),
        ("extends: existence\nlevel: bad\ntokens: [a]\n", '2:8 "bad" is not error, warning or suggestion'),
        ("- a\n", "1:1 this is no rule of Vale: it has no keys"),
    ],
)  # fmt: skip
def test_what_is_not_followed_is_told_at_its_line(yaml, found):
    rule, [problem] = read_rule(read("Rule.yml", yaml.encode()))
    place = problem.location
    assert rule is None
    assert f"{place.line}:{place.column} {worded('en', problem.message, problem.facts)}" == found


def test_a_broken_file_is_told_as_such():
    rule, problems = read_rule(read("Rule.yml", b"extends: ["))
    assert rule is None
    assert [problem.message.partition(".")[0] for problem in problems] == ["yaml-syntax"]


@pytest.mark.parametrize(
    "token, text",
    [
        ("(?:a|ab?){4}!", "a" * 60_000),
        ("[^!]+!", "a" * 200_000),
        ("a{2000}!", "a" * 100_000),
        ("(?:a{7}){7}!", "a" * 100_000),
        ("(?:a[ab]|[ab]a){8}!", "a" * 5_000),
        ("(?:a[ab]|[ab]a){6}a*!", "a" * 2_000),
        ("(?:a[ab]|[ab]a){2}a*a*!", "a" * 600),
    ],
)
def test_no_rule_keeps_a_long_text_waiting(token, text):
    rules = [
        rule_of(f"extends: existence\nmessage: x\nnonword: true\ntokens: ['{token}']\n"),
        rule_of(f"extends: existence\nmessage: x\nnonword: true\nraw: ['{token}']\n"),
    ]
    for rule in rules:
        start = process_time()
        assert list(rule.hits(text, text)) == []
        assert process_time() - start < 5


def test_choices_before_and_in_the_tokens_count_together():
    assert rule_of("extends: existence\nmessage: x\nraw: ['(?:a|aa){3}']\ntokens: ['(?:a|aa){3}!']\n").repeats


def test_a_long_list_is_read_in_one_pass():
    words = [f"{one}{two}{three}" for one in "abcdefgh" for two in "ijklmnop" for three in "qrstuvwx"]
    rule = rule_of(f"extends: existence\nmessage: x\nignorecase: true\ntokens: [{', '.join(words[:500])}]\n")
    text = " ".join(words * 40)
    start = process_time()
    assert sum(1 for _ in rule.hits(text, text)) == 500 * 40
    assert process_time() - start < 5

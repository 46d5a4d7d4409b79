"""sentence-length."""

from __future__ import annotations

import pytest

HINT = " | Make two sentences of it."


def words(count):
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    "text, found",
    [
        (f"{words(25)}.", ""),
        (f"{words(26)}.", "3:1 a sentence of 26 words, more than 25"),
        (f"Hi. X {words(25)}. X {words(29)}!", "3:133 2 sentences of more than 25 words; this one has 30"),
        (f"{words(20)}.\n\n{words(20)}", ""),
        (f"- {words(20)}\n- {words(20)}", ""),
        (f"{words(20)}\n## Title of {words(20)}\n{words(20)}", ""),
        (f"| {words(20)} | {words(20)} |", ""),
        (f"{words(20)} `{words(20)}`", ""),
        (f"{words(20)} (e.g. {words(10)})", "3:1 a sentence of 31 words, more than 25"),
        (f"{words(20)} at 10.30 by Dr. Who {words(10)}", "3:1 a sentence of 35 words, more than 25"),
    ],
)
def test_texts(check, text, found):
    told = check("sentence-length", {"content/index.md": f"# Example\n\n{text}\n"})
    assert told == ([f"content/index.md:{found}{HINT}"] if found else [])


def test_the_voice_and_the_settings_say_how_long(check):
    files = {"content/touchpoints/web.yml": f"name: Web\nstage: before\npromise: {words(12)}\n"}
    option = {"content/playbook.yml": "options: {sentence-length: {words: 10}}"}
    place = "content/touchpoints/web.yml:3:10 "
    assert check("sentence-length", files | option) == [f"{place}a sentence of 12 words, more than 10{HINT}"]
    voice = {"brand/voice.yml": "sentence_length: 11"}
    assert check("sentence-length", files | option | voice) == [
        f"{place}a sentence of 12 words, more than 11{HINT}"
    ]


def test_what_others_say_is_theirs(check):
    files = {"content/personas/ana.yml": f"name: Ana\nquote: {words(40)}\n"}
    assert check("sentence-length", files) == []

"""Which texts are the brand's own, and where their words stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook import loader
from playbook.passages import passages, silenced


def test_others_words_are_left_out(project):
    files = {
        "brand/brand.yml": "name: Example\nmessages: {near: We are near.}\nalso_called: Sample\n",
        "brand/fonts.yml": "families: {text: {name: Some Sans}}",
        "brand/voice.yml": """
            summary: Plain.
            samples: [Come in.]
            principles: [{name: Calm, does_not_mean: Loud., say: Hush., dont_say: Bang.}]
            terms: {banned: [{term: bang, reason: Noise.}]}
            """,
        "content/personas/ana.yml": "name: Ana\nquote: Oh dear.\nbackstory: Once.\n",
        "content/touchpoints/web.yml": """
            name: Web
            stage: before
            evidence: [{text: They said.}]
            competitors: [{name: Rival, note: Better.}]
            pains: [{text: Slow.}]
            """,
        "content/index.md": "# Home\n",
    }
    own = {passage.text for passage in passages(loader.load(project(files)).playbook)}
    assert own == {
        "Example",
        "We are near.",
        "Plain.",
        "Come in.",
        "Calm",
        "Ana",
        "Once.",
        "Web",
        "Slow.",
        "# Home\n",
    }


def test_an_inherited_text_is_the_masters(project):
    files = {"brand/brand.yml": "name: Example\ntagline: Hello\n", "brand/kids/brand.yml": "name: Kids\n"}
    found = [(passage.brand.id, passage.text) for passage in passages(loader.load(project(files)).playbook)]
    assert found == [("", "Example"), ("", "Hello"), ("kids", "Kids"), ("", "# Example\n")]


@pytest.mark.parametrize(
    "text, heard",
    [
        ("# A\n\n[^1]: A note.\n\nThe icebox.", ["A", "note", "icebox"]),
        ("[^1]: A note", ["note"]),
        ("[icebox]: /cold 'Icebox'\nThe fridge", ["fridge"]),
    ],
)
def test_a_definition_ends_with_its_line(text, heard):
    silent = silenced(text)
    assert [word in silent for word in heard] == [True] * len(heard)
    assert "[icebox]" not in silent
    assert "[^1]" not in silent


@given(st.text(alphabet="ab`~<>[]()!-/:@. \n#w", max_size=200))
def test_silencing_keeps_the_length_and_the_lines(text):
    silent = silenced(text)
    assert len(silent) == len(text)
    assert [at for at, char in enumerate(silent) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]


def test_silencing_hostile_text_takes_no_time():
    for piece in ("<!--", "`", "````\n", "](", "[[", "~~", "<a ", "a@", "https:", "---\n"):
        assert len(silenced(piece * 50_000)) == len(piece) * 50_000

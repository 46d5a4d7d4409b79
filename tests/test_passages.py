"""Which texts are the brand's own, and where their words stand."""

from __future__ import annotations

from playbook import loader
from playbook.passages import passages


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

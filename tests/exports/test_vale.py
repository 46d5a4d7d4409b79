"""The voice as a style of Vale: what is exported is taken in again, and finds the same."""

from __future__ import annotations

import pytest
from mkdocs.utils.yaml import yaml_load

import playbook
from playbook.exports import vale

VOICE = """
    sentence_length: 12
    terms:
      preferred:
        - {use: washing machine, instead_of: [machine, washer]}
        - {use: eBook, instead_of: [ebook, e book], match_case: true}
      banned:
        - {term: seamless|seamlessly, reason: "Nobody: has seen a seam."}
        - {term: cheap, use: low-priced}
        - {term: C++}
        - {term: "yes"}
    """
TEXT = """# Example

A Machine, a washing machine, WASHER. An ebook, an Ebook. Seamlessly cheap.
Yes, C++ and x.C++y.

Nobody who reads a sentence that goes on and on for more than twelve words wants another.
"""
OWN = {"term-banned", "term-preferred", "sentence-length"}


def files_of(root, lang="en"):
    return {file.path: file.content for file in vale.export(playbook.load(root).playbook, lang)}


def test_what_is_written(project):
    made = files_of(project({"brand/voice.yml": VOICE, "brand/brand.yml": "name: Two Words\n"}))
    assert made[".vale.ini"] == (
        "StylesPath = .\nMinAlertLevel = suggestion\n\n[*.{md,txt,html}]\nBasedOnStyles = TwoWords\n"
    )
    assert made["TwoWords/Preferred.yml"] == (
        "extends: substitution\nmessage: Use '%s' instead of '%s'.\nlevel: warning\nignorecase: true\n"
        "swap:\n  (?<!washing )machine: washing machine\n  washer: washing machine\n"
        "  (?<!washing )machines: washing machines\n  washers: washing machines\n"
    )
    assert yaml_load(made["TwoWords/Never.yml"])["tokens"] == ["seamless", "seamlessly", "yes"]
    assert yaml_load(made["TwoWords/NeverSigns.yml"])["tokens"] == [r"(?<!\w)C\+\+(?!\w)"]
    assert made.keys() == {
        ".vale.ini",
        *(f"TwoWords/{name}.yml" for name in ("Preferred", "PreferredCase", "Banned", "Never", "NeverSigns")),
        "TwoWords/SentenceLength.yml",
    }


@pytest.mark.parametrize(
    "name, folder",
    [("Ñandú", "Nandu"), ("Café del árbol", "CafeDelArbol"), ("日本", "Brand"), ("eBook", "eBook")],
)
def test_a_folder_has_the_name_of_its_brand(project, name, folder):
    made = files_of(project({"brand/voice.yml": VOICE, "brand/brand.yml": f"name: {name}\n"}))
    assert f"{folder}/Never.yml" in made


def test_what_is_exported_finds_the_same_when_it_is_taken_in(project):
    root = project({"brand/voice.yml": VOICE, "content/index.md": TEXT})
    made = files_of(root)
    own = {(one.location.line, one.location.column) for one in found_in(root, OWN)}
    project({f"brand/vale/{path}": content for path, content in made.items()})
    project({"brand/voice.yml": "styles: vale/Example\nsentence_length: 99\n"})
    taken_in = {(one.location.line, one.location.column) for one in found_in(root, {"voice-style"})}
    assert len(own) == 8
    assert own == taken_in


def found_in(root, rules):
    found = playbook.check(playbook.load(root))
    return [one for one in found if one.rule in rules and one.location.path == "content/index.md"]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_rule_can_be_read_by_itself(project, lang):
    made = files_of(project({"brand/voice.yml": VOICE}), lang)
    for path, content in made.items():
        assert path == ".vale.ini" or {"extends", "message", "level"} <= yaml_load(content).keys()


def test_a_brand_without_a_voice_has_only_settings(project):
    assert list(files_of(project())) == [".vale.ini"]


def test_sub_brands_have_styles_of_their_own(project):
    files = {"brand/second/brand.yml": "name: Second\n", "brand/second/voice.yml": "sentence_length: 9\n"}
    made = files_of(project({"brand/voice.yml": VOICE, **files}))
    assert "Second/Preferred.yml" in made
    assert made[".vale.ini"].endswith("BasedOnStyles = Example\n# BasedOnStyles = Second\n")

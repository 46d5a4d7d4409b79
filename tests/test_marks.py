from __future__ import annotations

from playbook.brand.colors import Colors
from playbook.brand.voice import Voice
from playbook.marks import marked, marks_of
from playbook.model.journey import Journey
from playbook.model.touchpoint import Touchpoint
from playbook.terms import FileRef, Ref, Words


def found(model, mark):
    return {".".join(map(str, keys)): value for keys, value, _ in marked(model, mark)}


def test_references_are_found_wherever_they_nest():
    journey = Journey.model_validate(
        {"name": "A", "persona": "ana", "steps": ["shop", {"touchpoint": "cart", "next": [{"to": "x"}]}]}
    )
    assert found(journey, Ref) == {
        "audience": "customer",
        "persona": "ana",
        "steps.0.touchpoint": "shop",
        "steps.1.touchpoint": "cart",
        "steps.1.next.0.to": "x",
    }


def test_keys_of_mappings_can_be_references():
    voice = Voice.model_validate({"tone": {"stage": {"awareness": "Curious"}}})
    assert found(voice, Ref) == {"tone.stage.awareness": "awareness"}
    assert found(voice, Words) == {"tone.stage.awareness": "Curious"}


def test_a_mark_says_what_kind_of_thing_is_meant():
    colors = Colors.model_validate({"pairs": [{"text": "ink", "background": "paper"}]})
    assert {mark.kind for _, _, mark in marked(colors, Ref)} == {"color"}


def test_files_and_words():
    touchpoint = Touchpoint.model_validate(
        {
            "name": "A",
            "stage": "before",
            "examples": [{"brand": "B", "picture": "b.png"}],
            "also_called": ["x", "y"],
        }
    )
    assert found(touchpoint, FileRef) == {"examples.0.picture": "b.png"}
    assert found(touchpoint, Words)["also_called.1"] == "y"


def test_marks_of_a_field_are_those_on_it_and_its_entries():
    fields = Touchpoint.model_fields
    assert marks_of(fields["message"].annotation, fields["message"].metadata, Ref) == (Ref("message"),)
    assert marks_of(fields["stage"].annotation, fields["stage"].metadata, Ref) == (Ref("stage"),)
    assert marks_of(fields["next"].annotation, fields["next"].metadata, Ref) == ()

"""JSON Schemas of the files that people write, for completion and help in their editors.

They are draft-07, the dialect that editors understand best, and say what each field is for in both languages.
What a model takes as text may be written without quotes, so numbers are let through there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from playbook.artifact import Artifact
from playbook.brand import PARTS
from playbook.catalog import entries
from playbook.choices import Phase
from playbook.document import Document, field_help
from playbook.i18n import LANGUAGES, texts
from playbook.kinds import Kind, builtin
from playbook.marks import marks_of
from playbook.model import ITEMS, vocabulary
from playbook.model.settings import Settings
from playbook.model.ticked import Ticked
from playbook.terms import AsList, Ref

DIALECT = "http://json-schema.org/draft-07/schema#"
FILES: Mapping[str, type[Document]] = {
    "brand": PARTS["identity"],
    **{part: model for part, model in PARTS.items() if part != "identity"},
    "playbook": Settings,
    **ITEMS,
    "kind": Kind,
    "checklist": Ticked,
}
"""The model of each kind of file, by the schema's name."""

_TEXT = {"type": ["string", "number"]}
_ONLY_TEXT = {"type": "string"}


def schemas() -> tuple[Artifact, ...]:
    """Every schema as `<name>.schema.json`; `touchpoints.schema.json` is for files of many items alone."""
    single = {name: schema(model) for name, model in FILES.items()}
    single["brand"].pop("required", None)  # `_brand.yml` or the master brand may give what this file does not
    either = {noun: _one_or_many(single[noun]) for noun in ITEMS}
    many = {f"{noun}s": _collection(single[noun], noun) for noun in ITEMS}
    return tuple(
        Artifact(f"{name}.schema.json", json.dumps(content, indent=2, ensure_ascii=False) + "\n")
        for name, content in {**single, **either, **many}.items()
    )


def schema(model: type[Document]) -> dict[str, Any]:
    """The schema of a file that holds one document of this model."""
    made = model.model_json_schema(schema_generator=_Draft7, ref_template="#/definitions/{model}")
    definitions = made.pop("$defs", {})
    return {"$schema": DIALECT, **made, "definitions": definitions}


def _one_or_many(one: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of a file that holds an item, or maps ids to items: which, is told by its keys.

    An editor finds the branch of a condition before the file is whole, and blames what is wrong in that one;
    of alternatives it would blame all. The fields are told at the top too, for the first key of a new file.
    """
    entry, definitions = _defined(one)
    told = ("description", "markdownDescription")
    return {
        "$schema": DIALECT,
        "title": one["title"],
        "type": "object",
        "properties": {name: {key: field[key] for key in told} for name, field in one["properties"].items()},
        "if": {"anyOf": [{"required": [name]} for name in one["properties"]]},
        "then": entry,
        "else": {"type": "object", "minProperties": 1, "additionalProperties": entry},
        "definitions": definitions,
    }


def _collection(one: Mapping[str, Any], noun: str) -> dict[str, Any]:
    """The schema of a file that maps ids to items, from that of a single one."""
    entry, definitions = _defined(one)
    return {
        "$schema": DIALECT,
        "title": f"{noun}s",
        "type": "object",
        "additionalProperties": entry,
        "definitions": definitions,
    }


def _defined(one: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """A reference to an item, and the definitions with the item's own among them."""
    item = {key: value for key, value in one.items() if key not in {"$schema", "definitions"}}
    return {"$ref": f"#/definitions/{item['title']}"}, {**one["definitions"], item["title"]: item}


def field_text(model: type[BaseModel], name: str, lang: str) -> str:
    """What a field is for, in a language; in English where that says nothing."""
    known = texts(lang)
    keys = (f"{cls.__name__}.{name}" for cls in model.__mro__)
    return next((known[key] for key in keys if key in known), field_help(model)[name])


@cache
def suggestions() -> Mapping[str, tuple[str, ...]]:
    """The built-in ids of each vocabulary, by what a reference to it is called; projects add their own."""
    return {
        "stage": (*Phase, *vocabulary.STAGES),
        "category": vocabulary.CATEGORIES,
        "channel": vocabulary.CHANNELS,
        "audience": vocabulary.AUDIENCES,
        "kpi": tuple(vocabulary.KPIS),
        "kind": tuple(builtin()),
        "entry": tuple(entries()),
    }


class _Draft7(GenerateJsonSchema):
    """Writes what a person may write, not only what the model holds."""

    schema_dialect = DIALECT

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the library's signature
        """Never: a title would only repeat the key."""
        return False

    def str_schema(self, schema: Any) -> JsonSchemaValue:
        """Text, or a number without quotes."""
        made = super().str_schema(schema)
        return {**made, **_TEXT} if made.get("type") == "string" else made

    def function_after_schema(self, schema: Any) -> JsonSchemaValue:
        """Checked scalars, such as links and paths, are never numbers."""
        made = super().function_after_schema(schema)
        return {**made, **_ONLY_TEXT} if made.get("type") == _TEXT["type"] else made

    def function_before_schema(self, schema: Any) -> JsonSchemaValue:
        """A list that may be written as its only entry."""
        made = super().function_before_schema(schema)
        if schema["function"]["function"] is AsList.func and made.get("type") == "array" and "items" in made:
            return {"anyOf": [made["items"], made]}
        return made

    def tuple_schema(self, schema: Any) -> JsonSchemaValue:
        """A list; one of fixed length holds entries of one type, since editors know no `prefixItems`."""
        made = super().tuple_schema(schema)
        entries = made.pop("prefixItems", None)
        return {**made, "items": entries[0]} if entries else made

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        """Defaults that tell something: no empty ones."""
        made = super().default_schema(schema)
        if isinstance(made.get("default", None), dict | list | None):
            made.pop("default", None)
        return made

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        """A model, with what its fields are for and the words they can be filled with."""
        made = super().model_schema(schema)
        for name, field in made.get("properties", {}).items():
            made["properties"][name] = _described(schema["cls"], name, field)
        return made


def _described(model: type[BaseModel], name: str, field: JsonSchemaValue) -> JsonSchemaValue:
    info = model.model_fields[name]
    told = "\n\n".join(dict.fromkeys(field_text(model, name, lang) for lang in LANGUAGES))
    words = _words(marks_of(info.annotation, info.metadata, Ref))
    keys = _words(_key_marks(info.annotation))
    filled = dict(_filled(field, words) if words else field)
    target = filled.pop("$ref", None)
    filled = {"allOf": [{"$ref": target}], **filled} if target else filled
    return {
        **filled,
        **({"propertyNames": _offer(keys)} if keys else {}),
        "description": told,
        "markdownDescription": told,
    }


def _key_marks(annotation: Any) -> tuple[Ref, ...]:
    """The references that the keys of a mapping are."""
    keys = get_args(annotation)[:1] if get_origin(annotation) is dict else ()
    return tuple(mark for key in keys for mark in marks_of(key, (), Ref))


def _words(marks: Iterable[Ref]) -> tuple[str, ...]:
    """The ids that these references can offer."""
    return tuple(word for mark in marks for word in suggestions().get(mark.kind, ()))


def _filled(field: Any, words: tuple[str, ...]) -> Any:
    """The schema with every plain text in it offering the words, and letting others through."""
    if field in (_TEXT, _ONLY_TEXT):
        return _offer(words)
    if isinstance(field, dict):
        return {key: _filled(value, words) for key, value in field.items()}
    return [_filled(entry, words) for entry in field] if isinstance(field, list) else field


def _offer(words: tuple[str, ...]) -> JsonSchemaValue:
    return {"anyOf": [{"enum": list(words)}, dict(_ONLY_TEXT)]}

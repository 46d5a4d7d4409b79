from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator, FormatChecker
from pydantic import BaseModel

import playbook
from playbook.brand import PARTS
from playbook.cli import main
from playbook.document import field_help
from playbook.exports.schema import FILES, field_text, schemas
from playbook.i18n import texts
from playbook.kinds import Kind, builtin
from playbook.model import ITEMS
from playbook.model.settings import Settings
from playbook.model.ticked import Ticked
from playbook.scaffold.starter import starter
from playbook.scaffold.writing import write

SCHEMAS = {file.path.removesuffix(".schema.json"): json.loads(str(file.content)) for file in schemas()}
ROOT = Path(__file__).parents[2]
KINDS = Path(playbook.__file__).parent / "kinds"


class Editor(yaml.SafeLoader):
    """Reads scalars as an editor does (YAML 1.2): `no` is text, and so are dates."""


Editor.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", "n~"),
    ("int", r"-?\d+", "-0123456789"),
    ("float", r"-?\d+\.\d+", "-0123456789"),
):
    resolver = re.compile(f"^(?:{pattern})$")
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", resolver, [*first, ""])


def complaints(name: str, text: str) -> list[str]:
    """What an editor would underline."""
    data = yaml.load(text, Editor)  # noqa: S506 - a safe loader
    validator = Draft7Validator(SCHEMAS[name], format_checker=FormatChecker())
    return [f"{'.'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(data)]


def fields(noun: str) -> dict[str, Any]:
    """The fields of an item, as its schema has them."""
    item = SCHEMAS[noun]["then"]["$ref"].removeprefix("#/definitions/")
    found: dict[str, Any] = SCHEMAS[noun]["definitions"][item]["properties"]
    return found


def models() -> list[type[BaseModel]]:
    """Every model whose fields people write, in the order in which files mention them."""
    found: dict[type[BaseModel], None] = {}
    roots: list[type[BaseModel]] = [*PARTS.values(), *ITEMS.values(), Settings, Kind, Ticked]
    for model in roots:
        _collect(model, found)
    return list(found)


def _collect(model: type[BaseModel], found: dict[type[BaseModel], None]) -> None:
    if model not in found:
        found[model] = None
        for info in model.model_fields.values():
            for inner in _within(info.annotation):
                _collect(inner, found)


def _within(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for arg in get_args(annotation):
        yield from _within(arg)


def test_there_is_a_schema_for_every_kind_of_file():
    assert sorted(SCHEMAS) == sorted({*FILES, *(f"{noun}s" for noun in ITEMS)})
    assert {"brand", "logo", "colors", "fonts", "voice", "imagery", "playbook", "kind"} <= SCHEMAS.keys()


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_of_the_dialect_that_editors_know(name):
    Draft7Validator.check_schema(SCHEMAS[name])
    written = json.dumps(SCHEMAS[name])
    assert not re.search(r"prefixItems|\$defs|unevaluated|dependentSchemas", written)
    assert set(re.findall(r'"\$ref": "#/definitions/(\w+)"', written)) <= SCHEMAS[name]["definitions"].keys()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_files_of_a_new_project_please_the_editor(tmp_path, lang):
    write(tmp_path, starter(lang))
    checked = 0
    for path in [*tmp_path.glob("brand/*.yml"), *tmp_path.glob("content/**/*.yml")]:
        text = path.read_text(encoding="utf-8")
        name = re.search(r"/(\w+)\.schema\.json", text)
        assert name
        assert complaints(name[1], text) == [], path
        checked += 1
    assert checked > 20


@pytest.mark.parametrize("noun", ITEMS)
def test_the_example_pleases_the_editor_whether_a_file_holds_one_item_or_many(noun):
    files = sorted((ROOT / "content" / f"{noun}s").rglob("*.yml"))
    assert files
    for path in files:
        assert complaints(noun, path.read_text(encoding="utf-8")) == [], path


@pytest.mark.parametrize("ident", builtin())
def test_the_built_in_kinds_please_the_editor(ident):
    assert complaints("kind", (KINDS / ident / "kind.yml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "name, text",
    [
        ("brand", "version: 2"),
        ("colors", "palette: {red: {value: '#F00', cmyk: [0, 100, 100.0, 0], pantone: 485, ral: 3020}}"),
        ("fonts", "families: {a: {name: A, files: {file: a.woff2, weight: 400}}}"),
        ("touchpoint", "name: 24\nstage: before\nchannel: web\npains: It is slow\nmetrics: sales"),
        ("touchpoint", "name: A\nstage: [own-stage]\ncategory: own"),
        ("touchpoints", "a: {name: A, stage: before}\nb: {name: B, stage: [during, after]}"),
        ("touchpoint", "a: {name: A, stage: before}\nb: {name: B, stage: [during, after]}"),
        ("kit", "fair: {name: Fair, pieces: stand}"),
        ("piece", "name: Letter\nkind: own-kind\napproved: Ana\ntags: [2027]"),
        ("journey", "name: J\nsteps: [blog, {touchpoint: shop, feels: good}]"),
        ("voice", "tone: {stage: {before: Warm, own: Cool}}"),
        ("playbook", "stages: {first: {name: First, phase: before}}\nwaivers: []"),
    ],
)
def test_what_the_tool_reads_pleases_the_editor(name, text):
    assert complaints(name, text) == []


@pytest.mark.parametrize(
    "name, text, said",
    [
        ("brand", "tagine: X", ": Additional properties are not allowed ('tagine' was unexpected)"),
        ("touchpoint", "name: A", ": 'stage' is a required property"),
        (
            "touchpoint",
            "name: A\nstage: before\nunderused: perhaps",
            "underused: 'perhaps' is not of type 'boolean'",
        ),
        ("touchpoints", "a: {stage: before}", "a: 'name' is a required property"),
        ("touchpoint", "{}", ": {} should be non-empty"),
        ("touchpoint", "a: {stage: before}", "a: 'name' is a required property"),
        (
            "touchpoint",
            "a: {name: A, stage: before, stge: x}",
            "a: Additional properties are not allowed ('stge'",
        ),
        (
            "touchpoint",
            "name: A\nstage: before\nb: {name: B}",
            ": Additional properties are not allowed ('b'",
        ),
        ("touchpoint", "nmae: A", "nmae: 'A' is not of type 'object'"),
        ("piece", "name: A\nkind: quote\nstatus: mising", "status: 'mising' is not one of ['missing'"),
        ("colors", "palette: {red: {name: Red}}", "palette.red: {'name': 'Red'} is not valid under any"),
    ],
)
def test_what_the_tool_refuses_is_underlined(name, text, said):
    [complaint] = complaints(name, text)
    assert complaint.startswith(said)


@pytest.mark.parametrize(
    "noun, field, offered",
    [
        ("touchpoint", "stage", ["before", "awareness"]),
        ("touchpoint", "category", ["marketing-outreach"]),
        ("touchpoint", "channel", ["web", "third-party"]),
        ("touchpoint", "audience", ["supplier"]),
        ("piece", "kind", ["email-signature", "quote"]),
    ],
)
def test_vocabularies_are_offered(noun, field, offered):
    property_ = json.dumps(fields(noun)[field])
    assert all(f'"{word}"' in property_ for word in offered)
    assert '{"type": "string"}' in property_


@pytest.mark.parametrize("noun", ITEMS)
def test_the_fields_are_told_before_a_file_has_any_and_in_an_item_of_many(noun):
    """An editor completes from the top, from `then` once a field is there, from `else` below an id."""
    told = {name: field["description"] for name, field in fields(noun).items()}
    assert told.keys() == ITEMS[noun].model_fields.keys()
    assert {name: field["description"] for name, field in SCHEMAS[noun]["properties"].items()} == told
    assert SCHEMAS[noun]["else"]["additionalProperties"] == SCHEMAS[noun]["then"]


def test_help_comes_in_both_languages_with_the_default():
    status = fields("touchpoint")["status"]
    assert (
        status["description"]
        == status["markdownDescription"]
        == (
            "Active, planned, to-activate or retired.\n\n"
            "El estado: active (activo), planned (previsto), to-activate (por activar) o retired (retirado)."
        )
    )
    assert status["default"] == "active"


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_says_what_it_is_for_in_both_languages(model):
    lacking = [name for name, told in field_help(model).items() if not told]
    assert lacking == []
    same = [name for name in model.model_fields if field_text(model, name, "es") == field_help(model)[name]]
    assert same == []


def test_no_spanish_help_is_left_over():
    known = {
        f"{cls.__name__}.{name}" for model in models() for cls in model.__mro__ for name in model.model_fields
    }
    told = [key for key in texts("es") if key[0].isupper() and key[0].isascii()]
    assert [key for key in told if key not in known] == []


def test_the_command_writes_them_again_and_again(tmp_path):
    for _ in range(2):
        result = CliRunner().invoke(main, ["schema", "-o", str(tmp_path / "schemas"), "--lang", "en"])
        assert (result.exit_code, result.output) == (0, f"19 schemas in {tmp_path / 'schemas'}\n")
    assert len(list((tmp_path / "schemas").iterdir())) == 19

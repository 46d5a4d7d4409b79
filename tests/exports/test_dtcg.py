"""Design tokens against the specification.

The schema is ours, written after the Format and Color Modules, version 2025.10, of the Design Tokens
Community Group (https://www.designtokens.org/tr/2025.10/), for the types that the export uses.
"""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
import pytest

from playbook.exports import dtcg
from playbook.loader import load

ALIAS = {"type": "string", "pattern": r"^\{[^${}.][^{}.]*(\.[^${}.][^{}.]*)*\}$"}
NAME = {"type": "string", "not": {"pattern": r"^\{.*\}$"}}
DIMENSION = {
    "type": "object",
    "required": ["value", "unit"],
    "additionalProperties": False,
    "properties": {"value": {"type": "number"}, "unit": {"enum": ["px", "rem"]}},
}
COLOR = {
    "type": "object",
    "required": ["colorSpace", "components"],
    "additionalProperties": False,
    "properties": {
        "colorSpace": {"const": "srgb"},
        "components": {
            "type": "array",
            "minItems": 3,
            "maxItems": 3,
            "items": {"type": "number", "minimum": 0, "maximum": 1},
        },
        "alpha": {"type": "number", "minimum": 0, "maximum": 1},
        "hex": {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"},
    },
}
FAMILY = {"anyOf": [NAME, {"type": "array", "minItems": 1, "items": NAME}]}
TYPOGRAPHY = {
    "type": "object",
    "additionalProperties": False,
    "required": ["fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight"],
    "properties": {
        "fontFamily": {"anyOf": [FAMILY, ALIAS]},
        "fontSize": DIMENSION,
        "fontWeight": {"type": "number", "minimum": 1, "maximum": 1000},
        "letterSpacing": DIMENSION,
        "lineHeight": {"type": "number"},
    },
}
VALUES: dict[str, dict[str, Any]] = {
    "color": {"anyOf": [COLOR, ALIAS]},
    "fontFamily": FAMILY,
    "typography": TYPOGRAPHY,
}
GROUP_NAME = re.compile(r"[^${}.][^{}.]*")

FILES = {
    "brand/colors.yml": """\
        palette:
          fig: {value: "#561B3F", use: The painted door.}
          ember: {value: {light: "#C5361C", dark: "#F47A62"}}
          "a.b{c}": "rgb(255 0 0 / 50%)"
          "$a": blue
        roles: {primary: fig, danger: ember, alarm: danger, page: {light: white, dark: fig}, lost: nowhere}
        """,
    "brand/fonts.yml": """\
        families: {g: {name: "{G}", fallback: [Arial, sans-serif]}}
        roles:
          heading: {family: g, weight: 700, size: 12pt, line_height: 1.15, letter_spacing: -1%, use: Titles}
          body: g
          tiny: {family: g, size: 80%}
          odd: {family: g, size: large}
        """,
    "brand/kids/brand.yml": "name: Kids",
    "brand/kids/colors.yml": "palette: {fig: '#00FF00'}",
}


def exported(project, files=FILES):
    (made,) = dtcg.export(load(project(files)).playbook)
    return json.loads(made.content, parse_constant=pytest.fail)


def tokens(group, kind=None, path=()):
    """Every token of a group with its type and path; what is no token or group fails."""
    kind = group.get("$type", kind)
    if "$value" in group:
        assert group.keys() <= {"$value", "$type", "$description"}
        yield ".".join(path), kind, group["$value"]
        return
    assert {key for key in group if key.startswith("$")} <= {"$type", "$description"}
    for name, inner in group.items():
        if not name.startswith("$"):
            assert GROUP_NAME.fullmatch(name)
            yield from tokens(inner, kind, (*path, name))


def test_every_token_is_as_the_format_has_it(project):
    found = list(tokens(exported(project)))
    assert len(found) > 20
    for _, kind, value in found:
        jsonschema.validate(value, VALUES[kind], jsonschema.Draft202012Validator)


def test_every_alias_leads_to_a_token_of_its_type(project):
    found = {path: (kind, value) for path, kind, value in tokens(exported(project))}
    aliases = [(kind, value[1:-1]) for kind, value in found.values() if isinstance(value, str)]
    aliases += [
        ("fontFamily", value["fontFamily"][1:-1]) for kind, value in found.values() if kind == "typography"
    ]
    assert len(aliases) > 10
    assert [(kind, path) for kind, path in aliases if found.get(path, ("",))[0] != kind] == []


def test_what_it_says(project):
    made = exported(project)
    assert made["color"]["palette"]["fig"] == {
        "$value": {
            "colorSpace": "srgb",
            "components": [0.33725, 0.10588, 0.24706],
            "alpha": 1.0,
            "hex": "#561b3f",
        },
        "$description": "The painted door.",
    }
    assert made["color"]["palette"]["a-b-c-"]["$value"]["alpha"] == 0.5
    assert made["color"]["palette"]["a-b-c-"]["$value"]["hex"] == "#ff0000"
    assert {name: token["$value"] for name, token in made["color"]["role"].items() if name != "page"} == {
        "primary": "{color.palette.fig}",
        "danger": "{color.palette.ember}",
        "alarm": "{color.role.danger}",
    }
    assert {name: token["$value"] for name, token in made["color"]["role-dark"].items()} == {
        "danger": "{color.palette-dark.ember}",
        "alarm": "{color.role-dark.danger}",
        "page": "{color.palette.fig}",
    }
    assert made["brands"]["kids"]["color"]["role"]["primary"]["$value"] == "{brands.kids.color.palette.fig}"


@pytest.mark.parametrize(
    "style, size, spacing, height",
    [
        ("heading", {"value": 16, "unit": "px"}, {"value": -0.16, "unit": "px"}, 1.15),
        ("body", {"value": 1, "unit": "rem"}, {"value": 0, "unit": "px"}, 1.2),
        ("tiny", {"value": 0.8, "unit": "rem"}, {"value": 0, "unit": "px"}, 1.2),
        ("odd", {"value": 1, "unit": "rem"}, {"value": 0, "unit": "px"}, 1.2),
    ],
)
def test_lengths_become_px_or_rem(project, style, size, spacing, height):
    value = exported(project)["typography"][style]["$value"]
    assert (value["fontSize"], value["letterSpacing"], value["lineHeight"]) == (size, spacing, height)


def test_a_brand_without_anything_has_no_empty_groups(project):
    assert exported(project, {}) == {"$description": "Example"}

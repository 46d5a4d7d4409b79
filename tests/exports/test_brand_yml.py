"""`_brand.yml`: against the convention's own keys, and back again.

The schema is ours, after the convention's pages (https://posit-dev.github.io/brand-yml/), closed where those
list keys, for what the export writes.
"""

from __future__ import annotations

import jsonschema
import pytest

from playbook.exports import brand_yml
from playbook.facts import reader
from playbook.loader import load
from playbook.source import read

TEXT = {"type": "string"}
BOTH = {
    "anyOf": [
        TEXT,
        {"type": "object", "additionalProperties": False, "properties": {"light": TEXT, "dark": TEXT}},
    ]
}


def closed(**properties):
    return {"type": "object", "additionalProperties": False, "properties": properties}


ROLES = (
    *("foreground", "background", "primary", "secondary", "tertiary"),
    *("success", "info", "warning", "danger", "light", "dark"),
)
WEIGHT = {"anyOf": [{"enum": list(range(100, 1000, 100))}, {"type": "string", "pattern": r"^\d+\.\.\d+$"}]}
STYLE = {"enum": ["normal", "italic"]}
SET = {
    "family": TEXT,
    "size": TEXT,
    "weight": WEIGHT,
    "style": STYLE,
    "color": TEXT,
    "line-height": {"type": "number"},
}
SCHEMA = closed(
    meta=closed(
        name={"anyOf": [TEXT, closed(full=TEXT, short=TEXT)]},
        link={"type": "object", "additionalProperties": TEXT},
    ),
    logo=closed(
        images={"type": "object", "additionalProperties": {"anyOf": [TEXT, closed(path=TEXT, alt=TEXT)]}},
        small=BOTH,
        medium=BOTH,
        large=BOTH,
    ),
    color=closed(palette={"type": "object", "additionalProperties": TEXT}, **dict.fromkeys(ROLES, TEXT)),
    typography=closed(
        fonts={
            "type": "array",
            "items": closed(
                family=TEXT,
                source={"enum": ["file", "system", "google", "bunny"]},
                weight={"type": "array", "items": WEIGHT},
                files={"type": "array", "items": closed(path=TEXT, weight=WEIGHT, style=STYLE)},
            ),
        },
        base=closed(**{key: SET[key] for key in ("family", "size", "weight", "line-height")}),
        headings=closed(**{key: SET[key] for key in ("family", "weight", "style", "color", "line-height")}),
        monospace=closed(**{key: SET[key] for key in ("family", "size", "weight", "color")}),
        link=closed(color=TEXT),
    ),
)

FILES = {
    "brand/brand.yml": """\
        name: "Alda: the \\"home\\" #1"
        short_name: "no"
        contact: {website: "https://aldaba.example"}
        social: {mastodon: "https://social.example/@aldaba"}
        """,
    "brand/colors.yml": """\
        palette: {fig: "#561B3F", brass: "#F4B63F", night: "#111", snow: white, "on": "#123", "a b": red}
        roles: {primary: fig, link: brass, text: night, background: snow, accent: fig, x: accent, danger: red}
        """,
    "brand/fonts.yml": """\
        families:
          g:
            name: Gabarito
            files: [{file: fonts/g.woff2, weight: 300 800}, {file: fonts/gi.woff2, style: italic}]
          arial: {name: Arial, source: system}
        roles:
          heading: {family: g, weight: 700, line_height: 1.15, color: primary}
          body: {family: arial, size: 1.0625rem, weight: 400, line_height: 1.6}
          mono: {family: arial, weight: 450}
        """,
    "brand/logo.yml": """\
        primary: two
        favicon: small
        variants:
          one: {file: logo/one.svg, alt: "Alda: one"}
          two: {file: logo/two.svg, on: light}
          night: {file: logo/night.svg, on: dark}
          small: logo/small.svg
        """,
    **{
        f"brand/logo/{name}.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>'
        for name in ("one", "two", "night", "small")
    },
    "brand/fonts/g.woff2": b"wOF2",
    "brand/fonts/gi.woff2": b"wOF2",
}


def exported(project, files=FILES):
    root = project(files)
    return brand_yml.export(load(root).playbook, reader(root))


def parsed(project, files=FILES):
    source = read("_brand.yml", exported(project, files)[0].as_bytes())
    assert source.problems == ()
    return source.data


def numbers(data):
    """Our reader keeps numbers as text, the convention's readers do not."""
    if isinstance(data, dict):
        return {key: numbers(value) for key, value in data.items()}
    if isinstance(data, list):
        return [numbers(value) for value in data]
    try:
        return float(data)
    except (TypeError, ValueError):
        return data


@pytest.mark.parametrize("files", [FILES, {}], ids=["rich", "empty"])
def test_it_has_only_keys_and_values_of_the_convention(project, files):
    jsonschema.validate(numbers(parsed(project, files)), SCHEMA, jsonschema.Draft202012Validator)


def test_a_brand_of_a_name_is_a_name(project):
    assert exported(project, {})[0].content == "meta:\n  name: Example\n"


def test_roles_without_a_key_are_named_in_the_palette(project):
    color = parsed(project)["color"]
    assert {key: color["palette"][key] for key in ("accent", "x")} == {"accent": "fig", "x": "accent"}
    assert {key: value for key, value in color.items() if key != "palette"} == {
        "foreground": "night",
        "background": "snow",
        "primary": "fig",
        "danger": "#FF0000",
    }


def test_there_and_back_gives_the_same_brand(project, tmp_path):
    before = load(project(FILES)).playbook.brand
    folder = tmp_path / "back" / "brand"
    for file in exported(project):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.as_bytes())
    loaded = load(folder.parent)
    after = loaded.playbook.brand
    assert [d.problem.message for d in loaded.diagnostics if d.severity != "info"] == [
        "missing-file.absent"
    ] * 2
    assert (after.name, after.identity.short_name) == (before.name, before.identity.short_name)
    assert (after.identity.contact, after.identity.social) == (
        before.identity.contact,
        before.identity.social,
    )
    names = [*before.colors.palette, *before.colors.roles]
    assert {name: after.color(name) for name in names} == {name: before.color(name) for name in names}
    assert list(after.colors.palette) == list(before.colors.palette)
    assert after.colors.roles.keys() == before.colors.roles.keys()
    assert variants(after) == variants(before)
    assert (after.logo.primary, after.logo.favicon) == (before.logo.primary, before.logo.favicon)
    assert families(after) == families(before)
    assert styles(after, "heading", "body") == styles(before, "heading", "body")
    assert styles(after, "mono") == [("Arial", None, None, None, "normal", None)]  # the convention has no 450


def variants(brand):
    return {ident: (variant.file, variant.alt) for ident, variant in brand.logo.variants.items()}


def families(brand):
    return [(family.name, family.source, family.files) for family in brand.fonts.families.values()]


def styles(brand, *names):
    roles = [brand.fonts.roles[name] for name in names]
    return [
        (
            brand.fonts.families[r.family].name,
            r.weight,
            r.size,
            r.line_height,
            r.style,
            r.color and brand.color(r.color),
        )
        for r in roles
    ]


def test_fonts_go_with_it_where_their_licence_lets_them(project):
    free = str(FILES["brand/fonts.yml"]).replace(
        "name: Gabarito\n", "name: Gabarito\n            licence: OFL\n"
    )
    logos = ["logo/one.svg", "logo/two.svg", "logo/night.svg", "logo/small.svg"]
    assert [file.path for file in exported(project)[1:]] == logos
    with_fonts = exported(project, {**FILES, "brand/fonts.yml": free})[1:]
    assert [file.path for file in with_fonts] == [*logos, "fonts/g.woff2", "fonts/gi.woff2"]
    kept = free.replace("licence: OFL", "licence: {name: Mine, download: false}")
    assert [file.path for file in exported(project, {**FILES, "brand/fonts.yml": kept})[1:]] == logos

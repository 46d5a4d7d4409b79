"""Swatches for other programs, read back by the structure that their formats have."""

from __future__ import annotations

import struct

import pytest

from playbook.exports import ase, gpl
from playbook.loader import load

COLORS = """\
palette:
  fig: {value: "#561B3F", name: Fig, cmyk: [45, 95, 35, 45]}
  ember: {value: {light: "#C5361C", dark: "#F47A62"}, name: "Emb\u00e9r \U0001f525"}
  veil: "#00000080"
  nothing: fog
"""
SUB = {"brand/pro/brand.yml": "name: Example Pro", "brand/pro/colors.yml": "palette: {tide: blue}"}
GPL = """\
GIMP Palette
Name: Example
#
 86  27  63\tFig
197  54  28\tEmb\u00e9r \U0001f525
244 122  98\tEmb\u00e9r \U0001f525 dark
127 127 127\tveil
"""


def made(project, export, **files):
    (artifact,) = export(load(project({"brand/colors.yml": COLORS} | files)).playbook)
    return artifact.content


def blocks(content):
    """The kind and the body of each block; the head and every length must agree with what is there."""
    assert content[:8] == b"ASEF\0\x01\0\0"
    (count,) = struct.unpack(">I", content[8:12])
    at, found = 12, []
    while at < len(content):
        kind, length = struct.unpack(">HI", content[at : at + 6])
        found.append((kind, content[at + 6 : at + 6 + length]))
        at += 6 + length
    assert (len(found), at) == (count, len(content))
    return found


def named(body):
    """The name that a block begins with, and what comes after it."""
    (units,) = struct.unpack(">H", body[:2])
    name = body[2 : 2 + 2 * units].decode("utf-16-be")
    assert name.endswith("\0")
    return name[:-1], body[2 + 2 * units :]


def groups(content):
    """The colors of each group: name, model, parts in percent."""
    found: dict[str, list[object]] = {}
    current: list[object] | None = None
    for kind, body in blocks(content):
        if kind == 0xC001:
            name, rest = named(body)
            assert rest == b""
            current = found.setdefault(name, [])
        elif kind == 0xC002:
            assert (body, current is None) == (b"", False)
            current = None
        else:
            name, rest = named(body)
            parts = struct.unpack(f">{(len(rest) - 6) // 4}f", rest[4:-2])
            assert (kind, rest[-2:]) == (1, b"\0\x02")
            assert current is not None
            current.append((name, rest[:4], [round(part * 100) for part in parts]))
    assert current is None
    return found


def test_adobe_swatches_read_back(project):
    assert groups(made(project, ase.export)) == {
        "Example": [
            ("Fig", b"RGB ", [34, 11, 25]),
            ("Emb\u00e9r \U0001f525", b"RGB ", [77, 21, 11]),
            ("Emb\u00e9r \U0001f525 dark", b"RGB ", [96, 48, 38]),
            ("veil", b"RGB ", [50, 50, 50]),
        ],
        "Example CMYK": [("Fig", b"CMYK", [45, 95, 35, 45])],
    }


def test_each_brand_has_its_group(project):
    found = groups(made(project, ase.export, **SUB))
    assert [name for name in found if "CMYK" not in name] == ["Example", "Example Pro"]
    assert ("tide", b"RGB ", [0, 0, 100]) in found["Example Pro"]


def test_a_name_of_any_length_keeps_the_structure(project):
    long = {"brand/colors.yml": f"palette: {{a: {{value: red, name: {'x' * 5000}}}}}"}
    assert [len(name) for name, *_ in groups(made(project, ase.export, **long))["Example"]] == [200]


def test_a_gimp_palette_is_the_golden(project):
    assert made(project, gpl.export) == GPL


def test_a_gimp_palette_names_the_brand_of_a_color(project):
    assert "  0   0 255\tExample Pro tide\n" in made(project, gpl.export, **SUB)


@pytest.mark.parametrize("colors", ["palette: {}", "roles: {primary: red}"])
def test_without_a_palette_there_are_no_swatches(project, colors):
    assert groups(made(project, ase.export, **{"brand/colors.yml": colors})) == {}
    assert made(project, gpl.export, **{"brand/colors.yml": colors}).endswith("#\n")

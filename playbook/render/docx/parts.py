"""The parts of a document for text processors: `templates/docx/` with the brand filled in.

What stays to be filled in are the marks of the sheet that it is made of. Source: ECMA-376, parts 1 and 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from playbook.render.docx.body import Writer
from playbook.render.docx.logo import media, relations, shown
from playbook.render.docx.runs import Runs
from playbook.render.fill import fill, settle
from playbook.render.filters import Wording
from playbook.render.look import Look
from playbook.render.pptx.scheme import first_font, theme
from playbook.render.sheet import Paragraph, Sheet
from playbook.render.template import Node, Nodes, Slot, parse

_BOLD = 600
_TITLE = {False: 42, True: 28}
"""Half points of the title, and of what a letter is about."""
_THEMED = {
    "lt1": "background1",
    "dk1": "text1",
    "lt2": "background2",
    "dk2": "text2",
    "hlink": "hyperlink",
}
"""What a document calls the colors of its theme, where the theme does not. Source: part 1, 17.18.97."""
_PREFERRED = ("lt1", "dk1", *(f"accent{n}" for n in range(1, 7)), "lt2", "dk2", "hlink")
_COLOR = re.compile(r'w:(val|color|fill)="#([0-9A-Fa-f]{6})"')
_BARE = re.compile(r'val="#([0-9A-Fa-f]{6})"')
_SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the package: a template, or bytes as they are."""

    path: str
    content: Nodes | bytes


def parts(sheet: Sheet, look: Look, *, marks: bool) -> tuple[Part, ...]:
    """The parts in the order in which they stand in the file; with `marks` those of the sheet stay.

    A sheet without them is taken at its word: braces in it are what somebody wrote.
    """
    making = _Making(sheet, look, marks=marks)
    return (
        making.part("[Content_Types].xml", "content-types.xml"),
        making.part("_rels/.rels", "package.rels.xml"),
        making.part("docProps/core.xml", "core.xml"),
        making.part("word/document.xml", "document.xml"),
        making.part("word/_rels/document.xml.rels", "document.rels.xml"),
        making.part("word/styles.xml", "styles.xml"),
        making.part("word/numbering.xml", "numbering.xml"),
        making.part("word/settings.xml", "settings.xml"),
        making.part("word/fontTable.xml", "font-table.xml"),
        making.part("word/footer1.xml", "footer.xml"),
        making.part("word/footer2.xml", "footer.xml", numbered=True),
        making.theme(),
        *(Part(f"word/media/{name}", content) for name, content in media(look).items()),
    )


class _Making:
    """One document's parts: what is known of them, and what the sheet puts in."""

    def __init__(self, sheet: Sheet, look: Look, *, marks: bool) -> None:
        writer = Writer(Runs(lambda alt: _logo(look, alt)))
        told = {
            "lang": escape(sheet.lang) or "en",
            "title": escape(sheet.title),
            "blocks": writer.blocks(sheet.blocks),
            "foot": writer.foot(sheet.foot),
        }
        self._spliced = {name: _read(text, marks=marks) for name, text in told.items()}
        self._colors = theme(look.brand)
        self._known = {
            **_known(look, self._colors),
            "lists": tuple(writer.lists),
            "media": relations(look),
            "size": {"title": _TITLE[_is_letter(sheet)]},
        }

    def part(self, path: str, name: str, **more: Any) -> Part:
        """A part from its template; `more` are its own values."""
        known = {"numbered": False, **self._known, **more}
        settled = settle(_template("docx", name), known, "xml", Wording())
        return Part(path, tuple(self._dressed(settled)))

    def theme(self) -> Part:
        """The theme, which is that of presentations."""
        text = fill(_template("pptx", "theme.xml"), self._known, "xml", Wording())
        return Part("word/theme/theme1.xml", (_BARE.sub(r'val="\1"', text),))

    def _dressed(self, nodes: Nodes) -> Iterator[Node]:
        """The template with the sheet put in, its colors tied to the theme."""
        for node in nodes:
            if isinstance(node, str):
                yield _COLOR.sub(self._tied, node)
            elif isinstance(node, Slot) and node.path[0] == _SHEET:
                yield from self._spliced[node.path[1]]

    def _tied(self, found: re.Match[str]) -> str:
        kind, value = found[1], found[2]
        named = {self._colors[name]: _THEMED.get(name, name) for name in reversed(_PREFERRED)}
        name = named.get(f"#{value}")
        tie = f' w:theme{"Fill" if kind == "fill" else "Color"}="{name}"' if name else ""
        return f'w:{kind}="{value}"{tie}'


def _known(look: Look, colors: Mapping[str, str]) -> dict[str, Any]:
    brand = look.brand
    stacks = {
        role: [first_font(part) for part in brand["font"][role].split(",")] for role in ("heading", "body")
    }
    return {
        "brand": brand,
        "theme": [{"name": name, "value": value} for name, value in colors.items()],
        "fonts": {role: stack[0] for role, stack in stacks.items()},
        "installed": [
            {"name": name, "instead": instead[0] if instead else ""}
            for name, *instead in {stack[0]: stack for stack in stacks.values()}.values()
        ],
        "bold": {role: brand["weight"][role] >= _BOLD for role in ("heading", "body")},
    }


def _is_letter(sheet: Sheet) -> bool:
    return any(isinstance(block, Paragraph) and block.style == "address" for block in sheet.blocks)


@cache
def _template(folder: str, name: str) -> Nodes:
    file = files("playbook").joinpath("templates", folder, name)
    return parse(name, file.read_text(encoding="utf-8")).nodes


def _read(text: str, *, marks: bool) -> Nodes:
    return parse("", text).nodes if marks else (text,)


def _logo(look: Look, alt: str) -> str:
    """The logo, empty where there are no dots of it."""
    known = {"logo": shown(look, alt)}
    return fill(_template("docx", "logo.xml"), known, "xml", Wording()).strip() if look.logo_dots else ""

"""Pieces that are filled in on their own page: what the form asks for, and the templates behind it.

What is known at build, the brand and the words, stands in the templates already; what somebody fills in never
leaves the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any
from urllib.parse import quote

from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.exports.site.data import path
from playbook.exports.site.faces import faces
from playbook.exports.site.showing import Maker
from playbook.exports.site.view import View, slug
from playbook.i18n import text, texts
from playbook.kinds import Kind
from playbook.kinds.fields import EntryField, KindField, KindOutput
from playbook.making import labels, make
from playbook.making.picture import logo, mark
from playbook.making.tailored import tailored
from playbook.making.templates import is_made, template
from playbook.making.values import PATTERNS, defaults, examples
from playbook.making.widths import told, widths
from playbook.model.piece import Piece
from playbook.published import asset_path
from playbook.render.brand_view import Picture, elements
from playbook.render.fill import TooLong, settle
from playbook.render.filters import Wording
from playbook.render.formats import CURRENCIES, FORMATS, Formats
from playbook.render.template import Filter, If, Nodes, Slot

CLIENTS = ("gmail", "outlook", "outlook-classic", "apple-mail", "thunderbird")
"""Mail programs that the page explains how to paste into."""

_WORDS = "make."
_HOW = "make-client."
_DRAWN = ("html", "svg")
_SPACE = """window.brandPlaybook = window.brandPlaybook || {};
(brandPlaybook.makers = brandPlaybook.makers || {})"""


@dataclass(frozen=True)
class Form:
    """A piece whose kind can be made in the page."""

    view: View
    piece: Piece
    kind: Kind

    @property
    def data(self) -> str:
        """Where its data is published."""
        return path(f"make-{slug(self.piece.id)}")

    @cached_property
    def brand(self) -> Brand:
        """Whose piece it is."""
        return self.view.playbook.brand_of(self.piece)

    def read(self, file: str) -> bytes:
        """A file of the project as the site has it; empty where it has not."""
        return self.view.contents.get(asset_path(file), b"")

    @cached_property
    def picture(self) -> Picture | None:
        """The logo, where the web has it."""
        return logo(self.brand, self.read)

    @cached_property
    def elements(self) -> Mapping[str, Any]:
        """What its templates see of the brand."""
        return elements(self.brand, self.picture, mark(self.brand, self.read))

    @cached_property
    def wording(self) -> Wording:
        """How it writes numbers and dates, and the fonts that it is fitted by."""
        fonts = widths(self.brand, self.read) if self.drawn else {}
        return Wording(FORMATS[self.view.options.lang], widths=fonts)

    @property
    def drawn(self) -> bool:
        """Whether pictures come out, or texts that are fitted like those."""
        outputs = self.kind.outputs
        return any(each.ending == "svg" or "fit:" in template(self.kind, each).text for each in outputs)

    @property
    def pictures(self) -> dict[str, str]:
        """The addresses of its pictures on the web, each with the site's own file of the same drawing."""
        ident = self.brand.logo.chosen(self.brand.logo.primary)
        there = self.view.file(self.brand, self.brand.logo.variants[ident].file) if ident else ""
        return {self.picture.url: there} if self.picture and there else {}

    @cached_property
    def made(self) -> dict[str, str]:
        """Its documents with its examples, by the names of their templates.

        Raises:
            TooLong: as `make` has it.
        """
        fields = self.kind.fields
        values = {**dict(examples(fields, self.view.options.lang)), **defaults(fields, self.elements)}
        files = make(self.kind, self.elements, values, self.wording).files
        return {file.path: str(file.content) for file in files}


def form(view: View, piece: Piece) -> Form | None:
    """The form of a piece; None for one that is not made here, or that would become too long."""
    kind = view.playbook.kinds.get(piece.kind)
    if kind is None or not is_made(kind):
        return None
    found = Form(view, piece, tailored(kind, piece))
    try:
        return found if found.made else None
    except TooLong:
        return None


def maker(found: Form) -> Maker:
    """The piece as it looks with its examples; what its page shows until the script has made a form of it."""
    view, kind, made = found.view, found.kind, found.made
    first = kind.outputs[0]
    words = next((output for output in kind.outputs if output.ending == "txt"), first)
    return Maker(
        name=slug(found.piece.id),
        title=view.t("make.frame", name=found.piece.name),
        data=found.data,
        document=made[first.template],
        drawn=first.ending in _DRAWN,
        text=made[words.template],
        pictures=tuple(found.pictures.items()),
    )


def makers(view: View) -> Iterator[Artifact]:
    """The data of every form, each in a script of its own."""
    for piece in view.playbook.pieces.values():
        if found := form(view, piece):
            yield Artifact(found.data, f"{_SPACE}[{_json(slug(piece.id))}] = {_json(_data(found))};\n")


def _json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _data(found: Form) -> dict[str, Any]:
    kind, lang, wording = found.kind, found.view.options.lang, found.wording
    mailed = kind.group == "email" and any(output.copied for output in kind.outputs)
    said = defaults(kind.fields, found.elements)
    return {
        "piece": found.piece.id,
        "fields": [_field(name, field, lang, said.get(name, "")) for name, field in kind.fields.items()],
        "totals": kind.totals or "",
        "outputs": [_output(found, output) for output in kind.outputs],
        "tag": wording.formats.tag,
        "currency": wording.currency,
        "formats": marks(wording.formats),
        "currencies": CURRENCIES,
        "patterns": dict(PATTERNS),
        "widths": told(wording.widths) if found.drawn else {},
        "fonts": list(faces(found.brand, found.view)) if found.drawn else [],
        "pictures": {escape(address): quote(file) for address, file in found.pictures.items()},
        "clients": [_client(lang, name) for name in CLIENTS] if mailed else [],
        "words": {
            ident.removeprefix(_WORDS): words
            for ident, words in texts(lang).items()
            if ident.startswith(_WORDS)
        }
        | {"frame": found.view.t("make.frame", name=found.piece.name)},
    }


def _field(name: str, field: EntryField, lang: str, value: str) -> dict[str, Any]:
    said = field.words(lang)
    inner = field.fields if isinstance(field, KindField) else {}
    return {
        "name": name,
        "type": field.type,
        "label": said.label,
        "help": said.help or "",
        "required": field.required,
        "locked": isinstance(field, KindField) and field.locked,
        "longest": field.longest or 0,
        "choices": [[choice, words.get(lang, choice)] for choice, words in field.choices.items()],
        "value": value,
        "example": said.example or "",
        "fields": [_field(inside, entry, lang, "") for inside, entry in inner.items()],
    }


def _output(found: Form, output: KindOutput) -> dict[str, Any]:
    lang = found.view.options.lang
    known = {"brand": found.elements, "label": labels(found.kind, lang)}
    nodes = settle(template(found.kind, output).nodes, known, output.ending, found.wording)
    return {
        "file": output.template,
        "ending": output.ending,
        "name": output.words(lang),
        "copied": output.copied,
        "width": output.width or 0,
        "nodes": encoded(nodes),
    }


def encoded(nodes: Nodes) -> list[Any]:
    """A template as the script reads it: texts, and a list for each mark that begins with its letter."""
    found: list[Any] = []
    for node in nodes:
        if isinstance(node, str):
            found.append(node)
        elif isinstance(node, Slot):
            found.append(["s", node.path, _filters(node.filters)])
        elif isinstance(node, If):
            found.append(["i", node.path, node.turned, encoded(node.then), encoded(node.otherwise)])
        else:
            found.append(["e", node.path, node.name, _filters(node.filters), encoded(node.body)])
    return found


def _filters(filters: tuple[Filter, ...]) -> list[list[str]]:
    return [[each.name, each.argument] for each in filters]


def marks(formats: Formats) -> dict[str, Any]:
    """How the script writes numbers and dates."""
    return {
        "decimal": formats.decimal,
        "group": formats.group,
        "grouped": formats.grouped,
        "before": formats.before,
        "long": formats.long,
        "months": [text(formats.lang, f"month.{month}") for month in range(1, 13)],
    }


def _client(lang: str, name: str) -> list[str]:
    return [text(lang, f"{_HOW}{name}.{part}") for part in ("name", "how")]

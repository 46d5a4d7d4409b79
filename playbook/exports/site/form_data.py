"""The data of forms: what each asks for, and the templates behind it.

What is known at build, the brand and its words, stands in the templates already. Only words in several
languages are left for the page's script, which has them by language; what somebody fills in never leaves the
page.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from typing import Any
from urllib.parse import quote

from playbook.artifact import Artifact
from playbook.exports.site.faces import faces
from playbook.exports.site.makers import Form, form
from playbook.exports.site.papers import alike, documents, script, words
from playbook.exports.site.view import View, slug
from playbook.i18n import text, texts
from playbook.kinds.fields import EntryField, KindField, KindOutput
from playbook.making import labels
from playbook.making.also import card_size
from playbook.making.languages import NAME as LANGUAGE
from playbook.making.prices import CODE, columns
from playbook.making.templates import template
from playbook.making.values import PATTERNS, examples
from playbook.making.widths import told
from playbook.render.docx import Part
from playbook.render.fill import found as at
from playbook.render.fill import settle
from playbook.render.filters import plain
from playbook.render.formats import CURRENCIES, FORMATS, Formats
from playbook.render.template import Filter, If, Nodes, Slot

CLIENTS = ("gmail", "outlook", "outlook-classic", "apple-mail", "thunderbird", "iphone", "gmail-phone")
"""Mail programs that the page explains how to paste into."""

_WORDS = "make."
_HOW = "make-client."
_SPACE = """window.brandPlaybook = window.brandPlaybook || {};
(brandPlaybook.makers = brandPlaybook.makers || {})"""
_PAPERS = """window.brandPlaybook = window.brandPlaybook || {};
(brandPlaybook.papers = brandPlaybook.papers || {})"""


def makers(view: View) -> Iterator[Artifact]:
    """The data of every form, each in a script of its own."""
    for piece in view.playbook.pieces.values():
        if (found := form(view, piece)) and found.filled_here:
            yield Artifact(found.data, f"{_SPACE}[{_json(slug(piece.id))}] = {_json(_data(found))};\n")
            yield from _words(found)
        if found:
            yield from documents(found)


def _words(found: Form) -> Iterator[Artifact]:
    """What its documents for text processors are made with, for whoever asks for one."""
    if words(found):
        told = found.view.once(("papers", *alike(found)), lambda: _papers(found))
        yield Artifact(script(found), f"{_PAPERS}[{_json(slug(found.piece.id))}] = {told};\n")


def _papers(found: Form) -> str:
    """Their parts, the same for all pieces that are alike."""
    made = words(found).items()
    return _json({name: [[part.path, _content(found, part)] for part in parts] for name, parts in made})


def _content(found: Form, part: Part) -> str | list[Any]:
    """A part as the script reads it: bytes in base64, or a template's nodes."""
    if isinstance(part.content, bytes):
        return b64encode(part.content).decode()
    return encoded(settle(part.content, _labels(found), "xml", found.wording))


def _labels(found: Form) -> dict[str, Any]:
    """The words of its templates, where all its documents have the same."""
    return {"label": labels(found.kind, found.languages[0])} if len(found.languages) == 1 else {}


def _json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _data(found: Form) -> dict[str, Any]:
    kind, lang, wording = found.kind, found.view.options.lang, found.wording
    mailed = kind.group == "email" and any(output.copied for output in kind.outputs)
    said, tongues = {LANGUAGE: wording.formats.tag, **found.defaults}, found.languages
    return {
        "piece": found.piece.id,
        "fields": [_field(name, field, lang, said.get(name, "")) for name, field in kind.fields.items()],
        "tables": {name: _table(found, name) for name in kind.fields if kind.fields[name].type == "list"},
        "totals": kind.totals or "",
        "code": _code(found),
        "word": script(found),
        "outputs": found.view.once(
            ("outputs", *alike(found)), lambda: [_output(found, output) for output in kind.outputs]
        ),
        "tag": wording.formats.tag,
        "currency": wording.currency,
        "formats": {tag: marks(FORMATS[tag]) for tag in found.tags},
        "labels": {tongue: labels(kind, tongue) for tongue in tongues} if len(tongues) > 1 else {},
        "examples": {tongue: dict(examples(kind.fields, tongue)) for tongue in tongues if tongue != lang},
        "currencies": CURRENCIES,
        "patterns": dict(PATTERNS),
        "widths": told(wording.widths) if found.drawn else {},
        "signs": found.signs,
        "fonts": list(faces(found.brand, found.view)) if found.drawn else (),
        "pictures": {escape(address): quote(file) for address, file in found.pictures.items()},
        "clients": [_client(lang, name) for name in CLIENTS] if mailed else [],
        "words": found.view.once(("make words",), lambda: _said(lang))
        | {"frame": found.view.t("make.frame", name=found.piece.name)},
    }


def _code(found: Form) -> dict[str, Any]:
    """The QR code that somebody may ask for: for each choice a text, a field or a document."""
    code, kind = found.kind.code, found.kind
    if not code:
        return {}

    def source(target: str) -> list[str]:
        if target in kind.templates or target in kind.fields:
            return ["document" if target in kind.templates else "field", target]
        return ["text", plain(at({"brand": found.elements}, tuple(target.split("."))))]

    says = {choice: source(target) for choice, target in code.says.items()}
    return {"field": code.field, "says": says, **found.elements["code"]}


def _said(lang: str) -> dict[str, str]:
    """The words of all forms."""
    said = texts(lang).items()
    return {ident.removeprefix(_WORDS): words for ident, words in said if ident.startswith(_WORDS)}


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
        "sender": (field.sender if isinstance(field, KindField) else None) or "",
        "longest": field.longest or 0,
        "fills": field.fills.model_dump() if isinstance(field, KindField) and field.fills else {},
        "choices": [[choice, words.get(lang, choice)] for choice, words in field.choices.items()],
        "usual": field.usual or "",
        "value": value,
        "example": said.example or "",
        "add": said.add or "",
        "entry": said.entry or "",
        "fields": [_field(inside, entry, lang, "") for inside, entry in inner.items()],
    }


def _table(found: Form, name: str) -> dict[str, Any]:
    """What columns of a table mean, and the price list, whose entries have the code that finds them."""
    prices = [{**line.values, **({CODE: line.code} if line.code else {})} for line in found.prices(name)]
    return {"columns": columns(found.kind.fields[name]), "prices": prices}


def _output(found: Form, output: KindOutput) -> dict[str, Any]:
    lang = found.view.options.lang
    known = {"brand": found.elements, **_labels(found)}
    nodes = settle(template(found.kind, output).nodes, known, output.ending, found.wording)
    return {
        "file": output.template,
        "ending": output.ending,
        "name": output.words(lang),
        "copied": output.copied,
        "width": output.width or 0,
        "back": output.back or "",
        "paper": card_size(found.kind) or () if output.back else (),
        "only_with": output.only_with or "",
        "nodes": encoded(nodes),
        "word": output.template in words(found),
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

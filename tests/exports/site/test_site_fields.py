"""Everything of the model appears: each field is filled with something of its own and looked for on the site.

The cases come from the models themselves, so a new field that no page shows fails here.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from html import unescape
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from playbook.artifact import Artifact
from playbook.brand import PARTS, Brand
from playbook.document import Layer, Origin, build
from playbook.exports.site import SiteOptions, Supplies, cells
from playbook.exports.site import build as build_site
from playbook.kinds import builtin
from playbook.marks import issubclass_safe
from playbook.model import ITEMS, Playbook
from playbook.model.settings import Settings
from playbook.source import read
from playbook.terms import ColorText, Date, Email, FileRef, Line, Ref, Url, Words

MODELS: dict[str, Any] = {**PARTS, "settings": Settings, **ITEMS}
UNSEEN = {
    "settings.language": "the interface follows the theme",
    "voice.styles": "how texts are judged, not what the playbook holds",
    "voice.terms.preferred.0.exact": "as above",
    "voice.terms.banned.0.exact": "as above",
    "settings.severities": "how findings are judged, not what the playbook holds",
    "settings.options": "as above",
    "settings.waivers": "as above",
    "settings.visibility": "who sees what is no matter for those who do not",
    "settings.stages.decision.hidden": "a hidden stage is hidden",
    "journey.steps.0.id": "shown where a branch leads to it",
    "identity.visibility": "an identity keeps its name in every edition, and so its page",
}
REFERENCES = {
    "touchpoint": "checkout",
    "piece": "mail",
    "persona": "marta",
    "journey": "fridge",
    "brand": "sub",
    "stage": "decision",
    "category": "feedback",
    "channel": "phone",
    "audience": "supplier",
    "product": "fridges",
    "kpi": "sales",
    "owner": "shop",
    "kind": "quote",
    "message": "promise",
    "color": "ink",
    "background": "ink",
    "font": "serif",
    "font-role": "heading",
    "logo": "horizontal",
    "step": "second",
    "sector": "b2b",
}
KEYS = {
    "colors.palette": "ink",
    "fonts.families": "serif",
    "fonts.roles": "heading",
    "logo.variants": "horizontal",
}
KEYS |= {"identity.messages": "promise", "settings.owners": "shop", "settings.products": "fridges"}
KEYS |= {"settings.stages": "decision", "colors.roles": "primary"}
OWN: dict[str, Any] = {
    "fonts.families.serif.files.0.weight": "517",
    "logo.backgrounds": {"light": "#0A1B2C"},
    "colors.palette.ink.value": {"light": "#123456", "dark": "#ABCDEF"},
    "colors.pairs.0.background": "#FEDCBA",
    "touchpoint.needs_pieces": False,
    "journey.steps.0.stage": "after",
    "fonts.families.serif.licence.download": False,
    "piece.in_use.unit_cost.currency": "MXN",
    "colors.palette.ink.cmyk": [11, 22, 33, 44],
}


def filled(cls: type[BaseModel], path: str) -> dict[str, Any]:
    """Data for a model with every field set, each to something that nothing else is set to."""
    return {
        name: value_of(cls, name, f"{path}.{name}")
        for name in cls.model_fields
        if f"{path}.{name}" not in UNSEEN
    }


def value_of(cls: type[BaseModel], name: str, path: str) -> Any:
    if path in OWN:
        return OWN[path]
    info = cls.model_fields[name]
    annotation = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    return made(annotation, path, default=info.default)


def made(annotation: Any, path: str, default: Any = None) -> Any:
    """Something that an annotation accepts."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return marked(annotation, path, default)
    if origin is tuple:
        return [made(args[0], f"{path}.0")]
    if origin is dict:
        key = KEYS.get(path) or made(args[0], path)
        return {key: made(args[1], f"{path}.{key}")}
    if origin is Literal:
        return next(value for value in args if value != default)
    if args:
        return made(args[0], path, default)
    return plain(annotation, path, default)


def marked(annotation: Any, path: str, default: Any) -> Any:
    marks = annotation.__metadata__
    for mark in marks:
        if isinstance(mark, Ref):
            return REFERENCES[mark.kind]
        if isinstance(mark, FileRef):
            return f"{word(path)}.png"
        if isinstance(mark, Words):
            return word(path)
    shapes = {ColorText: "#0F1E2D", Date: "2031-01-17", Email: f"{word(path)}@example.org"}
    for kind, value in {**shapes, Url: f"https://example.org/{word(path)}"}.items():
        if get_args(kind)[1] in marks:
            return value
    return made(get_args(annotation)[0], path, default)


def plain(cls: Any, path: str, default: Any) -> Any:
    if issubclass_safe(cls, BaseModel):
        return filled(cls, path)
    if issubclass_safe(cls, Enum):
        return next(str(value.value) for value in cls if value != default)
    if cls is bool:
        return True
    if cls in {int, float}:
        return {"score": 4, "age": 57}.get(path.rpartition(".")[2], 43)
    return word(path)


def word(path: str) -> str:
    """A word that stands for one field only."""
    return "w" + path.replace(".", "").replace("_", "").replace("-", "")


def document(name: str, data: Any, ident: str = "") -> Any:
    source = read(f"{name}.yml", b"")
    made_of = MODELS[name.partition("/")[0]]
    found, mistakes = build(made_of, ident, Origin((Layer(source, data),)), data)
    assert mistakes == (), f"{name}: {mistakes}"
    return found


@cache
def base() -> dict[str, Any]:
    """A project with every field of every model filled."""
    data = {name: filled(cls, name) for name, cls in MODELS.items()}
    data["journey"]["steps"].append({"id": "second"})
    data["identity"]["messages"] = {"other": {"text": "Another one"}, **data["identity"]["messages"]}
    return data


FONT = "wfontsfamiliesseriffiles0file.png"
IDENTS = {"touchpoint": "checkout", "piece": "mail", "kit": "fair", "persona": "marta", "journey": "fridge"}


def site_text(data: dict[str, Any], lang: str = "en") -> str:
    """All pages of the project in one text."""
    parts = {part: document(part, data[part]) for part in PARTS}
    brand = Brand("", **parts, files={FONT: f"brand/{FONT}"})
    other = Brand("sub", **{**parts, "identity": document("identity", {"name": "Sub"})})
    items: dict[str, Any] = {f"{noun}s": {i: document(noun, data[noun], i)} for noun, i in IDENTS.items()}
    playbook = Playbook(
        {"": brand, "sub": other}, document("settings", data["settings"]), kinds=builtin(), **items
    )
    supplies = Supplies(files=(Artifact(f"assets/{FONT}", b"", f"brand/{FONT}"),))
    site = build_site(playbook, (), SiteOptions(lang=lang), supplies)
    return "\n".join(unescape(page.body) for page in site.pages)


def leaves(value: Any, keys: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The key paths of every single value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*keys, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from leaves(inner, (*keys, at))
    else:
        yield keys


def at(data: Any, keys: tuple[Any, ...]) -> Any:
    for key in keys:
        data = data[key]
    return data


def without(data: Any, keys: tuple[Any, ...]) -> Any:
    """The data less one value; a list that held only that value goes too."""
    key, rest = keys[0], keys[1:]
    if isinstance(data, list):
        return [without(v, rest) if n == key and rest else v for n, v in enumerate(data) if rest or n != key]
    if rest:
        inner = without(data[key], rest)
        return (
            {**data, key: inner}
            if inner or isinstance(inner, dict)
            else {k: v for k, v in data.items() if k != key}
        )
    return {k: v for k, v in data.items() if k != key}


@cache
def whole() -> str:
    return site_text(base())


CASES = list(leaves(base()))


@pytest.mark.parametrize("keys", CASES, ids=lambda keys: ".".join(map(str, keys)))
def test_every_field_is_seen(keys):
    """A text of one's own is on a page; anything else makes a difference when it goes."""
    value = at(base(), keys)
    if isinstance(value, str) and word(".".join(map(str, keys))) in value:
        assert value in whole() or value.removeprefix("https://") in whole()
        return
    data = {**base(), keys[0]: without(base()[keys[0]], keys[1:])}
    try:
        assert site_text(data) != whole()
    except AssertionError as error:
        if "missing" not in str(error):  # a required key, which cannot be left out
            raise


def test_what_is_said_to_be_unseen_exists():
    for path in UNSEEN:
        model, name, *_ = path.split(".")
        assert name in MODELS[model].model_fields


def test_the_spanish_site_says_all_of_it_too():
    text = site_text(base(), "es")
    assert [
        keys
        for keys in CASES
        if isinstance(v := at(base(), keys), str) and v.startswith("w") and v not in text
    ] == []


@pytest.mark.parametrize("noun", ["touchpoint", "piece", "kit"])
def test_a_field_that_no_page_has_a_place_for_is_among_the_facts(monkeypatch, noun):
    wider = type("Wider", (MODELS[noun],), {"__annotations__": {"weather": Line | None}, "weather": None})
    monkeypatch.setitem(MODELS, noun, wider)
    monkeypatch.setattr(cells, "label", lambda _view, _model, name: name)
    data = {**base(), noun: {**base()[noun], "weather": "Drizzle"}}
    assert "<dt>weather</dt><dd>Drizzle</dd>" in site_text(data)

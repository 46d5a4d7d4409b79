"""PDF, tagged as PDF/UA asks, in the brand's own fonts and colors: documents, and cards for a printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from playbook.color import WHITE, on, parse
from playbook.diagnostics import Location, Problem
from playbook.i18n import text
from playbook.observed import Unreadable
from playbook.render.look import Document, Look
from playbook.render.pdf import card as cards
from playbook.render.pdf import sheets
from playbook.render.pdf.card import Size
from playbook.render.pdf.compiling import Refused, compiled
from playbook.render.pdf.data import data, words
from playbook.render.pdf.fonts import Cuts, cuts
from playbook.render.pdf.setting import Setting, language, spoken, title
from playbook.render.sheet import Sheet

__all__ = ["Size", "card", "pdf", "worksheet"]

_ROLES = ("body", "heading")
_MOST = 20
"""Signs that a message names."""
_KINDS = Location("brand/kinds")
_FONTS = Location("brand/fonts.yml")
_INSTEAD = "\N{REPLACEMENT CHARACTER}?"
"""What stands for a sign that no font has: the first of them that the brand's have."""


def pdf(sheet: Sheet, look: Look) -> Document:
    """A document on A4; with the problems of its fonts.

    A sign that the brand's fonts lack is set in another one; where none has it, a sign stands for it.

    Raises:
        MissingExtra: without the typesetter.
    """
    return _set(words(sheet), look, lambda setting, found: _sheet(sheet, look, found, setting))


def card(sides: Sequence[str], size: Size | None, look: Look) -> Document:
    """The sides of a card, each an SVG, for the printer: bleed, crop marks, the palette's inks.

    Raises:
        MissingExtra: without the typesetter.
    """
    try:
        said, unset = cards.words(sides)
    except Unreadable as error:
        return Document(b"", (Problem(f"unreadable.{error.reason}", _KINDS, error.facts),))
    made = _set(said, look, lambda setting, found: cards.card(sides, size, look, found, setting))
    left_out = (Problem("pdf.unset", _KINDS, {"text": text}, "pdf.unset-hint") for text in unset)
    return replace(made, problems=(*made.problems, *left_out))


def worksheet(told: Mapping[str, Any], look: Look, lang: str, paper: str) -> Document:
    """Pages to fill in with a pen, on `a4` or `letter`; `told` is what its template reads, texts as they are.

    Raises:
        MissingExtra: without the typesetter.
    """
    said = "".join(sheets.texts(told))
    return _set(said, look, lambda setting, found: _worksheet(told, look, found, (setting, lang, paper)))


def _set(said: str, look: Look, make: Callable[[Setting, Cuts], bytes]) -> Document:
    """What is made, if need be less the signs that no font has or less pictures that cannot be read."""
    found = cuts(look.faces, {role: look.brand["weight"][role] for role in _ROLES}, said + _INSTEAD)
    setting = Setting()
    while True:
        try:
            made = make(setting, found)
        except Refused as refused:
            tried, setting = setting, _without(setting, refused, found, said)
            if setting == tried:
                raise
        else:
            return Document(made, tuple(_problems(found, said, setting)))


def _without(setting: Setting, refused: Refused, found: Cuts, said: str) -> Setting:
    """How to set it less what was refused: all that may be meant, where it is not told."""
    if refused.what == "pictures":
        return replace(setting, pictured=False)
    lacking = found.lacks(setting.lacking + refused.signs)
    instead = next((sign for sign in _INSTEAD if not found.lacks(sign)), "?")
    told = lacking if lacking != setting.lacking else found.lacks(said)
    return replace(setting, lacking=told, instead=instead)


def _problems(found: Cuts, said: str, setting: Setting) -> Iterator[Problem]:
    if without := [role for role, names in found.stacks if not names]:
        yield Problem(
            "pdf.font", _FONTS, {"role": ", ".join(f"`{role}`" for role in without)}, "pdf.font-hint"
        )
    elsewhere = "".join(sign for sign in found.lacks(said) if sign not in setting.lacking)
    for case, signs in (("pdf.shown", setting.lacking), ("pdf.letters", elsewhere if found.files else "")):
        if signs:
            facts = {"letters": " ".join(signs[:_MOST]), "instead": setting.instead}
            yield Problem(case, _FONTS, facts, "pdf.letters-hint")
    if not setting.pictured:
        yield Problem("pdf.picture", Location("brand/logo.yml"), hint="pdf.picture-hint")


def _sheet(sheet: Sheet, look: Look, found: Cuts, setting: Setting) -> bytes:
    picture = {f"logo.{look.logo_kind}": look.logo} if look.logo and setting.pictured else {}
    told = data(sheet, setting) | _dress(sheet.lang, look, found) | _counted(sheet.lang)
    logo = {"file": next(iter(picture)), "ratio": look.logo_ratio} if picture else None
    named = title(setting, sheet.title, look.brand["name"])
    return compiled("sheet", {**told, "title": named, "logo": logo}, found.files, picture)


def _worksheet(told: Mapping[str, Any], look: Look, found: Cuts, how: tuple[Setting, str, str]) -> bytes:
    setting, lang, paper = how
    picture = {f"logo.{look.logo_kind}": look.logo} if look.logo and setting.pictured else {}
    logo = {"file": next(iter(picture)), "ratio": look.logo_ratio} if picture else None
    dress = _dress(lang, look, found) | {"paper": paper, "logo": logo}
    return compiled("worksheet", {**sheets.data(told, setting), **dress}, found.files, picture)


def _paper(ground: str) -> str:
    """The ground of a page: the paper's white, or a color that light inks are made for."""
    color = parse(ground)
    return ground if color and on(color) == WHITE else WHITE.hex


def _dress(lang: str, look: Look, found: Cuts) -> dict[str, Any]:
    brand = look.brand
    return {
        "language": language(lang),
        "author": brand["name"],
        "fonts": {role: found.stack(role) for role in _ROLES},
        "weights": {role: brand["weight"][role] for role in _ROLES},
        "inks": {
            "text": brand["ink"]["text"],
            "muted": brand["ink"]["muted"],
            "primary": brand["ink"]["primary"],
            "link": brand["ink"]["link"],
            "border": brand["color"]["border"],
            "bar": brand["color"]["primary"],
            "paper": _paper(brand["color"]["background"]),
        },
    }


def _counted(lang: str) -> dict[str, Any]:
    return {"words": {"page": text(spoken(lang), "pdf.page", {"page": "{page}", "pages": "{pages}"})}}

"""What a page judges a dropped file by: the data of the command's own verdicts, for the page's script.

What is shipped is what the edition shows. The file stays with the reader; nothing of it is sent anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.case import Case
from playbook.color import lab
from playbook.exports.site.data import path, script
from playbook.exports.site.showing import Dropping
from playbook.exports.site.view import View, slug
from playbook.handed import Handed
from playbook.i18n import alternatives, texts
from playbook.model.piece import Piece
from playbook.model.settings import Settings
from playbook.observe.sniff import ENDINGS
from playbook.palette import tokens
from playbook.rulings import options
from playbook.verdicts import READABLE, VERDICTS, fonts, sizes
from playbook.waivers import covers

_JUDGED = ("file-size", "file-color", "file-font", "file-unjudged")
"""The verdicts that the page's script speaks as well; the others are the command's."""
_TEXTS = (
    *(f"{rule}." for rule in _JUDGED),
    "handed.not-judged.",
    "not-followed.",
    "unreadable.",
    "verdict.",
    "drop.",
)
_NAMES = tuple(f"report.{level}.name" for level in ("error", "warning", "info"))
_WORDS = "checkWords"
_SPACE = """window.brandPlaybook = window.brandPlaybook || {};
(brandPlaybook.checkBrands = brandPlaybook.checkBrands || {})"""
_SAID = ("label", "help", "still", "busy", "failed")
_NO_FILE = Handed("", 0)


def dropping(view: View, piece: Piece) -> Dropping:
    """The place on a piece's page to drop files on."""
    brand = view.playbook.brand_of(piece)
    return Dropping(
        words=path(_WORDS),
        brand=_brand_path(brand),
        asked=json.dumps(_asked(view, piece, brand), ensure_ascii=False),
        command=_command(view, piece),
        texts=tuple((name, view.t(f"drop.{name}")) for name in _SAID),
    )


def droppings(view: View) -> Iterator[Artifact]:
    """The scripts that hold what all pieces share, and each brand."""
    pieces = view.playbook.pieces.values()
    if pieces:
        yield script(_WORDS, _shared(view))
    for brand in {brand.id: brand for brand in map(view.playbook.brand_of, pieces)}.values():
        data = f"{_SPACE}[{_json(brand.id)}] = {_json(_brand(brand))};\n"
        yield Artifact(_brand_path(brand), data)


def _json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _brand_path(brand: Brand) -> str:
    return path(f"check-{slug(brand.id)}" if brand.id else "check")


def _command(view: View, piece: Piece) -> str:
    """How the command judges the same file: in the playbook's folder, else by the piece's pack."""
    named = view.t("drop.file")
    if view.internal:
        return f"brand-playbook check {named} --piece {piece.id}"
    pack = view.packs.get((piece.noun, piece.id))
    return f"brand-playbook check {named} --against {pack.path.rpartition('/')[2]}" if pack else ""


def _asked(view: View, piece: Piece, brand: Brand) -> dict[str, Any]:
    """What files of the piece must be like, as the verdict on sizes has it."""
    case = Case("", _NO_FILE, brand, piece=piece, kind=view.playbook.kinds.get(piece.kind))
    return {
        "name": piece.name,
        "brand": brand.id,
        "formats": sizes.formats(case) if _told(view, "format") else (),
        "sizes": [[*side, unit] for side, unit in sizes.sides(case) if _told(view, "sizes")],
        "bleed": piece.requirements.bleed,
        "weight": piece.requirements.file_size,
        "most": sizes.heaviest(case),
    }


def _told(view: View, name: str) -> bool:
    """Whether the edition shows such a requirement; where a piece's own is hidden, its kind's would mislead.

    Pieces without their own are treated alike, or it would show which ones have something to hide.
    """
    levels = view.playbook.settings.visibility
    keys = ("requirements", f"requirements.{name}")
    return all(levels[key].shown_in(view.playbook.edition) for key in keys if key in levels)


def _brand(brand: Brand) -> dict[str, Any]:
    """`palette` holds ids, hex digits and CIE Lab (D65); `fonts` families and what stands in for them."""
    return {
        "name": brand.name,
        "palette": [[token, color.hex, lab(color)] for token, color in tokens(brand, roles=True)],
        "hasPalette": bool(brand.colors.palette),
        "fonts": [*fonts.names(brand)],
        "families": [family.name for family in brand.fonts.families.values()],
    }


def _shared(view: View) -> dict[str, Any]:
    lang, settings = view.options.lang, view.playbook.settings
    known = texts(lang)
    said = {ident: known[ident] for ident in known if ident.startswith(_TEXTS) or ident in _NAMES}
    return {
        "lang": lang,
        "or": alternatives(lang, ("", "")),
        "texts": said,
        "endings": ENDINGS,
        "rules": dict(_rules(settings)),
        "waivers": list(_waivers(view)),
    }


def _rules(settings: Settings) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for verdict in VERDICTS:
        if verdict.rule in _JUDGED:
            chosen, _ = options(settings, verdict.rule, verdict.options)
            severity = settings.severities.get(verdict.rule, verdict.severity)
            yield verdict.rule, {"severity": severity, "options": chosen}
    yield READABLE, {"severity": settings.severities.get(READABLE, "error"), "options": {}}


def _waivers(view: View) -> Iterator[Mapping[str, Any]]:
    """Those of files; which items and files there are, only the owners may know."""
    for waiver in view.playbook.settings.waivers:
        named = waiver.path or waiver.item
        if waiver.rule in (*_JUDGED, READABLE) and (view.internal or not named):
            yield {
                "rule": waiver.rule,
                "expires": waiver.expires.isoformat(),
                "path": waiver.path,
                "item": waiver.item,
                "names": list(_names_in(view, waiver.path)) if waiver.path else [],
            }


def _names_in(view: View, path: str) -> Iterator[str]:
    """The names of the project's files under a waiver's path: a page sees no folders.

    What has the name of a file elsewhere too is left out.
    """
    held = {*view.playbook.files.values()}.union(
        *(brand.files.values() for brand in view.playbook.brands.values())
    )
    covered = {file for file in held if covers(path, file)}
    elsewhere = {PurePosixPath(file).name for file in held - covered}
    yield from sorted({PurePosixPath(file).name for file in covered} - elsewhere)

"""`spec.json` of a pack: what pieces must be like and the brand that they wear, for programs.

Shape, version 1: `format` is `brand-playbook-pack`; `version` counts up when something changes its place or
meaning. `pieces` leads from ids to pieces with the keys of their YAML files, `kinds` to what their kinds
usually are; `brands` leads from the brands' ids (empty for the master) to their colors, fonts, voice and
logo, with the keys of the files in `brand/`, `styles` being folders of the pack; `values` are the palette and
the roles of colors in hex digits, by day and by night. `files` leads from files as they are named there to
their paths in the pack, `sums` from these to the SHA-256 of their content. What is empty is left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from playbook.brand import Brand
from playbook.exports.site.packs.styles import folders, of
from playbook.exports.site.view import View
from playbook.model.piece import Kit, Piece

FORMAT, VERSION = "brand-playbook-pack", 1

_PIECE = ("name", "summary", "kind", "message", "requirements", "form", "caption", "hashtags", "alt", "steps")
_MORE = ("sourcing", "due", "brand_version", "brands", "files")
_KIT = ("name", "summary", "pieces", "message", "date", "brief", "approver", "delivery_address")
_KIND = ("format", "sizes")
_BRAND = {
    "identity": ("name", "tagline", "version", "since", "messages", "legal"),
    "colors": ("palette", "roles", "pairs"),
    "fonts": ("families", "roles"),
    "voice": ("address", "terms"),
    "logo": ("variants", "primary", "clear_space", "minimum_size", "misuse", "backgrounds"),
}
_EMPTY: tuple[Any, ...] = (None, "", [], {})


def spec(view: View, kit: Kit | None, pieces: Sequence[Piece], paths: Mapping[str, str]) -> dict[str, Any]:
    """Everything but the sums; `paths` leads from project files to their paths in the pack."""
    brands = {brand.id: brand for brand in map(view.playbook.brand_of, pieces)}
    styles = folders(view.playbook.brands.values())
    kinds = {piece.kind: view.playbook.kinds.get(piece.kind) for piece in pieces}
    return {
        "format": FORMAT,
        "version": VERSION,
        "edition": str(view.playbook.edition),
        "lang": view.options.lang,
        **({"kit": {"id": kit.id, **_said(kit, _KIT)}} if kit else {}),
        "pieces": {piece.id: _said(piece, (*_PIECE, *_MORE)) for piece in pieces},
        "kinds": {name: _said(kind, _KIND) for name, kind in kinds.items() if kind},
        "brands": {
            ident: view.once(("spec", ident), partial(_brand, brand, styles))
            for ident, brand in brands.items()
        },
        "files": _files(view, brands, paths),
    }


def written(said: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """The file's bytes; `files` are the other files of the pack."""
    sums = {path: sha256(content).hexdigest() for path, content in sorted(files.items())}
    lines = (f"{json.dumps(key)}: {_json(value)}" for key, value in {**said, "sums": sums}.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode(errors="replace")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _brand(brand: Brand, styles: Mapping[str, str]) -> dict[str, Any]:
    parts = {part: _said(getattr(brand, part), names) for part, names in _BRAND.items()}
    if brand.rules:
        parts["voice"]["styles"] = [styles[folder] for folder in of(brand)]
    values = {"light": _values(brand), "dark": _values(brand, dark=True)}
    return {name: part for name, part in {**parts, "values": values}.items() if part}


def _values(brand: Brand, *, dark: bool = False) -> dict[str, str]:
    named = {name: brand.color(name, dark=dark) for name in (*brand.colors.palette, *brand.colors.roles)}
    return {name: color.hex for name, color in named.items() if color}


def _files(view: View, brands: Mapping[str, Brand], paths: Mapping[str, str]) -> dict[str, str]:
    written_as = dict(view.playbook.files)
    for brand in brands.values():
        written_as |= brand.files
    named = {word: paths[path] for word, path in sorted(written_as.items()) if path in paths}
    ruled = (paths[rule.path] for brand in brands.values() for rule in brand.rules)
    return {**named, **{path: path for path in ruled}}


def _said(model: BaseModel, names: Sequence[str]) -> dict[str, Any]:
    said = model.model_dump(mode="json", include=set(names))
    return {name: kept for name in names if (kept := _filled(said[name])) not in _EMPTY}


def _filled(value: Any) -> Any:
    """The value less what says nothing: null, empty texts, lists and mappings."""
    if isinstance(value, dict):
        return {key: kept for key, entry in value.items() if (kept := _filled(entry)) not in _EMPTY}
    return [_filled(entry) for entry in value] if isinstance(value, list) else value

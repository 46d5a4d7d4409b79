"""The typography of a `_brand.yml` in our shape: families with their fallbacks, and what is set in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.document import Keys
from playbook.loader.reading import Reading
from playbook.source import Data

ROLES = {
    "base": "body",
    "headings": "heading",
    "monospace": "mono",
    "monospace-inline": "mono-inline",
    "monospace-block": "mono-block",
}
"""What they set, and what we call it."""
_WEIGHTS = {
    "thin": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
}
_GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"})
_SOURCES = frozenset({"file", "system", "google", "bunny"})


def fonts(reading: Reading, data: Data) -> None:
    """Read the `typography` section."""
    section = reading.mapping(("typography",), data)
    _families(reading, section.get("fonts"))
    for key, role in ROLES.items():
        value = section.get(key)
        if value is not None:
            _role(reading, role, {"family": value} if isinstance(value, str) else value, ("typography", key))
    reading.group("remote-font", listed="family")
    reading.group("font-stack", listed="key")
    _link(reading, section.get("link"))
    for key in section.keys() - ROLES.keys() - {"fonts", "link"}:
        reading.note("unknown", ("typography", key), meant="")


def _families(reading: Reading, listed: Data) -> None:
    if listed is not None and not isinstance(listed, list):
        reading.note("shape-list", ("typography", "fonts"))
    for i, font in enumerate(listed if isinstance(listed, list) else ()):
        keys: Keys = ("typography", "fonts", i)
        if isinstance(font, dict) and isinstance(font.get("family"), str):
            _family(reading, font, keys)
        else:
            reading.note("no-family", keys)


def _family(reading: Reading, font: dict[str, Data], keys: Keys) -> None:
    name = str(font["family"])
    source = font.get("source") if font.get("source") in _SOURCES else "file"
    entry: dict[str, Data] = {"name": name, "source": source}
    if source in {"google", "bunny"}:
        reading.note("remote-font", keys, family=name, source=str(source))
    files = list(_files(reading, font.get("files"), (*keys, "files")))
    if files:
        entry["files"] = files
    entry["weights"] = [str(weight) for weight in _weights(font.get("weight")) if ".." not in weight]
    reading.put("fonts", ("families", family_id(name)), entry, keys)


def _files(reading: Reading, listed: Data, keys: Keys) -> Iterator[Data]:
    for i, file in enumerate(listed if isinstance(listed, list) else ()):
        entry = {"path": file} if isinstance(file, str) else file
        path = entry.get("path") if isinstance(entry, dict) else None
        if not isinstance(entry, dict) or not isinstance(path, str):
            continue
        if "://" in path:
            reading.note("remote-file", (*keys, i), path=path)
            continue
        weight = " ".join(next(_weights(entry.get("weight")), "400").split(".."))
        yield {"file": path, "weight": weight, "style": entry.get("style") or "normal"}


def _weights(value: Data) -> Iterator[str]:
    for weight in value if isinstance(value, list) else [value]:
        text = str(weight or "").strip()
        number = str(_WEIGHTS.get(text, text))
        if re.fullmatch(r"\d{1,4}(\.\.\d{1,4})?", number):
            yield number


def _role(reading: Reading, role: str, value: Data, keys: Keys) -> None:
    said = reading.mapping(keys, value)
    entry: dict[str, Data] = {}
    family = said.get("family")
    if isinstance(family, str):
        entry["family"] = _stack(reading, family, (*keys, "family"))
    elif "mono" in reading.parts.get("fonts", {}).get("roles", {}) and role.startswith("mono"):
        entry["family"] = reading.parts["fonts"]["roles"]["mono"]["family"]
    if "family" not in entry:
        return
    entry |= {ours: said[theirs] for theirs, ours in _SETTINGS.items() if said.get(theirs) is not None}
    weight = next(_weights(said.get("weight")), "")
    if said.get("weight") and not weight:
        reading.note("bad-weight", (*keys, "weight"), value=str(said["weight"]))
    if weight and ".." not in weight:
        entry["weight"] = weight
    reading.put("fonts", ("roles", role), entry, keys)


_SETTINGS = {"size": "size", "line-height": "line_height", "style": "style", "color": "color"}


def _stack(reading: Reading, family: str, keys: Keys) -> str:
    """The id of the family that a CSS stack begins with; the rest of the stack stands in for it."""
    names = [name.strip().strip("'\"").strip() for name in family.split(",")]
    first, rest = names[0], [name for name in names[1:] if name]
    ident = family_id(first)
    families = reading.parts.get("fonts", {}).get("families", {})
    if ident not in families:
        source: Data = "system"
        reading.put("fonts", ("families", ident), {"name": first, "source": source}, keys)
        families = reading.parts["fonts"]["families"]
    if rest:
        families[ident].setdefault("fallback", rest)
        if any(name not in _GENERIC for name in rest) or "'" in family:
            reading.note("font-stack", keys, family=first, rest=", ".join(rest))
    return ident


def _link(reading: Reading, value: Data) -> None:
    color = value.get("color") if isinstance(value, dict) else value
    if isinstance(color, str):
        where: Keys = ("typography", "link", "color") if isinstance(value, dict) else ("typography", "link")
        name = "text" if color == "foreground" else color
        reading.put("colors", ("roles", "link"), {"light": name, "dark": name}, where)


def family_id(name: str) -> str:
    """An id for a family's name: `Open Sans` is `open-sans`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "font"

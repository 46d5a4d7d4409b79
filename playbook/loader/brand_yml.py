"""Reading `_brand.yml` (Posit's convention) as it is: its words in our shape, with the way back.

Each part of a brand that the file speaks of becomes a layer whose key paths lead back into the file, so
that a finding stands where its author wrote the value. What we have no place for is said in one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playbook.color import parse
from playbook.document import Keys
from playbook.loader import brand_yml_type
from playbook.loader.mistakes import did_you_mean, shown
from playbook.loader.reading import Reading
from playbook.source import Data, Source

SECTIONS = ("meta", "logo", "color", "typography", "defaults")
_META = ("name", "link", "version", "description")
_SIZES = ("small", "medium", "large")
_ROLES = {"foreground": "text"}
"""Their roles that we call otherwise."""
_SHADES = (("light", "dark"), ("dark", "light"))
"""The two shades, each with the one that stands in for it."""
COLOR_ROLES = (
    "foreground",
    "background",
    "primary",
    "secondary",
    "tertiary",
    "success",
    "info",
    "warning",
    "danger",
    "light",
    "dark",
)


def translate(source: Source, fallback: str | None) -> Reading:
    """What a `_brand.yml` says, in our shape; unusable values and keys are left out and told.

    A brand needs a name: where the file gives none, it is called by the `fallback`; without a fallback,
    another file names it.
    """
    reading = Reading(source)
    for key, section in _known(reading, (), source.data, SECTIONS):
        _PARTS.get(key, _skip)(reading, section)
    if fallback and isinstance(source.data, dict) and "name" not in reading.parts.get("identity", {}):
        reading.note("no-name", ())
        reading.put("identity", ("name",), fallback, ())
    return reading


def _skip(_: Reading, __: Data) -> None:
    """`defaults` is for other programs."""


def _entries(data: Data) -> dict[str, Data]:
    """The entries of a mapping; of anything else, none."""
    return data if isinstance(data, dict) else {}


def _known(reading: Reading, keys: Keys, data: Data, allowed: tuple[str, ...]) -> Iterator[tuple[str, Data]]:
    """The entries of a mapping whose keys the convention knows; the others are told."""
    for key, value in reading.mapping(keys, data).items():
        if key in allowed:
            yield key, value
        else:
            meant = did_you_mean(key, allowed)
            reading.note("misspelt" if meant else "unknown", (*keys, key), meant=meant or "")


def _meta(reading: Reading, data: Data) -> None:
    for key, value in _known(reading, ("meta",), data, _META):
        if key == "name":
            _name(reading, value)
        elif key == "link":
            _links(reading, value)
        elif isinstance(value, str):
            reading.put("identity", ("summary" if key == "description" else key,), value, ("meta", key))


def _name(reading: Reading, value: Data) -> None:
    if isinstance(value, str):
        reading.put("identity", ("name",), value, ("meta", "name"))
    elif isinstance(value, dict):
        full = "full" if value.get("full") else "short"
        reading.put("identity", ("name",), value.get(full), ("meta", "name", full))
        if value.get("short") and full == "full":
            reading.put("identity", ("short_name",), value["short"], ("meta", "name", "short"))


def _links(reading: Reading, value: Data) -> None:
    if isinstance(value, str):
        reading.put("identity", ("contact", "website"), value, ("meta", "link"))
    for key, url in _entries(value).items():
        place = ("contact", "website") if key == "home" else ("social", key)
        reading.put("identity", place, url.strip() if isinstance(url, str) else url, ("meta", "link", key))


def _logo(reading: Reading, data: Data) -> None:
    if isinstance(data, str):
        _variant(reading, "main", data, ("logo",))
        return
    for key, image in _images(reading).items():
        _variant(reading, key, image, ("logo", "images", key))
    for size, value in _known(reading, ("logo",), data, ("images", *_SIZES)):
        if size in _SIZES:
            _sized(reading, size, value)


def _images(reading: Reading) -> dict[str, Data]:
    """The named images, which the sizes may refer to."""
    return _entries(_entries(_entries(reading.source.data).get("logo")).get("images"))


def _variant(reading: Reading, ident: str, image: Data, keys: Keys, on: tuple[str, ...] = ()) -> None:
    path = image.get("path") if isinstance(image, dict) else image
    if not isinstance(path, str) or "://" in path:
        reading.note("remote-logo", keys, path=str(path))
        return
    reading.put("logo", ("variants", ident), {"file": path}, keys)
    if isinstance(image, dict):
        reading.put("logo", ("variants", ident, "file"), path, (*keys, "path"))
        if image.get("alt"):
            reading.put("logo", ("variants", ident, "alt"), image["alt"], (*keys, "alt"))
    if on:
        reading.put("logo", ("variants", ident, "on"), list(on), keys)


def _sized(reading: Reading, size: str, value: Data) -> None:
    """`small`, `medium` and `large`: an image's name or path, or one for light and one for dark pages."""
    keys: Keys = ("logo", size)
    if isinstance(value, dict) and value.keys() & {"light", "dark"}:
        for shade in ("light", "dark"):
            if shade in value:
                _named(reading, f"{size}-{shade}", value[shade], (*keys, shade), (shade,))
        return
    _named(reading, size, value, keys, ())


def _named(reading: Reading, ident: str, value: Data, keys: Keys, on: tuple[str, ...]) -> None:
    if value is None:
        return
    if isinstance(value, str) and value in _images(reading):
        if on:
            reading.put("logo", ("variants", value, "on"), list(on), keys)
        ident = value
    else:
        _variant(reading, ident, value, keys, on)
    size = str(keys[1])
    role = "favicon" if size == "small" else "primary"
    if ident in reading.parts.get("logo", {}).get("variants", {}) and on != ("dark",):
        reading.put("logo", (role,), ident, keys)


def _colors(reading: Reading, data: Data) -> None:
    palette = reading.mapping(("color", "palette"), _entries(data).get("palette"))
    for key, value in palette.items():
        _palette(reading, key, value, tuple(palette))
    for key, value in _known(reading, ("color",), data, ("palette", *COLOR_ROLES)):
        if key != "palette":
            _role(reading, key, value, tuple(palette))


def _palette(reading: Reading, key: str, value: Data, names: tuple[str, ...]) -> None:
    """An entry of the palette; one that names another color plays its role."""
    keys: Keys = ("color", "palette", key)
    if isinstance(value, str) and value != key and value in (*names, *COLOR_ROLES):
        reading.put("colors", ("roles", key), _ROLES.get(value, value), keys)
    elif value is not None:
        reading.put("colors", ("palette", key), {"value": value}, keys)
        reading.back["colors"]["palette", key, "value"] = keys


def _role(reading: Reading, key: str, value: Data, names: tuple[str, ...]) -> None:
    """A role; one of the palette's own name is that palette entry already."""
    shades = _entries(value) or {"light": value, "dark": value}
    given = {shade: name for shade, name in shades.items() if shade in ("light", "dark")}
    if key in names or value is None:
        return
    light, dark = (_meant(given.get(shade, given.get(other)), names) for shade, other in _SHADES)
    if light is None or dark is None:
        reading.note("bad-color", ("color", key), value=shown(value))
        return
    reading.put("colors", ("roles", _ROLES.get(key, key)), {"light": light, "dark": dark}, ("color", key))


def _meant(value: Data, names: tuple[str, ...]) -> str | None:
    """A color, the name of one of the palette, or a role by our name for it; None for anything else."""
    if not isinstance(value, str):
        return None
    name = _ROLES.get(value, value)
    known = (*names, *COLOR_ROLES, *_ROLES.values())
    return name if name in known or parse(name) is not None else None


_PARTS: dict[str, Callable[[Reading, Data], None]] = {
    "meta": _meta,
    "logo": _logo,
    "color": _colors,
    "typography": brand_yml_type.fonts,
}

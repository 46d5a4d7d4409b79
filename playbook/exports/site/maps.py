"""The maps of journeys as drawings to take: as files, and as the page's script reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.color import BLACK, WHITE, mix, parse
from playbook.exports.site.data import path
from playbook.exports.site.inlines import plain
from playbook.exports.site.map_drawing import drawn
from playbook.exports.site.map_pen import Pen
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.map import drawing_name, drawing_path, is_drawn, mapped
from playbook.exports.site.pages.steps import lasting
from playbook.exports.site.view import View
from playbook.making.cache import remembered
from playbook.making.embed import embedded, faces
from playbook.making.widths import widths
from playbook.model.journey import Journey
from playbook.published import asset_path
from playbook.render.brand_view import elements
from playbook.render.fit import GENERIC
from playbook.tokens import opaque

_SPACE = """window.brandPlaybook = window.brandPlaybook || {};
(brandPlaybook.drawings = brandPlaybook.drawings || {})"""

_SHADE = 0.16
"""How much of the text's color a hairline has."""


def maps(view: View) -> Iterator[Artifact]:
    """Each drawing, and the script that holds it for whoever wants a picture of it."""
    for journey in view.playbook.journeys.values():
        if is_drawn(view, journey):
            svg, name = _drawing(view, journey), drawing_name(journey)
            yield Artifact(drawing_path(journey), svg)
            yield Artifact(path(name), f"{_SPACE}[{json.dumps(name)}] = {json.dumps(svg)};\n")


def _drawing(view: View, journey: Journey) -> str:
    brand = view.playbook.brand_of(journey)
    fonts = view.once(("faces", brand.id), lambda: faces(brand, lambda file: _read(view, file)))
    about = (
        words(person.name) if (person := view.playbook.personas.get(journey.persona or "")) else (),
        words(view.term("scenario", journey.scenario)),
        words(lasting(view, journey.duration)) if journey.duration else (),
    )
    told = plain(joined(about, " \N{MIDDLE DOT} "))
    svg = drawn(mapped(view, journey), journey.name, told, _pen(view, brand))
    return remembered(view.store, "map", (svg, fonts), lambda: embedded(svg, fonts).encode()).decode()


def _hair(brand: Brand, ground: str, text: str) -> str:
    """The color of hairlines: the brand's, or a shade of its ground."""
    own = brand.color("border")
    return (opaque(own) if own else mix(parse(ground) or WHITE, parse(text) or BLACK, _SHADE)).hex


def _read(view: View, file: str) -> bytes:
    """A file of the project as the site has it; empty where it has not."""
    return view.contents.get(asset_path(file), b"")


def _pen(view: View, brand: Brand) -> Pen:
    return view.once(("pen", brand.id), lambda: _dipped(view, brand))


def _dipped(view: View, brand: Brand) -> Pen:
    """What a map is drawn with: the brand's colors where they can be read, its fonts and their widths."""
    seen = elements(brand)
    fonts = view.once(("widths", brand.id), lambda: widths(brand, lambda f: _read(view, f), view.store))
    ink = seen["ink"]
    return Pen(
        ground=seen["color"]["background"],
        text=ink["text"],
        muted=ink["muted"],
        title=ink["primary"],
        line=ink["link"],
        hair=_hair(brand, seen["color"]["background"], ink["text"]),
        body=seen["font"]["body"],
        heading=seen["font"]["heading"],
        weight=seen["weight"]["heading"],
        widths=fonts.get("body", GENERIC),
        wide=fonts.get("heading", GENERIC),
    )

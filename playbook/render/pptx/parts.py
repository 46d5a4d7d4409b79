"""The parts of a presentation: `templates/pptx/` filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.i18n import LANGUAGES, texts
from playbook.render.fill import fill, found
from playbook.render.filters import Wording
from playbook.render.look import Look
from playbook.render.pptx.deck import Deck, Paragraphs, Slide
from playbook.render.pptx.layouts import POINT, Layout, Place, is_rtl, layout_of, layouts, placed, scale
from playbook.render.pptx.logo import Logo, fitted, grounded, on_field, on_page
from playbook.render.pptx.scheme import bare, first_font, theme, tied
from playbook.render.template import Nodes, parse

Values = dict[str, Any]

_WORDS = "slides."
_BOLD = 600
_SLIDES = 256
_LAYOUTS = 2_147_483_649
"""Ids of slides and of layouts begin here. Source: ECMA-376, 19.7.13 and 19.7.14."""
_LEVELS = ((1, 24), (2, 20), (3, 18))
_RELS = 10
"""Numbers of relations below it are the same in every file."""
_NAME_SHARE = 0.5
"""Size of the brand's name where it stands for the logo, as a share of the logo's height."""
_NUMBER, _FOOT_END = 40, 770
"""pt that the slide's number takes, and where the footer ends."""


@dataclass(frozen=True, slots=True)
class _Making:
    """What every part is filled in with, the theme's colors, and the logos by where they stand."""

    known: Mapping[str, Any]
    colors: Mapping[str, str]
    logos: Mapping[str, Logo | None]

    def part(self, name: str, **more: Any) -> str:
        """A part; `more` are its own values."""
        filled = fill(_template(name), {**self.known, **more}, "html", Wording())
        return bare(filled) if name == "theme.xml" else tied(filled, self.colors)


def parts(deck: Deck, look: Look) -> Iterator[tuple[str, str | bytes]]:
    """Each part's path and content, in the order in which they stand in the file."""
    making = _making(deck, look)
    yield "[Content_Types].xml", making.part("content-types.xml")
    yield "_rels/.rels", making.part("package.rels.xml")
    yield "docProps/core.xml", making.part("core.xml")
    yield "docProps/app.xml", making.part("app.xml")
    yield "ppt/presentation.xml", making.part("presentation.xml")
    yield "ppt/_rels/presentation.xml.rels", making.part("presentation.rels.xml")
    yield "ppt/theme/theme1.xml", making.part("theme.xml")
    yield "ppt/slideMasters/slideMaster1.xml", making.part("master.xml")
    yield "ppt/slideMasters/_rels/slideMaster1.xml.rels", making.part("master.rels.xml")
    for place, logo in making.logos.items():
        if logo and logo.content:
            yield f"ppt/media/{_file(place, logo)}", logo.content
    for layout in layouts().values():
        shown = _layout(making, layout)
        path = f"slideLayout{layout.number}.xml"
        yield f"ppt/slideLayouts/{path}", making.part("layout.xml", layout=shown)
        yield f"ppt/slideLayouts/_rels/{path}.rels", making.part("layout.rels.xml", layout=shown)
    for number, slide in enumerate(deck.slides, 1):
        own = _slide(making, number, slide)
        yield f"ppt/slides/slide{number}.xml", making.part("slide.xml", slide=own)
        yield f"ppt/slides/_rels/slide{number}.xml.rels", making.part("slide.rels.xml", slide=own)


@cache
def _template(name: str) -> Nodes:
    file = files("playbook").joinpath("templates", "pptx", name)
    return parse(name, file.read_text(encoding="utf-8")).nodes


def _making(deck: Deck, look: Look) -> _Making:
    brand = look.brand
    lang = deck.lang.partition("-")[0]
    said = texts(lang if lang in LANGUAGES else LANGUAGES[0])
    colors = theme(brand)
    known = {
        "brand": brand,
        "deck": {"title": deck.title or brand["name"], "lang": deck.lang},
        "words": {
            name.removeprefix(_WORDS): words for name, words in said.items() if name.startswith(_WORDS)
        },
        "theme": [{"name": name, "value": value} for name, value in colors.items()],
        "fonts": {role: first_font(brand["font"][role]) for role in ("heading", "body")},
        "bold": "1" if brand["weight"]["heading"] >= _BOLD else "0",
        "levels": [{"number": n, "margin": n * 18 * POINT, "size": size * 100} for n, size in _LEVELS],
        "layouts": [_numbered(layout.number, _LAYOUTS) for layout in layouts().values()],
        "slides": [_numbered(number, _SLIDES) for number, _ in enumerate(deck.slides, 1)],
    }
    return _Making(known, colors, {"page": on_page(look), "field": on_field(look)})


def _numbered(number: int, first: int) -> Values:
    return {"number": number, "id": first + number - 1, "rel": f"rId{_RELS + number}"}


def _layout(making: _Making, layout: Layout) -> Values:
    boxes = [
        {**_at(box["at"]), "color": _color(making, box["color"]), "id": 30 + n}
        for n, box in enumerate(layout.boxes)
    ]
    return {
        "name": making.known["words"][f"layout-{layout.ident}"],
        "ground": _color(making, layout.ground),
        "foot": layout.foot,
        "foot_at": _foot(layout.foot_left) if layout.foot_left else None,
        "boxes": boxes,
        "places": [_place(making, place, n) for n, place in enumerate(layout.places)],
        **(_logo(making, layout.logo, boxes) if layout.logo else {}),
    }


def _foot(left: float) -> Values:
    """The number, and the footer's words from there to the logo."""
    words = left + _NUMBER
    return {"number": left * POINT, "words": words * POINT, "across": (_FOOT_END - words) * POINT}


def _logo(making: _Making, where: Mapping[str, Any], boxes: list[Values]) -> Values:
    """The logo of a layout in one of three ways; a ground of its own joins the boxes."""
    logo = making.logos[where["on"]]
    if logo is None:
        return {"in_words": _in_words(making, where)}
    place = fitted(logo, where)
    if logo.ground:
        boxes.append({**_at(grounded(place)), "color": logo.ground, "id": 39})
    at = {**_at(place), "alt": logo.alt}
    if logo.drawn is None:
        return {"image": {**at, "file": _file(where["on"], logo)}}
    shapes = [{"id": 40 + n, "color": s.color, "steps": s.steps} for n, s in enumerate(logo.drawn.shapes)]
    return {"drawing": {**at, "width": logo.drawn.width, "height": logo.drawn.height, "shapes": shapes}}


def _in_words(making: _Making, where: Mapping[str, Any]) -> Values:
    x, _, _, high = where["at"]
    return {
        **_at(where["at"]),
        "size": round(high * _NAME_SHARE) * 100,
        "align": "r" if x > 480 else "l",
        "color": _color(making, "field.ink" if where["on"] == "field" else "ink.primary"),
    }


def _file(place: str, logo: Logo) -> str:
    return f"logo-{place}.{logo.kind}"


def _place(making: _Making, place: Place, number: int) -> Values:
    return {
        **_at(place.at),
        "id": 2 + number,
        "kind": place.kind,
        "index": place.index,
        "name": making.known["words"][f"place-{place.kind}"],
        "size": place.size * 100,
        "color": _color(making, place.color),
        "major": place.font == "heading",
        "anchor": place.anchor,
        "bullets": place.bullets,
    }


def _slide(making: _Making, number: int, slide: Slide) -> Values:
    layout = layout_of(slide)
    found = placed(slide, layout)
    columns = min((scale(place, said) for place, said in found if place.bullets), default=100)
    places = [
        {**_place(making, place, n), **_said(said, columns if place.bullets else scale(place, said))}
        for n, (place, said) in enumerate(found)
    ]
    return {"number": number, "layout": layout.number, "foot": layout.foot, "places": places}


def _said(paragraphs: Paragraphs, percent: int) -> Values:
    return {
        "scale": percent * 1000 if percent < 100 else None,
        "paragraphs": [{"rtl": is_rtl(text), "lines": _lines(text)} for text in paragraphs],
    }


def _lines(text: str) -> list[Values]:
    return [{"next": n > 0, "text": line} for n, line in enumerate(text.split("\n"))]


def _at(place: tuple[float, float, float, float]) -> Values:
    """Points in the units of a presentation."""
    return dict(zip(("x", "y", "cx", "cy"), (round(side * POINT) for side in place), strict=True))


def _color(making: _Making, path: str) -> str:
    value = found(making.known["brand"], tuple(path.split(".")))
    return str(value)

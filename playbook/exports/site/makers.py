"""Pieces that are filled in on their own page, and how they look there before anybody does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from playbook.brand import Brand
from playbook.exports.site.data import path
from playbook.exports.site.showing import Maker
from playbook.exports.site.view import View, slug
from playbook.kinds import Kind
from playbook.making.cache import made
from playbook.making.languages import NAME as LANGUAGE
from playbook.making.languages import chosen, tags
from playbook.making.picture import logo, mark
from playbook.making.prices import Line, lines
from playbook.making.tailored import tailored
from playbook.making.templates import filled_in_pages, is_made, template
from playbook.making.unlettered import in_brand_fonts
from playbook.making.values import defaults, examples
from playbook.making.widths import drawn, widths
from playbook.model.piece import Piece
from playbook.published import asset_path
from playbook.render.brand_view import Picture, elements
from playbook.render.fill import TooLong
from playbook.render.filters import Wording
from playbook.render.fit import Widths
from playbook.render.formats import FORMATS

_DRAWN = ("html", "svg")
_LINKED = "brand.logo."


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
        return _read(self.view, file)

    @cached_property
    def picture(self) -> Picture | None:
        """The logo, where the web has it."""
        return logo(self.brand, self.read)

    @property
    def lacks_logo(self) -> bool:
        """Whether its documents link the logo, and the web has none; drawings and slides hold it."""
        linking = any(_LINKED in template(self.kind, each).text for each in self.kind.outputs)
        return linking and self.picture is None

    @cached_property
    def elements(self) -> Mapping[str, Any]:
        """What its templates see of the brand."""
        return elements_of(self.view, self.brand)

    @property
    def fonts(self) -> Mapping[str, Widths]:
        """The brand's fonts, measured."""
        measured = ("widths", self.brand.id)
        return self.view.once(measured, lambda: widths(self.brand, self.read, self.view.store))

    @property
    def signs(self) -> list[list[int]]:
        """The characters that these have, where anything is set in them: first and last codes."""
        return drawn(self.fonts) if any(map(in_brand_fonts, self.kind.outputs)) else []

    @cached_property
    def wording(self) -> Wording:
        """How it writes numbers and dates, and the fonts that it is fitted by."""
        fonts = self.fonts if self.drawn else {}
        tag = chosen(self.kind, self.defaults) or self.view.options.lang
        return Wording(FORMATS[tag], widths=fonts)

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """What its fields say by themselves."""
        return defaults(self.kind.fields, self.elements)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The languages that its documents can be in, by their tags."""
        field = self.kind.fields.get(LANGUAGE)
        found = tags(self.kind) if field and field.type == "choice" and not field.locked else ()
        return found or (self.wording.formats.tag,)

    def prices(self, name: str) -> list[Line]:
        """What the lines of a list can be taken from."""
        rule, field = self.piece.form.get(name), self.kind.fields[name]
        file = self.view.playbook.files.get((rule and rule.prices) or "")
        return lines(file, self.read(file), field)[0] if file and field.type == "list" else []

    @property
    def languages(self) -> tuple[str, ...]:
        """The same without their regions, each once."""
        return tuple(dict.fromkeys(FORMATS[tag].lang for tag in self.tags))

    @property
    def filled_here(self) -> bool:
        """Whether its page can fill it in; else it shows what the build made."""
        return filled_in_pages(self.kind)

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
    def values(self) -> dict[str, Any]:
        """What its fields say in the example."""
        lang = self.wording.formats.lang
        return {**dict(examples(self.kind.fields, lang)), **self.defaults}

    @cached_property
    def made(self) -> dict[str, str]:
        """Its documents with its examples, by the names of their templates.

        Raises:
            TooLong: as `make` has it.
        """
        files = made(self.kind, self.elements, self.values, self.wording, self.view.store).files
        return {file.path: str(file.content) for file in files}


def elements_of(view: View, brand: Brand) -> Mapping[str, Any]:
    """What templates see of a brand."""

    def read(file: str) -> bytes:
        return _read(view, file)

    return view.once(("elements", brand.id), lambda: elements(brand, logo(brand, read), mark(brand, read)))


def _read(view: View, file: str) -> bytes:
    return view.contents.get(asset_path(file), b"")


def form(view: View, piece: Piece) -> Form | None:
    """The form of a piece; None for one that is not made here, or that would become too long."""
    return view.once(("form", piece.id), lambda: _form(view, piece))


def _form(view: View, piece: Piece) -> Form | None:
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
        data=found.data if found.filled_here else "",
        document=made[first.template] + made.get(first.back or "", ""),
        drawn=first.ending in _DRAWN,
        text=made[words.template],
        pictures=tuple(found.pictures.items()),
    )

"""`logo.yml`: the logo's variants and the rules for their use."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, PositiveFloat

from playbook.choices import Medium, Visibility
from playbook.document import Document, Model
from playbook.terms import AsList, ColorText, Confidential, File, Line, Prose, Quoted, Ref, shorthand

Backgrounds = Annotated[tuple[Annotated[str, Ref("background")], ...], AsList]


class Size(Model):
    """The smallest width at which a logo still reads."""

    width: PositiveFloat
    """The width, in `unit`."""
    unit: str = "px"
    """px on screens, mm in print."""


class Variant(Model):
    """One drawing of the logo."""

    file: File
    """The drawing, best as SVG; the path starts at the brand's folder."""
    alt: Quoted | None = None
    """What a person who cannot see it should hear."""
    name: Line | None = None
    """What people call this variant."""
    on: Backgrounds = ()
    """The backgrounds it is for: light, dark, or ids and values of colors."""
    not_on: Backgrounds = ()
    """Backgrounds on which it must not stand."""
    minimum_size: dict[Medium, Size] = Field(default_factory=dict)
    """Its own smallest width by medium."""
    use: Prose | None = None
    """When to take this variant."""


class ClearSpace(Model):
    """The space around the logo that stays empty: a measure of the logo itself, times a factor."""

    unit: Line = "height"
    """What is measured: the symbol's height, the cap height, the logo's height..."""
    factor: PositiveFloat = 1.0
    """How many of these units stay free on every side."""
    share: PositiveFloat | None = None
    """The unit as a share of the logo's height (0.5 is half of it), so that it can be drawn and checked."""


class Misuse(Model):
    """Something that must not be done to the logo."""

    text: Line
    """What must not be done."""
    picture: File | None = None
    """A picture of it."""


class Logo(Document):
    """The logo: `brand/logo.yml`."""

    noun: ClassVar[str] = "logo"

    variants: dict[
        str, Annotated[Variant, BeforeValidator(shorthand("file"), json_schema_input_type=str | Variant)]
    ] = Field(default_factory=dict)
    """The drawings by id: light, dark, mono, symbol and what else there is."""
    primary: Annotated[str, Ref("logo")] | None = None
    """The variant to take when in doubt; without it, the first."""
    favicon: Annotated[str, Ref("logo")] | None = None
    """The variant that browsers show in a tab."""
    clear_space: ClearSpace | None = None
    """The space around it that stays empty."""
    minimum_size: dict[Medium, Size] = Field(default_factory=dict)
    """The smallest width by medium, for every variant that says nothing else."""
    misuse: tuple[
        Annotated[Misuse, BeforeValidator(shorthand("text"), json_schema_input_type=str | Misuse)], ...
    ] = ()
    """What must not be done to it."""
    backgrounds: dict[str, ColorText] = Field(default_factory=dict)
    """What `light` and `dark` mean where the palette does not say: colors by name."""
    notes: Annotated[Prose | None, Confidential()] = None
    """Notes for those who keep the brand."""
    visibility: Visibility = Visibility.PUBLIC
    """Who may see it: internal, partner or public."""

    def chosen(self, ident: str | None) -> str | None:
        """The id of a variant, or of the first where none is named."""
        return ident if ident in self.variants else next(iter(self.variants), None)

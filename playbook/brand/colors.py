"""`colors.yml`: the palette, the roles its colors play, and which may stand on which."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from playbook.choices import Medium, TextSize, Visibility
from playbook.document import Document, Model
from playbook.terms import AsList, ColorText, Confidential, Line, Prose, Ref, shorthand

Share = Annotated[float, Field(ge=0, le=100)]
Ink = Annotated[float, Field(ge=0, le=100)]
ColorRef = Annotated[str, Ref("color")]
Touchpoints = Annotated[tuple[Annotated[str, Ref("touchpoint")], ...], AsList]


class Shades(Model):
    """A color by day and by night."""

    light: ColorText
    """The value on light pages."""
    dark: ColorText
    """The value on dark pages."""


class PaletteColor(Model):
    """One color of the palette."""

    value: Annotated[
        Shades,
        BeforeValidator(
            lambda v: {"light": v, "dark": v} if isinstance(v, str) else v,
            json_schema_input_type=str | Shades,
        ),
    ]
    """The color as CSS writes it, in quotes; or `light` and `dark` where they differ."""
    name: Line | None = None
    """What people call it."""
    cmyk: Annotated[tuple[Ink, Ink, Ink, Ink] | None, Field(json_schema_extra={"maxItems": 4})] = None
    """Cyan, magenta, yellow and black for print, in percent."""
    pantone: str | None = None
    """The Pantone name, such as 7548 C."""
    ral: str | None = None
    """The RAL number, for paint and coatings."""
    media: Annotated[tuple[Medium, ...], AsList] = ()
    """Where it may be used; everywhere, where nothing is said."""
    touchpoints: Touchpoints = ()
    """The touchpoints it is for; all of them, where nothing is said."""
    share: Share | None = None
    """Its part of a typical layout, in percent."""
    use: Prose | None = None
    """What it is for."""


class Role(Model):
    """What plays a role: an id or value by day, and another by night where it differs."""

    light: ColorRef
    """The color on light pages."""
    dark: ColorRef
    """The color on dark pages."""


class Pair(Model):
    """A color of text or of a graphic that may stand on a background color."""

    text: ColorRef
    """The color of the text or graphic: an id of the palette, a role or a value."""
    background: ColorRef
    """The color behind it."""
    size: TextSize = TextSize.NORMAL
    """How large the text is: normal, large from 18 pt (14 pt bold); graphic for icons, lines, charts."""
    use: Line | None = None
    """Where the pair is used."""


class Colors(Document):
    """The colors: `brand/colors.yml`."""

    noun: ClassVar[str] = "colors"

    palette: dict[
        str,
        Annotated[
            PaletteColor, BeforeValidator(shorthand("value"), json_schema_input_type=str | PaletteColor)
        ],
    ] = Field(default_factory=dict)
    """The colors by id."""
    roles: dict[
        str,
        Annotated[
            Role,
            BeforeValidator(
                lambda v: {"light": v, "dark": v} if isinstance(v, str) else v,
                json_schema_input_type=str | Role,
            ),
        ],
    ] = Field(default_factory=dict)
    """Which color plays which role: primary, secondary, text, background, link..."""
    pairs: tuple[Pair, ...] = ()
    """Which text or graphic may stand on which background; their contrast is checked."""
    notes: Annotated[Prose | None, Confidential()] = None
    """Notes for those who keep the brand."""
    visibility: Visibility = Visibility.PUBLIC
    """Who may see it: internal, partner or public."""

"""`fonts.yml`: the font families and the roles they play."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, PositiveFloat

from playbook.choices import Visibility
from playbook.document import Document, Model
from playbook.terms import (
    AsList,
    Confidential,
    File,
    Line,
    Prose,
    Quoted,
    QuotedLines,
    QuotedProse,
    Ref,
    Url,
    shorthand,
)


class FontFile(Model):
    """One file of a family."""

    file: File
    """The font: WOFF2, WOFF, TTF or OTF; the path starts at the brand's folder."""
    weight: Annotated[str, Field(pattern=r"^\d{1,4}( \d{1,4})?$")] = "400"
    """Its weight from 1 to 1000, or two for a variable font: `300 800`."""
    style: Literal["normal", "italic"] = "normal"
    """Upright or italic."""
    characters: str | None = None
    """The characters it is for, as CSS `unicode-range` writes them; for a family cut into several files."""


class Licence(Model):
    """What may be done with the fonts."""

    name: Quoted
    """The licence's name, such as SIL Open Font License 1.1."""
    url: Url | None = None
    """Where it can be read."""
    file: File | None = None
    """Its text, kept beside the fonts."""
    download: bool = True
    """Whether people may download the fonts from the playbook."""


class Family(Model):
    """A font family."""

    name: Quoted
    """The family's name as programs list it."""
    files: Annotated[
        tuple[
            Annotated[FontFile, BeforeValidator(shorthand("file"), json_schema_input_type=str | FontFile)],
            ...,
        ],
        AsList,
    ] = ()
    """Its files."""
    source: Literal["file", "system", "google", "bunny"] = "file"
    """Where it comes from; only files of the project are served by the site."""
    licence: Annotated[
        Licence | None, BeforeValidator(shorthand("name"), json_schema_input_type=str | Licence | None)
    ] = None
    """What may be done with it."""
    weights: Annotated[tuple[Annotated[int, Field(ge=1, le=1000)], ...], AsList] = ()
    """The weights that the brand uses."""
    fallback: QuotedLines = ()
    """What stands in where it is missing, best first: mail and Office programs need it."""
    url: Url | None = None
    """Where to get it."""
    use: QuotedProse | None = None
    """What it is for."""


class FontRole(Model):
    """How a kind of text is set."""

    family: Annotated[str, Ref("font")]
    """The id of the family."""
    weight: Annotated[int, Field(ge=1, le=1000)] | None = None
    """The weight, from 1 to 1000."""
    style: Literal["normal", "italic"] = "normal"
    """Upright or italic."""
    size: str | None = None
    """The size with its unit: 1.25rem, 14pt."""
    line_height: PositiveFloat | None = None
    """The line height as a multiple of the size."""
    letter_spacing: str | None = None
    """The letter spacing with its unit: -0.01em."""
    color: Annotated[str, Ref("color")] | None = None
    """The color it is set in."""
    case: Literal["none", "upper", "lower", "capitalize"] = "none"
    """Whether it is set in capitals."""
    use: Line | None = None
    """Where it is used."""


class Fonts(Document):
    """The fonts: `brand/fonts.yml`."""

    noun: ClassVar[str] = "fonts"

    families: dict[
        str, Annotated[Family, BeforeValidator(shorthand("name"), json_schema_input_type=str | Family)]
    ] = Field(default_factory=dict)
    """The families by id."""
    roles: dict[
        str, Annotated[FontRole, BeforeValidator(shorthand("family"), json_schema_input_type=str | FontRole)]
    ] = Field(default_factory=dict)
    """How each kind of text is set: heading, body, mono..."""
    notes: Annotated[Prose | None, Confidential()] = None
    """Notes for those who keep the brand."""
    visibility: Visibility = Visibility.PUBLIC
    """Who may see it: internal, partner or public."""

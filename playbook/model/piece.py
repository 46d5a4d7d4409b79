"""Pieces, one deliverable each, and kits, which group pieces for an occasion."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, NonNegativeInt, PositiveFloat, PositiveInt

from playbook.choices import PieceStatus, Sourcing, WorkStatus
from playbook.document import Model
from playbook.model.parts import Audiences, Item, Money, Owner, Products, Touchpoints
from playbook.terms import (
    AsList,
    Confidential,
    Date,
    File,
    Line,
    Lines,
    Prose,
    Quoted,
    QuotedLines,
    Ref,
    Url,
    shorthand,
)


class Size(Model):
    """A size that the piece is needed in."""

    width: PositiveFloat
    """The width, in `unit`."""
    height: PositiveFloat | None = None
    """The height, in `unit`; without it, free."""
    unit: Literal["px", "mm", "cm", "in"] = "px"
    """px on screens, mm in print."""
    name: Line | None = None
    """What the size is for: feed, story, cover."""


class Requirements(Model):
    """What the piece must be like."""

    format: Annotated[tuple[str, ...], AsList] = ()
    """The file formats: PNG, PDF, DOCX..."""
    sizes: tuple[Size, ...] = ()
    """The sizes it is needed in."""
    bleed: PositiveFloat | None = None
    """The bleed for print, in mm."""
    resolution: PositiveInt | None = None
    """The resolution for print, in dpi."""
    colors: Annotated[tuple[Annotated[str, Ref("color")], ...], AsList] = ()
    """The colors it uses: ids of the palette or roles."""
    fonts: Annotated[tuple[Annotated[str, Ref("font-role")], ...], AsList] = ()
    """The fonts it uses: roles or families."""
    logo: Annotated[str, Ref("logo")] | None = None
    """The logo variant it carries."""
    text_limits: dict[str, PositiveInt] = Field(default_factory=dict)
    """The most characters by part of the text: headline, body."""
    file_size: Line | None = None
    """The largest file allowed: 5 MB."""
    do: Lines = ()
    """What to do."""
    dont: QuotedLines = ()
    """What not to do."""
    notes: Prose | None = None
    """What else it must be."""


class PieceFile(Model):
    """A file of the piece, to be taken as it is."""

    file: File
    """The file, in the content folder."""
    name: Line | None = None
    """What people call it."""
    note: Line | None = None
    """What it is for."""


class Approval(Model):
    """Who approved the piece, and when."""

    by: Quoted
    """Who."""
    date: Date | None = None
    """When."""


class Use(Model):
    """Where a thing is in use."""

    units: NonNegativeInt | None = None
    """How many are in use."""
    places: Lines = ()
    """Where."""
    unit_cost: Annotated[Money | None, Confidential()] = None
    """What one costs."""


class FieldRule(Model):
    """What a field of the piece's form says by itself, and what it takes."""

    value: str | tuple[dict[str, str], ...] | None = None
    """What stands there before anybody fills it in; of a list, its entries."""
    locked: bool = False
    """Whether that stays as it is."""
    longest: PositiveInt | None = None
    """The most characters, where that is fewer than the kind allows."""
    prices: Annotated[File | None, Confidential()] = None
    """Of a list: the table (CSV) that its lines can be taken from."""


class Piece(Item):
    """One deliverable: template, document, procedure, tool or object: `content/pieces/`."""

    noun: ClassVar[str] = "piece"

    kind: Annotated[str, Ref("kind")]
    """The kind of piece: email-signature, quote, social-post..."""
    touchpoints: Touchpoints = ()
    """The touchpoints it serves."""
    sourcing: Sourcing = Sourcing.DEVELOP
    """Whether it is developed by us or obtained from someone."""
    status: PieceStatus = PieceStatus.MISSING
    """Missing, planned, in-progress, in-review, approved, implemented, to-update or retired."""
    owner: Owner | None = None
    """The accountable role; finished files go to them."""
    due: Date | None = None
    """By when it is needed."""
    message: Annotated[str, Ref("message")] | None = None
    """The brand message it carries: the one of its touchpoints."""
    audience: Audiences = ()
    """For whom it is."""
    products: Products = ()
    """The product or service groups it belongs to."""
    requirements: Requirements = Requirements()
    """What it must be like."""
    form: dict[
        str,
        Annotated[FieldRule, BeforeValidator(shorthand("value"), json_schema_input_type=str | FieldRule)],
    ] = Field(default_factory=dict)
    """What fields of its form say by themselves, by name: a value, or `{value: 21, locked: true}`."""
    files: Annotated[
        tuple[
            Annotated[PieceFile, BeforeValidator(shorthand("file"), json_schema_input_type=str | PieceFile)],
            ...,
        ],
        AsList,
    ] = ()
    """Files to be taken as they are."""
    source: Url | None = None
    """Where the original can be edited: a Figma or Canva link."""
    link: Url | None = None
    """Where it can be seen in use."""
    made_by: Quoted | None = None
    """Who made it."""
    approved: Annotated[
        Approval | None, BeforeValidator(shorthand("by"), json_schema_input_type=str | Approval | None)
    ] = None
    """Who approved it, and when."""
    brand_version: str | None = None
    """The version of the brand it was made for."""
    effort: Annotated[Line | None, Confidential()] = None
    """What making it again would take: half a day."""
    in_use: Use | None = None
    """For things: how many are in use, where, at which unit cost."""
    caption: Prose | None = None
    """The text that goes with a post."""
    hashtags: Annotated[tuple[str, ...], AsList] = ()
    """The hashtags of a post, with or without #."""
    alt: Quoted | None = None
    """What a person who cannot see it should hear."""
    steps: Annotated[tuple[Prose, ...], AsList] = ()
    """The steps of a procedure, in order."""


class Kit(Item):
    """Pieces grouped for an occasion, under one message: `content/kits/`."""

    noun: ClassVar[str] = "kit"

    pieces: Annotated[tuple[Annotated[str, Ref("piece")], ...], AsList, Field(min_length=1)]
    """The pieces it holds."""
    message: Annotated[str, Ref("message")] | None = None
    """The brand message of the whole kit."""
    audience: Audiences = ()
    """For whom it is."""
    date: Date | None = None
    """The day on which it is needed."""
    brief: Prose | None = None
    """What it is to achieve."""
    owner: Owner | None = None
    """The accountable role."""
    approver: Quoted | None = None
    """Who approves it."""
    delivery_address: Quoted | None = None
    """Where finished things are sent."""
    status: WorkStatus = WorkStatus.PLANNED
    """Where it stands: proposed, planned, in-progress, done or dropped."""

"""`voice.yml`: how the brand speaks."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, PositiveInt

from playbook.choices import Address, Visibility
from playbook.document import Document, Model
from playbook.terms import (
    AsList,
    Confidential,
    Folders,
    Line,
    Lines,
    Prose,
    Quoted,
    QuotedProse,
    Ref,
    shorthand,
)


class Principle(Model):
    """One trait of the voice."""

    name: Line
    """The trait in a word or two."""
    means: Prose | None = None
    """What it means."""
    does_not_mean: QuotedProse | None = None
    """What it does not mean."""
    say: Annotated[tuple[str, ...], AsList] = ()
    """Sentences as the brand says them."""
    dont_say: Annotated[tuple[str, ...], AsList] = ()
    """Sentences that the brand does not say."""


class Preferred(Model):
    """A term the brand prefers."""

    use: str
    """The term to use."""
    instead_of: Annotated[tuple[str, ...], AsList] = ()
    """What it replaces."""
    reason: Quoted | None = None
    """Why."""
    match_case: bool = False
    """Whether capitals count."""
    exact: bool = False
    """Whether only what is written counts, and no plural or other ending of it."""


class Banned(Model):
    """A term the brand does not use."""

    term: str
    """The term, with forms separated by `|` that are not its regular endings: cheap|cheaper."""
    use: str | None = None
    """What to say instead."""
    reason: Quoted | None = None
    """Why."""
    match_case: bool = False
    """Whether capitals count."""
    exact: bool = False
    """Whether only what is written counts, and no plural or other ending of it."""


class Terms(Model):
    """The brand's vocabulary."""

    preferred: tuple[Preferred, ...] = ()
    """Terms to use, and what they replace."""
    banned: tuple[
        Annotated[Banned, BeforeValidator(shorthand("term"), json_schema_input_type=str | Banned)], ...
    ] = ()
    """Terms not to use."""


class Tone(Model):
    """How the constant voice varies."""

    stage: dict[Annotated[str, Ref("stage")], Prose] = Field(default_factory=dict)
    """The tone by stage."""
    channel: dict[Annotated[str, Ref("channel")], Prose] = Field(default_factory=dict)
    """The tone by channel."""


class Boilerplate(Model):
    """A text about the brand, ready to copy."""

    text: Prose
    """The text."""
    name: Line | None = None
    """What it is for: 25 words, press, job ads..."""
    language: str | None = None
    """Its language, where it is not the playbook's: en, es..."""
    visibility: Visibility = Visibility.PUBLIC
    """Who may see it: internal, partner or public."""


class Voice(Document):
    """The voice: `brand/voice.yml`."""

    noun: ClassVar[str] = "voice"

    summary: Prose | None = None
    """The voice in a sentence or two."""
    principles: tuple[Principle, ...] = ()
    """The traits of the voice."""
    address: Address | None = None
    """How people are addressed: tu, usted or vos in Spanish; you elsewhere, or formal and informal."""
    address_note: QuotedProse | None = None
    """Exceptions to it, and why."""
    terms: Terms = Terms()
    """Preferred and banned terms."""
    styles: Folders = ()
    """Folders with rules for texts that are written as a Vale style, from this one."""
    sentence_length: PositiveInt | None = None
    """The most words that a sentence should have."""
    reading_ease: Annotated[float, Field(ge=0, le=100)] | None = None
    """The lowest reading ease, on the scale of the language (Flesch, INFLESZ)."""
    tone: Tone = Tone()
    """How the voice varies by stage and channel."""
    boilerplates: dict[
        str,
        Annotated[Boilerplate, BeforeValidator(shorthand("text"), json_schema_input_type=str | Boilerplate)],
    ] = Field(default_factory=dict)
    """Texts about the brand, ready to copy."""
    samples: Lines = ()
    """Sentences that sound right."""
    notes: Annotated[Prose | None, Confidential()] = None
    """Notes for those who keep the brand."""
    visibility: Visibility = Visibility.PUBLIC
    """Who may see it: internal, partner or public."""

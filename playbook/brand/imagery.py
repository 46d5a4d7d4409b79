"""`imagery.yml`: how the brand's pictures look, and which ones are approved."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from playbook.choices import Visibility
from playbook.document import Document, Model
from playbook.terms import Confidential, Date, File, Line, Lines, Prose, Quoted, QuotedLines, Url, shorthand


class Picture(Model):
    """An approved picture, photo or video still."""

    file: File
    """The picture; the path starts at the brand's folder."""
    alt: Quoted | None = None
    """What a person who cannot see it should hear."""
    name: Line | None = None
    """What people call it."""
    credit: Quoted | None = None
    """Who made it."""
    rights: Line | None = None
    """What it may be used for, where, and by whom."""
    expires: Date | None = None
    """The day on which the rights end."""
    retired: bool = False
    """Whether it is not to be used any more."""
    release: Annotated[Line | None, Confidential()] = None
    """Where the consent of the people in it is kept."""
    source: Url | None = None
    """Where the original is."""
    use: Prose | None = None
    """What it is for."""
    visibility: Visibility = Visibility.PUBLIC
    """Who may see it: internal, partner or public."""


class Imagery(Document):
    """The imagery: `brand/imagery.yml`."""

    noun: ClassVar[str] = "imagery"

    style: Prose | None = None
    """How pictures look, in words: photos, videos and stories with an essence of their own."""
    do: Lines = ()
    """What to look for."""
    dont: QuotedLines = ()
    """What to avoid."""
    pictures: dict[
        str, Annotated[Picture, BeforeValidator(shorthand("file"), json_schema_input_type=str | Picture)]
    ] = Field(default_factory=dict)
    """The approved pictures by id."""
    notes: Annotated[Prose | None, Confidential()] = None
    """Notes for those who keep the brand."""
    visibility: Visibility = Visibility.PUBLIC
    """Who may see it: internal, partner or public."""

"""What somebody ticked and wrote in the checklist, as the one file in which it leaves a device."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from playbook.choices import Tick
from playbook.document import Document, Model
from playbook.terms import AsList, Date, Line, Prose, Quoted, Ref, shorthand


class TickedEntry(Model):
    """A touchpoint of the catalog that turned out to be there."""

    tick: Literal["have", "needs-work"]
    """Whether it is there (`have`), or is there and needs work (`needs-work`)."""
    pieces: dict[Annotated[str, Ref("kind")], Tick] = Field(default_factory=dict)
    """The same for its usual pieces, by their kinds; those that are not named here are missing."""


class TickedGoal(Model):
    """A goal that was written down."""

    goal: Prose
    """What is to be reached."""
    owner: Annotated[str, Ref("owner")] | None = None
    """The accountable role."""
    due: Date | None = None
    """By when. A goal without a date is a wish."""


class TickedReview(Model):
    """What somebody judged of a touchpoint."""

    rating: Annotated[int, Field(ge=1, le=5)]
    """From 1, a weakness, to 5, a strength."""
    says_message: bool | Literal["partly"] | None = None
    """Whether it says the brand's message: yes, no or partly."""
    note: Prose | None = None
    """Why."""
    by: Quoted | None = None
    """Who judged."""
    date: Date | None = None
    """When."""


class Ticked(Document):
    """A checklist that was worked through; `brand-playbook apply` takes it over."""

    noun: ClassVar[str] = "checklist"

    brand: Line | None = None
    """Whose checklist it is, for those who find the file; nothing depends on it."""
    date: Date | None = None
    """The day on which it was taken out; the conclusions are kept under it."""
    touchpoints: dict[Annotated[str, Ref("touchpoint")], Tick] = Field(default_factory=dict)
    """What was ticked of the touchpoints, by id: `have`, `needs-work` or `missing`."""
    pieces: dict[Annotated[str, Ref("piece")], Tick] = Field(default_factory=dict)
    """What was ticked of the pieces, by id: `have`, `needs-work` or `missing`."""
    catalog: dict[
        Annotated[str, Ref("entry")],
        Annotated[TickedEntry, BeforeValidator(shorthand("tick"), json_schema_input_type=Tick | TickedEntry)],
    ] = Field(default_factory=dict)
    """Touchpoints of the catalog that are there too, by its ids: `have` or `needs-work`, or with pieces."""
    reviews: dict[Annotated[str, Ref("touchpoint")], TickedReview] = Field(default_factory=dict)
    """What was judged of touchpoints, by id; each takes the place of the `rating` that was there."""
    conclusions: Prose | None = None
    """What was found; it goes to the `conclusions` of the settings."""
    goals: Annotated[
        tuple[
            Annotated[
                TickedGoal, BeforeValidator(shorthand("goal"), json_schema_input_type=str | TickedGoal)
            ],
            ...,
        ],
        AsList,
        Field(max_length=100),
    ] = ()
    """What is to be reached; it goes to the `goals` of the settings."""
    review: Date | None = None
    """The day on which the checklist is gone through again; it becomes a goal."""

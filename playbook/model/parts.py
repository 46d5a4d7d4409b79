"""Parts that several kinds of item share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from playbook.choices import Better, Effect, Level, Visibility, WorkStatus
from playbook.document import Document, Model
from playbook.terms import (
    AsList,
    Confidential,
    Date,
    Line,
    Lines,
    Prose,
    Quoted,
    QuotedLines,
    QuotedProse,
    Ref,
    Url,
    shorthand,
)

Owner = Annotated[str, Ref("owner")]
Products = Annotated[tuple[Annotated[str, Ref("product")], ...], AsList]
Brands = Annotated[tuple[Annotated[str, Ref("brand")], ...], AsList]
Audiences = Annotated[tuple[Annotated[str, Ref("audience")], ...], AsList]
Touchpoints = Annotated[tuple[Annotated[str, Ref("touchpoint")], ...], AsList]


class Item(Document):
    """What touchpoints, pieces, kits, personas and journeys have in common."""

    name: Line
    """What people call it."""
    summary: Prose | None = None
    """What it is, in a sentence or two."""
    also_called: QuotedLines = ()
    """Other names that people search by: presupuesto, quotation, offer."""
    tags: Annotated[tuple[str, ...], AsList] = ()
    """Words of your own to group by."""
    brands: Brands = ()
    """The sub-brands it belongs to; without any, the master brand."""
    visibility: Visibility = Visibility.PUBLIC
    """Who may see it: internal, partner or public."""
    notes: Annotated[Prose | None, Confidential()] = None
    """Notes for those who keep it."""


class Improvement(Model):
    """A proposal to make something better."""

    proposal: Prose
    """What to do."""
    owner: Owner | None = None
    """The accountable role."""
    due: Date | None = None
    """By when."""
    status: WorkStatus = WorkStatus.PROPOSED
    """Where it stands: proposed, planned, in-progress, done or dropped."""


Proposal = Annotated[
    Improvement | None,
    BeforeValidator(shorthand("proposal"), json_schema_input_type=str | Improvement | None),
]


class Pain(Model):
    """A point of friction."""

    text: Prose
    """What rubs."""
    effect: Effect = Effect.BLOCKS
    """Whether it blocks the person or drives them on; a blocking one needs a proposal."""
    proposal: Proposal = None
    """What would mend it."""


class Evidence(Model):
    """What a real person said or did."""

    text: QuotedProse
    """What was said or done."""
    source: Quoted | None = None
    """Where it comes from: an interview, a review, a recording."""
    date: Date | None = None
    """When."""
    persona: Annotated[str, Ref("persona")] | None = None
    """The persona it speaks for."""
    link: Url | None = None
    """Where it can be read."""


class Metric(Model):
    """A key performance indicator. Measure only what matters."""

    kpi: Annotated[str, Ref("kpi")]
    """The id of the indicator, from the list or your own in the settings."""
    stage: Annotated[str, Ref("stage")] | None = None
    """The stage it belongs to, where it is not the touchpoint's."""
    target: Annotated[Line | None, Confidential()] = None
    """The value aimed at, with its unit."""
    current: Annotated[Line | None, Confidential()] = None
    """The value today, with its unit."""
    measured: Annotated[Date | None, Confidential()] = None
    """When the current value was measured."""
    priority: Level = Level.MEDIUM
    """How much it matters: low, medium or high."""
    better: Better | None = None
    """Which values are better, where that is not so of the indicator everywhere: higher or lower."""


class Objective(Model):
    """An objective with its key results (OKR)."""

    objective: Prose
    """What is to be reached."""
    key_results: Lines = ()
    """The measurable results that show it."""
    progress: Annotated[int | None, Field(ge=0, le=100), Confidential()] = None
    """How much of it is reached, in percent, as its owner judges it."""
    owner: Owner | None = None
    """The accountable role."""
    due: Date | None = None
    """By when."""


class Money(Model):
    """An amount of money."""

    amount: Annotated[float, Field(ge=0)]
    """How much."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "EUR"
    """The currency's ISO code: EUR, USD, MXN."""

"""The facets of a touchpoint: what it is worth, how others do it, what people expect and take away."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from playbook.choices import Comparison
from playbook.document import Model
from playbook.terms import Confidential, Date, File, Line, Prose, Quoted, QuotedProse, Ref, Url


class PerceivedValue(Model):
    """What the touchpoint is worth to the customer, against what it costs them."""

    need: Prose | None = None
    """The need it covers."""
    perceived: Prose | None = None
    """The value that the customer perceives."""
    cost: Annotated[Prose | None, Confidential()] = None
    """What it costs the customer: money, time, effort. The value perceived must exceed it."""


class Example(Model):
    """How an admired brand does it."""

    brand: Quoted
    """Whose example it is."""
    note: QuotedProse | None = None
    """What is good about it."""
    link: Url | None = None
    """Where it can be seen."""
    picture: File | None = None
    """A picture of it, in the content folder."""


class Competitor(Model):
    """How a competitor does it."""

    name: Quoted
    """The competitor."""
    verdict: Comparison | None = None
    """Whether it does it better, the same or worse."""
    note: QuotedProse | None = None
    """How."""
    link: Url | None = None
    """Where it can be seen."""


class Expectation(Model):
    """What customers expect."""

    text: Prose
    """What they expect."""
    source: Quoted | None = None
    """How we know: a study, an observation."""
    date: Date | None = None
    """Since when we know it."""


class Impression(Model):
    """What remains in the customer's mind."""

    intended: Prose | None = None
    """The impression it should leave."""
    actual: Annotated[Prose | None, Confidential()] = None
    """The impression it leaves, by the evidence."""


class Rating(Model):
    """A person's judgement of how strong the touchpoint is today."""

    score: Annotated[int, Field(ge=1, le=5)]
    """From 1, a weakness, to 5, a strength."""
    by: Quoted | None = None
    """Who judged."""
    date: Date | None = None
    """When."""
    note: Prose | None = None
    """Why."""
    same_message: bool | Literal["partly"] | None = None
    """Whether the reviewer found the brand's message in it: true, false or partly."""


class Data(Model):
    """What the touchpoint collects about people."""

    what: Line
    """Which data: an e-mail address, a delivery address."""
    consent: Line | None = None
    """With which consent or legal ground."""
    purpose: Line | None = None
    """What for."""


class Next(Model):
    """A touchpoint it leads to."""

    touchpoint: Annotated[str, Ref("touchpoint")]
    """The id of the next touchpoint."""
    value: Prose | None = None
    """The value added on the way there."""

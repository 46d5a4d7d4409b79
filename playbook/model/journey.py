"""Personas, and the journeys they make from touchpoint to touchpoint."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, PositiveFloat, PositiveInt

from playbook.choices import Feeling, Scenario
from playbook.document import Model
from playbook.model.parts import Evidence, Item, Pain, Products, Proposal
from playbook.terms import AsList, Confidential, File, Line, Lines, Prose, Quoted, QuotedProse, Ref, shorthand


class Discovery(Model):
    """The discovery questions, answered for a persona."""

    need: Prose | None = None
    """Which need do we cover?"""
    search: Prose | None = None
    """Where would they look for the answer?"""
    next: Prose | None = None
    """What would they do next?"""
    convince: Prose | None = None
    """What would convince them?"""
    contact: Prose | None = None
    """How would they make contact?"""


class Persona(Item):
    """A fictitious person who stands for many: `content/personas/`."""

    noun: ClassVar[str] = "persona"

    audience: Annotated[str, Ref("audience")] = "customer"
    """Customer, supplier or employee."""
    age: Annotated[int, Field(ge=0, le=120)] | None = None
    """The age in years."""
    education: Line | None = None
    """What they learned."""
    job: Line | None = None
    """What they work as."""
    income: Line | None = None
    """What they earn, roughly."""
    home: Line | None = None
    """Where and with whom they live."""
    challenges: Lines = ()
    """What is hard for them."""
    motivations: Lines = ()
    """What moves them."""
    objections: Lines = ()
    """What holds them back."""
    backstory: Prose | None = None
    """Their story; it feeds the message."""
    quote: Quoted | None = None
    """A sentence as they would say it."""
    picture: File | None = None
    """A drawing or picture, in the content folder."""
    channels: Annotated[tuple[Annotated[str, Ref("channel")], ...], AsList] = ()
    """Where they are met."""
    products: Products = ()
    """The product or service groups they care for."""
    discovery: Discovery | None = None
    """The discovery questions, answered for them."""
    evidence: Annotated[tuple[Evidence, ...], Confidential()] = ()
    """What real people said or did."""


class Duration(Model):
    """How long something takes."""

    amount: PositiveFloat
    """How many of the unit."""
    unit: Literal["hours", "days", "weeks", "months", "years"]
    """Hours, days, weeks, months or years."""


class Branch(Model):
    """Another way on from a step."""

    to: Annotated[str, Ref("step")]
    """The id of the step it leads to; an earlier one is a return."""
    when: Line | None = None
    """In which case."""


class Step(Model):
    """One step of a journey: on a touchpoint, or between two."""

    id: str | None = None
    """A name for branches to lead to."""
    name: Line | None = None
    """What the step is called; without it, the touchpoint's name."""
    touchpoint: Annotated[str, Ref("touchpoint")] | None = None
    """The touchpoint it happens on; none between touchpoints."""
    stage: Annotated[str, Ref("stage")] | None = None
    """The stage, where it is not the touchpoint's."""
    does: Prose | None = None
    """What the person does."""
    thinks: QuotedProse | None = None
    """What the person thinks."""
    feels: Feeling | None = None
    """How the person feels, from very-bad to very-good."""
    pain: Annotated[
        Pain | None, BeforeValidator(shorthand("text"), json_schema_input_type=str | Pain | None)
    ] = None
    """What rubs here."""
    proposal: Proposal = None
    """What would make this step better."""
    times: PositiveInt = 1
    """How often it happens; repeats count as interactions."""
    after: Duration | None = None
    """The time that passes before it."""
    decision: bool = False
    """Whether this is where the person decides to buy or sign."""
    next: Annotated[
        tuple[Annotated[Branch, BeforeValidator(shorthand("to"), json_schema_input_type=str | Branch)], ...],
        AsList,
    ] = ()
    """Other ways on; without any, the next step in the list."""
    end: bool = False
    """Whether the journey can end here."""


class Journey(Item):
    """The way of a persona through the touchpoints: `content/journeys/`."""

    noun: ClassVar[str] = "journey"

    audience: Annotated[str, Ref("audience")] = "customer"
    """Customer, supplier or employee."""
    persona: Annotated[str, Ref("persona")] | None = None
    """Whose journey it is."""
    products: Products = ()
    """The product or service groups it is about."""
    scenario: Scenario = Scenario.HAPPY
    """Whether it goes as hoped: happy or unhappy."""
    goal: Prose | None = None
    """What the person wants."""
    outcome: Prose | None = None
    """How it ends."""
    duration: Duration | None = None
    """How long it takes."""
    steps: tuple[
        Annotated[Step, BeforeValidator(shorthand("touchpoint"), json_schema_input_type=str | Step)], ...
    ] = ()
    """The steps in order."""

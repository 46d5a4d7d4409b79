"""Touchpoints: one interaction between a person and the brand, wherever it happens."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from playbook.choices import (
    Control,
    Directness,
    Handler,
    Level,
    Nature,
    Purpose,
    Relationship,
    Sense,
    TouchpointStatus,
)
from playbook.model.facets import (
    Competitor,
    Data,
    Example,
    Expectation,
    Impression,
    Next,
    PerceivedValue,
    Rating,
)
from playbook.model.parts import (
    Audiences,
    Evidence,
    Improvement,
    Item,
    Metric,
    Objective,
    Owner,
    Pain,
    Products,
)
from playbook.terms import AsList, Confidential, Line, Prose, Quoted, Ref, Url, shorthand


class Touchpoint(Item):
    """One interaction between a person and the brand: `content/touchpoints/`."""

    noun: ClassVar[str] = "touchpoint"

    stage: Annotated[tuple[Annotated[str, Ref("stage")], ...], AsList, Field(min_length=1)]
    """The stage or stages it belongs to: before, during, after, or finer ones such as awareness."""
    nature: Nature | None = None
    """Tangible (durable, carries the visual identity) or intangible (felt: a sales pitch, a scent)."""
    directness: Directness | None = None
    """Direct, or indirect such as a review or a friend's comment."""
    control: Control | None = None
    """Who decides what happens: owned, partner or uncontrolled."""
    category: Annotated[str, Ref("category")] | None = None
    """The category, from the list or your own."""
    channel: Annotated[tuple[Annotated[str, Ref("channel")], ...], AsList] = ()
    """Where it happens: web, email, phone, social, shop, print, event, third-party..."""
    senses: Annotated[tuple[Sense, ...], AsList] = ()
    """The senses it speaks to."""
    audience: Audiences = ()
    """For whom: customer, supplier, employee."""
    relationship: Annotated[tuple[Relationship, ...], AsList] = ()
    """For prospects, existing customers, or both."""
    products: Products = ()
    """The product or service groups it belongs to."""
    handled_by: Annotated[tuple[Handler, ...], AsList] = ()
    """Who answers: a person, a bot or a system."""
    purpose: Annotated[tuple[Purpose, ...], AsList] = ()
    """What it is for: acquisition, traffic, engagement, reputation, cross-selling, loyalty."""
    message: Annotated[str, Ref("message")] | None = None
    """The brand message that it and each of its pieces carries."""
    status: TouchpointStatus = TouchpointStatus.ACTIVE
    """Active, planned, to-activate or retired."""
    owner: Owner | None = None
    """The accountable role."""
    tool: Quoted | None = None
    """The software that runs it."""
    link: Url | None = None
    """Where it can be met."""
    place: Line | None = None
    """Where it happens."""
    time: Line | None = None
    """When it happens."""
    trigger: Line | None = None
    """What sets it off."""
    promised_delay: Line | None = None
    """The delay promised to the customer: within one working day."""
    promise: Prose | None = None
    """What we promise."""
    expectations: Annotated[
        tuple[
            Annotated[
                Expectation, BeforeValidator(shorthand("text"), json_schema_input_type=str | Expectation)
            ],
            ...,
        ],
        AsList,
    ] = ()
    """What the customer expects."""
    value: PerceivedValue | None = None
    """The need it covers and the value perceived."""
    impression: Annotated[
        Impression | None,
        BeforeValidator(shorthand("intended"), json_schema_input_type=str | Impression | None),
    ] = None
    """The impression it should leave, and the one it leaves."""
    pains: Annotated[
        tuple[Annotated[Pain, BeforeValidator(shorthand("text"), json_schema_input_type=str | Pain)], ...],
        AsList,
    ] = ()
    """Friction and pain points; each drives or blocks the customer."""
    criticality: Level | None = None
    """How much is lost when it fails: low, medium or high."""
    underused: bool = False
    """Whether it is wasted today."""
    rating: Annotated[Rating | None, Confidential()] = None
    """How strong it is today, judged by a person."""
    evidence: Annotated[tuple[Evidence, ...], Confidential()] = ()
    """What real customers said or did."""
    examples: tuple[Example, ...] = ()
    """How admired brands do it."""
    competitors: Annotated[tuple[Competitor, ...], Confidential()] = ()
    """How competitors do it."""
    metrics: Annotated[
        tuple[Annotated[Metric, BeforeValidator(shorthand("kpi"), json_schema_input_type=str | Metric)], ...],
        AsList,
    ] = ()
    """The indicators that tell how it does."""
    objectives: tuple[Objective, ...] = ()
    """Objectives and key results."""
    improvements: Annotated[
        tuple[
            Annotated[
                Improvement, BeforeValidator(shorthand("proposal"), json_schema_input_type=str | Improvement)
            ],
            ...,
        ],
        AsList,
    ] = ()
    """Proposals to make it better."""
    data: Annotated[
        tuple[Annotated[Data, BeforeValidator(shorthand("what"), json_schema_input_type=str | Data)], ...],
        AsList,
    ] = ()
    """What it collects about people, and with which consent."""
    next: Annotated[
        tuple[
            Annotated[Next, BeforeValidator(shorthand("touchpoint"), json_schema_input_type=str | Next)], ...
        ],
        AsList,
    ] = ()
    """The touchpoints it leads to, also across channels; circles are allowed."""
    needs_pieces: bool = True
    """`false` declares that it needs no piece."""

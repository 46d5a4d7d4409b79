"""Project settings: `content/playbook.yml`."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from playbook.choices import Better, Phase, Visibility, WorkStatus
from playbook.document import Document, Model
from playbook.model.parts import Metric, Objective
from playbook.terms import AsList, Confidential, Date, Email, Line, Prose, Quoted, Ref, shorthand


class Named(Model):
    """An entry of a vocabulary of yours."""

    name: Line
    """What people call it."""
    summary: Prose | None = None
    """What it means."""


class Stage(Model):
    """A stage of the relationship with a person."""

    name: Line | None = None
    """What people call it; the built-in stages have names in English and Spanish."""
    phase: Phase | None = None
    """Before, during or after the purchase, agreement or contract."""
    summary: Prose | None = None
    """What happens in it."""
    hidden: bool = False
    """Whether it is left out of this playbook."""


class Kpi(Model):
    """A key performance indicator of yours."""

    name: Line
    """What people call it."""
    summary: Prose | None = None
    """How it is measured."""
    stage: Annotated[str, Ref("stage")] | None = None
    """The stage it belongs to."""
    unit: Line | None = None
    """Its unit."""
    better: Better | None = None
    """Which values are better: higher, if nothing is said, or lower."""


class OwnerRole(Model):
    """A role that is accountable for something."""

    name: Line
    """The role: customer service lead."""
    person: Annotated[Quoted | None, Confidential()] = None
    """Who holds it today."""
    email: Email | None = None
    """Where to write to."""


class Waiver(Model):
    """A finding that is known and accepted for now."""

    rule: str
    """The id of the rule."""
    reason: Line
    """Why it is accepted."""
    expires: Date
    """The day from which it counts again."""
    path: str | None = None
    """The file it is about; `*` stands for any part of a name. Without it, every file."""
    item: str | None = None
    """The id of the touchpoint, piece... it is about, where a file holds many."""


class Goal(Model):
    """A conclusion with a date."""

    goal: Prose
    """What is to be reached."""
    due: Date | None = None
    """By when. A goal without a date is a wish."""
    owner: Annotated[str, Ref("owner")] | None = None
    """The accountable role."""
    status: WorkStatus = WorkStatus.PLANNED
    """Proposed, planned, in-progress, done or dropped."""


Severity = Annotated[
    Literal["error", "warning", "info", "off"],
    BeforeValidator(lambda v: v, json_schema_input_type=Literal["error", "warning", "info", "off"]),
]
Vocabulary = dict[
    str, Annotated[Named, BeforeValidator(shorthand("name"), json_schema_input_type=str | Named)]
]


class Settings(Document):
    """What holds for the whole playbook: `content/playbook.yml`."""

    noun: ClassVar[str] = "settings"

    language: Literal["en", "es"] | None = None
    """The language of the content; the site's interface follows the theme's language."""
    introduction: Prose | None = None
    """What stands on the home page under the brand's name."""
    stages: dict[
        str, Annotated[Stage, BeforeValidator(shorthand("name"), json_schema_input_type=str | Stage)]
    ] = Field(default_factory=dict)
    """Stages renamed, hidden or added to awareness, consideration, decision, retention and advocacy."""
    categories: Vocabulary = Field(default_factory=dict)
    """Categories renamed or added."""
    channels: Vocabulary = Field(default_factory=dict)
    """Channels renamed or added."""
    audiences: Vocabulary = Field(default_factory=dict)
    """Audiences renamed or added; the built-in ones are customer, supplier and employee."""
    products: Vocabulary = Field(default_factory=dict)
    """The product or service groups."""
    kpis: dict[str, Annotated[Kpi, BeforeValidator(shorthand("name"), json_schema_input_type=str | Kpi)]] = (
        Field(default_factory=dict)
    )
    """Indicators renamed or added."""
    owners: dict[
        str, Annotated[OwnerRole, BeforeValidator(shorthand("name"), json_schema_input_type=str | OwnerRole)]
    ] = Field(default_factory=dict)
    """The accountable roles by id."""
    sector: Annotated[str, Ref("sector")] | None = None
    """The sector, which says what of the catalog is usual: general, web-shop, shop, services..."""
    serves: Annotated[tuple[Annotated[str, Ref("audience")], ...], AsList] = ()
    """The audiences that this playbook declares to serve; each should have touchpoints in every stage."""
    metrics: Annotated[
        tuple[Annotated[Metric, BeforeValidator(shorthand("kpi"), json_schema_input_type=str | Metric)], ...],
        AsList,
    ] = ()
    """Indicators of the whole: customer growth, market visibility, positioning, length of the sales cycle."""
    objectives: tuple[Objective, ...] = ()
    """Objectives and key results of the whole."""
    goals: Annotated[
        tuple[Annotated[Goal, BeforeValidator(shorthand("goal"), json_schema_input_type=str | Goal)], ...],
        AsList,
    ] = ()
    """Conclusions and goals, each with a date."""
    conclusions: Annotated[Prose | None, Confidential()] = None
    """What the last review found."""
    severities: dict[str, Severity] = Field(default_factory=dict)
    """How bad a rule's findings are here: error, warning, info or off."""
    options: dict[str, dict[str, str | tuple[str, ...] | None]] = Field(default_factory=dict)
    """Thresholds and other options by rule."""
    waivers: tuple[Waiver, ...] = ()
    """Findings that are known and accepted for now."""
    visibility: dict[str, Visibility] = Field(default_factory=dict)
    """Who may see a field, by its name: `competitors: partner`, `metrics.current: public`."""

"""The closed vocabularies of the domain; their names in each language stand in `locales/`."""

from __future__ import annotations

from enum import StrEnum


class Visibility(StrEnum):
    """Who may see an item or a field; each edition shows its own level and the more public ones."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"

    def shown_in(self, edition: Visibility) -> bool:
        """Whether something of this visibility belongs to an edition."""
        order = list(Visibility)
        return order.index(self) >= order.index(edition)


class Phase(StrEnum):
    """The three coarse stages: where a person stands to the purchase, agreement or contract."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Nature(StrEnum):
    """Whether a touchpoint is durable and carries the visual identity, or is felt."""

    TANGIBLE = "tangible"
    INTANGIBLE = "intangible"


class Directness(StrEnum):
    """Whether the brand itself meets the person."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class Control(StrEnum):
    """Who decides what happens at a touchpoint."""

    OWNED = "owned"
    PARTNER = "partner"
    UNCONTROLLED = "uncontrolled"


class Sense(StrEnum):
    """The senses a touchpoint speaks to."""

    SIGHT = "sight"
    HEARING = "hearing"
    SMELL = "smell"
    TOUCH = "touch"
    TASTE = "taste"


class Handler(StrEnum):
    """Who answers the person."""

    PERSON = "person"
    BOT = "bot"
    SYSTEM = "system"


class Purpose(StrEnum):
    """What a touchpoint is for."""

    ACQUISITION = "acquisition"
    TRAFFIC = "traffic"
    ENGAGEMENT = "engagement"
    REPUTATION = "reputation"
    CROSS_SELLING = "cross-selling"
    LOYALTY = "loyalty"


class Effect(StrEnum):
    """What a pain point or a friction does to the person."""

    DRIVES = "drives"
    BLOCKS = "blocks"


class Level(StrEnum):
    """A coarse degree: of criticality, of priority."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Better(StrEnum):
    """Which values of an indicator are the better ones."""

    HIGHER = "higher"
    LOWER = "lower"


class Relationship(StrEnum):
    """Whether the person already is a customer, supplier or employee."""

    PROSPECT = "prospect"
    EXISTING = "existing"


class Comparison(StrEnum):
    """How another brand does it, compared with ours."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class TouchpointStatus(StrEnum):
    """Whether a touchpoint is in use."""

    ACTIVE = "active"
    PLANNED = "planned"
    TO_ACTIVATE = "to-activate"
    RETIRED = "retired"


class PieceStatus(StrEnum):
    """Where a piece stands, from missing to retired."""

    MISSING = "missing"
    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    IMPLEMENTED = "implemented"
    TO_UPDATE = "to-update"
    RETIRED = "retired"


class Tick(StrEnum):
    """What somebody ticks in the checklist; what needs work is there."""

    HAVE = "have"
    NEEDS_WORK = "needs-work"
    MISSING = "missing"


class WorkStatus(StrEnum):
    """Where a proposal or a goal stands."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    DROPPED = "dropped"


class Sourcing(StrEnum):
    """Whether a piece is developed by us or obtained from someone."""

    DEVELOP = "develop"
    OBTAIN = "obtain"


class Feeling(StrEnum):
    """How a person feels at a step, from very bad to very good."""

    VERY_BAD = "very-bad"
    BAD = "bad"
    NEUTRAL = "neutral"
    GOOD = "good"
    VERY_GOOD = "very-good"

    @property
    def level(self) -> int:
        """-2 (very bad) to 2 (very good)."""
        return list(Feeling).index(self) - 2


class Scenario(StrEnum):
    """Whether a journey goes as hoped."""

    HAPPY = "happy"
    UNHAPPY = "unhappy"


class Medium(StrEnum):
    """Where a color or a logo is used."""

    SCREEN = "screen"
    PRINT = "print"
    SIGN = "sign"
    TEXTILE = "textile"


class TextSize(StrEnum):
    """What is seen, as WCAG measures it: text, large from 18 pt or 14 pt bold; or a graphic."""

    NORMAL = "normal"
    LARGE = "large"
    GRAPHIC = "graphic"


class Address(StrEnum):
    """How the brand addresses people; `you` where the language makes no difference."""

    TU = "tu"
    USTED = "usted"
    VOS = "vos"
    YOU = "you"
    FORMAL = "formal"
    INFORMAL = "informal"

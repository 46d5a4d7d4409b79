"""The vocabularies that come with the product; a project renames and extends them in its settings.

Their names in each language stand in `locales/`.
"""

from __future__ import annotations

from playbook.choices import Phase

STAGES = {
    "awareness": Phase.BEFORE,
    "consideration": Phase.BEFORE,
    "decision": Phase.DURING,
    "retention": Phase.AFTER,
    "advocacy": Phase.AFTER,
}
"""The five fine stages, in order, and the phase each belongs to."""

CATEGORIES = ("marketing-outreach", "sales-interaction", "customer-initiated", "feedback")

CHANNELS = (
    "web",
    "email",
    "phone",
    "social",
    "chat",
    "search",
    "advertising",
    "app",
    "shop",
    "print",
    "post",
    "event",
    "broadcast",
    "in-person",
    "delivery",
    "third-party",
)

AUDIENCES = ("customer", "supplier", "employee")

SECTORS = ("general", "web-shop", "shop", "services", "restaurant", "b2b", "association")
"""Lines of business; the catalog says what is usual in each."""

KPIS = {
    "impressions": "awareness",
    "cost-per-mille": "awareness",
    "reach": "awareness",
    "seo-rank": "awareness",
    "bounce-rate": "awareness",
    "time-on-page": "awareness",
    "pages-per-visit": "awareness",
    "clicks": "consideration",
    "click-through-rate": "consideration",
    "cost-per-click": "consideration",
    "engagement-rate": "consideration",
    "conversion-rate": "decision",
    "sales": "decision",
    "cost-per-conversion": "decision",
    "loyalty": "retention",
    "customer-satisfaction": "retention",
    "net-promoter-score": "retention",
    "customer-lifetime-value": "retention",
    "feedback": "retention",
    "referrals": "advocacy",
    "customer-growth": "",
    "market-visibility": "",
    "positioning": "",
    "sales-cycle-length": "",
}
"""Indicators and the stage each belongs to; those of the whole belong to none."""

LOWER_IS_BETTER = frozenset(
    (
        "cost-per-mille",
        "seo-rank",
        "bounce-rate",
        "cost-per-click",
        "cost-per-conversion",
        "sales-cycle-length",
    )
)
"""Indicators that are to fall; of the others, the higher values are the better ones."""

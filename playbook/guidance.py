"""What a rule of a style found, as a problem."""

from __future__ import annotations

from playbook.diagnostics import Location, Problem
from playbook.valestyle import Hit, StyleRule
from playbook.valestyle.reading import RULE


def guided(rule: StyleRule, hit: Hit, place: Location) -> Problem:
    """That a text breaks a rule, in the rule's own words."""
    facts = {"told": hit.told, "name": rule.name, "link": rule.link}
    return Problem(
        f"{RULE}.broken", place, facts, f"{RULE}.{'link' if rule.link else 'name'}-hint", (), rule.level
    )

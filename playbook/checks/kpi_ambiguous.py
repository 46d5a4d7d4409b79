"""Indicators that are taken for each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.i18n import text
from playbook.model import Playbook
from playbook.model.vocabulary import KPIS
from playbook.rulings import Options

_ACRONYM = re.compile(r"[A-Z]{2,6}")
_LITTLE = frozenset(
    ("a", "an", "and", "for", "in", "of", "on", "per", "the", "to", "de", "del", "el", "la", "por", "y")
)


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """The name of an indicator means one thing.

    Why:
        "CPC" is the cost per click to one colleague and the cost per conversion to the other, and both
        are content with the number.
    Fix:
        Use the indicator that there is, or give yours a name of its own, in full words. An entry with the id
        of a built-in one renames it.
    Source:
        Ours. Names are compared without regard to capitals, blanks and hyphens, in the playbook's language;
        an acronym with the initials of two or more indicators.
    Wrong:
        content/playbook.yml
            kpis:
              cpc: CPC
    Right:
        content/playbook.yml
            kpis:
              cost-of-visit: Cost per visit to the shop
    """
    own = playbook.settings.kpis
    names = {
        **_builtin(playbook.settings.language or "en"),
        **{ident: kpi.name for ident, kpi in own.items()},
    }
    alike, initials = _grouped(names)
    for ident, kpi in own.items():
        others = [other for other in alike[_plain(kpi.name)] if other != ident]
        short = [other for other in initials[kpi.name] if other != ident] if _is_acronym(kpi.name) else []
        if others or len(short) > 1:
            case = "same" if others else "acronym"
            facts: dict[str, Fact] = {"name": kpi.name, "others": tuple(names[o] for o in others or short)}
            place = playbook.settings.origin.key_at("kpis", ident)
            yield Problem(f"kpi-ambiguous.{case}", place, facts, "kpi-ambiguous.hint")


def _builtin(lang: str) -> Mapping[str, str]:
    return {ident: text(lang, f"kpi.{ident}") for ident in KPIS}


def _grouped(names: Mapping[str, str]) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """The ids by name, and by the initials of the name with and without its little words."""
    alike: dict[str, list[str]] = defaultdict(list)
    initials: dict[str, list[str]] = defaultdict(list)
    for ident, name in names.items():
        alike[_plain(name)].append(ident)
        words = re.findall(r"\w+", name.casefold())
        large = [word for word in words if word not in _LITTLE]
        for letters in {"".join(w[0] for w in chosen).upper() for chosen in (words, large) if chosen}:
            initials[letters].append(ident)
    return alike, initials


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold() or name


def _is_acronym(name: str) -> bool:
    return _ACRONYM.fullmatch(name) is not None

"""What a word of a vocabulary is called: the project's own name, or ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from playbook.i18n import texts
from playbook.model import Playbook

Scale = Literal["audience", "kpi", "stage"]
_OWN: Mapping[str, str] = {
    "stage": "stages",
    "category": "categories",
    "channel": "channels",
    "audience": "audiences",
    "product": "products",
    "kpi": "kpis",
    "owner": "owners",
}


def term(playbook: Playbook, lang: str, scale: str, ident: str) -> str:
    """What a word is called in a language: the project's own name first, then ours, then the id."""
    own = getattr(playbook.settings, _OWN[scale]).get(ident) if scale in _OWN else None
    if own is not None and own.name:
        return str(own.name)
    if scale == "kind":
        kind = playbook.kinds.get(ident)
        return kind.words(lang).name if kind else ident
    ours = texts(lang)
    known = ours.get(f"{scale}.{ident}")
    return known or (ours.get(f"phase.{ident}", ident) if scale == "stage" else ident)


def named(playbook: Playbook, scale: Scale, ident: str) -> str:
    """The same as a fact of a message: `@scale.id` where it is worded late; the id where it has no name."""
    own = getattr(playbook.settings, _OWN[scale]).get(ident)
    if own is not None and own.name:
        return str(own.name)
    known = f"{scale}.{ident}"
    return f"@{known}" if known in texts("en") else ident

"""What a word of a vocabulary is called, as a fact of a message: the project's own name, or ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from playbook.i18n import texts
from playbook.model import Playbook

Scale = Literal["audience", "kpi", "stage"]
_OWN: Mapping[Scale, str] = {"audience": "audiences", "kpi": "kpis", "stage": "stages"}


def named(playbook: Playbook, scale: Scale, ident: str) -> str:
    """The project's name for an id; else `@scale.id`, which is worded late; the id where it has no name."""
    own = getattr(playbook.settings, _OWN[scale]).get(ident)
    if own is not None and own.name:
        return str(own.name)
    known = f"{scale}.{ident}"
    return f"@{known}" if known in texts("en") else ident

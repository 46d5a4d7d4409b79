"""What a kind's templates read beside the brand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playbook.kinds import Kind
from playbook.making.totals import totalled
from playbook.render.filters import Wording


def known(
    kind: Kind, elements: Mapping[str, Any], values: Mapping[str, Any], wording: Wording
) -> dict[str, Any]:
    """What templates read, by the first name of its path."""
    return {
        **(totalled(values, kind.totals, wording.currency) if kind.totals else values),
        "brand": elements,
        "label": labels(kind, wording.formats.lang),
    }


def labels(kind: Kind, lang: str) -> dict[str, str]:
    """The words of a kind's templates in a language."""
    return {name: words.get(lang) or next(iter(words.values())) for name, words in kind.labels.items()}

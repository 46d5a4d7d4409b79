"""What a kind's templates read beside the brand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playbook.kinds import Kind
from playbook.kinds.fields import KindOutput
from playbook.making.totals import totalled
from playbook.render.fill import stands
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


def asked(kind: Kind, values: Mapping[str, Any]) -> Iterator[KindOutput]:
    """The outputs that are made of some values: all but those whose field says nothing."""
    for output in kind.outputs:
        if not output.only_with or stands(values.get(output.only_with)):
            yield output


def labels(kind: Kind, lang: str) -> dict[str, str]:
    """The words of a kind's templates in a language."""
    return {name: words.get(lang) or next(iter(words.values())) for name, words in kind.labels.items()}

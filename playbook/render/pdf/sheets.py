"""Pages to write on as the data that the typesetter reads: each text in parts, flags as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playbook.render.pdf.setting import Data, Setting


def texts(told: Any) -> Iterator[str]:
    """All that is said."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        for part in told.values():
            yield from texts(part)
    elif isinstance(told, list):
        for part in told:
            yield from texts(part)


def data(told: Mapping[str, Any], setting: Setting) -> Data:
    """The same, with each text as it is set, parted where a line may end."""
    made: Data = _set(told, setting)
    return made


def _set(told: Any, setting: Setting) -> Any:
    if isinstance(told, str):
        return setting.parts(told)
    if isinstance(told, Mapping):
        return {key: _set(part, setting) for key, part in told.items()}
    return [_set(part, setting) for part in told] if isinstance(told, list) else told

"""How the process that reads a file tells what it saw: a line of JSON, bounded, mistrusted when read."""

from __future__ import annotations

import json
import math
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from playbook.handed import Handed
from playbook.observed import Unreadable

if TYPE_CHECKING:
    from pydantic import TypeAdapter

PAINTING = "--painting"
"""How a process is started that is to paint pages."""
MOST = 5_000
"""Inks, fonts, texts... of each at most so many are told; what is beyond is said in `not_judged`."""
LONGEST = 16_000_000
"""Bytes of an answer."""
_LONGEST_TEXT = 1_000_000
_MANY = ("inks", "fonts", "texts", "plates", "pictures", "pairs", "not_judged", "shapes")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a file or of one of its pages (from 1), in Base64."""

    page: int
    media: Literal["svg+xml", "png", "jpeg", "webp", "gif"]
    data: str

    @property
    def address(self) -> str:
        """An address that holds it."""
        return f"data:image/{self.media};base64,{self.data}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was seen or painted, or why nothing was."""

    seen: Handed | None = None
    pictures: tuple[Picture, ...] | None = None
    reason: str = ""
    facts: Mapping[str, str | int] | None = None


def told(seen: Handed) -> bytes:
    """The line for what was seen."""
    return _line({"seen": asdict(bounded(seen))})


def shown(portraits: Iterable[tuple[int, str, bytes]]) -> bytes:
    """The line for pictures: page, media type after `image/`, bytes."""
    pictures = [
        {"page": page, "media": media, "data": b64encode(content).decode()}
        for page, media, content in portraits
    ]
    return json.dumps({"pictures": pictures}, separators=(",", ":")).encode() + b"\n"


def refused(refusal: Unreadable) -> bytes:
    """The line for why a file cannot be read."""
    return _line({"reason": refusal.reason, "facts": dict(refusal.facts)})


def understood(line: bytes) -> Answer:
    """What a line tells.

    Raises:
        ValueError: where it is no such line.
    """
    answer = _adapter().validate_json(line)
    if answer.seen is None and answer.pictures is None and not answer.reason:
        raise ValueError("neither seen nor refused")
    for picture in answer.pictures or ():
        b64decode(picture.data, validate=True)
    return answer


def bounded(seen: Handed) -> Handed:
    """The same, cut to what anybody reads; that something was cut is told."""
    left_out = sum(max(0, len(getattr(seen, name)) - MOST) for name in _MANY)
    cut: dict[str, Any] = {name: getattr(seen, name)[:MOST] for name in _MANY}
    if left_out:
        cut["not_judged"] = (*cut["not_judged"], ("not-judged.too-much", {"count": left_out}))
    return replace(seen, **cut)


def _line(answer: Mapping[str, Any]) -> bytes:
    return json.dumps(_plain(answer), allow_nan=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> Any:
    """JSON that every reader takes: no half characters, no numbers without end, no endless texts."""
    if isinstance(value, str):
        return value[:_LONGEST_TEXT].encode("utf-8", "replace").decode()
    if isinstance(value, float):
        return value if math.isfinite(value) else 0.0
    if isinstance(value, Mapping):
        return {_plain(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value


@cache
def _adapter() -> TypeAdapter[Answer]:
    from pydantic import TypeAdapter

    return TypeAdapter(Answer)

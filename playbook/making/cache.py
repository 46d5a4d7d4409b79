"""Pieces made before are not made again, as long as what they were made of is the same.

An entry is found in two steps, for which elements of the brand a piece uses is known only when it is made.
Under the first key (the kind, the values, the wording) stand the lists of elements that it turned out to
use; the second key adds what these elements are today. So a changed color makes anew what used it, and
nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from hashlib import blake2b
from typing import Any, Protocol

from pydantic import BaseModel

from playbook.artifact import Artifact
from playbook.diagnostics import Location, Problem
from playbook.kinds import Kind
from playbook.making import Made, make
from playbook.making.also import More, also, on_paper, wanted
from playbook.render.fill import found
from playbook.render.filters import Wording
from playbook.render.fit import Widths
from playbook.render.formats import Formats
from playbook.render.look import Look

_MOST = 8
"""Lists of elements under one first key; a piece has others where a condition in its template turns."""
_NAME = re.compile(r"\w[\w.-]{0,100}", re.ASCII)
"""What a document of a piece is called: never a path."""


class Store(Protocol):
    """Keeps bytes by key, or forgets them; a key is a text of any length."""

    def get(self, key: str) -> bytes | None:
        """What was put under a key, if it is still there."""

    def put(self, key: str, content: bytes) -> None:
        """Keep it, if that can be."""


def made(
    kind: Kind, elements: Mapping[str, Any], values: Mapping[str, Any], wording: Wording, store: Store
) -> Made:
    """What `make` gives, from the store where it is there.

    Raises:
        TooLong: as `make` has it.
    """

    def fresh() -> More:
        found = make(kind, elements, values, wording)
        return More(found.files, used=found.used)

    kept = _kept(store, key("made", *_asked(kind, values, wording)), elements, fresh)
    return Made(kept.files, kept.used)


def more(kind: Kind, look: Look, values: Mapping[str, Any], wording: Wording, store: Store) -> More:
    """What `also` gives, from the store where it is there.

    Raises:
        TooLong: as `also` has it.
    """
    if not any(wanted(kind)):
        return More()
    first = key("also", *_asked(kind, values, wording), replace(look, brand={}))
    return _kept(store, first, look.brand, lambda: also(kind, look, values, wording))


@dataclass(frozen=True, slots=True)
class Stock:
    """What all pieces of a brand are made from: what templates see of it, and its fonts.

    `widths` measures these when it is asked: only what is made anew needs that. `word` is the key of it all,
    less the elements that templates see.
    """

    look: Look
    widths: Callable[[], Mapping[str, Widths]]
    word: str


def whole(kind: Kind, stock: Stock, values: Mapping[str, Any], formats: Formats, store: Store) -> More:
    """What `made` and `more` give together, less the pictures of dots.

    Raises:
        TooLong: as `make` has it.
    """
    look = stock.look

    def fresh() -> More:
        wording = Wording(formats, widths=stock.widths())
        own = made(kind, look.brand, values, wording, store)
        further = more(on_paper(kind), look, values, wording, store)
        return replace(further, files=(*own.files, *further.files), used=own.used | further.used)

    first = key("whole", stock.word, *_asked(kind, values, Wording(formats)))
    return _kept(store, first, look.brand, fresh)


def _asked(kind: Kind, values: Mapping[str, Any], wording: Wording) -> tuple[Any, ...]:
    return kind, {name: template.text.encode() for name, template in kind.templates.items()}, values, wording


def _kept(store: Store, first: str, elements: Mapping[str, Any], fresh: Callable[[], More]) -> More:
    """What stands under a first key for these elements; what still lacks a format is not kept."""
    lists = _lists(store.get(first))
    for used in lists:
        found = _unpacked(store.get(_second(first, elements, used)) or b"")
        if found:
            return replace(found, used=frozenset(used))
    made = fresh()
    used = sorted(made.used)
    if not made.missing:
        store.put(_second(first, elements, used), _packed(made))
        store.put(first, json.dumps([used, *(each for each in lists if each != used)][:_MOST]).encode())
    return made


def remembered(store: Store, name: str, parts: tuple[Any, ...], function: Callable[[], bytes]) -> bytes:
    """What a function gives; `name` and `parts` say everything that it depends on, as `key` takes it."""
    word = key(name, *parts)
    kept = store.get(word)
    if kept is None:
        kept = function()
        store.put(word, kept)
    return kept


def key(*parts: Any) -> str:
    """A word for what some data say: plain values, dataclasses, models, bytes.

    Raises:
        TypeError: for anything that cannot be told apart by what it says.
    """
    return _digest(json.dumps(parts, default=_told).encode())


def _digest(said: bytes) -> str:
    return blake2b(said, digest_size=32).hexdigest()


def _told(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"bytes": _digest(value)}
    if isinstance(value, BaseModel):
        return {type(value).__name__: _digest(value.model_dump_json().encode())}
    if is_dataclass(value) and not isinstance(value, type):
        return {type(value).__name__: {each.name: getattr(value, each.name) for each in fields(value)}}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, AbstractSet):
        return sorted(value)
    if isinstance(value, Decimal | date):
        return {type(value).__name__: str(value)}
    raise TypeError(type(value).__name__)


def _second(first: str, elements: Mapping[str, Any], used: list[str]) -> str:
    return key(first, [(path, found(elements, tuple(path.split(".")))) for path in used])


def _lists(kept: bytes | None) -> list[list[str]]:
    """The lists under a first key; none where it holds anything else."""
    try:
        read = json.loads(kept or b"[]")
    except (ValueError, RecursionError):
        return []
    lists = read if isinstance(read, list) else []
    sound = all(isinstance(each, list) and all(isinstance(path, str) for path in each) for each in lists)
    return lists[:_MOST] if sound else []


def _packed(made: More) -> bytes:
    """A line with the names and lengths of the documents and with what was wrong, then all of them."""
    contents = [file.as_bytes() for file in made.files]
    heads = [
        (file.path, len(content), isinstance(file.content, str))
        for file, content in zip(made.files, contents, strict=True)
    ]
    head = {"files": heads, "problems": [asdict(problem) for problem in made.problems]}
    return b"".join([json.dumps(head).encode(), b"\n", *contents])


def _unpacked(kept: bytes) -> More | None:
    """What was packed, None where it is something else."""
    head, _, rest = kept.partition(b"\n")
    try:
        said = json.loads(head)
        return More(tuple(_files(said["files"], rest)), problems=tuple(map(_problem, said["problems"])))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _files(heads: Any, rest: bytes) -> Iterator[Artifact]:
    """Each document; one whose name is a path, or that is not there whole, raises a ValueError."""
    at = 0
    for name, length, is_text in heads:
        content = rest[at : at + length]
        at += length
        if length < 0 or len(content) != length or not _NAME.fullmatch(name):
            raise ValueError(name)
        yield Artifact(name, content.decode() if is_text else content)


def _problem(said: Mapping[str, Any]) -> Problem:
    facts = {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in said["facts"].items()}
    related = tuple(map(_place, said["related"]))
    return Problem(said["message"], _place(said["location"]), facts, said["hint"], related)


def _place(said: Mapping[str, Any]) -> Location:
    """Where something was written; what is filled in has no areas."""
    return Location(**{**said, "areas": ()})

"""Checked scalars, and the marks that fields carry.

A mark says what a text is, so that loading, checks and editions treat every field alike without naming
it: `Ref` (the id of something), `FileRef` (a project file), `Words` (language for people), `Confidential`
(who may see it unless the project says otherwise).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from playbook.choices import Visibility
from playbook.color import parse as parse_color


@dataclass(frozen=True, slots=True)
class Ref:
    """The field holds the id of something of this `kind` ("touchpoint", "color", "stage"...)."""

    kind: str


@dataclass(frozen=True, slots=True)
class FileRef:
    """The field holds a path to a file of the project."""


@dataclass(frozen=True, slots=True)
class Words:
    """The field holds language for people: a line, or Markdown without raw HTML where `prose`.

    `ours` tells that the brand itself says it. Others' words (customers, competitors, makers of tools) and
    examples of what not to say are shown as they are, and not judged.
    """

    prose: bool = False
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Confidential:
    """The field is seen from this edition inwards, unless `visibility` in the settings says otherwise."""

    visibility: Visibility = Visibility.INTERNAL


def _refuse(case: str, **facts: str) -> PydanticCustomError:
    """An error of a checked scalar; `case` is the message id that the loader words."""
    return PydanticCustomError(case, case, facts)


def _color(value: str) -> str:
    if parse_color(value) is None:
        raise _refuse("bad-color.unknown", value=value)
    return value


_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    text = str(value).strip()
    if not _ISO_DATE.fullmatch(text):
        raise _refuse("bad-date.form", value=text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _refuse("bad-date.calendar", value=text) from None


_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def _url(value: str) -> str:
    """A link to the outside: only schemes that open a page, a mail or a call."""
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        raise _refuse("bad-link.form", value=value) from None
    if parts.scheme.lower() not in _SCHEMES:
        raise _refuse("bad-link.scheme", value=value)
    if not (parts.netloc if parts.scheme.lower().startswith("http") else parts.path):
        raise _refuse("bad-link.form", value=value)
    return value.strip()


def _path(value: str) -> str:
    """A posix path that cannot leave the folder it is relative to."""
    path = PurePosixPath(value)
    if "\\" in value or ":" in value or "\0" in value:
        raise _refuse("bad-path.form", value=value)
    if path.is_absolute() or value.startswith("~") or ".." in path.parts:
        raise _refuse("bad-path.outside", value=value)
    return str(path)


_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise _refuse("bad-email.form", value=value)
    return value


def _as_list(value: object) -> object:
    """One value where several may stand."""
    return value if isinstance(value, list | tuple) or value is None else [value]


def shorthand(key: str) -> Callable[[object], object]:
    """A validator that reads a bare text as the mapping `{key: text}`."""

    def expand(value: object) -> object:
        return {key: value} if isinstance(value, str) else value

    return expand


Id = Annotated[str, AfterValidator(str.strip)]
ColorText = Annotated[str, AfterValidator(_color)]
Date = Annotated[
    date,
    BeforeValidator(_date, json_schema_input_type=date),
    PlainSerializer(date.isoformat, when_used="json"),
]
Url = Annotated[str, AfterValidator(_url)]
Email = Annotated[str, AfterValidator(_email)]
File = Annotated[str, AfterValidator(_path), FileRef()]
Folders = Annotated[
    tuple[Annotated[str, AfterValidator(_path)], ...],
    BeforeValidator(_as_list, json_schema_input_type=str | list[str]),
]
Line = Annotated[str, Words()]
Prose = Annotated[str, Words(prose=True)]
Quoted = Annotated[str, Words(ours=False)]
QuotedProse = Annotated[str, Words(prose=True, ours=False)]
AsList = BeforeValidator(_as_list)
Lines = Annotated[tuple[Line, ...], BeforeValidator(_as_list, json_schema_input_type=str | list[str])]
QuotedLines = Annotated[tuple[Quoted, ...], BeforeValidator(_as_list, json_schema_input_type=str | list[str])]

"""Days to remember as an iCalendar file (RFC 5545), the form that calendars take in.

Each is an event of a whole day: tasks (VTODO) are left out by Google Calendar and by Outlook.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_OCTETS = 75
"""The most octets of a line without its end (RFC 5545, 3.1)."""
_SPECIAL = re.compile(r"[\\;,]")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_NEVER = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Day:
    """Something that happens on a day.

    `uid` is the same whenever it is written, and nobody else's. What is not `certain` is marked as tentative.
    """

    uid: str
    day: date
    title: str
    about: str = ""
    category: str = ""
    certain: bool = True


def calendar(name: str, days: Iterable[Day], today: date | None = None) -> str:
    """The days as a calendar of a name; `today` is when it was written."""
    stamp = f"{(today or _NEVER):%Y%m%d}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Brand Playbook//Plan//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for day in days for line in _event(day, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(day: Day, stamp: str) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{_text(day.uid)}", f"DTSTAMP:{stamp}")
    yield f"DTSTART;VALUE=DATE:{_digits(day.day)}"
    if day.day < date.max:
        yield f"DTEND;VALUE=DATE:{_digits(day.day + timedelta(days=1))}"
    yield f"SUMMARY:{_text(day.title)}"
    if day.about:
        yield f"DESCRIPTION:{_text(day.about)}"
    if day.category:
        yield f"CATEGORIES:{_text(day.category)}"
    yield f"STATUS:{'CONFIRMED' if day.certain else 'TENTATIVE'}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _digits(day: date) -> str:
    """A date as RFC 5545 has it; `strftime` leaves out zeros before a small year."""
    return day.isoformat().replace("-", "")


def _text(value: str) -> str:
    """A value of the type TEXT (RFC 5545, 3.3.11)."""
    clean = _NO_TEXT.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return _SPECIAL.sub(r"\\\g<0>", clean).replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line broken where it is too long, never within a character; each part begins with a blank."""
    parts, part, room = [], "", _OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append(part)
            part, room = "", _OCTETS - 1
        part, room = part + character, room - size
    return "\r\n ".join([*parts, part])

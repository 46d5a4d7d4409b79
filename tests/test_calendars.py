"""Calendars that other programs read back as they were meant."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from playbook.calendars import Day, calendar

TODAY = date(2026, 11, 22)
LONG = "Write, in one line; then \\ breathe\nand go on: " + "Straße, ñandú, 日本語 " * 12


def events(text):
    return Calendar.from_ical(text).walk("VEVENT")


def test_another_program_reads_what_was_meant():
    text = calendar("Aldaba: plan", [Day("a@x", date(2027, 1, 31), LONG, "Owner: Me", "Goal")], TODAY)
    (event,) = events(text)
    assert event["SUMMARY"] == LONG
    assert event["DESCRIPTION"] == "Owner: Me"
    assert event["UID"] == "a@x"
    assert event.decoded("DTSTART") == date(2027, 1, 31)
    assert event.decoded("DTEND") == date(2027, 2, 1)
    assert event.decoded("DTSTAMP").date() == TODAY
    assert event["CATEGORIES"].cats == ["Goal"]
    assert Calendar.from_ical(text)["X-WR-CALNAME"] == "Aldaba: plan"


def test_lines_end_and_break_as_the_standard_says():
    octets = calendar("P", [Day("a@x", TODAY, LONG)], TODAY).encode()
    assert octets.endswith(b"END:VCALENDAR\r\n")
    assert octets.count(b"\n") == octets.count(b"\r\n")
    assert max(map(len, octets.split(b"\r\n"))) == 75
    assert b"SUMMARY:Write\\, in one line\\; then \\\\ breathe\\nand go on: " in octets.replace(b"\r\n ", b"")


def test_what_is_only_proposed_is_tentative():
    days = [Day("a@x", TODAY, "Sure"), Day("b@x", TODAY, "Perhaps", certain=False)]
    assert [event["STATUS"] for event in events(calendar("P", days))] == ["CONFIRMED", "TENTATIVE"]


def test_without_a_day_the_same_days_give_the_same_calendar():
    assert "DTSTAMP:19700101T000000Z" in calendar("P", [Day("a@x", TODAY, "Sure")])


@given(st.text(st.characters(codec="utf-8")), st.dates())
def test_no_text_or_day_breaks_a_calendar(title, day):
    """Whatever somebody wrote, it stays one event with the words that a calendar can hold."""
    (event,) = events(calendar(title, [Day("a@x", day, title, title)], TODAY))
    held = "".join(c for c in title.replace("\r\n", "\n").replace("\r", "\n") if c in "\t\n" or c >= " ")
    assert event["SUMMARY"] == held.replace("\x7f", "")
    assert event.decoded("DTSTART") == day

"""Mails that mail programs spoil."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.case import Case
from playbook.diagnostics import Fact, Problem
from playbook.handed import Handed
from playbook.rulings import Options

_WHOLE = 102_000
"""Bytes from which Gmail cuts a message off. Source: Gmail's help and every mail vendor's."""
_STYLE = 16_384
"""Bytes of `<style>` beyond which Gmail drops it. Source: caniemail.com, "style"."""
_SIGNATURE = 10_000
"""Characters of a signature that Gmail takes."""
_WIDTH = 600
_NEVER = ("script", "form", "svg", "base64", "webp", "picture", "flex", "grid")
"""What Outlook for Windows, or Gmail, does not show. Source: caniemail.com."""


def check(case: Case, _options: Options) -> Iterator[Problem]:
    """A mail arrives as it was made: small enough, and with nothing that mail programs leave out.

    Why:
        Mail programs show an old and small part of HTML. What they do not know they drop, and then a button
        is a bare line, and a picture a gap.
    Fix:
        Lay out with tables and inline styles, link pictures as PNG or JPEG by their full address, and give
        each its width and height. The playbook's own mails and signatures are made so.
    Source:
        Gmail cuts messages off at 102 KB, drops `<style>` from 16 KB on and takes signatures of 10,000
        characters. What programs show: caniemail.com.
    Wrong:
        content/pieces/notice.yml
            name: Notice
            kind: newsletter
        notice.html
            <html lang="en"><title>Notice</title><p style="display: flex">Hello</p></html>
    Right:
        content/pieces/notice.yml
            name: Notice
            kind: newsletter
        notice.html
            <html lang="en"><title>Notice</title><p>Hello</p></html>
    """
    handed = case.handed
    group = case.kind.group if case.kind else ""
    if handed.kind != "mail" and not (handed.kind == "html" and group == "email"):
        return
    yield from _large(case, signature=bool(case.kind and case.kind.id == "email-signature"))
    yield from _unknown(case, handed)
    yield from _unsized(case, handed)


def _large(case: Case, *, signature: bool) -> Iterator[Problem]:
    handed = case.handed
    measured = (
        ("whole", _number(handed, "html.bytes") or handed.size, _SIGNATURE if signature else _WHOLE),
        ("style", _number(handed, "html.style_bytes"), _STYLE),
        ("width", _number(handed, "html.width"), _WIDTH),
    )
    for word, found, most in measured:
        if found > most:
            case_word = "signature" if word == "whole" and signature else word
            facts = {"found": found, "most": most}
            yield Problem(f"file-mail.{case_word}", case.at(), facts, f"file-mail.{word}-hint")


def _unknown(case: Case, handed: Handed) -> Iterator[Problem]:
    for name in _NEVER:
        if count := _number(handed, f"html.{name}"):
            facts: dict[str, Fact] = {"count": count}
            yield Problem(f"file-mail.{name}", case.at(), facts, f"file-mail.{name}-hint")
    if count := _number(handed, "html.relative"):
        yield Problem("file-mail.relative", case.at(), {"count": count}, "file-mail.relative-hint")


def _unsized(case: Case, handed: Handed) -> Iterator[Problem]:
    bare = [picture for picture in handed.pictures if picture.shown is None]
    if bare:
        facts = {"count": len(bare)}
        yield Problem("file-mail.unsized", case.at(bare[0].spot), facts, "file-mail.unsized-hint")


def _number(handed: Handed, name: str) -> int:
    value = handed.facts.get(name, 0)
    return int(value) if isinstance(value, int | float) else 0

"""Mails that mail programs spoil."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

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
_TOLD = 5
_LINK = re.compile(r"https?://[^\s<>\"']+")
_AMOUNT = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_MONEY = r"[€$£]|EUR\b|USD\b|GBP\b"
_PRICE = re.compile(rf"(?:{_MONEY})\s?({_AMOUNT})(?!\d)|(?<![\d.,])({_AMOUNT})\s?(?:{_MONEY})")
_CENTS = re.compile(r"[.,]0{1,2}$")
_NEVER = ("script", "form", "svg", "base64", "webp", "picture", "flex", "grid")
"""What Outlook for Windows, or Gmail, does not show. Source: caniemail.com."""


def check(case: Case, _options: Options) -> Iterator[Problem]:
    """A mail arrives as it was made: small enough, and with nothing that mail programs leave out.

    Why:
        Mail programs show an old and small part of HTML. What they do not know they drop, and then a button
        is a bare line, and a picture a gap.
    Fix:
        Lay out with tables and inline styles, link pictures as PNG or JPEG by their full address, and give
        each its width and height. The playbook's own mails and signatures are made so. Where a plain text
        lies beside a mail (notice.txt beside notice.html), change both together.
    Source:
        Gmail cuts messages off at 102 KB, drops `<style>` from 16 KB on and takes signatures of 10,000
        characters. What programs show: caniemail.com. Of the plain text, prices and addresses are compared:
        prices either way, addresses that only the text has.
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
    yield from _otherwise(case)


def _otherwise(case: Case) -> Iterator[Problem]:
    """What the plain text beside a mail says otherwise: prices, and addresses of its own."""
    if case.twin is None:
        return
    words, plain = (" ".join(said.text for said in one.texts) for one in (case.handed, case.twin))
    known = f"{case.handed.facts.get('html.links', '')} {words}".split()
    bare = {_bare(link) for link in known}
    links = [link for link in dict.fromkeys(_LINK.findall(plain)) if _bare(link) not in bare]
    mine, theirs = _prices(words), _prices(plain)
    both = mine.keys() & theirs.keys()
    prices = [said for amount, said in (mine | theirs).items() if amount not in both]
    name = PurePosixPath(case.path).with_suffix(".txt").name
    for word, found in (("links", links), ("prices", prices)):
        if found:
            told = ", ".join(found[:_TOLD]) + "..." * (len(found) > _TOLD)
            facts: dict[str, Fact] = {"file": name, "found": told}
            yield Problem(f"file-mail.twin-{word}", case.at(), facts, f"file-mail.twin-{word}-hint")


def _bare(link: str) -> str:
    """An address less what makes no other page of it."""
    return link.partition("#")[0].partition("?")[0].rstrip("/.,;:!?)>]").lower()


def _prices(text: str) -> dict[str, str]:
    """Amounts of money as they are written, by their digits: 1.299,00 and 1,299.00 are the same."""
    found = (next(filter(None, groups)) for groups in _PRICE.findall(text))
    return {re.sub(r"\D", "", _CENTS.sub("", said)): said for said in found}


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

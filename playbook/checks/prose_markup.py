"""HTML and links in prose that the playbook will not show as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.loader.links import documents
from playbook.marks import marked
from playbook.model import Playbook
from playbook.passages import MOST, Value
from playbook.rulings import Options
from playbook.terms import Words

_CODE = r"(?P<ticks>`+)[^\n]{1,400}?(?<!`)(?P=ticks)(?!`)"
_FOUND = re.compile(
    rf"{_CODE}"
    r"|(?P<html></?[a-zA-Z][\w-]{0,30}(?:\s[^<>]{0,300})?/?>|<!--)"
    r"|\]\(\s*<?(?P<link>(?!(?:https?|mailto|tel):)[a-zA-Z][a-zA-Z0-9+.-]{0,30}:[^\s)>]{0,200})",
    re.IGNORECASE,
)


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Prose is Markdown without HTML, and its links open a page, a mail or a call.

    Why:
        HTML and scripts from a stranger's proposal must not run in the reader's browser, so both are shown
        as the text they are; whoever wrote them in good faith finds tags in the middle of a sentence.
    Fix:
        Write Markdown instead: **bold**, *emphasis*, lists, an empty line for a new paragraph. To speak about
        a tag, write it as code. Begin links with https://, http://, mailto: or tel:.
    Source:
        Ours; the Markdown is that of Python-Markdown.
    Wrong:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            summary: Four steps<br>on one page.
    Right:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            summary: Four **short** steps on one page, without a `<br>`.
    """
    for _, document in documents(playbook):
        for keys, text, mark in marked(document, Words):
            if mark.prose and ("<" in text or "](" in text):
                for kind, start, end in islice(_found(text), MOST):
                    place = Value(document, keys).place(text, start, end)
                    facts = {"found": text[start:end]}
                    yield Problem(f"prose-markup.{kind}", place, facts, f"prose-markup.{kind}-hint")


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    """HTML tags and links with other schemes: which of the two, its start and its end."""
    for match in _FOUND.finditer(text):
        kind = "html" if match["html"] else "link"
        if match[kind]:
            yield kind, match.start(kind), match.end(kind)

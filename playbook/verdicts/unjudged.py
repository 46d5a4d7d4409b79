"""What of a file nobody can judge."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from playbook.case import Case
from playbook.diagnostics import Problem
from playbook.rulings import Options

_MOST = 12


def check(case: Case, _options: Options) -> Iterator[Problem]:
    """What of a file cannot be judged is said, and never passed in silence.

    Why:
        A verdict that is silent about what it did not see is taken for a clean one.
    Fix:
        Look at these parts yourself, or hand in a format that shows them.
    Source:
        Ours.
    Wrong:
        brand/brand.yml
            name: Example
        post.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
              <filter id="f"><feFlood/></filter><path filter="url(#f)" d="M0 0h9v9z"/>
            </svg>
    Right:
        brand/colors.yml
            palette: {ink: black}
        post.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>
    """
    yield from _unknown(case)
    for message, facts in case.handed.not_judged[:_MOST]:
        yield Problem(f"handed.{message}", case.at(), facts)


def _unknown(case: Case) -> Iterator[Problem]:
    """What the brand itself says nothing of."""
    names = tuple(dict.fromkeys(font.family for font in case.handed.fonts if font.family))
    if names and not case.brand.fonts.families:
        yield Problem("file-unjudged.fonts", case.at(), {"fonts": ", ".join(names[:_MOST])})
    if case.handed.inks and not case.brand.colors.palette:
        yield Problem("file-unjudged.colors", case.at())
    if case.twin is None and _is_sent(case):
        twin = PurePosixPath(case.path).with_suffix(".txt").name
        yield Problem("file-unjudged.twin", case.at(), {"file": twin})


def _is_sent(case: Case) -> bool:
    """Whether it is a mail of its own, which goes out as plain text too; a signature is part of one."""
    kind = case.kind
    is_mail = bool(kind and kind.group == "email" and kind.id != "email-signature")
    return is_mail and case.handed.kind in ("html", "mail")

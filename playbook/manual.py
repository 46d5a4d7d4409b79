"""What each rule is about: what holds, why, how to mend it, who says so, and an example of wrong and right.

The manual of a check is its docstring, in fixed parts; that of a rule of loading or of the settings stands
in `locales/`, and so do the translations of all.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent

from playbook.checks import CHECKS, rules
from playbook.diagnostics import Severity
from playbook.i18n import texts
from playbook.verdicts import VERDICTS

__all__ = ["PARTS", "TRANSLATED", "Manual", "files", "manual", "rules"]

PARTS = ("why", "fix", "source", "options", "wrong", "right")
"""The parts after the statement; `options` where there are any."""
TRANSLATED = ("statement", "why", "fix", "source", "options")
"""The parts that other languages have too: examples are files."""

_SECTION = re.compile(rf"^({'|'.join(part.capitalize() for part in PARTS)}):[ \t]*$", re.MULTILINE)
_BY_RULE = {known.rule: known for known in (*CHECKS, *VERDICTS)}


@dataclass(frozen=True, slots=True)
class Manual:
    """What there is to know about a rule.

    `wrong` and `right` are small projects as text (see `files`). `severity` is the one that findings have
    unless the project sets another; None where it depends on the case.
    """

    rule: str
    statement: str
    why: str
    fix: str
    source: str
    options: str
    wrong: str
    right: str
    severity: Severity | None
    dated: bool


def manual(rule: str, lang: str) -> Manual:
    """The manual of a rule; what a language lacks is in English.

    Raises:
        KeyError: for a rule that there is not.
    """
    check = _BY_RULE.get(rule)
    english = _parsed(inspect.getdoc(check.function) or "") if check else _told("en", rule)
    if not english:
        raise KeyError(rule)
    own = _told(lang, rule)
    parts = {"statement": "", **dict.fromkeys(PARTS, ""), **english}
    parts |= {part: own[part] for part in TRANSLATED if part in own}
    severity, dated = (check.severity, check.dated) if check else (None, False)
    return Manual(rule, **parts, severity=severity, dated=dated)


def _told(lang: str, rule: str) -> Mapping[str, str]:
    """What the locale says of a rule, by part."""
    known = texts(lang)
    keys = ((part, f"rule.{rule}.{part}") for part in ("statement", *PARTS))
    return {part: known[key].strip("\n") for part, key in keys if key in known}


def _parsed(docstring: str) -> dict[str, str]:
    """The parts of a docstring; prose is one line for each paragraph."""
    statement, *sections = _SECTION.split(docstring)
    parts = {"statement": _prose(statement)}
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        part = title.lower()
        text = dedent(body).strip("\n")
        parts[part] = text if part in ("wrong", "right") else _prose(text)
    return parts


def _prose(text: str) -> str:
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def files(example: str) -> Mapping[str, str]:
    """The files of an example: each begins with its path; what is indented below is its text."""
    found: dict[str, list[str]] = {}
    path = ""
    for line in example.splitlines():
        if line and not line[0].isspace():
            path = line.strip()
            found[path] = []
        elif path:
            found[path].append(line)
    return {path: dedent("\n".join(lines)).strip("\n") + "\n" for path, lines in found.items()}

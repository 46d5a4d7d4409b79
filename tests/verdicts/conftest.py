"""`say("file-color", handed)` tells what a verdict finds, in the words a person will read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

import pytest

from playbook import loader
from playbook.case import Case
from playbook.handed import Handed
from playbook.i18n import text
from playbook.report.words import where
from playbook.verdicts import judge

BRAND = {
    "brand/brand.yml": "name: Ribbon\n",
    "brand/colors.yml": """
        palette:
          fig: {value: "#561B3F", cmyk: [40, 95, 30, 50], pantone: 7645 C}
          sand: "#F2E8D5"
          ink: {value: {light: "#1F1A17", dark: "#F5F1EA"}}
        roles: {text: ink, border: "#CCBBAA"}
        """,
    "brand/fonts.yml": """
        families:
          head: {name: Alegreya Sans, source: system, fallback: [Verdana, sans-serif]}
        """,
    "brand/voice.yml": """
        address: informal
        terms:
          banned: [{term: seamless|seamlessly, use: easy, reason: Nobody has seen a seam.}]
          preferred: [{use: fridge, instead_of: [refrigerator]}]
        """,
}


TODAY = date(2026, 11, 21)


class Say(Protocol):
    """Findings as `place message | hint`."""

    def __call__(
        self,
        rule: str,
        handed: Handed,
        piece: str = "",
        *,
        lang: str = "en",
        files: Mapping[str, str] | None = None,
        path: str = "file",
        logos: Mapping[str, str] | None = None,
    ) -> list[str]: ...


@pytest.fixture
def say(project) -> Say:
    """Judges a file by the brand Ribbon; `piece` is the text of a piece's file, without its name."""

    def told(rule, handed, piece="", *, lang="en", files=None, path="file", logos=None):
        item = {"content/pieces/it.yml": f"name: It\n{piece}\n"} if piece else {}
        book = loader.load(project(BRAND | item | (files or {}))).playbook
        asked = book.pieces.get("it")
        kind = book.kinds[asked.kind] if asked else None
        case = Case(path, handed, book.brand, lang, asked, kind, logos or {})
        return [
            worded(found.problem, lang)
            for found in judge(case, book, date(2026, 11, 21))
            if found.rule == rule
        ]

    return told


def worded(problem, lang):
    said = f"{where(problem.location, lang)} {text(lang, problem.message, problem.facts)}"
    return f"{said} | {text(lang, problem.hint, problem.facts)}".rstrip() if problem.hint else said

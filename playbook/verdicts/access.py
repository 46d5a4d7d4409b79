"""What keeps people from reading a file."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from playbook.case import Case
from playbook.color import contrast, parse
from playbook.diagnostics import Fact, Problem
from playbook.handed import Pair, Wording
from playbook.rulings import Options

_SAYS_NOTHING = re.compile(
    r"(?:click |read |see |learn )?(?:here|this|more|link)|this link|read more|learn more"
    r"|(?:haga |haz )?clic(?: aquí)?|pulse? aquí|aquí|más(?: información)?|leer más|ver más|enlace",
    re.IGNORECASE,
)
_HAS_PICTURES = frozenset({"html", "mail", "docx", "pptx"})
_HAS_LANGUAGE = frozenset({"html", "mail", "docx", "pptx", "pdf"})
_MOST = 5


def check(case: Case, _options: Options) -> Iterator[Problem]:
    """Everybody can read a file: pictures have words, headings order, links a name, and texts contrast.

    Why:
        Who hears a page instead of seeing it has only what the file says of itself.
    Fix:
        Give each picture its alternative text, empty for mere decoration; let headings follow each other
        without gaps; name a link after where it leads; set the document's language and title. Set text
        darker or lighter than its ground.
    Source:
        WCAG 2.2, SC 1.1.1 (pictures), 1.3.1 and 2.4.6 (headings), 2.4.4 (links), 2.4.2 (title), 3.1.1
        (language) and 1.4.3 (contrast, where color and ground are known for sure).
    Wrong:
        brand/brand.yml
            name: Example
        page.html
            <html lang="en"><title>Prices</title><h1>Prices</h1><img src="a.png" width="9" height="9"></html>
    Right:
        brand/brand.yml
            name: Example
        page.html
            <html lang="en"><title>Prices</title><h1>Prices</h1>
            <img src="a.png" alt="A fridge" width="9" height="9"></html>
    """
    yield from _pictures(case)
    yield from _headings(case)
    yield from _links(case)
    yield from _contrasts(case)
    yield from _whole(case)


def _pictures(case: Case) -> Iterator[Problem]:
    silent = [picture for picture in case.handed.pictures if picture.alt is None]
    if silent and case.handed.kind in _HAS_PICTURES:
        facts = {"count": len(silent)}
        word = "alt-one" if len(silent) == 1 else "alt"
        yield Problem(f"file-access.{word}", case.at(silent[0].spot), facts, "file-access.alt-hint")


def _headings(case: Case) -> Iterator[Problem]:
    headings = [words for words in case.handed.texts if words.role == "heading" and words.level]
    gaps = [(upper, lower) for upper, lower in pairwise(headings) if lower.level > upper.level + 1]
    for upper, lower in gaps[:_MOST]:
        facts: dict[str, Fact] = {"heading": _short(lower), "level": lower.level, "before": upper.level}
        yield Problem("file-access.gap", case.at(lower.spot), facts, "file-access.gap-hint")


def _links(case: Case) -> Iterator[Problem]:
    links = [words for words in case.handed.texts if words.role == "link"]
    bare = [link for link in links if _SAYS_NOTHING.fullmatch(link.text.strip(" .»>→"))]
    for link in bare[:_MOST]:
        yield Problem("file-access.link", case.at(link.spot), {"text": _short(link)}, "file-access.link-hint")


def _contrasts(case: Case) -> Iterator[Problem]:
    weak = [(ratio, pair) for pair in case.handed.pairs if (ratio := _ratio(pair)) < _needed(pair)]
    for ratio, pair in sorted(weak, key=itemgetter(0))[:_MOST]:
        facts: dict[str, Fact] = {
            "words": pair.words[:60],
            "text": pair.text,
            "ground": pair.ground,
            "ratio": math.floor(ratio * 100) / 100,  # never rounded up to what is needed
            "needed": _needed(pair),
        }
        yield Problem("file-access.contrast", case.at(pair.spot), facts, "file-access.contrast-hint")


def _ratio(pair: Pair) -> float:
    text, ground = parse(pair.text), parse(pair.ground)
    return contrast(text, ground) if text and ground else math.inf


def _needed(pair: Pair) -> float:
    """Large text, and text whose size is not known, needs less."""
    large = pair.size is None or pair.size >= 24 or (pair.bold and pair.size >= 14 * 4 / 3)
    return 3.0 if large else 4.5


def _whole(case: Case) -> Iterator[Problem]:
    if case.handed.kind not in _HAS_LANGUAGE:
        return
    if not case.handed.facts.get("lang"):
        yield Problem("file-access.lang", case.at(), {}, "file-access.lang-hint")
    if not case.handed.facts.get("title") and case.handed.kind != "mail":
        yield Problem("file-access.title", case.at(), {}, "file-access.title-hint")


def _short(words: Wording) -> str:
    return words.text if len(words.text) <= 60 else f"{words.text[:59]}…"

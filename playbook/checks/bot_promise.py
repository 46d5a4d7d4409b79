"""A person is promised, and a bot answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from playbook.choices import Handler, TouchpointStatus
from playbook.diagnostics import Location, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.model.touchpoint import Touchpoint
from playbook.rulings import Options
from playbook.silence import silenced

_CUES = re.compile(
    r"\b(?:"
    r"(?:a|our)\s+(?:real\s+|live\s+)?(?:person|human|people|colleagues?|experts?|advis[eo]rs?)\s+"
    r"(?:will\s+)?(?:always\s+)?(?:answers?|repl(?:y|ies)|responds?|calls?|writes?|picks?\s+up)"
    r"|answered\s+by\s+(?:a|our)\s+(?:real\s+)?(?:person|human|people)"
    r"|(?P<real>real\s+(?:person|people|human)|personas?\s+(?:real|reales|de\s+verdad))"
    r"|no\s+bots?|not\s+a\s+bot"
    r"|(?:una\s+persona|nuestro\s+equipo)\s+(?:real\s+)?(?:siempre\s+)?(?:(?:te|le|les|os)\s+)?"
    r"(?:responde|contesta|atiende|llama|escribe|responderá|contestará|atenderá|llamará)"
    r"|(?:responde|contesta|atiende|(?:respond|atend)id[oa]s?\s+por)\s+(?:siempre\s+)?una\s+persona"
    r"|atención\s+personal|(?:sin|no\s+un)\s+bots?"
    r")\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(r"(?:\b(?:if|not|never|no|si|nunca|ni)|n['’]t)\b[^.!?;:]*\Z", re.IGNORECASE)
_ASKED = re.compile(r"[^.!?]*\?")
"""What people may want, or need not, is no promise yet."""


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Where a person is promised, a person answers.

    Why:
        A personal answer makes the difference. Who was promised one and talks to a machine feels lied to.
    Fix:
        Let a person answer, and write `handled_by: [bot, person]`; or promise what the bot does.
    Source:
        Ours, after the method. A touchpoint that says it is handled by a bot and by no person is judged by
        its promise, its promised delay and the message it carries. Only sure words count, such as "a person
        answers", "real people", "no bots".
    Wrong:
        content/touchpoints/chat.yml
            name: Chat
            stage: consideration
            handled_by: bot
            promise: A person answers within two minutes.
    Right:
        content/touchpoints/chat.yml
            name: Chat
            stage: consideration
            handled_by: [bot, person]
            promise: A person answers within two minutes.
    """
    for touchpoint in playbook.touchpoints.values():
        handlers = touchpoint.handled_by
        retired = touchpoint.status is TouchpointStatus.RETIRED
        if Handler.BOT in handlers and Handler.PERSON not in handlers and not retired:
            yield from _promised(playbook, touchpoint)


def _promised(playbook: Playbook, touchpoint: Touchpoint) -> Iterator[Problem]:
    """The first promise of a person."""
    for field in ("promise", "promised_delay", "message"):
        text, related = _text(playbook, touchpoint, field)
        cue = next(_cues(silenced(text)), "")
        if cue:
            place = touchpoint.at(field)
            yield Problem("bot-promise.person", place, {"words": cue}, "bot-promise.hint", related)
            return


def _cues(text: str) -> Iterator[str]:
    """Words that promise a person; "real people" does so only where there is no if, not or question mark."""
    for cue in _CUES.finditer(text):
        doubted = _DOUBTED.search(text, 0, cue.start()) or _ASKED.match(text, cue.end())
        if not (cue["real"] and doubted):
            yield cue[0]


def _text(playbook: Playbook, touchpoint: Touchpoint, field: str) -> tuple[str, tuple[Location, ...]]:
    written = getattr(touchpoint, field) or ""
    if field != "message":
        return written, ()
    identity = playbook.brand_of(touchpoint).identity
    message = identity.messages.get(written)
    return (message.text, (identity.at("messages", written),)) if message else ("", ())

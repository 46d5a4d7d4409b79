"""Sentences that are too long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.passages import passages
from playbook.readability import glance, sentences
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, options: Options) -> Iterator[Problem]:
    """The playbook's own texts have sentences of a length that people take in at once.

    Why:
        Whoever reads a long sentence on a phone, or aloud, has lost its beginning when the end comes.
    Fix:
        Make two sentences of it; most long ones hold an "and", a "which" or a bracket where they can be cut.
    Source:
        Ours: more than 25 words, unless brand/voice.yml says `sentence_length`. Numbers and words joined by
        hyphens are a word; headings are not judged, entries of lists and cells of tables one by one. A text
        is told once, at its longest sentence.
    Options:
        words: the most words where the voice says nothing; 25 by default.
    Wrong:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            promise: >-
              We will send you a message that says when the crew is going to be at your door, who they are,
              what they bring with them and what you have to do before.
    Right:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            promise: We send you a message. It says when the crew comes, who they are and what they bring.
    """
    usual = int(options["words"])
    for passage in passages(playbook):
        most = passage.brand.voice.sentence_length or usual
        if passage.text.count(" ") + passage.text.count("\n") < most:
            continue
        seen = glance(passage.spoken)
        if seen and seen.longest <= most:
            continue
        long = list(sentences(passage.spoken, most + 1))
        if long:
            worst = max(long, key=lambda one: one.words)
            facts: dict[str, Fact] = {"words": worst.words, "most": most, "count": len(long)}
            case = "one" if len(long) == 1 else "several"
            place = passage.place(worst.start, worst.end)
            yield Problem(f"sentence-length.{case}", place, facts, "sentence-length.hint")

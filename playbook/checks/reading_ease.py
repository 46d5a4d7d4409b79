"""Texts that are hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.passages import Passage, passages
from playbook.readability import ERROR, glance, language, measure
from playbook.rulings import Options

_FIRST = re.compile(r"\w+")


def check(playbook: Playbook, _facts: Facts, _today: date, options: Options) -> Iterator[Problem]:
    """The playbook's longer texts read easily: short words, short sentences.

    Why:
        A text that asks for effort is put off. Who reads it may be tired, in a hurry, or at home in another
        language.
    Fix:
        Cut long sentences, and say it with the words that people use at home.
    Source:
        INFLESZ (Barrio 2008) below 55 for Spanish, Flesch (1948) below 60 for English, unless brand/voice.yml
        says `reading_ease`; from 100 words up. Syllables are exact in Spanish. In English they are estimated
        by spelling: the result may be 3 points off, and a text is told only if it is too low even so. A text
        that is clearly in neither language is not judged.
    Options:
        es: the lowest ease of Spanish where the voice says nothing; 55 by default.
        en: the lowest ease of English where the voice says nothing; 60 by default.
        words: the shortest text that is judged; 100 words by default.
    Wrong:
        brand/voice.yml
            reading_ease: 100
        content/guide.md
            # Guide

            We answer within an hour. Whoever answers can see the order, and can decide what is done about it.
            That is the difference between a promise and a sentence. Before you write to a customer, read the
            order and the last three messages. Say the news first, the reason second, and what it costs us
            last. If you do not know when the delivery will be made, say when you will know. Then write again
            at that hour, even if there is nothing new to tell. People forgive a delay, but not having to ask
            about it twice. What we say in the first line is what they remember, and it is what they tell.
    Right:
        content/guide.md
            # Guide

            We answer within an hour. Whoever answers can see the order, and can decide what is done about it.
    """
    shortest = int(options["words"])
    own = playbook.settings.language
    for passage in passages(playbook):
        if passage.text.count(" ") + passage.text.count("\n") < shortest - 1:
            continue
        seen = glance(passage.spoken)
        lang = seen.lang if seen else language(passage.spoken)
        if lang:
            voice = passage.brand.voice.reading_ease if lang == (own or lang) else None
            least = options[lang] if voice is None else voice
            if not seen or seen.ease < least:
                yield from _hard(passage, lang, least, shortest)


def _hard(passage: Passage, lang: str, least: float, shortest: int) -> Iterator[Problem]:
    found = measure(passage.spoken, lang)
    error = ERROR if lang == "en" else 0.0
    if found.words >= shortest and found.ease + error < least:
        facts: dict[str, Fact] = {
            "ease": round(found.ease),
            "error": round(error),
            "least": least,
            "length": round(found.words / found.sentences),
        }
        first = _FIRST.search(passage.spoken)
        place = passage.place(*(first.span() if first else (0, 0)))
        yield Problem(f"reading-ease.{lang}", place, facts, "reading-ease.hint")

"""How hard a text is to read: its sentences and words, and the syllables of Spanish and English words.

A text may be Markdown in which code and addresses are blanked out (see `passages`).
"""

from __future__ import annotations

from playbook.readability.glance import Glance, glance
from playbook.readability.languages import language
from playbook.readability.measures import ERROR, Measure, measure
from playbook.readability.sentences import Sentence, sentences
from playbook.readability.syllables import syllables

__all__ = [
    "ERROR",
    "Glance",
    "Measure",
    "Sentence",
    "glance",
    "language",
    "measure",
    "sentences",
    "syllables",
]

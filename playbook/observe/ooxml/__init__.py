"""Office documents: Word and PowerPoint, told in the language of files that are handed in."""

from __future__ import annotations

from playbook.observe.ooxml.offers import offers
from playbook.observe.ooxml.slides import slides
from playbook.observe.ooxml.word import word

__all__ = ["offers", "slides", "word"]

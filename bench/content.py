"""Playbooks of any size to measure with: as many words, tables and links a page as a real one has."""

from __future__ import annotations

from pathlib import Path

STAGES = ("awareness", "consideration", "decision", "retention", "advocacy")

BRAND = {
    "brand/brand.yml": "name: Bench\ntagline: As long as it takes\nmessages: {main: We keep our word}\n",
    "brand/colors.yml": """palette: {ink: "#1E1119", fig: "#561B3F", paper: "#FFFFFF"}
roles: {primary: fig, text: ink, background: paper}
""",
    "content/playbook.yml": "language: en\nowners: {lead: Lead}\n",
    "mkdocs.yml": """site_name: Bench
docs_dir: content
theme: {name: material, font: false, features: [navigation.prune]}
plugins: [search, brand-playbook]
""",
}

PLAIN = """site_name: Bench
theme: {name: material, font: false, features: [navigation.prune]}
plugins: [search]
"""
"""The settings of the plain site that ours is measured against."""

TOUCHPOINT = """name: Touchpoint {i}
stage: {stage}
nature: tangible
directness: direct
control: owned
channel: [web, email]
audience: customer
handled_by: person
purpose: [acquisition, loyalty]
message: main
owner: lead
also_called: [counter {i}, desk {i}]
tags: [tag-{a}, tag-{b}]
summary: >
  People come here when they have made up their mind and want to be told what happens next. They read a
  little, ask one question and leave with a date. What they remember is number {i} and how calm it was.
promise: A person answers within two hours, every day but Sunday, and says who they are.
value: {{need: To know when it will be over, perceived: An hour instead of a day}}
pains:
  - text: The page is slow on an old phone, and the button lies below the fold.
    effect: blocks
    proposal: {{proposal: Load the pictures later, owner: lead, due: 2030-02-03, status: planned}}
metrics:
  - {{kpi: conversion-rate, target: 4 %, current: 3 %, priority: high}}
  - {{kpi: reach, target: 10000}}
evidence:
  - {{text: I waited for an hour and then they knew my name, source: A review, date: 2026-05-06}}
improvements:
  - {{proposal: Tell the hour in the first line, owner: lead, due: 2030-05-01}}
next: [touchpoint-{j}, {{touchpoint: touchpoint-{k}, value: The number to ask for}}]
"""

PIECE = """name: Piece {i}
kind: quote
touchpoints: [touchpoint-{t}, touchpoint-{j}]
status: implemented
owner: lead
message: main
tags: [tag-{a}, tag-{b}]
also_called: [form {i}]
summary: >
  The sheet that people take home. It says what they get, for how much and until when, in the order in
  which they asked. Whoever fills it in needs ten minutes and no help.
requirements:
  format: [PDF, DOCX]
  sizes: [{{name: Page, width: 210, height: 297, unit: mm}}]
  colors: [fig, ink]
  text_limits: {{title: 40, body: 900}}
  do: [Write the total in the last line, Say until when it holds]
  dont: [Use another font, Leave out the taxes]
approved: {{by: Lead, date: 2026-05-06}}
made_by: The studio
"""

NOTES = (
    "A customer of {n} years asked why the second letter came before the first.",
    "We answered {n} calls in the morning, and nobody had to wait for long.",
    "The window of shop {n} is read by people who stand at the bus stop.",
    "Whoever wrote line {n} has left; ask in the workshop what was meant by it.",
    "On day {n} the printer sent the wrong blue, and we saw it too late.",
    "Number {n} said it well: tell me when, and I will be at home.",
    "Keep the picture of room {n} for the spring, when the light is better.",
    "It took {n} minutes to find the form, and half of one to fill it in.",
    "They read {n} words, look at the price, and turn the sheet over.",
    "In week {n} we tried it without the logo: they still knew who we are.",
    "The driver of van {n} hands it over in person, with a name and a number.",
)
"""Lines that people write down, each with a number, so that no two items say the same."""

_ROOTS = ("synerg", "leverag", "disrupt", "holist", "paradigm", "seamless", "bespok", "curat", "empower")
_ENDINGS = ("y", "ing", "ed", "es", "ation", "ative", "ically", "ist", "ism", "er", "able", "ful", "ness")
_TERM = "    - {{term: {word}|{word}s|un{word}, use: plain words}}\n"
_TERMS = (_TERM.format(word=root + ending) for root in _ROOTS for ending in _ENDINGS)
VOICE = f"address: formal\nterms:\n  banned:\n{''.join(_TERMS)}"
"""A voice with some hundred terms, none of which anybody says."""


def write(root: Path, pages: int) -> None:
    """A project whose touchpoints and pieces make so many pages, half of each."""
    half = pages // 2
    for name, text in BRAND.items():
        _put(root / name, text)
    for i in range(half):
        facts = {
            "i": i,
            "stage": STAGES[i % 5],
            "j": (i + 1) % half,
            "k": (i + 7) % half,
            "a": i % 40,
            "b": i % 23,
        }
        _put(root / f"content/touchpoints/touchpoint-{i}.yml", TOUCHPOINT.format(**facts))
        facts = {"i": i, "t": i, "j": (i + 3) % half, "a": i % 40, "b": i % 23}
        _put(root / f"content/pieces/piece-{i}.yml", PIECE.format(**facts))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


TEXT_RULES_OFF = """
severities: {term-banned: off, term-preferred: off, form-of-address: off, prose-markup: off,
  sentence-length: off, reading-ease: off}
"""


def write_items(root: Path, touchpoints: int, pieces: int) -> None:
    """A project of so many items, some 2.3 kB each, for checking alone."""
    for name, text in BRAND.items():
        _put(root / name, text)
    _put(root / "brand/voice.yml", VOICE)
    for i in range(touchpoints):
        facts = {"i": i, "stage": STAGES[i % 5], "j": (i + 1) % touchpoints, "k": (i + 7) % touchpoints}
        text = TOUCHPOINT.format(**facts, a=i % 40, b=i % 23)
        _put(root / f"content/touchpoints/{i // 500}/touchpoint-{i}.yml", text + notes(i, 12))
    for i in range(pieces):
        text = PIECE.format(i=i, t=i % touchpoints, j=(i + 3) % touchpoints, a=i % 40, b=i % 23)
        _put(root / f"content/pieces/{i // 500}/piece-{i}.yml", text + notes(touchpoints + i, 24))


def notes(i: int, lines: int) -> str:
    """The notes of an item, so many lines."""
    told = (NOTES[(i + at * 3) % len(NOTES)].format(n=i * 7 + at) for at in range(lines))
    return "notes: |\n" + "".join(f"  {line}\n" for line in told)


def settings(root: Path, more: str) -> None:
    """Write the settings anew, with more of them."""
    _put(root / "content/playbook.yml", BRAND["content/playbook.yml"] + more)

"""A rule read from its file. What is not understood is told at its place, and the rule left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from playbook.diagnostics import Fact, Problem, Severity
from playbook.prefixes import either
from playbook.source import Source
from playbook.valestyle import GROUP, StyleRule, Words
from playbook.valestyle.patterns import Pattern, Unfollowed, bounded, followed, joined
from playbook.valestyle.scopes import SCOPES

RULE = "voice-style"
_LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "suggestion": Severity.INFO}
_ALL = frozenset({"extends", "message", "level", "link", "scope", "ignorecase", "description", "name"})
_IGNORED = frozenset({"action", "vocab", "limit", "code"})
"""What changes nothing in what is found here."""
_KEYS: Mapping[str, frozenset[str]] = {
    "existence": frozenset({"tokens", "raw", "append", "nonword", "exceptions"}),
    "substitution": frozenset({"swap", "nonword", "exceptions"}),
    "occurrence": frozenset({"token", "max", "min"}),
}
_MOST = 5_000
"""Tokens of one rule."""
_PLAIN = re.compile(r"(?:[^\\.^$*+?{}\[\]|()]|\\[^\w])+")
Keys = tuple[str | int, ...]


class _Wrong(Exception):  # noqa: N818 - an answer, not a fault of the program
    """Why a rule is left out: a message id after the rule's, where, and its facts."""

    def __init__(self, case: str, *keys: str | int, **facts: Fact) -> None:
        super().__init__(case)
        self.case = case
        self.keys = keys
        self.facts = facts


def read_rule(source: Source) -> tuple[StyleRule | None, tuple[Problem, ...]]:
    """The rule that a file holds, or why it is not followed."""
    if source.problems or not isinstance(source.data, dict):
        shape = Problem(f"{RULE}.shape", source.at(), {}, f"{RULE}.out-hint")
        return None, source.problems or (shape,)
    try:
        return _rule(source, source.data), ()
    except _Wrong as wrong:
        place = source.key_at(*wrong.keys) if wrong.case == "key" else source.at(*wrong.keys)
        return None, (Problem(f"{RULE}.{wrong.case}", place, wrong.facts, f"{RULE}.out-hint"),)


def _rule(source: Source, data: Mapping[str, Any]) -> StyleRule:
    extends = _text(data, "extends")
    if extends not in _KEYS:
        raise _Wrong("extends", "extends", value=extends or "-", expected=tuple(_KEYS))
    for key, value in data.items():
        if key not in _ALL | _IGNORED | _KEYS[extends] and value is not None:
            raise _Wrong("key", key, key=key)
    path = PurePosixPath(source.path)
    made = {"existence": _existence, "substitution": _substitution, "occurrence": _occurrence}[extends](data)
    level, scope = data.get("level") or "warning", data.get("scope") or "text"
    if level not in _LEVELS:
        raise _Wrong("value", "level", value=str(level), expected=tuple(_LEVELS))
    if not isinstance(scope, str) or scope not in SCOPES:
        raise _Wrong("scope", "scope", value=str(scope), expected=tuple(sorted(SCOPES)))
    return StyleRule(
        name=f"{path.parent.name}.{path.stem}",
        level=_LEVELS[level],
        message=_text(data, "message") or "%s",
        link=_text(data, "link"),
        scope=scope,
        exceptions=_exceptions(data),
        path=source.path,
        written=source.text,
        **made,
    )


def _existence(data: Mapping[str, Any]) -> dict[str, Any]:
    tokens, raw = _texts(data, "tokens"), _texts(data, "raw")
    if not raw:
        return _looked_for(data, [(token, "", ("tokens", at)) for at, token in enumerate(tokens)])
    before = _pattern("".join(raw), ("raw",))
    inner = [_pattern(token, ("tokens", at)) for at, token in enumerate(tokens)]
    words = Pattern(_bordered("|".join(each.text for each in inner), data)) if inner else Pattern("")
    whole = [_checked(joined(before, each), ("raw",)) for each in inner or [Pattern("")]]
    ordered = (words, before) if _is_true(data, "append") else (before, words)
    repeats = any(each.repeats for each in whole)
    return {"patterns": _compiled("".join(part.text for part in ordered), data), "repeats": repeats}


def _substitution(data: Mapping[str, Any]) -> dict[str, Any]:
    swap = data.get("swap")
    if not isinstance(swap, dict):
        raise _Wrong("needs", "swap", key="swap")
    pairs = [(str(old), str(new or ""), ("swap", old)) for old, new in swap.items()]
    return {**_looked_for(data, pairs), "swaps": True}


def _occurrence(data: Mapping[str, Any]) -> dict[str, Any]:
    token = _text(data, "token")
    if not token:
        raise _Wrong("needs", "token", key="token")
    pattern = _checked(_pattern(token, ("token",)), ("token",))
    counts = (_number(data, "min"), _number(data, "max"))
    return {"patterns": _compiled(pattern.text, data), "repeats": pattern.repeats, "counts": counts}


def _looked_for(data: Mapping[str, Any], pairs: Iterable[tuple[str, str, Keys]]) -> dict[str, Any]:
    """Words, and patterns where they are more than words, each with what is said instead."""
    known: dict[str, str] = {}
    words: list[str] = []
    patterns: list[tuple[Pattern, str, str]] = []
    match_case = not _is_true(data, "ignorecase")
    for count, (token, use, keys) in enumerate(pairs):
        if count >= _MOST:
            raise _Wrong("many", keys[0], most=_MOST)
        if _PLAIN.fullmatch(token):
            word = " ".join(re.sub(r"\\(.)", r"\1", unicodedata.normalize("NFC", token)).split())
            words.append(word)
            known.setdefault(word if match_case else word.casefold(), use)
        elif token.strip():
            patterns.append((_checked(_pattern(token, keys), keys), use, token))
    if not words and not patterns:
        raise _Wrong("needs", key="swap" if "swap" in data else "tokens")
    grouped = "|".join(f"({pattern.text})" for pattern, *_ in patterns)
    uses = [use for _, use, _ in patterns]
    return {
        "words": Words(_compiled(_bordered(either(words), data), data), known, match_case) if words else None,
        "patterns": _compiled(_bordered(grouped, data), data) if patterns else None,
        "uses": uses,
        "groups": {at: _grouped(patterns[at][2], data) for at, use in enumerate(uses) if GROUP.search(use)},
        "repeats": any(pattern.repeats for pattern, *_ in patterns),
    }


def _grouped(token: str, data: Mapping[str, Any]) -> re.Pattern[str] | None:
    """A pattern with its own groups, which are said again; it is tried on what was found alone."""
    try:
        return _compiled(re.sub(r"\(\?<(?=\w)", "(?P<", unicodedata.normalize("NFC", token)), data)
    except re.error:
        return None


def _bordered(alternatives: str, data: Mapping[str, Any]) -> str:
    return f"(?:{alternatives})" if _is_true(data, "nonword") else rf"\b(?:{alternatives})\b"


def _compiled(pattern: str, data: Mapping[str, Any]) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE | (re.IGNORECASE if _is_true(data, "ignorecase") else 0))


def _exceptions(data: Mapping[str, Any]) -> re.Pattern[str] | None:
    known = _texts(data, "exceptions")
    patterns = [
        _checked(_pattern(text, ("exceptions", at)), ("exceptions", at)).text for at, text in enumerate(known)
    ]
    return _compiled("|".join(patterns), data) if patterns else None


def _pattern(text: str, keys: Keys) -> Pattern:
    try:
        return followed(unicodedata.normalize("NFC", text))
    except Unfollowed as wrong:
        raise _Wrong(wrong.reason, *keys, part=wrong.part) from wrong


def _checked(pattern: Pattern, keys: Keys) -> Pattern:
    try:
        return bounded(pattern)
    except Unfollowed as wrong:
        raise _Wrong(wrong.reason, *keys, part=wrong.part) from wrong


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str | None):
        raise _Wrong("shape-of", key, key=key)
    return value or ""


def _texts(data: Mapping[str, Any], key: str) -> list[str]:
    value = data.get(key)
    values = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(entry, str) for entry in values):
        raise _Wrong("shape-of", key, key=key)
    return values


def _is_true(data: Mapping[str, Any], key: str) -> bool:
    return _text(data, key).lower() == "true"


def _number(data: Mapping[str, Any], key: str) -> int:
    value = _text(data, key)
    if value and not re.fullmatch(r"\d{1,6}", value):
        raise _Wrong("shape-of", key, key=key)
    return int(value or 0)


def read_style(sources: Iterable[Source]) -> tuple[tuple[StyleRule, ...], tuple[Problem, ...]]:
    """The rules of a style's files, and what is wrong with the others."""
    read = list(map(read_rule, sources))
    return tuple(rule for rule, _ in read if rule), tuple(_told(read))


def _told(read: Iterable[tuple[StyleRule | None, tuple[Problem, ...]]]) -> Iterator[Problem]:
    for _, problems in read:
        yield from problems

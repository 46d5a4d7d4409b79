"""CSS as pictures and mails use it: declarations and simple selectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2

from playbook.csstext import too_deep

_LONGEST_SELECTOR = 8
_SILENT = frozenset({"charset", "namespace", "import", "font-face"})


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property set to a value as written; the line counts from 1 in the file."""

    name: str
    value: str
    line: int
    important: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """What selectors know of an element: its name, id and classes."""

    name: str
    id: str = ""
    classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Compound:
    """A selector without blanks, such as `path.st0`; `direct` where `>` stands before it."""

    tag: Tag = Tag("*")
    direct: bool = False

    def fits(self, tag: Tag) -> bool:
        """Whether the element alone, its ancestors aside, is meant."""
        wanted = self.tag
        named = wanted.name in ("*", tag.name) and wanted.id in ("", tag.id)
        return named and wanted.classes <= tag.classes


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector (the subject is its last compound) and its declarations."""

    selector: tuple[Compound, ...]
    declarations: tuple[Declaration, ...]

    @property
    def specificity(self) -> tuple[int, int, int]:
        """Ids, classes, element names."""
        tags = [compound.tag for compound in self.selector]
        return (
            sum(bool(tag.id) for tag in tags),
            sum(len(tag.classes) for tag in tags),
            sum(tag.name != "*" for tag in tags),
        )

    def matches(self, chain: Sequence[Tag]) -> bool:
        """Whether the last element of the chain, told from the root down, is meant."""
        if not self.selector[-1].fits(chain[-1]):
            return False
        places = {-1}
        for compound in self.selector:
            first = min(places, default=len(chain))
            places = {
                at
                for at, tag in enumerate(chain)
                if compound.fits(tag) and (at - 1 in places if compound.direct else at > first)
            }
        return len(chain) - 1 in places


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style sheet's rules, in order, and what in it could not be judged."""

    rules: tuple[Rule, ...] = ()
    not_judged: tuple[str, ...] = ()


def declarations(text: str, line: int = 1) -> tuple[Declaration, ...]:
    """The declarations of a style attribute that begins at the line, without broken ones, as browsers do."""
    return () if too_deep(text) else tuple(_declarations(text, line))


def read(text: str, line: int = 1) -> Sheet:
    """A style sheet that begins at the line. Conditional rules (`@media`...) are not judged."""
    if too_deep(text):
        return Sheet(not_judged=("@not-followed.deep-css",))
    rules: list[Rule] = []
    doubts: list[str] = []
    for node in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if node.type == "qualified-rule":
            block = tuple(_declarations(node.content, line))
            for prelude in _split(node.prelude):
                selector = _selector(prelude)
                if selector:
                    rules.append(Rule(selector, block))
                else:
                    doubts.append(f"@not-followed.selector {tinycss2.serialize(prelude).strip()[:60]}")
        elif node.type == "at-rule" and node.lower_at_keyword not in _SILENT:
            doubts.append(f"@{node.lower_at_keyword[:60]}")
    return Sheet(tuple(rules), tuple(dict.fromkeys(doubts)))


def _declarations(source: Any, line: int) -> Iterator[Declaration]:
    for node in tinycss2.parse_blocks_contents(source, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            value = tinycss2.serialize(node.value).strip()
            yield Declaration(node.lower_name, value, line + node.source_line - 1, node.important)


def _split(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _selector(tokens: Sequence[Any]) -> tuple[Compound, ...]:
    """The compounds, or nothing where the selector is of another kind (`:hover`, `[x]`, `+`, `~`)."""
    words = tinycss2.serialize(tokens).replace(">", " > ").split()
    compounds: list[Compound] = []
    direct = False
    for word in words:
        if word == ">":
            direct = True
            continue
        tag = _tag(word)
        if tag is None:
            return ()
        compounds.append(Compound(tag, direct))
        direct = False
    return () if direct or len(compounds) > _LONGEST_SELECTOR else tuple(compounds)


def _tag(word: str) -> Tag | None:
    """The element meant by a compound, or None."""
    name, ident, classes = "*", "", []
    tokens: Iterator[Any] = iter(tinycss2.parse_component_value_list(word))
    for at, token in enumerate(tokens):
        dot = token.type == "literal" and token.value == "."
        named = next(tokens, None) if dot else None
        if named is not None and named.type == "ident":
            classes.append(named.value)
        elif token.type == "hash" and token.is_identifier and not ident:
            ident = token.value
        elif at == 0 and token.type == "ident":
            name = token.value
        elif not (at == 0 and token.type == "literal" and token.value == "*"):
            return None
    return Tag(name, ident, frozenset(classes))

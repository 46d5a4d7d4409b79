"""What in a Markdown text is not said by whoever wrote it.

That is code, addresses, names that the markup goes by, ~~struck words~~, and what is quoted after a word
that warns of it. Every look takes linear time, whatever is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Span = tuple[int, int]

_BLANK = "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"
_FRONT = re.compile(r"\A---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)

_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)")
_INDENTED = re.compile(r"(?:[ ]{0,3}>[ ]?)*(?:[ ]{4}|[ ]{0,3}\t)")
_HOLDS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|:)[ \t]|!!!|\?\?\?|===|///|\[\^[^\]\n]{1,200}\]:)")
"""Lines below which indented ones are prose: entries of lists, notes, tabs."""
_INCLUDES = re.compile(r"[ \t>]*-+8<-+(?P<whole>\s*\Z)?")
_CALLED = re.compile(r"([ \t>]*(?:::::?|(?:!!!|\?\?\?\+?)(?=[ \t])|///(?=[ \t])))([^\"|\r\n]*)")
"""What extensions call by its name, up to its title."""

_TICKS = re.compile(r"`+|\n[ \t\r>]*(?=\n)")
_TAGS = re.compile(
    r"<(?P<closes>/?)(?P<name>pre|code|kbd|samp|script|style|svg|math|textarea)\b|(?P<opened><!--)|-->",
    re.IGNORECASE,
)
_EMOJI = re.compile(r":[a-z][\w+-]{0,60}:(?!\w)")
_PIECES = re.compile(
    r"</?[a-zA-Z][^<>]*>"
    r"|\]\([ \t]?(?:<[^<>\n]{0,400}>|(?:[^()\s]|\([^()\s]{0,100}\)){1,2000})"  # where links lead
    r"|\]\[[^\[\]\n]{1,200}\]|\[\[[^\[\]\n]{1,300}\]\]"
    r"|^[ ]{0,3}\[(?:\^[^\]\n]{1,200}\]:|[^\]\n]{1,200}\]:[^\n]*$)|\[\^[^\[\]\n]{1,200}\]"
    r"|\b(?:https?://|mailto:|www\.)[^\s<>\"]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
    r"|\{[^{}\n]*\}"  # attributes, macros, what is still to be filled in
    rf"|(?<!\w){_EMOJI.pattern}"
    r"|~~[^\n]{1,400}?~~",
    re.MULTILINE,
)
_BAD = re.compile(
    r"\b(?:not|never|avoid|instead[ ]of|rather[ ]than|(?:do[ ]not|don['’]t|never)[ ](?:say|write)"
    r"|no|nunca|en[ ](?:vez|lugar)[ ]de|evit(?:ar|e|a|es)|(?:no|nunca)[ ](?:dig|dec|escrib)\w{1,4})"
    r"[:,]?\s{1,2}(?P<said>\"[^\"\n]{1,400}\"|“[^”\n]{1,400}”|«[^»\n]{1,400}»)",
    re.IGNORECASE,
)
_SIGNS = (
    *("`", "<", "[", "@", "{", "~", '"', "“", "«", "    ", "\t"),
    *("://", "www.", "mailto:", "](", ":::", "!!!", "???", "///", "8<-"),
)


def silenced(markdown: str) -> str:
    """The text with all of that blanked out, one character for one, and its lines as they are."""
    if _is_plain(markdown):
        return markdown
    front = _FRONT.match(markdown)
    head = _blanked(front[0]) if front else ""
    text = markdown[len(head) :]
    for lines in (_without_fences, _without_indented, _without_names):
        text = "".join(lines(text.splitlines(keepends=True)))
    for spans in (_code, _elements, _pieces, _bad):
        text = _without(text, spans)
    return head + text


def _is_plain(markdown: str) -> bool:
    if markdown.startswith("---") or any(sign in markdown for sign in _SIGNS):
        return False
    return ":" not in markdown or not _EMOJI.search(markdown)


def _blanked(text: str) -> str:
    return re.sub(r"[^\r\n]", _BLANK, text)


def _without_fences(lines: list[str]) -> Iterator[str]:
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        closes = bool(fence and mark and mark[1].startswith(fence) and not mark[2].strip())
        opens = bool(not fence and mark and not (mark[1][0] == "`" and "`" in mark[2]))
        yield _blanked(line) if fence or opens else line
        fence = "" if closes else mark[1] if opens and mark else fence


def _without_indented(lines: list[str]) -> Iterator[str]:
    """Lines of code stand after an empty one, and below nothing that holds them."""
    holds, after_blank, was_code = False, True, False
    for line in lines:
        is_blank, is_indented = not line.strip(" \t\r\n>"), _INDENTED.match(line) is not None
        is_code = is_indented and not is_blank and not holds and (after_blank or was_code)
        yield _blanked(line) if is_code else line
        if not is_blank and not is_indented and not line.startswith(_BLANK):
            holds = bool(_HOLDS.match(line)) or (holds and (line[0] == " " or not after_blank))
        after_blank, was_code = is_blank, is_code or (was_code and is_blank)


def _without_names(lines: list[str]) -> Iterator[str]:
    is_list = False
    for line in lines:
        includes, called = _INCLUDES.match(line), _CALLED.match(line)
        if includes or is_list:
            yield _blanked(line)
        elif called:
            yield called[1] + _blanked(called[2]) + line[called.end() :]
        else:
            yield line
        is_list ^= bool(includes and includes["whole"] is not None)


def _without(text: str, spans: Callable[[str], Iterator[Span]]) -> str:
    parts, done = [], 0
    for start, end in sorted(spans(text)):
        parts += [text[done:start], _blanked(text[max(start, done) : end])]
        done = max(done, end)
    return "".join((*parts, text[done:]))


def _code(text: str) -> Iterator[Span]:
    """Code between equal runs of backticks, over lines too, up to the end of the paragraph."""
    ends: dict[int, int] = {}
    spans: list[Span] = []
    for run in reversed(list(_TICKS.finditer(text))):
        if run[0][0] != "`":
            ends = {}
            continue
        length = len(run[0])
        if length in ends:
            spans.append((run.start(), ends[length]))
        ends[length] = run.end()
    done = 0
    for start, end in reversed(spans):
        if start >= done:
            yield start, end
            done = end


def _elements(text: str) -> Iterator[Span]:
    """Elements and comments that hold no prose; what never ends is none."""
    opened: dict[str, int] = {}
    for tag in _TAGS.finditer(text):
        name = (tag["name"] or "").lower()
        if tag["opened"] or (name and not tag["closes"]):
            opened.setdefault(name, tag.start())
        elif name in opened:
            yield opened.pop(name), tag.end()


def _pieces(text: str) -> Iterator[Span]:
    return (found.span() for found in _PIECES.finditer(text))


def _bad(text: str) -> Iterator[Span]:
    """What stands in quotation marks after a word that warns of it."""
    return (found.span("said") for found in _BAD.finditer(text))

"""The short way to a file's data, for the plain YAML that nearly all files are written in.

libyaml builds an object for each key and value; where nothing is wrong, nobody looks at them. Plain is:
mappings with ASCII keys, lists, text in one line, quotes without escapes but of quotes, `[ ]` and `{ }`, and
`|` and `>`. Of these the reader here makes at once what libyaml and `Builder` would make, without a finding.
Whatever is unusual, or may be a mistake, is not plain: libyaml decides, and words the message.
"""

from __future__ import annotations

import re
from typing import Any

from playbook.source.values import Data

MAX_LENGTH = 256 * 1024
MAX_LEVELS = 20
"""Of blocks, and of brackets within one; together fewer than `Builder` allows."""

# Groups are made atomic by `(?> )`, not by `*+` or `?+`: Python before 3.11.5 fails to step back from those.
_USUAL = bytes([*b"\n", *range(ord(" "), ord("~") + 1)])
_KEY = r"[A-Za-z_][A-Za-z0-9_.-]{0,99}+"
_NAME = rf"{_KEY} (?> (?: [ ] [A-Za-z0-9_.-]{{1,99}}+ ){{0,8}} )"
"""A key between brackets; that of a line is one word."""
_FIRST = r"""(?! (?:[Nn]ull|NULL)\b ) [^][ \n,?:{}#&*!|>'"%@`~-]"""
"""How a text without quotes begins; `null` and `~` are no text."""
_TEXT = rf"{_FIRST} [^\n:#]*+ (?> (?: (?: :(?=[^ \n]) | (?<![ ])\# ) [^\n:#]*+ )* )"
"""A text outside of brackets, with the spaces that follow it."""
_WORDS = rf"{_FIRST} [^][\n,?:{{}}#]*+ (?> (?: :(?=[A-Za-z0-9/]) [^][\n,?:{{}}#]*+ )* )"
"""A text between brackets, where more signs mean something."""
_ITEM = rf"{_WORDS} (?<![ ])"
_ITEMS = rf"\[ (?P<items> {_ITEM} (?> (?: ,[ ] {_ITEM} )* ) ) \]"
_PAIRS = rf"\{{ (?P<pairs> {_NAME}:[ ] {_ITEM} (?> (?: ,[ ] {_NAME}:[ ] {_ITEM} )* ) ) \}}"
"""As most are written: nothing but words, with a space after each comma and colon."""
_QUOTED = r"""(?P<quoted> "[^"\\\n]*+ (?> (?: \\" [^"\\\n]*+ )* )" | '[^'\n]*+ (?> (?: '' [^'\n]*+ )* )' )"""
_COMMENT = r"[ ]*+ (?: (?<=[ ])\#[ ][^\n]*+ )?"
"""After nothing, `#` without a space could be a color that lacks its quotes."""
_BLANKS = r"(?> (?: [ ]*+ (?:\#[^\n]*+)? \n )* )"

_LINES = re.compile(
    rf"""
    (?: \A {_BLANKS} )?
    (?P<pad> [ ]*+ ) (?P<dash> -[ ](?=[^ \n]) | )
    (?: (?P<key> {_KEY} ) : (?: [ ]++ | (?=\n) ) | (?<=-[ ]) )
    (?: (?: (?P<text> {_TEXT} ) | {_ITEMS} | {_PAIRS} | {_QUOTED} | ) {_COMMENT} \n
      | (?P<flow> [\[{{] [^\n]*+ (?> (?: \n (?P=pad) (?: [ ]++ | (?=[]}}]) ) [^\n]++ )* ) ) \n
      | (?P<mark> [|>]-? ) \n
        (?P<margin> (?P=pad) [ ]++ ) (?P<block> [^\n]++ \n (?> (?: (?P=margin) [^\n]*+ \n | \n )* ) )
        (?! [ ]++ \n )
    )
    {_BLANKS}
    | (?P<strange> [\s\S]++ )
    """,
    re.VERBOSE,
)
"""An entry and the blank lines below it; from what is not plain on, all that is left."""

_PIECES = re.compile(
    rf"""
    (?: (?P<key> {_NAME} ) : \s++ )?
    (?: (?: {_ITEMS} | {_PAIRS} | {_QUOTED} | (?P<words> {_WORDS} ) | (?P<empty> \[\] | \{{\}} ) )
        \s*+ (?P<closed> (?> (?: [\]}}] \s*+ )* ) )
        (?: , \s*+ (?=[^,\]}}]) | {_COMMENT} \Z )
      | (?P<opened> [\[{{] ) \s*+ (?! [\]}}] )
    )
    | (?P<strange> [\s\S]++ )
    """,
    re.VERBOSE,
)
"""A value within brackets, with the brackets that close behind it, or one bracket that opens."""

_PAIR = re.compile(r"([^:,]++): ([^,]++)(?:, )?")
_ESCAPED = {'"': ('\\"', '"'), "'": ("''", "'")}
"""The quote within quotes of its kind, and what it stands for."""


class _NotPlain(Exception):  # noqa: N818 - an outcome, not a fault of the program
    """The text is for libyaml."""


def plain(text: str) -> Data:
    """The data of a plain text; None of one that is not, and also of an empty one."""
    if len(text) > MAX_LENGTH or not text.endswith("\n") or not _is_printable(text):
        return None
    lines = _LINES.findall(text)
    if lines[-1][-1]:
        return None
    try:
        return _tree(lines)
    except _NotPlain:
        return None


def _is_printable(text: str) -> bool:
    """Whether all but line feeds can be seen or is a space; nearly all is ASCII, and quickly put aside."""
    return text.encode().translate(None, _USUAL).decode().isprintable()


def _tree(lines: list[tuple[str, ...]]) -> Data:
    root: dict[str, Data] = {"": None}
    blocks: list[tuple[int, Any]] = [(-1, root)]
    column, branch = blocks[0]
    for pad, dash, key, text, items, pairs, quoted, flow, mark, margin, block, _ in lines:
        if len(pad) != column or (type(branch) is list) is not bool(dash):
            column = len(pad)
            branch = _branch(blocks, column, list if dash else dict)
        if dash and key:
            branch.append(branch := {})
            column += len(dash)
            blocks.append((column, branch))
        if text:
            value: Data = text.rstrip(" ")
        else:
            value = _block(mark, margin, block, column) if mark else _value(items, pairs, quoted, flow)
        if not key:
            branch.append(value)
        elif key in branch:
            raise _NotPlain
        else:
            branch[key] = value
    return root[""]


def _branch(blocks: list[tuple[int, Any]], column: int, kind: type) -> Any:
    """The mapping or list that an entry at a column belongs to: one of the blocks around it, or a new one."""
    while blocks[-1][0] > column:
        blocks.pop()
    if blocks[-1][0] == column and kind is dict and type(blocks[-1][1]) is list:
        blocks.pop()  # a list as deep as the key that it belongs to
    above, branch = blocks[-1]
    if above == column and type(branch) is kind:
        return branch
    if type(branch) is list or len(blocks) > MAX_LEVELS:
        raise _NotPlain
    key = next(reversed(branch))
    if branch[key] is not None:
        raise _NotPlain
    branch[key] = kind()
    blocks.append((column, branch[key]))
    return branch[key]


def _value(items: str, pairs: str, quoted: str, flow: str = "") -> Data:
    """A value other than words alone; None where nothing is written."""
    if items:
        words: list[Any] = items.split(", ")
        return words
    if pairs:
        data = dict(_PAIR.findall(pairs))
        if len(data) <= pairs.count(","):
            raise _NotPlain
        return data
    if quoted:
        return quoted[1:-1].replace(*_ESCAPED[quoted[0]])
    return _flow(flow) if flow else None


def _flow(text: str) -> Data:
    """A list or mapping between brackets."""
    root: list[Data] = []
    branch: Any = root
    outer: list[Any] = []
    for key, items, pairs, quoted, words, empty, closed, opened, strange in _PIECES.findall(text):
        if strange or len(outer) > MAX_LEVELS:
            raise _NotPlain
        bracket = opened or empty
        if bracket:
            value: Data = [] if bracket[0] == "[" else {}
        else:
            value = words.rstrip(" ") or _value(items, pairs, quoted)
        _add(branch, key, value)
        if opened:
            outer.append(branch)
            branch = value
        if closed:
            branch = _left(branch, outer, "".join(closed.split()))
    if outer or len(root) != 1:
        raise _NotPlain
    return root[0]


def _add(branch: Any, key: str, value: Data) -> None:
    """One more entry of a list, or of a mapping, between brackets."""
    if type(branch) is list and not key:
        branch.append(value)
    elif type(branch) is dict and key and key not in branch:
        branch[key] = value
    else:
        raise _NotPlain


def _left(branch: Any, outer: list[Any], closed: str) -> Any:
    """What a list or mapping is part of, once brackets close."""
    for bracket in closed:
        if not outer or type(branch) is not (list if bracket == "]" else dict):
            raise _NotPlain
        branch = outer.pop()
    return branch


def _block(mark: str, margin: str, block: str, column: int) -> str:
    """The text below `|` or `>`; how lines are folded around several blank and deeper ones, libyaml knows."""
    if len(margin) <= column:
        raise _NotPlain
    text = "\n".join(block.split(f"\n{margin}")).rstrip("\n")
    if mark[0] == ">":
        if "\n\n\n" in text or "\n " in text:
            raise _NotPlain
        text = text.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n")
    return text if mark[1:] else f"{text}\n"

"""A text that somebody wrote in a Markdown file: what its front matter says, and the text below it."""

from __future__ import annotations

import re

from playbook.kinds import Kind

ENDINGS = frozenset({".md", ".markdown"})
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)


def split(kind: Kind, content: bytes) -> tuple[bytes, dict[str, str]]:
    """The front matter as YAML, its lines counted as in the file, and the text by the name of its field.

    If the file is not UTF-8, or the kind takes no Markdown, all is YAML: its reader says what is wrong.
    """
    name = next((name for name, field in kind.fields.items() if field.type == "markdown"), "")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content, {}
    if not name:
        return content, {}
    front = _FRONT.match(text)
    said = text[front.end() :].strip() if front else text.strip()
    return (f"#\n{front[1]}".encode() if front else b""), {name: said} if said else {}

"""What stands in a file, written as HTML: with the numbers of its lines, or with a button that copies it."""

from __future__ import annotations

from playbook.exports.site.blocks import Listing
from playbook.exports.site.html_inline import escape
from playbook.exports.site.urls import Place


def listing(block: Listing, _place: Place, _level: int) -> str:
    """The text, marked where it is at fault."""
    if not block.first:
        lang = f' lang="{escape(block.lang)}"' if block.lang else ""
        text = f"<pre><code>{escape(block.text)}\n</code></pre>"
        ready = f" pb-ready{' pb-ready--file' * block.file}" if block.button else ""
        return f'<div class="highlight{ready}"{lang}>{text}{_copying(block)}</div>'
    lines = "\n".join(
        _numbered(at, line, block.marked) for at, line in enumerate(block.text.split("\n"), block.first)
    )
    return f'<div class="highlight pb-excerpt"><pre><code>{lines}\n</code></pre></div>'


def _copying(block: Listing) -> str:
    if not block.button:
        return ""
    return (
        f'<button type="button" class="pb-copy" data-copy="{escape(block.text)}"'
        f' data-done="{escape(block.done)}" aria-label="{escape(block.button)}"></button>'
    )


def _numbered(number: int, line: str, marked: int) -> str:
    tag = "mark" if number == marked else "span"
    return f'<{tag} class="pb-line" data-line="{number}">{escape(line)}</{tag}>'

"""What stands within a paragraph, as WordprocessingML. Source: ECMA-376, part 1, 17.3.2 and 17.16."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from playbook.render.sheet import Break, Inline, Inlines, Logo, Mark, Run

BREAK = "<w:r><w:br/></w:r>"
_LINK = re.compile(
    r"(?:(?ai:https?://|mailto:|tel:)|\{\{ [\w.]+ \| url \}\})(?:[^\s<>\"\\{}]|\{\{ [^{}]* \}\})*"
)
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


class Runs:
    """Writes what is within paragraphs; `logo` gives the brand's logo, empty where it can only be named."""

    def __init__(self, logo: Callable[[str], str]) -> None:
        self._logo = logo

    def written(self, inlines: Inlines, *, bold: bool = False) -> str:
        """The inlines, all of them bold if need be."""
        return "".join(self._one(each, bold=bold) for each in inlines)

    def _one(self, each: Inline, *, bold: bool) -> str:
        if isinstance(each, Mark):
            return each.text
        if isinstance(each, Break):
            return BREAK
        if isinstance(each, Logo):
            return self._logo(each.alt) or run(Run(each.alt, bold=True))
        return _linked(each, bold=bold)


def _linked(each: Run, *, bold: bool) -> str:
    """The words of a link in a field: it needs no list of addresses elsewhere in the package."""
    if not _LINK.fullmatch(each.href):
        return run(each, bold=bold)
    asked = escape(f' HYPERLINK "{each.href}" ')
    told = f'<w:r><w:instrText xml:space="preserve">{asked}</w:instrText></w:r>'
    words = run(each, "Hyperlink", bold=bold)
    return f"{_FIELD.format('begin')}{told}{_FIELD.format('separate')}{words}{_FIELD.format('end')}"


def run(each: Run, style: str = "", *, bold: bool = False) -> str:
    """Words set alike."""
    named = style or ("SmallWords" if each.small else "")
    set_so = "".join(
        (
            f'<w:rStyle w:val="{named}"/>' if named else "",
            "<w:b/><w:bCs/>" if each.bold or bold else "",
            "<w:i/><w:iCs/>" if each.italic else "",
        )
    )
    rules = f"<w:rPr>{set_so}</w:rPr>" if set_so else ""
    return f'<w:r>{rules}<w:t xml:space="preserve">{escape(each.text)}</w:t></w:r>'

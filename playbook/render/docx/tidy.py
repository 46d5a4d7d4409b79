"""What a filled-in document leaves out: what its values did not fill, and what is set from right to left.

The page's script does the same with the same patterns (`theme/assets/playbook/make/docx.js`), and a test
holds the two together, byte for byte.
"""

from __future__ import annotations

import re

_RULES = r"<w:{0}>(?:(?!</w:{0}>)[^\n])*</w:{0}>"
_RUN, _LINE, _GRID = (_RULES.format(name) for name in ("rPr", "pPr", "tblPr"))
_BREAKS = "(?:<w:r><w:br/></w:r>)+"
_LEFT_OUT = (
    # words that are none
    (re.compile(f'<w:r>(?:{_RUN})?<w:t xml:space="preserve"></w:t></w:r>'), ""),
    # breaks at both ends of a paragraph
    (re.compile(f"</w:pPr>{_BREAKS}"), "</w:pPr>"),
    (re.compile(f"{_BREAKS}</w:p>"), "</w:p>"),
    # paragraphs of the document itself without words; a cell needs one
    (re.compile(f"<w:p>{_LINE}</w:p>\n"), ""),
    # tables without rows, with the gap behind them
    (re.compile(f"<w:tbl>{_GRID}{_RULES.format('tblGrid')}</w:tbl><w:p>{_LINE}<w:r/></w:p>\n"), ""),
)
_PARAGRAPH = re.compile(r"<w:p>[^\n]*?</w:p>")
_WORDS = re.compile(r"<w:t xml:space=\"preserve\">([^<]*)</w:t>")
_STRONG = re.compile(
    "([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])|[A-Za-z\u00aa-\u058f\u0900-\u1fff\u2c00-\ud7ff\uf900-\ufb1c]"
)
"""A letter with a direction; of those from right to left it is the group."""


def tidy(text: str) -> str:
    """A filled-in part without what is empty; paragraphs that begin from right to left are set so."""
    for pattern, instead in _LEFT_OUT:
        text = pattern.sub(instead, text)
    return _PARAGRAPH.sub(lambda found: _turned(found[0]), text)


def _turned(paragraph: str) -> str:
    first = _STRONG.search("".join(_WORDS.findall(paragraph)))
    if not first or not first[1]:
        return paragraph
    turned = paragraph.replace("</w:pPr>", "<w:bidi/></w:pPr>", 1)
    turned = turned.replace("</w:rPr>", "<w:rtl/></w:rPr>")
    return turned.replace("<w:r><w:t ", "<w:r><w:rPr><w:rtl/></w:rPr><w:t ")

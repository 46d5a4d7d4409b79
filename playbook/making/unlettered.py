"""Characters that the brand's fonts do not have, so that another font shows them.

What is told is what a piece's own documents show in these fonts; those of print and the pictures of dots tell
their own. The page's script does the same (`theme/assets/playbook/make/actions.js`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from playbook.artifact import Artifact
from playbook.diagnostics import Location, Problem
from playbook.kinds import Kind
from playbook.kinds.fields import KindOutput
from playbook.making.templates import template
from playbook.making.widths import fits
from playbook.render.filters import Wording
from playbook.render.fit import lacking

_FONTS = Location("brand/fonts.yml")
_MOST = 20
"""Signs that a message names."""
_UNSEEN = frozenset({"style", "script", "title", "desc"})


def unlettered(
    kind: Kind, values: Mapping[str, Any], wording: Wording, files: Iterable[Artifact]
) -> Iterator[Problem]:
    """The characters that another font shows in `files`, which are a kind's documents of these values."""
    ours = {output.template for output in kind.outputs if in_brand_fonts(output)}
    shown = "".join(_shown(str(file.content)) for file in files if file.path in ours)
    others = (sign for sign in dict.fromkeys(shown) if _is_other(sign, wording))
    signs = dict.fromkeys((*_fitted(kind, values, wording), *others))
    if signs:
        yield Problem("fit.letters", _FONTS, {"letters": " ".join([*signs][:_MOST])}, "pdf.letters-hint")


def in_brand_fonts(output: KindOutput) -> bool:
    """Whether an output is set in them: drawings and pages are, not mails, which cannot bring fonts along."""
    return output.ending == "svg" or (output.ending == "html" and not output.width)


def _fitted(kind: Kind, values: Mapping[str, Any], wording: Wording) -> Iterator[str]:
    """Those that the very font of their place does not have."""
    read = [template(kind, output).nodes for output in kind.outputs if output.ending == "svg"]
    places = (place for nodes in read for name in kind.fields for place in fits(nodes, name, values, wording))
    for text, box in places:
        yield from lacking(text, box, wording.widths)


def _is_other(sign: str, wording: Wording) -> bool:
    """Whether none of the fonts has a character, where there is any."""
    return bool(wording.widths) and not any(font.draws(sign) for font in wording.widths.values())


def _shown(document: str) -> str:
    reader = _Reader()
    reader.feed(document)
    reader.close()
    return "".join(reader.said)


class _Reader(HTMLParser):
    """The text of a document that people see."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the library calls it so
        """Begin an element."""
        self._unseen += tag in _UNSEEN

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Pass over an element without content."""

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        self._unseen -= tag in _UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if not self._unseen:
            self.said.append(data)

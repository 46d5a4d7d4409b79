"""The documents of office and print, and the pictures, that come of the same templates: `also: [docx, pdf]`.

A format is a function from a filled-in template and the brand's look to a document. Each loads what it needs
only when it is asked for, and raises `MissingExtra` where that is not installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from playbook.artifact import Artifact
from playbook.diagnostics import Location, Problem
from playbook.kinds import Kind
from playbook.kinds.fields import Also, KindOutput
from playbook.making.coding import coded
from playbook.making.dots import dots
from playbook.making.known import asked, known
from playbook.making.languages import worded
from playbook.making.templates import template
from playbook.making.wordfile import wordfile
from playbook.render.brand_view import Picture, Seen
from playbook.render.fill import fill
from playbook.render.filters import Wording
from playbook.render.look import Document, Look, MissingExtra
from playbook.render.sheet import Sheet
from playbook.render.sheet_html import read

_MADE_OF: Mapping[Also, tuple[str, ...]] = {
    "docx": ("html",),
    "pdf": ("html", "svg"),
    "png": ("svg",),
    "pptx": ("html",),
}
_LOGO_FILE = Location("brand/logo.yml")
_LOGO = 40
"""px of the logo's height where a template asks for it; what it is on paper each format says itself."""


@dataclass(frozen=True)
class Paper:
    """An output of a kind, with all that its template reads by the first names of their paths."""

    kind: Kind
    output: KindOutput
    known: Mapping[str, Any]
    wording: Wording

    @cached_property
    def text(self) -> str:
        """The template, filled in."""
        nodes = template(self.kind, self.output).nodes
        return fill(nodes, self.known, self.output.ending, self.wording)

    @cached_property
    def back(self) -> str:
        """The other side of a card; empty where there is none."""
        back = self.kind.templates.get(self.output.back or "")
        return fill(back.nodes, self.known, self.output.ending, self.wording) if back else ""

    @cached_property
    def sheet(self) -> Sheet:
        """What it says, for one of HTML."""
        return read(self.text)


@dataclass(frozen=True, slots=True)
class More:
    """What was made beside a piece's own documents.

    `missing` names the formats that could not be made, each with the extra that it takes; `problems` are what
    is not as it should be in those that were; `used` are elements of the brand, by path.
    """

    files: tuple[Artifact, ...] = ()
    missing: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    used: frozenset[str] = frozenset()


def _docx(paper: Paper, look: Look) -> Document:
    from playbook.render.docx import packed, parts

    found = wordfile(paper.kind, paper.output, look, paper.wording) or parts(paper.sheet, look, marks=False)
    wordy = look.logo and not look.logo_dots
    problems = (Problem("docx.logo", _LOGO_FILE, {}, "docx.logo-hint"),) if wordy else ()
    return Document(packed(found, paper.known, paper.wording), problems)


def _pdf(paper: Paper, look: Look) -> Document:
    from playbook.render.pdf import card, pdf

    if paper.output.ending != "svg":
        return pdf(paper.sheet, look)
    sides = [side for side in (paper.text, paper.back) if side]
    return card(sides, card_size(paper.kind), look)


def card_size(kind: Kind) -> tuple[float, float] | None:
    """Width and height of a kind's cards in mm, where it says any."""
    sizes = ((size.width, size.height) for size in kind.sizes if size.unit == "mm" and size.height)
    return next(sizes, None)


def _pptx(paper: Paper, look: Look) -> Document:
    from playbook.render.pptx import pptx

    return pptx(paper.text, look)


def _png(paper: Paper, look: Look) -> Document:
    return dots(paper.text, paper.output.width, look)


FORMATS: Mapping[Also, Callable[[Paper, Look], Document]] = {
    "docx": _docx,
    "pdf": _pdf,
    "png": _png,
    "pptx": _pptx,
}


def also(kind: Kind, look: Look, values: Mapping[str, Any], wording: Wording) -> More:
    """Every document that a kind asks for beside its templates' own; `values` have been checked.

    Raises:
        TooLong: if a template makes more than any piece holds.
    """
    used: set[str] = set()
    wording = worded(kind, values, wording)
    seen = Seen(worn(look).brand, used)
    told = {**known(kind, {}, values, wording), "brand": seen}
    told |= coded(kind, told, wording)
    files: list[Artifact] = []
    missing: dict[str, str] = {}
    problems: list[Problem] = []
    for output, ending in wanted(kind.model_copy(update={"outputs": tuple(asked(kind, values))})):
        try:
            made = FORMATS[ending](Paper(kind, output, told, wording), replace(look, brand=seen))
        except MissingExtra as error:
            missing[ending] = error.name
            continue
        if made.content:
            files.append(Artifact(name(output, ending), made.content))
        problems += made.problems
    return More(tuple(files), missing, tuple(problems), frozenset(used))


def wanted(kind: Kind) -> Iterator[tuple[KindOutput, Also]]:
    """The formats that a kind asks for, each with the output that it is made of; others make none."""
    for output in kind.outputs:
        yield from ((output, ending) for ending in output.also if output.ending in _MADE_OF[ending])


def on_paper(kind: Kind) -> Kind:
    """The kind less the pictures of dots: the site's pages make those in the browser, when somebody asks."""
    outputs = (
        output.model_copy(update={"also": tuple(ending for ending in output.also if ending != "png")})
        for output in kind.outputs
    )
    return kind.model_copy(update={"outputs": tuple(outputs)})


def name(output: KindOutput, ending: str) -> str:
    """What a document is called: as its template, with its own ending."""
    return f"{output.template.rpartition('.')[0]}.{ending}"


def worn(look: Look) -> Look:
    """The look with the logo as templates see it: documents hold it, so that it needs no address."""
    picture = Picture("", look.logo_alt, round(_LOGO * look.logo_ratio), _LOGO)
    return replace(look, brand={**look.brand, "logo": asdict(picture) if look.logo else None})

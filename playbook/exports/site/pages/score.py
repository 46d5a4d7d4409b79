"""The score of a playbook with its arithmetic, and how its stages and brands stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from playbook.diagnostics import Severity
from playbook.exports.site.blocks import Block, Group, Para, Table
from playbook.exports.site.inlines import Inlines, State, Strong, Text, To
from playbook.exports.site.names import words
from playbook.exports.site.parts import section
from playbook.exports.site.standing import BRAND, REST, Standing, by_brand, by_noun, by_stage
from playbook.exports.site.view import View, brand_path
from playbook.score import COUNTS, Score, together

ANCHOR = "score"
_WORSTS = (None, Severity.INFO, Severity.WARNING, Severity.ERROR)

Line = tuple[Inlines, tuple[int, ...], Score]
"""A line of a table: what it is about, how many there are, and their score."""


def in_short(view: View) -> Iterator[Block]:
    """The score in a line that leads to its arithmetic."""
    whole = together(by_noun(view).values())
    if whole.hundredths is not None:
        link = To("checks/index.md", words(_of_hundred(view, whole)), ANCHOR)
        clean = whole.by_worst.get(None, 0)
        short = f"site.score.short.{'one' if clean == 1 else 'other'}"
        said = view.t(short, clean=view.number(clean), things=view.number(whole.things))
        yield Para((Text(f"{view.t('site.score.score')}: "), link, Text(f". {said}")))


def scored(view: View) -> Iterator[Block]:
    """The score, how it is reckoned with its own numbers, and what it is made of."""
    kinds = by_noun(view)
    whole = together(kinds.values())
    if whole.hundredths is not None:
        yield Para(words(_of_hundred(view, whole)), "score")
        yield from _reckoned(view, whole)
        yield from section(view.t("site.score.kinds"), "score-kinds", _kinds(view, kinds, whole), 3)
        yield from section(view.t("site.score.stages"), "score-stages", _stages(view), 3)
        yield from section(view.t("site.score.brands"), "score-brands", _brands(view), 3)


def _of_hundred(view: View, score: Score) -> str:
    return view.t("site.score.of", score=view.number(score.hundredths or 0))


def _reckoned(view: View, whole: Score) -> Iterator[Block]:
    """The rule, and each step of the arithmetic with its numbers."""
    counts = {str(worst or "none"): _exact(view, each) for worst, each in COUNTS.items()}
    yield Para(words(view.t("site.score.rule", **counts)))
    head = tuple(view.t(f"site.score.{name}") for name in ("worst", "number", "counts", "points"))
    steps = [
        ((_state(view, worst),), *(words(said) for said in _step(view, number, COUNTS[worst])))
        for worst, number in whole.by_worst.items()
    ]
    total = (_total(view), words(view.number(whole.things)), (), words(_exact(view, whole.points)))
    yield _figures(Table(head, (*steps, total), frozenset({1, 2, 3})))
    share = Fraction(int(10_000 * whole.points / whole.things), 100)
    yield Para(
        words(
            view.t(
                "site.score.sum",
                points=_exact(view, whole.points),
                things=view.number(whole.things),
                share=_exact(view, share),
                score=view.number(whole.hundredths or 0),
            )
        )
    )


def _step(view: View, number: int, each: Fraction) -> tuple[str, str, str]:
    return view.number(number), _exact(view, each), _exact(view, number * each)


def _exact(view: View, value: Fraction) -> str:
    return view.number(float(value))


def _state(view: View, worst: Severity | None) -> State:
    said = view.term("severity", worst) if worst else view.t("site.score.none")
    return State("severity", worst or "none", said)


def _total(view: View) -> Inlines:
    return (Strong(words(view.t("site.score.together"))),)


def _kinds(view: View, kinds: Mapping[str, Score], whole: Score) -> Iterator[Block]:
    lines: list[Line] = [
        (words(_called(view, noun)), (score.things,), score) for noun, score in kinds.items()
    ]
    lines.append((_total(view), (whole.things,), whole))
    yield _table(view, (view.t("site.score.kind"), view.t("site.score.number")), lines)


def _called(view: View, noun: str) -> str:
    return view.t(f"site.score.{noun}" if noun in (BRAND, REST) else f"noun.{noun}.other")


def _stages(view: View) -> Iterator[Block]:
    stages = by_stage(view)
    if any(standing.score.things for standing in stages.values()):
        yield Para(words(view.t("site.score.stage-note")), "quiet")
        head = (view.t("site.score.stage"), view.t("noun.touchpoint.other"), view.t("noun.piece.other"))
        lines = [
            ((view.stage(ident),), (one.touchpoints, one.pieces), one.score) for ident, one in stages.items()
        ]
        yield _table(view, head, lines)


def _brands(view: View) -> Iterator[Block]:
    """How each brand stands, where there are several."""
    standings = by_brand(view) if len(view.playbook.brands) > 1 else {}
    if standings:
        nouns = (view.t("noun.touchpoint.other"), view.t("noun.piece.other"), view.t("site.score.others"))
        yield Para(words(view.t("site.score.brand-note")), "quiet")
        yield _table(view, (view.t("site.score.brand-name"), *nouns), [*_brand_lines(view, standings)])


def _brand_lines(view: View, standings: Mapping[str, Standing]) -> Iterator[Line]:
    for ident, one in standings.items():
        brand = view.playbook.brands[ident]
        link = To(brand_path(brand), words(brand.name))
        yield (link,), (one.touchpoints, one.pieces, one.others), one.score


def _table(view: View, head: Sequence[str], lines: Sequence[Line]) -> Group:
    """Lines with how many have which worst finding; what none has is left out."""
    shown = [worst for worst in _WORSTS if any(worst in score.by_worst for *_, score in lines)]
    titles = (*head, *(_state(view, worst).text for worst in shown), view.t("site.score.score"))
    rows = tuple(_row(view, line, shown) for line in lines)
    return _figures(Table(titles, rows, frozenset(range(1, len(titles)))))


def _figures(table: Table) -> Group:
    return Group("figures", (table,))


def _row(view: View, line: Line, shown: Iterable[Severity | None]) -> tuple[Inlines, ...]:
    said, numbers, score = line
    counted = (*numbers, *(score.by_worst.get(worst, 0) for worst in shown))
    value = "" if score.hundredths is None else view.number(score.hundredths)
    return said, *(words(view.number(number)) for number in counted), words(value)

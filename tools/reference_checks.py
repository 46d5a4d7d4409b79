"""docs/checks.md: every rule, from its manual and from what its wrong example is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from reference_tables import Lines, table

import playbook
from playbook.diagnostics import Diagnostic, Location, Problem, Severity
from playbook.i18n import texts
from playbook.loader import stamped
from playbook.manual import Manual, files, manual, rules
from playbook.report import line

DAY = date(2026, 11, 21)
"""The day that examples are checked on: any would do, as long as it is always the same one."""


_SCORE = """\
## The score

The page *Checks* of the site gives the playbook a score from 0 to 100, and shows how it comes about. Each
touchpoint, piece, kit, persona and journey, each file of the brand, the settings and each hand-written page
counts by the worst that was found about it: 1 without a finding, 0.75 with a note, 0.5 with a warning, 0
with an error. What they count together is divided by how many they are, and rounded down: 100 says that
nothing was found.

    54 without a finding   54 × 1    = 54
     1 with a note          1 × 0.75 =  0.75
     2 with a warning       2 × 0.5  =  1
     1 with an error        1 × 0    =  0
    58                                 55.75      55.75 ÷ 58 = 96.12 %: a score of 96

Retired items are left out, and findings that a waiver covers do not count. Below it stand the scores of
each stage and each brand. A touchpoint counts in all of its stages, one of a whole phase in the stages of
that, each with the pieces that serve it; an item counts for each of its brands. The page of each touchpoint
and piece says what was found about it. Only the internal edition shows any of this.

## The rules
"""
"""Said once; the same arithmetic as in `playbook.score`."""

_LANGUAGES = {".md": "markdown", ".svg": "svg", ".html": "html"}


def page() -> Lines:
    """Every rule, with what its wrong example is told."""
    told = [(manual(rule, "en"), _findings(rule)) for rule in rules()]
    yield "# Checks"
    yield ""
    yield "What `brand-playbook check` and the site's build look at. `brand-playbook explain RULE` says the"
    yield "same, in English or Spanish. A dated finding depends on the day and fails no build by itself."
    yield "How to change a severity, set an option or accept a finding for a while:"
    yield "[yaml.md](yaml.md#checks-severities-options-waivers)."
    yield ""
    yield from _SCORE.splitlines()
    yield ""
    yield from table(
        ("rule", "severity", "what holds"),
        ((f"[`{m.rule}`](#{m.rule})", _severity(m, found), m.statement) for m, found in told),
    )
    for one, found in told:
        yield from _rule(one, found)


def _findings(rule: str) -> tuple[Diagnostic, ...]:
    """What the check finds in its own wrong example, laid over a project that is in order."""
    with TemporaryDirectory() as folder:
        tree = {"brand/brand.yml": "name: Example\n", "content/index.md": "# Example\n", **_example(rule)}
        for path, content in tree.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(content, encoding="utf-8")
        return tuple(d for d in _found(Path(folder), tree) if d.rule == rule)


def _found(folder: Path, tree: Mapping[str, str]) -> Iterator[Diagnostic]:
    """What is wrong with a project, and with the files beside it, each as the piece of its name."""
    loaded = playbook.load(folder)
    yield from playbook.check(loaded, DAY)
    for path in (folder / name for name in tree if not name.startswith(("brand/", "content/"))):
        pieces = [path.stem] if path.stem in loaded.playbook.pieces else []
        for judged in playbook.judge(loaded, [path], pieces):
            yield from (_named(diagnostic, path.name) for diagnostic in judged.found)


def _named(found: Diagnostic, name: str) -> Diagnostic:
    """The same finding, in a file of that name."""
    place = replace(found.location, path=name)
    return replace(found, problem=replace(found.problem, location=place))


def _example(rule: str) -> Mapping[str, str]:
    return files(manual(rule, "en").wrong)


def _severity(one: Manual, found: Sequence[Diagnostic]) -> str:
    """The severity; of a rule whose cases differ, all of them."""
    if one.severity:
        return f"{one.severity}, dated" if one.dated else str(one.severity)
    cases = (id_ for id_ in texts("en") if id_.startswith(f"{one.rule}.") and not id_.endswith("hint"))
    by_case = {stamped(Problem(id_, Location(""))).severity for id_ in cases}
    seen = {diagnostic.severity for diagnostic in found}
    of_loading = seen <= by_case
    return ", ".join(sorted(by_case if of_loading else seen, key=list(Severity).index))


def _rule(one: Manual, found: Sequence[Diagnostic]) -> Lines:
    yield f"## {one.rule}"
    yield ""
    yield f"{one.statement} *({_severity(one, found)})*"
    yield ""
    for part in ("why", "fix", "source", "options"):
        if body := getattr(one, part):
            yield f"**{part.capitalize()}.** {body}"
            yield ""
    yield from _files("Wrong", one.wrong)
    if found:
        yield "Told as:"
        yield ""
        yield from ("```text", *(line(diagnostic, "en") for diagnostic in found), "```", "")
    yield from _files("Right", one.right)


def _files(title: str, example: str) -> Lines:
    for path, content in files(example).items():
        yield f"{title}: `{path}`"
        yield ""
        yield from (f"```{_LANGUAGES.get(Path(path).suffix, 'yaml')}", content.rstrip("\n"), "```", "")

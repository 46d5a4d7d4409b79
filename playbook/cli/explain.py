"""`brand-playbook explain`: what a rule is about."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent, wrap

import click

from playbook.cli.common import lang_option, language, project_language, project_option
from playbook.diagnostics import PlaybookError
from playbook.i18n import text
from playbook.loader.mistakes import did_you_mean
from playbook.manual import PARTS, Manual, manual, rules

_EXAMPLES = ("wrong", "right")
_WIDEST = 100


@click.command("explain")
@click.argument("rule", required=False)
@project_option
@lang_option
def command(rule: str | None, project: Path | None, lang: str | None) -> None:
    """Explain a RULE: what holds, why, how to mend it, and an example. Without RULE, list them all."""
    spoken = language(lang, project_language(project))
    if rule is None:
        click.echo("\n".join(_listed(spoken)))
    elif rule in rules():
        click.echo("\n".join(_explained(manual(rule, spoken), spoken)))
    else:
        meant = did_you_mean(rule, rules())
        raise PlaybookError("cli.rule-meant" if meant else "cli.rule-unknown", rule=rule, meant=meant or "")


def _listed(lang: str) -> Iterator[str]:
    """Every rule with its statement, wrapped beside it."""
    longest = max(map(len, rules()))
    for rule in rules():
        told = wrap(manual(rule, lang).statement, max(30, _width() - longest - 2))
        yield f"{rule:<{longest}}  {told[0] if told else ''}".rstrip()
        yield from (" " * (longest + 2) + line for line in told[1:])


def _explained(told: Manual, lang: str) -> Iterator[str]:
    yield f"{click.style(told.rule, bold=True)}{_weight(told, lang)}"
    yield ""
    yield from wrap(told.statement, _width())
    for part in PARTS:
        body: str = getattr(told, part)
        if body:
            yield ""
            yield click.style(text(lang, f"cli.part.{part}"), bold=True)
            yield from _body(part, body)


def _weight(told: Manual, lang: str) -> str:
    """The severity in brackets, where it is one for all cases."""
    if told.severity is None:
        return ""
    name = text(lang, f"report.{told.severity}.name")
    return f" ({text(lang, 'cli.dated', {'severity': name}) if told.dated else name})"


def _body(part: str, body: str) -> Iterator[str]:
    """Examples as they are, prose wrapped."""
    if part in _EXAMPLES:
        yield indent(body, "    ")
        return
    for number, paragraph in enumerate(body.split("\n\n")):
        if number:
            yield ""
        yield from wrap(paragraph, _width(), initial_indent="  ", subsequent_indent="  ")


def _width() -> int:
    return min(_WIDEST, shutil.get_terminal_size((88, 24)).columns)

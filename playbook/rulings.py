"""What a project's settings say about rules: how bad their findings are, and their options.

A rule, option or value that does not exist is a problem of the rule `settings-rule`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeAlias, TypeVar

from playbook.diagnostics import Diagnostic, Fact, Location, Problem, Severity
from playbook.loader.mistakes import choice
from playbook.model.settings import Settings

RULE = "settings-rule"
OFF = "off"
_DIGITS = 12
"""Characters of a number: more would be infinite, or no day and no count."""

Options: TypeAlias = Mapping[str, Any]
"""The value of each of a check's options: text, a number or a tuple of texts, as its default is."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a check: its default, and the words to choose from; a number is not negative."""

    default: str | float | tuple[str, ...]
    choices: tuple[str, ...] = ()

    def read(self, value: str | tuple[str, ...] | None) -> str | float | tuple[str, ...]:
        """A value from the settings.

        Raises:
            ValueError: if it is not one for this option; its argument is the part that is not.
        """
        given = value if isinstance(value, tuple) else (value or "",)
        if isinstance(self.default, float):
            return _number(given)
        wrong = [word for word in given if word not in self.choices]
        if wrong or (len(given) != 1 and isinstance(self.default, str)):
            raise ValueError(wrong[0] if wrong else ", ".join(given))
        return given if isinstance(self.default, tuple) else given[0]


F = TypeVar("F", bound=Callable[..., Iterator[Problem]])


@dataclass(frozen=True)  # slots leave no room for what a generic class notes of itself
class Rule(Generic[F]):
    """A check, or a verdict on files, under its public name; its severity unless a project sets another.

    The findings of a `dated` one depend on today's date. The function's last argument are the options.
    """

    rule: str
    function: F
    severity: Severity = Severity.WARNING
    options: Mapping[str, Option] = field(default_factory=dict)
    dated: bool = False

    def found(self, settings: Settings, *given: object) -> Iterator[Diagnostic]:
        """What it finds, with the project's options; nothing where the project switched it off."""
        if settings.severities.get(self.rule) != OFF:
            chosen, _ = options(settings, self.rule, self.options)
            for problem in self.function(*given, chosen):
                yield Diagnostic(self.rule, problem.severity or self.severity, problem, self.dated)


def _number(given: tuple[str, ...]) -> float:
    written = ", ".join(given)
    if len(written) > _DIGITS or not written.replace(".", "", 1).isdecimal():
        raise ValueError(written)
    return float(written)


def options(
    settings: Settings, rule: str, known: Mapping[str, Option]
) -> tuple[Options, tuple[Problem, ...]]:
    """The options of a check, the project's over the defaults, and what is wrong with the project's."""
    values: dict[str, Any] = {name: option.default for name, option in known.items()}
    problems: list[Problem] = []
    for name, value in settings.options.get(rule, {}).items():
        if name not in known:
            problems.append(
                choice(f"{RULE}.option", settings.origin.key_at("options", rule, name), name, known, rule)
            )
            continue
        try:
            values[name] = known[name].read(value)
        except ValueError as error:
            place = settings.at("options", rule, name)
            problems.append(_bad_value(place, f"{rule}.{name}", str(error), known[name]))
    return values, tuple(problems)


def _bad_value(place: Location, name: str, value: str, option: Option) -> Problem:
    if option.choices:
        return Problem(f"{RULE}.choice", place, {"name": name, "value": value, "expected": option.choices})
    facts: dict[str, Fact] = {"name": name, "value": value, "most": _DIGITS}
    return Problem(f"{RULE}.number", place, facts, f"{RULE}.number-hint")


def unknown_rules(settings: Settings, known: Collection[str]) -> Iterator[Problem]:
    """Rules that the settings name and nobody knows."""
    for section in ("severities", "options"):
        for rule in getattr(settings, section):
            if rule not in known:
                yield choice(f"{RULE}.rule", settings.origin.key_at(section, rule), rule, known)
    for index, waiver in enumerate(settings.waivers):
        if waiver.rule not in known:
            yield choice(f"{RULE}.rule", settings.at("waivers", index, "rule"), waiver.rule, known)


def ruled(settings: Settings, found: Diagnostic) -> Diagnostic | None:
    """A finding with the severity that the project gives to its rule; None where it is switched off.

    A dated finding fails no build by itself; where the project says how bad it is, it counts like others.
    """
    severity = settings.severities.get(found.rule)
    if severity is None:
        return found
    return None if severity == OFF else replace(found, severity=Severity(severity), dated=False)

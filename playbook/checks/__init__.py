"""Shelf of checks, one per module; and the run that stamps what they find.

A check is a function of a playbook, the facts seen in its files, today's date and its options; it yields
problems. Its docstring is its manual (`playbook.manual` reads the fixed parts). Adding one is a module and a
line in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import TypeAlias

from playbook.checks import (
    audience_stage,
    bot_promise,
    brand_drift,
    color_drift,
    color_medium,
    color_near,
    color_touchpoint,
    color_vision,
    contrast,
    delay_kept,
    evidence_old,
    font_file,
    font_licence,
    font_role,
    form_of_address,
    interactions_few,
    journey_goal,
    journey_way,
    kpi_ambiguous,
    logo_contrast,
    logo_file,
    logo_set,
    mail_logo,
    message_differs,
    metric_target,
    overdue,
    pain_proposal,
    picture_rights,
    piece_file,
    piece_form,
    piece_orphan,
    piece_version,
    proposal_owner,
    prose_markup,
    reading_ease,
    retired_in_use,
    sentence_length,
    size_age,
    stage_empty,
    term_banned,
    term_preferred,
    touchpoint_owner,
    touchpoint_pieces,
    voice_contradiction,
    voice_style,
)
from playbook.diagnostics import Diagnostic, Problem, Severity
from playbook.facts import Facts
from playbook.i18n import texts
from playbook.model import Playbook
from playbook.rulings import RULE, Option, Options, Rule, options, ruled, unknown_rules
from playbook.verdicts import READABLE, VERDICTS
from playbook.waivers import waived

Function: TypeAlias = Callable[[Playbook, Facts, date, Options], Iterator[Problem]]


Check: TypeAlias = Rule[Function]

CHECKS = (
    Check("contrast-text", contrast.text, Severity.ERROR, {"level": Option("AA", ("AA", "AAA"))}),
    Check("contrast-graphic", contrast.graphic, Severity.ERROR, {"ratio": Option(3.0)}),
    Check("color-vision", color_vision.check, options={"distance": Option(10.0)}),
    Check("color-near", color_near.check, options={"distance": Option(2.3)}),
    Check("color-medium", color_medium.check),
    Check("color-touchpoint", color_touchpoint.check),
    Check("logo-set", logo_set.check, options={"need": Option(("light", "dark"), ("light", "dark", "mono"))}),
    Check("logo-file", logo_file.check, Severity.ERROR),
    Check("logo-contrast", logo_contrast.check, options={"ratio": Option(3.0)}),
    Check("mail-logo", mail_logo.check, Severity.INFO),
    Check("piece-form", piece_form.check, Severity.ERROR),
    Check("font-file", font_file.check, Severity.ERROR),
    Check("font-licence", font_licence.check),
    Check("font-role", font_role.check),
    Check("color-drift", color_drift.check, options={"near": Option(5.0)}),
    Check("brand-drift", brand_drift.check),
    Check("voice-contradiction", voice_contradiction.check),
    Check("voice-style", voice_style.check),
    Check("term-banned", term_banned.check),
    Check("term-preferred", term_preferred.check),
    Check("prose-markup", prose_markup.check),
    Check("form-of-address", form_of_address.check),
    Check("sentence-length", sentence_length.check, options={"words": Option(25.0)}),
    Check(
        "reading-ease",
        reading_ease.check,
        options={"es": Option(55.0), "en": Option(60.0), "words": Option(100.0)},
    ),
    Check("touchpoint-owner", touchpoint_owner.check),
    Check("touchpoint-pieces", touchpoint_pieces.check),
    Check("stage-empty", stage_empty.check, Severity.INFO),
    Check("audience-stage", audience_stage.check, Severity.INFO),
    Check("journey-way", journey_way.check),
    Check("journey-goal", journey_goal.check, Severity.INFO),
    Check("interactions-few", interactions_few.check, Severity.INFO, {"times": Option(7.0)}),
    Check("delay-kept", delay_kept.check),
    Check("bot-promise", bot_promise.check),
    Check("pain-proposal", pain_proposal.check),
    Check("proposal-owner", proposal_owner.check),
    Check("metric-target", metric_target.check),
    Check("kpi-ambiguous", kpi_ambiguous.check),
    Check("piece-orphan", piece_orphan.check),
    Check("piece-file", piece_file.check),
    Check("piece-version", piece_version.check),
    Check("message-differs", message_differs.check),
    Check("retired-in-use", retired_in_use.check),
    Check("overdue", overdue.check, dated=True),
    Check("evidence-old", evidence_old.check, options={"days": Option(365.0)}, dated=True),
    Check("picture-rights", picture_rights.check, dated=True),
    Check("size-age", size_age.check, options={"days": Option(365.0)}, dated=True),
)


def rules() -> Collection[str]:
    """Every rule that there is: of checks and verdicts, and of loading and settings, told in `locales/`."""
    told = (text.split(".") for text in texts("en") if text.startswith("rule."))
    judged = {known.rule for known in (*CHECKS, *VERDICTS)}
    return sorted(judged | {parts[1] for parts in told})


def run(
    playbook: Playbook, facts: Facts, today: date, loaded: Iterable[Diagnostic] = ()
) -> tuple[Diagnostic, ...]:
    """Everything that counts, in order: what loading found, and what the checks find.

    The project's settings rule over both: severities, options and waivers.
    """
    settings = playbook.settings
    every = rules()
    found = [*loaded, *_stamped(RULE, unknown_rules(settings, every))]
    for known in (*CHECKS, *VERDICTS):
        found += _stamped(RULE, options(settings, known.rule, known.options)[1])
    for check in CHECKS:
        found += check.found(settings, playbook, facts, today)
    sought = {*every} - {READABLE, *(verdict.rule for verdict in VERDICTS)}
    kept = waived(playbook, found, today, sought)
    counted = (diagnostic for found in kept if (diagnostic := ruled(settings, found)))
    return tuple(sorted(counted, key=Diagnostic.order))


def _stamped(rule: str, problems: Iterable[Problem]) -> Iterator[Diagnostic]:
    return (Diagnostic(rule, Severity.ERROR, problem) for problem in problems)

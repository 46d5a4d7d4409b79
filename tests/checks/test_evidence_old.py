"""evidence-old, seen on 2026-11-21."""

from __future__ import annotations

import pytest

HINT = " | Ask again, and add what was said with its date."


@pytest.mark.parametrize(
    "evidence, found",
    [
        (
            "[{text: x, date: 2025-11-20}]",
            "3:28 the latest evidence is of 2025-11-20, more than 365 days old",
        ),
        ("[{text: x, date: 2025-11-21}]", ""),
        ("[{text: x, date: 2024-01-01}, {text: y, date: 2026-01-01}]", ""),
        (
            "[{text: x, date: 2024-01-01}, {text: y, date: 2025-01-01}]",
            "3:57 the latest evidence is of 2025-01-01, more than 365 days old",
        ),
        ("[{text: x, date: 2024-01-01}, {text: y}]", ""),
        ("[]", ""),
    ],
)
def test_evidence(check, evidence, found):
    path = "content/touchpoints/web.yml"
    told = check("evidence-old", {path: f"name: Web\nstage: before\nevidence: {evidence}\n"})
    assert told == ([f"{path}:{found}{HINT}"] if found else [])


def test_personas_have_evidence_and_the_age_is_an_option(check):
    files = {"content/personas/ana.yml": "name: Ana\nevidence: [{text: x, date: 2020-01-01}]\n"}
    assert len(check("evidence-old", files)) == 1
    settings = {"content/playbook.yml": "options: {evidence-old: {days: 90}}"}
    [english] = check("evidence-old", files | settings)
    assert "the latest evidence is of 2020-01-01, more than 90 days old |" in english
    [spanish] = check("evidence-old", files | settings, lang="es")
    assert "la última evidencia es del 2020-01-01, de hace más de 90 días |" in spanish
    settings = {"content/playbook.yml": "options: {evidence-old: {days: 99999999999}}"}
    assert check("evidence-old", files | settings) == []

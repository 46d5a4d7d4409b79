"""kpi-ambiguous."""

from __future__ import annotations

import pytest

HINT = " | Give it a name of its own, in full words."


@pytest.mark.parametrize(
    "lang, kpis, found",
    [
        ("en", "{cpc: CPC}", ['8 "CPC" may mean Cost per click or Cost per conversion']),
        (
            "en",
            "{bounces: Bounce-Rate}",
            ['8 the indicator "Bounce-Rate" is called like another one: Bounce rate'],
        ),
        ("en", "{bounce-rate: Bounce rate}", []),
        ("en", "{bounce-rate: Quick exits}", []),
        (
            "en",
            "{a: Slots kept, b: slots kept}",
            ['8 the indicator "Slots kept"', '23 the indicator "slots kept"'],
        ),
        ("en", "{ctr: CTR}", []),
        ("en", "{x: '€', y: '%'}", []),
        ("en", "{x: '%', y: '%'}", ['8 the indicator "%"', '16 the indicator "%"']),
        ("es", "{x: Bounce rate}", []),
    ],
)
def test_names(check, lang, kpis, found):
    told = check("kpi-ambiguous", {"content/playbook.yml": f"kpis: {kpis}\nlanguage: {lang}\n"})
    assert len(told) == len(found)
    for line, part in zip(told, found, strict=True):
        assert line.startswith(f"content/playbook.yml:1:{part}")
        assert line.endswith(HINT)

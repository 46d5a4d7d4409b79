"""metric-target."""

from __future__ import annotations

import pytest

HINT = " | Add `target` with its unit, or leave the indicator out."


@pytest.mark.parametrize(
    "path, metrics, found",
    [
        ("touchpoints/web", "metrics: [reach]", "3:11 nothing is aimed at for reach"),
        ("touchpoints/web", "metrics: [reach, clicks]", "3:11 nothing is aimed at for reach, clicks"),
        ("touchpoints/web", "metrics: [{kpi: reach, target: 1000}]", ""),
        ("touchpoints/web", "metrics: [{kpi: reach, target: ''}]", "3:11 nothing is aimed at for reach"),
        ("touchpoints/web", "metrics: [reach]\nstatus: retired", ""),
        ("playbook", "metrics: [{kpi: positioning, current: 3}]", "1:11 nothing is aimed at for positioning"),
    ],
)
def test_metrics(check, path, metrics, found):
    head = "" if path == "playbook" else "name: Web\nstage: before\n"
    told = check("metric-target", {f"content/{path}.yml": f"{head}{metrics}\n"})
    assert told == ([f"content/{path}.yml:{found}{HINT}"] if found else [])

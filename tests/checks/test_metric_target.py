"""metric-target."""

from __future__ import annotations

import pytest

HINT = " | Add `target` with its unit, or leave the indicator out."


@pytest.mark.parametrize(
    "path, metrics, found",
    [
        ("touchpoints/web", "metrics: [reach]", "3:11 no target for Reach"),
        ("touchpoints/web", "metrics: [reach, clicks]", "3:11 no target for Reach or Clicks"),
        ("touchpoints/web", "metrics: [{kpi: reach, target: 1000}]", ""),
        ("touchpoints/web", "metrics: [{kpi: reach, target: ''}]", "3:11 no target for Reach"),
        ("touchpoints/web", "metrics: [reach]\nstatus: retired", ""),
        ("playbook", "metrics: [{kpi: positioning, current: 3}]", "1:11 no target for Positioning"),
    ],
)
def test_metrics(check, path, metrics, found):
    head = "" if path == "playbook" else "name: Web\nstage: before\n"
    told = check("metric-target", {f"content/{path}.yml": f"{head}{metrics}\n"})
    assert told == ([f"content/{path}.yml:{found}{HINT}"] if found else [])


def test_an_indicator_has_its_name_in_the_readers_language(check):
    files = {
        "content/playbook.yml": "kpis: {queue: Calls waiting}\nmetrics: [queue, reach]\n",
    }
    assert check("metric-target", files, lang="es")[0].startswith(
        "content/playbook.yml:2:11 no hay objetivo para Calls waiting o Alcance |"
    )

"""stage-empty."""

from __future__ import annotations

import pytest

HINT = " | Add or activate one; or hide a stage in content/playbook.yml: `stages: {%s: {hidden: true}}`."


@pytest.mark.parametrize(
    "stages, settings, found",
    [
        (
            "[awareness, decision]",
            "",
            [
                "1:1 no touchpoint belongs to the stages Consideration, Retention or Advocacy"
                + HINT % "consideration"
            ],
        ),
        (
            "[before, decision, retention]",
            "",
            ["1:1 no touchpoint belongs to the stage Advocacy" + HINT % "advocacy"],
        ),
        ("[before, during, after]", "", []),
        ("[before, decision, retention]", "stages: {advocacy: {hidden: true}}", []),
        (
            "[before, during, after]",
            "stages:\n  trial: {name: Trial, phase: during}\n",
            [],
        ),
        (
            "[before, decision, after]",
            "stages:\n  trial: {phase: during}\n",
            ["2:3 no touchpoint belongs to the stage trial" + HINT % "trial"],
        ),
        (
            "[before, decision, after]",
            "stages:\n  trial: {name: Trial, phase: during}\n",
            ["2:3 no touchpoint belongs to the stage Trial" + HINT % "trial"],
        ),
    ],
)
def test_stages(check, stages, settings, found):
    files = {
        "content/touchpoints/web.yml": f"name: Web\nstage: {stages}\n",
        "content/touchpoints/old.yml": "name: Old\nstage: [advocacy, trial]\nstatus: retired\n",
        "content/playbook.yml": settings,
    }
    assert check("stage-empty", files) == [f"content/playbook.yml:{told}" for told in found]


def test_without_touchpoints_there_is_nothing_to_say(check):
    assert check("stage-empty", {}) == []

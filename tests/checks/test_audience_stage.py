"""audience-stage."""

from __future__ import annotations

import pytest

TOUCHPOINTS = """
    web: {name: Web, stage: [before, during, advocacy]}
    order: {name: Order, stage: [during, after], audience: [supplier]}
    old: {name: Old, stage: before, audience: supplier, status: retired}
    """
HINT = ' | Name "%s" under `audience` of a touchpoint there, or add one.'


@pytest.mark.parametrize(
    "serves, found",
    [
        (
            "[customer, supplier]",
            [
                "10 no touchpoint for the audience customer belongs to retention" + HINT % "customer",
                "20 no touchpoint for the audience supplier belongs to awareness or consideration"
                + HINT % "supplier",
            ],
        ),
        ("employee", ["9 no touchpoint for the audience employee belongs to awareness, consideration"]),
        ("[]", []),
    ],
)
def test_audiences(check, serves, found):
    settings = {"content/playbook.yml": f"serves: {serves}"}
    told = check("audience-stage", {"content/touchpoints.yml": TOUCHPOINTS} | settings)
    assert len(told) == len(found)
    for line, part in zip(told, found, strict=True):
        assert line.startswith(f"content/playbook.yml:1:{part}")


def test_a_stage_that_is_empty_for_all_is_told_elsewhere(check):
    files = {
        "content/touchpoints.yml": "web: {name: Web, stage: before}",
        "content/playbook.yml": "serves: [customer]",
    }
    assert check("audience-stage", files) == []
    assert len(check("stage-empty", files)) == 1

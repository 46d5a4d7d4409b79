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
                "10 no touchpoint for the audience Customer belongs to Retention" + HINT % "customer",
                "20 no touchpoint for the audience Supplier belongs to Awareness or Consideration"
                + HINT % "supplier",
            ],
        ),
        ("employee", ["9 no touchpoint for the audience Employee belongs to Awareness, Consideration"]),
        ("[]", []),
    ],
)
def test_audiences(check, serves, found):
    settings = {"content/playbook.yml": f"serves: {serves}"}
    told = check("audience-stage", {"content/touchpoints.yml": TOUCHPOINTS} | settings)
    assert len(told) == len(found)
    for line, part in zip(told, found, strict=True):
        assert line.startswith(f"content/playbook.yml:1:{part}")


def test_audiences_and_stages_have_their_names_in_the_readers_language(check):
    settings = """
        serves: [maker, supplier]
        audiences: {maker: {name: Fabricantes}}
        stages: {advocacy: {name: Corre la voz}}
        """
    files = {"content/touchpoints.yml": TOUCHPOINTS, "content/playbook.yml": settings}
    maker, supplier = check("audience-stage", files, lang="es")
    assert "para el público Fabricantes pertenece a Conocimiento, Consideración" in maker
    assert "o Corre la voz | Nombrar «maker» en `audience`" in maker
    assert "el público Proveedor pertenece a Conocimiento o Consideración | Nombrar «supplier»" in supplier


def test_a_stage_that_is_empty_for_all_is_told_elsewhere(check):
    files = {
        "content/touchpoints.yml": "web: {name: Web, stage: before}",
        "content/playbook.yml": "serves: [customer]",
    }
    assert check("audience-stage", files) == []
    assert len(check("stage-empty", files)) == 1

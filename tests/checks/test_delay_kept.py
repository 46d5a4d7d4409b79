"""delay-kept."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "promise, after, kept",
    [
        ("Within 24 hours", "{amount: 25, unit: hours}", False),
        ("Within 24 hours", "{amount: 1, unit: days}", True),
        ("An answer within two working days.", "{amount: 4, unit: days}", True),
        ("An answer within two working days.", "{amount: 1, unit: weeks}", False),
        ("En 2 días laborables", "{amount: 1, unit: weeks}", False),
        ("En un día laborable", "{amount: 4, unit: days}", True),
        ("En un día hábil", "{amount: 5, unit: days}", False),
        ("Within 48 business hours", "{amount: 11, unit: days}", True),
        ("Within 48 business hours", "{amount: 12, unit: days}", False),
        ("Within 2 business weeks", "{amount: 17, unit: days}", True),
        ("Within 2 business weeks", "{amount: 18, unit: days}", False),
        ("En una semana laborable", "{amount: 11, unit: days}", False),
        ("Within 30 working minutes", "{amount: 4, unit: days}", False),
        ("En menos de una hora", "{amount: 2, unit: hours}", False),
        ("Respuesta en 48 h", "{amount: 1, unit: weeks}", False),
        ("Within one working day; fridges sooner", "{amount: 1, unit: months}", True),
        ("Within two hours of the call, or 30 euros", "{amount: 1, unit: months}", True),
        ("Soon", "{amount: 1, unit: years}", True),
        ("Within 0 days", "{amount: 1, unit: years}", True),
        ("Within several days", "{amount: 1, unit: years}", True),
    ],
)
def test_promises(check, promise, after, kept):
    files = {
        "content/touchpoints.yml": f"""
            form: {{name: Form, stage: before, promised_delay: "{promise}", next: [call]}}
            call: {{name: Call, stage: before}}
            """,
        "content/journeys/trip.yml": (
            f"name: Trip\nsteps:\n  - {{touchpoint: form}}\n  - {{touchpoint: call, after: {after}}}\n"
        ),
    }
    said = f'content/journeys/trip.yml:4:31 "Form" promises "{promise}", and this comes later'
    hint = " | Promise what can be kept, mend what takes so long, or correct `after`."
    assert check("delay-kept", files) == ([] if kept else [said + hint])


def test_only_a_step_that_the_touchpoint_leads_to_is_its_answer(check):
    files = {
        "content/touchpoints.yml": """
            form: {name: Form, stage: before, promised_delay: Within 24 hours, next: [form, call]}
            call: {name: Call, stage: before}
            shop: {name: Shop, stage: before}
            """,
        "content/journeys/trip.yml": """
            name: Trip
            steps:
              - {touchpoint: form, next: [b, c, d, e]}
              - {id: b, touchpoint: shop, after: {amount: 3, unit: weeks}}
              - {id: c, touchpoint: form, after: {amount: 3, unit: weeks}, next: [b]}
              - {id: d, does: Forgets it., after: {amount: 3, unit: weeks}}
              - {id: e, touchpoint: call}
            """,
    }
    assert check("delay-kept", files) == []

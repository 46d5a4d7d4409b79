"""bot-promise."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "handlers, promise, words",
    [
        ("bot", "A person answers within two minutes.", "A person answers"),
        ("[bot, system]", "Talk to a real person.", "real person"),
        ("bot", "Te responde una persona.", "responde una persona"),
        ("bot", "Sin bots: personas de verdad.", "Sin bots"),
        ("bot", "Una persona le llama en una hora.", "Una persona le llama"),
        ("[bot, person]", "A person answers.", ""),
        ("system", "A person answers.", ""),
        ("person", "No bots.", ""),
        ("bot", "The bot finds the person in charge.", ""),
        ("bot", "Never say `a person answers`.", ""),
        ("bot", "Two minutes per person.", ""),
        ("bot", "If you call, a person answers.", "a person answers"),
        ("bot", "If you want to talk to a person, call us.", ""),
        ("bot", "If you want to talk to a real person, call us.", ""),
        ("bot", "You do not have to talk to a person.", ""),
        ("bot", "You don’t wait for real people.", ""),
        ("bot", "Prefer to chat with a human? Ring the shop.", ""),
        ("bot", "Si prefiere hablar con una persona, llame.", ""),
        ("bot", "Si quiere hablar con una persona real, llame.", ""),
        ("bot", "No hace falta hablar con personas reales.", ""),
    ],
)
def test_promises(check, handlers, promise, words):
    files = {
        "content/touchpoints/chat.yml": (
            f"name: Chat\nstage: before\nhandled_by: {handlers}\npromise: '{promise}'\n"
        )
    }
    hint = " | Let a person answer and add `person` to `handled_by`, or promise what the bot does."
    said = f'content/touchpoints/chat.yml:4:10 "{words}" is promised here, and a bot answers{hint}'
    assert check("bot-promise", files) == ([said] if words else [])


def test_the_message_it_carries_is_a_promise_too(check):
    files = {
        "brand/brand.yml": "name: Example\nmessages: {near: Real people answer.}\n",
        "content/touchpoints.yml": """
            chat: {name: Chat, stage: before, handled_by: bot, message: near}
            old: {name: Old, stage: before, handled_by: bot, message: near, status: retired}
            odd: {name: Odd, stage: before, handled_by: bot, message: unknown}
            """,
    }
    assert [line.split(" ")[0] for line in check("bot-promise", files)] == ["content/touchpoints.yml:1:61"]

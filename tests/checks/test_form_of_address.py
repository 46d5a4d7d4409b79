"""form-of-address."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "address, text, words",
    [
        ("usted", "Tú eliges.", ["Tú"]),
        ("usted", "Te escribimos con tus datos, contigo y para ti.", ["Te", "tus", "contigo", "ti"]),
        ("usted", "Vosotros y vuestras cosas; os llamamos.", ["Vosotros", "vuestras", "os"]),
        ("usted", "Un té, el departamento de TI, iOS, un mito.", []),
        ("usted", "Su pedido llega. Le escribimos.", []),
        ("tu", "Usted elige. Ud. paga, ustedes no.", ["Usted", "Ud."]),
        ("tu", "Vos elegís.", ["Vos"]),
        ("tu", "Su pedido, tu pedido.", []),
        ("vos", "Tú y ti, usted y vosotros.", ["Tú", "ti", "usted", "vosotros"]),
        ("vos", "Te escribimos con tus datos.", []),
        ("tu", "Contáctenos, regístrese y háganos su pedido.", ["Contáctenos", "regístrese", "háganos"]),
        ("tu", "Llámanos, escríbenos, que él nos llame y se registre. Véase. Agítese. Érase.", []),
        ("tu", "¿Podés? Escribinos. ¿Puedes?", ["Podés", "Escribinos"]),
        ("usted", "¿Puedes? Suscríbete o síguenos. ¿Tenéis?", ["Puedes", "Suscríbete", "síguenos", "Tenéis"]),
        ("usted", "Escríbanos, póngase en contacto y dígaselo. La red social nos sigue.", []),
        ("vos", "¿Podés? Suscribite. ¿Quieres? Visítenos.", ["Quieres", "Visítenos"]),
        ("tu", "Nunca «usted», ni “usted”.", []),
        ("you", "Hey, you guys.", []),
        ("formal", "Hey, you guys.", ["Hey", "you guys"]),
        ("informal", "Dear Sir or Madam, we write.", ["Dear Sir or Madam"]),
    ],
)
def test_cues(check, address, text, words):
    files = {
        "brand/voice.yml": f"address: {address}\naddress_note: Tú y usted y vos.\n",
        "content/touchpoints/web.yml": f"name: Web\nstage: before\nsummary: {text}\n",
    }
    told = check("form-of-address", files)
    assert [line.split('"')[1] for line in told] == words


def test_formal_is_usted_in_spanish(check):
    files = {
        "brand/voice.yml": "address: formal",
        "content/playbook.yml": "language: es",
        "content/index.md": "# Ejemplo\n\nTe llamamos.\n",
    }
    assert check("form-of-address", files, lang="es") == [
        (
            "content/index.md:3:1 «Te» es demasiado informal para la marca, que trata a las"
            " personas formalmente"
            " | Reescribir la frase; o poner la palabra entre comillas donde solo se menciona."
        )
    ]

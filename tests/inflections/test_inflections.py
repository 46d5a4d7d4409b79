"""Endings of words: what a term looks like besides, and what is no form of it."""

from __future__ import annotations

import pytest

from playbook.inflections import endings, inflected


def others(term, lang, use="", *, alike=False):
    return " ".join(
        f"{form}={instead}" if instead else form
        for form, instead in inflected(term.split("|"), use, lang, alike=alike).items()
    )


@pytest.mark.parametrize(
    "term, forms",
    [
        ("refrigerator", "refrigerators"),
        ("category", "categories"),
        ("day", "days"),
        ("quiz", "quizzes"),
        ("analysis", "analyses"),
        ("box", "boxes"),
        ("human", "humans"),
        ("salesperson", "salespeople salespersons"),
        ("end user", "end users"),
        ("delivery man", "delivery men"),
        ("point of sale", "points of sale"),
        ("utilize", "utilizes utilized utilizing"),
        ("submit", "submits submitted submitting"),
        ("deliver", "delivers delivered delivering"),
        ("cancel", "cancels canceled cancelled canceling cancelling"),
        ("dispose of", "disposes of disposed of disposing of"),
        ("reach|reached", "reaches reached reaching"),
        ("market", "markets"),  # marketing is another word
        ("new", ""),
        ("white goods", ""),
        ("seamless|seamlessly", ""),
        ("cheap|cheaper|cheapest", ""),
        ("family", "families"),
        ("staff", ""),
        ("on its way", ""),
        ("C++", ""),
        ("it", ""),
    ],
)
def test_english(term, forms):
    assert others(term, "en") == forms


@pytest.mark.parametrize(
    "term, forms",
    [
        ("frigorífico", "frigoríficos"),
        ("solución", "soluciones"),
        ("imagen", "imágenes"),
        ("joven", "jóvenes"),
        ("plan", "planes"),
        ("país", "países"),
        ("raíz", "raíces"),
        ("lápiz", "lápices"),
        ("interés", "intereses"),
        ("crisis", ""),
        ("menú", "menús menúes"),
        ("sofá", "sofás"),
        ("carácter", "caracteres"),
        ("email", "emails"),
        ("club", "clubs"),
        ("récord", "récords"),
        ("usuario final", "usuarios finales"),
        ("punto de venta", "puntos de venta"),
        ("a medida", ""),
        ("consumidor", "consumidores consumidora consumidoras"),
        ("exclusivo", "exclusivos exclusiva exclusivas"),
        ("barato", "baratos barata baratas"),
        ("caso", "casos"),  # casa is another word
        ("motivo", "motivos"),
        ("gracia", ""),
        ("simplemente", ""),
    ],
)
def test_spanish(term, forms):
    assert others(term, "es") == forms


@pytest.mark.parametrize(
    "term, use, lang, forms",
    [
        ("refrigerator", "fridge", "en", "refrigerators=fridges"),
        ("end user", "person", "en", "end users=people"),
        ("employee", "staff", "en", "employees=staff"),
        ("purchase", "buy", "en", "purchases=buys purchased=buy purchasing=buying"),
        ("utilize", "use", "en", "utilizes=uses utilized=used utilizing=using"),
        ("heladera", "nevera", "es", "heladeras=neveras"),
        (
            "consumidor",
            "comprador",
            "es",
            "consumidores=compradores consumidora=compradora consumidoras=compradoras",
        ),
        ("consumidor", "cliente", "es", "consumidores=clientes consumidora=cliente consumidoras=clientes"),
        ("custom", "customs", "en", ""),
    ],
)
def test_what_is_said_instead_takes_the_same_form(term, use, lang, forms):
    assert others(term, lang, use, alike=True) == forms


def test_other_languages_have_no_endings_here():
    assert endings("Kühlschrank", "de") == ()


def test_what_is_too_long_for_a_word_is_none():
    assert endings("a" * 100_000 + "x", "es") == ()

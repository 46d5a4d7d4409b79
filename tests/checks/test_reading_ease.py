"""reading-ease."""

from __future__ import annotations

import pytest

EASY = "We come at ten. You open the door. The crew puts it in and it runs. That is all there is to it. "
HARD = (
    "The comprehensive implementation of organizational communication guidelines necessitates continuous"
    " evaluation of the responsibilities and the interdependencies of participating departments. "
)
DURO = (
    "La implementación de procedimientos organizativos necesita la evaluación continuada de las"
    " responsabilidades y de las interdependencias de los departamentos participantes. "
)
FACIL = "Venimos a las diez. Usted abre la puerta. La nevera se pone y se prueba. No hay que hacer más. "


@pytest.mark.parametrize(
    "text, times, found",
    [
        (EASY, 8, ""),
        (HARD, 8, "this text has a reading ease of -93 (Flesch, give or take 3), less than 60"),
        (HARD, 4, ""),
        (FACIL, 8, ""),
        (DURO, 8, "this text has a reading ease of -3 (INFLESZ), less than 55"),
        ("Lorem ipsum dolor sit amet consectetur adipiscing. ", 30, ""),
        ("`code` " * 3, 100, ""),
    ],
)
def test_texts(check, text, times, found):
    told = check("reading-ease", {"content/index.md": f"# Example\n\n{text * times}\n"})
    assert len(told) == bool(found)
    assert all(line.startswith("content/index.md:1:3 " + found) for line in told)


def test_the_voice_is_about_its_own_language(check):
    files = {
        "content/index.md": f"# Example\n\n{DURO * 8}\n",
        "content/more.md": f"# More\n\n{EASY * 8}\n",
        "brand/voice.yml": "reading_ease: 0",
        "content/playbook.yml": "language: en\noptions: {reading-ease: {es: 0}}",
    }
    assert len(check("reading-ease", files)) == 1
    assert check("reading-ease", files | {"brand/voice.yml": "reading_ease: 100"})[1:] == []
    harder = files | {"content/playbook.yml": "language: es", "brand/voice.yml": "reading_ease: 0"}
    assert len(check("reading-ease", harder)) == 1


def test_an_english_text_is_told_only_beyond_the_error(check):
    text = {"content/index.md": f"# Example\n\n{HARD * 8}\n"}
    at = {least: {"content/playbook.yml": f"options: {{reading-ease: {{en: {least}}}}}"} for least in (0, 60)}
    assert len(check("reading-ease", text | at[60])) == 1
    longer = {"content/playbook.yml": "options: {reading-ease: {words: 5000}}"}
    assert check("reading-ease", text | longer) == []

"""Translations have the spaces, quotation marks and terms of their language."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import translations  # noqa: E402

from missionplanner.typography import with_spaces  # noqa: E402


def catalogue(language: str) -> dict[str, tuple[str, ...]]:
    """The translations by the English text."""
    path = ROOT / "resources/locale" / language / "LC_MESSAGES/missionplanner.po"
    found = read_po(BytesIO(path.read_bytes()), locale=language)
    return {
        message.id if isinstance(message.id, str) else message.id[0]: translations._strings(message.string)
        for message in found
        if message.id
    }


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "{n} % : « oui » ou « non » ?", "{n}\u00a0%\u00a0: «\u00a0oui\u00a0» ou «\u00a0non\u00a0»?"),
        ("fr", "Voir https://a.example ; fin !", "Voir https://a.example; fin!"),
        ("fr", "utilisation :", "utilisation\u00a0:"),
        ("es", "«{name}» no existe", "“{name}” no existe"),
    ],
)
def test_a_text_is_set_as_its_language_is(language: str, text: str, expected: str) -> None:
    assert translations.typeset(language, text) == expected
    assert translations.typeset(language, (text, expected)) == (expected, expected)


@pytest.mark.parametrize("language", ["fr", "es"])
def test_the_catalogue_is_set_as_its_language_is(language: str) -> None:
    """Otherwise run packaging/translations.py."""
    wrong = [
        text for texts in catalogue(language).values() for text in texts if translations.typeset(language, text) != text
    ]
    assert wrong == []


def test_one_word_stands_for_one_thing() -> None:
    spanish, french = catalogue("es"), catalogue("fr")
    named = {"Application": ("Candidature", "Candidatura"), "Rank": ("Rang", "Puesto")}
    assert {text: (french[text][0], spanish[text][0]) for text in named} == named
    assert french["Meeting requests"] == ("Demandes de rencontre",)
    assert spanish["Meeting requests"] == ("Peticiones de reunión",)
    asked = {english: texts for english, texts in spanish.items() if "request" in english.casefold()}
    assert [text for texts in asked.values() for text in texts if "solicitud" in text.casefold()] == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "De 7 h 30 à 14 h, 10 % de 5 000 $", "De 7~h~30 à 14~h, 10~% de 5~000~$"),
        ("fr", "Où ? Ici ! Et : « là » ; voilà", "Où? Ici! Et~: «~là~»; voilà"),
        ("fr", "https://a.example 12:30 514 555 0134", "https://a.example 12:30 514~555 0134"),
        ("fr", "Demandée: oui, à 12: trois", "Demandée~: oui, à 12: trois"),
        ("fr", "Demandée (à rencontrer): oui", "Demandée (à rencontrer)~: oui"),
        ("fr", "7 habitants, 2026 100 h", "7 habitants, 2026 100~h"),
        ("es", "10 % de 5 000: ¿dónde?", "10~% de 5~000: ¿dónde?"),
        ("en", "10 % : as typed", "10 % : as typed"),
        ("en", "23:30–00:20 +1 of +52 55", "23:30–00:20~+1 of +52 55"),
    ],
)
def test_spaces_that_belong_to_a_sign_do_not_break(language: str, text: str, expected: str) -> None:
    assert with_spaces(text, language) == expected.replace("~", "\u00a0")
    assert with_spaces(with_spaces(text, language), language) == with_spaces(text, language)

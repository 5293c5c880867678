"""The characters of texts of unknown encoding, and of texts decoded wrongly before they came."""

import pytest

from missionplanner.exchange import decoding


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        ("ltÃ©e", "ltée"), ("L’Ã‰toile", "L’Étoile"), ("Ã  propos", "à propos"), ("â€œmilkâ€\x9d", "“milk”"),
        ("Logística y EnergÃ\xada", "Logística y Energía"), ("ni√±o", "niño"), ("caf├®", "café"), ("CafÃ© – thÃ©", "Café – thé"),
        ("CÃƒÂ´tÃƒÂ©", "Côté"), ("Ã Table", "à Table"), ("Smith &amp; Montr&eacute;al &#233;", "Smith & Montréal é"),
    ],
)  # fmt: skip
def test_wrongly_decoded_characters_are_repaired(garbled: str, text: str) -> None:
    assert decoding.repaired(garbled) == text


@pytest.mark.parametrize(
    "text",
    ["Zoë", "«CAFÉ»", "NÃO", "São Paulo", "50 € – 60 €", "l'Île", "ᐃᓄᐃᑦ", "Ã", "√2", "R&D; A & B", "AT&T;", "&copy"],
)
def test_right_characters_stay(text: str) -> None:
    assert decoding.repaired(text) == text


def test_a_few_windows_characters_in_a_text_of_utf8_are_read_as_such() -> None:
    data = "Lévis\nMontréal\nQuébec\nÉtoile\n".encode() + "Trois-Rivières\n".encode("cp1252")
    assert decoding.recognise(data) == "utf-8"
    assert list(decoding.lines(data, "utf-8"))[-1] == "Trois-Rivières\n"
    assert decoding.choices(data)[0] == "utf-8"


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_the_accents_of_french_tell_encodings_of_one_byte(encoding: str) -> None:
    assert decoding.eight_bit("Société d’énergie à Lévis, Québec – ça va".encode(encoding))[0] == encoding

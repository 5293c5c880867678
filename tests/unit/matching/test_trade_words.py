"""Words of trade mean the same in three languages, and belong to families."""

import pytest

from missionplanner.matching.concepts import family
from missionplanner.matching.trade_words import TradeWords, language_of, trade_words
from missionplanner.paths import resources

WORDS = trade_words(resources() / "matching")


def concepts(text: str, language: str) -> set[str]:
    return {one for one in WORDS.read(text, language) if "#" in one}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("red lentils and peas for the soup", "en"),
        ("légumes surgelés", "fr"),
        ("Fabricamos módulos solares; buscamos mercado", "es"),
        ("hôtels et épiceries fines", "fr"),
        ("", "en"),
    ],
)
def test_the_language_of_a_text_is_recognised(text: str, language: str) -> None:
    assert language_of(text) == language


def test_things_are_the_same_in_three_languages() -> None:
    for english, french, spanish in (
        ("injection moulds", "moules d'injection", "moldes de inyección"),
        ("lentils", "lentilles", "lentejas"),
        ("axles", "essieux", "ejes"),
        ("wind turbine", "éolienne", "aerogenerador"),
    ):
        found = concepts(english, "en") & concepts(french, "fr") & concepts(spanish, "es")
        assert found, english
        assert all(family(one) for one in found)


def test_a_word_that_means_something_else_in_another_language_counts_in_its_own() -> None:
    assert {family(one) for one in concepts("red de internet", "es")} == {"tel"}
    assert {family(one) for one in concepts("red lentils", "en")} == {"pulses"}


def test_a_phrase_is_found_whole_and_other_words_stay() -> None:
    assert concepts("cold", "en") == set()
    assert WORDS.read("acoustic cold chain", "en") == frozenset({"acoust", *concepts("cold chain", "en")})


def test_what_makers_need_is_known() -> None:
    assert concepts("malt", "en") <= WORDS.needed_by(concepts("cervecería", "es"))
    assert WORDS.needed_by(["nothing"]) == frozenset()


def test_every_line_of_what_makers_need_is_made_of_known_words() -> None:
    lists = resources() / "matching"
    for line in (lists / "uses.csv").read_text(encoding="utf-8").splitlines()[1:]:
        maker, inputs = line.split(",")
        for phrase in (maker, *inputs.split(";")):
            assert concepts(phrase, "en"), phrase
    assert trade_words(lists) is WORDS
    assert isinstance(WORDS, TradeWords)

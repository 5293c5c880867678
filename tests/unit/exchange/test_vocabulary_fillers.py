"""Words of questions that say nothing about what is asked for."""

import pytest

from missionplanner.exchange.headings import phrase, read
from missionplanner.exchange.vocabulary_fillers import FILLER_STEMS, FILLERS
from missionplanner.exchange.vocabulary_people import SENSITIVE_STEMS


def test_words_that_turn_a_meaning_round_are_no_fillers() -> None:
    assert (
        FILLERS & {"not", "no", "non", "ne", "pas", "sin", "sans", "except", "sauf", "former", "share", "plan"} == set()
    )


def test_nothing_sensitive_is_a_filler() -> None:
    assert [word for word in FILLERS if word.startswith(tuple(SENSITIVE_STEMS))] == []


@pytest.mark.parametrize(
    "heading",
    ["Which cities will you be visiting?", "Quelles villes souhaitez-vous visiter ?", "¿Qué ciudades desea visitar?"],
)
def test_questions_are_read_without_their_fillers(heading: str) -> None:
    assert read(heading).unknown == 0


def test_names_of_places_say_nothing() -> None:
    assert {"ontario", "ireland", "jalisco", "allemagne"} <= FILLERS
    assert read("Employees in Northern Ireland").unknown == 0


def test_verbs_of_wishing_are_known_by_their_beginning() -> None:
    assert [bool(FILLER_STEMS.match(one)) for one in ("souhaiteriez", "gustaria", "participerez", "wish")] == [
        True, True, True, False,
    ]  # fmt: skip
    assert phrase("the") == ""

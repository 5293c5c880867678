"""How much of a meaning is left beside words that say something else."""

import pytest

from missionplanner.exchange.certainty import certainty, foreign
from missionplanner.exchange.fields import BY_NAME
from missionplanner.exchange.headings import read
from missionplanner.exchange.meanings import meaning


def test_what_may_stand_beside_a_field_costs_nothing() -> None:
    assert meaning("Participant email").fields == (("email", 1.0),)
    assert meaning("Where is your company located? (city)").foreign == 0


def test_unknown_words_and_concepts_of_others_are_foreign() -> None:
    heading = read("Zebra stripes export email")
    assert foreign("email", heading, frozenset({"email"}), heading.concepts) == 3
    assert foreign("consent", heading, frozenset({"email"}), heading.concepts) == heading.unknown == 2


@pytest.mark.parametrize(
    ("field", "others", "left"),
    [
        ("email", 0, 1.0), ("email", 1, 0.56), ("email", 2, 0.48), ("email", 3, 0.4),
        ("offers", 1, 0.56), ("offers", 2, 0.45), ("objectives", 1, 0.56), ("consent", 1, 0.95), ("consent", 9, 0.55), ("", 1, 0.95),
    ],
)  # fmt: skip
def test_short_answers_lose_more_by_a_foreign_word_than_sentences_and_sensitive_fields(
    field: str, others: int, left: float
) -> None:
    assert certainty(field, read("Products"), others) == left


def test_a_long_question_may_hold_some_unknown_words() -> None:
    heading = read("Which products and services does your company sell and export?")
    assert certainty("offers", heading, 1) > certainty("offers", read("Products"), 1)


def test_one_foreign_word_needs_cells_that_prove_the_field() -> None:
    assert meaning("Zebra email").fields[0][1] < 0.6 < meaning("Zebra email").fields[0][1] * 1.25
    assert set(BY_NAME) >= {name for name, _score in meaning("Zebra email").fields}

"""How much a company is wanted: words of three languages, marks of a matrix settled by all of its cells."""

import pytest

from missionplanner.domain.requests import Priority
from missionplanner.exchange import priorities

MEET, MUST, NO = Priority.MEET, Priority.MUST_MEET, Priority.NO_THANKS


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Very", MUST), ("Muy importante", MUST), ("5 - Essentiel", MUST), ("1", MUST), ("Alta", MUST), ("Alto", MUST), ("Not very", MEET),
        ("Pas très important", MEET), ("Nice to have", MEET), ("3", MEET), ("", MEET), ("No interest", NO), ("Aucun: jamais", NO),
        ("No, gracias", NO), ("I would not", NO),
        ("No me interesa", NO),
    ],
)  # fmt: skip
def test_words_of_three_languages(text: str, wanted: Priority) -> None:
    assert priorities.priority(text) is wanted


@pytest.mark.parametrize(
    ("text", "is_known"), [("", True), ("n/a", True), ("7", True), ("maybe", True), ("blah", False)]
)
def test_a_word_nobody_knows_is_not_understood(text: str, is_known: bool) -> None:
    assert priorities.is_understood(text) is is_known


def test_a_typed_number_without_a_meaning_is_none() -> None:
    assert (priorities.said_priority("7"), priorities.said_priority("2"), priorities.said_priority("")) == (
        None,
        MEET,
        None,
    )


@pytest.mark.parametrize(
    "cells",
    [
        {"x": MEET, "0": None, "-": None, "no": None, "": None},
        {"1": MEET, "0": None, "0.0": None},
        {"1": MUST, "2": MEET, "3": MEET, "n/a": None},
        {"Yes": MEET, "No": None},
        {"Sí": MEET, "No": None, "Quizás": MEET},
        {"Oui": MEET, "Non": None},
        {"High": MUST, "Low": MEET, "No": NO},
        {"Must meet": MUST, "Would like": MEET, "No": NO},
        {"1st": MUST, "2nd": MEET, "3e": MEET},
        {"✓": MEET, "✗": None},
        {"✗": MEET, "": None},
        {"☑": MEET, "☐": None},
        {"TRUE": MEET, "FALSE": None},
    ],
)
def test_all_cells_of_a_matrix_settle_what_some_mean(cells: dict[str, Priority | None]) -> None:
    assert priorities.of_marks(cells) == cells

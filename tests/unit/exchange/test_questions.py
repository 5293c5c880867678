"""What is asked where a sheet lacks a usual field."""

import pytest

from missionplanner.exchange.evidence import gather
from missionplanner.exchange.fields import BY_NAME
from missionplanner.exchange.meanings import meaning
from missionplanner.exchange.questions import missing, question

FIRMS = ["Alpha Foods Inc.", "Beta Steel Ltd.", "Gamma Corp."]
PEOPLE = ["Jane Doe", "John Roe", "Ana Ruiz"]
WORDS = ["stainless steel parts", "buyers of maple syrup", "a distributor in Jalisco"]


def test_usual_fields_are_missing_until_a_column_has_them() -> None:
    assert set(missing([])) <= BY_NAME.keys()
    assert missing([])[:2] == ["name", "email"]
    assert "full_name" not in missing(["given_name"])
    assert "description" not in missing(["objectives"])


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Type of business", FIRMS, "name"),
        ("Zebra", [f"p{n}@x.example.ca" for n in range(3)], "email"),
        ("CEO name", PEOPLE, "full_name"),
        ("Zebra", ["We make parts for the aerospace industry and sell them to fourteen countries of three continents."], "description"),
        ("Introductions wanted", WORDS, "seeks"),
        ("Team (people)", ["12", "40", "250"], "employees"),
        ("On the market since", ["1998", "2004"], "year_founded"),
        ("Zebra", ["CEO", "Export Manager", "Directrice des ventes"], "position"),
        ("Zebra", ["Canada", "Mexico", "France"], "country"),
        ("Zebra", WORDS, ""),
        ("Hotel partner", WORDS, ""),
        ("Do you look for partners?", WORDS, ""),
        ("Partner level", ["Gold", "Gold", "Silver", "Gold"], ""),
        ("Team (people)", ["a few", "many"], ""),
    ],
)  # fmt: skip
def test_a_column_looks_like_a_missing_field_by_hints_and_cells(heading: str, cells: list[str], field: str) -> None:
    assert question(meaning(heading), gather(cells), missing([])) == field


def test_nothing_is_asked_where_nothing_is_missing() -> None:
    assert question(meaning("CEO name"), gather(PEOPLE), missing(BY_NAME)) == ""

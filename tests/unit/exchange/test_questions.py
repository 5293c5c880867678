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
    assert "description" not in missing(["description_fr"])
    assert "family_name" in missing(["given_name"])
    assert "mobile" in missing(["phone"])


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
        ("Zebra", WORDS, "seeks"),
        ("Zebra", ["A", "B", "A", "A"], ""),
        ("Zebra", ["H3B 2Y5", "M5H 2N2"], "postal_code"),
        ("Zebra", ["1204 Genève", "1003 Lausanne"], "city"),
        ("Where are you based?", ["Sydney", "Belfast"], "city"),
        ("How many of you are there?", ["11-50", "51-200"], "employees"),
        ("Destinos", ["Perú, Ecuador", "Chile; Francia"], "markets"),
        ("Country of residence", ["Canada", "Mexico"], "country"),
        ("Meeting language", ["English", "French"], "languages"),
        ("Hotel partner", WORDS, ""),
        ("Do you look for partners?", WORDS, ""),
        ("Partner level", ["Gold", "Gold", "Silver", "Gold"], ""),
        ("Team (people)", ["a few", "many"], ""),
    ],
)  # fmt: skip
def test_a_column_looks_like_a_missing_field_by_hints_and_cells(heading: str, cells: list[str], field: str) -> None:
    assert question(meaning(heading), gather(cells), missing([])) == field


def test_short_names_beside_an_address_may_be_a_city() -> None:
    towns = gather(["Tunis", "Casablanca", "Lille"])
    assert question(meaning("Zebra"), towns, ["city"], {"country"}) == "city"
    assert question(meaning("Zebra"), towns, ["city"], {"offers"}) == ""
    assert question(meaning("Hotel zebra"), towns, ["city"], {"country"}) == ""


def test_single_names_may_be_the_other_half_of_a_name() -> None:
    assert question(meaning("Zebra"), gather(["Jane", "John", "Ana"]), ["given_name"]) == "given_name"
    assert question(meaning("Zebra"), gather(["Roy", "Lavoie", "Tremblay"]), ["family_name"]) == "family_name"


def test_nothing_is_asked_where_nothing_is_missing() -> None:
    assert question(meaning("CEO name"), gather(PEOPLE), missing(BY_NAME)) == ""


@pytest.mark.parametrize("heading", ["Interest", "Intérêts", "Intereses", "O que procura no Canadá", "Procurement"])
def test_what_somebody_looks_for_is_asked_about_where_nothing_else_says_it(heading: str) -> None:
    cells = gather(["natural stoppers", "cork floors, wall panels", "bags and accessories"])
    assert question(meaning(heading), cells, ["seeks", "offers"]) == "seeks"

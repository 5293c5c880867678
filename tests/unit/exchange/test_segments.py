"""Headings of several parts."""

import pytest

from missionplanner.exchange.segments import meanings


def fields(*headings: str) -> list[str]:
    return [one.field for one in meanings(headings)]


def test_two_languages_that_agree_are_one_heading() -> None:
    found = meanings(["Ville (siège) / City of the zebra office"])[0]
    assert found.field == "city"
    assert meanings(["Business Number (BN) / Numéro d'entreprise (NE)"])[0].fields[0] == ("registration_number", 1.0)


def test_two_parts_that_disagree_stay_one_heading() -> None:
    assert fields("City / Province") == ["city"]
    assert meanings(["Allergies / Comments"])[0].sensitive


def test_what_is_asked_of_a_group_is_what_the_last_part_says() -> None:
    assert fields("Nombre completo - Nombre de pila", "Nombre completo - Apellidos") == ["given_name", "family_name"]
    assert fields("besoins/offre", "besoins/recherche") == ["offers", "seeks"]
    assert fields("Nom complet : Prénom", "Ville") == ["full_name", "city"]


def test_a_group_that_is_somebody_elses_keeps_its_columns() -> None:
    assert fields("Invoice - Company name", "Invoice - E-mail") == ["", ""]
    emergency = meanings(["Emergency contact - Phone", "Emergency contact - E-mail"])
    assert [(one.field, one.sensitive) for one in emergency] == [("emergency_contact", True)] * 2


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("GSM (accessible pendant la mission)", "mobile"),
        ("Salutation (Mr/Ms/Dr/Prof)", "title"),
        ("Phone (home)", ""),
        ("Delegate (name, allergies, meals)", "dietary"),
        ("Phone (of the hotel where you stay)", ""),
    ],
)
def test_long_brackets_explain_and_short_ones_qualify(heading: str, field: str) -> None:
    assert fields(heading) == [field]


def test_points_and_feedback_about_another_question_are_nothing() -> None:
    assert fields("Company name", "Points - Company name", "Feedback - Company name") == ["name", "", ""]
    assert fields("Name", "Organization 1 - Name") == ["name", "name"]

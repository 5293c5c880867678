"""What headings mean, one by one."""

import pytest

from missionplanner.exchange.heading_rules import SENSITIVE_FIELDS
from missionplanner.exchange.meanings import meaning


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Type d'entreprise", ""), ("Tipo de empresa", ""), ("Parent company", ""), ("Type of organization", ""), ("Accompanying person", ""),
        ("Company to be invoiced", ""), ("Companies you wish to meet", "wishes"), ("Company web page", "website"), ("Name of the firm", "name"),
        ("Company contact", "full_name"), ("Contact de l'entreprise", "full_name"), ("Attendee company", "name"), ("Empresa del participante", "name"),
        ("Current employer", "name"), ("T-shirt size", ""), ("Company size", "employees"), ("IP address", ""), ("Job description", "position"),
        ("Organization description", "description"), ("Areas of activities", "sectors"), ("Departure city", ""), ("Home address", ""),
        ("Number of delegates", ""), ("Nombre de participants", ""), ("How did you hear about us?", ""), ("UTM source", ""), ("NPS", ""),
        ("Phone 1 - Type", ""), ("Phone 1 - Value", "phone"), ("Address 1 - City", "city"), ("Industria alimentaria", "sectors"),
        ("I agree that my dietary needs are shared with the hotel", "consent"), ("I consent to the sharing of my data", "consent"),
    ],
)  # fmt: skip
def test_qualifiers_turn_a_field_into_another_or_none(heading: str, field: str) -> None:
    assert meaning(heading).field == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Dietary needs", "dietary"), ("Access needs", "access_needs"), ("Besoins particuliers", "access_needs"),
        ("¿Requiere alguna dieta especial?", "dietary"), ("Do you have any food allergies?", "dietary"), ("Emergency contact e-mail", "emergency_contact"),
        ("Passport number", ""), ("Fecha de nacimiento", ""), ("Genre", ""), ("Religion", ""), ("Groupe sanguin", ""), ("Nationality", ""),
        ("Seguro médico", ""), ("Nom et téléphone de la personne à prévenir en cas d'urgence", "emergency_contact"),
        ("Health issues we need to know about", ""), ("Halal food products you offer", ""), ("Company members with a disability", "access_needs"),
    ],
)  # fmt: skip
def test_sensitive_headings_are_known_first(heading: str, field: str) -> None:
    found = meaning(heading)
    assert (found.field, found.sensitive) == (field, True)
    assert {name for name, _score in found.fields} <= SENSITIVE_FIELDS | {""}


def test_yes_or_no_questions_feed_no_text() -> None:
    assert meaning("Will you give a presentation?").field == ""
    assert meaning("Do you need translation services?").field == ""


def test_unknown_words_make_a_meaning_less_certain() -> None:
    assert meaning("Company").fields[0][1] > meaning("Zebra company").fields[0][1]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Empresas que NO desea visitar", ""), ("Companies you do not wish to meet", ""), ("Companies you wish to meet", "wishes"),
        ("Your company in a few lines", "description"), ("General telephone", "phone_company"), ("Tipo de empresas que desea contactar", "seeks"),
    ],
)  # fmt: skip
def test_a_refusal_is_no_wish_and_a_few_lines_are_a_description(heading: str, field: str) -> None:
    assert meaning(heading).field == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Dans quelles villes souhaitez-vous avoir des rencontres?", "stops"), ("Villes souhaitées pour les rencontres", "stops"),
        ("Villes où vous souhaitez rencontrer des acheteurs", "stops"), ("¿En qué ciudades desea tener reuniones?", "stops"),
        ("Cities in which you want meetings", "stops"), ("Number of meetings in each of the cities", ""),
        ("What do you do?", "description"), ("In a nutshell, what does the firm do", "description"), ("Tell us what you do", "description"),
        ("What your company does", "description"), ("Que faites-vous?", "description"), ("Lo que hace su empresa", "description"),
        ("Main export destinations and % of sales", "markets"), ("Year est.", "year_founded"),
        ("What do you make or do?", "offers"), ("What does your company sell?", "offers"),
    ],
)  # fmt: skip
def test_questions_are_read_by_what_they_ask(heading: str, field: str) -> None:
    assert meaning(heading).field == field


def test_certificates_of_food_are_no_diet() -> None:
    assert (meaning("Certifications (Organic, Kosher, Halal)").field, meaning("Kosher or halal meals").field) == (
        "",
        "dietary",
    )

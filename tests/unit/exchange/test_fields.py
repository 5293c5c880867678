"""The fields of a registration."""

from missionplanner.domain.privacy import SENSITIVE
from missionplanner.exchange.fields import BY_NAME, FIELDS, MANY, language_of
from missionplanner.exchange.heading_rules import RULES, SENSITIVE_FIELDS


def test_fields_have_names_and_labels_of_their_own() -> None:
    assert len(BY_NAME) - 2 == len(FIELDS) == len({field.label for field in FIELDS})
    assert BY_NAME.keys() >= MANY


def test_every_field_can_be_meant_by_a_heading() -> None:
    meant = {name for rule in RULES for name, _score in rule.fields} | {"name", "full_name"}
    meant |= {"kind", "role", "gender"}  # their cells tell, whatever the heading
    assert BY_NAME.keys() - meant == set()
    assert meant - {""} - BY_NAME.keys() == set()


def test_sensitive_fields_are_sensitive_in_the_mission_too() -> None:
    assert set(SENSITIVE) >= SENSITIVE_FIELDS


def test_language_of_a_form_is_that_of_most_headings() -> None:
    assert language_of(["Nom", "Ville", "Courriel", "Entreprise"]) == "fr"
    assert language_of(["Contact"]) == ""


def test_a_form_in_a_language_close_to_one_of_the_three_is_in_none_of_them() -> None:
    headings = ["Nome da empresa", "País", "O que procura", "Telemóvel", "Cargo do participante"]
    assert language_of(headings) == ""
    assert language_of(["Nombre de la empresa", "País", "Qué busca", "Teléfono", "Cargo"]) == "es"

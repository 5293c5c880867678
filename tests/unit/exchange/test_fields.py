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

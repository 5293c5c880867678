"""Roles and kinds of organisations have names in three languages."""

import pytest

from missionplanner.domain.people import OrganisationKind, Role

MINISTER = Role(name_en="Minister", name_fr="Ministre")


@pytest.mark.parametrize(("language", "name"), [("en", "Minister"), ("fr", "Ministre"), ("es", "Minister")])
def test_a_role_is_named_in_a_language_or_in_english(language: str, name: str) -> None:
    assert MINISTER.name(language) == name


def test_its_label_is_in_the_language_of_the_screen() -> None:
    assert OrganisationKind(name_en="University", name_fr="Université").label == "University"


def test_people_of_a_role_and_organisations_of_a_kind_attend_meetings_unless_it_says_otherwise() -> None:
    assert (MINISTER.meets, OrganisationKind(name_en="Company").meets) == (True, True)

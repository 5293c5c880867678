"""Roles and kinds of organisations have names in three languages."""

from dataclasses import replace

import pytest

from missionplanner.domain.people import (
    Membership,
    OrganisationKind,
    Person,
    Representative,
    Role,
    by_precedence,
    protocol_place,
)

MINISTER = Role(name_en="Minister", name_fr="Ministre")


@pytest.mark.parametrize(("language", "name"), [("en", "Minister"), ("fr", "Ministre"), ("es", "Minister")])
def test_a_role_is_named_in_a_language_or_in_english(language: str, name: str) -> None:
    assert MINISTER.name(language) == name


def test_its_label_is_in_the_language_of_the_screen() -> None:
    assert OrganisationKind(name_en="University", name_fr="Université").label == "University"


def test_people_of_a_role_and_organisations_of_a_kind_attend_meetings_unless_it_says_otherwise() -> None:
    assert (MINISTER.meets, OrganisationKind(name_en="Company").meets) == (True, True)


def test_the_order_of_protocol_begins_with_the_first_and_leaves_the_others_as_they_were() -> None:
    places = (None, 2, 0, None, 1)
    people = [Person(id=n, precedence=place) for n, place in enumerate(places, start=1)]
    assert [person.id for person in by_precedence(people)] == [3, 5, 2, 1, 4]
    assert [protocol_place(some) for some in (people[:2], people[3:4], [])] == [(False, 2), (True, 0), (True, 0)]


def test_somebody_edited_in_a_company_keeps_the_post_in_the_main_one() -> None:
    one = Representative(Person(id=1, position="CEO"), Membership(id=5, person_id=1, company_id=2, position="Chair"))
    assert one.here.position == "Chair"
    edited = one.edited(replace(one.here, position="Adviser", email="a@b.ca"))
    assert (edited.person, edited.membership) == (
        Person(id=1, position="CEO", email="a@b.ca"), replace(one.membership, position="Adviser"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "family", "family_first", "short"),
    [
        ("Jean-Pierre", "Roy", False, "J.-P.\u00a0Roy"),
        ("María José", "Peña", False, "M. J.\u00a0Peña"),
        ("María de los Ángeles", "Ruiz", False, "M. Á.\u00a0Ruiz"),
        ("de la", "Cruz", False, "d. l.\u00a0Cruz"),
        ("Ágnes", "Kovács", True, "Kovács\u00a0Á."),
        ("伟", "王", True, "王 伟"),
        ("Cher", "", False, "Cher"),
        ("", "Roy", False, "Roy"),
    ],
)
def test_a_short_name_has_initials_where_the_script_has_capitals(
    given: str, family: str, family_first: bool, short: str
) -> None:
    assert Person(given_name=given, family_name=family, family_first=family_first).short_name() == short


@pytest.mark.parametrize(
    ("given", "short"),
    [("Marie", "Marie Roy"), ("Marie José", "Marie José Roy"), ("Marie-Josée", "M.-J.\u00a0Roy"), ("Luc", "L.\u00a0Roy"),
     ("", "Roy")],
)  # fmt: skip
def test_an_initial_is_not_taken_for_a_french_title(given: str, short: str) -> None:
    assert Person(given_name=given, family_name="Roy").short_name("fr") == short

"""Columns in which people state their gender."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.people import Gender
from missionplanner.exchange import choices, columns, genders, participants
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.files import Source, read
from missionplanner.exchange.participants import ParticipantRow
from missionplanner.exchange.reader import Context

CONTEXT = Context(Side.DELEGATION, "Canada", choices.of_sectors([]), choices.of_stops([]))
NO_ROLES = choices.of_titled([])
FEMALE, MALE, OTHER, UNKNOWN = Gender.FEMALE, Gender.MALE, Gender.OTHER, Gender.UNKNOWN


def table(heading: str, *cells: str) -> SourceTable:
    lines = [f"Ana{n},Roy{n},a{n}@a.ca,{cell}" for n, cell in enumerate(cells)]
    text = "\n".join([f"First name,Last name,E-mail,{heading}", *lines])
    (sheet,) = read(Source("people.csv", text.encode()))
    return genders.with_genders(columns.choose([sheet]))


def rows(heading: str, *cells: str) -> list[ParticipantRow]:
    return participants.read(table(heading, *cells), CONTEXT, NO_ROLES)


def stated(heading: str, *cells: str) -> list[Gender | None]:
    return [row.people[0].get("gender") for row in rows(heading, *cells)]


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("Gender", ("Female", "male", "Non-binary", "Prefer not to say", ""), [FEMALE, MALE, OTHER, None, None]),
        ("Sexe", ("Femme", "Homme", "Autre", "Je préfère ne pas répondre"), [FEMALE, MALE, OTHER, None]),
        ("Género", ("Mujer", "Hombre", "Femenino", "Masculino"), [FEMALE, MALE, FEMALE, MALE]),
        ("Gender", ("F", "M", "X"), [FEMALE, MALE, OTHER]),
        ("H/F", ("H", "F", "f"), [MALE, FEMALE, FEMALE]),
        ("Sexo", ("H", "M", "M"), [MALE, FEMALE, FEMALE]),
        ("Sexo (H/M)", ("M", "M"), [FEMALE, FEMALE]),
        ("Gender (M/F)", ("M", "M"), [MALE, MALE]),
    ],
)
def test_a_gender_is_read_in_three_languages_and_m_by_the_other_letters(
    heading: str, cells: tuple[str, ...], expected: list[Gender | None]
) -> None:
    assert stated(heading, *cells) == expected


def test_m_alone_says_nothing_and_is_reported() -> None:
    first, _second = rows("Sexo", "M", "M")
    assert "gender" not in first.people[0]
    assert [(issue.code, issue.text) for issue in first.issues] == [
        ("unclear_gender", "“M” is not understood as a gender.")
    ]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [("Gender identity", ("Female", "Male")), ("Pronouns", ("she/her", "he/him")), ("Gender", ("It depends", "Male")),
     ("Genre", ("Company", "Association"))],
)  # fmt: skip
def test_what_asks_for_more_or_says_something_else_feeds_nothing(heading: str, cells: tuple[str, ...]) -> None:
    assert [column.field for column in table(heading, *cells).columns][3] != "gender"


def test_a_column_is_of_the_person_before_it_and_one_is_enough() -> None:
    text = (
        "Company,Delegate 1 first name,Delegate 1 last name,Gender,Delegate 2 first name,Delegate 2 last name,Gender,Sex\n"
        "Acme,Ana,Roy,Female,Ben,Sol,Male,Male\n"
    )
    (sheet,) = read(Source("companies.csv", text.encode()))
    found = genders.with_genders(columns.choose([sheet])).columns
    assert [(one.field, one.number) for one in found if one.heading in ("Gender", "Sex")] == [
        ("gender", 1), ("gender", 2), ("", 1),
    ]  # fmt: skip


def test_a_column_somebody_decided_stays_and_its_m_is_known() -> None:
    chosen = columns.decided(table("Gender", "M", "F"), {3: ""})
    assert genders.with_genders(chosen).columns[3].field == ""
    again = genders.with_genders(columns.decided(chosen, {3: "gender"}))
    assert (again.columns[3].field, again.columns[3].letter) == ("gender", MALE)

"""Rows of lists of people: who they are, their organisations as written, their role."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.people import Role
from missionplanner.exchange import choices, columns, listed_columns, participants
from missionplanner.exchange.files import Source, read
from missionplanner.exchange.participants import ParticipantRow
from missionplanner.exchange.reader import Context

ROLES = choices.of_titled([Role(id=1, name_en="Minister", name_fr="Ministre"), Role(id=2, name_en="Press")])
CONTEXT = Context(Side.DELEGATION, "Canada", choices.of_sectors([]), choices.of_stops([]))


def rows(text: str) -> list[ParticipantRow]:
    (sheet,) = read(Source("people.csv", text.encode()))
    table = listed_columns.with_role(columns.choose([sheet]), ROLES)
    return participants.read(participants.with_rows_above(table, sheet)[0], CONTEXT, ROLES)


def test_people_come_with_their_organisations_and_role() -> None:
    (one, two) = rows(
        "First name,Last name,Organization,E-mail,Category\nAna,Roy,Acme Inc.; Nord,ana@a.ca,ministre\nBen,Sol,,b@a.ca,Press\n"
    )
    assert one.people == ({"given_name": "Ana", "family_name": "Roy", "email": "ana@a.ca"},)
    assert (one.organisations, one.role_id) == (("Acme Inc.", "Nord"), 1)
    assert (two.organisations, two.role_id, two.issues) == ((), 2, ())


def test_a_column_of_posts_that_names_roles_is_the_role() -> None:
    lines = [f"Ana,{name},{name}@a.ca,Minister" for name in ("Roy", "Sol", "Elm")]
    one, *_others = rows("First name,Last name,E-mail,Position\n" + "\n".join(lines) + "\n")
    assert (one.role_id, one.people) == (1, ({"given_name": "Ana", "family_name": "Roy", "email": "Roy@a.ca"},))


def test_a_row_that_names_nobody_says_so() -> None:
    (one,) = rows("First name,Last name,E-mail,Organization\n,,,Acme\n")
    assert (one.people, [issue.code for issue in one.issues]) == ((), ["nobody"])


@pytest.mark.parametrize(
    ("cell", "expected", "codes"),
    [
        ("Jane Doe (Global Affairs)", {"position": "Clerk, Global Affairs"}, ["beside_name"]),
        ("Jane Doe, P.Eng.", {"position": "Clerk, P.Eng."}, []),
        ("Jane Doe (vegan)", {"position": "Clerk", "dietary": "vegan"}, []),
        ("Jane Doe (wheelchair)", {"position": "Clerk", "access_needs": "wheelchair"}, []),
        ("Jane Doe (muslim)", {"position": "Clerk"}, ["private_beside"]),
    ],
)
def test_what_stands_beside_a_name_is_not_lost(cell: str, expected: dict[str, str], codes: list[str]) -> None:
    (one,) = rows(f'Name of the participant,E-mail,Position\n"{cell}",j@a.ca,Clerk\n')
    named = {"given_name": "Jane", "family_name": "Doe", "email": "j@a.ca"}
    assert (one.people, [issue.code for issue in one.issues]) == (({**named, **expected},), codes)


def test_a_second_address_has_no_place_and_is_said() -> None:
    (one,) = rows("First name,Last name,E-mail\nJane,Doe,j@a.ca; jane@home.ca\n")
    assert one.people == ({"given_name": "Jane", "family_name": "Doe", "email": "j@a.ca"},)
    said = "“jane@home.ca” is a second address or telephone of Jane Doe, and is not imported."
    assert [issue.text for issue in one.issues] == [said]


def test_a_role_the_mission_does_not_have_is_kept_with_the_position() -> None:
    text = "First name,Last name,E-mail,Role\nAna,Roy,a@a.ca,Minister\nBen,Sol,b@a.ca,Jester\n"
    _minister, jester = rows(text.replace("Ben", "Bo,Li,c@a.ca,Press\nBen"))[0::2]
    assert (jester.role_id, jester.people[0]["position"]) == (None, "Jester")
    assert [issue.code for issue in jester.issues] == ["unknown_role"]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Ana,Roy,\n", ["Roy", "Sol"]),
        ("Xu,Ng,xu@a.ca\n", ["Ng", "Sol"]),
        ("Delegation list,Version 3,\n", ["Sol"]),
        ("Ana,,\n", ["Sol"]),
    ],
    ids=["a given name", "an address", "a title", "one cell"],
)
def test_rows_above_the_headings_are_read_where_they_surely_are_people(above: str, expected: list[str]) -> None:
    found = rows(f"{above}First name,Last name,E-mail\nBen,Sol,b@a.ca\n")
    assert [one.people[0]["family_name"] for one in found] == expected


def test_rows_above_that_are_no_people_are_named_but_for_headings() -> None:
    groups = "Participant,,Assistant,\nFirst name,Last name,First name,Last name\n"
    text = f"List,Version 3,,\n{groups}Ben,Sol,Ana,Roy\n"
    (sheet,) = read(Source("people.csv", text.encode()))
    assert participants.with_rows_above(columns.choose([sheet]), sheet)[1] == [1]


def test_a_row_the_file_has_a_fault_in_names_nobody() -> None:
    (sheet,) = read(Source("people.csv", b"First name,Last name\nBen,Sol\n"))
    fault = Issue("ragged", "Torn.", Severity.ERROR, 2)
    (one,) = participants.read(columns.choose([sheet]), CONTEXT, ROLES, [fault])
    assert (one.people, one.issues) == ((), (fault,))

"""Rows of lists of people: who they are, their organisations as written, their role."""

from missionplanner.domain.companies import Side
from missionplanner.domain.people import Role
from missionplanner.exchange import choices, columns, participants
from missionplanner.exchange.files import Source, read
from missionplanner.exchange.participants import ParticipantRow
from missionplanner.exchange.reader import Context

ROLES = choices.of_titled([Role(id=1, name_en="Minister", name_fr="Ministre"), Role(id=2, name_en="Press")])
CONTEXT = Context(Side.DELEGATION, "Canada", choices.of_sectors([]), choices.of_stops([]))


def rows(text: str) -> list[ParticipantRow]:
    table = columns.choose(read(Source("people.csv", text.encode())))
    return participants.read(table, CONTEXT, ROLES)


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

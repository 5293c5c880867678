"""People as rows of plain values, for the command line and exports; names and codes are English and stable."""

from missionplanner.domain.people import POST, Person
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.jobs.lists.rows import Row

_FIELDS = (
    "title", "given_name", "family_name", "second_family_name", "gender", "email", "phone", "mobile", "languages",
    "badge_name", "family_first", "precedence", "meets", "consent", "purpose", "biography", *POST[1:],
)  # fmt: skip


def people(snapshot: Snapshot, sensitive: bool = False) -> list[Row]:
    """List everybody by family name, with the organisations they represent, the main one first.

    sensitive: with the fields that leave the program only where that is asked for.
    """
    found = sorted(snapshot.people, key=lambda p: (fold(p.family_name), fold(p.given_name), p.id))
    return [person_row(snapshot, person, sensitive) for person in found]


def as_cells(row: Row) -> Row:
    """Return a row without what a cell cannot hold: role and post in each of the organisations."""
    return {name: value for name, value in row.items() if name != "represents"}


def person_row(snapshot: Snapshot, person: Person, sensitive: bool = False) -> Row:
    """Return the row of one person."""
    mine = snapshot.companies_of.get(person.id, ())
    role = snapshot.role_of(person)
    values = {name: getattr(person, name) for name in _FIELDS}
    return {
        **{name: values.pop(name) for name in _FIELDS[:4]},
        "role": role.name_en if role else "",
        "organisations": [snapshot.company[key].name for key in mine],
        "position": person.position,
        "side": snapshot.side_of(person).value,
        "sectors": [snapshot.sector[key].name_en for key in snapshot.sectors_of_person.get(person.id, ())],
        "status": [snapshot.application[key].status.value for key in mine if key in snapshot.application],
        "represents": [_represented(snapshot, person, key) for key in mine],
        **{name: value.value if name == "gender" else value for name, value in values.items()},
        "written_in": (language := snapshot.language_of(person)),
        "addressed": snapshot.addressed(person, language),
        "salutation": snapshot.salutation(person, language),
        **({name: getattr(person, name) for name in SENSITIVE} if sensitive else {}),
    }


def _represented(snapshot: Snapshot, person: Person, company_id: int) -> Row:
    role = snapshot.role_of(person, company_id)
    return {
        "name": snapshot.company[company_id].name,
        "role": role.name_en if role else "",
        **snapshot.post_of(person, company_id),
    }

"""The list of people: a line each with what it shows, narrowed by words and conditions, and sorted."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from missionplanner.domain import own_filters
from missionplanner.domain.companies import Side
from missionplanner.domain.own_kinds import order_of
from missionplanner.domain.own_values import is_own
from missionplanner.domain.people import POST, Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.i18n import current, language_name

NONE = 0
"""The value of a condition that stands for no organisation, or no role."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as they are listed."""

    person: Person
    name: str
    """With the title, in the language of the screen."""
    role: str
    """Its name in the language of the screen; empty where nobody said."""
    roles: frozenset[int]
    """Keys, in any of the organisations."""
    organisations: str
    """Their names, the main one first."""
    companies: tuple[int, ...]
    side: Side
    status: str
    """The status of the organisations in words."""
    languages: str
    sectors: str
    """The names of the sectors they look after at meetings."""
    searched: str

    @property
    def key(self) -> int:
        """The key of the person."""
        return self.person.id


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """The conditions of listed people; an empty one leaves all."""

    text: str = ""
    sides: tuple[str, ...] = ()
    roles: tuple[int, ...] = ()
    """Keys; NONE for those without a role."""
    organisations: tuple[int, ...] = ()
    """Keys; NONE for those without an organisation."""
    languages: tuple[str, ...] = ()
    """Codes."""
    own: tuple[str, ...] = ()
    """Values of own fields ("person.hotel=Ritz")."""


def lines(snapshot: Snapshot) -> list[PersonLine]:
    """Return a line for everybody of a mission, by name."""
    found = [_line(snapshot, person) for person in snapshot.people]
    return sorted(found, key=lambda line: (_name(line), line.key))


def narrowed(found: Iterable[PersonLine], wanted: PeopleFilter) -> list[PersonLine]:
    """Return the lines that hold every word and meet every condition."""
    words = fold(wanted.text).split()
    tests = [test for name, test in _TESTS.items() if getattr(wanted, name)]
    return [
        line
        for line in found
        if all(word in line.searched for word in words)
        and all(test(line, wanted) for test in tests)
        and own_filters.passes(wanted.own, line.person.own)
    ]


def numbers(found: Sequence[PersonLine], wanted: PeopleFilter, name: str) -> dict[Any, int]:
    """Return how many people there are for each value of a condition, were it the only one asked for."""
    others: dict[str, Any] = {name: ()}
    left = narrowed(found, replace(wanted, **others))
    return dict(Counter(value for line in left for value in _VALUES[name](line)))


def ordered(found: Iterable[PersonLine], column: str, descending: bool = False) -> list[PersonLine]:
    """Return lines, which are in the order of names, sorted by a column of SORTED; equal ones stay by name."""
    if column == "name":
        return list(found)[::-1] if descending else list(found)
    if is_own(column):
        return sorted(found, key=lambda line: order_of(line.person.own.get(column, "")), reverse=descending)
    return sorted(found, key=SORTED[column], reverse=descending)


def _line(snapshot: Snapshot, person: Person) -> PersonLine:
    mine = snapshot.companies_of.get(person.id, ())
    names = [snapshot.company[key].name for key in mine]
    role = snapshot.role_of(person)
    statuses = dict.fromkeys(filter(None, map(snapshot.status_of, mine)))
    roles = frozenset(one.id for key in (None, *mine) if (one := snapshot.role_of(person, key)))
    role_name = role.label if role else ""
    looked_after = snapshot.sectors_of_person.get(person.id, [])
    posts = [snapshot.position_of(person, key) for key in mine]
    name = snapshot.addressed(person, current().language)
    own = snapshot.own_of_person.get(person.id, {})
    texts = (
        *own.values(),
        name,
        person.title,
        person.email,
        person.phone,
        person.mobile,
        *(getattr(person, name) for name in POST),
        *posts,
        role_name,
        *names,
    )
    return PersonLine(
        person=replace(person, own=own) if own else person,
        name=name,
        role=role_name,
        roles=roles,
        organisations="; ".join(names),
        companies=mine,
        side=snapshot.side_of(person),
        status=", ".join(statuses),
        languages=", ".join(language_name(code) for code in _codes(person)),
        sectors="; ".join(snapshot.sector[key].name(current().language) for key in looked_after),
        searched=fold(" ".join(texts)),
    )


def _codes(person: Person) -> list[str]:
    return [code.strip() for code in person.languages.split(",") if code.strip()]


def _name(line: PersonLine) -> tuple[str, str]:
    person = line.person
    return fold(f"{person.family_name} {person.second_family_name}".strip() or person.full_name), fold(
        person.given_name
    )


_VALUES: dict[str, Callable[[PersonLine], Iterable[Any]]] = {
    "sides": lambda line: (line.side.value,),
    "roles": lambda line: line.roles or (NONE,),
    "organisations": lambda line: line.companies or (NONE,),
    "languages": lambda line: _codes(line.person),
}
_TESTS: dict[str, Callable[[PersonLine, PeopleFilter], bool]] = {
    name: (lambda line, wanted, n=name, v=values: bool(set(getattr(wanted, n)) & set(v(line))))  # type: ignore[misc]
    for name, values in _VALUES.items()
}
SORTED: dict[str, Callable[[PersonLine], Any]] = {
    "name": _name,
    "role": lambda line: fold(line.role),
    "organisations": lambda line: fold(line.organisations),
    "side": lambda line: line.side.value,
    "status": lambda line: line.status,
    "languages": lambda line: line.languages,
    "sectors": lambda line: fold(line.sectors),
    "precedence": lambda line: (line.person.precedence is None, line.person.precedence or 0),
    **{
        name: (lambda line, n=name: fold(getattr(line.person, n)))  # type: ignore[misc]
        for name in ("title", "given_name", "family_name", "second_family_name", *POST, "email", "phone", "mobile",
                     "badge_name")
    },
}  # fmt: skip
"""The columns the list is sorted by."""

"""Large print: who asks for it by what they say of their access needs."""

import re

from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold

_WORDS = re.compile(
    r"\b(large|larger|big|bigger) (print|type|text|font|letters?)\b|\bvis(ion|ual\w*|uel\w*)\b|\bsight\w*|"
    r"\bmalvoyant|\b(gros|grands?) caract|\bagrandi|\bletras? (grandes?|ampliad)|\bmacrotipo|\bvista\b|\bdebil visual\b"
)


def wants_large_print(person: Person) -> bool:
    """Whether the access needs of somebody speak of their sight or of large letters."""
    return bool(_WORDS.search(fold(person.access_needs)))


def large_print_readers(snapshot: Snapshot) -> list[Person]:
    """Return who takes part and wants large print."""
    wanting = (one for one in snapshot.people if one.access_needs and wants_large_print(one))
    return [one for one in wanting if _takes_part(snapshot, one)]


def _takes_part(snapshot: Snapshot, person: Person) -> bool:
    return bool(snapshot.companies_of.get(person.id)) and snapshot.takes_part_person(person)

"""Who wants large print."""

from dataclasses import replace

import pytest

from missionplanner.domain.large_print import large_print_readers, wants_large_print
from missionplanner.domain.people import Person
from tests.builders import snapshot_of


@pytest.mark.parametrize(
    ("needs", "wants"),
    [
        ("Large print please", True), ("Low vision", True), ("visually impaired", True), ("Gros caractères", True),
        ("déficience visuelle", True), ("LETRA GRANDE", True), ("Debilidad visual", True), ("baja visión", True),
        ("", False), ("Wheelchair", False), ("Supervision of a child", False), ("Revisar la rampa", False),
    ],
)  # fmt: skip
def test_needs_that_speak_of_sight_or_letters(needs: str, wants: bool) -> None:
    assert wants_large_print(Person(access_needs=needs)) is wants


def test_readers_are_those_who_take_part() -> None:
    snapshot = snapshot_of()
    people = [replace(person, access_needs="Large print") for person in snapshot.people]
    found = large_print_readers(replace(snapshot, people=[*people, Person(id=99, access_needs="Large print")]))
    assert [person.id for person in found] == [person.id for person in people if person.company_id]

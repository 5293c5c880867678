"""People's own parts in events: entered by hand, and dropped again."""

import pytest

from missionplanner.domain.events import Event, Part, PersonAttendance
from missionplanner.domain.people import Person
from missionplanner.jobs.people import attendance
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, moment
from tests.unit.jobs.people.conftest import Folk


@pytest.fixture
def dinner(store: Store) -> int:
    with store.change(message("Dinner")) as change:
        return change.insert(Event(stop_id=1, name_en="Dinner", starts=moment(19), ends=moment(21)))


def parts(store: Store) -> list[tuple[int, Part]]:
    return [(row.person_id, row.part) for row in store.all(PersonAttendance)]


@pytest.mark.parametrize(
    ("part", "label"), [(Part.IN, "Invite to Dinner"), (Part.OUT, "Excuse from Dinner")], ids=lambda one: str(one)
)
def test_people_attend_or_do_not(store: Store, folk: Folk, dinner: int, part: Part, label: str) -> None:
    check_undo(store, lambda s: attendance.set_part(s, dinner, [folk.luis, folk.rosa], part), label)
    assert parts(store) == [(folk.rosa, part), (folk.luis, part)]
    snapshot = store.snapshot()
    person = store.get(Person, folk.rosa)
    assert snapshot.person_attends(person, snapshot.events[0]) is (part is Part.IN)


def test_what_is_entered_by_hand_is_changed_and_dropped(store: Store, folk: Folk, dinner: int) -> None:
    attendance.set_part(store, dinner, [folk.luis], Part.IN)
    attendance.set_part(store, dinner, [folk.rosa, folk.luis], Part.OUT)
    assert parts(store) == [(folk.luis, Part.OUT), (folk.rosa, Part.OUT)]
    check_undo(store, lambda s: attendance.set_part(s, dinner, [folk.luis], None), "Attendance as usual")
    assert parts(store) == [(folk.rosa, Part.OUT)]

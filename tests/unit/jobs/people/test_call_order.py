"""Who is at a bilateral call and in which order they enter."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.events import Audience, Event, EventKind, Part, PersonAttendance
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import entering
from missionplanner.errors import UserError
from missionplanner.jobs.people import call_order
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, moment, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as store:
        with store.change(message("Add")) as change:
            for kind in (EventKind.CALL, EventKind.PLENARY):
                change.insert(Event(stop_id=1, kind=kind, name_en=kind.value, audience=Audience.LISTED,
                                    starts=moment(8), ends=moment(9)))  # fmt: skip
        yield store


def order(store: Store) -> list[int]:
    """The keys of those who enter."""
    return [person.id for person in entering(store.snapshot(), store.get(Event, 1))]


def test_people_are_put_in_order_as_one_step(store: Store) -> None:
    one, two, three = (person.id for person in store.all(Person)[:3])
    check_undo(store, lambda s: call_order.put_in_order(s, 1, [two, one]), "Put in order who enters at call")
    assert order(store) == [two, one]
    call_order.put_in_order(store, 1, [three, two, three])
    assert order(store) == [three, two]
    assert [row.enters for row in store.all(PersonAttendance)] == [2, 1]


def test_somebody_is_added_last_or_in_the_place_of_another_and_taken_out(store: Store) -> None:
    one, two, three = (person.id for person in store.all(Person)[:3])
    call_order.add(store, 1, one)
    call_order.add(store, 1, two)
    call_order.add(store, 1, three, instead_of=one)
    assert order(store) == [three, two]
    with pytest.raises(UserError):
        call_order.add(store, 1, two)
    check_undo(store, lambda s: call_order.take_out(s, 1, [three, one]), "Excuse from call")
    assert (order(store), [row.part for row in store.all(PersonAttendance)]) == (
        [two], [Part.IN, Part.OUT, Part.OUT],
    )  # fmt: skip
    call_order.put_in_order(store, 1, [one, two])
    assert order(store) == [one, two]


def test_other_events_have_no_order(store: Store) -> None:
    with pytest.raises(UserError):
        call_order.put_in_order(store, 2, [1])
    with pytest.raises(UserError):
        call_order.listed(store, 2)
    assert call_order.listed(store, 1) == []

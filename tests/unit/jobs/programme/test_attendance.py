"""Guests are invited and excused; those who wait move up; an event is kept to its room."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from missionplanner import i18n
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.attendance import Guests, guests
from missionplanner.domain.events import Audience, Event, Part
from missionplanner.domain.people import Person
from missionplanner.jobs.programme import attendance
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of, meet, moment


def reception(store: Store, **more: object) -> int:
    event = Event(stop_id=1, name_en="Reception", starts=moment(18), ends=moment(20), **more)  # type: ignore[arg-type]
    with store.change(message("Event")) as change:
        return change.insert(event)


def test_capacity_counts_people_and_those_who_wait_move_up(store: Store) -> None:
    with store.change(message("Second delegate")) as change:
        change.insert(Person(company_id=key_of(store, "D2"), given_name="Second"))
    key = reception(store, audience=Audience.LISTED, capacity=3)
    names = ("D1", "D2", "D3", "C1")
    keys = [key_of(store, name) for name in names]
    invited = attendance.invite(store, key, keys)
    assert invited == attendance.Invited(tuple(keys[:2]), tuple(keys[2:]))
    snapshot = store.snapshot()
    assert guests(snapshot, snapshot.events[0]) == Guests(tuple(keys[:2]), tuple(keys[2:]), 3, 0)
    assert attendance.excuse(store, key, [keys[0]]) == (keys[2],)
    event = store.get(Event, key)
    assert attendance.save_event(store, replace(event, capacity=4)) == (keys[3],)
    attendance.forget(store, key, keys)
    snapshot = store.snapshot()
    assert guests(snapshot, snapshot.events[0]).coming == ()


def test_who_is_excused_by_hand_may_meet_during_the_event(store: Store) -> None:
    key = reception(store)
    with store.change(message("Morning")) as change:
        change.update(replace(store.get(Event, key), starts=moment(9), ends=moment(9, 20)))
    meet(store, "D1", "C1", 0, 0)
    assert len(planning.conflicts(store.snapshot())) == 1
    attendance.excuse(store, key, [key_of(store, "D1"), key_of(store, "C1")])
    assert planning.conflicts(store.snapshot()) == []


def test_an_event_is_kept_to_its_room_and_to_a_status(store: Store) -> None:
    decisions.set_status(store, [key_of(store, "D1"), key_of(store, "C2")], Status.CONFIRMED)
    key = reception(store, audience=Audience.STATUS, status="confirmed", capacity=1)
    snapshot = store.snapshot()
    found = guests(snapshot, snapshot.events[0])
    assert (found.people, found.left) == (2, -1)
    assert attendance.keep_to_capacity(store, key) == (key_of(store, "C2"),)
    snapshot = store.snapshot()
    assert snapshot.part(key_of(store, "C2"), snapshot.events[0]) is Part.WAITING


def test_who_waits_keeps_the_queue(store: Store) -> None:
    key = reception(store, audience=Audience.LISTED, capacity=1)
    attendance.invite(store, key, [key_of(store, "D1"), key_of(store, "D2"), key_of(store, "D3")])
    decisions.set_status(store, [key_of(store, "D2")], Status.WITHDRAWN)
    assert attendance.excuse(store, key, [key_of(store, "D1")]) == (key_of(store, "D3"),)
    attendance.invite(store, key, [key_of(store, "C1"), key_of(store, "C2")])
    assert attendance.forget(store, key, [key_of(store, "D3")]) == (key_of(store, "C1"),)
    with store.change(message("Room")) as change:
        change.update(replace(store.get(Event, key), capacity=2, audience=Audience.LISTED))
    found = attendance.invite(store, key, [key_of(store, "C3")])
    assert found.waiting == (key_of(store, "C3"),)
    reserve = reception(store, audience=Audience.STATUS, status="reserve")
    decisions.set_status(store, [key_of(store, "D1")], Status.RESERVE)
    event = store.get(Event, reserve)
    assert guests(store.snapshot(), event).coming == (key_of(store, "D1"),)


def invite(store: Store) -> None:
    key = reception(store, audience=Audience.LISTED, capacity=2)
    attendance.invite(store, key, [key_of(store, name) for name in ("D1", "D2", "D3", "C1")])


def excuse(store: Store) -> None:
    invite(store)
    attendance.excuse(store, store.all(Event)[0].id, [key_of(store, "D1")])


ACTS: dict[str, Callable[[Store], object]] = {
    "Invite to Reception": invite,
    "Excuse from Reception": excuse,
}


@pytest.mark.parametrize("label", ACTS)
def test_every_act_is_undone_and_redone_exactly(store: Store, label: str) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    check_undo(store, ACTS[label], label.partition(" after ")[0])


def test_an_event_with_more_room_lets_those_who_wait_in(store: Store) -> None:
    names = ("D1", "D2", "D3")
    event = Event(stop_id=1, name_en="Dinner", starts=moment(19), ends=moment(21), audience=Audience.LISTED, capacity=2)
    attendance.save_event(store, event)
    key = store.all(Event)[0].id
    found = attendance.invite(store, key, [key_of(store, name) for name in names])
    assert (len(found.coming), len(found.waiting)) == (2, 1)
    assert attendance.save_event(store, replace(store.get(Event, key), capacity=3)) == (key_of(store, "D3"),)


def event(store: Store, key: int) -> Guests:
    return guests(store.snapshot(), store.get(Event, key))


def test_nobody_overtakes_those_who_wait(store: Store) -> None:
    key = reception(store, audience=Audience.LISTED, capacity=2)
    with store.change(message("Second")) as change:
        change.insert(Person(company_id=key_of(store, "D2"), given_name="Ana"))
    d1, d2, d3 = (key_of(store, name) for name in ("D1", "D2", "D3"))
    assert attendance.invite(store, key, [d1]) == attendance.Invited((d1,), ())
    assert attendance.invite(store, key, [d2]) == attendance.Invited((), (d2,))
    assert attendance.invite(store, key, [d3, d1]) == attendance.Invited((), (d3,))
    assert (event(store, key).coming, event(store, key).waiting) == ((d1,), (d2, d3))
    assert attendance.excuse(store, key, [d1]) == (d2,)
    assert (event(store, key).coming, event(store, key).waiting) == ((d2,), (d3,))


def test_who_waits_already_keeps_the_place_when_invited_again(store: Store) -> None:
    key = reception(store, audience=Audience.LISTED, capacity=1)
    d1, d2, d3 = (key_of(store, name) for name in ("D1", "D2", "D3"))
    attendance.invite(store, key, [d1, d2, d3])
    attendance.invite(store, key, [d2])
    assert event(store, key).waiting == (d2, d3)


def test_without_a_capacity_everybody_invited_comes(store: Store) -> None:
    key = reception(store, audience=Audience.LISTED)
    keys = tuple(key_of(store, name) for name in ("D1", "C1", "D2"))
    assert attendance.invite(store, key, keys) == attendance.Invited(keys, ())
    assert event(store, key).left is None
    assert attendance.keep_to_capacity(store, key) == ()


def test_the_last_to_register_wait_first(store: Store) -> None:
    key = reception(store, audience=Audience.LISTED)
    keys = [key_of(store, name) for name in ("D1", "D2", "D3", "C1")]
    attendance.invite(store, key, keys)
    with store.change(message("Received")) as change:
        for number, company in enumerate((keys[2], keys[0], keys[1]), start=1):
            application = store.where(Application, "company_id", [company])[0]
            change.update(replace(application, received=moment(number)))
        change.update(replace(store.get(Event, key), capacity=2))
    assert attendance.keep_to_capacity(store, key) == (keys[0], keys[1])
    assert store.steps.undo_label == "Put 2 companies on the waiting list"
    assert event(store, key).waiting == (keys[0], keys[1])


def test_as_few_as_needed_wait_counted_in_people(store: Store) -> None:
    key = reception(store, audience=Audience.LISTED)
    keys = [key_of(store, name) for name in ("D1", "D2", "D3", "C1")]
    with store.change(message("Second")) as change:
        change.insert(Person(company_id=keys[3], given_name="Ana"))
    attendance.invite(store, key, keys)
    with store.change(message("Room")) as change:
        change.update(replace(store.get(Event, key), capacity=3))
    assert attendance.keep_to_capacity(store, key) == (keys[3],)
    assert attendance.keep_to_capacity(store, key) == ()
    with store.change(message("Less room")) as change:
        change.update(replace(store.get(Event, key), capacity=1))
    assert attendance.keep_to_capacity(store, key) == (keys[1], keys[2])
    assert event(store, key).coming == (keys[0],)


def test_a_new_event_is_added_and_its_guests_follow_from_its_audience(store: Store) -> None:
    made = Event(stop_id=1, name_en="Dinner", starts=moment(19), ends=moment(21), audience=Audience.DELEGATION)
    assert attendance.save_event(store, made) == ()
    assert store.steps.undo_label == "Add event"
    key = store.all(Event)[0].id
    everybody = event(store, key).coming
    attendance.excuse(store, key, [everybody[0]])
    assert event(store, key).coming == everybody[1:]
    assert attendance.forget(store, key, [everybody[0]]) == ()
    assert event(store, key).coming == everybody
    assert store.steps.undo_label == "Attendance as usual"
    assert attendance.save_event(store, replace(store.get(Event, key), name_en="Supper")) == ()
    assert store.steps.undo_label == "Edit event"


def test_a_company_too_large_for_the_room_keeps_its_place_before_others(store: Store) -> None:
    key = reception(store, audience=Audience.LISTED, capacity=2)
    d1, d2, d3, c1 = (key_of(store, name) for name in ("D1", "D2", "D3", "C1"))
    with store.change(message("Second")) as change:
        change.insert(Person(company_id=d3, given_name="Ana"))
    attendance.invite(store, key, [d1, d2, d3, c1])
    assert event(store, key).waiting == (d3, c1)
    assert attendance.excuse(store, key, [d1]) == ()
    assert event(store, key).waiting == (d3, c1)


def test_history_names_the_event_in_the_language_of_the_reader(store: Store) -> None:
    key = reception(store, name_fr="Réception", audience=Audience.LISTED)
    attendance.invite(store, key, [key_of(store, "D1")])
    shown = []
    for language in i18n.LANGUAGES:
        i18n.use(language)
        shown.append(store.steps.undo_label)
    assert shown == ["Invite to Reception", "Inviter à «\u00a0Réception\u00a0»", "Invitar a “Reception”"]

"""What is not shown goes along with what is deleted."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.companies import Company, Offering, OfferingKind
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Availability, Meeting, MeetingDelegate, Owner, Slot
from missionplanner.messages import message
from missionplanner.store.merging import hiding
from missionplanner.store.store import Store, database_of
from tests.builders import key_of, meet, moment
from tests.unit.store.merging.two_copies import add, last_step, remove, rows, take_in, two_copies, uid_of


def request(store: Store, one: str, other: str, **more: Any) -> Request:
    """Enter a request."""
    return add(store, Request(delegation_id=key_of(store, one), counterpart_id=key_of(store, other), **more))  # type: ignore[no-any-return]


def along(store: Store, table: str, uid: str) -> list[tuple[str, str]]:
    """Return what goes along with a deleted row."""
    return sorted(hiding.along(database_of(store), [(table, uid)]))


def test_nothing_goes_along_with_a_row_that_has_nothing_hidden(store: Store) -> None:
    found = request(store, "D1", "C1")
    remove(store, Request, found.id)
    assert along(store, "requests", found.uid) == []


def test_nothing_goes_along_with_what_is_there(store: Store) -> None:
    assert along(store, "companies", uid_of(store, "D1")) == []


def test_hidden_rows_that_need_a_row_go_along_and_those_that_need_them(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meeting, uid = store.all(Meeting)[0], uid_of(store, "D1")
    person = next(one for one in store.all(Person) if one.company_id == key_of(store, "C1"))
    present = add(store, MeetingDelegate(meeting_id=meeting.id, delegate_id=person.id))
    remove(store, Meeting, meeting.id)
    other = request(store, "D2", "C1")
    remove(store, Request, other.id)
    remove(store, Company, key_of(store, "D1"))
    assert [one for one in along(store, "companies", uid) if one[0] not in ("applications", "people")] == [
        ("meeting_delegates", present.uid), ("meetings", meeting.uid),
    ]  # fmt: skip


def test_rows_that_are_shown_do_not_go_along(store: Store) -> None:
    first = request(store, "D1", "C1")
    remove(store, Request, first.id)
    request(store, "D1", "C1", uid="another")
    assert along(store, "requests", first.uid) == []


def test_hidden_absences_go_along_with_their_owner_alone(store: Store) -> None:
    key, uid = key_of(store, "D1"), uid_of(store, "D1")
    absences = [
        add(store, Availability(owner=owner, owner_id=key, starts=moment(9), ends=moment(10)))
        for owner in (Owner.COMPANY, Owner.TABLE)
    ]
    remove(store, Availability, *(one.id for one in absences))
    remove(store, Company, key)
    assert [one for one in along(store, "companies", uid) if one[0] == "availabilities"] == [
        ("availabilities", absences[0].uid)
    ]


def test_hidden_twins_go_along(store: Store) -> None:
    first = request(store, "D1", "C1")
    remove(store, Request, first.id)
    twin = request(store, "D1", "C1", uid="twin")
    remove(store, Request, twin.id)
    assert along(store, "requests", "twin") == [("requests", first.uid)]
    assert along(store, "requests", first.uid) == [("requests", "twin")]


def test_a_hidden_row_counts_as_it_was_last(store: Store) -> None:
    moved = request(store, "D1", "C1", uid="moved")
    remove(store, Request, moved.id)
    store.undo()
    with store.change(message("Move")) as change:
        change.update(replace(moved, delegation_id=key_of(store, "D2")))
    remove(store, Request, moved.id)
    here, there = request(store, "D1", "C1", uid="here"), request(store, "D2", "C1", uid="there")
    remove(store, Request, here.id, there.id)
    assert along(store, "requests", "here") == []
    assert along(store, "requests", "there") == [("requests", "moved")]


def test_a_hidden_row_goes_along_with_what_it_led_to_last(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    meeting, slots = store.get(Meeting, key), store.all(Slot)
    remove(store, Meeting, key)
    store.undo()
    with store.change(message("Move")) as change:
        change.update(meeting.moved_to(slots[1].id, meeting.table_id))
    remove(store, Meeting, key)
    remove(store, Slot, slots[0].id, slots[1].id)
    assert along(store, "slots", slots[0].uid) == []
    assert along(store, "slots", slots[1].uid) == [("meetings", meeting.uid)]


def test_what_may_be_twice_has_no_twins(store: Store) -> None:
    offer = Offering(company_id=key_of(store, "D1"), kind=OfferingKind.OFFERS, text="oak")
    first, second = add(store, offer), add(store, offer)
    remove(store, Offering, first.id, second.id)
    assert along(store, "offerings", first.uid) == []


def twins(one: Store, other: Store, theirs: str) -> Request:
    """Have one pair be requested by two rows, of which one is shown; returns that.

    theirs: the uid of the row that is of the copy.
    """
    request(one, "D1", "C1", uid=MINE)
    made = request(other, "D2", "C1", uid=theirs)
    with other.change(message("Move")) as change:
        change.update(replace(made, delegation_id=key_of(other, "D1")))
    take_in(one, other)
    (shown,) = one.all(Request)
    assert shown.uid == min(MINE, theirs)
    return shown


MINE = "8" * 32
both_ways = pytest.mark.parametrize("theirs", ["0" * 32, "f" * 32], ids=["theirs shown", "mine shown"])


@both_ways
def test_a_twin_hidden_by_a_merge_is_deleted_with_the_one_that_is_shown(tmp_path: Path, theirs: str) -> None:
    with two_copies(tmp_path) as (one, other):
        remove(one, Request, twins(one, other, theirs).id)
        sql = "SELECT k, uid FROM deletions WHERE replica = ? AND n = ? ORDER BY uid"
        assert rows(one, sql, *last_step(one)[:2]) == [(0, uid) for uid in sorted((MINE, theirs))]
        take_in(other, one)
        assert (one.all(Request), other.all(Request)) == ([], [])


@both_ways
def test_an_undo_brings_the_shown_one_back_and_deletes_nothing(tmp_path: Path, theirs: str) -> None:
    with two_copies(tmp_path) as (one, other):
        shown = twins(one, other, theirs)
        remove(one, Request, shown.id)
        one.undo()
        assert rows(one, "SELECT * FROM deletions WHERE n = ?", last_step(one).n) == []
        take_in(other, one)
        assert [[found.uid for found in store.all(Request)] for store in (one, other)] == [[shown.uid], [shown.uid]]


@both_ways
def test_the_undo_of_a_row_takes_no_twin_of_others_along(tmp_path: Path, theirs: str) -> None:
    with two_copies(tmp_path) as (one, other):
        twins(one, other, theirs)
        assert one.undo() == "Add"
        take_in(other, one)
        assert [[found.uid for found in store.all(Request)] for store in (one, other)] == [[theirs], [theirs]]

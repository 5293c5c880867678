"""Absences: who can be absent, and which meetings that would strand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain import absences
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Person
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import MeetingDelegate, MeetingStatus, Owner
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import interpreter, key_of, meet, meeting, moment, small_mission, snapshot_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def test_what_an_absence_strands_is_known_for_each_kind_of_owner(store: Store) -> None:
    with store.change(message("Interpreter")) as change:
        person = change.insert(interpreter("Ana", languages="en,es"))
    one = meet(store, "D1", "C1", 0, 0, interpreter_id=person)
    two = meet(store, "D1", "C2", 2, 1)
    snapshot = store.snapshot()
    whole, early = [Range(moment(8), moment(12))], [Range(moment(8), moment(9, 10))]
    delegate = next(p.id for p in store.all(Person) if p.company_id == key_of(store, "D1"))
    cases = (
        (Owner.COMPANY, key_of(store, "D1"), whole, [one, two]),
        (Owner.COMPANY, key_of(store, "D1"), early, [one]),
        (Owner.DELEGATE, delegate, whole, [one, two]),
        (Owner.TABLE, snapshot.tables[1].id, whole, [two]),
        (Owner.DELEGATE, person, whole, [one]),
        (Owner.COMPANY, key_of(store, "C3"), whole, []),
    )
    for owner, key, away, wanted in cases:
        assert [m.id for m in absences.stranded(snapshot, owner, key, away)] == wanted, owner


def test_whoever_can_be_absent_is_listed_by_name(store: Store) -> None:
    with store.change(message("Interpreter")) as change:
        person = change.insert(interpreter("Ana", languages="en,es"))
    snapshot = store.snapshot()
    companies = [(key_of(store, name), name) for name in ("C1", "C2", "C3", "D1", "D2", "D3")]
    people = [(p.id, f"Given {p.family_name} – {p.family_name}") for p in snapshot.people if p.id != person]
    assert absences.owners(snapshot, Owner.COMPANY) == companies
    assert absences.owners(snapshot, Owner.DELEGATE) == [(person, "Ana"), *sorted(people, key=lambda row: row[1])]
    tables = [(table.id, f"Hall, table {table.number}") for table in snapshot.tables]
    assert absences.owners(snapshot, Owner.TABLE) == tables


def test_a_meeting_needs_a_delegate_who_is_named_for_it_or_the_only_one(store: Store) -> None:
    company = key_of(store, "D1")
    with store.change(message("Colleague")) as change:
        second = change.insert(Person(company_id=company, given_name="Second", family_name="D1"))
    first = next(p.id for p in store.all(Person) if p.company_id == company and p.id != second)
    key = meet(store, "D1", "C1", 0, 0)
    snapshot = store.snapshot()
    assert absences.engagements(snapshot, Owner.DELEGATE, first) == []
    with store.change(message("Named")) as change:
        change.insert(MeetingDelegate(meeting_id=key, delegate_id=first))
    snapshot = store.snapshot()
    assert [m.id for m in absences.engagements(snapshot, Owner.DELEGATE, first)] == [key]
    assert absences.engagements(snapshot, Owner.DELEGATE, second) == []


def test_meetings_that_are_over_engage_nobody(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    later, sooner = meet(store, "D1", "C2", 2, 0), meet(store, "D1", "C3", 1, 0)
    found = absences.engagements(store.snapshot(), Owner.COMPANY, key_of(store, "D1"))
    assert [m.id for m in found] == [sooner, later]


def test_without_an_absence_nothing_is_stranded(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    assert absences.stranded(store.snapshot(), Owner.COMPANY, key_of(store, "D1"), []) == []


def test_ranges_that_touch_or_overlap_are_joined() -> None:
    nine, ten, eleven, noon = (moment(hour) for hour in (9, 10, 11, 12))
    found = absences.joined([Range(ten, eleven), Range(nine, ten), Range(nine, moment(9, 30))])
    assert found == [Range(nine, eleven)]
    assert absences.joined([Range(eleven, noon), Range(nine, ten)]) == [Range(nine, ten), Range(eleven, noon)]
    assert absences.joined([Range(nine, noon), Range(ten, eleven)]) == [Range(nine, noon)]


def test_what_lies_outside_of_other_ranges_is_cut_out() -> None:
    nine, ten, eleven, noon = (moment(hour) for hour in (9, 10, 11, 12))
    whole = Range(nine, noon)
    assert absences.outside(whole, []) == [whole]
    assert absences.outside(whole, [Range(ten, eleven)]) == [Range(nine, ten), Range(eleven, noon)]
    assert absences.outside(whole, [Range(nine, ten)]) == [Range(ten, noon)]
    assert absences.outside(whole, [Range(eleven, noon)]) == [Range(nine, eleven)]
    assert absences.outside(whole, [whole]) == []


def test_ranges_are_joined_to_the_last_of_those_before() -> None:
    nine, ten, eleven, noon = (moment(hour) for hour in (9, 10, 11, 12))
    late = Range(moment(13), moment(14))
    assert absences.joined([Range(nine, moment(9, 30)), Range(ten, eleven), Range(eleven, noon), late]) == [
        Range(nine, moment(9, 30)), Range(ten, noon), late,
    ]  # fmt: skip
    whole = Range(nine, noon)
    first, last = Range(nine, moment(9, 10)), Range(moment(11, 50), noon)
    assert absences.outside(whole, [first, last]) == [Range(moment(9, 10), moment(11, 50))]


def test_names_are_listed_without_regard_to_capitals_and_kept_ids() -> None:
    companies = [Company(id=n, side=Side.DELEGATION, name=name) for n, name in ((1, "b"), (2, "A"), (3, "C"))]
    people = [Person(id=n, company_id=n, given_name=name) for n, name in ((1, "b"), (2, "A"), (3, "C"))]
    snapshot = snapshot_of(companies=companies, people=people)
    assert [key for key, _name in absences.owners(snapshot, Owner.COMPANY)] == [2, 1, 3]
    assert absences.owners(snapshot, Owner.DELEGATE) == [(2, "A – A"), (1, "b – b"), (3, "C – C")]


def test_what_needs_a_table_an_interpreter_or_a_person_is_found_in_the_order_of_time() -> None:
    meetings = [
        meeting(3, 1, 3, slot=1, table=2, interpreter_id=7),
        meeting(2, 1, 4, slot=2, table=2),
        meeting(1, 2, 3, slot=1, table=1, interpreter_id=7),
    ]
    snapshot = snapshot_of(meetings=meetings, meeting_delegates=[MeetingDelegate(meeting_id=2, delegate_id=4)])
    needs = [
        [m.id for m in absences.engagements(snapshot, owner, key)]
        for owner, key in (
            (Owner.COMPANY, 3), (Owner.TABLE, 2), (Owner.DELEGATE, 7), (Owner.DELEGATE, 1), (Owner.DELEGATE, 4),
            (Owner.DELEGATE, 99),
        )
    ]  # fmt: skip
    assert needs == [[1, 3], [3, 2], [1, 3], [3, 2], [2], []]
    span = Range(moment(9, 20), moment(9, 26))
    assert [m.id for m in absences.stranded(snapshot, Owner.TABLE, 2, [span])] == [2]

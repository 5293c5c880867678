"""Absences: who can be absent, and which meetings that would strand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain import absences
from missionplanner.domain.companies import Delegate
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import Interpreter, MeetingDelegate, MeetingStatus, Owner
from missionplanner.store.store import Store
from tests.builders import key_of, meet, moment, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def test_what_an_absence_strands_is_known_for_each_kind_of_owner(store: Store) -> None:
    with store.change("Interpreter") as change:
        person = change.insert(Interpreter(name="Ana", languages="en,es"))
    one = meet(store, "D1", "C1", 0, 0, interpreter_id=person)
    two = meet(store, "D1", "C2", 2, 1)
    snapshot = store.snapshot()
    whole, early = [Range(moment(8), moment(12))], [Range(moment(8), moment(9, 10))]
    delegate = next(p.id for p in store.all(Delegate) if p.company_id == key_of(store, "D1"))
    cases = (
        (Owner.COMPANY, key_of(store, "D1"), whole, [one, two]),
        (Owner.COMPANY, key_of(store, "D1"), early, [one]),
        (Owner.DELEGATE, delegate, whole, [one, two]),
        (Owner.TABLE, snapshot.tables[1].id, whole, [two]),
        (Owner.INTERPRETER, person, whole, [one]),
        (Owner.COMPANY, key_of(store, "C3"), whole, []),
    )
    for owner, key, away, wanted in cases:
        assert [m.id for m in absences.stranded(snapshot, owner, key, away)] == wanted, owner


def test_whoever_can_be_absent_is_listed_by_name(store: Store) -> None:
    with store.change("Interpreter") as change:
        person = change.insert(Interpreter(name="Ana", languages="en,es"))
    snapshot = store.snapshot()
    companies = [(key_of(store, name), name) for name in ("C1", "C2", "C3", "D1", "D2", "D3")]
    people = [(p.id, f"Given {p.family_name} – {p.family_name}") for p in snapshot.delegates]
    assert absences.owners(snapshot, Owner.COMPANY) == companies
    assert absences.owners(snapshot, Owner.DELEGATE) == sorted(people, key=lambda row: row[1])
    assert absences.owners(snapshot, Owner.INTERPRETER) == [(person, "Ana")]
    tables = [(table.id, f"Hall, table {table.number}") for table in snapshot.tables]
    assert absences.owners(snapshot, Owner.TABLE) == tables


def test_a_meeting_needs_a_delegate_who_is_named_for_it_or_the_only_one(store: Store) -> None:
    company = key_of(store, "D1")
    with store.change("Colleague") as change:
        second = change.insert(Delegate(company_id=company, given_name="Second", family_name="D1"))
    first = next(p.id for p in store.all(Delegate) if p.company_id == company and p.id != second)
    key = meet(store, "D1", "C1", 0, 0)
    snapshot = store.snapshot()
    assert absences.engagements(snapshot, Owner.DELEGATE, first) == []
    with store.change("Named") as change:
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

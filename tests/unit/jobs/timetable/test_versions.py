"""Versions brought back: what a meeting keeps in the place it had."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from missionplanner.domain import timetable
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Table
from missionplanner.domain.moves import Moves, MoveVerdict
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import (
    Meeting,
    MeetingStatus,
    Session,
    Slot,
    Version,
)
from missionplanner.errors import UserError
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.timetable import versions
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, check_undo, interpreter, key_of, meet, moment


@pytest.mark.parametrize(("slot", "table", "keeps"), [(2, 0, False), (0, 1, True)])
def test_a_meeting_brought_back_to_another_time_forgets_what_was_said_since(
    store: Store, slot: int, table: int, keeps: bool
) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    planned, snapshot = store.get(Meeting, key), store.snapshot()
    version = versions.keep(store, "Before")
    with store.change(message("Move")) as change:
        change.update(planned.moved_to(snapshot.slots[slot].id, snapshot.tables[table].id))
    meeting_edits.reconfirm(store, [key], DAY, Side.DELEGATION)
    meeting_edits.late(store, [key], Side.COUNTERPART, 10)
    said = store.get(Meeting, key)
    versions.bring_back(store, version)
    assert store.get(Meeting, key) == (replace(said, table_id=planned.table_id) if keeps else planned)


def verdict(store: Store, key: int, slot: int, table: int = 0) -> MoveVerdict:
    snapshot = store.snapshot()
    held = next(m for m in snapshot.meetings if m.id == key)
    other = next(
        (
            m
            for m in snapshot.meetings
            if table and m.slot_id == snapshot.slots[slot].id and m.table_id == snapshot.tables[table - 1].id
        ),
        None,
    )
    table_id = snapshot.tables[table - 1].id if table else 0
    return Moves(Plan(snapshot, snapshot.meetings), held).verdict(snapshot.slots[slot].id, table_id, other)


ACTS: dict[str, Callable[[Store], object]] = {
    "Keep version Before": lambda s: versions.keep(s, "Before"),
    "Publish version 1": lambda s: versions.publish(s),
}


@pytest.mark.parametrize("label", ACTS)
def test_every_act_is_undone_and_redone_exactly(store: Store, label: str) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    check_undo(store, ACTS[label], label.partition(" after ")[0])


def test_versions_are_compared_brought_back_and_published(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    published = versions.publish(store)
    assert (published.number, published.changes) == (1, "")
    before = store.all(Meeting)
    meeting_edits.drop(store, verdict(store, before[0].id, 2))
    meeting_edits.take_out(store, [before[1].id])
    meet(store, "D3", "C3", 3, 0)
    second = versions.publish(store, "After lunch")
    assert second.changes.splitlines() == [
        "D2 – C2: dropped, was February 16 at 09:25, Hall, table 2",
        "D1 – C1: February 16 at 09:00, Hall, table 1 → February 16 at 09:50, Hall, table 1",
        "D3 – C3: new, February 16 at 10:15, Hall, table 1",
    ]
    assert versions.bring_back(store, published.id) == versions.Restored(2, ())
    places = {(m.pair, m.slot_id, m.table_id) for m in store.all(Meeting)}
    assert places == {(m.pair, m.slot_id, m.table_id) for m in before}


def test_a_version_outlives_its_slots_and_says_what_it_could_not_bring_back(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    key = versions.keep(store, "Kept")
    meeting_edits.take_out(store, [m.id for m in store.all(Meeting)])
    session = store.all(Session)[0]
    with store.change(message("Cut anew")) as change:
        change.delete(Slot, [slot.id for slot in store.all(Slot)])
        change.insert_all(timetable.slots_of(replace(session, slot_minutes=45), session.id))
    found = versions.bring_back(store, key)
    assert found == versions.Restored(1, ("D2 – C2: February 16 at 09:25, Hall, table 2",))
    with pytest.raises(UserError, match="already"):
        versions.keep(store, "kept")
    with pytest.raises(UserError, match="needs a name"):
        versions.keep(store, "  ")
    assert [v.name for v in store.all(Version)] == ["Kept"]


def test_a_version_brought_back_is_exact(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    cancelled = meet(store, "D2", "C2", 1, 0)
    meeting_edits.attend(store, cancelled, [store.all(Person)[1].id])
    version = versions.keep(store, "Before")
    meeting_edits.cancel(store, [cancelled], "Ill")
    meeting_edits.drop(store, verdict(store, key, 3))
    meeting_edits.reconfirm(store, [key], DAY, Side.DELEGATION)
    found = versions.bring_back(store, version)
    assert (found.meetings, found.refused) == (2, ())
    meetings = {m.pair: m for m in store.all(Meeting)}
    assert len(meetings) == store.count(Meeting) == 2
    one = meetings[key_of(store, "D1"), key_of(store, "C1")]
    assert (one.status, one.reconfirmed) == (MeetingStatus.PLANNED, None)
    two = meetings[key_of(store, "D2"), key_of(store, "C2")]
    assert store.snapshot().attending[two.id] == frozenset({store.all(Person)[1].id})


def test_a_version_keeps_standing_meetings_by_time_and_place(store: Store) -> None:
    with store.change(message("Interpreter")) as change:
        person = change.insert(interpreter("Ana", languages="en,es"))
    key = meet(store, "D1", "C1", 0, 1, locked=True, interpreter_id=person)
    meeting_edits.attend(store, key, [store.all(Person)[0].id])
    meeting_edits.cancel(store, [meet(store, "D2", "C2", 1, 0)], "Ill")
    version = store.get(Version, versions.keep(store, " Kept "))
    assert (version.name, version.number, version.changes, version.made_by != "") == ("Kept", None, "", True)
    (entry,) = versions.entries(version)
    assert entry == versions.KeptMeeting(
        key_of(store, "D1"),
        key_of(store, "C1"),
        moment(9).isoformat(),
        1,
        2,
        locked=True,
        interpreter_id=person,
        delegates=(store.all(Person)[0].id,),
    )
    assert entry.pair == (key_of(store, "D1"), key_of(store, "C1"))


def test_published_versions_are_numbered(store: Store) -> None:
    assert versions.published(store) is None
    versions.publish(store)
    versions.keep(store, "Only kept")
    second = versions.publish(store, "  Second ")
    assert (second.number, second.name, second.changes) == (2, "Second", "")
    assert versions.published(store) == store.get(Version, second.id)
    assert second.published_at is not None
    assert store.steps.undo_label == "Publish version 2"
    assert [one.name for one in store.all(Version)] == ["Version 1", "Only kept", "Second"]


def test_versions_are_deleted_together(store: Store) -> None:
    keys = [versions.keep(store, name) for name in ("One", "Two", "Three")]
    versions.remove(store, keys[:2])
    assert store.steps.undo_label == "Delete 2 versions"
    assert [one.id for one in store.all(Version)] == keys[2:]


def test_differences_are_in_the_order_of_time(store: Store) -> None:
    snapshot = store.snapshot()
    d1, d2, c1 = (key_of(store, name) for name in ("D1", "D2", "C1"))
    late, early = (versions.KeptMeeting(d1, c1, moment(hour).isoformat(), 1, 1) for hour in (11, 9))
    other = versions.KeptMeeting(d2, c1, moment(10).isoformat(), 1, 1)
    gone = versions.KeptMeeting(999, c1, moment(8).isoformat(), 77, 1)
    found = versions.compare(snapshot, [late, gone], [early, other])
    assert [(one.kind, one.words) for one in found] == [
        ("dropped", "? – C1: dropped, was February 16 at 08:00, ?, table 1"),
        ("moved", "D1 – C1: February 16 at 11:00, Hall, table 1 → February 16 at 09:00, Hall, table 1"),
        ("new", "D2 – C1: new, February 16 at 10:00, Hall, table 1"),
    ]
    assert versions.compare(snapshot, [late], [late]) == []


def test_meetings_that_are_over_stay_when_a_version_comes_back(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    version = versions.keep(store, "Before")
    meeting_edits.set_status(store, [key], MeetingStatus.HELD)
    held = store.get(Meeting, key)
    later = meet(store, "D2", "C2", 1, 0, status=MeetingStatus.HELD)
    ahead = meet(store, "D3", "C3", 2, 0)
    assert versions.bring_back(store, version) == versions.Restored(1, ())
    assert store.get(Meeting, key) == held
    assert [one.id for one in store.all(Meeting)] == [key, later]
    assert ahead not in {one.id for one in store.all(Meeting)}
    assert store.steps.undo_label == "Bring back version Before"


def test_a_version_of_a_company_or_table_that_is_gone_is_reported(store: Store) -> None:
    meet(store, "D1", "C1", 0, 1)
    meet(store, "D2", "C2", 1, 0)
    version = versions.keep(store, "Before")
    meeting_edits.take_out(store, [one.id for one in store.all(Meeting)])
    with store.change(message("Gone")) as change:
        change.delete(Company, [key_of(store, "D2")])
        change.delete(Table, [store.all(Table)[1].id])
    assert versions.bring_back(store, version) == versions.Restored(
        0,
        ("D1 – C1: February 16 at 09:00, Hall, table 2", "? – C2: February 16 at 09:25, Hall, table 1"),
    )


def test_an_interpreter_who_is_gone_is_left_out(store: Store) -> None:
    with store.change(message("Interpreter")) as change:
        person = change.insert(interpreter("Ana", languages="en,es"))
    key = meet(store, "D1", "C1", 0, 0, interpreter_id=person, locked=True)
    version = versions.keep(store, "Before")
    with store.change(message("Gone")) as change:
        change.update(replace(store.get(Meeting, key), interpreter_id=None, locked=False))
        change.delete(Person, [person])
    versions.bring_back(store, version)
    assert (store.get(Meeting, key).interpreter_id, store.get(Meeting, key).locked) == (None, True)


def test_what_is_unchanged_or_over_does_not_end_the_comparison(store: Store) -> None:
    one, two, three = meet(store, "D1", "C1", 0, 0), meet(store, "D2", "C2", 1, 0), meet(store, "D3", "C3", 2, 0)
    version = versions.keep(store, "Before")
    before = versions.entries(store.get(Version, version))
    meeting_edits.set_status(store, [one], MeetingStatus.HELD)
    meeting_edits.take_out(store, [two, three])
    after = versions.entries_of(store.snapshot())
    assert [one.kind for one in versions.compare(store.snapshot(), before, after)] == ["dropped", "dropped"]
    assert versions.bring_back(store, version) == versions.Restored(3, ())
    assert [(m.pair, m.slot_id) for m in store.all(Meeting)] == [
        ((key_of(store, f"D{n}"), key_of(store, f"C{n}")), store.all(Slot)[n - 1].id) for n in (1, 2, 3)
    ]

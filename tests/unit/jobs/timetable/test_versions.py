"""Versions brought back: what a meeting keeps in the place it had."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from missionplanner.domain import timetable
from missionplanner.domain.companies import Delegate, Side
from missionplanner.domain.moves import Moves, MoveVerdict
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
from missionplanner.store.store import Store
from tests.builders import DAY, check_undo, key_of, meet


@pytest.mark.parametrize(("slot", "table", "keeps"), [(2, 0, False), (0, 1, True)])
def test_a_meeting_brought_back_to_another_time_forgets_what_was_said_since(
    store: Store, slot: int, table: int, keeps: bool
) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    planned, snapshot = store.get(Meeting, key), store.snapshot()
    version = versions.keep(store, "Before")
    with store.change("Move") as change:
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
    with store.change("Cut anew") as change:
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
    meeting_edits.attend(store, cancelled, [store.all(Delegate)[1].id])
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
    assert store.snapshot().attending[two.id] == frozenset({store.all(Delegate)[1].id})

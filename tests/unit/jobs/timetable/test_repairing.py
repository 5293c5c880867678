"""What no longer stands is placed again; what a meeting keeps in its new place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Meeting, MeetingStatus, Owner
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import planning, repairing
from missionplanner.store.store import Store
from tests.builders import DAY, ask, meet, moment, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission", 1, 1, slots=2, tables=2) as found:
        ask(found, ("D1", "C1", Priority.MEET))
        yield found


def _repaired_without(store: Store, owner: Owner) -> tuple[Meeting, Meeting]:
    """A confirmed meeting before and after its company or table is taken out of its slot and the plan is repaired."""
    key = meet(
        store, "D1", "C1", 0, 0, status=MeetingStatus.CONFIRMED, reconfirmed=DAY, reconfirmed_by="both",
        late_side="delegation", late_minutes=10,
    )  # fmt: skip
    held = store.get(Meeting, key)
    missing = held.delegation_id if owner is Owner.COMPANY else held.table_id
    with store.change("Away") as change:
        change.insert(Availability(owner=owner, owner_id=missing, starts=moment(9), ends=moment(9, 20)))
    planning.accept(store, run_now(repairing.mend(1), store).proposal)
    return held, store.get(Meeting, key)


def test_a_meeting_the_repair_moves_forgets_what_was_said_of_its_old_time(store: Store) -> None:
    held, found = _repaired_without(store, Owner.COMPANY)
    assert found == replace(held.as_planned(), slot_id=found.slot_id)
    assert found.slot_id != held.slot_id


def test_a_meeting_that_loses_its_table_stays_confirmed_at_another(store: Store) -> None:
    held, found = _repaired_without(store, Owner.TABLE)
    assert found == replace(held, table_id=found.table_id)
    assert found.table_id != held.table_id

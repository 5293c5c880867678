"""Versions brought back: what a meeting keeps in the place it had."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.timetable import Meeting
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.timetable import versions
from missionplanner.store.store import Store
from tests.builders import DAY, meet, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


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

"""Meetings changed by hand: what they keep and what they forget."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.store.store import Store
from tests.builders import DAY, meet, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def _missed(store: Store) -> Meeting:
    """A reconfirmed meeting whose side was late and then did not come."""
    key = meet(
        store, "D1", "C1", 0, 0, status=MeetingStatus.NO_SHOW, no_show_side="delegation", reason="Flight",
        reconfirmed=DAY, reconfirmed_by="delegation", late_side="delegation", late_minutes=10,
    )  # fmt: skip
    return store.get(Meeting, key)


def test_a_reset_meeting_forgets_the_day(store: Store) -> None:
    missed = _missed(store)
    meeting_edits.reset(store, [missed.id])
    found = store.get(Meeting, missed.id)
    assert found == missed.as_planned()
    assert (found.reconfirmed, found.reconfirmed_by) == (None, "")


def test_a_cancelled_meeting_is_not_reset(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.CANCELLED, reason="Ill")
    before = store.get(Meeting, key)
    meeting_edits.reset(store, [key])
    assert store.get(Meeting, key) == before


def test_a_meeting_set_to_planned_forgets_the_day(store: Store) -> None:
    missed = _missed(store)
    meeting_edits.set_status(store, [missed.id], MeetingStatus.PLANNED)
    assert store.get(Meeting, missed.id) == missed.as_planned()


@pytest.mark.parametrize("status", [MeetingStatus.CONFIRMED, MeetingStatus.HELD])
def test_a_meeting_held_after_all_was_not_missed(store: Store, status: MeetingStatus) -> None:
    missed = _missed(store)
    meeting_edits.set_status(store, [missed.id], status)
    assert store.get(Meeting, missed.id) == replace(missed, status=status, no_show_side="", reason="")

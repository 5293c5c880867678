"""A timetable is proposed and accepted; what a meeting keeps in its new place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Keep, Meeting, MeetingStatus, Owner
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store
from tests.builders import DAY, ask, meet, moment, small_mission

BEFORE: date = DAY - timedelta(1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission", 1, 1, slots=2, tables=2) as found:
        ask(found, ("D1", "C1", Priority.MEET))
        yield found


def _confirmed(store: Store) -> Meeting:
    key = meet(
        store, "D1", "C1", 0, 0, status=MeetingStatus.CONFIRMED, reconfirmed=BEFORE, reconfirmed_by="both",
        late_side="delegation", late_minutes=10,
    )  # fmt: skip
    return store.get(Meeting, key)


def _away(store: Store, owner: Owner, key: int) -> None:
    """Take somebody or something out of the first slot."""
    with store.change("Away") as change:
        change.insert(Availability(owner=owner, owner_id=key, starts=moment(9), ends=moment(9, 20)))


def test_a_meeting_the_planner_moves_forgets_what_was_said_of_its_old_time(store: Store) -> None:
    held = _confirmed(store)
    _away(store, Owner.COMPANY, held.delegation_id)
    planning.accept(store, run_now(planning.plan(1, Keep.NONE, seed=1), store))
    found = store.get(Meeting, held.id)
    assert found == replace(held.as_planned(), slot_id=found.slot_id)
    assert found.slot_id != held.slot_id


def test_a_meeting_the_planner_seats_elsewhere_at_its_time_stays_confirmed(store: Store) -> None:
    held = _confirmed(store)
    proposal = run_now(planning.plan(1, Keep.ALL, seed=1), store)
    table = store.snapshot().tables[1].id
    moved = replace(proposal, meetings=(replace(proposal.meetings[0], table_id=table),))
    planning.accept(store, moved)
    assert store.get(Meeting, held.id) == replace(held, table_id=table)

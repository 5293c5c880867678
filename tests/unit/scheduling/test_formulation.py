"""What of a mission is stated as a problem: which meetings stay, which slots are in the scope."""

from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Keep, Meeting, MeetingStatus, Scope
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, ask_all, meet
from tests.unit.scheduling.planning import planned


def test_locked_meetings_stay_and_others_may_move(store: Store) -> None:
    ask_all(store)
    key = meet(store, "D1", "C1", slot=3, table=1, locked=True)
    proposal = planned(store)
    assert next(m for m in proposal.meetings if m.id == key).slot_id == store.get(Meeting, key).slot_id


def test_keep_all_only_adds(store: Store) -> None:
    ask_all(store)
    planning.accept(store, planned(store))
    before = {m.id: m for m in store.all(Meeting)}
    victim = next(iter(before))
    with store.change(message("x")) as change:
        change.delete(Meeting, [victim])
    proposal = planned(store, keep=Keep.ALL)
    assert proposal.moved == proposal.dropped == 0
    assert proposal.new == 1


def test_only_the_wanted_day_is_planned(example: Store) -> None:
    day = sorted({slot.day for slot in example.snapshot().slots})[0]
    proposal = run_now(planning.plan(1, scope=Scope(day)), example)
    snapshot = example.snapshot()
    assert {snapshot.slot[m.slot_id].day for m in proposal.meetings} == {day}


def test_cancelled_meetings_are_not_planned_again(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MUST_MEET))
    meet(store, "D1", "C1", 0, 0, status=MeetingStatus.CANCELLED, reason="The host is ill.")
    proposal = planned(store)
    assert proposal.meetings == ()
    assert proposal.unplaced[0].reason == "Its meeting was cancelled. The host is ill."

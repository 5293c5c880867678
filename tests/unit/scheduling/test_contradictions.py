"""Locked meetings that contradict one another are named."""

from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store
from tests.builders import ask_all, meet


def test_locked_meetings_that_contradict_each_other_are_named_and_nothing_else(store: Store) -> None:
    ask_all(store)
    meet(store, "D1", "C1", slot=0, table=0, locked=True)
    meet(store, "D1", "C2", slot=0, table=1, locked=True)
    meet(store, "D2", "C3", slot=1, table=1, locked=True)
    proposal = run_now(planning.plan(1), store)
    assert proposal.status == "infeasible"
    assert proposal.contradiction == (
        "These cannot all be kept: D1 – C1 (stays where it is); D1 – C2 (stays where it is). "
        "The rules in the way: a company is in one meeting at a time."
    )

"""The engine as planning a mission uses it."""

from dataclasses import replace

from missionplanner.domain import rules
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Keep
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store


def planned(store: Store, seconds: float = 1, keep: Keep = Keep.LOCKED) -> planning.Proposal:
    proposal = run_now(planning.plan(seconds, keep), store)
    snapshot = store.snapshot()
    numbered = [replace(m, id=m.id or -n) for n, m in enumerate(proposal.meetings, start=1)]
    assert rules.check(Plan(snapshot, numbered)) == []
    return proposal

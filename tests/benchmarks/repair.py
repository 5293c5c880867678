"""Repairs a large mission after five withdrawals, a lost table and an illness: python -m tests.benchmarks.repair.

Prints seconds, how many meetings moved against the proved least, and whom it concerns.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Availability, Keep, Meeting, Owner, Slot
from missionplanner.jobs.job import run_now
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning, repairing
from missionplanner.messages import message
from missionplanner.scheduling import solver
from missionplanner.store.store import Store
from tests.builders import small_mission

MEETINGS = 2_000


def large(path: Path) -> Store:
    """250 and 220 companies, 24 slots, 100 tables, more requests than there is room for, planned."""
    store = small_mission(path, 250, 220, slots=24, tables=100)
    chance = random.Random(1)
    companies = store.all(Company)
    ours = [company.id for company in companies if company.side is Side.DELEGATION]
    theirs = [company.id for company in companies if company.side is Side.COUNTERPART]
    pairs = chance.sample([(one, two) for one in ours for two in theirs], MEETINGS + 100)
    with store.change(message("Ask")) as change:
        change.insert_all(Request(delegation_id=one, counterpart_id=two) for one, two in pairs)
    planning.accept(store, run_now(planning.plan(8, Keep.NONE), store))
    return store


def withdraw(store: Store) -> None:
    """Five companies of the delegation withdraw; their meetings go with them."""
    chosen = [company.id for company in store.all(Company) if company.side is Side.DELEGATION][10:15]
    decisions.set_status(store, chosen, Status.WITHDRAWN)


def lose_table(store: Store) -> None:
    """Ten tables cannot be used in the morning."""
    _away(store, Owner.TABLE, range(1, 11))


def fall_ill(store: Store) -> None:
    """Three companies are away for three hours."""
    keys = {meeting.delegation_id for meeting in store.all(Meeting)}
    _away(store, Owner.COMPANY, sorted(keys)[:3])


def _away(store: Store, owner: Owner, keys: object) -> None:
    start = min(slot.starts for slot in store.all(Slot))
    with store.change(message("Away")) as change:
        for key in keys:  # type: ignore[attr-defined]
            change.insert(Availability(owner=owner, owner_id=key, starts=start, ends=start + timedelta(hours=3)))


def main() -> int:
    """Repair after every kind of event; 1 where a conflict is left."""
    solver.prepare()
    bad = 0
    events: tuple[Callable[[Store], None], ...] = (withdraw, lose_table, fall_ill)
    with tempfile.TemporaryDirectory() as folder, large(Path(folder) / "m.mission") as store:
        print(f"{store.count(Meeting)} meetings, {store.count(Application)} companies")
        for event in events:
            event(store)
            started = time.monotonic()
            found = run_now(repairing.mend(5), store)
            spent = time.monotonic() - started
            planning.accept(store, found.proposal)
            left = len(planning.conflicts(store.snapshot()))
            bad += left
            print(
                f"{event.__name__:12} {spent:5.1f} s, moved {found.moved} (least {found.least_moved}), dropped "
                f"{found.proposal.dropped}, new {found.replaced}, told {found.told} people, conflicts left {left}"
            )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

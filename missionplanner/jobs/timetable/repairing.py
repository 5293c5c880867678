"""Repairs of the timetable after something happened, with as little change as possible."""

from collections.abc import Sequence
from dataclasses import dataclass

from missionplanner.domain.journals import PackPrint
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.i18n import _
from missionplanner.jobs.job import Job
from missionplanner.jobs.timetable import planning
from missionplanner.progress import Progress
from missionplanner.scheduling import formulation
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.repair import Repaired, broken_meetings, repair
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class Repair:
    """A timetable to be accepted (`planning.accept`), and whom the change concerns."""

    proposal: planning.Proposal
    broken: int
    """Meetings that cannot stay in their places."""
    moved: int
    """Meetings that get another slot."""
    least_moved: int
    """Meetings that move or fall away in any repair."""
    reseated: int
    """Meetings that get another table at the same time."""
    lost: tuple[Meeting, ...]
    """Meetings that fell away with the event itself."""
    told: int
    """People of the companies for which anything changes."""
    replaced: int
    """New meetings from the requests."""


def mend(seconds: float = 5.0) -> Job[tuple[Snapshot, frozenset[int]], Repair]:
    """Return the job that finds the meetings that can no longer stand, and repairs the timetable.

    Locked and confirmed meetings stay, and those of companies whose pack is printed; the others move only where a
    meeting that lost its place needs that. Freed slots are given to requests that have no meeting.
    """

    def read(store: Store) -> tuple[Snapshot, frozenset[int]]:
        return store.snapshot(), frozenset(row.company_id for row in store.all(PackPrint) if row.company_id)

    def work(data: tuple[Snapshot, frozenset[int]], progress: Progress) -> Repair:
        snapshot, printed = data
        firm = {m.id for m in snapshot.meetings if m.stands and _is_firm(m, printed)}
        return _repaired(snapshot, firm, seconds, progress, snapshot.meetings)

    return Job(_("Repairing the timetable"), read, work)


def options(seconds: float = 5.0, past: Snapshot | None = None) -> Job[tuple[Snapshot, frozenset[int]], list[Repair]]:
    """Return the job that works out different repairs, those that concern the fewest people first.

    Broken meetings fall away; or they are placed again; or requests get what is free, too. Equal repairs are given
    once. past: the mission before the event was noted, which may itself have taken meetings out.
    """
    read = mend(seconds).read

    def work(data: tuple[Snapshot, frozenset[int]], progress: Progress) -> list[Repair]:
        snapshot, printed = data
        firm = {m.id for m in snapshot.meetings if m.stands and _is_firm(m, printed)}
        broken = broken_meetings(snapshot)
        stated = formulation.formulate(snapshot, stay={m.id for m in snapshot.meetings if m.stands} - broken)
        left = [m for m in snapshot.meetings if m.stands and m.id not in broken]
        past_meetings = (past or snapshot).meetings
        fallen = Repaired(stated, {}, frozenset(broken), frozenset(), 0, 0.0)
        found = [_reported(snapshot, fallen, left, past_meetings)] if broken else []
        if broken:
            found.append(_repaired(snapshot, firm, seconds, progress, past_meetings, fill=False))
        progress.report(0.6, _("Looking for requests that fit into what is free"))
        found.append(_repaired(snapshot, firm, seconds, progress, past_meetings))
        different = {repair_.proposal.meetings: repair_ for repair_ in found}
        return sorted(different.values(), key=lambda one: (one.told, -len(one.proposal.meetings)))

    return Job(_("Repairing the timetable"), read, work)


def _repaired(
    snapshot: Snapshot, firm: set[int], seconds: float, progress: Progress, past: Sequence[Meeting], fill: bool = True
) -> Repair:
    found = repair(snapshot, firm, Limits(seconds), progress, fill=fill)
    meetings = planning.seated(snapshot, found.stated, found.assignment)
    planning.check_new(snapshot, meetings)
    return _reported(snapshot, found, meetings, past)


def _is_firm(meeting: Meeting, printed: frozenset[int]) -> bool:
    return meeting.locked or meeting.status is not MeetingStatus.PLANNED or bool(printed & set(meeting.pair))


def _reported(snapshot: Snapshot, found: Repaired, meetings: list[Meeting], past: Sequence[Meeting]) -> Repair:
    # As it was before the event: noting a withdrawal cancels meetings at once, and these count as lost.
    before = {m.pair: m for m in past if m.stands}
    now = {m.pair: m for m in snapshot.meetings if m.stands}
    after = {m.pair: m for m in meetings}
    changed = {
        pair for pair, m in before.items() if pair not in after or _slot_and_table(after[pair]) != _slot_and_table(m)
    }
    other_times = {pair for pair in now.keys() & after.keys() if now[pair].slot_id != after[pair].slot_id}
    # A company that has withdrawn need not be informed of it.
    companies = {
        company for pair in changed | (after.keys() - before.keys()) for company in pair if snapshot.takes_part(company)
    }
    proposal = planning.difference(snapshot, meetings, found.stated.requests, found.seconds)
    return Repair(
        proposal,
        broken=len(found.broken),
        moved=len(found.moved),
        least_moved=found.least_moved,
        reseated=sum(
            1
            for pair in now.keys() & after.keys() - other_times
            if _slot_and_table(now[pair]) != _slot_and_table(after[pair])
        ),
        lost=tuple(meeting for pair, meeting in before.items() if pair not in now),
        told=sum(max(1, len(snapshot.delegates_of.get(company, []))) for company in companies),
        replaced=sum(1 for pair in after if pair not in now),
    )


def _slot_and_table(meeting: Meeting) -> tuple[int, int | None]:
    return meeting.slot_id, meeting.table_id

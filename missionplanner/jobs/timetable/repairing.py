"""Putting the timetable right after something happened, with as little change as possible."""

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
    """A timetable to be accepted (`planning.accept`), and whom the change concerns.

    broken: meetings that cannot stay where they are. moved: those that get another slot; at least `least_moved` move or
    fall away in any repair. reseated: those that get another table at the same time. lost: those that fell away with
    what happened itself. told: people of the companies for whom anything is otherwise than it was before. replaced:
    new meetings from the requests.
    """

    proposal: planning.Proposal
    broken: int
    moved: int
    least_moved: int
    reseated: int
    lost: tuple[Meeting, ...]
    told: int
    replaced: int


def mend(seconds: float = 5.0) -> Job[tuple[Snapshot, frozenset[int]], Repair]:
    """The job that finds out what in the timetable no longer stands and puts it right.

    Locked and confirmed meetings stay, and those of companies whose pack is printed; the others move only where a
    meeting that lost its place needs it. Freed slots are given to requests that have no meeting.
    """

    def read(store: Store) -> tuple[Snapshot, frozenset[int]]:
        return store.snapshot(), frozenset(row.company_id for row in store.all(PackPrint) if row.company_id)

    def work(data: tuple[Snapshot, frozenset[int]], progress: Progress) -> Repair:
        snapshot, printed = data
        firm = {m.id for m in snapshot.meetings if m.stands and _is_firm(m, printed)}
        return _mended(snapshot, firm, seconds, progress, snapshot.meetings)

    return Job(_("Putting the timetable right"), read, work)


def options(seconds: float = 5.0, past: Snapshot | None = None) -> Job[tuple[Snapshot, frozenset[int]], list[Repair]]:
    """The job that works out different ways to put the timetable right, those that need the fewest people told first.

    What no longer stands falls away; or it is placed again; or requests get what is free, too. Ways that come to the
    same are given once. past: the mission as it was before what happened was noted, which already took meetings out.
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
        found = [_report(snapshot, fallen, left, past_meetings)] if broken else []
        if broken:
            found.append(_mended(snapshot, firm, seconds, progress, past_meetings, fill=False))
        progress.report(0.6, _("Looking for requests that fit into what is free"))
        found.append(_mended(snapshot, firm, seconds, progress, past_meetings))
        different = {repair_.proposal.meetings: repair_ for repair_ in found}
        return sorted(different.values(), key=lambda one: (one.told, -len(one.proposal.meetings)))

    return Job(_("Putting the timetable right"), read, work)


def _mended(
    snapshot: Snapshot, firm: set[int], seconds: float, progress: Progress, past: Sequence[Meeting], fill: bool = True
) -> Repair:
    found = repair(snapshot, firm, Limits(seconds), progress, fill=fill)
    meetings = planning.seated(snapshot, found.stated, found.assignment)
    planning.check_new(snapshot, meetings)
    return _report(snapshot, found, meetings, past)


def _is_firm(meeting: Meeting, printed: frozenset[int]) -> bool:
    return meeting.locked or meeting.status is not MeetingStatus.PLANNED or bool(printed & set(meeting.pair))


def _report(snapshot: Snapshot, found: Repaired, meetings: list[Meeting], past: Sequence[Meeting]) -> Repair:
    before = {m.pair: m for m in past if m.stands}
    now = {m.pair: m for m in snapshot.meetings if m.stands}
    after = {m.pair: m for m in meetings}
    changed = {pair for pair, m in before.items() if pair not in after or _place(after[pair]) != _place(m)}
    other_times = {pair for pair in now.keys() & after.keys() if now[pair].slot_id != after[pair].slot_id}
    companies = {
        company for pair in changed | (after.keys() - before.keys()) for company in pair if snapshot.takes_part(company)
    }
    proposal = planning.difference(snapshot, meetings, found.stated.requests, found.seconds)
    return Repair(
        proposal,
        broken=len(found.broken),
        moved=len(found.moved),
        least_moved=found.least_moved,
        reseated=sum(1 for pair in now.keys() & after.keys() - other_times if _place(now[pair]) != _place(after[pair])),
        lost=tuple(meeting for pair, meeting in before.items() if pair not in now),
        told=sum(max(1, len(snapshot.delegates_of.get(company, []))) for company in companies),
        replaced=sum(1 for pair in after if pair not in now),
    )


def _place(meeting: Meeting) -> tuple[int, int]:
    return meeting.slot_id, meeting.table_id

"""Putting the timetable right after something happened, with as little change as possible."""

from dataclasses import dataclass

from missionplanner.domain.journals import PackPrint
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.i18n import _
from missionplanner.jobs import planning
from missionplanner.jobs.job import Job
from missionplanner.progress import Progress
from missionplanner.scheduling import statement
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.repair import Repaired, broken_meetings, repair
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class Repair:
    """A timetable to be accepted (`planning.accept`), and whom the change concerns.

    broken: meetings that cannot stay where they are. moved: those that get another slot; at least `least_moved` move or
    fall away in any repair. told: people of the companies whose meetings move, fall away or are new. replaced: new
    meetings from the requests.
    """

    proposal: planning.Proposal
    broken: int
    moved: int
    least_moved: int
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
        found = repair(snapshot, firm, Limits(seconds), progress)
        meetings = planning.seated(snapshot, found.stated, found.assignment)
        planning.check_new(snapshot, meetings)
        return _report(snapshot, found, meetings)

    return Job(_("Putting the timetable right"), read, work)


def options(seconds: float = 5.0) -> Job[tuple[Snapshot, frozenset[int]], list[Repair]]:
    """The job that works out different ways to put the timetable right, those that need the fewest people told first.

    What no longer stands falls away; or it is placed again; or requests get what is free, too. Ways that come to the
    same are given once.
    """
    whole = mend(seconds)

    def work(data: tuple[Snapshot, frozenset[int]], progress: Progress) -> list[Repair]:
        snapshot, printed = data
        firm = {m.id for m in snapshot.meetings if m.stands and _is_firm(m, printed)}
        broken = broken_meetings(snapshot)
        stated = statement.state(snapshot, stay={m.id for m in snapshot.meetings if m.stands} - broken)
        left = [m for m in snapshot.meetings if m.stands and m.id not in broken]
        fallen = Repaired(stated, {}, frozenset(broken), frozenset(), 0, 0.0)
        found = [_report(snapshot, fallen, left)] if broken else []
        if broken:
            placed = repair(snapshot, firm, Limits(seconds), progress, fill=False)
            found.append(_report(snapshot, placed, planning.seated(snapshot, placed.stated, placed.assignment)))
        progress.report(0.6, _("Looking for requests that fit into what is free"))
        found.append(whole.work(data, progress))
        different = {repair_.proposal.meetings: repair_ for repair_ in found}
        return sorted(different.values(), key=lambda one: (one.told, -len(one.proposal.meetings)))

    return Job(whole.title, whole.read, work)


def _is_firm(meeting: Meeting, printed: frozenset[int]) -> bool:
    return meeting.locked or meeting.status is not MeetingStatus.PLANNED or bool(printed & set(meeting.pair))


def _report(snapshot: Snapshot, found: Repaired, meetings: list[Meeting]) -> Repair:
    before = {m.pair: m for m in snapshot.meetings if m.stands}
    after = {m.pair: m for m in meetings}
    changed = {pair for pair, meeting in before.items() if pair not in after or after[pair].slot_id != meeting.slot_id}
    companies = {company for pair in changed | (after.keys() - before.keys()) for company in pair}
    proposal = planning.difference(snapshot, meetings, found.stated.requests, found.seconds)
    return Repair(
        proposal, broken=len(found.broken), moved=len(found.moved), least_moved=found.least_moved,
        told=sum(max(1, len(snapshot.delegates_of.get(company, []))) for company in companies),
        replaced=sum(1 for pair in after if pair not in before),
    )  # fmt: skip

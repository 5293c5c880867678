"""A plan repaired after a withdrawal, an illness, a lost table or session, with as little change as possible."""

import time
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from missionplanner.domain import rules
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Keep, Meeting, MeetingStatus
from missionplanner.progress import Progress
from missionplanner.scheduling import formulation
from missionplanner.scheduling.formulation import Formulation
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Assignment, Problem, Wish
from missionplanner.scheduling.routes import put_in_order
from missionplanner.scheduling.slot_constraints import allows, is_at_office


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired plan."""

    stated: Formulation
    """The problem it is about."""
    assignment: dict[int, int]
    """Wish to slot."""
    broken: frozenset[int]
    """Keys of meetings that could not stay."""
    moved: frozenset[int]
    """Keys of those that got another slot."""
    least_moved: int
    seconds: float


def repair(
    snapshot: Snapshot, firm: Collection[int], limits: Limits, progress: Progress, fill: bool = True
) -> Repaired:
    """Place again what no longer stands, and `fill` what became free from the requests.

    What is wrong now is found by the rules. First everything else stays and the broken meetings look for room; where
    that is not enough those that share a company with them may move, but for the `firm` ones (keys of meetings that
    were locked, confirmed or printed), and as few people as possible are disturbed. Requests without a meeting come
    last and move nobody. Raises Cancelled.
    """
    started = time.monotonic()
    broken = broken_meetings(snapshot)
    standing = [meeting for meeting in snapshot.meetings if meeting.stands]
    stay = {meeting.id for meeting in standing} - broken
    progress.report(0.1)
    # Kept as `around` for the requests filled in last; `stated` may become the problem in which some may move.
    stated = around = formulation.formulate(snapshot, Keep.LOCKED, stay=stay)
    index = {request.pair: number for number, request in enumerate(stated.requests)}
    lost = [index[m.pair] for m in standing if m.id in broken and m.pair in index]
    assignment = _place(stated.problem, lost, limits, progress)
    progress.report(0.4)
    missing = [number for number in lost if number not in assignment and stated.problem.wishes[number].allowed]
    if missing:
        stated, loose = _loosen(snapshot, stated, assignment, missing, firm)
        told = {number: _people(snapshot, meeting) for number, meeting in loose.items()}
        from missionplanner.scheduling.rearranging import rearrange  # slow import

        assignment = rearrange(stated.problem, assignment, missing, told, limits, progress)
    if fill:
        assignment = _fill(around.problem, assignment, limits, progress)
    # What stays is fixed there: only what is placed anew is put where the way is short.
    assignment = put_in_order(around.problem, assignment, progress)
    slot_of = {m.pair: m.slot_id for m in standing}
    moved = {
        m.id
        for m in standing
        if m.pair in index
        and index[m.pair] in assignment
        and stated.slots[assignment[index[m.pair]]].id != slot_of[m.pair]
    }
    spent = time.monotonic() - started
    return Repaired(stated, assignment, frozenset(broken), frozenset(moved), _least_moved(snapshot), spent)


def broken_meetings(snapshot: Snapshot) -> set[int]:
    """The fewest meetings found (one after the other, locked and confirmed last) without which no rule is broken.

    Meetings that are over are history and stay.
    """
    plan = Plan(snapshot, snapshot.meetings)
    wrong: dict[int, set[int]] = {}
    for issue in rules.check(plan):
        keys = {key for table, key in issue.subjects if table == "meetings"}
        for company in (key for table, key in issue.subjects if table == "companies"):
            keys |= {meeting.id for meeting in plan.of_company[company]}
        for key in keys:
            wrong.setdefault(key, set()).update(keys - {key})
    firm = {m.id for m in snapshot.meetings if m.locked or m.status is not MeetingStatus.PLANNED}
    over = {m.id for m in snapshot.meetings if not m.is_ahead}
    broken: set[int] = set()
    left = plan
    # Meetings that break a rule by themselves come first, then those in most conflicts, the firm ones last.
    for key in sorted(wrong, key=lambda k: (bool(wrong[k]), k in firm, -len(wrong[k]), k)):
        meeting = next(m for m in left.meetings if m.id == key)
        if key not in over and any(True for _issue in rules.conflicts(left, meeting)):
            broken.add(key)
            left = left.over(m for m in left.meetings if m.id != key)
    return broken


def _least_moved(snapshot: Snapshot) -> int:
    """How many meetings have to leave their slots at least: those not allowed there, and those without a table left."""
    empty, total = Plan(snapshot, []), 0
    by_slot: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in snapshot.meetings:
        if meeting.stands:
            by_slot[meeting.slot_id].append(meeting)
    for key, meetings in by_slot.items():
        slot = snapshot.slot[key]
        may_stay = [meeting for meeting in meetings if allows(empty, meeting.pair, slot)]
        tables = empty.free_tables(snapshot.venue_of_slot[key].id, slot)
        tabled = sum(not is_at_office(empty, meeting.pair, slot) for meeting in may_stay)
        total += len(meetings) - (len(may_stay) - tabled) - min(tabled, tables)
    return total


def _place(problem: Problem, wanted: Collection[int], limits: Limits, progress: Progress) -> dict[int, int]:
    """Place the wanted wishes around the fixed ones; the others wait."""
    from missionplanner.scheduling.search import Search, warm  # slow import

    warm()
    wishes = tuple(w if w.fixed or n in wanted else replace(w, allowed=()) for n, w in enumerate(problem.wishes))
    search = Search(replace(problem, wishes=wishes), limits.seed)
    search.place(time.monotonic() + 0.2 * limits.clock, progress)
    return search.assignment


def _fill(problem: Problem, assignment: Assignment, limits: Limits, progress: Progress) -> dict[int, int]:
    """Place what else is requested, moving nothing."""
    fixed = tuple(
        replace(wish, allowed=(assignment[n],), fixed=True) if n in assignment else wish
        for n, wish in enumerate(problem.wishes)
    )
    return _place(replace(problem, wishes=fixed), range(len(fixed)), limits, progress)


def _loosen(
    snapshot: Snapshot, stated: Formulation, assignment: Assignment, missing: list[int], firm: Collection[int]
) -> tuple[Formulation, dict[int, Meeting]]:
    """The problem in which meetings that share a company with the missing ones may move, and which these are."""
    concerned = {party for number in missing for party in stated.problem.wishes[number].parties}
    key_of = {m.pair: m for m in snapshot.meetings if m.stands}
    loose: dict[int, Meeting] = {}
    for number, request in enumerate(stated.requests):
        meeting = key_of.get(request.pair)
        near = concerned & set(stated.problem.wishes[number].parties)
        asked = request.pair in snapshot.wishes and snapshot.wishes[request.pair].priority is not Priority.NO_THANKS
        if meeting and asked and near and number in assignment and meeting.id not in firm and not meeting.locked:
            loose[number] = meeting
    stay = {m.id for m in snapshot.meetings if m.stands} - {m.id for m in loose.values()}
    stay -= {key_of[stated.requests[number].pair].id for number in missing}
    freed = formulation.formulate(snapshot, Keep.LOCKED, stay=stay)
    wishes = tuple(_in_room(wish, n, assignment, loose, missing) for n, wish in enumerate(freed.problem.wishes))
    return replace(freed, problem=replace(freed.problem, wishes=wishes)), loose


def _in_room(wish: Wish, number: int, assignment: Assignment, loose: Collection[int], missing: Collection[int]) -> Wish:
    """The wish as it may move while room is made: not at all, unless it is loose or missing."""
    if number in loose or number in missing:
        return replace(wish, fixed=False)
    if number in assignment:
        return replace(wish, allowed=(assignment[number],), fixed=True)
    return replace(wish, allowed=(), fixed=False)


def _people(snapshot: Snapshot, meeting: Meeting) -> int:
    """How many people have to be informed when the meeting moves."""
    return sum(max(1, len(snapshot.delegates_of.get(company, []))) for company in meeting.pair)

"""The timetable: worked out as a proposal, shown as a difference, accepted as one step."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from missionplanner.domain import checks, day_conflicts, double_events, people_rules, rules
from missionplanner.domain.advice import Cause
from missionplanner.domain.goals import USUAL, Aims, Goal
from missionplanner.domain.issues import Issue
from missionplanner.domain.plan import Plan
from missionplanner.domain.plan_figures import NO_FIGURES, PlanFigures, figures, least_changes
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Keep, Meeting, MeetingStatus, Scope, Session, Slot
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.job import Job
from missionplanner.jobs.timetable.versions import content_of
from missionplanner.messages import Message, counted_message, message
from missionplanner.progress import Progress
from missionplanner.scheduling import formulation, seating, solver
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.reasons import Explainer, contradiction_in_words
from missionplanner.store.store import Store

EVERYTHING = Scope()

PREPARING_ONCE = solver.PREPARING_ONCE
"""Said by the progress while the search is compiled."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A request without a meeting, and why."""

    request: Request
    reason: str
    cause: Cause = Cause.TAKEN
    """The kind of the reason."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A timetable to be accepted or not, and its difference from the present one."""

    status: str
    """optimal, feasible, or infeasible where kept meetings break rules."""
    requested: int
    """How many requests want a meeting."""
    meetings: tuple[Meeting, ...]
    """The whole timetable; new meetings have no key yet."""
    unplaced: tuple[Unplaced, ...]
    """The requests left without a meeting, must-meets first."""
    idle_slots: int
    """Empty slots between the meetings of a day, of all companies together."""
    max_idle: int
    """The idle slots of the company with the most."""
    bound: int
    """The idle slots no timetable can go below."""
    seconds: float
    """How long it took."""
    kept: int
    """Meetings with the same time, table and interpreter as now."""
    new: int
    moved: int
    """Meetings with another time or table than now."""
    dropped: int
    """Meetings of the present timetable that are not in this one."""
    basis: frozenset[Meeting] = frozenset()
    """All meetings as they were when the proposal was worked out."""
    sessions: frozenset[int] = frozenset()
    """The sessions planned whole, by key; none where only some companies or pairs were."""
    figures: PlanFigures = NO_FIGURES
    """The figures of the whole timetable."""
    aims: Aims = USUAL
    days_bound: int = 0
    """The company-days no timetable that places as much can go below."""
    changes_bound: int = 0
    """Companies that keep their tables change them at least so often, for the meetings that stay make them."""
    reinterpreted: int = 0
    """Meetings with the same time and table as now, and another interpreter."""
    contradiction: str = ""
    """The kept meetings that cannot stay together, in words; empty where they break no rule."""

    @property
    def idle_in_words(self) -> str:
        """How much companies wait between their meetings, in a sentence."""
        number = current().number
        if not self.idle_slots:
            return _("Nobody waits between two meetings.")
        idle = count("{n} idle slot", "{n} idle slots", self.idle_slots)
        if not self.bound:
            return _("{idle}, at most {most} for one company.").format(idle=idle, most=number(self.max_idle))
        text = _("{idle}, at most {most} for one company; fewer than {bound} cannot be.")
        return text.format(idle=idle, most=number(self.max_idle), bound=number(self.bound))

    @property
    def summary(self) -> Message:
        """The difference in a line; how many of those that stay get another interpreter where some do."""
        parts = {
            "new": counted_message("{n} new", "{n} new", self.new),
            "moved": counted_message("{n} moved", "{n} moved", self.moved),
            "dropped": counted_message("{n} dropped", "{n} dropped", self.dropped),
            "unchanged": counted_message("{n} unchanged", "{n} unchanged", self.kept),
        }
        if not self.reinterpreted:
            return message("{new}, {moved}, {dropped}, {unchanged}", **parts)
        other = counted_message("{n} with another interpreter", "{n} with another interpreter", self.reinterpreted)
        return message("{new}, {moved}, {dropped}, {other}, {unchanged}", **parts, other=other)


def plan(
    seconds: float = 10.0,
    keep: Keep = Keep.LOCKED,
    scope: Scope = EVERYTHING,
    seed: int | None = None,
    goal: Goal | None = None,
) -> Job[Snapshot, Proposal]:
    """Return the job that makes a timetable, or the part of one in the scope; `accept` writes its result.

    `goal`: what comes first, instead of what the mission says. With a `seed` the work is counted instead of timed, so
    that the same mission gets the same timetable again. The job
    raises UserError when there are no sessions in the scope.
    """

    def work(snapshot: Snapshot, progress: Progress) -> Proposal:
        if not snapshot.slots:
            raise UserError(
                _("There are no sessions to meet in."), _("Add sessions to the venues first."), "programme.Sessions"
            )
        _refuse_empty(snapshot, scope)
        progress.report(0.01, _("Reading the requests"))
        limits = Limits(seconds, 1 if seed is None else seed, repeatable=seed is not None)
        aims = snapshot.mission.aims if goal is None else replace(snapshot.mission.aims, goal=goal)
        proposal = _propose(snapshot, formulation.formulate(snapshot, keep, scope, aims=aims), limits, progress)
        return replace(proposal, sessions=_planned_whole(snapshot, scope))

    return Job(_("Making the timetable"), lambda store: store.snapshot(), work)


def _planned_whole(snapshot: Snapshot, scope: Scope) -> frozenset[int]:
    """Return the sessions in which nothing is left to others."""
    if scope.companies or scope.pairs:
        return frozenset()
    stop_of = snapshot.stop_of_slot
    return frozenset(s.session_id for s in snapshot.slots if scope.reaches(s.day, stop_of[s.id].id))


def move_day(company_id: int, day: date, target: date, seconds: float = 5.0) -> Job[Snapshot, Proposal]:
    """Return the job that moves all of a company's meetings of one day to another, moving nobody else.

    Meetings that find no room there are proposed to be dropped. Locked, confirmed and past meetings stay. The job
    raises UserError when there are no sessions on the target day or no meetings that can be moved.
    """

    def work(snapshot: Snapshot, progress: Progress) -> Proposal:
        _refuse_empty(snapshot, Scope(target))
        mine = [m for m in snapshot.meetings_of.get(company_id, []) if snapshot.slot[m.slot_id].day == day]
        loose = [m for m in mine if m.status is MeetingStatus.PLANNED and not m.locked]
        if not loose:
            text = _("{company} has no meetings on {day} that can be moved.")
            name = snapshot.company[company_id].name
            raise UserError(text.format(company=name, day=current().day(day)), _("Locked and confirmed meetings stay."))
        stay = {m.id for m in snapshot.meetings if m.stands} - {m.id for m in loose}
        scope = Scope(target, pairs=frozenset(m.pair for m in loose))
        return _propose(snapshot, formulation.formulate(snapshot, Keep.LOCKED, scope, stay), Limits(seconds), progress)

    return Job(_("Moving a day"), lambda store: store.snapshot(), work)


def _refuse_empty(snapshot: Snapshot, scope: Scope) -> None:
    stop_of = snapshot.stop_of_slot
    if not any(scope.reaches(slot.day, stop_of[slot.id].id) for slot in snapshot.slots):
        where = current().day(scope.day) if scope.day else snapshot.stop[scope.stop_id or 0].name(current().language)
        raise UserError(_("There are no sessions on {day}.").format(day=where), _("Choose a day with sessions."))


def _propose(snapshot: Snapshot, stated: formulation.Formulation, limits: Limits, progress: Progress) -> Proposal:
    solution = solver.solve(stated.problem, limits, progress)
    meetings = seated(snapshot, stated, solution.assignment)
    conflicts_kept = check_new(snapshot, meetings)
    # The proof is about slots; it does not hold where a meeting found no table in its slot.
    seated_all = len(meetings) == len(solution.assignment)
    proposal = replace(
        difference(snapshot, meetings, stated.requests, solution.seconds),
        status=solution.status if seated_all else "feasible",
        idle_slots=solution.score.idle,
        max_idle=solution.score.max_idle,
        bound=solution.bound,
        aims=stated.aims,
        days_bound=solution.least_days + _uncounted(snapshot, stated, solution.assignment),
        changes_bound=least_changes(Plan(snapshot, list(filter(None, stated.kept))), stated.aims.seated),
    )
    if not conflicts_kept:
        return proposal
    words = contradiction_in_words(snapshot, stated, limits, progress)
    return replace(proposal, status="infeasible", contradiction=words)


def _uncounted(snapshot: Snapshot, stated: formulation.Formulation, assignment: dict[int, int]) -> int:
    """Return how many companies come whose days do not count: each comes on one day at least."""
    coming = {company for number in assignment for company in stated.requests[number].pair}
    return sum(not stated.aims.day(snapshot.company[company].side) for company in coming)


def accept(store: Store, proposal: Proposal, label: Message | None = None) -> None:
    """Put the proposed timetable in place of the present one, as one step; unchanged meetings are not touched.

    Raises UserError where a meeting or slot changed since the proposal was worked out.
    """
    # The proposal knows nothing of what happened since it was read: it is refused rather than written over that.
    slots = {slot.id for slot in store.all(Slot)}
    if frozenset(store.all(Meeting)) != proposal.basis or any(m.slot_id not in slots for m in proposal.meetings):
        raise UserError(
            _("The timetable was changed while this proposal was worked out."),
            _("Nothing was changed; work it out again."),
        )
    before = {meeting.pair: meeting for meeting in store.all(Meeting) if meeting.stands}
    after = {meeting.pair: meeting for meeting in proposal.meetings}
    with store.change(label or message("Make timetable ({summary})", summary=proposal.summary)) as change:
        change.delete(Meeting, [meeting.id for pair, meeting in before.items() if pair not in after])
        for pair, meeting in after.items():
            held = before.get(pair)
            if held is None:
                change.insert(meeting)
            elif _time_table_interpreter(held) != _time_table_interpreter(meeting):
                # Changed, not made anew: the people of a meeting and its outcome belong to its key.
                moved = held.moved_to(meeting.slot_id, meeting.table_id)
                change.update(replace(moved, interpreter_id=meeting.interpreter_id))
        if proposal.sessions:
            change.plan(proposal.sessions, content_of(store.snapshot()))


def unplaced(snapshot: Snapshot) -> list[Unplaced]:
    """Return every request without a standing meeting, must-meets first, with the reason as the timetable is now."""
    return _with_reasons(Plan(snapshot, snapshot.meetings), open_requests(snapshot))


def open_requests(snapshot: Snapshot) -> list[Request]:
    """Return every request without a standing meeting, must-meets first."""
    met = {meeting.pair: meeting for meeting in snapshot.meetings if meeting.stands}
    return _ranked(request for request in formulation.requested(snapshot, met) if request.pair not in met)


def reasons(plan: Plan, requests: Iterable[Request]) -> Iterator[Unplaced]:
    """Yield the reasons why requests have no meeting in a plan, one after the other."""
    explainer = Explainer(plan)
    for request in requests:
        cause, reason = explainer.explained(request)
        yield Unplaced(request, reason, cause)


def conflicts(snapshot: Snapshot) -> list[Issue]:
    """Return everything in the timetable that breaks a rule, in the order of time, then what is about no meeting."""
    return [*rules.check(Plan(snapshot, snapshot.meetings)), *conflicts_beside(snapshot)]


def conflicts_beside(snapshot: Snapshot) -> list[Issue]:
    """Return the conflicts that no rule of a meeting finds: void choices, people at two events at once, single days."""
    found = [*people_rules.choices_stand(snapshot), *double_events.one_event_at_a_time(snapshot)]
    return [*found, *day_conflicts.days_go_together(snapshot)]


def problems(snapshot: Snapshot) -> list[Issue]:
    """Return what lies outside the mission or its stop, and every conflict of the timetable."""
    return [*checks.in_mission(snapshot), *conflicts(snapshot)]


def set_locked(store: Store, keys: Iterable[int], locked: bool) -> None:
    """Lock or unlock meetings, as one step."""
    label = message("Lock meetings") if locked else message("Unlock meetings")
    with store.change(label) as change:
        for meeting in store.where(Meeting, "id", keys):
            change.update(replace(meeting, locked=locked))


def clear(store: Store) -> int:
    """Remove every planned meeting that is not locked, as one step; return how many."""
    keys = [m.id for m in store.all(Meeting) if m.status is MeetingStatus.PLANNED and not m.locked]
    with store.change(message("Clear the timetable")) as change:
        change.delete(Meeting, keys)
        change.plan([session.id for session in store.all(Session)], content_of(store.snapshot()))
    return len(keys)


def _with_reasons(present: Plan, requests: Iterable[Request]) -> list[Unplaced]:
    return list(reasons(present, _ranked(requests)))


def _ranked(requests: Iterable[Request]) -> list[Request]:
    order = {Priority.MUST_MEET: 0, Priority.MEET: 1, Priority.NO_THANKS: 2}
    return sorted(requests, key=lambda request: (order[request.priority], request.pair))


def seated(snapshot: Snapshot, stated: formulation.Formulation, assignment: dict[int, int]) -> list[Meeting]:
    """Return the meetings of an assignment, with tables and interpreters."""
    found = seating.to_meetings(stated, assignment, seating.seat(snapshot, stated, assignment))
    return seating.interpret(snapshot, found)


def difference(
    snapshot: Snapshot, meetings: list[Meeting], requests: Iterable[Request], seconds: float = 0.0
) -> Proposal:
    """Return meetings as a proposal: their difference from the present timetable, and why requests are left without."""
    before = {meeting.pair: meeting for meeting in snapshot.meetings if meeting.stands}
    after = {meeting.pair: meeting for meeting in meetings}
    kinds = Counter(_changed(before.get(pair), meeting) for pair, meeting in after.items())
    asked, plan = list(requests), Plan(snapshot, _numbered(meetings))
    rest = [request for request in asked if request.pair not in after]
    return Proposal(
        status="feasible",
        requested=len(asked),
        meetings=tuple(meetings),
        unplaced=tuple(_with_reasons(plan, rest)),
        figures=figures(plan),
        idle_slots=0,
        max_idle=0,
        bound=0,
        seconds=round(seconds, 2),
        kept=kinds["kept"],
        new=kinds["new"],
        moved=kinds["moved"],
        reinterpreted=kinds["reinterpreted"],
        dropped=sum(1 for pair in before if pair not in after),
        basis=frozenset(snapshot.meetings),
    )


def check_new(snapshot: Snapshot, meetings: list[Meeting]) -> list[Issue]:
    """Return the conflicts among the kept meetings.

    Raises AssertionError when a new meeting breaks a rule: that is a bug of the engine.
    """
    numbered = _numbered(meetings)
    found = rules.check(Plan(snapshot, numbered))
    kept = [m for m in numbered if m.id > 0]
    # Kept meetings may break rules already: that is reported, and no fault of the engine.
    known = {(issue.code, issue.subjects) for issue in rules.check(Plan(snapshot, kept))} if found else set()
    bad = [issue for issue in found if (issue.code, issue.subjects) not in known]
    if bad:
        raise AssertionError(f"the planned timetable breaks a rule: {bad[0].text}")
    return found


def _numbered(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return the meetings with keys that tell them apart: new ones get negative keys."""
    # From -10 down, as domain.moves gives an imagined meeting a key just below 0.
    return [replace(meeting, id=meeting.id or -n) for n, meeting in enumerate(meetings, start=10)]


def has_same_place(one: Meeting, other: Meeting) -> bool:
    """Whether two meetings are at the same time and table."""
    return (one.slot_id, one.table_id) == (other.slot_id, other.table_id)


def _changed(before: Meeting | None, meeting: Meeting) -> str:
    """Return what a meeting of a proposal is against the one there is: new, moved, reinterpreted or kept."""
    if before is None:
        return "new"
    if not has_same_place(before, meeting):
        return "moved"
    return "kept" if _time_table_interpreter(before) == _time_table_interpreter(meeting) else "reinterpreted"


def _time_table_interpreter(meeting: Meeting) -> tuple[int, int | None, int]:
    return meeting.slot_id, meeting.table_id, meeting.interpreter_id or 0

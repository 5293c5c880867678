"""The figures of a timetable in words and as counts to draw, and the difference between two timetables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from missionplanner.domain.companies import Side
from missionplanner.domain.goals import Aims, Goal
from missionplanner.domain.plan import Plan
from missionplanner.domain.plan_figures import PlanFigures, figures
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, count, current
from missionplanner.jobs.timetable.planning import Proposal
from missionplanner.jobs.timetable.versions import KeptMeeting, standing


@dataclass(frozen=True, slots=True)
class Histogram:
    """How often each number occurs."""

    title: str
    counts: Mapping[int, int]


def quality(proposal: Proposal) -> list[str]:
    """Return what a proposal is like, a sentence a goal in their order, with the bounds that are proved."""
    days, idle = _days(proposal), proposal.idle_in_words
    first = [idle, days] if proposal.aims.goal is Goal.WAITS else [days, idle]
    return [*first, *habits(proposal.figures, proposal.aims)]


def habits(found: PlanFigures, aims: Aims) -> list[str]:
    """Return what has no bound: changes of table, runs, lunch, tables in use."""
    changes = {side: found.changes[side] for side in (aims.seated, *(set(Side) - {aims.seated}))}
    sides = {Side.DELEGATION: _("the delegation {times}"), Side.COUNTERPART: _("counterparts {times}")}
    told = [sides[side].format(times=count("{n} time", "{n} times", many)) for side, many in changes.items()]
    spans = count("{n} company-day goes on after lunch", "{n} company-days go on after lunch", found.lunch_spans)
    run = count("{n} meeting", "{n} meetings", found.longest_run)
    tables = count("{n} table", "{n} tables", found.peak_tables)
    visits = count("{n} meeting is at an office", "{n} meetings are at offices", found.visits)
    way = _("{meetings}; the delegation is {n} minutes under way on these days.")
    return [
        *([way.format(meetings=visits, n=current().number(found.under_way))] if found.visits else []),
        _("Tables change within a day: {sides}.").format(sides=", ".join(told)),
        _("The longest run without a break is {meetings}; {spans}.").format(meetings=run, spans=spans),
        _("At most {tables} of a venue in use at a time.").format(tables=tables),
    ]


def histograms(found: PlanFigures) -> list[Histogram]:
    """Return what can be drawn, each with its title."""
    return [
        Histogram(_("Companies by days they come"), found.days),
        Histogram(_("Company-days by meetings"), found.loads),
        Histogram(_("Company-days by idle slots"), found.waits),
        Histogram(_("Runs by meetings without a break"), found.runs),
        Histogram(_("Companies by meetings"), found.shares),
    ]


def comparison(one: PlanFigures, other: PlanFigures) -> list[str]:
    """Return what differs between two timetables: a line for each figure that is not the same."""
    rows = [
        (_("Meetings"), one.meetings, other.meetings),
        (_("Company-days"), one.company_days, other.company_days),
        (_("Company-days with one meeting"), one.lone_days, other.lone_days),
        (_("Idle slots"), one.idle_slots, other.idle_slots),
        (_("Changes of table, delegation"), one.changes[Side.DELEGATION], other.changes[Side.DELEGATION]),
        (_("Changes of table, counterparts"), one.changes[Side.COUNTERPART], other.changes[Side.COUNTERPART]),
        (_("Company-days that go on after lunch"), one.lunch_spans, other.lunch_spans),
        (_("Meetings in the longest run"), one.longest_run, other.longest_run),
        (_("Most tables in use at a time"), one.peak_tables, other.peak_tables),
        (_("Meetings at offices"), one.visits, other.visits),
        (_("Minutes under way"), one.under_way, other.under_way),
    ]
    number = current().number
    return [
        _("{figure}: {before} → {after}").format(figure=name, before=number(before), after=number(after))
        for name, before, after in rows
        if before != after
    ]


def comparison_of(snapshot: Snapshot, one: Iterable[KeptMeeting], other: Iterable[KeptMeeting]) -> list[str]:
    """Return what differs between two kept timetables, as far as their companies, slots and tables are there still."""
    found = [figures(Plan(snapshot, standing(snapshot, entries))) for entries in (one, other)]
    return comparison(*found)


def _days(proposal: Proposal) -> str:
    found, aims = proposal.figures, proposal.aims
    text = _("{days}, {lone} with one meeting only; fewer than {bound} cannot be.")
    if proposal.status == "optimal" and aims.goal is Goal.DAYS and found.company_days > proposal.days_bound:
        # Proved is the least sum of weighted days: with more days of those that weigh less there may be more.
        text = _(
            "{days}, {lone} with one meeting only; their sum by weight"
            " (delegation {guest}, counterparts {host}) cannot be less."
        )
    return text.format(
        days=count("{n} company-day", "{n} company-days", found.company_days),
        lone=current().number(found.lone_days),
        bound=current().number(proposal.days_bound),
        guest=aims.guest_day,
        host=aims.host_day,
    )

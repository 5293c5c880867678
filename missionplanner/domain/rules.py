"""The hard rules of a timetable: one function for each, with its sentence.

A rule examines one meeting of a plan and yields an Issue for everything that breaks it.
`scheduling/slot_constraints.py` or `scheduling/model_constraints.py` has a constraint of the same name for each.
"""

from collections.abc import Callable, Iterator

from missionplanner.domain.issues import Issue
from missionplanner.domain.meeting_places import place_name
from missionplanner.domain.people_rules import chosen_speak, delegate_one_at_a_time, wants_meetings
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.domain.rule_words import city_of, issue_of, name_of, partner_name, when, with_reason
from missionplanner.domain.timetable import Meeting, Owner
from missionplanner.i18n import N_, _, current

Rule = Callable[[Plan, Meeting], Iterator[Issue]]


def check(plan: Plan) -> list[Issue]:
    """Return every conflict of the plan once, in the order of time."""
    return [issue for issues in by_meeting(plan) for issue in issues]


def by_meeting(plan: Plan) -> Iterator[list[Issue]]:
    """Yield what `check` finds, one meeting after the other: for each what was not found with one before."""
    known: set[tuple[str, tuple[tuple[str, int], ...]]] = set()
    for meeting in sorted(plan.meetings, key=lambda m: (plan.slot(m).starts, m.table_id or 0, m.id)):
        new: dict[tuple[str, tuple[tuple[str, int], ...]], Issue] = {}
        for issue in conflicts(plan, meeting):
            new.setdefault((issue.code, tuple(sorted(issue.subjects))), issue)
        yield [issue for key, issue in new.items() if key not in known]
        known |= new.keys()


def conflicts(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """Yield everything that is wrong with one meeting among the others of the plan."""
    for rule in RULES:
        yield from rule(plan, meeting)


def takes_part(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """Both companies are accepted or confirmed."""
    for company in meeting.companies:
        if not plan.snapshot.takes_part(company):
            text = _("{company} does not take part: its status is “{status}”.").format(
                company=name_of(plan, company), status=plan.snapshot.status_of(company)
            )
            yield issue_of("takes_part", text, meeting)


def no_veto(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """Neither company said no thanks to the other."""
    wish = plan.snapshot.wishes.get(meeting.pair)
    if wish and wish.priority is Priority.NO_THANKS:
        asker, other = meeting.pair if wish.asked_by == "delegation" else meeting.pair[::-1]
        text = _("{company} does not want to meet {other}.")
        yield issue_of("no_veto", text.format(company=name_of(plan, asker), other=name_of(plan, other)), meeting)


def pair_meets_once(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """Two companies meet at most once."""
    for other in plan.of_pair[meeting.pair]:
        if other.id != meeting.id:
            text = _("{company} and {other} meet twice, on {when} and {then}.").format(
                company=name_of(plan, meeting.delegation_id),
                other=name_of(plan, meeting.counterpart_id),
                when=when(plan.slot(meeting)),
                then=when(plan.slot(other)),
            )
            yield issue_of("pair_meets_once", text, meeting, other)


def company_one_at_a_time(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """A company is in one meeting at a time, or in as many as it has delegates where the mission allows that."""
    for company in meeting.companies:
        most = plan.at_once(company)
        others = list(plan.at_the_same_time(meeting, plan.of_company[company]))
        moments = {plan.slot(meeting).starts, *(plan.slot(other).starts for other in others)}
        if len(others) < most or all(len(plan.going_on(company, moment)) <= most for moment in moments):
            continue
        for other in others:
            text = (
                _("{company} has two meetings on {when}: with {one} and with {two}.")
                if most == 1
                else _("{company} has more meetings on {when} than delegates, among them with {one} and with {two}.")
            )
            text = text.format(
                company=name_of(plan, company),
                when=when(plan.slot(meeting)),
                one=partner_name(plan, meeting, company),
                two=partner_name(plan, other, company),
            )
            yield issue_of("company_one_at_a_time", text, meeting, other)


def most_a_day(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """A company has no more meetings a day than the mission wants."""
    most = plan.snapshot.mission.meetings_a_day
    day = plan.slot(meeting).day
    for company in meeting.companies if most else ():
        count = sum(1 for other in plan.of_company[company] if plan.slot(other).day == day)
        if most and count > most:
            text = _("{company} has {n} meetings on {day}; the most is {most}.")
            text = text.format(company=name_of(plan, company), n=count, day=current().day(day), most=most)
            yield Issue("most_a_day", text, subjects=(("companies", company), ("days", day.toordinal())))


def travel_time(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """Somebody who goes from one venue or office to another has the time to, with the margins of offices."""
    slot = plan.slot(meeting)
    for company in meeting.companies:
        event = plan.event_too_far(company, meeting)
        if event:
            text = _("{company} cannot get from “{event}” to {venue}, or back, in time for its meeting on {when}.")
            text = text.format(
                company=name_of(plan, company),
                event=event.name(current().language),
                venue=place_name(plan.snapshot, meeting),
                when=when(slot),
            )
            yield issue_of("travel_time", text, meeting)
        for other in plan.of_company[company] if plan.at_once(company) == 1 else ():
            if other.id != meeting.id and plan.too_far(meeting, other):
                text = _("{company} cannot get from {venue} to {other} between its meetings on {when} and {then}.")
                text = text.format(
                    company=name_of(plan, company),
                    venue=place_name(plan.snapshot, meeting),
                    other=place_name(plan.snapshot, other),
                    when=when(slot),
                    then=when(plan.slot(other)),
                )
                yield issue_of("travel_time", text, meeting, other)


def time_wished(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """A meeting wished for a half of the day or for a session lies there."""
    wish = plan.snapshot.wishes.get(meeting.pair)
    if wish and not plan.suits(wish, plan.slot(meeting)):
        session = plan.snapshot.session.get(wish.session_id or 0)
        text = _("{company} and {other} should meet in another part of the day than {when}: {wanted}.").format(
            company=name_of(plan, meeting.delegation_id),
            other=name_of(plan, meeting.counterpart_id),
            when=when(plan.slot(meeting)),
            wanted=session.name if session else wish.half.label,
        )
        yield issue_of("time_wished", text, meeting)


def order_kept(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """A company meets one company before another where it asked for that."""
    for company, first, then in plan.orders_of(meeting.pair):
        for other in plan.of_company[company]:
            if then in other.pair and plan.slot(meeting).ends > plan.slot(other).starts:
                text = _("{company} should meet {first} before {then}, but meets them on {when} and {later}.").format(
                    company=name_of(plan, company),
                    first=name_of(plan, first),
                    then=name_of(plan, then),
                    when=when(plan.slot(meeting)),
                    later=when(plan.slot(other)),
                )
                yield issue_of("order_kept", text, meeting, other)


def interpreter_available(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """Companies without a common language have an interpreter of both, available, in one meeting at a time."""
    slot = plan.slot(meeting)
    needed = plan.interpreted(meeting)
    person = plan.interpreter.get(meeting.interpreter_id or 0)
    if person is None:
        if needed:
            text = _("{company} and {other} share no language and have no interpreter on {when}.").format(
                company=name_of(plan, meeting.delegation_id),
                other=name_of(plan, meeting.counterpart_id),
                when=when(slot),
            )
            yield issue_of("interpreter_available", text, meeting)
        return
    if needed and not plan.interprets(person, needed):
        text = _("{person} does not interpret between {company} and {other}.").format(
            person=person.full_name,
            company=name_of(plan, meeting.delegation_id),
            other=name_of(plan, meeting.counterpart_id),
        )
        yield issue_of("interpreter_available", text, meeting)
    if plan.absence(Owner.DELEGATE, person.id, slot):
        text = _("{person} is not available on {when}.").format(person=person.full_name, when=when(slot))
        yield issue_of("interpreter_available", text, meeting)
    for other in plan.at_the_same_time(meeting, [*plan.of_interpreter[person.id], *plan.of_delegate[person.id]]):
        text = _("{person} is expected in two meetings on {when}.").format(person=person.full_name, when=when(slot))
        yield issue_of("interpreter_available", text, meeting, other)


def table_one_at_a_time(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """A table holds one meeting at a time, and stands at the venue of the slot; at an office there is none."""
    yield from _place_kept(plan, meeting)
    if meeting.table_id is None:
        return
    table = plan.snapshot.table[meeting.table_id]
    venue = plan.snapshot.venue_of_slot[meeting.slot_id]
    if table.venue_id != venue.id:
        text = _("Table {number} does not stand at {venue}.").format(number=table.number, venue=venue.name)
        yield issue_of("table_one_at_a_time", text, meeting)
    for other in plan.at_the_same_time(meeting, plan.of_table[meeting.table_id]):
        text = _("Table {number} at {venue} is given to two meetings on {when}.").format(
            number=table.number, venue=venue.name, when=when(plan.slot(meeting))
        )
        yield issue_of("table_one_at_a_time", text, meeting, other)


def _place_kept(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """A meeting ahead is held where it is to be: at the office of the host, or at a table."""
    at_office = plan.at_office(meeting)
    if not meeting.is_ahead or at_office is (meeting.table_id is None):
        return
    if at_office:
        text = _("{company} is to visit {other} at its office on {when}, and needs no table.")
    else:
        text = _("{company} and {other} are to meet at a table on {when}, and have none.")
    names = {"company": name_of(plan, meeting.delegation_id), "other": name_of(plan, meeting.counterpart_id)}
    yield issue_of("table_one_at_a_time", text.format(when=when(plan.slot(meeting)), **names), meeting)


def table_available(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """The table can be used during the slot."""
    if meeting.table_id is None:
        return
    absence = plan.absence(Owner.TABLE, meeting.table_id, plan.slot(meeting))
    if absence:
        number = plan.snapshot.table[meeting.table_id].number
        text = _("Table {number} cannot be used on {when}.").format(number=number, when=when(plan.slot(meeting)))
        yield issue_of("table_available", with_reason(text, absence.reason), meeting)


def company_available(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """Both companies are available during the slot."""
    for company in meeting.companies:
        absence = plan.absence(Owner.COMPANY, company, plan.slot(meeting))
        if absence:
            text = _("{company} is not available on {when}.")
            text = text.format(company=name_of(plan, company), when=when(plan.slot(meeting)))
            yield issue_of("company_available", with_reason(text, absence.reason), meeting)


def events_attended(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """Nobody has a meeting during an event they attend."""
    for company in meeting.companies:
        event = plan.event_during(company, plan.slot(meeting))
        if event:
            text = _("{company} attends “{event}” on {when}.").format(
                company=name_of(plan, company),
                event=event.name(current().language),
                when=when(plan.slot(meeting)),
            )
            yield issue_of("events_attended", text, meeting)


def stop_attended(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """Both companies are at the stop of the meeting."""
    stop = plan.snapshot.stop_of_slot[meeting.slot_id]
    for company in meeting.companies:
        if stop.id not in plan.snapshot.stops_for(company):
            text = _("{company} does not go to {stop}.").format(company=name_of(plan, company), stop=city_of(stop))
            yield issue_of("stop_attended", text, meeting)


def stops_in_parallel(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """A company has meetings at only one of the stops that run in parallel."""
    stop = plan.snapshot.stop_of_slot[meeting.slot_id]
    for company in meeting.companies:
        for other in plan.of_company[company]:
            there = plan.snapshot.stop_of_slot[other.slot_id]
            if stop.in_parallel(there):
                text = _("{company} cannot be in {stop} and in {other} in the same days.").format(
                    company=name_of(plan, company), stop=city_of(stop), other=city_of(there)
                )
                places = tuple(("stops", key) for key in sorted((stop.id, there.id)))
                yield Issue("stops_in_parallel", text, subjects=(("companies", company), *places))


def lunch_kept(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """No meeting is held over lunch."""
    lunch = plan.lunch(plan.slot(meeting))
    if lunch and lunch.overlaps(plan.slot(meeting).span):
        text = _("The meeting of {company} and {other} on {when} is over lunch.").format(
            company=name_of(plan, meeting.delegation_id),
            other=name_of(plan, meeting.counterpart_id),
            when=when(plan.slot(meeting)),
        )
        yield issue_of("lunch_kept", text, meeting)


RULES: tuple[Rule, ...] = (
    takes_part,
    wants_meetings,
    no_veto,
    pair_meets_once,
    company_one_at_a_time,
    delegate_one_at_a_time,
    table_one_at_a_time,
    table_available,
    company_available,
    events_attended,
    stop_attended,
    stops_in_parallel,
    lunch_kept,
    travel_time,
    time_wished,
    order_kept,
    interpreter_available,
    chosen_speak,
    most_a_day,
)

LABELS = {
    "takes_part": N_("only companies that take part meet"),
    "wants_meetings": N_("only companies that want meetings have some"),
    "no_veto": N_("nobody meets who does not want to"),
    "pair_meets_once": N_("two companies meet once"),
    "company_one_at_a_time": N_("a company is in one meeting at a time"),
    "delegate_one_at_a_time": N_("a delegate is in one meeting at a time"),
    "table_one_at_a_time": N_("a table holds one meeting at a time"),
    "table_available": N_("the table can be used"),
    "company_available": N_("both companies are available"),
    "events_attended": N_("nobody meets during an event they attend"),
    "stop_attended": N_("both companies are at the stop"),
    "stops_in_parallel": N_("nobody is at two stops in the same days"),
    "lunch_kept": N_("nobody meets over lunch"),
    "travel_time": N_("there is time to go from venue to venue"),
    "time_wished": N_("a meeting lies in the part of the day it is wished for"),
    "order_kept": N_("meetings come in the order that was asked for"),
    "interpreter_available": N_("companies without a common language have an interpreter"),
    "chosen_speak": N_("those chosen for a meeting speak a language of the other side"),
    "most_a_day": N_("a company has no more meetings per day than wanted"),
}
"""Every rule in a few words, by name."""

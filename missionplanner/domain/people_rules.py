"""The rules about who attends: which companies want meetings, and that nobody is in two at a time."""

from collections.abc import Iterator

from missionplanner.domain import representing
from missionplanner.domain.issues import Issue
from missionplanner.domain.mission import Stop
from missionplanner.domain.plan import Plan
from missionplanner.domain.rule_words import city_of, issue_of, name_of, when
from missionplanner.domain.timetable import Meeting, Owner
from missionplanner.i18n import _


def wants_meetings(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """Both companies want meetings, and have somebody who attends them."""
    snapshot = plan.snapshot
    for company in meeting.companies:
        if not snapshot.wants_meetings(company):
            text = _("{company} does not want meetings.").format(company=name_of(plan, company))
            yield issue_of("wants_meetings", text, meeting)
        elif snapshot.delegates_of.get(company) and not snapshot.meeting_people_of[company]:
            text = _("Nobody of {company} attends meetings.").format(company=name_of(plan, company))
            yield issue_of("wants_meetings", text, meeting)


def delegate_one_at_a_time(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """A delegate named for a meeting is in one at a time and available; a company always has somebody available."""
    people = {d.id: d for company in meeting.pair for d in plan.snapshot.delegates_of.get(company, [])}
    for key in sorted(plan.delegates(meeting)):
        name = people[key].full_name if key in people else str(key)
        for other in plan.at_the_same_time(meeting, plan.of_delegate[key]):
            text = _("{person} is expected in two meetings on {when}.")
            text = text.format(person=name, when=when(plan.slot(meeting)))
            yield issue_of("delegate_one_at_a_time", text, meeting, other)
        if plan.absence(Owner.DELEGATE, key, plan.slot(meeting)):
            text = _("{person} is not available on {when}.")
            yield issue_of("delegate_one_at_a_time", text.format(person=name, when=when(plan.slot(meeting))), meeting)
    for company in meeting.companies:
        if not plan.somebody_available(company, plan.slot(meeting)):
            text = _("No delegate of {company} is available on {when}.")
            text = text.format(company=name_of(plan, company), when=when(plan.slot(meeting)))
            yield issue_of("delegate_one_at_a_time", text, meeting)
        if company in plan.sharing:
            yield from _representing(plan, meeting, company)


def _representing(plan: Plan, meeting: Meeting, company: int) -> Iterator[Issue]:
    """Who represents several companies is in one meeting at a time, and gets from one to the next."""
    linked = plan.sharing[company]
    beside = [m for other in sorted(linked) for m in plan.at_the_same_time(meeting, plan.of_company[other])]
    together = list({m.id: m for m in (meeting, *beside)}.values())
    if not representing.all_have_somebody(plan.seats(together, linked)):
        text = _("{companies} are represented by the same people and have too many meetings on {when}.")
        named = sorted({key for m in together for key in m.companies if key in linked} | {company})
        text = text.format(companies=", ".join(name_of(plan, key) for key in named), when=when(plan.slot(meeting)))
        yield issue_of("delegate_one_at_a_time", text, *together)
    person = plan.snapshot.person.get(plan.only_person.get(company, 0))
    here, stop = plan.slot(meeting), plan.snapshot.stop_of_slot[meeting.slot_id]
    for other in plan.of_only_person(company) if person else ():
        there = plan.snapshot.stop_of_slot[other.slot_id]
        if stop.in_parallel(there) or plan.too_far(here, plan.slot(other)):
            text = _(
                "{person} represents several companies and cannot get from {stop} to {other} between {when} and {then}."
            )
            text = text.format(
                person=person.full_name if person else "",
                stop=_place(plan, meeting, stop, there),
                other=_place(plan, other, there, stop),
                when=when(here),
                then=when(plan.slot(other)),
            )
            yield issue_of("delegate_one_at_a_time", text, meeting, other)


def _place(plan: Plan, meeting: Meeting, stop: Stop, other: Stop) -> str:
    """Return the city of a meeting, or its venue where the other is in the same city."""
    return plan.snapshot.venue_of_slot[meeting.slot_id].name if stop.id == other.id else city_of(stop)

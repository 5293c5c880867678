"""The rules about who attends: which companies want meetings, and that nobody is in two at a time."""

from collections.abc import Iterator

from missionplanner.domain import representing
from missionplanner.domain.attendees import other_of
from missionplanner.domain.companies import AttendeesBy
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.meeting_places import place_name
from missionplanner.domain.mission import Stop
from missionplanner.domain.plan import Plan
from missionplanner.domain.rule_words import city_of, issue_of, name_of, partner_name, when
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, Owner
from missionplanner.i18n import _, current


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
    """A delegate chosen for a meeting is in one at a time and available; a company always has somebody for its own."""
    for key in sorted(plan.delegates(meeting)):
        yield from _chosen(plan, meeting, key)
    for company in meeting.companies:
        is_chosen = bool(plan.chosen(meeting, company))
        if not is_chosen and not plan.somebody_available(meeting.pair, company, plan.slot(meeting)):
            yield issue_of("delegate_one_at_a_time", _nobody(plan, meeting, company), meeting)
        elif company in plan.sharing or plan.at_once(company) > 1:
            yield from _enough_people(plan, meeting, company)
        if company in plan.sharing:
            yield from _on_the_way(plan, meeting, company)


def chosen_speak(plan: Plan, meeting: Meeting) -> Iterator[Issue]:
    """Those chosen for a meeting speak a language of the other side, where its companies have one in common."""
    snapshot = plan.snapshot
    # With interpreters one of them helps: `interpreter_available` finds where none does.
    if snapshot.interpreters or not plan.delegates(meeting) or not plan.without_common_language(meeting):
        return
    one, other = (snapshot.languages_of(snapshot.meeting_people_of.get(key, [])) for key in meeting.pair)
    if one & other:
        people = ", ".join(snapshot.person[key].full_name for key in sorted(plan.delegates(meeting)))
        text = _("{people}: chosen for the meeting of {company} and {other}, where nobody shares a language then.")
        names = {"company": name_of(plan, meeting.delegation_id), "other": name_of(plan, meeting.counterpart_id)}
        yield issue_of("chosen_speak", text.format(people=people, **names), meeting)


def choices_stand(snapshot: Snapshot) -> Iterator[Issue]:
    """Those chosen for meetings ahead still attend meetings for one of the two companies."""
    for meeting in snapshot.meetings:
        named = snapshot.attending.get(meeting.id, frozenset()) if meeting.is_ahead else frozenset()
        gone = named.difference(*(snapshot.chosen(meeting.id, company) for company in meeting.pair))
        for key in sorted(gone):
            text = _("{person} was chosen for the meeting of {company} and {other}, but attends for neither now.")
            one, other = (snapshot.company[company].name for company in meeting.pair)
            text = text.format(person=snapshot.person[key].full_name, company=one, other=other)
            yield Issue("choices_stand", text, Severity.WARNING, subjects=(("meetings", meeting.id),))


def _chosen(plan: Plan, meeting: Meeting, key: int) -> Iterator[Issue]:
    """Somebody chosen for a meeting can be there: not in another, nor absent, nor at an event, nor too far away."""
    person, slot = plan.snapshot.person[key].full_name, plan.slot(meeting)
    others = plan.of_delegate[key]
    for other in plan.at_the_same_time(meeting, others):
        text = _("{person} is expected in two meetings on {when}.").format(person=person, when=when(slot))
        yield issue_of("delegate_one_at_a_time", text, meeting, other)
    event = plan.snapshot.person_event(key, slot)
    if plan.absence(Owner.DELEGATE, key, slot):
        text = _("{person} is not available on {when}.").format(person=person, when=when(slot))
        yield issue_of("delegate_one_at_a_time", text, meeting)
    elif event:
        text = _("{person} attends “{event}” on {when}.")
        text = text.format(person=person, event=event.name(current().language), when=when(slot))
        yield issue_of("delegate_one_at_a_time", text, meeting)
    for other in others:
        single = any(plan.at_once(company) == 1 for company in meeting.pair if company in other.pair)
        if not single and other.id != meeting.id and plan.too_far(meeting, other):
            text = _("{person} cannot get from {venue} to {other} between the meetings on {when} and {then}.")
            text = text.format(
                person=person,
                venue=place_name(plan.snapshot, meeting),
                other=place_name(plan.snapshot, other),
                when=when(slot),
                then=when(plan.slot(other)),
            )
            yield issue_of("delegate_one_at_a_time", text, meeting, other)


def _nobody(plan: Plan, meeting: Meeting, company: int) -> str:
    """Return that nobody of a company can attend, and who of it would have to."""
    text, other = _("No delegate of {company} is available on {when}."), ""
    # Where the time of one company is tried there is no other.
    if len(meeting.companies) > 1:
        people = plan.snapshot.candidates(company, other_of(meeting, company))
        other = partner_name(plan, meeting, company)
        if len(people) < len(plan.snapshot.meeting_people_of[company]):
            text = _wanted(plan.snapshot.company[company].attendees_by)
    return text.format(company=name_of(plan, company), other=other, when=when(plan.slot(meeting)))


def _wanted(rule: AttendeesBy) -> str:
    if rule is AttendeesBy.LANGUAGE:
        return _("Nobody of {company} who speaks a language of {other} is available on {when}.")
    return _("Nobody of {company} who looks after the sector of {other} is available on {when}.")


def _enough_people(plan: Plan, meeting: Meeting, company: int) -> Iterator[Issue]:
    """At any time the meetings of companies that share people have somebody each, and so those of one company."""
    linked = plan.linked(company)
    beside = [m for other in sorted(linked) for m in plan.at_the_same_time(meeting, plan.of_company[other])]
    together = list({m.id: m for m in (meeting, *beside)}.values())
    for group in _at_one_time(plan, meeting, together):
        too_many = any(sum(key in m.pair for m in group) > plan.at_once(key) for key in linked)  # told by another rule
        if too_many or representing.all_have_somebody(plan.seats(group, linked)):
            continue
        if len(linked) == 1:
            text = _("{companies} has more meetings on {when} than people who can attend them.")
        else:
            text = _("{companies} are represented by the same people and have too many meetings on {when}.")
        named = sorted({key for m in group for key in m.companies if key in linked} | {company})
        text = text.format(companies=", ".join(name_of(plan, key) for key in named), when=when(plan.slot(meeting)))
        yield issue_of("delegate_one_at_a_time", text, *group)


def _at_one_time(plan: Plan, meeting: Meeting, together: list[Meeting]) -> list[list[Meeting]]:
    """Return the meetings that go on at one time, for every time at which one begins during a meeting."""
    span = plan.slot(meeting).span
    found: list[list[Meeting]] = []
    for begins in sorted({max(plan.slot(m).starts, span.start) for m in together}):
        group = [m for m in together if plan.slot(m).starts <= begins < plan.slot(m).ends]
        if group not in found:
            found.append(group)
    return found


def _on_the_way(plan: Plan, meeting: Meeting, company: int) -> Iterator[Issue]:
    """Who represents several companies gets from one to the next."""
    person = plan.snapshot.person.get(plan.only_person.get(company, 0))
    here, stop = plan.slot(meeting), plan.snapshot.stop_of_slot[meeting.slot_id]
    for other in plan.of_only_person(company) if person else ():
        there = plan.snapshot.stop_of_slot[other.slot_id]
        if stop.in_parallel(there) or plan.too_far(meeting, other):
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
    """Return the city of a meeting, or its place where the other is in the same city."""
    return place_name(plan.snapshot, meeting) if stop.id == other.id else city_of(stop)

"""Who attends meetings: chosen by hand per side, kept as it was worked out, and what speaks against somebody."""

from collections.abc import Iterable

from missionplanner.domain.attendees import codes, other_of
from missionplanner.domain.companies import shared_out
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, MeetingDelegate
from missionplanner.i18n import _
from missionplanner.messages import counted_message
from missionplanner.store.store import Store


def keep(store: Store, keys: Iterable[int]) -> int:
    """Choose for meetings those who attend them as it is worked out now, as one step; return how many were open.

    What was chosen by hand stays.
    """
    snapshot, wanted = store.snapshot(), set(keys)
    rows: dict[int, list[MeetingDelegate]] = {}
    for meeting in snapshot.meetings:
        if meeting.id not in wanted or not meeting.is_ahead:
            continue
        for company in meeting.pair:
            if not snapshot.chosen(meeting.id, company):
                people = snapshot.attendees(meeting, company)
                found = [MeetingDelegate(meeting_id=meeting.id, delegate_id=person.id) for person in people]
                rows.setdefault(meeting.id, []).extend(found)
    filled = {key: found for key, found in rows.items() if found}
    label = counted_message("Keep who attends {n} meeting", "Keep who attends {n} meetings", len(filled))
    with store.change(label) as change:
        change.insert_all(row for found in filled.values() for row in found)
    return len(filled)


def not_all(snapshot: Snapshot, meeting: Meeting, company_id: int) -> list[Person]:
    """Return who attends a meeting for a company, where that is not everybody of it; else nobody."""
    found = snapshot.attendees(meeting, company_id)
    return found if len(found) < len(snapshot.delegates_of.get(company_id, [])) else []


def without_choice(snapshot: Snapshot, company_id: int) -> str:
    """Return how the people of a company attend where nobody is chosen, in words."""
    company = snapshot.company[company_id]
    rule = shared_out(company.attendees_by, company.attendees_most) or _("everybody")
    return _("Nobody ticked: {rule}.").format(rule=rule)


def against(plan: Plan, meeting: Meeting, company_id: int, person: Person) -> str:
    """Return what speaks against somebody attending a meeting, in a few words; empty where nothing does."""
    notes, snapshot, slot = [], plan.snapshot, plan.slot(meeting)
    if person not in snapshot.meeting_people_of.get(company_id, []):
        notes.append(_("attends no meetings"))
    if plan.away(person.id, slot):
        notes.append(_("Not available"))
    beside = plan.at_the_same_time(meeting, plan.of_delegate[person.id])
    if beside or plan.at_the_same_time(meeting, plan.of_interpreter[person.id]):
        notes.append(_("busy then"))
    theirs = plan.languages(meeting, other_of(meeting, company_id))
    if theirs and codes(person.languages) and not theirs & codes(person.languages):
        notes.append(_("not their languages"))
    return ", ".join(notes)

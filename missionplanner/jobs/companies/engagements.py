"""The questions asked about a company on the telephone: where it is when, and how its requests stand."""

from dataclasses import dataclass
from datetime import datetime

from missionplanner.domain.meeting_places import place_and_clock
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, Owner
from missionplanner.domain.transfers import place_in_short
from missionplanner.i18n import _, current
from missionplanner.jobs.timetable import planning


@dataclass(frozen=True, slots=True)
class Engagement:
    """A meeting, an event or an absence of a company."""

    starts: datetime
    ends: datetime
    zone: str
    """The time zone its times are shown in; empty where they are in one already."""
    what: str
    place: str
    kind: str
    """In words: meeting, event, absence."""
    state: str = ""
    """In words; of a cancelled or missed meeting with the reason."""
    meeting_id: int = 0
    stands: bool = True
    """Whether it takes up time."""


@dataclass(frozen=True, slots=True)
class AskedMeeting:
    """A request of a company or for it, and what became of it."""

    request: Request
    partner: str
    partner_id: int
    state: str
    """In words: when they meet, or that they do not."""
    reason: str = ""
    """Why they do not."""
    meeting_id: int = 0


def engagements(snapshot: Snapshot, company_id: int) -> list[Engagement]:
    """Return everything a company has on, by time; cancelled meetings among it."""
    found = [
        *(_meeting(snapshot, m, company_id) for m in snapshot.meetings if company_id in m.pair),
        *_events(snapshot, company_id),
        *_absences(snapshot, company_id),
    ]
    return sorted(found, key=lambda one: (one.starts, one.ends))


def asked_meetings(plan: Plan, company_id: int) -> list[AskedMeeting]:
    """Return the requests of both sides that count and concern a company, those without a meeting last."""
    snapshot = plan.snapshot
    mine = [wish for pair, wish in snapshot.wishes.items() if company_id in pair]
    # of a pair that was cancelled and meets after all, the meeting that stands
    theirs = sorted((m for m in snapshot.meetings if company_id in m.pair), key=lambda m: m.stands)
    meeting_of = {m.pair: m for m in theirs}
    open_ = {request.pair for request in planning.open_requests(snapshot) if company_id in request.pair}
    why = {found.request.id: found.reason for found in planning.reasons(plan, [w for w in mine if w.pair in open_])}
    rows = [_asked(snapshot, wish, company_id, meeting_of.get(wish.pair), why.get(wish.id, "")) for wish in mine]
    return sorted(rows, key=lambda row: (not row.meeting_id, row.partner.casefold()))


def _asked(snapshot: Snapshot, wish: Request, company_id: int, meeting: Meeting | None, why: str) -> AskedMeeting:
    partner = next(key for key in wish.pair if key != company_id)
    state, reason = _("Not placed") if why else "", why
    if meeting:
        slot = snapshot.slot[meeting.slot_id]
        when = current().short_moment(slot.starts)
        state = f"{meeting.status.label}, {when}" if meeting.stands else meeting.status.label
        reason = meeting.reason
    return AskedMeeting(
        request=wish,
        partner=snapshot.company[partner].name,
        partner_id=partner,
        state=state,
        reason=reason,
        meeting_id=meeting.id if meeting else 0,
    )


def _meeting(snapshot: Snapshot, meeting: Meeting, company_id: int) -> Engagement:
    slot, other = snapshot.slot[meeting.slot_id], next(key for key in meeting.pair if key != company_id)
    return Engagement(
        starts=slot.starts,
        ends=slot.ends,
        zone=snapshot.stop_of_slot[slot.id].time_zone,
        what=snapshot.company[other].name,
        place=place_and_clock(snapshot, meeting),
        kind=_("Meeting"),
        state=" – ".join(filter(None, (meeting.status.label, meeting.reason))),
        meeting_id=meeting.id,
        stands=meeting.stands,
    )


def _events(snapshot: Snapshot, company_id: int) -> list[Engagement]:
    found = []
    for event in snapshot.events:
        part = snapshot.part(company_id, event)
        if snapshot.takes_part(company_id) and snapshot.attends(company_id, event):
            ends = snapshot.ends_of(event)
            found.append(
                Engagement(
                    starts=ends.starts,
                    ends=ends.ends,
                    zone="",
                    what=event.name(current().language),
                    place=place_in_short(event, snapshot.stop, snapshot.venue, current()),
                    kind=_("Event"),
                    state=part.label if part else "",
                )
            )
    return found


def _absences(snapshot: Snapshot, company_id: int) -> list[Engagement]:
    people = [person.id for person in snapshot.delegates_of.get(company_id, [])]
    owners = [(Owner.COMPANY, company_id), *((Owner.DELEGATE, key) for key in people)]
    return [
        Engagement(
            starts=row.starts,
            ends=row.ends,
            zone="",
            what=row.reason or _("Not available"),
            place=snapshot.person[key].full_name if owner is Owner.DELEGATE else "",
            kind=_("Absence"),
        )
        for owner, key in owners
        for row in snapshot.unavailable.get((owner, key), [])
    ]

"""The card of a meeting and its companies, shown when the pointer rests on it, and its line for screen readers."""

from missionplanner.domain import meeting_places, video
from missionplanner.domain.address_lines import in_line
from missionplanner.domain.companies import OfferingKind
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.i18n import _, current
from missionplanner.jobs.timetable import attendees
from missionplanner.jobs.wording import number_shown

_LONGEST = 110


def meeting_card(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return the time, table and state of a meeting and a card of each company, as plain lines."""
    slot = snapshot.slot[meeting.slot_id]
    stop = snapshot.stop_of_slot[slot.id]
    times = "–".join(current().time(in_zone(moment, stop.time_zone)) for moment in (slot.starts, slot.ends))
    table = meeting_places.spot(snapshot, meeting)
    # The address of a venue is known; that of an office or a video room is not.
    away = meeting.table_id is None or video.is_online(snapshot, meeting)
    where = [meeting_places.address(snapshot, meeting)] if away else []
    where.append(video.all_clocks(snapshot, meeting, current()))
    lines = [f"{times}, {table}", *filter(None, where), ", ".join(_state(snapshot, meeting))]
    for key in meeting.pair:
        lines += ["", *company_lines(snapshot, key)]
    return "\n".join(lines)


def who_to_call(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return the names of both companies with the person to call and their number."""
    parts = []
    for key in meeting.pair:
        person, phone = snapshot.contact(key)
        number = number_shown(phone)
        whom = ", ".join(part for part in (person.full_name if person else "", number) if part)
        parts.append(f"{snapshot.company[key].name} ({whom})" if whom else snapshot.company[key].name)
    return " – ".join(parts)


def company_lines(snapshot: Snapshot, company_id: int) -> list[str]:
    """Return a company's card: name, place, sectors, people, what it offers and seeks."""
    company, language = snapshot.company[company_id], current().language
    place = in_line((company.city, company.country))
    sectors = ", ".join(snapshot.sector[s].name(language) for s in snapshot.sectors_of.get(company_id, [])[:3])
    lines = [" · ".join(part for part in (company.name, place) if part), sectors]
    for person in snapshot.delegates_of.get(company_id, [])[:4]:
        languages = f" ({person.languages})" if person.languages else ""
        parts = (snapshot.addressed(person, language), snapshot.position_of(person, company_id))
        lines.append(" – ".join(filter(None, parts)) + languages)
    for label, kind in ((_("Offers"), OfferingKind.OFFERS), (_("Seeks"), OfferingKind.SEEKS)):
        texts = "; ".join(snapshot.offerings_of(company_id, kind))
        if texts:
            lines.append(f"{label}: {texts}")
    return [line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…" for line in lines if line]


def spoken(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return a meeting in one line, for screen readers."""
    names = " – ".join(snapshot.company[key].name for key in meeting.pair)
    return ", ".join([names, *_state(snapshot, meeting)])


def _state(snapshot: Snapshot, meeting: Meeting) -> list[str]:
    wish = snapshot.wishes.get(meeting.pair)
    found = [meeting.status.label]
    if meeting.locked:
        found.append(_("Locked"))
    if meeting.late_minutes and meeting.status is not MeetingStatus.NO_SHOW:
        late = snapshot.company[meeting.delegation_id if meeting.late_side == "delegation" else meeting.counterpart_id]
        found.append(_("{company} is {n} minutes late").format(company=late.name, n=meeting.late_minutes))
    if wish:
        found.append(wish.priority.label)
    if meeting.walk_in:
        found.append(_("Walk-in"))
    person = next((p for p in snapshot.interpreters if p.id == meeting.interpreter_id), None)
    if person:
        found.append(_("Interpreter: {name}").format(name=person.full_name))
    if meeting.stands:
        people = [p.full_name for key in meeting.pair for p in attendees.not_all(snapshot, meeting, key)]
        if people:
            found.append(_("Attended by {people}").format(people=", ".join(people)))
    return found

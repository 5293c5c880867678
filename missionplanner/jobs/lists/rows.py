"""The lists of a mission as rows of plain values, for the command line and exports.

Names of fields and codes are English and stable, for programs read them; how people read values is in jobs.wording.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from missionplanner.domain import video
from missionplanner.domain.companies import TRANSLATIONS, Company, OfferingKind
from missionplanner.domain.events import Event
from missionplanner.domain.meeting_places import address, table_number
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.own_values import Values
from missionplanner.domain.people import Person, post_of
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.i18n import _, translator
from missionplanner.jobs.lists import timetable_rows
from missionplanner.jobs.timetable import planning

Row = dict[str, Any]
Lister = Callable[[Snapshot, "set[int]"], list[Row]]


def rows(snapshot: Snapshot, what: str, companies: set[int]) -> list[Row]:
    """Return the rows of the list named `what` that concern these companies, in a stable order."""
    return LISTS[what](snapshot, companies)


def companies(snapshot: Snapshot, wanted: set[int], sensitive: bool = False) -> list[Row]:
    """List companies by name, with their delegates; with sensitive own fields only where that is asked for."""
    found = sorted((c for c in snapshot.companies if c.id in wanted), key=lambda c: (fold(c.name), c.id))
    return [
        {
            "name": company.name,
            "side": company.side.value,
            "kind": kind.name_en if (kind := snapshot.kind_of(company)) else "",
            "status": snapshot.application[company.id].status.value,
            "sectors": _sectors(snapshot, company.id),
            "subsectors": _subsectors(snapshot, company.id),
            "city": company.city,
            "region": company.region,
            "country": company.country,
            "website": company.website,
            "operating_name": company.operating_name,
            "registration_number": company.registration_number,
            "address": company.address,
            "postal_code": company.postal_code,
            "employees": company.employees,
            "consent": company.consent,
            "delegates": [_person(person) for person in snapshot.delegates_of.get(company.id, [])],
            "stops": _stops(snapshot, company.id),
            "offers": snapshot.offerings_of(company.id, OfferingKind.OFFERS),
            "seeks": snapshot.offerings_of(company.id, OfferingKind.SEEKS),
            "description": company.description,
            **{name: getattr(company, name) for name in (*TRANSLATIONS, "objectives", "intents")},
            "phone": company.phone,
            "year_founded": company.year_founded,
            "notes": company.notes,
            "attendees_by": company.attendees_by.value or "everybody",
            "attendees_most": company.attendees_most,
            "meets_at": company.meets_at.value,
            **{name: getattr(company, name) for name in ("zone", "coordinates", "directions", "time_zone")},
            "meetings": len(snapshot.meetings_of.get(company.id, [])),
            **_exposure(snapshot, company),
            **_own(snapshot, Subject.COMPANY, snapshot.own_of_company.get(company.id, {}), sensitive),
        }
        for company in found
    ]


def delegates(snapshot: Snapshot, wanted: set[int], sensitive: bool = False) -> list[Row]:
    """List delegates by family name, with their company; with their sensitive fields only where that is asked for."""
    found = [
        (p, company) for p in snapshot.people for company in snapshot.companies_of.get(p.id, ()) if company in wanted
    ]
    found.sort(key=lambda row: (fold(row[0].family_name), fold(row[0].given_name), row[0].id))
    return [
        {
            "company": snapshot.company[company].name,
            "side": snapshot.company[company].side.value,
            **_person(p),
            **({name: getattr(p, name) for name in SENSITIVE} if sensitive else {}),
            **_own(snapshot, Subject.PERSON, snapshot.own_of_person.get(p.id, {}), sensitive),
        }
        for p, company in found
    ]


def requests(snapshot: Snapshot, wanted: set[int], sensitive: bool = False) -> list[Row]:
    """List requests by the names of both companies; with sensitive own fields only where that is asked for."""
    found = [
        {
            "delegation": snapshot.company[r.delegation_id].name,
            "counterpart": snapshot.company[r.counterpart_id].name,
            "asked_by": r.asked_by.value,
            "priority": r.priority.value,
            "comment": r.comment,
            **_own(snapshot, Subject.REQUEST, snapshot.own_of_request.get(r.id, {}), sensitive),
            "meets_at": r.meets_at.value,
            "intents": r.intents,
        }
        for r in snapshot.requests
        if wanted & {*r.pair}
    ]
    return sorted(found, key=lambda row: (fold(row["delegation"]), fold(row["counterpart"])))


def meetings(snapshot: Snapshot, wanted: set[int]) -> list[Row]:
    """List meetings in the order of time; times are local, with their offset."""
    found = [meeting for meeting in snapshot.meetings if wanted & {*meeting.pair}]
    found.sort(key=lambda m: (snapshot.slot[m.slot_id].starts, table_number(snapshot, m), m.id))
    return [_meeting(snapshot, meeting) for meeting in found]


def events(snapshot: Snapshot, _wanted: set[int]) -> list[Row]:
    """List events in the order of time; times are on the clocks of their ends, with the offset."""
    return [_event(snapshot, event) for event in in_order(snapshot.events)]


def in_order(found: Iterable[Event]) -> list[Event]:
    """Return events in the order of time."""
    return sorted(found, key=lambda event: (event.starts, event.stop_id, event.id))


def _event(snapshot: Snapshot, event: Event) -> Row:
    ends = snapshot.ends_of(event)
    return {
        "name": event.name_en,
        "kind": event.kind.value,
        "stop": ends.stop.name_en,
        "venue": snapshot.venue[event.venue_id].name if event.venue_id else event.said("place", "en")[0],
        "start": ends.starts.isoformat(),
        "end": ends.ends.isoformat(),
        "audience": event.audience.value,
        "companies": sum(snapshot.attends(c.id, event) for c in snapshot.companies if snapshot.takes_part(c.id)),
        "to_stop": ends.to_stop.name_en,
        "to_venue": snapshot.venue[event.to_venue_id].name
        if event.to_venue_id in snapshot.venue
        else event.said("to_place", "en")[0],
        "meeting_point": event.said("meeting_point", "en")[0],
        "organiser": event.said("organiser", "en")[0],
        "unconfirmed": event.unconfirmed,
        "uid": event.uid,
        "host": snapshot.company[event.host_id].name if event.host_id in snapshot.company else "",
        "hosts": event.hosts.splitlines(),
        "brief": event.brief,
        "objectives": event.objectives,
        "talking_points": event.talking_points.splitlines(),
        "protocol": event.protocol,
        "interpreter": snapshot.person[event.interpreter_id].full_name
        if event.interpreter_id in snapshot.person
        else "",
    }


def meetings_of(snapshot: Snapshot, keys: Collection[int]) -> list[Row]:
    """List the meetings of these keys, in the order of time."""
    found = (meeting for meeting in snapshot.meetings if meeting.id in keys)
    return [_meeting(snapshot, m) for m in sorted(found, key=lambda m: (snapshot.slot[m.slot_id].starts, m.id))]


def conflicts(snapshot: Snapshot, wanted: set[int]) -> list[Row]:
    """List everything that breaks a rule, in words."""
    known = {meeting.id: meeting for meeting in snapshot.meetings}
    found = []
    for issue in planning.conflicts(snapshot):
        about = {c for table, key in issue.subjects if table == "meetings" and key in known for c in known[key].pair}
        about |= {key for table, key in issue.subjects if table == "companies"}
        if about & wanted or not about:
            found.append({"rule": issue.code, "text": issue.text})
    return found


def unplaced(snapshot: Snapshot, wanted: set[int]) -> list[Row]:
    """List requests without a meeting, must-meets first, with the reason."""
    return [
        {
            "delegation": snapshot.company[u.request.delegation_id].name,
            "counterpart": snapshot.company[u.request.counterpart_id].name,
            "priority": u.request.priority.value,
            "reason": u.reason,
        }
        for u in planning.unplaced(snapshot)
        if wanted & {*u.request.pair}
    ]


LISTS: dict[str, Lister] = {
    "companies": companies,
    "delegates": delegates,
    "requests": requests,
    "meetings": meetings,
    "events": events,
    "conflicts": conflicts,
    "unplaced": unplaced,
    "weeks": timetable_rows.company_days,
    "loads": timetable_rows.table_loads,
}


WITH_SENSITIVE: dict[str, Callable[[Snapshot, set[int], bool], list[Row]]] = {
    "companies": companies,
    "delegates": delegates,
    "requests": requests,
}
"""The lists whose sensitive columns can be asked for."""


def narrowed(found: list[Row], search: str, sort: str) -> list[Row]:
    """Return the rows that hold every word of `search`, sorted by the field `sort` where one is given.

    Raises UserError when the rows have no such field.
    """
    words = fold(search).split()
    kept = [row for row in found if all(word in fold(" ".join(flat(row).values())) for word in words)]
    if not sort:
        return kept
    if kept and sort not in kept[0]:
        raise UserError(_("There is no field “{field}” to sort by.").format(field=sort), ", ".join(kept[0]))
    return sorted(kept, key=lambda row: _sort_key(row[sort]))


def flat(row: Row) -> dict[str, str]:
    """Return a row with texts only: lists are joined, people are written as name and address."""
    return {name: _flat_text(value) for name, value in row.items()}


def _flat_text(value: Any) -> str:
    if isinstance(value, dict) and "given_name" not in value:
        return " | ".join(filter(None, map(_flat_text, value.values())))
    if isinstance(value, dict):
        name = f"{value.get('given_name', '')} {value.get('family_name', '')}".strip()
        return f"{name} <{value['email']}>" if value.get("email") else name
    if isinstance(value, list):
        return "; ".join(_flat_text(part) for part in value)
    return "" if value is None else str(value)


def _sort_key(value: Any) -> tuple[int, Any]:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return 0, value
    return 1, fold(_flat_text(value))


def _person(person: Person) -> Row:
    return {
        "title": person.title,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "second_family_name": person.second_family_name,
        "email": person.email,
        "phone": person.phone or person.mobile,
        **post_of(person),
        "languages": person.languages,
    }


def _exposure(snapshot: Snapshot, company: Company) -> Row:
    """Return where a company sells and buys."""
    bought = snapshot.inputs_of.get(company.id, ())
    return {
        "tariff": company.tariff.value,
        "markets": [{"country": one.country, "share": one.share} for one in snapshot.markets_of.get(company.id, ())],
        "inputs": [{"what": one.what, "country": one.country, "share": one.share} for one in bought],
    }


def _own(snapshot: Snapshot, subject: Subject, values: Values, sensitive: bool = False) -> Row:
    """Return the values of own fields by their names; those that are sensitive only where that is asked for."""
    return {field.name: values.get(field.name, "") for field in snapshot.own.of(subject, sensitive=sensitive)}


def _meeting(snapshot: Snapshot, meeting: Meeting) -> Row:
    slot = snapshot.slot[meeting.slot_id]
    stop = snapshot.stop_of_slot[slot.id]
    interpreter = snapshot.person.get(meeting.interpreter_id or 0)
    return {
        "delegation": snapshot.company[meeting.delegation_id].name,
        "counterpart": snapshot.company[meeting.counterpart_id].name,
        "stop": stop.name_en,
        "venue": "" if meeting.table_id is None else snapshot.venue_of_slot[slot.id].name,
        "table": None if meeting.table_id is None else table_number(snapshot, meeting),
        "start": _local(slot.starts, snapshot, stop.id),
        "end": _local(slot.ends, snapshot, stop.id),
        "status": meeting.status.value,
        "locked": meeting.locked,
        "delegation_people": _attendees(snapshot, meeting, meeting.delegation_id),
        "counterpart_people": _attendees(snapshot, meeting, meeting.counterpart_id),
        "interpreter": interpreter.full_name if interpreter else "",
        "at_office": meeting.table_id is None,
        "address": address(snapshot, meeting),
        "online": video.is_online(snapshot, meeting),
        "at_home": video.other_clocks(snapshot, meeting, translator("en")),
    }


def _attendees(snapshot: Snapshot, meeting: Meeting, company_id: int) -> list[str]:
    return [person.full_name for person in snapshot.attendees(meeting, company_id)] if meeting.stands else []


def _local(moment: Any, snapshot: Snapshot, stop_id: int) -> str:
    return in_zone(moment, snapshot.stop[stop_id].time_zone).isoformat()


def _sectors(snapshot: Snapshot, company: int) -> list[str]:
    mine: Iterable[int] = snapshot.sectors_of.get(company, [])
    named = [key for key in mine if snapshot.sector[key].parent_id is None]
    found = named or [snapshot.main_sector(key) for key in mine]
    return list(dict.fromkeys(snapshot.sector[key].name_en for key in found))


def _subsectors(snapshot: Snapshot, company: int) -> list[str]:
    mine = snapshot.sectors_of.get(company, [])
    return [snapshot.sector[key].name_en for key in mine if snapshot.sector[key].parent_id is not None]


def _stops(snapshot: Snapshot, company: int) -> list[str]:
    return [snapshot.stop[key].name_en for key in sorted(snapshot.stops_for(company))]

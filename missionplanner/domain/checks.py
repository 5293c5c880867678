"""Checks of the data of a mission: one function for each, each finding with its sentence."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from missionplanner.domain.companies import Side
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.mission import Stop
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Session
from missionplanner.i18n import _, current

Check = Callable[[Snapshot], Iterator[Issue]]


def attention(snapshot: Snapshot) -> list[Issue]:
    """Return everything in the data that needs somebody's attention."""
    return [issue for check in CHECKS for issue in check(snapshot)]


def has_sector(snapshot: Snapshot) -> Iterator[Issue]:
    """A company that takes part has a sector."""
    for company in _taking_part(snapshot):
        if not snapshot.sectors_of.get(company):
            yield _about(snapshot, company, "has_sector", _("{company} takes part but has no sector."))


def has_delegate(snapshot: Snapshot) -> Iterator[Issue]:
    """A company that takes part has a delegate."""
    for company in _taking_part(snapshot):
        if not snapshot.delegates_of.get(company):
            yield _about(snapshot, company, "has_delegate", _("{company} takes part but has no delegate."))


def can_be_written_to(snapshot: Snapshot) -> Iterator[Issue]:
    """A company that takes part has a delegate with an e-mail address."""
    for company in _taking_part(snapshot):
        people = snapshot.delegates_of.get(company)
        if people and not any(person.email for person in people):
            yield _about(snapshot, company, "can_be_written_to", _("{company} has no e-mail address."))


def gave_consent(snapshot: Snapshot) -> Iterator[Issue]:
    """A delegation company that takes part has not refused to share its data."""
    for company in snapshot.participants(Side.DELEGATION):
        if company.consent is False:
            yield _about(snapshot, company.id, "gave_consent", _("{company} did not consent to share its data."))


def stops_do_not_clash(snapshot: Snapshot) -> Iterator[Issue]:
    """A company is not registered for two stops that run in parallel."""
    for company, stops in snapshot.named_stops.items():
        pairs = [(a, b) for a in stops for b in stops if a < b and snapshot.stop[a].in_parallel(snapshot.stop[b])]
        for a, b in pairs:
            language = current().language
            text = _("{company} is registered for {stop} and {other}, which run in parallel.").format(
                company="{company}",
                stop=snapshot.stop[a].name(language),
                other=snapshot.stop[b].name(language),
            )
            yield _about(snapshot, company, "stops_do_not_clash", text)


def within_quota(snapshot: Snapshot) -> Iterator[Issue]:
    """A sector has no more accepted delegation companies than its quota."""
    for sector in snapshot.sectors:
        if sector.quota is None or sector.parent_id:
            continue
        count = sum(
            1
            for company in snapshot.participants(Side.DELEGATION)
            if sector.id in map(snapshot.main_sector, snapshot.sectors_of.get(company.id, [])[:1])
        )
        if count > sector.quota:
            text = _("{sector}: {count} companies are accepted, {quota} is the quota.").format(
                sector=sector.name(current().language), count=count, quota=sector.quota
            )
            yield Issue("within_quota", text, Severity.WARNING, subjects=(("sectors", sector.id),))


def in_mission(snapshot: Snapshot) -> list[Issue]:
    """Return the stops that are outside the mission, and the sessions and events outside their stop."""
    return [*stops_in_mission(snapshot), *events_in_stop(snapshot)]


def stops_in_mission(snapshot: Snapshot) -> Iterator[Issue]:
    """A stop lies in the days of the mission."""
    mission, t = snapshot.mission, current()
    whole = t.day_range(mission.starts, mission.ends)
    for stop in snapshot.stops:
        if not mission.starts <= stop.starts <= stop.ends <= mission.ends:
            text = _("{stop} ({days}) is outside the mission ({mission}).").format(
                stop=stop.name(t.language), days=t.day_range(stop.starts, stop.ends), mission=whole
            )
            yield Issue("stops_in_mission", text, Severity.WARNING, subjects=(("stops", stop.id),))


def events_in_stop(snapshot: Snapshot) -> Iterator[Issue]:
    """A session or an event lies in the days of its stop; a transfer may be on the day before or after."""
    t = current()
    for table, record, name, stop in _timed(snapshot):
        first, last = (in_zone(moment, stop.time_zone).date() for moment in (record.starts, record.ends))
        way = timedelta(isinstance(record, Event) and record.kind is EventKind.TRANSFER)
        if not stop.starts - way <= first <= last <= stop.ends + way:
            days = t.day_range(stop.starts, stop.ends)
            text = _("{name} on {day} is outside its stop {stop} ({days}).").format(
                name=name, day=t.date(first), stop=stop.name(t.language), days=days
            )
            yield Issue(f"{table}_in_stop", text, Severity.WARNING, subjects=((table, record.id),))


def _timed(snapshot: Snapshot) -> Iterator[tuple[str, Session | Event, str, Stop]]:
    """Yield sessions and events with their table, name and stop."""
    for session in snapshot.sessions:
        venue = snapshot.venue[session.venue_id]
        yield (
            "sessions",
            session,
            session.name or _("The session at {venue}").format(venue=venue.name),
            snapshot.stop[venue.stop_id],
        )
    for event in snapshot.events:
        yield "events", event, event.name(current().language), snapshot.stop[event.stop_id]


CHECKS: tuple[Check, ...] = (
    stops_in_mission,
    events_in_stop,
    has_sector,
    has_delegate,
    can_be_written_to,
    gave_consent,
    stops_do_not_clash,
    within_quota,
)


def _taking_part(snapshot: Snapshot) -> list[int]:
    return [company.id for company in snapshot.companies if snapshot.takes_part(company.id)]


def _about(snapshot: Snapshot, company: int, code: str, text: str) -> Issue:
    name = snapshot.company[company].name
    return Issue(code, text.replace("{company}", name), Severity.WARNING, subjects=(("companies", company),))

"""Checks of the data of a mission: one function for each, each finding with its sentence."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from missionplanner.domain.agreement_checks import signatures_complete
from missionplanner.domain.companies import Side
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.market_checks import briefings_known, figures_recent, figures_sourced, numbers_known
from missionplanner.domain.requests import Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Session
from missionplanner.domain.transfers import Ends
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
    """Return stops outside the mission, sessions and events outside their stop, and transfers to be confirmed."""
    return [*stops_in_mission(snapshot), *events_in_stop(snapshot), *transfers_confirmed(snapshot)]


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
    """A session or an event lies in the days of its stop; the ends of a transfer may be on the day before or after."""
    t = current()
    for table, record, name, ends in _timed(snapshot):
        way = timedelta(isinstance(record, Event) and record.kind is EventKind.TRANSFER)
        for stop, day in dict.fromkeys(((ends.stop, ends.starts.date()), (ends.to_stop, ends.ends.date()))):
            if not stop.starts - way <= day <= stop.ends + way:
                text = _("{name} on {day} is outside its stop {stop} ({days}).").format(
                    name=name, day=t.date(day), stop=stop.name(t.language), days=t.day_range(stop.starts, stop.ends)
                )
                yield Issue(f"{table}_in_stop", text, Severity.WARNING, subjects=((table, record.id),))
                break


def _timed(snapshot: Snapshot) -> Iterator[tuple[str, Session | Event, str, Ends]]:
    """Yield sessions and events with their table, name and ends."""
    for session in snapshot.sessions:
        venue = snapshot.venue[session.venue_id]
        stop = snapshot.stop[venue.stop_id]
        starts, ends = (in_zone(moment, stop.time_zone) for moment in (session.starts, session.ends))
        name = session.name or _("The session at {venue}").format(venue=venue.name)
        yield "sessions", session, name, Ends(stop, starts, stop, ends)
    for event in snapshot.events:
        yield "events", event, event.name(current().language), snapshot.ends_of(event)


def transfers_confirmed(snapshot: Snapshot) -> Iterator[Issue]:
    """The ends of a transfer were entered, or confirmed where they were taken from a file that knew one."""
    t = current()
    for event in snapshot.events:
        if event.unconfirmed:
            ends = snapshot.ends_of(event)
            text = _("Please confirm “{event}”: it leaves {stop} on {when} and arrives in {to_stop} on {then}.").format(
                event=event.name(t.language),
                stop=ends.stop.name(t.language),
                when=t.moment(ends.starts),
                to_stop=ends.to_stop.name(t.language),
                then=t.moment(ends.ends),
            )
            yield Issue("transfers_confirmed", text, Severity.WARNING, subjects=(("events", event.id),))


def visits_found(snapshot: Snapshot) -> Iterator[Issue]:
    """An office that is visited has an address, and a zone or coordinates from which the way there follows."""
    for key in _visited(snapshot):
        company = snapshot.company[key]
        if not company.address:
            text = _("{company} is visited at its office, but has no address.")
            yield _about(snapshot, key, "visits_found", text)
        elif not company.zone and not company.coordinates:
            text = _("{company} is visited at its office, of which neither zone nor coordinates say how far it is.")
            yield _about(snapshot, key, "visits_found", text)


def _visited(snapshot: Snapshot) -> list[int]:
    """Return the counterparts that are visited, or are to be: some request would have its meeting at their office."""
    held = {meeting.counterpart_id for meeting in snapshot.meetings if meeting.is_ahead and meeting.table_id is None}
    if snapshot.has_visits:
        wanted = {pair for pair, wish in snapshot.wishes.items() if wish.priority is not Priority.NO_THANKS}
        both = ((pair, snapshot.stops_for(pair[0]) & snapshot.stops_for(pair[1])) for pair in wanted)
        held |= {pair[1] for pair, stops in both if any(snapshot.at_office(pair, stop) for stop in stops)}
    return sorted(key for key in held if snapshot.takes_part(key))


CHECKS: tuple[Check, ...] = (
    stops_in_mission,
    events_in_stop,
    transfers_confirmed,
    has_sector,
    has_delegate,
    can_be_written_to,
    gave_consent,
    stops_do_not_clash,
    within_quota,
    visits_found,
    figures_sourced,
    figures_recent,
    numbers_known,
    briefings_known,
    signatures_complete,
)


def _taking_part(snapshot: Snapshot) -> list[int]:
    return [company.id for company in snapshot.companies if snapshot.takes_part(company.id)]


def _about(snapshot: Snapshot, company: int, code: str, text: str) -> Issue:
    name = snapshot.company[company].name
    return Issue(code, text.replace("{company}", name), Severity.WARNING, subjects=(("companies", company),))

"""The papers of visits: the day route of each company of the delegation, and the sheet of all trips for the drivers."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime

from missionplanner.domain import meeting_places
from missionplanner.domain.day_routes import DayRoute, Leg, day_routes
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.i18n import Translator
from missionplanner.pack import gathering
from missionplanner.pack.editions import Cell, PaperSheet
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.wording import on_one_line, own_words


def routes(snapshot: Snapshot, t: Translator) -> Iterator[PaperSheet]:
    """A page for every company and day with visits: when it leaves, for where, and whom it meets there."""
    heads = (t("Leaves at"), t("Meeting"), t("Host"), t("Where"))
    for route in day_routes(snapshot):
        company = snapshot.company[route.company_id]
        heading = f"{company.name} – {snapshot.stop[route.stop_id].name(t.language)}, {t.date(route.day, 'full')}"
        rows = tuple(_leg(snapshot, route, leg, t) for leg in route.legs)
        yield PaperSheet(heading, heads, rows, (0.12, 0.16, 0.3, 0.42), _under_way(route, t), new_page=True)


def trips(snapshot: Snapshot, t: Translator) -> Iterator[PaperSheet]:
    """A list of every day at a stop of all trips, in the order in which they begin."""
    heads = (t("Leaves at"), t("There by"), t("Company"), t("People"), t("Leaves from"), t("Goes to"))
    days: dict[tuple[date, int], list[tuple[datetime, tuple[str, ...]]]] = defaultdict(list)
    for route in day_routes(snapshot):
        days[route.day, route.stop_id] += _trips(snapshot, route, t)
    for (day, stop), found in days.items():
        heading = f"{snapshot.stop[stop].name(t.language)}, {t.date(day, 'full')}"
        rows = tuple(row for _begins, row in sorted(found))
        yield PaperSheet(heading, heads, rows, (0.09, 0.09, 0.25, 0.09, 0.2, 0.28), new_page=True)


def _trips(snapshot: Snapshot, route: DayRoute, t: Translator) -> Iterator[tuple[datetime, tuple[str, ...]]]:
    """Yield the trips of a route with when they begin; the first is from where the company stays."""
    before = None
    for leg in route.legs:
        begins = leg.leaves or leg.arrives
        if before is None or leg.leaves:
            people = snapshot.attendees(leg.meeting, route.company_id)
            start = _name(snapshot, before, t) if before else t("wherever it stays")
            times = (_clock(snapshot, route, leg.leaves, t), _clock(snapshot, route, leg.arrives, t))
            number = str(len(people) or "")
            yield begins, (*times, _company(snapshot, route.company_id, t), number, start, _place(snapshot, leg, t))
        before = leg


def _leg(snapshot: Snapshot, route: DayRoute, leg: Leg, t: Translator) -> tuple[Cell, ...]:
    slot, host = snapshot.slot[leg.meeting.slot_id], snapshot.company[leg.meeting.counterpart_id]
    directions = " ".join(host.directions.split()) if leg.meeting.table_id is None else ""
    place = _place(snapshot, leg, t)
    where = (Phrase(place), own_words(directions, host.language, t)) if directions else place
    times = (_clock(snapshot, route, moment, t) for moment in (slot.starts, slot.ends))
    return _clock(snapshot, route, leg.leaves, t), "–".join(times), _company(snapshot, host.id, t), where


def _company(snapshot: Snapshot, company_id: int, t: Translator) -> str:
    """A company with whom to call there."""
    person, phone = snapshot.contact(company_id)
    whom = ", ".join(filter(None, (snapshot.addressed(person, t.language) if person else "", on_one_line(phone))))
    return " – ".join(filter(None, (snapshot.company[company_id].name, whom)))


def _under_way(route: DayRoute, t: Translator) -> str:
    number = len(route.legs)
    meetings = t.count("{n} meeting", "{n} meetings", number)
    return ", ".join((meetings, t("{n} minutes under way").format(n=t.number(route.minutes))))


def _name(snapshot: Snapshot, leg: Leg, t: Translator) -> str:
    """The venue or office with its zone."""
    zone = snapshot.company[leg.meeting.counterpart_id].zone if leg.meeting.table_id is None else ""
    return ", ".join(filter(None, (gathering.venue_name(snapshot, leg.meeting, t), zone)))


def _place(snapshot: Snapshot, leg: Leg, t: Translator) -> str:
    """The venue or office with its address."""
    name = gathering.venue_name(snapshot, leg.meeting, t)
    return ", ".join(filter(None, (name, meeting_places.address(snapshot, leg.meeting))))


def _clock(snapshot: Snapshot, route: DayRoute, moment: datetime | None, t: Translator) -> str:
    return t.time(in_zone(moment, snapshot.stop[route.stop_id].time_zone)) if moment else ""

"""What an organiser sets up, as data for the record editor: events, sessions, venues, absences, stops, sectors."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.domain.events import AUDIENCE_LABELS, EVENT_KIND_LABELS, Audience, Event, EventKind
from missionplanner.domain.mission import Sector, SectorStop, Stop, Table, Venue
from missionplanner.domain.time import in_zone, is_zone, local
from missionplanner.domain.timetable import Availability, Owner, Session
from missionplanner.errors import UserError
from missionplanner.gui.form import Field
from missionplanner.gui.programme.editor import Editing
from missionplanner.gui.table import Column
from missionplanner.i18n import _, current
from missionplanner.jobs import export, programme
from missionplanner.store.store import Store


def events(store: Store) -> Editing:
    """Plenaries, receptions, site visits, transfers, briefings."""
    stops = {stop.id: stop for stop in store.all(Stop)}
    venues = {venue.id: venue for venue in store.all(Venue)}
    language = current().language

    def save(record: Event | None, values: dict[str, Any]) -> None:
        zone = stops[values["stop_id"]].time_zone
        starts, ends = _local(values["starts"], zone), _local(values["ends"], zone)
        if ends <= starts:
            raise UserError(_("The event ends before it starts."), _("Correct one of the two times."))
        moments = {"starts": starts, "ends": ends}
        made = replace(record, **{**values, **moments}) if record else Event(**{**values, **moments})
        programme.save(store, made, _("Edit event") if record else _("Add event"))

    def values(record: Event | None) -> dict[str, Any]:
        if record is None:
            first = next(iter(stops.values()), None)
            day = _nine((first or store.mission).starts)
            return {"starts": day, "ends": day.replace(hour=10), "stop_id": first.id if first else None}
        zone = stops[record.stop_id].time_zone
        plain = {name: getattr(record, name) for name in _EVENT}
        return {**plain, "starts": in_zone(record.starts, zone), "ends": in_zone(record.ends, zone)}

    def fields() -> list[Field]:
        sectors = [(None, "–"), *((s.id, s.name(language)) for s in store.all(Sector) if s.parent_id is None)]
        audiences = [(a, a.label) for a in AUDIENCE_LABELS if a is not Audience.LISTED]
        places = [(None, _("No venue of the mission")), *((venue.id, venue.name) for venue in venues.values())]
        return [
            Field("name_en", _("Name in English"), check=_needed), Field("name_fr", _("Name in French")),
            Field("name_es", _("Name in Spanish")),
            Field("kind", _("Kind"), "choice", [(kind, kind.label) for kind in EVENT_KIND_LABELS]),
            Field("stop_id", _("Stop"), "choice", _stops(store)), Field("venue_id", _("Venue"), "choice", places),
            Field("place", _("Other place")),
            Field("starts", _("Starts"), "moment"), Field("ends", _("Ends"), "moment"),
            Field("audience", _("Who attends"), "choice", audiences),
            Field("sector_id", _("Sector"), "choice", sectors), Field("notes", _("Notes"), "text", lines=2),
        ]  # fmt: skip

    columns = [
        Column(_("Time"), lambda e: _span(e, stops[e.stop_id].time_zone), width=230),
        Column(_("Event"), lambda e: e.name(language), width=330),
        Column(_("Kind"), lambda e: EventKind(e.kind).label, width=100),
        Column(_("Stop"), lambda e: stops[e.stop_id].name(language), width=110),
        Column(_("Place"), lambda e: venues[e.venue_id].name if e.venue_id in venues else e.place, width=220),
        Column(_("Who attends"), lambda e: e.audience.label, width=170),
    ]
    return Editing(
        _("Events"), columns, lambda: sorted(store.all(Event), key=lambda e: (e.starts, e.stop_id, e.id)), fields,
        values, save, _remover(store, Event, _("Delete events")),
        _("Whoever attends an event has no meeting at that time."),
    )  # fmt: skip


def sessions(store: Store) -> Editing:
    """Blocks of meeting time."""
    stops = {stop.id: stop for stop in store.all(Stop)}
    venues = {venue.id: venue for venue in store.all(Venue)}

    def zone(venue_id: int) -> str:
        return stops[venues[venue_id].stop_id].time_zone

    def save(record: Session | None, values: dict[str, Any]) -> None:
        if not values["venue_id"]:
            raise UserError(_("A session needs a venue."), _("Add a venue first."))
        typed = {
            "venue_id": values["venue_id"], "name": values["name"],
            "starts": _local(values["starts"], zone(values["venue_id"])),
            "ends": _local(values["ends"], zone(values["venue_id"])),
            "slot_minutes": _whole(values["slot_minutes"]), "buffer_minutes": _whole(values["buffer_minutes"]),
        }  # fmt: skip
        programme.save_session(store, replace(record, **typed) if record else Session(**typed))

    def values(record: Session | None) -> dict[str, Any]:
        if record is None:
            day = _nine(store.mission.starts)
            first = next(iter(venues), None)
            return {
                "starts": day,
                "ends": day.replace(hour=13),
                "slot_minutes": 20,
                "buffer_minutes": 5,
                "venue_id": first,
            }
        plain = {name: getattr(record, name) for name in ("venue_id", "name", "slot_minutes", "buffer_minutes")}
        where = zone(record.venue_id)
        return {**plain, "starts": in_zone(record.starts, where), "ends": in_zone(record.ends, where)}

    def fields() -> list[Field]:
        return [
            Field("name", _("Name")),
            Field("venue_id", _("Venue"), "choice", [(v.id, v.name) for v in venues.values()]),
            Field("starts", _("Starts"), "moment"), Field("ends", _("Ends"), "moment"),
            Field("slot_minutes", _("Minutes of a slot"), check=_number),
            Field("buffer_minutes", _("Minutes between slots"), check=_number),
        ]  # fmt: skip

    columns = [
        Column(_("Time"), lambda s: _span(s, zone(s.venue_id)), width=230),
        Column(_("Name"), lambda s: s.name, width=140),
        Column(_("Venue"), lambda s: venues[s.venue_id].name, width=260),
        Column(_("Slots"), lambda s: f"{s.slot_minutes} + {s.buffer_minutes} min", width=110),
    ]
    return Editing(
        _("Sessions"), columns, lambda: sorted(store.all(Session), key=lambda s: (s.starts, s.venue_id, s.id)), fields,
        values, save, lambda keys: programme.remove_sessions(store, keys),
        _("A session is cut into slots; meetings are planned into them."),
    )  # fmt: skip


def places(store: Store) -> Editing:
    """Venues with their tables."""
    stops = {stop.id: stop for stop in store.all(Stop)}

    def tables(record: Venue) -> int:
        return len(store.where(Table, "venue_id", [record.id]))

    def save(record: Venue | None, values: dict[str, Any]) -> None:
        if not values["stop_id"]:
            raise UserError(_("A venue needs a stop."), _("Add a stop in the mission settings first."))
        number = _whole(values.pop("tables"))
        programme.save_venue(store, replace(record, **values) if record else Venue(**values), number)

    def values(record: Venue | None) -> dict[str, Any]:
        if record is None:
            return {"tables": 20, "stop_id": next(iter(stops), None)}
        return {
            **{name: getattr(record, name) for name in ("name", "stop_id", "address", "phone")},
            "tables": tables(record),
        }

    def fields() -> list[Field]:
        return [
            Field("name", _("Name"), check=_needed), Field("stop_id", _("Stop"), "choice", _stops(store)),
            Field("address", _("Address")), Field("phone", _("Phone")), Field("tables", _("Tables"), check=_number),
        ]  # fmt: skip

    columns = [
        Column(_("Venue"), lambda v: v.name, width=250),
        Column(_("Stop"), lambda v: stops[v.stop_id].name(current().language), width=130),
        Column(_("Address"), lambda v: v.address, width=330),
        Column(_("Tables"), lambda v: str(tables(v)), width=80, right=True),
    ]
    return Editing(_("Venues"), columns, lambda: store.all(Venue), fields, values, save,
                   lambda keys: programme.remove_venues(store, keys),
                   _("Each table holds one meeting at a time."))  # fmt: skip


def absences(store: Store) -> Editing:
    """When a company is not available."""
    stops = {stop.id: stop for stop in store.all(Stop)}
    names = {company.id: company.name for company in store.all(Company)}

    def save(record: Availability | None, values: dict[str, Any]) -> None:
        company = export.find_company(store.all(Company), values["company"])
        zone = stops[values["stop_id"]].time_zone if values["stop_id"] in stops else "UTC"
        starts, ends = _local(values["starts"], zone), _local(values["ends"], zone)
        if ends <= starts:
            raise UserError(_("The absence ends before it starts."), _("Correct one of the two times."))
        made = Availability(
            id=record.id if record else 0, uid=record.uid if record else "", owner=Owner.COMPANY, owner_id=company.id,
            starts=starts, ends=ends, reason=values["reason"],
        )  # fmt: skip
        programme.save(store, made, _("Edit absence") if record else _("Add absence"))

    def values(record: Availability | None) -> dict[str, Any]:
        first = next(iter(stops), None)
        if record is None:
            day = _nine(store.mission.starts)
            return {"starts": day, "ends": day.replace(hour=12), "stop_id": first}
        return {"company": names.get(record.owner_id, ""), "starts": record.starts, "ends": record.ends,
                "reason": record.reason, "stop_id": first}  # fmt: skip

    def fields() -> list[Field]:
        return [
            Field("company", _("Company"), choices=list(names.items()), check=_needed),
            Field("starts", _("Not available from"), "moment"), Field("ends", _("Until"), "moment"),
            Field("stop_id", _("On the clocks of"), "choice", _stops(store)), Field("reason", _("Reason")),
        ]  # fmt: skip

    columns = [
        Column(_("Company"), lambda a: names.get(a.owner_id, ""), width=260),
        Column(_("Not available"), lambda a: f"{a.starts:%Y-%m-%d %H:%M} – {a.ends:%Y-%m-%d %H:%M}", width=280),
        Column(_("Reason"), lambda a: a.reason, width=240),
    ]
    return Editing(
        _("Absences"), columns, lambda: [a for a in store.all(Availability) if a.owner is Owner.COMPANY], fields,
        values, save, _remover(store, Availability, _("Delete absences")),
        _("No meeting is planned while a company is not available."),
    )  # fmt: skip


def stops(store: Store) -> Editing:
    """The cities of the mission."""

    def save(record: Stop | None, values: dict[str, Any]) -> None:
        if values["ends"] < values["starts"]:
            raise UserError(_("The stop ends before it starts."), _("Correct one of the two dates."))
        programme.save(store, replace(record, **values) if record else Stop(**values),
                       _("Edit stop") if record else _("Add stop"))  # fmt: skip

    def values(record: Stop | None) -> dict[str, Any]:
        if record is None:
            mission = store.mission
            return {"starts": mission.starts, "ends": mission.ends, "time_zone": "America/Mexico_City"}
        return {name: getattr(record, name) for name in _STOP}

    def fields() -> list[Field]:
        return [
            Field("name_en", _("Name in English"), check=_needed), Field("name_fr", _("Name in French")),
            Field("name_es", _("Name in Spanish")),
            Field("spellings", _("Other spellings"), hint=_("Several are parted by semicolons.")),
            Field("country", _("Country")), Field("time_zone", _("Time zone"), check=_zone),
            Field("starts", _("From"), "date"), Field("ends", _("To"), "date"),
        ]  # fmt: skip

    columns = [
        Column(_("Stop"), lambda s: s.name(current().language), width=180),
        Column(_("Dates"), lambda s: current().day_range(s.starts, s.ends), width=220),
        Column(_("Time zone"), lambda s: s.time_zone, width=180),
        Column(_("Other spellings"), lambda s: s.spellings, width=200),
    ]
    return Editing(_("Stops"), columns, lambda: store.all(Stop), fields, values, save,
                   lambda keys: programme.remove_stops(store, keys),
                   _("Stops that share days run in parallel."))  # fmt: skip


def sectors(store: Store) -> Editing:
    """Sectors and subsectors."""
    everything = {sector.id: sector for sector in store.all(Sector)}
    language = current().language

    def at(record: Sector) -> tuple[int, ...]:
        return tuple(row.stop_id for row in store.where(SectorStop, "sector_id", [record.id]))

    def save(record: Sector | None, values: dict[str, Any]) -> None:
        chosen = values.pop("stops")
        values["quota"] = _whole(values["quota"]) if values["quota"] else None
        if record and values["parent_id"] == record.id:
            raise UserError(_("A sector cannot be its own subsector."), _("Choose another sector above it."))
        programme.save_sector(store, replace(record, **values) if record else Sector(**values), chosen)

    def values(record: Sector | None) -> dict[str, Any]:
        if record is None:
            return {"code": f"S{len(everything) + 1}"}
        return {**{name: getattr(record, name) for name in _SECTOR}, "stops": at(record)}

    def fields() -> list[Field]:
        parents = [(None, _("None; it is a sector itself")),
                   *((s.id, s.name(language)) for s in everything.values() if s.parent_id is None)]  # fmt: skip
        return [
            Field("code", _("Code"), check=_needed), Field("name_en", _("Name in English"), check=_needed),
            Field("name_fr", _("Name in French")), Field("name_es", _("Name in Spanish")),
            Field("spellings", _("Other spellings"), hint=_("Several are parted by semicolons.")),
            Field("parent_id", _("Subsector of"), "choice", parents), Field("owner", _("Reviewing department")),
            Field("quota", _("Quota of companies"), check=lambda text: _number(text) if text else ""),
            Field("colour", _("Colour"), hint="#3d6fb4"), Field("stops", _("Programme at"), "checks", _stops(store)),
        ]  # fmt: skip

    def name(sector: Sector) -> str:
        return f"    {sector.name(language)}" if sector.parent_id else sector.name(language)

    columns = [
        Column(_("Code"), lambda s: s.code, width=80),
        Column(_("Sector"), name, width=330),
        Column(_("Reviewing department"), lambda s: s.owner, width=200),
        Column(_("Quota"), lambda s: str(s.quota or ""), width=80, right=True),
    ]
    return Editing(_("Sectors"), columns, lambda: sorted(store.all(Sector), key=lambda s: (s.parent_id or s.id, s.id)),
                   fields, values, save, _remover(store, Sector, _("Delete sectors")),
                   _("Sectors filter the companies and colour the timetable."))  # fmt: skip


_EVENT = ("name_en", "name_fr", "name_es", "kind", "stop_id", "venue_id", "place", "audience", "sector_id", "notes")
_STOP = ("name_en", "name_fr", "name_es", "spellings", "country", "time_zone", "starts", "ends")
_SECTOR = ("code", "name_en", "name_fr", "name_es", "spellings", "parent_id", "owner", "quota", "colour")


def _nine(day: date) -> datetime:
    return datetime.combine(day, time(9))


def _stops(store: Store) -> list[tuple[int, str]]:
    return [(stop.id, stop.name(current().language)) for stop in store.all(Stop)]


def _span(record: Any, zone: str) -> str:
    starts, ends = in_zone(record.starts, zone), in_zone(record.ends, zone)
    return f"{current().date(starts.date(), 'MMMEd')}, {current().time(starts)}–{current().time(ends)}"


def _local(moment: datetime, zone: str) -> datetime:
    return local(moment.date(), moment.time().replace(tzinfo=None), zone)


def _remover(store: Store, kind: type, label: str) -> Callable[[list[int]], None]:
    return lambda keys: programme.remove(store, kind, keys, label)


def _needed(text: str) -> str:
    return "" if text.strip() else _("This is needed.")


def _zone(text: str) -> str:
    return "" if is_zone(text) else _("This is no time zone, such as America/Mexico_City.")


def _number(text: str) -> str:
    return "" if text.isdigit() and int(text) < 1000 else _("This is no number.")


def _whole(value: Any) -> int:
    return int(value)

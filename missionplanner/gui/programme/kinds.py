"""Places and absences as data for the record editor: venues, stops, companies' absences."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.time import in_zone, is_zone, local
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.errors import UserError
from missionplanner.gui.editors import Field
from missionplanner.gui.programme.editor import Editing
from missionplanner.gui.table import Column
from missionplanner.i18n import _, current
from missionplanner.jobs import export, programme
from missionplanner.store.store import Store


def places(store: Store) -> Editing:
    """Venues with their tables."""
    stops = {stop.id: stop for stop in store.all(Stop)}

    def tables(record: Venue) -> int:
        return len(store.where(Table, "venue_id", [record.id]))

    def save(record: Venue | None, values: dict[str, Any]) -> None:
        if not values["stop_id"]:
            raise UserError(_("A venue needs a stop."), _("Add a stop in the mission settings first."))
        number = whole(values.pop("tables"))
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
            Field("name", _("Name"), check=needed), Field("stop_id", _("Stop"), "choice", stop_choices(store)),
            Field("address", _("Address")), Field("phone", _("Phone")),
            Field("tables", _("Tables"), check=number_problem),
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
        starts, ends = moment_in(values["starts"], zone), moment_in(values["ends"], zone)
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
            day = nine_o_clock(store.mission.starts)
            return {"starts": day, "ends": day.replace(hour=12), "stop_id": first}
        return {"company": names.get(record.owner_id, ""), "starts": record.starts, "ends": record.ends,
                "reason": record.reason, "stop_id": _clock_of(record, stops) or first}  # fmt: skip

    def fields() -> list[Field]:
        return [
            Field("company", _("Company"), choices=list(names.items()), check=needed),
            Field("starts", _("Not available from"), "moment"), Field("ends", _("Until"), "moment"),
            Field("stop_id", _("On the clocks of"), "choice", stop_choices(store)), Field("reason", _("Reason")),
        ]  # fmt: skip

    columns = [
        Column(_("Company"), lambda a: names.get(a.owner_id, ""), width=260),
        Column(_("Not available"), lambda a: f"{a.starts:%Y-%m-%d %H:%M} – {a.ends:%Y-%m-%d %H:%M}", width=280),
        Column(_("Reason"), lambda a: a.reason, width=240),
    ]
    return Editing(
        _("Absences"), columns, lambda: [a for a in store.all(Availability) if a.owner is Owner.COMPANY], fields,
        values, save, remover(store, Availability, _("Delete absences")),
        _("No meeting is planned while a company is not available."),
    )  # fmt: skip


def _clock_of(record: Availability, stops: dict[int, Stop]) -> int | None:
    """The first stop whose clocks show the absence's times as they were typed."""
    offset = record.starts.utcoffset()
    same = (s.id for s in stops.values() if in_zone(record.starts, s.time_zone).utcoffset() == offset)
    return next(same, None)


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
            Field("name_en", _("Name in English"), check=needed), Field("name_fr", _("Name in French")),
            Field("name_es", _("Name in Spanish")),
            Field("spellings", _("Other spellings"), hint=_("Several are parted by semicolons.")),
            Field("country", _("Country")), Field("time_zone", _("Time zone"), check=zone_problem),
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


_STOP = ("name_en", "name_fr", "name_es", "spellings", "country", "time_zone", "starts", "ends")


def nine_o_clock(day: date) -> datetime:
    """Nine in the morning of a day."""
    return datetime.combine(day, time(9))


def stop_choices(store: Store) -> list[tuple[int, str]]:
    """The stops to choose from."""
    return [(stop.id, stop.name(current().language)) for stop in store.all(Stop)]


def span(record: Any, zone: str) -> str:
    """Day and times of a record on the clocks of a zone."""
    starts, ends = in_zone(record.starts, zone), in_zone(record.ends, zone)
    return f"{current().date(starts.date(), 'MMMEd')}, {current().time(starts)}–{current().time(ends)}"


def moment_in(moment: datetime, zone: str) -> datetime:
    """A typed moment, which is meant on the clocks of a zone."""
    return local(moment.date(), moment.time().replace(tzinfo=None), zone)


def remover(store: Store, kind: type, label: str) -> Callable[[list[int]], None]:
    """Deletes records of a kind as one step."""
    return lambda keys: programme.remove(store, kind, keys, label)


def needed(text: str) -> str:
    """What is wrong with an empty text."""
    return "" if text.strip() else _("This is needed.")


def zone_problem(text: str) -> str:
    """What is wrong with a text that should name a time zone."""
    return "" if is_zone(text) else _("This is no time zone, such as America/Mexico_City.")


def number_problem(text: str) -> str:
    """What is wrong with a text that should be a small whole number."""
    return "" if text.isdigit() and int(text) < 1000 else _("This is no number.")


def whole(value: Any) -> int:
    """A typed number."""
    return int(value)

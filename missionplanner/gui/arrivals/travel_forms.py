"""The forms of journeys, stays, hotels and vehicles."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from missionplanner.domain.events import EventKind
from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.mission import Mission
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.vehicles import Vehicle
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, needed, room_problem
from missionplanner.i18n import _, current
from missionplanner.jobs.arrivals import typed as reading
from missionplanner.jobs.typed_dates import typed_day

Record = JourneyLeg | Stay | Hotel | Vehicle


def fields_of(kind: type, snapshot: Snapshot) -> list[FormField]:
    """Return the fields of the form of a kind of record."""
    makers = {JourneyLeg: _of_journey, Stay: _of_stay, Hotel: _of_hotel, Vehicle: _of_vehicle}
    near = snapshot.mission.starts, snapshot.mission.ends
    # Who travels may come before the mission and leave after it: nothing is said of such days.
    fields = [replace(one, days=near) if one.kind in ("day", "when") else one for one in makers[kind](snapshot)]
    # Times are typed as texts, and are judged once it is known on which clocks they are.
    return [field if field.name in _TIMES else bounded(kind, [field])[0] for field in fields]


_TIMES = ("departs", "arrives")


def values_of(kind: type, record: Record | None, snapshot: Snapshot) -> dict[str, Any]:
    """Return the values of the form for a record, or for a new one: what is read from texts as texts."""
    if record is None:
        return _NEW.get(kind, {})
    return {field.name: _shown(getattr(record, field.name)) for field in fields_of(kind, snapshot)}


_NEW: dict[type, dict[str, Any]] = {JourneyLeg: {"kind": LegKind.ARRIVAL}, Stay: {"kind": RoomKind.SINGLE}}


def _shown(value: Any) -> Any:
    """Return a value as a form has it: days and times as texts, on their own clocks."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else value


def typed(values: Mapping[str, Any], mission: Mission) -> dict[str, Any]:
    """Return the values of a form as records have them. Raises UserError for what is no day, time or number."""
    found = dict(values)
    if "is_accessible" in found:
        found["is_accessible"] = bool(found["is_accessible"])
    near = mission.starts, mission.ends
    found |= {name: typed_day(values[name] or "", near) for name in ("check_in", "check_out") if name in values}
    found |= {name: reading.moment(values[name] or "", near) for name in _TIMES if name in values}
    found |= {
        name: reading.number(str(values[name] or "")) for name in ("singles", "doubles", "twins") if name in values
    }
    return found | {
        name: reading.number(str(values[name] or "")) or 0 for name in ("seats", "kept_free") if name in values
    }


def people(snapshot: Snapshot) -> list[tuple[int | None, str]]:
    """Return everybody to choose from by name, nobody first: whoever stands first by chance is not meant."""
    t = current()
    found = [(person.id, snapshot.with_organisation(person)) for person in snapshot.people]
    return [(None, "–"), *sorted(found, key=lambda row: t.sort_key(row[1]))]


def _stops(snapshot: Snapshot) -> list[tuple[int | None, str]]:
    return [(None, "–"), *((stop.id, stop.name(current().language)) for stop in snapshot.stops)]


def _of_journey(snapshot: Snapshot) -> list[FormField]:
    return [
        FormField("person_id", _("Person"), "choice", people(snapshot), needed),
        FormField("kind", _("Kind"), "choice", [(kind, kind.label) for kind in LegKind]),
        FormField("flight", _("Flight or train")),
        FormField("origin", _("From"), hint=_("The code of an airport, or a place.")),
        FormField("departs", _("Takes off"), "when", hint=_("Day and time, on the clocks of its place.")),
        FormField("destination", _("To"), hint=_("The code of an airport, or a place.")),
        FormField("arrives", _("Lands"), "when", hint=_("Day and time, on the clocks of its place.")),
        FormField("booking", _("Booking")),
        FormField("note", _("Note"), "text", lines=2),
    ]


def _of_stay(snapshot: Snapshot) -> list[FormField]:
    hotels = [(None, "–"), *((hotel.id, hotel.name) for hotel in snapshot.hotels)]
    known = people(snapshot)
    return [
        FormField("person_id", _("Person"), "choice", known, needed),
        FormField("hotel_id", _("Hotel"), "choice", hotels),
        FormField("stop_id", _("Stop"), "choice", _stops(snapshot), hint=_("Counts where they have no hotel yet.")),
        FormField("kind", _("Kind"), "choice", [(kind, kind.label) for kind in RoomKind]),
        FormField("mate_id", _("Shares with"), "choice", known),
        FormField("check_in", _("Check-in"), "day"),
        FormField("check_out", _("Check-out"), "day"),
        FormField("room", _("Room"), hint=_("Those with the same room share it.")),
        FormField("note", _("Note"), "text", lines=2),
    ]


def _of_hotel(snapshot: Snapshot) -> list[FormField]:
    counted = _("How many are held; empty where nobody counts them.")
    return [
        FormField("name", _("Name"), check=needed),
        FormField("stop_id", _("Stop"), "choice", _stops(snapshot)),
        FormField("address", _("Address"), "text", lines=2),
        FormField("singles", _("Single rooms"), "number", hint=counted, check=room_problem),
        FormField("doubles", _("Double rooms"), "number", hint=counted, check=room_problem),
        FormField("twins", _("Twin rooms"), "number", hint=counted, check=room_problem),
        FormField("note", _("Note"), "text", lines=2),
    ]


def _of_vehicle(snapshot: Snapshot) -> list[FormField]:
    language = current().language
    events = [(one.id, one.name(language)) for one in snapshot.events if one.kind is EventKind.TRANSFER]
    return [
        FormField("event_id", _("Transfer"), "choice", events),
        FormField("name", _("Name"), hint=_("What stands on its windscreen, such as Bus 1."), check=needed),
        FormField("model", _("Kind of vehicle")),
        FormField("seats", _("Seats"), "number", check=room_problem),
        FormField("kept_free", _("Seats kept free"), "number", check=room_problem),
        FormField("is_accessible", _("Takes wheelchairs"), "answer"),
        FormField("driver", _("Driver")),
        FormField("note", _("Note"), "text", lines=2),
    ]

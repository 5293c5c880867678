"""The columns of the sheets of arrivals, rooms and vehicles, as workbooks show and read them back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from missionplanner.domain.events import Event
from missionplanner.domain.journeys import LEG_KIND_LABELS, JourneyLeg
from missionplanner.domain.rooms import ROOM_KIND_LABELS, Stay
from missionplanner.domain.vehicles import Vehicle
from missionplanner.exchange.books import Cell
from missionplanner.i18n import N_
from missionplanner.jobs.column_labels import heading
from missionplanner.jobs.lists.record_columns import RecordColumn, SheetFacts, Value


def _plain(key: str) -> RecordColumn:
    return RecordColumn(key, heading(key), lambda _facts, record: getattr(record, key))


def _worked_out(key: str, label: str, value: Value) -> RecordColumn:
    return RecordColumn(key, label, value, is_edited=False)


def _person(facts: SheetFacts, record: JourneyLeg | Stay) -> Cell:
    return facts.snapshot.person[record.person_id].full_name


def _company(facts: SheetFacts, record: JourneyLeg | Stay) -> Cell:
    key = facts.snapshot.home_of(facts.snapshot.person[record.person_id])
    return facts.company(key) if key else ""


def _clocks(facts: SheetFacts, leg: JourneyLeg) -> Cell:
    """Return the hours from UTC of the clocks of both ends."""
    offsets = (moment.strftime("%z") for moment in (leg.departs, leg.arrives) if moment and moment.tzinfo)
    said = dict.fromkeys(f"UTC{one[:3]}:{one[3:5]}".replace("-", "−") for one in offsets)
    return " → ".join(said)


_OF_PERSON = (
    _worked_out("person", heading("person_id"), _person),
    _worked_out("company", heading("company_id"), _company),
)

ARRIVALS: tuple[RecordColumn, ...] = (
    *_OF_PERSON,
    RecordColumn("kind", heading("kind"), lambda facts, one: facts.t(LEG_KIND_LABELS[one.kind])),
    _plain("flight"),
    RecordColumn("from", heading("origin"), lambda _facts, one: one.origin),
    RecordColumn("to", heading("destination"), lambda _facts, one: one.destination),
    _plain("departs"), _plain("arrives"),
    _worked_out("clocks", heading("time_zone"), _clocks),
    _plain("booking"), _plain("note"),
)  # fmt: skip
"""Those of the legs of journeys; each time is on the clocks of its place."""


def _hotel(facts: SheetFacts, stay: Stay) -> Cell:
    hotel = facts.snapshot.hotel.get(stay.hotel_id or 0)
    return hotel.name if hotel else ""


def _mate(facts: SheetFacts, stay: Stay) -> Cell:
    mate = facts.snapshot.person.get(stay.mate_id or 0)
    return mate.full_name if mate else ""


def _stop(facts: SheetFacts, stay: Stay) -> Cell:
    """Return where they need a bed: what was said, else where the hotel is."""
    hotel = facts.snapshot.hotel.get(stay.hotel_id or 0)
    stop = facts.snapshot.stop.get(stay.stop_id or (hotel.stop_id if hotel else None) or 0)
    return stop.name(facts.t.language) if stop else ""


ROOMS: tuple[RecordColumn, ...] = (
    *_OF_PERSON,
    RecordColumn("hotel", heading("hotel_id"), _hotel),
    RecordColumn("stop", heading("stop_id"), _stop),
    RecordColumn("kind", heading("kind"), lambda facts, one: facts.t(ROOM_KIND_LABELS[one.kind])),
    RecordColumn("with", heading("mate_id"), _mate),
    _plain("check_in"), _plain("check_out"), _plain("room"), _plain("note"),
)  # fmt: skip
"""Those of stays."""


def _of_transfer(value: Callable[[SheetFacts, Event], Cell]) -> Value:
    """Return what shows something of the transfer of a vehicle."""

    def shown(facts: SheetFacts, vehicle: Vehicle) -> Cell:
        return value(facts, next(one for one in facts.snapshot.events if one.id == vehicle.event_id))

    return shown


def _leaves(facts: SheetFacts, event: Event) -> datetime:
    return facts.snapshot.ends_of(event).starts


def _seated(facts: SheetFacts, vehicle: Vehicle) -> Cell:
    keys = (seat.person_id for seat in facts.snapshot.seats if seat.vehicle_id == vehicle.id)
    names = (facts.snapshot.person[key].full_name for key in keys)
    return "; ".join(sorted(names, key=facts.t.sort_key))


def _zone(facts: SheetFacts, event: Event) -> Cell:
    return facts.zone(_leaves(facts, event), facts.snapshot.ends_of(event).stop.time_zone)


VEHICLES: tuple[RecordColumn, ...] = (
    _worked_out("transfer", N_("Transfer"), _of_transfer(lambda facts, event: event.name(facts.t.language))),
    _worked_out("leaves", N_("Leaves"), _of_transfer(_leaves)),
    _worked_out("time_zone", heading("time_zone"), _of_transfer(_zone)),
    RecordColumn("name", N_("Name"), lambda _facts, one: one.name),
    _plain("model"), _plain("seats"), _plain("kept_free"),
    RecordColumn(
        "accessible", heading("is_accessible"), lambda facts, one: facts.yes_or_no(one.is_accessible or None)
    ),
    _plain("driver"),
    _worked_out("people", N_("People"), _seated),
    _plain("note"),
)  # fmt: skip
"""Those of vehicles; who has a seat is given on their screen."""


def in_order(facts: SheetFacts, found: list[Vehicle]) -> list[Any]:
    """Return vehicles in the order in which they leave."""
    leave = {event.id: _leaves(facts, event) for event in facts.snapshot.events}
    return sorted(found, key=lambda one: (leave[one.event_id], facts.t.sort_key(one.name), one.id))

"""Journeys, hotels, stays and vehicles as they are entered; each act one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.mission import Stop
from missionplanner.domain.people import Person
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.spelling import words
from missionplanner.domain.vehicles import Vehicle
from missionplanner.errors import UserError
from missionplanner.exchange import travel_cells
from missionplanner.i18n import _
from missionplanner.jobs.arrivals.journeys import Map
from missionplanner.jobs.people.records import named
from missionplanner.messages import Message, counted_message, message
from missionplanner.store.store import Store

Record = TypeVar("Record", JourneyLeg, Hotel, Stay, Vehicle)


def enter_leg(store: Store, before: JourneyLeg | None, values: Mapping[str, Any]) -> JourneyLeg:
    """Store a leg, new or edited, as one step; its times are on the clocks of the places it leads between.

    Raises UserError as `checked_leg` does.
    """
    made = checked_leg(store, before, values)
    person = store.get(Person, made.person_id)
    label = message("Edit the journey of {person}", person=named(person))
    return _stored(store, made, label if before else message("Add a journey of {person}", person=named(person)))


def checked_leg(store: Store, before: JourneyLeg | None, values: Mapping[str, Any]) -> JourneyLeg:
    """Return a leg with other values. Raises UserError for one that says nothing, or lands before it takes off."""
    typed = dict(values)
    for place in ("origin", "destination"):
        if place in typed:
            typed[place] = travel_cells.place(str(typed[place]))
    if "flight" in typed:
        typed["flight"] = travel_cells.flight_number(str(typed["flight"]))
    made = replace(before, **typed) if before else JourneyLeg(**typed)
    known = Map.of(store.mission, store.all(Stop))
    made = replace(
        made,
        departs=_on_clocks(made.departs, made.origin, known),
        arrives=_on_clocks(made.arrives, made.destination, known),
    )
    if not (made.flight or made.departs or made.arrives):
        raise UserError(_("The journey says nothing."), _("Type a flight, or when it takes off or lands."))
    if made.departs and made.arrives and made.arrives <= made.departs:
        raise UserError(_("It lands before it takes off."), _("Each time is on the clocks of its place."))
    return made


def enter_hotel(store: Store, before: Hotel | None, values: Mapping[str, Any]) -> Hotel:
    """Store a hotel, new or edited, as one step. Raises UserError for one without a name, or with that of another."""
    made = replace(before, **values) if before else Hotel(**values)
    made = replace(made, name=made.name.strip())
    if not made.name:
        raise UserError(_("A name is needed."), _("Type the name of the hotel."))
    if any(one.id != made.id and words(one.name) == words(made.name) for one in store.all(Hotel)):
        raise UserError(_("There is a hotel “{name}” already.").format(name=made.name), _("Open it from the list."))
    label = message("Edit hotel {name}", name=made.name) if before else message("Add hotel {name}", name=made.name)
    return _stored(store, made, label)


def enter_stay(store: Store, before: Stay | None, values: Mapping[str, Any]) -> Stay:
    """Store a stay, new or edited, as one step. Raises UserError as `checked_stay` does."""
    made = checked_stay(before, values)
    person = store.get(Person, made.person_id)
    label = message("Edit the stay of {person}", person=named(person))
    return _stored(store, made, label if before else message("Add a stay of {person}", person=named(person)))


def checked_stay(before: Stay | None, values: Mapping[str, Any]) -> Stay:
    """Return a stay with other values. Raises UserError where it ends before it begins, or is shared with oneself."""
    made = replace(before, **values) if before else Stay(**values)
    if made.check_in and made.check_out and made.check_out <= made.check_in:
        raise UserError(_("The stay ends before it begins."), _("Correct one of the two days."))
    if made.mate_id == made.person_id:
        raise UserError(_("Nobody shares a room with themselves."), _("Choose somebody else, or nobody."))
    return made


def enter_vehicle(store: Store, before: Vehicle | None, values: Mapping[str, Any]) -> Vehicle:
    """Store a vehicle, new or edited, as one step. Raises UserError as `checked_vehicle` does."""
    made = checked_vehicle(store, before, values)
    label = message("Edit vehicle {name}", name=made.name)
    return _stored(store, made, label if before else message("Add vehicle {name}", name=made.name))


def checked_vehicle(store: Store, before: Vehicle | None, values: Mapping[str, Any]) -> Vehicle:
    """Return a vehicle with other values.

    Raises UserError for one without a name or seats, or of an event that is no transfer.
    """
    made = replace(before, **values) if before else Vehicle(**values)
    event = store.get(Event, made.event_id)
    if event.kind is not EventKind.TRANSFER:
        raise UserError(_("{event} is no transfer.").format(event=event.name_en), _("Only transfers have vehicles."))
    if not made.name.strip():
        raise UserError(_("A name is needed."), _("Type what stands on its windscreen, such as Bus 1."))
    if made.kept_free > made.seats:
        raise UserError(_("More seats are kept free than there are."), _("Correct one of the two numbers."))
    return made


def remove(store: Store, kind: type[Record], keys: Iterable[int]) -> None:
    """Delete journeys, hotels, stays or vehicles as one step."""
    _delete(store, kind, list(keys))


def _delete(store: Store, kind: type[Any], gone: list[int]) -> None:
    labels: dict[type[Any], Message] = {
        JourneyLeg: counted_message("Delete {n} journey", "Delete {n} journeys", len(gone)),
        Hotel: counted_message("Delete {n} hotel", "Delete {n} hotels", len(gone)),
        Stay: counted_message("Delete {n} stay", "Delete {n} stays", len(gone)),
        Vehicle: counted_message("Delete {n} vehicle", "Delete {n} vehicles", len(gone)),
    }
    with store.change(labels[kind]) as change:
        change.delete(kind, gone)


def remove_all(store: Store, records: Sequence[JourneyLeg | Stay | Hotel | Vehicle]) -> None:
    """Delete records of one kind as one step."""
    for kind in (JourneyLeg, Stay, Hotel, Vehicle):
        if keys := [record.id for record in records if isinstance(record, kind)]:
            _delete(store, kind, keys)


def called(records: Iterable[Record], text: str) -> Record:
    """Return the hotel or vehicle of this name or uid; raises UserError for none, or several."""
    known = list(records)
    found = [one for one in known if text == one.uid]
    found = found or [one for one in known if words(text) and words(text) == words(getattr(one, "name", ""))]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(_("There is nothing called “{name}”.").format(name=text), _("See the list."))
    hint = _("Name one by its uid: {uids}.").format(uids=", ".join(one.uid for one in found))
    raise UserError(_("Several are called “{name}”.").format(name=text), hint)


def _on_clocks(at: datetime | None, place: str, known: Map) -> datetime | None:
    """Return a time on the clocks of a place; one that has an offset already keeps what its clock shows."""
    if at is None:
        return None
    return datetime.fromisoformat(at.replace(tzinfo=known.clocks(place)).isoformat())


def _stored(store: Store, record: Record, label: Message) -> Record:
    with store.change(label) as change:
        key = record.id or change.insert(record)
        if record.id:
            change.update(record)
    found: Record = store.get(type(record), key)
    return found

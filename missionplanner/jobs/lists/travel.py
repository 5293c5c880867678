"""Arrivals, rooms and vehicles as plain data for programs; texts for people are made where they are shown."""

from typing import Any

from missionplanner.domain.journeys import JourneyLeg, in_order
from missionplanner.domain.rooms import Stay, in_figures
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.vehicles import Vehicle

Row = dict[str, Any]


def legs(snapshot: Snapshot) -> list[Row]:
    """List the journeys of people by the time they touch the mission."""
    return [leg_row(snapshot, leg) for leg in in_order(snapshot.legs)]


def leg_row(snapshot: Snapshot, leg: JourneyLeg) -> Row:
    """Return a journey."""
    return {
        "person": snapshot.person[leg.person_id].full_name,
        "company": _company(snapshot, leg.person_id),
        "kind": leg.kind.value,
        "flight": leg.flight,
        "from": leg.origin,
        "to": leg.destination,
        "departs": leg.departs.isoformat() if leg.departs else None,
        "arrives": leg.arrives.isoformat() if leg.arrives else None,
        "booking": leg.booking,
        "note": leg.note,
        "person_uid": snapshot.person[leg.person_id].uid,
        "uid": leg.uid,
    }


def stays(snapshot: Snapshot) -> list[Row]:
    """List the stays of people by hotel, room and name."""
    found = [stay_row(snapshot, stay) for stay in snapshot.stays]
    return sorted(found, key=lambda row: (row["hotel"], in_figures(row["room"]), row["person"], str(row["check_in"])))


def stay_row(snapshot: Snapshot, stay: Stay) -> Row:
    """Return a stay."""
    hotel = snapshot.hotel.get(stay.hotel_id or 0)
    stop = snapshot.stop.get((hotel.stop_id if hotel else None) or stay.stop_id or 0)
    mate = snapshot.person.get(stay.mate_id or 0)
    return {
        "person": snapshot.person[stay.person_id].full_name,
        "company": _company(snapshot, stay.person_id),
        "hotel": hotel.name if hotel else "",
        "stop": stop.name_en if stop else "",
        "kind": stay.kind.value,
        "room": stay.room,
        "shares_with": mate.full_name if mate else "",
        "check_in": stay.check_in.isoformat() if stay.check_in else None,
        "check_out": stay.check_out.isoformat() if stay.check_out else None,
        "note": stay.note,
        "person_uid": snapshot.person[stay.person_id].uid,
        "uid": stay.uid,
    }


def hotels(snapshot: Snapshot) -> list[Row]:
    """List the hotels with the rooms held and used there."""
    found = []
    for hotel in sorted(snapshot.hotels, key=lambda one: one.name):
        stop = snapshot.stop.get(hotel.stop_id or 0)
        mine = [stay for stay in snapshot.stays if stay.hotel_id == hotel.id]
        found.append({
            "name": hotel.name, "stop": stop.name_en if stop else "", "address": hotel.address,
            "singles": hotel.singles, "doubles": hotel.doubles, "twins": hotel.twins, "people": len(mine),
            "note": hotel.note, "uid": hotel.uid,
        })  # fmt: skip
    return found


def vehicle_row(snapshot: Snapshot, vehicle: Vehicle) -> Row:
    """Return a vehicle with those who have a seat in it."""
    event = next(one for one in snapshot.events if one.id == vehicle.event_id)
    people = [snapshot.person[seat.person_id] for seat in snapshot.seats if seat.vehicle_id == vehicle.id]
    return {
        "transfer": event.name_en,
        "leaves": snapshot.ends_of(event).starts.isoformat(),
        "vehicle": vehicle.name,
        "model": vehicle.model,
        "seats": vehicle.seats,
        "kept_free": vehicle.kept_free,
        "accessible": vehicle.is_accessible,
        "driver": vehicle.driver,
        "note": vehicle.note,
        "people": sorted(person.full_name for person in people),
        "uid": vehicle.uid,
    }


def _company(snapshot: Snapshot, person_id: int) -> str:
    key = snapshot.home_of(snapshot.person[person_id])
    return snapshot.company[key].name if key else ""

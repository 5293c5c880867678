"""How people come, sleep, ride and sign in, as plain data of a mission."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from missionplanner.domain.journeys import JourneyLeg, LegKind, in_order
from missionplanner.domain.market_and_plan import MarketAndPlan
from missionplanner.domain.participants import by_id
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.sign_ins import SignIn
from missionplanner.domain.vehicles import Vehicle, VehicleSeat


@dataclass(frozen=True, kw_only=True)
class DoorToDoor(MarketAndPlan):
    """Legs, hotels with stays, vehicles with seats, and sign-ins, in the order of their keys."""

    legs: list[JourneyLeg] = field(default_factory=list)
    """The journeys of people."""
    hotels: list[Hotel] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    """The nights of people at hotels."""
    vehicles: list[Vehicle] = field(default_factory=list)
    """The vehicles of transfers."""
    seats: list[VehicleSeat] = field(default_factory=list)
    sign_ins: list[SignIn] = field(default_factory=list)

    @cached_property
    def hotel(self) -> dict[int, Hotel]:
        """Hotels by key."""
        return by_id(self.hotels)

    @cached_property
    def vehicle(self) -> dict[int, Vehicle]:
        """Vehicles by key."""
        return by_id(self.vehicles)

    @cached_property
    def legs_of(self) -> dict[int, list[JourneyLeg]]:
        """The legs of people by their keys, in the order of time."""
        found: dict[int, list[JourneyLeg]] = defaultdict(list)
        for leg in in_order(self.legs):
            found[leg.person_id].append(leg)
        return found

    def leg_of(self, person_id: int, kind: LegKind) -> JourneyLeg | None:
        """Return how somebody arrives (the first such leg) or leaves (the last)."""
        found = [leg for leg in self.legs_of.get(person_id, ()) if leg.kind is kind]
        return (found[-1] if kind is LegKind.DEPARTURE else found[0]) if found else None

    @cached_property
    def stays_of(self) -> dict[int, list[Stay]]:
        """The stays of people by their keys, by check-in."""
        found: dict[int, list[Stay]] = defaultdict(list)
        for stay in sorted(self.stays, key=lambda one: (one.check_in is None, str(one.check_in), one.id)):
            found[stay.person_id].append(stay)
        return found

    @cached_property
    def vehicles_of(self) -> dict[int, list[Vehicle]]:
        """The vehicles of transfers by key of the event."""
        found: dict[int, list[Vehicle]] = defaultdict(list)
        for vehicle in self.vehicles:
            found[vehicle.event_id].append(vehicle)
        return found

    @cached_property
    def seat_of(self) -> dict[tuple[int, int], VehicleSeat]:
        """Seats by transfer and person."""
        return {(seat.event_id, seat.person_id): seat for seat in self.seats}

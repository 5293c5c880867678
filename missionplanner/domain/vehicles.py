"""The vehicles of transfers, and who has a seat in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle:
    """A bus, van or car of a transfer."""

    id: int = 0
    uid: str = ""
    event_id: int
    """The transfer it is for."""
    name: str
    """The name on its windscreen: "Bus 1"."""
    model: str = ""
    """Such as coach or van."""
    seats: int = 0
    kept_free: int = 0
    """Seats nobody is given, for staff and luggage."""
    is_accessible: bool = False
    """Whether a wheelchair gets in."""
    driver: str = ""
    """The driver's name and telephone."""
    note: str = ""

    @property
    def room(self) -> int:
        """How many people it takes."""
        return max(self.seats - self.kept_free, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleSeat:
    """One person's seat in a vehicle of a transfer."""

    id: int = 0
    uid: str = ""
    event_id: int
    person_id: int
    vehicle_id: int
    is_fixed: bool = False
    """Whether it was given by hand, and stays when seats are given anew."""

"""Seats in the vehicles of one transfer: few vehicles, groups together, the leader first; a lost vehicle repaired."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rider:
    """Somebody who needs a seat."""

    key: int
    group: int
    """Those they travel with, such as their company; a number of their own where they travel alone."""
    rank: int = 1
    """Their place in the order of protocol; the lowest goes first."""
    needs_access: bool = False


@dataclass(frozen=True, slots=True)
class Bus:
    """A vehicle with the people it takes."""

    key: int
    room: int
    is_accessible: bool = False


@dataclass(frozen=True, slots=True)
class VehicleSeats:
    """Who sits where."""

    vehicle_of: Mapping[int, int]
    """The vehicle of each rider."""
    without: tuple[int, ...] = ()
    """Riders for whom there is no seat."""
    apart: tuple[int, ...] = ()
    """Groups that do not sit together."""
    no_access: tuple[int, ...] = ()
    """Riders who need a vehicle a wheelchair gets in, and sit in none."""


def seated(riders: Sequence[Rider], buses: Sequence[Bus], fixed: Mapping[int, int] | None = None) -> VehicleSeats:
    """Return seats for everybody in as few vehicles as take them; fixed: seats given by hand, which stay.

    Vehicles are filled in their order. The first takes the group of the leader.
    """
    known = {bus.key: bus for bus in buses}
    given = {key: bus for key, bus in (fixed or {}).items() if bus in known}
    used = _enough(riders, buses, set(given.values()))
    loads = _Loads(used, given)
    waiting = _groups([rider for rider in riders if rider.key not in given])
    for group in waiting:
        loads.take(group)
    return loads.result(riders)


def repaired(riders: Sequence[Rider], buses: Sequence[Bus], before: Mapping[int, int]) -> VehicleSeats:
    """Return seats after vehicles were lost: who has one that is left keeps it, the others go where there is room."""
    known = {bus.key: bus for bus in buses}
    given = {rider.key: before[rider.key] for rider in riders if before.get(rider.key) in known}
    in_use = set(given.values())
    lost = [rider for rider in riders if rider.key not in given]
    # Vehicles that drive anyway come first; another one is sent only where these are full.
    loads = _Loads(sorted(buses, key=lambda bus: bus.key not in in_use), given)
    for group in _groups(lost):
        loads.take(group)
    return loads.result(riders)


def moved(before: Mapping[int, int], after: VehicleSeats) -> list[int]:
    """Return whom to tell: those whose vehicle is another, or who have none any more."""
    return sorted(key for key in before if after.vehicle_of.get(key) != before[key])


def _groups(riders: Iterable[Rider]) -> list[list[Rider]]:
    """Return the groups: that of the leader first, then those who need access, then the largest."""
    found: dict[int, list[Rider]] = defaultdict(list)
    for rider in riders:
        found[rider.group].append(rider)
    leader = min((rider.rank for group in found.values() for rider in group), default=0)
    return sorted(
        found.values(),
        key=lambda group: (
            min(rider.rank for rider in group) > leader,
            not any(rider.needs_access for rider in group),
            -len(group),
            min(rider.rank for rider in group),
            group[0].group,
        ),
    )


def _enough(riders: Sequence[Rider], buses: Sequence[Bus], needed: Collection[int]) -> list[Bus]:
    """Return the fewest vehicles that take everybody, in their order: the largest, and one for wheelchairs."""
    number = len(riders)
    by_size = sorted(buses, key=lambda bus: (bus.key not in needed, -bus.room))
    if any(rider.needs_access for rider in riders):
        accessible = [bus for bus in by_size if bus.is_accessible][:1]
        by_size = [*accessible, *(bus for bus in by_size if bus not in accessible)]
    taken: list[Bus] = []
    for bus in by_size:
        if sum(one.room for one in taken) >= number and set(needed) <= {one.key for one in taken}:
            break
        taken.append(bus)
    return [bus for bus in buses if bus in taken]


class _Loads:
    """The vehicles as they fill."""

    def __init__(self, buses: Sequence[Bus], given: Mapping[int, int]) -> None:
        self._buses = buses
        self._vehicle_of = dict(given)
        on_board = Counter(given.values())
        self._free = {bus.key: bus.room - on_board[bus.key] for bus in buses}

    def take(self, group: Sequence[Rider]) -> None:
        """Seat a group: in the vehicle it fits best; apart only where no vehicle takes all of it."""
        access = any(rider.needs_access for rider in group)
        order = sorted(self._buses, key=lambda bus: access and not bus.is_accessible)
        whole = [bus for bus in order if self._free[bus.key] >= len(group)]
        if whole:
            # Nobody is seated yet: this is the group of the leader, and goes first.
            best = whole[0] if access or not self._vehicle_of else min(whole, key=self._rest)
            self._seat(group, best)
            return
        rest = sorted(group, key=lambda rider: (not rider.needs_access, rider.rank))
        for bus in sorted(order, key=lambda bus: (access and not bus.is_accessible, -self._free[bus.key])):
            room = max(self._free[bus.key], 0)
            self._seat(rest[:room], bus)
            rest = rest[room:]

    def _rest(self, bus: Bus) -> tuple[int, int]:
        """Return the seats left in a vehicle: the fuller one is filled first, so that others stay free for groups."""
        return self._free[bus.key], self._buses.index(bus)

    def _seat(self, group: Sequence[Rider], bus: Bus) -> None:
        self._vehicle_of.update({rider.key: bus.key for rider in group})
        self._free[bus.key] -= len(group)

    def result(self, riders: Sequence[Rider]) -> VehicleSeats:
        """Return who sits where, and what is missing."""
        seats = {rider.key: self._vehicle_of[rider.key] for rider in riders if rider.key in self._vehicle_of}
        buses: dict[int, set[int]] = defaultdict(set)
        for rider in riders:
            if rider.key in seats:
                buses[rider.group].add(seats[rider.key])
        accessible = {bus.key for bus in self._buses if bus.is_accessible}
        return VehicleSeats(
            seats,
            tuple(rider.key for rider in riders if rider.key not in seats),
            tuple(group for group, used in buses.items() if len(used) > 1),
            tuple(rider.key for rider in riders if rider.needs_access and seats.get(rider.key) not in accessible),
        )

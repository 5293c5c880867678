"""People shared out among meetings: who was chosen stays, the others take turns, and nobody is in two at a time."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

Clash = Callable[[int, int], bool]
"""Whether one person cannot be at both of two seats, given by their numbers."""


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of one company at one meeting."""

    starts: datetime
    people: tuple[int, ...]
    """Who may take them, in the order in which they are asked."""
    most: int
    """How many of them take one."""
    first: frozenset[int] = frozenset()
    """Who is asked before the others, as they speak a language of the other side."""
    is_chosen: bool = False
    """Whether all of them were chosen by hand."""


def share_out(wanted: Sequence[Seats], clash: Clash) -> list[frozenset[int]]:
    """Return who takes the seats of each meeting.

    Every meeting gets somebody before one gets a second, and who had the fewest meetings is next.
    """
    found = _Sharing(wanted, clash)
    order = sorted(range(len(wanted)), key=lambda n: (wanted[n].starts, len(wanted[n].people), n))
    loose = [n for n in order if not wanted[n].is_chosen]
    for number in loose:
        found.seat_somebody(number, set())
    for number in sorted(loose, key=lambda n: (wanted[n].starts, n)):
        found.fill(number)
    return [frozenset(found.taken[n]) for n in range(len(wanted))]


class _Sharing:
    """Who sits where, while it is worked out."""

    def __init__(self, wanted: Sequence[Seats], clash: Clash) -> None:
        self._wanted, self._clash = wanted, clash
        self.taken: dict[int, list[int]] = defaultdict(list)
        self._seats_of: dict[int, list[int]] = defaultdict(list)
        for number, seats in enumerate(wanted):
            for person in seats.people if seats.is_chosen else ():
                self._take(number, person)

    def seat_somebody(self, number: int, asked: set[int]) -> bool:
        """Give a meeting its first person, if need be one of another meeting who can be replaced there."""
        order = self._order(number, self._wanted[number].people)
        for person in order:
            if person not in asked and not self._rivals(person, number):
                self._take(number, person)
                return True
        for person in order:
            rivals = self._rivals(person, number)
            if person in asked or len(rivals) > 1 or self._wanted[rivals[0]].is_chosen:
                continue
            asked.add(person)
            self._leave(rivals[0], person)
            if self.seat_somebody(rivals[0], asked):
                self._take(number, person)
                return True
            self._take(rivals[0], person)
        return False

    def fill(self, number: int) -> None:
        """Give a meeting as many people more as are free and it may have."""
        seats = self._wanted[number]
        there = self.taken[number]
        rest = [person for person in seats.people if person not in there]
        # After the first one, round the table: so everybody sits beside everybody.
        start = seats.people.index(there[0]) + 1 if there else 0
        turn = {person: (place - start) % len(seats.people) for place, person in enumerate(seats.people)}
        rest.sort(key=lambda person: (len(self._seats_of[person]), turn[person]))
        for person in rest:
            if len(there) < seats.most and not self._rivals(person, number):
                self._take(number, person)

    def _order(self, number: int, people: Collection[int]) -> list[int]:
        first = self._wanted[number].first
        busy = Counter({person: len(self._seats_of[person]) for person in people})
        return sorted(people, key=lambda person: (person not in first, busy[person]))

    def _rivals(self, person: int, number: int) -> list[int]:
        return [other for other in self._seats_of[person] if self._clash(number, other)]

    def _take(self, number: int, person: int) -> None:
        self.taken[number].append(person)
        self._seats_of[person].append(number)

    def _leave(self, number: int, person: int) -> None:
        self.taken[number].remove(person)
        self._seats_of[person].remove(number)

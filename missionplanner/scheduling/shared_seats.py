"""Seats at meetings for which there are fewer people than meetings that could be held at a time."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from missionplanner.domain.plan import Plan
from missionplanner.domain.representing import SharedPeople, shared
from missionplanner.domain.timetable import Meeting, Owner
from missionplanner.scheduling.slot_constraints import imagined

Pair = tuple[int, int]
Seat = tuple[int, frozenset[int]]
"""A company, and the people of it who may sit there."""


class SharedSeats:
    """The people whom several meetings at a time would need: of companies that share some, and of those in several.

    wished: the pairs that want a meeting, with the meetings that stay.
    """

    def __init__(self, plan: Plan, wished: Mapping[Pair, Meeting | None]) -> None:
        self._plan, self._wished = plan, wished
        self._slot = next(iter(plan.snapshot.slots), None)

    def at_once(self, company_id: int) -> int:
        """Return how many meetings a company may be in: one where several of it were chosen for one meeting."""
        return 1 if company_id in self._together else self._plan.at_once(company_id)

    @cached_property
    def rooms(self) -> list[int]:
        """How many meetings at a time there are people for, by set of seats; no fewer than those that stay."""
        return [max(len(one.people), self._most_kept(one)) for one in self._found]

    def of(self, pair: Pair) -> list[int]:
        """Return the numbers of the sets that a meeting of a pair has a seat of."""
        mine = set(self._of_pair(pair))
        return [number for number, one in enumerate(self._found) if one.seats & mine]

    @cached_property
    def _found(self) -> list[SharedPeople]:
        people: dict[Seat, frozenset[int]] = {}
        for pair in self._wished:
            people.update({seat: seat[1] for seat in self._of_pair(pair)})
        at_once = {company: self.at_once(company) for company, _people in people}
        return [*shared(people, at_once, lambda seat: seat[0]), *self._one_at_a_time(people)]

    def _one_at_a_time(self, people: Mapping[Seat, frozenset[int]]) -> Iterator[SharedPeople]:
        """Yield the seats of companies that share people of whom several were chosen for one meeting."""
        for linked in {self._plan.linked(company) for company in self._together}:
            seats = frozenset(seat for seat in people if seat[0] in linked)
            if len(linked) > 1 and seats:
                yield SharedPeople(seats, frozenset(list(next(iter(seats))[1])[:1]))

    @cached_property
    def _together(self) -> set[int]:
        """The companies of which several people were chosen for one meeting, and those they share people with."""
        found: set[int] = set()
        for pair in self._wished:
            for company in pair:
                if len(self._chosen(pair, company)) > 1:
                    found |= self._plan.linked(company)
        return found

    def _chosen(self, pair: Pair, company: int) -> frozenset[int]:
        return self._plan.chosen(imagined(pair, self._slot), company) if self._slot else frozenset()

    def _of_pair(self, pair: Pair) -> Iterator[Seat]:
        for company in pair:
            people = self._plan.snapshot.meeting_people_of.get(company)
            if people and (company in self._plan.sharing or self._plan.at_once(company) > 1):
                yield company, self._people(pair, company)

    def _people(self, pair: Pair, company: int) -> frozenset[int]:
        """Return who sits there: those chosen, or those always there of the ones their company wants there."""
        if chosen := self._chosen(pair, company):
            return chosen
        other = pair[0] if company == pair[1] else pair[1]
        people = self._plan.snapshot.candidates(company, other)
        # Somebody who is away at times is not counted on: those who are always there keep the rule at any time.
        steady = [p.id for p in people if not self._is_away_at_times(p.id)] or [people[0].id]
        return frozenset(steady)

    def _is_away_at_times(self, person: int) -> bool:
        snapshot = self._plan.snapshot
        if (Owner.DELEGATE, person) in snapshot.unavailable:
            return True
        return any(snapshot.person_event(person, slot) for slot in snapshot.slots)

    def _most_kept(self, one: SharedPeople) -> int:
        """Return the most meetings at a time that stay and have one of the seats."""
        here = [meeting for pair, meeting in self._wished.items() if meeting and one.seats & set(self._of_pair(pair))]
        going_on: dict[object, int] = Counter()
        slot_of = defaultdict(list)
        for meeting in here:
            slot_of[self._plan.slot(meeting).starts].append(meeting)
        for starts in slot_of:
            spans = (self._plan.slot(meeting) for meeting in here)
            going_on[starts] = sum(slot.starts <= starts < slot.ends for slot in spans)
        return max(going_on.values(), default=0)

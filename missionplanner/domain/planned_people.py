"""Who can attend the meetings of a timetable, and who interprets there, as its rules ask."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from missionplanner.domain.attendees import codes
from missionplanner.domain.participants import by_id
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Availability, Meeting, Owner, Slot


class PlannedPeople:
    """The people of a snapshot as meetings that may be planned otherwise need them."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._absent: dict[tuple[Owner, int, int], Availability | None] = {}

    def slot(self, meeting: Meeting) -> Slot:
        """Return the slot of a meeting."""
        return self.snapshot.slot[meeting.slot_id]

    def delegates(self, meeting: Meeting) -> frozenset[int]:
        """Return the keys of those chosen for a meeting; empty when both companies attend as they want it."""
        return frozenset().union(*(self.chosen(meeting, company) for company in meeting.pair))

    def chosen(self, meeting: Meeting, company_id: int) -> frozenset[int]:
        """Return the keys of those chosen to attend for a company; of a meeting planned anew those it had before."""
        # Meetings without a key yet have one of 0 or below: the planner moves what is there.
        key = meeting.id if meeting.id > 0 else self._present.get(meeting.pair, 0)
        return self.snapshot.chosen(key, company_id)

    @cached_property
    def _present(self) -> dict[tuple[int, int], int]:
        return {meeting.pair: meeting.id for meeting in self.snapshot.meetings if meeting.stands}

    def absence(self, owner: Owner, owner_id: int, slot: Slot) -> Availability | None:
        """Return the absence of the owner that overlaps the slot, if there is one."""
        key = (owner, owner_id, slot.id)
        if key not in self._absent:
            rows = self.snapshot.unavailable.get((owner, owner_id), [])
            self._absent[key] = next((row for row in rows if row.span.overlaps(slot.span)), None)
        return self._absent[key]

    def away(self, person_id: int, slot: Slot) -> bool:
        """Whether somebody is absent during a slot, or was entered by hand for an event then."""
        if self.absence(Owner.DELEGATE, person_id, slot):
            return True
        return self.snapshot.person_event(person_id, slot) is not None

    def available_people(self, pair: tuple[int, int], company_id: int, slot: Slot) -> frozenset[int]:
        """Return who could attend a meeting of a pair for one of its companies in the slot, as that wants it."""
        return frozenset(self._available(pair, company_id, slot))

    def somebody_available(self, pair: tuple[int, int], company_id: int, slot: Slot) -> bool:
        """Whether a company has somebody for a meeting in the slot; one without people counts as having one."""
        if not self.snapshot.meeting_people_of.get(company_id):
            return True
        return next(self._available(pair, company_id, slot), None) is not None

    def _available(self, pair: tuple[int, int], company_id: int, slot: Slot) -> Iterator[int]:
        other = pair[0] if company_id == pair[1] else pair[1]
        people = self.snapshot.candidates(company_id, other)
        return (person.id for person in people if not self.away(person.id, slot))

    @property
    def sharing(self) -> dict[int, frozenset[int]]:
        """The companies that share people, by each of them."""
        return self.snapshot.sharing

    def linked(self, company_id: int) -> frozenset[int]:
        """Return the companies that share people with a company, itself among them."""
        return self.sharing.get(company_id, frozenset((company_id,)))

    @cached_property
    def only_person(self) -> dict[int, int]:
        """The one who alone represents a company and others too, by company key."""
        people = self.snapshot.meeting_people_of
        return {company: people[company][0].id for company in self.sharing if len(people[company]) == 1}

    def seats(self, meetings: Iterable[Meeting], companies: Collection[int]) -> list[frozenset[int]]:
        """Return who could take each of the seats at meetings at one time that were given to nobody by hand.

        Who was chosen for one of them is at none of the others.
        """
        together = list(meetings)
        taken = frozenset().union(*(self.chosen(m, c) for m in together for c in m.pair))
        return [
            self.available_people(meeting.pair, company, self.slot(meeting)) - taken
            for meeting in together
            for company in meeting.pair
            if company in companies
            and self.snapshot.meeting_people_of.get(company)
            and not self.chosen(meeting, company)
        ]

    @cached_property
    def interpreter(self) -> dict[int, Person]:
        """Interpreters by key."""
        return by_id(self.snapshot.interpreters)

    def languages(self, meeting: Meeting, company_id: int) -> frozenset[str]:
        """Return the codes of the languages spoken for a company at a meeting; empty where none are entered."""
        chosen = self.chosen(meeting, company_id)
        people = self.snapshot.meeting_people_of.get(company_id, [])
        return self.snapshot.languages_of(person for person in people if not chosen or person.id in chosen)

    def without_common_language(self, meeting: Meeting) -> tuple[frozenset[str], frozenset[str]] | None:
        """Return the languages of each side of a meeting where they are known and share none, else None."""
        one, other = (self.languages(meeting, company) for company in meeting.pair)
        return (one, other) if one and other and not one & other else None

    def interpreted(self, meeting: Meeting) -> tuple[frozenset[str], frozenset[str]] | None:
        """Return the languages of each side when they share none and the mission has interpreters, else None."""
        return self.without_common_language(meeting) if self.snapshot.interpreters else None

    def interprets(self, interpreter: Person, needed: tuple[frozenset[str], frozenset[str]]) -> bool:
        """Whether the interpreter speaks a language of each company."""
        spoken = codes(interpreter.languages)
        return bool(spoken & needed[0]) and bool(spoken & needed[1])

    def able_interpreters(self, needed: tuple[frozenset[str], frozenset[str]] | None) -> list[int]:
        """Return who may be booked where these languages are needed; who attends meetings is booked by hand alone."""
        free = (person for person in self.plain_interpreters if needed is None or self.interprets(person, needed))
        return [person.id for person in free]

    @cached_property
    def plain_interpreters(self) -> list[Person]:
        """Those who interpret and attend no meetings themselves."""
        attending = {person.id for people in self.snapshot.meeting_people_of.values() for person in people}
        return [person for person in self.snapshot.interpreters if person.id not in attending]

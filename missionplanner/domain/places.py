"""Where and when a mission can meet: stops, venues, tables, sessions and slots, and the way from one to another."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from missionplanner.domain.mission import Mission, Stop, Table, Travel, Venue
from missionplanner.domain.participants import by_id
from missionplanner.domain.timetable import Session, Slot


@dataclass(frozen=True, kw_only=True)
class Places:
    """The mission and its places and times."""

    mission: Mission
    stops: list[Stop]
    venues: list[Venue]
    tables: list[Table]
    """The tables of all venues; a meeting sits at one."""
    travels: list[Travel]
    """Minutes between venues, where they are not those of the mission settings."""
    sessions: list[Session]
    """The times a venue is open for meetings; each is divided into slots."""
    slots: list[Slot]

    @cached_property
    def stop(self) -> dict[int, Stop]:
        """Stops by key."""
        return by_id(self.stops)

    @cached_property
    def venue(self) -> dict[int, Venue]:
        """Venues by key."""
        return by_id(self.venues)

    @cached_property
    def table(self) -> dict[int, Table]:
        """Tables by key."""
        return by_id(self.tables)

    @cached_property
    def session(self) -> dict[int, Session]:
        """Sessions by key."""
        return by_id(self.sessions)

    @cached_property
    def slot(self) -> dict[int, Slot]:
        """Slots by key."""
        return by_id(self.slots)

    @cached_property
    def tables_of(self) -> dict[int, list[Table]]:
        """Tables by venue key, in the order of their numbers."""
        found: dict[int, list[Table]] = defaultdict(list)
        for table in sorted(self.tables, key=lambda table: table.number):
            found[table.venue_id].append(table)
        return found

    @cached_property
    def stop_of_slot(self) -> dict[int, Stop]:
        """The stop of every slot."""
        venues = {s.id: self.stop[self.venue[s.venue_id].stop_id] for s in self.sessions}
        return {slot.id: venues[slot.session_id] for slot in self.slots}

    @cached_property
    def venue_of_slot(self) -> dict[int, Venue]:
        """The venue of every slot."""
        return {slot.id: self.venue[self.session[slot.session_id].venue_id] for slot in self.slots}

    @cached_property
    def _travels(self) -> dict[frozenset[int], int]:
        return {frozenset((row.venue_id, row.other_id)): row.minutes for row in self.travels}

    def travel_entered(self, venue_id: int, other_id: int) -> int | None:
        """Return the minutes entered for the way from one venue to another; None where none are."""
        return self._travels.get(frozenset((venue_id, other_id)))

    def travel(self, venue_id: int, other_id: int) -> int:
        """Return the minutes from one venue to another; 0 within a venue, and to another stop unless entered."""
        if venue_id == other_id:
            return 0
        known = self.travel_entered(venue_id, other_id)
        if known is not None:
            return known
        # between cities nobody knows the way; who has meetings in two of them in the same days breaks another rule
        same_stop = self.venue[venue_id].stop_id == self.venue[other_id].stop_id
        return (self.mission.travel_minutes or 0) if same_stop else 0

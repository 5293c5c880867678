"""The sites of meetings as integers: venues, then the offices that are visited, with the ways between them."""

from collections.abc import Callable

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.ways import Site

Minutes = tuple[tuple[int, ...], ...]
"""For every site those to every other."""


class Sites:
    """The venues of a mission and the offices that come up while it is formulated."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._sites = {Site(venue.stop_id, venue_id=venue.id): n for n, venue in enumerate(snapshot.venues)}
        self._venues = {venue.id: n for n, venue in enumerate(snapshot.venues)}

    @property
    def has_offices(self) -> bool:
        """Whether any office came up."""
        return len(self._sites) > len(self._venues)

    def venue(self, venue_id: int) -> int:
        """Return the number of a venue."""
        return self._venues[venue_id]

    def office(self, company_id: int, stop_id: int) -> int:
        """Return the number of an office as it is visited from a stop."""
        return self._sites.setdefault(Site(stop_id, company_id=company_id), len(self._sites))

    def gaps(self) -> Minutes:
        """Return the minutes there have to be between meetings at any two sites; nothing where there are no offices."""
        return self._minutes(self._snapshot.gap_between)

    def drives(self) -> Minutes:
        """Return the minutes of the ways alone."""
        return self._minutes(self._snapshot.way_between)

    def _minutes(self, way: Callable[[Site, Site], int]) -> Minutes:
        if not self.has_offices:
            return ()
        return tuple(tuple(way(one, other) for other in self._sites) for one in self._sites)

"""The shortest way through the places of a day, whatever times say: what a day route is measured by."""

from functools import cache

from missionplanner.scheduling.problem import Problem

MOST_STOPS = 10
"""Days of more meetings are not looked at: nobody drives about so often a day."""
SHARE = 1.1
"""A route is long where it takes more than so many times the shortest way."""


class BestWays:
    """The shortest ways through places, each worked out once."""

    def __init__(self, problem: Problem) -> None:
        self._drives = problem.drives
        self._known: dict[tuple[int, ...], int] = {}

    def of(self, sites: tuple[int, ...]) -> int:
        """Return the minutes of the best of all orders of these sites, one for each meeting."""
        key = tuple(sorted(sites))
        if key not in self._known:
            self._known[key] = self._least(key)
        return self._known[key]

    def longest(self, sites: tuple[int, ...]) -> int:
        """Return how many minutes a route may take that is not long."""
        return int(SHARE * self.of(sites) + 1e-9)

    def _least(self, sites: tuple[int, ...]) -> int:
        distinct = tuple(dict.fromkeys(sites))
        drives = self._drives

        @cache
        def rest(left: tuple[int, ...], last: int) -> int:
            """The least minutes from a place through those that are left, so many meetings at each."""
            ways = (
                drives[distinct[last]][distinct[n]] + rest((*left[:n], many - 1, *left[n + 1 :]), n)
                for n, many in enumerate(left)
                if many
            )
            return min(ways, default=0)

        counts = tuple(sites.count(site) for site in distinct)
        return min(rest((*counts[:n], counts[n] - 1, *counts[n + 1 :]), n) for n in range(len(distinct)))

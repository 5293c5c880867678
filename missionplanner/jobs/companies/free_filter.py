"""Who is free at a time, as a condition of the companies that are listed: the rules say it, which no query can."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from missionplanner.domain import free_time
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.jobs.timetable import who_is_free
from missionplanner.jobs.timetable.who_is_free import MeetingTime
from missionplanner.store.conditions import CompanyFilter, taken_out

PREFIX = "free"
"""The name a search puts before a colon."""
_NOBODY = (0,)
"""The keys of no company: none at all would leave the keys open."""


def asked(wanted: CompanyFilter) -> list[str]:
    """Return the times a filter asks for as they were typed, in its field or as `free:10` in the search."""
    return [*([wanted.free] if wanted.free.strip() else []), *taken_out(wanted.text, PREFIX)[1]]


class FreeFilter:
    """Finds out who is free, once for a state of the mission and a time."""

    def __init__(self, snapshot: Callable[[], Snapshot]) -> None:
        self._snapshot = snapshot
        self._known: tuple[Snapshot, dict[tuple[int, ...], frozenset[int]]] | None = None

    def resolved(self, wanted: CompanyFilter) -> CompanyFilter:
        """Return the filter with the keys of who is free in place of the times; nobody is at a time there is not."""
        times = self.times(wanted)
        if not times:
            return wanted
        keys = frozenset.intersection(*(self._free(time) if time else frozenset() for time in times))
        keys = keys & set(wanted.ids) if wanted.ids else keys
        return replace(wanted, free="", text=taken_out(wanted.text, PREFIX)[0], ids=tuple(sorted(keys)) or _NOBODY)

    def times(self, wanted: CompanyFilter) -> list[MeetingTime | None]:
        """Return the times a filter means, in the first of its stops; None for each that fits no time of meetings."""
        typed = asked(wanted)
        if not typed:
            return []
        snapshot = self._snapshot()
        shown = next((one for one in who_is_free.times(snapshot) if one.stop_id in wanted.stops), None)
        return [who_is_free.meant(snapshot, text, shown) for text in typed]

    def words(self, times: Sequence[MeetingTime]) -> str:
        """Return times as lists show them."""
        return "; ".join(who_is_free.time_in_words(self._snapshot(), time) for time in times)

    def _free(self, time: MeetingTime) -> frozenset[int]:
        snapshot = self._snapshot()
        if self._known is None or self._known[0] is not snapshot:
            self._known = snapshot, {}
        found, key = self._known[1], tuple(slot.id for slot in time.slots)
        if key not in found:
            plan = Plan(snapshot, snapshot.meetings)
            found[key] = frozenset(one.id for one in free_time.free_companies(plan, time.slots))
        return found[key]

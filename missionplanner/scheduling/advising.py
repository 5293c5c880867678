"""Advice that lets more requests be met: more stops, tables, slots, half days and interpreters, each tried."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import product

from missionplanner.domain import alterations
from missionplanner.domain.advice import Advice, AdviceKind, Findings, Pair, sorted_by_gain
from missionplanner.domain.companies import Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _
from missionplanner.progress import Progress
from missionplanner.scheduling import asking, trials
from missionplanner.scheduling.formulation import Formulation, formulate
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Group
from missionplanner.scheduling.slot_constraints import imagined
from missionplanner.scheduling.stop_options import question

_LANGUAGES_TRIED = 3
"""So many pairs of languages at most are tried for interpreters."""


def advise(snapshot: Snapshot, limits: Limits, progress: Progress) -> Findings:
    """All advice, sorted by the meetings it brings; `limits` are those of a single trial."""
    return _Adviser(snapshot, limits, progress).findings()


class _Adviser:
    """The mission as it is, what can be placed in it, and what is tried beside it."""

    def __init__(self, snapshot: Snapshot, limits: Limits, progress: Progress) -> None:
        self.snapshot, self.limits, self.progress = snapshot, limits, progress
        progress.report(0.02, _("Reading the requests"))
        self.stated = formulate(snapshot)
        self.pairs = [request.pair for request in self.stated.requests]
        self.met = {meeting.pair for meeting in snapshot.meetings if meeting.stands} & set(self.pairs)
        progress.report(0.1, _("Making a first timetable"))
        self.placed = self._place(self.stated)
        self.open = frozenset(self.pairs) - self.placed

    def findings(self) -> Findings:
        found = [*self._again(), *self._stops(), *self._resources(), *self._spare_tables()]
        self.progress.report(1.0)
        helped = frozenset().union(*(one.pairs for one in found))
        return Findings(
            advice=tuple(sorted_by_gain(found)),
            requested=len(self.pairs),
            met=len(self.met),
            placeable=len(self.placed),
            helpless=self.open - helped,
        )

    def _place(self, stated: Formulation) -> frozenset[Pair]:
        found = trials.place(stated.problem, self.limits, self.progress)
        return frozenset(stated.requests[number].pair for number in found)

    def _brought(self, altered: Snapshot) -> frozenset[Pair]:
        """The requests an altered mission lets be placed besides; none where as much is lost."""
        placed = self._place(formulate(altered))
        return placed & self.open if len(placed) > len(self.placed) else frozenset()

    def _again(self) -> Iterator[Advice]:
        """Make the timetable again, where that alone places more."""
        more = self.placed - self.met
        if len(self.placed) > len(self.met):
            yield Advice(AdviceKind.REPLAN, more, placed=len(self.placed) - len(self.met))

    # -- companies at more stops

    def _stops(self) -> Iterator[Advice]:
        """The fewest companies to ask, for all must-meets and for all requests; and the fewest counterparts."""
        self.progress.report(0.25, _("Looking whom to ask"))
        apart = frozenset(pair for pair in self.open if not self._common_stops(pair))
        must = frozenset(r.pair for r in self.stated.requests if r.priority is Priority.MUST_MEET) & apart
        anybody = frozenset(Side)
        if must and must != apart:
            yield from self._asked(AdviceKind.ASK_MUST, must, anybody)
        yield from self._asked(AdviceKind.ASK, apart, anybody)
        yield from self._asked(AdviceKind.INVITE, apart, frozenset({Side.COUNTERPART}))

    def _common_stops(self, pair: Pair) -> set[int]:
        return self.snapshot.stops_for(pair[0]) & self.snapshot.stops_for(pair[1])

    def _asked(self, kind: AdviceKind, wanted: frozenset[Pair], sides: frozenset[Side]) -> Iterator[Advice]:
        if not wanted:
            return
        stated = question(self.snapshot, self.stated, self.placed, wanted, sides)
        found = asking.fewest(stated, wanted, self.limits, self.progress)
        if found is None or not found.asks:
            return
        added = _by_company(found.asks)
        placed = self._place(formulate(alterations.with_stops(self.snapshot, added)))
        # Another request may take the place of one that was placed: what counts is how many there are.
        more = min(len(found.held), len(placed) - len(self.placed))
        if more > 0:
            number, bound = len(found.companies), found.bound
            yield Advice(kind, found.held, number=number, bound=bound, asks=found.asks, placed=more)

    # -- tables, slots, half days, interpreters

    def _resources(self) -> Iterator[Advice]:
        self.progress.report(0.5, _("Trying more tables, slots and interpreters"))
        left = frozenset(pair for pair in self.open if self._common_stops(pair))
        if not left:
            return
        for venue in self.snapshot.venues:
            yield from self._tables(venue.id, len(left))
        for stop in self.snapshot.stops:
            if any(self.snapshot.venue[s.venue_id].stop_id == stop.id for s in self.snapshot.sessions):
                yield from self._slots(stop.id)
                yield from self._half_day(stop.id)
        yield from self._interpreters(left)

    def _tables(self, venue: int, most: int) -> Iterator[Advice]:
        now = len(self.snapshot.tables_of.get(venue, []))

        def brought(more: int) -> frozenset[Pair]:
            return self._brought(alterations.with_tables(self.snapshot, {venue: now + more}))

        if found := self._least(brought, most):
            yield Advice(AdviceKind.TABLES, found[1], number=found[0], place=venue, placed=len(found[1]))

    def _slots(self, stop: int) -> Iterator[Advice]:
        if pairs := self._brought(alterations.with_more_slots(self.snapshot, stop)):
            yield Advice(AdviceKind.SLOTS, pairs, number=1, place=stop, placed=len(pairs))

    def _half_day(self, stop: int) -> Iterator[Advice]:
        session = alterations.half_day(self.snapshot, stop)
        if session and (pairs := self._brought(alterations.with_session(self.snapshot, session))):
            yield Advice(AdviceKind.HALF_DAY, pairs, number=1, place=stop, session=session, placed=len(pairs))

    def _interpreters(self, left: frozenset[Pair]) -> Iterator[Advice]:
        for languages in self._languages_lacking(left):

            def brought(more: int, spoken: str = languages) -> frozenset[Pair]:
                return self._brought(alterations.with_interpreters(self.snapshot, more, spoken))

            if found := self._least(brought, len(left)):
                kind = AdviceKind.INTERPRETERS
                yield Advice(kind, found[1], number=found[0], languages=languages, placed=len(found[1]))

    def _languages_lacking(self, left: Iterable[Pair]) -> list[str]:
        """The pairs of languages that interpreters would need for most of the requests that are left."""
        plan, found = Plan(self.snapshot, []), Counter[str]()
        for pair in left:
            needed = plan.interpreted(imagined(pair, self.stated.slots[0])) if self.stated.slots else None
            found.update(",".join(sorted(two)) for two in product(*needed or ((), ())))
        return [languages for languages, _many in found.most_common(_LANGUAGES_TRIED)]

    def _least(self, brought: Callable[[int], frozenset[Pair]], most: int) -> tuple[int, frozenset[Pair]] | None:
        """The fewest of something that bring as much as very many; None where they bring nothing."""
        best = brought(most)
        if not best:
            return None
        least, enough = 1, most
        while least < enough:
            middle = (least + enough) // 2
            found = brought(middle)
            if len(found) >= len(best):
                enough, best = middle, found
            else:
                least = middle + 1
        return enough, best

    # -- tables to spare

    def _spare_tables(self) -> Iterator[Advice]:
        """The fewest tables of each venue with which as much can be placed."""
        self.progress.report(0.8, _("Looking for tables to spare"))
        problem, venues = self.stated.problem, self._venue_of_slot()
        numbers = [number for number, pair in enumerate(self.pairs) if pair in self.placed]
        bounds = trials.least_tables(problem, numbers, venues)
        now = {venue: len(self.snapshot.tables_of.get(venue, [])) for venue in bounds}
        held = self._most_held(venues)
        enough = dict(now)
        if self._suffice(lowest := {venue: max(bounds[venue], held[venue], 1) for venue in bounds}):
            enough = lowest
        else:
            for venue in sorted(bounds):
                enough = self._fewer(enough, venue, lowest[venue])
        for venue, many in enough.items():
            if many < now[venue]:
                yield Advice(AdviceKind.SPARE, number=many, bound=max(bounds[venue], 1), place=venue)

    def _most_held(self, venues: dict[int, int]) -> Counter[int]:
        """The tables that meetings which stay need in each venue: their highest place among its tables."""
        found: Counter[int] = Counter()
        place = {t.id: n for tables in self.snapshot.tables_of.values() for n, t in enumerate(tables, start=1)}
        for meeting in filter(None, self.stated.kept):
            if meeting.table_id is None:
                continue
            venue = self.snapshot.venue_of_slot[meeting.slot_id].id
            found[venue] = max(found[venue], place[meeting.table_id])
        return found

    def _fewer(self, enough: dict[int, int], venue: int, least: int) -> dict[int, int]:
        """The numbers of tables with as few as do in one venue."""
        most = enough[venue]
        while least < most:
            middle = (least + most) // 2
            if self._suffice({**enough, venue: middle}):
                most = middle
            else:
                least = middle + 1
        return {**enough, venue: most}

    def _suffice(self, tables: dict[int, int]) -> bool:
        """Whether as much is placed with so many tables in the venues."""
        if not tables or self.progress.stopped:
            return False
        problem, venues = self.stated.problem, self._venue_of_slot()
        fewer = replace(problem, groups=tuple(_with_room(group, tables, venues) for group in problem.groups))
        return len(trials.place_quickly(fewer, self.limits, self.progress)) >= len(self.placed)

    def _venue_of_slot(self) -> dict[int, int]:
        return {index: self.snapshot.venue_of_slot[slot.id].id for index, slot in enumerate(self.stated.slots)}


def _with_room(group: Group, tables: dict[int, int], venues: dict[int, int]) -> Group:
    # Kind 0 needs a table alone: its groups are those of tables.
    return replace(group, room=min(group.room, tables[venues[group.slots[0]]])) if 0 in group.kinds else group


def _by_company(asks: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for company, stop in asks:
        found.setdefault(company, set()).add(stop)
    return found

"""Scenarios tried: a quick timetable of each with its bounds, several at a time in processes of their own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from missionplanner import workers
from missionplanner.domain import alterations
from missionplanner.domain.companies import Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.domain.scenarios import Basis, Outlook, Scenario, coming, imagine, with_times
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Keep
from missionplanner.progress import Progress
from missionplanner.scheduling import objective, solver, trials
from missionplanner.scheduling.formulation import Formulation, formulate
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Group, Party, Problem, Wish

FEW = 3
"""Up to this many scenarios are not worth the start of other processes."""


def try_all(basis: Basis, scenarios: Sequence[Scenario], limits: Limits, progress: Progress) -> Iterator[Outlook]:
    """Try scenarios, using all processors; yields the outlook of each in order until the progress is stopped."""
    with workers.executor(len(scenarios), FEW, _begin, basis, tuple(scenarios), limits) as pool:
        try:
            futures = [pool.submit(_try_sent, scenario) for scenario in scenarios]
            for number, future in enumerate(futures):
                progress.report(number / len(futures))
                if progress.stopped:
                    return
                yield future.result()
        finally:
            # Reached early when the job is cancelled, which closes this generator.
            pool.shutdown(cancel_futures=True)


class Trying:
    """Tries scenarios of a mission: everything any of them has is formulated once, and each takes its part of it."""

    def __init__(self, basis: Basis, scenarios: Sequence[Scenario], limits: Limits) -> None:
        self._basis, self._limits = basis, limits
        self._largest = _largest(basis, scenarios)
        self._whole: dict[int | None, _Whole] = {}

    def outlook(self, scenario: Scenario, progress: Progress) -> Outlook:
        """The outlook of a scenario: a timetable found within the limits, and what is proved of any."""
        if scenario.interpreters not in self._whole:
            self._whole[scenario.interpreters] = self._formulated(scenario.interpreters)
        whole = self._whole[scenario.interpreters]
        who = coming(self._basis, scenario.companies)
        gone = whole.gone(self._basis, scenario)
        problem = whole.narrowed(self._basis, scenario, who, gone)
        found = solver.solve(problem, self._limits, progress)
        return _Reading(whole, problem, found, who, gone).outlook(scenario)

    def _formulated(self, interpreters: int | None) -> "_Whole":
        largest = self._largest
        snapshot = imagine(self._basis, Scenario(companies=largest.companies, interpreters=interpreters))
        snapshot = with_times(snapshot, largest, at_least=True)
        if largest.tables is not None:
            most = {venue: max(len(snapshot.tables_of.get(venue, [])), largest.tables) for venue in snapshot.venue}
            snapshot = alterations.with_tables(snapshot, most)
        return _Whole(snapshot, formulate(snapshot, Keep.NONE))


@dataclass(frozen=True)
class _Whole:
    """A mission that has everything the scenarios have, formulated."""

    snapshot: Snapshot
    stated: Formulation

    def gone(self, basis: Basis, scenario: Scenario) -> frozenset[int]:
        """The slots that a scenario has not."""
        timed = with_times(basis.snapshot, scenario)
        times = {(timed.venue_of_slot[slot.id].id, slot.starts) for slot in timed.slots}
        return frozenset(
            index
            for index, slot in enumerate(self.stated.slots)
            if (self.snapshot.venue_of_slot[slot.id].id, slot.starts) not in times
        )

    def narrowed(self, basis: Basis, scenario: Scenario, who: set[int], gone: frozenset[int]) -> Problem:
        """The part of the problem that a scenario has; what it has not is nowhere allowed."""
        problem, tables = self.stated.problem, self._plan(basis, scenario)
        return replace(
            problem,
            parties=tuple(_without(party, gone) for party in problem.parties),
            wishes=tuple(
                _kept(wish, request.delegation_id in who, gone)
                for wish, request in zip(problem.wishes, self.stated.requests, strict=True)
            ),
            groups=tuple(self._with_room(group, tables, gone) for group in problem.groups),
        )

    def _plan(self, basis: Basis, scenario: Scenario) -> Plan:
        """The tables of a scenario."""
        known = basis.snapshot.tables_of
        wanted = {v: len(known.get(v, [])) if scenario.tables is None else scenario.tables for v in self.snapshot.venue}
        return Plan(alterations.with_tables(self.snapshot, wanted), [])

    def _with_room(self, group: Group, tables: Plan, gone: frozenset[int]) -> Group:
        # Kind 0 needs a table alone: its groups are those of tables.
        if 0 not in group.kinds:
            return group
        slots = [self.stated.slots[index] for index in group.slots if index not in gone]
        venue = self.snapshot.venue_of_slot
        return replace(group, room=min((tables.free_tables(venue[s.id].id, s) for s in slots), default=0))


def _largest(basis: Basis, scenarios: Sequence[Scenario]) -> Scenario:
    """The most of everything that any of the scenarios has."""

    def most(numbers: list[int | None]) -> int | None:
        return max((number for number in numbers if number is not None), default=None)

    everybody = [len(coming(basis, s.companies) & set(basis.order)) for s in scenarios]
    all_but_companies = any(s.companies is None for s in scenarios)
    return Scenario(
        companies=len(basis.order) if all_but_companies else max(everybody, default=0),
        tables=most([s.tables for s in scenarios]),
        slots=most([s.slots for s in scenarios]),
        days=most([s.days for s in scenarios]),
    )


def _without(party: Party, gone: frozenset[int]) -> Party:
    return replace(party, absent=party.absent | gone) if gone else party


def _kept(wish: Wish, comes: bool, gone: frozenset[int]) -> Wish:
    return replace(wish, allowed=tuple(slot for slot in wish.allowed if slot not in gone) if comes else ())


@dataclass(frozen=True)
class _Reading:
    """The reading of a timetable of a scenario: its figures and bounds."""

    whole: _Whole
    problem: Problem
    found: solver.Solution
    who: set[int]
    gone: frozenset[int]

    def outlook(self, scenario: Scenario) -> Outlook:
        snapshot, requests, placed = self.whole.snapshot, self.whole.stated.requests, self.found.assignment
        wanted = [n for n, request in enumerate(requests) if request.delegation_id in self.who]
        must = [n for n in wanted if requests[n].priority is Priority.MUST_MEET]
        meetings = Counter(requests[number].delegation_id for number in placed)
        companies = [company.id for company in snapshot.participants(Side.DELEGATION) if company.id in self.who]
        days = objective.days(self.problem, placed)
        peak = self._peak()
        return Outlook(
            scenario,
            companies=len(companies),
            counterparts=len(snapshot.participants(Side.COUNTERPART)),
            requested=len(wanted),
            possible=self._possible(wanted),
            must_requested=len(must),
            must_possible=self._possible(must),
            meetings=len(placed),
            meetings_bound=self._most(wanted),
            must_unplaced=sum(number not in placed for number in must),
            must_unplaced_bound=len(must) - self._most(must),
            shares=dict(sorted(Counter(meetings[key] for key in companies).items())),
            company_days=sum(days[party] for party in range(len(snapshot.companies))),
            company_days_bound=self._least_days(),
            peak_tables=peak.tables,
            peak_tables_bound=peak.bound,
        )

    def _peak(self) -> trials.Peak:
        slots, venue = self.whole.stated.slots, self.whole.snapshot.venue_of_slot
        venues = {index: venue[slot.id].id for index, slot in enumerate(slots) if index not in self.gone}
        return trials.peak(self.problem, self.found.assignment, venues)

    def _possible(self, of: Sequence[int]) -> int:
        """How many of these wishes have a slot at all, in the mission that has everything."""
        return sum(bool(self.whole.stated.problem.wishes[number].allowed) for number in of)

    def _most(self, of: Sequence[int]) -> int:
        """The most of these wishes that any timetable places."""
        placed = sum(number in self.found.assignment for number in of)
        return placed if placed == len(of) else trials.most_placed(self.problem, of)

    def _least_days(self) -> int:
        """The proved least company-days: everybody who meets anybody comes on one day at least."""
        stated, company = self.whole.stated, self.whole.snapshot.company
        present = {key for number in self.found.assignment for key in stated.requests[number].pair}
        uncounted = sum(not stated.aims.day(company[key].side) for key in present)
        return max(self.found.least_days + uncounted, len(present))


_trying: Trying | None = None


def _begin(basis: Basis, scenarios: Sequence[Scenario], limits: Limits) -> None:
    global _trying
    # Sent to each process once instead of with every scenario.
    _trying = Trying(basis, scenarios, limits)


def _try_sent(scenario: Scenario) -> Outlook:
    assert _trying is not None
    return _trying.outlook(scenario, Progress())

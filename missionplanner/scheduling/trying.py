"""Scenarios tried: a quick timetable of each with its bounds, several at a time in processes of their own."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

from missionplanner.domain.companies import Side
from missionplanner.domain.requests import Priority
from missionplanner.domain.scenarios import Basis, Outlook, Scenario, imagine
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Keep
from missionplanner.progress import Progress
from missionplanner.scheduling import objective, solver, trials
from missionplanner.scheduling.formulation import Formulation, formulate
from missionplanner.scheduling.limits import Limits

FEW = 3
"""Up to this many scenarios are not worth the start of other processes."""


def try_all(basis: Basis, scenarios: Sequence[Scenario], limits: Limits, progress: Progress) -> Iterator[Outlook]:
    """Try scenarios, using all processors; yields the outlook of each in order until the progress is stopped."""
    with _executor(basis, limits, len(scenarios)) as pool:
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


def try_one(basis: Basis, scenario: Scenario, limits: Limits, progress: Progress) -> Outlook:
    """The outlook of a scenario: a timetable found within the limits, and what is proved of any."""
    snapshot = imagine(basis, scenario)
    stated = formulate(snapshot, Keep.NONE)
    found = solver.solve(stated.problem, limits, progress)
    must = [n for n, request in enumerate(stated.requests) if request.priority is Priority.MUST_MEET]
    meetings = Counter(stated.requests[number].delegation_id for number in found.assignment)
    companies = [company.id for company in snapshot.participants(Side.DELEGATION)]
    venues = {index: snapshot.venue_of_slot[slot.id].id for index, slot in enumerate(stated.slots)}
    peak = trials.peak(stated.problem, found.assignment, venues)
    days = objective.days(stated.problem, found.assignment)
    return Outlook(
        scenario,
        companies=len(companies),
        counterparts=len(snapshot.participants(Side.COUNTERPART)),
        requested=len(stated.requests),
        must_requested=len(must),
        meetings=len(found.assignment),
        meetings_bound=_most(stated, range(len(stated.requests)), len(found.assignment)),
        must_unplaced=sum(number not in found.assignment for number in must),
        must_unplaced_bound=len(must) - _most(stated, must, sum(number in found.assignment for number in must)),
        shares=dict(sorted(Counter(meetings[key] for key in companies).items())),
        company_days=sum(days[party] for party in range(len(snapshot.companies))),
        company_days_bound=_least_days(snapshot, stated, found),
        peak_tables=peak.tables,
        peak_tables_bound=peak.bound,
    )


def _most(stated: Formulation, of: Sequence[int], placed: int) -> int:
    """The most of these wishes that any timetable places."""
    return placed if placed == len(of) else trials.most_placed(stated.problem, of)


def _least_days(snapshot: Snapshot, stated: Formulation, found: solver.Solution) -> int:
    """The proved least company-days: everybody who meets anybody comes on one day at least."""
    coming = {company for number in found.assignment for company in stated.requests[number].pair}
    uncounted = sum(not stated.aims.day(snapshot.company[company].side) for company in coming)
    return max(found.least_days + uncounted, len(coming))


_sent: tuple[Basis, Limits] | None = None


def _begin(basis: Basis, limits: Limits) -> None:
    global _sent
    # Sent to each process once instead of with every scenario.
    _sent = basis, limits


def _try_sent(scenario: Scenario) -> Outlook:
    assert _sent is not None
    return try_one(_sent[0], scenario, _sent[1], Progress())


def _executor(basis: Basis, limits: Limits, number: int) -> Executor:
    if number <= FEW:
        return ThreadPoolExecutor(1, initializer=_begin, initargs=(basis, limits))
    workers = min(os.cpu_count() or 1, 8, number)
    # Started afresh (spawn): a fork would copy the locks of the window's threads as they happen to be.
    return ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(basis, limits)
    )

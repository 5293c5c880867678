"""Scenarios tried: what a mission would be like, with bounds."""

import os
from itertools import product

import pytest

from missionplanner.domain.companies import CompanyStop
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.scenarios import Basis, Outlook, Scenario
from missionplanner.progress import Progress
from missionplanner.scheduling import trying
from missionplanner.scheduling.limits import Limits
from tests.builders import snapshot_of

LIMITS = Limits(0.3, repeatable=True)


def basis() -> Basis:
    """Everybody goes to the second stop, where there is one slot with one table; D1 must meet C1, D2 wants C2."""
    stops = [CompanyStop(id=key, company_id=key, stop_id=2) for key in (1, 2, 3, 4)]
    requests = [
        Request(id=1, delegation_id=1, counterpart_id=3, priority=Priority.MUST_MEET),
        Request(id=2, delegation_id=2, counterpart_id=4),
    ]
    return Basis(snapshot_of(company_stops=stops, requests=requests), (1, 2), 1)


def tried(scenario: Scenario) -> Outlook:
    return trying.Trying(basis(), [scenario], LIMITS).outlook(scenario, Progress())


def test_an_outlook_has_every_figure_with_its_bound() -> None:
    assert tried(Scenario()) == Outlook(
        Scenario(), companies=2, counterparts=2, requested=2, possible=2, must_requested=1, must_possible=1, meetings=1, meetings_bound=1,
        must_unplaced=0, must_unplaced_bound=0, shares={0: 1, 1: 1}, company_days=2, company_days_bound=2,
        peak_tables=1, peak_tables_bound=1,
    )  # fmt: skip


def test_more_tables_or_slots_or_days_hold_more() -> None:
    found = [tried(one) for one in (Scenario(tables=2), Scenario(slots=2), Scenario(days=2), Scenario(companies=1))]
    assert [(one.meetings, one.meetings_bound, one.peak_tables) for one in found] == [
        (2, 2, 2), (2, 2, 1), (2, 2, 1), (1, 1, 1),
    ]  # fmt: skip


def test_must_meets_without_a_place_are_proved_to_have_none() -> None:
    found = tried(Scenario(tables=0))
    assert (found.meetings, found.meetings_bound, found.must_unplaced, found.must_unplaced_bound) == (0, 0, 1, 1)


def test_a_part_of_what_all_scenarios_have_is_as_if_it_were_tried_alone() -> None:
    scenarios = [Scenario(*numbers) for numbers in product((1, None), (1, 2), (1, None), (2, None), (0, None))]
    together = trying.Trying(basis(), scenarios, LIMITS)
    assert [together.outlook(one, Progress()) for one in scenarios] == [tried(one) for one in scenarios]


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor tries one after the other")
def test_many_are_tried_in_processes_with_the_same_outcome() -> None:
    scenarios = [Scenario(tables=n) for n in range(1, trying.FEW + 2)]
    found = list(trying.try_all(basis(), scenarios, LIMITS, Progress()))
    assert found == [tried(one) for one in scenarios]


def test_stopping_keeps_what_was_tried() -> None:
    progress = Progress()
    running = trying.try_all(basis(), [Scenario(), Scenario(tables=2)], LIMITS, progress)
    first = next(running)
    progress.stop()
    assert [first, *running] == [tried(Scenario())]

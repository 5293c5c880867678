"""What a timetable is like, in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.goals import USUAL, Goal
from missionplanner.domain.plan_figures import NO_FIGURES, PlanFigures
from missionplanner.jobs.timetable import plan_words, planning, versions
from tests.builders import meet, small_mission

ONE = PlanFigures(
    meetings=5,
    days={1: 2, 2: 1},
    loads={1: 1, 2: 3},
    waits={0: 3, 2: 1},
    runs={1: 4, 2: 2},
    shares={2: 3},
    lunch_spans=1,
    changes={Side.DELEGATION: 3, Side.COUNTERPART: 0},
    peak_tables=2,
)


def proposal(goal: Goal) -> planning.Proposal:
    return planning.Proposal(
        status="optimal", requested=5, meetings=(), unplaced=(), idle_slots=2, max_idle=2, bound=1, seconds=1.0, kept=0,
        new=5, moved=0, dropped=0, figures=ONE, aims=replace(USUAL, goal=goal), days_bound=3,
    )  # fmt: skip


def test_a_plan_is_told_goal_by_goal_with_its_bounds() -> None:
    days = "4 company-days, 1 with one meeting only; their sum by weight (delegation 1, counterparts 2) cannot be less."
    counted = "4 company-days, 1 with one meeting only; fewer than 3 cannot be."
    idle = "2 idle slots, at most 2 for one company; fewer than 1 cannot be."
    rest = [
        "Tables change within a day: counterparts 0 times, the delegation 3 times.",
        "The longest run without a break is 2 meetings; 1 company-day goes on after lunch.",
        "At most 2 tables of a venue in use at a time.",
    ]
    assert plan_words.quality(proposal(Goal.DAYS)) == [days, idle, *rest]
    assert plan_words.quality(proposal(Goal.WAITS)) == [idle, counted, *rest]


@pytest.mark.parametrize(
    ("status", "bound", "end"),
    [
        ("optimal", 4, "fewer than 4 cannot be."),
        ("feasible", 3, "fewer than 3 cannot be."),
        ("optimal", 3, "their sum by weight (delegation 1, counterparts 2) cannot be less."),
    ],
)
def test_days_are_called_the_fewest_by_the_measure_that_is_proved(status: str, bound: int, end: str) -> None:
    found = plan_words.quality(replace(proposal(Goal.DAYS), status=status, days_bound=bound))[0]
    assert found == f"4 company-days, 1 with one meeting only; {end}"


def test_of_two_timetables_only_what_differs_is_told() -> None:
    assert plan_words.comparison(ONE, ONE) == []
    other = replace(ONE, loads={1: 3, 2: 2}, changes={Side.DELEGATION: 1, Side.COUNTERPART: 0})
    assert plan_words.comparison(ONE, other) == [
        "Company-days: 4 → 5",
        "Company-days with one meeting: 1 → 3",
        "Changes of table, delegation: 3 → 1",
    ]


def test_kept_timetables_are_compared_by_what_they_were_like(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        meet(store, "D1", "C1", 0, 0)
        before = versions.entries_of(store.snapshot())
        meet(store, "D1", "C2", 1, 0)
        snapshot = store.snapshot()
        found = plan_words.comparison_of(snapshot, before, versions.entries_of(snapshot))
        assert found == [
            "Meetings: 1 → 2",
            "Company-days: 2 → 3",
            "Meetings in the longest run: 1 → 2",
        ]


def test_every_figure_that_is_counted_is_drawn() -> None:
    assert [one.counts for one in plan_words.histograms(ONE)] == [ONE.days, ONE.loads, ONE.waits, ONE.runs, ONE.shares]
    assert all(one.title for one in plan_words.histograms(NO_FIGURES))


def test_visits_are_told_where_there_are_any() -> None:
    found = replace(ONE, visits=12, under_way=340)
    assert (
        plan_words.habits(found, USUAL)[0]
        == "12 meetings are at offices; the delegation is 340 minutes under way on these days."
    )
    assert plan_words.habits(ONE, USUAL)[0].startswith("Tables change")
    assert plan_words.comparison(ONE, found) == ["Meetings at offices: 0 → 12", "Minutes under way: 0 → 340"]

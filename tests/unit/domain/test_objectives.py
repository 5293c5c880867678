"""Objectives are measured by relationships, meetings, deals, or what is entered by hand."""

import pytest

from missionplanner.domain.objectives import (
    CountedAs,
    CountedDeal,
    CountedPair,
    Objective,
    ReachedObjective,
    measured,
)
from missionplanner.domain.relationships import Stage

PAIRS = {
    1: [
        CountedPair(Stage.NEGOTIATION, ("sell",), [CountedDeal(10, {"CAD"}, 2), CountedDeal(5, {"USD"}, 1)]),
        CountedPair(Stage.FOLLOW_UP),
        CountedPair(Stage.ENDED, ("sell",)),
        CountedPair(Stage.HELD, ("buy",)),
    ]
}


def objective(**more: object) -> Objective:
    return Objective(**{"company_id": 1, "what": "distributors", "number": 2.0, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "reached", "is_met"),
    [
        (objective(), 2, True),
        (objective(stage=Stage.NEGOTIATION), 1, False),
        (objective(intent="sell"), 1, False),
        (objective(counts=CountedAs.MEETINGS), 4, True),
        (objective(counts=CountedAs.VALUE), 15, True),
        (objective(counts=CountedAs.VALUE, unit=" cad"), 10, True),
        (objective(counts=CountedAs.VALUE, intent="buy"), 0, False),
        (objective(counts=CountedAs.JOBS), 3, True),
        (objective(counts=CountedAs.BY_HAND), None, False),
        (objective(counts=CountedAs.BY_HAND, reached=2.0), 2, True),
        (objective(company_id=2), 0, False),
        (objective(company_id=2, counts=CountedAs.MEETINGS), 0, False),
    ],
)
def test_what_counts_is_counted(one: Objective, reached: float | None, is_met: bool) -> None:
    (found,) = measured([one], PAIRS, {1: 4})
    assert (found, found.is_met) == (ReachedObjective(one, reached), is_met)


def test_they_stand_by_company_and_place() -> None:
    rows = [objective(company_id=2), objective(position=1, what="b"), objective(what="a")]
    assert [one.objective.what for one in measured(rows, {}, {})] == ["a", "b", "distributors"]

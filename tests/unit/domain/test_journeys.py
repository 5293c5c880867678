"""Legs of journeys: when and where they touch the mission."""

from datetime import datetime

import pytest

from missionplanner.domain.journeys import JourneyLeg, LegKind, in_order

LEAVES, LANDS = datetime.fromisoformat("2026-02-14T19:20-05:00"), datetime.fromisoformat("2026-02-15T00:25-06:00")


@pytest.mark.parametrize(
    ("kind", "departs", "arrives", "at", "place"),
    [
        (LegKind.ARRIVAL, LEAVES, LANDS, LANDS, "MEX"),
        (LegKind.ARRIVAL, LEAVES, None, LEAVES, "MEX"),
        (LegKind.DEPARTURE, LEAVES, LANDS, LEAVES, "YUL"),
        (LegKind.DEPARTURE, None, LANDS, LANDS, "YUL"),
        (LegKind.BETWEEN, LEAVES, LANDS, LEAVES, "YUL"),
        (LegKind.BETWEEN, None, None, None, "YUL"),
    ],
)
def test_an_arrival_counts_when_it_lands_and_others_when_they_leave(
    kind: LegKind, departs: datetime | None, arrives: datetime | None, at: datetime | None, place: str
) -> None:
    leg = JourneyLeg(person_id=1, kind=kind, origin="YUL", destination="MEX", departs=departs, arrives=arrives)
    assert (leg.at, leg.place, leg.way) == (at, place, "YUL → MEX")


def test_legs_are_in_the_order_of_time_whatever_their_clocks_show() -> None:
    late = JourneyLeg(id=1, person_id=1, arrives=LANDS)
    early = JourneyLeg(id=2, person_id=1, kind=LegKind.DEPARTURE, departs=LEAVES)
    unknown = JourneyLeg(id=3, person_id=1, flight="AC1")
    assert in_order([unknown, late, early]) == [early, late, unknown]

"""Results of meetings: the scorecard and the follow-ups that are due."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain import outcomes
from missionplanner.domain.companies import Side
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Outcome
from missionplanner.jobs.outcomes import entering
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.store.store import Store
from tests.builders import ask, meet, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def test_the_scorecard_measures_what_it_says(store: Store) -> None:
    ask(
        store,
        ("D1", "C1", Priority.MEET),
        ("D1", "C2", Priority.MEET),
        ("D2", "C2", Priority.MEET),
        ("D3", "C1", Priority.NO_THANKS),
    )
    one, two = meet(store, "D1", "C1", 0, 0), meet(store, "D1", "C2", 1, 0)
    typed = [(one, "kind", "sale"), (one, "value", "1000"), (one, "currency", "CAD"), (one, "second_meeting", "x")]
    assert entering.save_cells(store, [(k, n, "6" if n == "kind" else t) for k, n, t in typed], "Type") == []
    meeting_edits.no_show(store, [two], Side.COUNTERPART)
    card = outcomes.scorecard(store.snapshot(), store.all(Outcome))
    assert [(m.name, m.part, m.whole, m.is_good) for m in card.measures] == [
        ("accepted", 2, 3, True),
        ("kept", 1, 2, False),
        ("second", 1, 1, True),
    ]
    assert card.values == {"CAD": 1000.0}
    assert card.kinds["sale"] == 1
    assert dict(card.no_shows) == {"counterpart": 1}


def test_the_value_of_what_came_to_nothing_does_not_count(store: Store) -> None:
    rows = [Outcome(meeting_id=n, kind=kind, value=100.0, currency="CAD") for n, kind in enumerate(("none", "sale"))]
    assert outcomes.scorecard(store.snapshot(), rows).values == {"CAD": 100.0}

"""Results of meetings: the scorecard."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain import outcomes
from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Table
from missionplanner.domain.outcomes import OutcomeLine, ScorecardLine
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import OUTCOME_LABELS, Meeting, MeetingStatus, Outcome
from missionplanner.jobs.outcomes import entering
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, meet, meeting, small_mission, snapshot_of


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
    assert entering.save_cells(store, [(k, n, "6" if n == "kind" else t) for k, n, t in typed], message("Type")) == []
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


def held(key: int, slot: int, **more: object) -> Meeting:
    return replace(meeting(key, 1, 3, slot=slot, status=MeetingStatus.HELD), **more)  # type: ignore[arg-type]


def test_results_are_listed_in_the_order_of_time_and_table() -> None:
    tables = [Table(id=1, venue_id=1, number=2), Table(id=2, venue_id=1, number=1)]
    meetings = [
        held(1, 2),
        held(2, 1, table_id=1),
        held(3, 1, table_id=2),
        held(4, 3, status=MeetingStatus.CANCELLED),
        held(5, 2),
    ]
    rows = [Outcome(id=n, meeting_id=n) for n in (1, 3)]
    found = outcomes.lines(snapshot_of(meetings=meetings, tables=tables), rows)
    assert found == [
        OutcomeLine(meetings[2], DAY, rows[1]),
        OutcomeLine(meetings[1], DAY, None),
        OutcomeLine(meetings[0], DAY, rows[0]),
        OutcomeLine(meetings[4], DAY, None),
    ]


def test_a_share_is_good_from_what_is_usual_on() -> None:
    lines = [ScorecardLine("kept", part, 10, 80, 100) for part in (7, 8, 9)]
    assert [line.percent for line in lines] == [70, 80, 90]
    assert [line.is_good for line in lines] == [False, True, True]
    nothing = ScorecardLine("kept", 0, 0, 80, 100)
    assert (nothing.percent, nothing.is_good) == (None, None)


def test_the_scorecard_counts_requests_results_values_and_no_shows() -> None:
    meetings = [
        held(1, 1),
        meeting(2, 1, 4, slot=2),
        meeting(3, 2, 3, slot=2, status=MeetingStatus.NO_SHOW, no_show_side="delegation"),
        meeting(4, 2, 4, slot=3, status=MeetingStatus.CANCELLED, no_show_side="counterpart"),
    ]
    requests = [Request(delegation_id=a, counterpart_id=b) for a, b in ((1, 3), (1, 4), (2, 4))]
    requests.append(Request(delegation_id=2, counterpart_id=3, priority=Priority.NO_THANKS))
    rows = [
        Outcome(meeting_id=1, kind="sale", value=2.0, currency="USD", second_meeting=True),
        Outcome(meeting_id=2, kind="sale", value=3.0, currency="CAD"),
        Outcome(meeting_id=3, kind="none", value=9.0, currency="CAD"),
        Outcome(meeting_id=4, kind="lead", value=4.0),
        Outcome(meeting_id=5, value=1.0, currency="CAD", second_meeting=True),
    ]
    card = outcomes.scorecard(snapshot_of(meetings=meetings, requests=requests), rows)
    assert card.measures == (
        ScorecardLine("accepted", 2, 3, 40, 60),
        ScorecardLine("kept", 1, 3, 80, 100),
        ScorecardLine("second", 2, 1, 20, 30),
    )
    assert list(card.values.items()) == [("?", 4.0), ("CAD", 4.0), ("USD", 2.0)]
    counted = {kind: number for kind, number in card.kinds.items() if number}
    assert (counted, dict(card.no_shows)) == ({"none": 1, "lead": 1, "sale": 2}, {"delegation": 1})
    assert list(card.kinds) == [kind for kind in OUTCOME_LABELS if kind]

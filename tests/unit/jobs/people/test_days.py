"""Days of people as plain data, and which one is shown first."""

import pytest

from missionplanner.errors import UserError
from missionplanner.jobs.people import days
from tests.builders import DAY
from tests.unit.domain.test_person_days import leader
from tests.unit.pack.test_day_content import travelling


def test_a_day_is_plain_data_for_programs() -> None:
    snapshot = travelling()
    rows = days.rows(snapshot, snapshot.person[1], DAY)
    assert [row["kind"] for row in rows] == ["arrival", "meeting", "call", "plenary", "transfer"]
    assert {name: rows[2][name] for name in ("start", "what", "stop", "needed_minutes", "spare_minutes", "clash")} == {
        "start": "2026-02-16T10:30:00-06:00", "what": "Call 1", "stop": "Mexico City", "needed_minutes": 40,
        "spare_minutes": 30, "clash": "",
    }  # fmt: skip
    assert rows[2]["notes"]["Brief"] == "Steel"
    assert days.shown(snapshot, snapshot.person[1], DAY).lines[0].what.text == "AC1"


def test_the_head_of_the_delegation_is_shown_first_else_who_is_at_a_call() -> None:
    snapshot = leader()
    assert days.first_shown(snapshot) == snapshot.person[1]
    assert days.first_shown(leader(people=[snapshot.person[2]])) == snapshot.person[2]
    assert days.first_shown(leader(people=[snapshot.person[3]], events=[])) is None


def test_a_day_is_typed_or_all_are_meant() -> None:
    snapshot = leader()
    assert days.days_typed(snapshot, snapshot.person[1], "") == [DAY]
    assert days.days_typed(snapshot, snapshot.person[1], "2026-02-17") != [DAY]
    with pytest.raises(UserError):
        days.days_typed(snapshot, snapshot.person[1], "never")

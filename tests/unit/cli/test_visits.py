"""The command visits: day routes, where meetings are held, zones and the ways between them."""

from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Stop, ZoneWay
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet
from tests.unit.cli.running import document, run


def said(mission: Path) -> list[tuple[str, MeetsAt]]:
    """What companies, stops and requests say that say anything, and the name of the last step."""
    with Store.open(mission, read_only=True) as store:
        companies = [(one.name, one.meets_at) for one in store.all(Company)]
        stops = [(one.name_en, one.meets_at) for one in store.all(Stop)]
        requests = [("request", one.meets_at) for one in store.all(Request)]
        return [row for row in (*companies, *stops, *requests) if row[1]]


def test_companies_stops_and_requests_say_where_they_meet(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    code, out, _error = run(capsys, "visits", mission, "--company", "C1", "--stop", "Mexico City", "--at", "office")
    assert (code, out) == (0, "2 records were changed.\n")
    run(capsys, "visits", mission, "--request", "C1", "D1", "--at", "table")
    assert said(mission) == [
        ("C1", MeetsAt.OFFICE), ("Mexico City", MeetsAt.OFFICE), ("request", MeetsAt.TABLE),
    ]  # fmt: skip
    run(capsys, "visits", mission, "--company", "C1", "--at", "unsaid")
    assert said(mission) == [("Mexico City", MeetsAt.OFFICE), ("request", MeetsAt.TABLE)]


def test_zones_have_offices_and_ways(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    run(capsys, "visits", mission, "--company", "C1", "--zone", "Centro", "--coordinates", "19.4, -99.1")
    run(capsys, "visits", mission, "--stop", "Mexico City", "--way", "Centro", "Polanco", "25")
    run(capsys, "visits", mission, "--stop", "Mexico City", "--way", "Polanco", "centro", "30")
    with Store.open(mission, read_only=True) as store:
        office = store.get(Company, key_of(store, "C1"))
        assert (office.zone, office.coordinates) == ("Centro", "19.4, -99.1")
        assert [(way.zone, way.other, way.minutes) for way in store.all(ZoneWay)] == [("Polanco", "centro", 30)]


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (["--at", "office"], "Nothing is named."),
        (["--way", "A", "B", "5"], "A way needs a stop and minutes."),
        (["--stop", "Mexico City", "--way", "A", "B", "x"], "A way needs a stop and minutes."),
        (["--stop", "Mexico City", "--way", "", "B", "5"], "A zone has no name."),
        (["--stop", "Mexico City", "--way", "A", "B", "5000"], "This is no number from 0 to 1,440."),
        (["--company", "C1", "--coordinates", "north"], "These are no coordinates, such as 19.4326, -99.1332."),
        (["--company", "C1", "--at", "office", "--zone", "A"], "These options do not go together."),
        (["--request", "D1", "C1"], "These options do not go together."),
        (["--request", "D1", "D2", "--at", "office"], "There is no such request."),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str], mission: Path, options: list[str], text: str
) -> None:
    code, _out, error = run(capsys, "visits", mission, *options)
    assert code == 3
    assert text in error
    assert said(mission) == []


def test_day_routes_are_listed(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", slot=0, table=0)
        meet(store, "D1", "C2", slot=2, table=0)
        meet(store, "D2", "C3", slot=2, table=1)
        with store.change(message("Visit")) as change:
            visit = store.all(Meeting)[1]
            change.update(Meeting(**{**{n: getattr(visit, n) for n in Meeting.__slots__}, "table_id": None}))
    routes = document(capsys, "visits", mission)
    assert [(r["company"], r["stop"], r["day"], r["minutes"]) for r in routes] == [
        ("D1", "Mexico City", "2026-02-16", 30)
    ]
    assert [(m["counterpart"], m["at_office"], m["minutes"], m["leaves"]) for m in routes[0]["meetings"]] == [
        ("C1", False, 0, None), ("C2", True, 30, "2026-02-16T09:10:00-06:00"),
    ]  # fmt: skip
    code, out, _error = run(capsys, "visits", mission, "--company", "C2")
    assert (code, out.splitlines()[-1], out.splitlines()[-2].split()[-2:]) == (0, "1 day route", ["30", "09:10"])
    assert document(capsys, "visits", mission, "--company", "D2") == []

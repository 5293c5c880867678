"""The commands stops and sectors."""

from pathlib import Path

import pytest

from missionplanner.domain.timetable import Meeting
from missionplanner.store.store import Store
from tests.builders import meet
from tests.unit.cli.running import document, run


def test_stops_are_added_by_their_city_changed_and_deleted(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    assert run(capsys, "stops", mission, "add", "name=Guadalajara")[:2] == (0, "Guadalajara was added.\n")
    row = document(capsys, "stops", mission)[1]
    assert [row[name] for name in ("country", "time_zone", "starts", "venues")] == [
        "Mexico", "America/Mexico_City", "2026-02-16", 0,
    ]  # fmt: skip
    code, out, error = run(capsys, "stops", mission, "set", "Guadalajara", "ends=2026-02-20", "meets_at=office")
    assert (code, out, "is outside the mission" in error) == (0, "Guadalajara was changed.\n", True)
    assert run(capsys, "stops", mission, "set", "Guadalajara", "visit_margin=15")[2] == ""
    assert run(capsys, "stops", mission)[1].splitlines()[-1] == "2 stops"
    assert run(capsys, "stops", mission, "--csv")[1].splitlines()[2].startswith("Guadalajara,")
    assert document(capsys, "stops", mission, "remove", "guadalajara")["visit_margin"] == 15
    assert len(document(capsys, "stops", mission)) == 1


def test_a_stop_with_meetings_goes_only_with_them(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
    stop = document(capsys, "stops", mission)[0]["name_en"]
    code, out, error = run(capsys, "stops", mission, "remove", stop)
    assert (code, "C1" in out, "--take-out" in error) == (3, True, True)
    assert run(capsys, "stops", mission, "remove", stop, "--take-out")[0] == 0
    with Store.open(mission, read_only=True) as store:
        assert store.count(Meeting) == 0


def test_sectors_are_added_changed_and_deleted(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    assert (
        run(capsys, "sectors", mission, "add", "name=Cheese = Fromage = Queso", "quota=3")[1] == "Cheese was added.\n"
    )
    run(capsys, "sectors", mission, "add", "name=Goat", "parent=fromage")
    stop = document(capsys, "stops", mission)[0]["name_en"]
    found = document(capsys, "sectors", mission, "set", "queso", f"stops={stop}", "owner=Dairy")
    assert [found[name] for name in ("name_fr", "quota", "owner", "stops", "companies")] == [
        "Fromage", 3, "Dairy", [stop], 0,
    ]  # fmt: skip
    lines = run(capsys, "sectors", mission)[1].splitlines()
    assert (lines[-1], any("  Goat" in line for line in lines)) == ("3 sectors", True)
    assert run(capsys, "sectors", mission, "remove", "Cheese")[1] == "Cheese was deleted.\n"
    assert [row["name_en"] for row in document(capsys, "sectors", mission)] == ["Advanced manufacturing"]

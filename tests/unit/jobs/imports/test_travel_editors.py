"""Arrivals, rooms and vehicles come back from workbooks cell by cell, with rows that were added."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.rooms import RoomKind, Stay
from missionplanner.domain.vehicles import Vehicle
from missionplanner.jobs.imports import read_back
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import mission_workbook
from missionplanner.store.store import Store
from tests import workbooks
from tests.builders import small_mission
from tests.unit.jobs.lists.travelling import travel
from tests.workbooks import Cells


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with small_mission(tmp_path_factory.mktemp("travel") / "m.mission", 3, 1) as store:
        travel(store)
        yield store


@pytest.fixture
def store(shared: Store) -> Iterator[Store]:
    yield shared
    while shared.steps.undo_label and "Import" in shared.steps.undo_label:
        shared.undo()


def came_back(store: Store, folder: Path, change: object) -> read_back.ReadBack:
    path = folder / "mission.xlsx"
    path.write_bytes(mission_workbook.content(store.snapshot()))
    return run_now(read_back.analyse(workbooks.edited(path, change)), store)  # type: ignore[arg-type]


def added(sheet: list[list[object]], **cells: object) -> None:
    """Put a row below the others; cells by their headings, blanks as underlines."""
    row: list[object] = [""] * len(sheet[0])
    for heading, value in cells.items():
        row[sheet[0].index(heading.replace("_", " "))] = value
    sheet.append(row)


def test_nothing_changes_where_nobody_changed_anything(store: Store, tmp_path: Path) -> None:
    found = came_back(store, tmp_path, lambda _sheets: None)
    assert (found.changes, found.added, found.unknown) == ((), (), ())


def test_a_flight_that_moves_past_its_landing_is_taken_whole(store: Store, tmp_path: Path) -> None:
    def change(sheets: Cells) -> None:
        workbooks.put(sheets["Arrivals"], "Given D1", "Takes off", "2026-02-15 18:00")
        workbooks.put(sheets["Arrivals"], "Given D1", "Lands", "2026-02-15 22:30")
        workbooks.put(sheets["Arrivals"], "Given D1", "Kind", "Departure")
        workbooks.put(sheets["Arrivals"], "Given D1", "Company", "D2")
        added(sheets["Arrivals"], Person="Given D3", Kind="Arrival", **{"Flight or train": "AM 604"})
        added(sheets["Arrivals"], Person="Nobody", **{"Flight or train": "AM 605"})

    found = came_back(store, tmp_path, change)
    refused = [one.column for one in found.changes if one.refusal]
    assert (len(found.taken(over=False)), refused, [one.name for one in found.new]) == (
        3,
        ["Company"],
        ["Given D3 AM 604"],
    )
    read_back.accept(store, found)
    first, second = store.all(JourneyLeg)
    assert (first.kind, first.departs, first.arrives) == (
        LegKind.DEPARTURE, datetime.fromisoformat("2026-02-15T18:00-05:00"),
        datetime.fromisoformat("2026-02-15T22:30-06:00"),
    )  # fmt: skip
    assert (second.person_id, second.flight) == (3, "AM604")


def test_rooms_and_vehicles_come_back(store: Store, tmp_path: Path) -> None:
    def change(sheets: Cells) -> None:
        workbooks.put(sheets["Rooms"], "Given D2", "Hotel", "Azul")
        workbooks.put(sheets["Rooms"], "Given D2", "Kind", "Double (one bed)")
        workbooks.put(sheets["Rooms"], "Given D1", "Check-out", "2026-02-14")
        workbooks.put(sheets["Vehicles"], "Ride", "Seats", 30)
        added(sheets["Vehicles"], Transfer="Ride", Name="Bus 2", Seats=20)
        added(sheets["Vehicles"], Transfer="Walk", Name="Bus 3", Seats=20)

    found = came_back(store, tmp_path, change)
    assert [(one.column, one.refusal) for one in found.changes if one.refusal] == [
        ("Check-out", "The stay ends before it begins.")
    ]
    assert [one.refusal for one in found.added] == ["", "There is no transfer “Walk”."]
    read_back.accept(store, found)
    stays = {one.person_id: one for one in store.all(Stay)}
    assert (stays[2].hotel_id, stays[2].kind, stays[1].check_out) == (1, RoomKind.DOUBLE, date(2026, 2, 18))
    assert [(one.name, one.seats) for one in store.all(Vehicle)] == [("Bus 1", 30), ("Bus 2", 20)]

"""The sheets of arrivals, rooms and vehicles, in the language of the reader."""

from datetime import date, datetime

from missionplanner.i18n import translator
from missionplanner.jobs.lists import record_sheets
from missionplanner.jobs.lists.record_columns import SheetFacts
from missionplanner.store.store import Store
from tests.unit.jobs.lists.travelling import travel


def rows(store: Store, kind: str) -> list[list[object]]:
    sheet = record_sheets.whole(SheetFacts(store.snapshot(), translator("fr")), kind, sensitive=False)
    return [list(row) for row in sheet.rows]


def test_arrivals_have_real_times_on_the_clocks_of_each_place(store: Store) -> None:
    travel(store)
    (row,) = rows(store, "arrivals")
    times = [cell.replace(tzinfo=None) for cell in row[6:8] if isinstance(cell, datetime)]
    assert row[:6] == ["Given D1", "D1", "Arrivée", "AC991", "YYZ", "MEX"]
    assert times == [datetime(2026, 2, 15, 8), datetime(2026, 2, 15, 12, 30)]
    assert row[8:] == ["UTC−05:00 → UTC−06:00", "", "window"]


def test_rooms_are_in_the_order_of_hotel_and_number(store: Store) -> None:
    travel(store)
    assert rows(store, "rooms") == [
        ["Given D2", "D2", "", "Mexico City", "Individuelle", "", None, None, "", ""],
        ["Given D1", "D1", "Azul", "Mexico City", "Double (deux lits)", "Given D3", date(2026, 2, 15), date(2026, 2, 18), "12", ""],
    ]  # fmt: skip


def test_vehicles_have_their_people(store: Store) -> None:
    travel(store)
    (row,) = rows(store, "vehicles")
    assert [row[0], *row[3:10]] == ["Ride", "Bus 1", "", 40, 2, "oui", "", "Given D1; Given D2"]

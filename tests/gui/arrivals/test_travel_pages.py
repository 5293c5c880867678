"""The lists of journeys, rooms and vehicles."""

from missionplanner.domain.journeys import LegKind
from missionplanner.gui.arrivals.screen import ArrivalsScreen


def test_journeys_are_listed_by_kind(screen: ArrivalsScreen) -> None:
    page = screen.journeys
    for kind, flights in (
        (LegKind.ARRIVAL.value, ["AC991"]),
        (LegKind.DEPARTURE.value, ["AC992"]),
        ("", ["AC991", "AC992"]),
    ):
        page.kind.choose(kind)
        assert [page.main.rows.text(row, 3) for row in range(page.main.rows.rowCount())] == flights


def test_rooms_show_hotel_and_mate(screen: ArrivalsScreen) -> None:
    screen.tabs.setCurrentWidget(screen.rooms)
    texts = [[screen.rooms.main.rows.text(row, column) for column in (0, 2, 3, 5)] for row in range(2)]
    assert texts == [["Azul", "Given D1", "D1", "Given D2"], ["Azul", "Given D2", "D2", "Given D1"]]


def test_below_the_vehicles_stands_who_sits_in_the_chosen_ones(screen: ArrivalsScreen) -> None:
    screen.tabs.setCurrentWidget(screen.vehicles)
    screen.assign()
    page = screen.vehicles
    assert page.manifest.rows.rowCount() == 6
    page.main.choose([2])
    assert {page.manifest.rows.text(row, 0) for row in range(page.manifest.rows.rowCount())} == {"Bus 2"}
    assert [page.main.rows.text(row, 5) for row in range(2)] == ["4", "2"]
    assert screen.shown_list().subtitle == "Bus 2"

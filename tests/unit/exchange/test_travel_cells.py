"""Cells of travel agencies: days, times, segments, rooms, names."""

from datetime import date, datetime, time

import pytest

from missionplanner.domain.rooms import RoomKind
from missionplanner.exchange import travel_cells
from missionplanner.exchange.travel_cells import Clock, NearDays, Segment

NEAR = NearDays(date(2026, 2, 15), date(2026, 2, 21))


@pytest.mark.parametrize(
    ("cell", "month", "number"),
    [
        ("2026-02-14", 2, 14), ("2026-02-14 13:10:00", 2, 14), ("14/02/2026", 2, 14), ("14FEB", 2, 14),
        ("14FEB26", 2, 14), ("14 févr. 2026", 2, 14), ("Sa 14.02.", 2, 14), ("So 15.02.26", 2, 15), ("14. Feb. 2026", 2, 14),
        ("14/fev/2026", 2, 14), ("3. März 2026", 3, 3), ("Feb 14, 2026", 2, 14), ("14 de febrero de 2026", 2, 14),
    ],
)  # fmt: skip
def test_days_are_read_in_five_languages_with_a_year_or_without(cell: str, month: int, number: int) -> None:
    assert travel_cells.day(cell, NEAR) == date(2026, month, number)


@pytest.mark.parametrize("cell", ["", "+1", "13:10", "AC991", "soon"])
def test_other_cells_are_no_days(cell: str) -> None:
    assert travel_cells.day(cell, NEAR) is None


def test_a_column_says_whether_the_day_comes_first() -> None:
    american = NEAR.of_cells(["02/14/2026", "02/03/2026"])
    assert [travel_cells.day("02/03/2026", one) for one in (NEAR, american)] == [date(2026, 3, 2), date(2026, 2, 3)]


@pytest.mark.parametrize(
    ("cell", "hour", "minute", "later"),
    [
        ("13:10", 13, 10, 0), ("13:10:00", 13, 10, 0), ("1310", 13, 10, 0), ("22:25 h", 22, 25, 0), ("14h05", 14, 5, 0),
        ("9h", 9, 0, 0), ("13.10 Uhr", 13, 10, 0), ("04:10 AM +1", 4, 10, 1), ("12:25 AM +1", 0, 25, 1), ("2:35 p.m.", 14, 35, 0),
        ("0615+1", 6, 15, 1), ("06:15 (+1)", 6, 15, 1), ("06:15 J+1", 6, 15, 1), ("07:35 next day", 7, 35, 1), ("23:50-1", 23, 50, -1),
        ("06:15 (día siguiente)", 6, 15, 1), ("24:00", 0, 0, 1), ("2026-02-14 13:10", 13, 10, 0), ("12:05 PM", 12, 5, 0),
    ],
)  # fmt: skip
def test_times_are_read_with_the_days_they_come_later(cell: str, hour: int, minute: int, later: int) -> None:
    assert travel_cells.clock(cell) == Clock(time(hour, minute), later)


@pytest.mark.parametrize("cell", ["", "soon", "25:00", "AC991"])
def test_other_cells_are_no_times(cell: str) -> None:
    assert travel_cells.clock(cell) is None


def test_a_cell_may_hold_day_and_time() -> None:
    assert travel_cells.moment("14/02/2026 13:10", NEAR) == datetime(2026, 2, 14, 13, 10)
    assert [travel_cells.moment(cell, NEAR) for cell in ("14/02/2026", "13:10")] == [None, None]


@pytest.mark.parametrize(
    "cell",
    [
        "AC991 14FEB YYZMEX 0835 1310+1",
        "AC 991 Y 14FEB 6 YYZMEX HK2 0835 1310+1",
        "AC991/14FEB26/YYZ-MEX/0835/1310+1",
        "ac991 2026-02-14 YYZ→MEX 08:35 13:10 (+1)",
    ],
)
def test_segments_of_reservation_systems_are_legs(cell: str) -> None:
    leaves, lands = datetime(2026, 2, 14, 8, 35), datetime(2026, 2, 15, 13, 10)
    assert travel_cells.segments(cell, NEAR) == [Segment("AC991", "YYZ", "MEX", leaves, lands, True)]


def test_several_segments_of_a_cell_are_several_legs_and_other_texts_none() -> None:
    found = travel_cells.segments("AM621 14FEB YYZMEX 0055 0530 / AM914 18FEB MEXMTY 0905 1050", NEAR)
    assert [(one.flight, one.origin, one.destination) for one in found] == [
        ("AM621", "YYZ", "MEX"),
        ("AM914", "MEX", "MTY"),
    ]
    assert travel_cells.segments("window seats, 2 bags", NEAR) == []


@pytest.mark.parametrize(
    ("cell", "number", "code"),
    [
        ("AC 991", "AC991", "AC 991"),
        ("ac0991", "AC991", "ac0991"),
        ("Car of the embassy", "Car of the embassy", "Car of the embassy"),
    ],
)
def test_flight_numbers_lose_their_blanks(cell: str, number: str, code: str) -> None:
    assert (travel_cells.flight_number(cell), travel_cells.place(code)) == (number, code)


@pytest.mark.parametrize("cell", ["MEX", "mex", "Mexico City (MEX)", "MEX T2", "Benito Juárez, MEX"])
def test_the_code_of_an_airport_is_taken_where_a_cell_has_one(cell: str) -> None:
    assert travel_cells.place(cell) == "MEX"


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("single", RoomKind.SINGLE), ("sencilla", RoomKind.SINGLE), ("EZ", RoomKind.SINGLE), ("doble uso individual", RoomKind.SINGLE),
        ("doble, dos camas", RoomKind.TWIN), ("chambre double (deux lits)", RoomKind.TWIN), ("DZ zwei Betten", RoomKind.TWIN),
        ("TWN", RoomKind.TWIN), ("duas camas", RoomKind.TWIN), ("double", RoomKind.DOUBLE), ("matrimonial", RoomKind.DOUBLE),
        ("Doppelzimmer", RoomKind.DOUBLE), ("sea view", None), ("", None),
    ],
)  # fmt: skip
def test_kinds_of_rooms_are_read_in_five_languages(cell: str, kind: RoomKind | None) -> None:
    assert travel_cells.room_kind(cell) is kind


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("DUPONT/MARIE MRS", [("MARIE", "DUPONT")]),
        ("DUPONT/MARIEMRS", [("MARIE", "DUPONT")]),
        ("1.DUPONT/MARIE MRS 2.DUPONT/JEAN MR", [("MARIE", "DUPONT"), ("JEAN", "DUPONT")]),
        ("DUPONT/MARIE MRS ROY/BO MR", [("MARIE", "DUPONT"), ("BO", "ROY")]),
        ("DUPONT/MARIE MRS/JEAN MR", [("MARIE", "DUPONT"), ("JEAN", "DUPONT")]),
        ("ROY/ANA MS, CHEN/BO MR", [("ANA", "ROY"), ("BO", "CHEN")]),
        ("Roy, Ana; Chen, Bo", [("Ana", "Roy"), ("Bo", "Chen")]),
        ("Ana Roy\nBo Chen", [("", ""), ("", "")]),
        ("Ana Roy + Bo Chen", [("", ""), ("", "")]),
    ],
)
def test_the_names_of_a_cell_are_told_apart(cell: str, names: list[tuple[str, str]]) -> None:
    assert [(one.given, one.family) for one in travel_cells.written_names(cell)] == names

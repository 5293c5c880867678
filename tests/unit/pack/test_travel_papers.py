"""The papers of arrivals, rooms, transfers and days."""

from dataclasses import replace
from datetime import timedelta

import pytest
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.rooms import RoomKind, Stay
from missionplanner.domain.sign_ins import sheet_number
from missionplanner.i18n import LANGUAGES, translator
from missionplanner.pack import organiser_content, travel_papers
from missionplanner.pack.organiser_pages import list_of
from missionplanner.pack.style import CELL, CELL_BOLD, register_fonts
from tests.builders import DAY, moment
from tests.unit.domain.test_person_days import leader
from tests.unit.pack.test_day_content import travelling

EN = translator("en")
_A4, _PADDING = 174 * mm, 8
"""The narrowest page without its margins, and what a cell leaves at its sides, in points."""


def _whole(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def test_arrivals_and_departures_stand_by_the_hour() -> None:
    legs = [
        JourneyLeg(id=n, person_id=n, kind=kind, flight=f"AC{n}", destination="MEX", origin="YYZ", arrives=at)
        for n, (kind, at) in enumerate(
            ((LegKind.ARRIVAL, moment(9, 40)), (LegKind.ARRIVAL, moment(9, 5)), (LegKind.DEPARTURE, moment(20))),
            start=1,
        )
    ]
    between = JourneyLeg(id=4, person_id=1, kind=LegKind.BETWEEN, departs=moment(12))
    come, go = travel_papers.arrival_board(leader(legs=[*legs, between]), EN)
    assert (come.heading, come.note) == ("Arrivals of Monday, February 16, 2026", "2 people · 09:00 – 2")
    assert come.rows == (
        ("09:05", "AC2", "MEX", "Poe, Bob", "D2", ""), ("09:40", "AC1", "MEX", "Roy, Ann", "D1", ""),
    )  # fmt: skip
    assert (go.heading, go.rows[0][:3]) == ("Departures of Monday, February 16, 2026", ("20:00", "AC3", "YYZ"))


def test_rooms_are_listed_by_hotel_and_number_and_who_has_none_at_the_end() -> None:
    stays = [
        Stay(id=1, person_id=1, hotel_id=1, room="12", check_in=DAY),
        Stay(id=2, person_id=2, hotel_id=1, room="2", kind=RoomKind.TWIN, note="Late"),
        Stay(id=3, person_id=3, hotel_id=1),
        Stay(id=4, person_id=3),
    ]
    hotel, nowhere = travel_papers.rooming_list(travelling(stays=stays), EN)
    assert (hotel.heading, hotel.note) == ("Azul", "Reforma 1 · 3 people · 2 rooms")
    assert [row[0] for row in hotel.rows] == ["2", "12", ""]
    assert hotel.rows[:2] == (
        ("2", _whole("Twin (two beds)"), "Poe, Bob", "D2", "", "", "Late"),
        ("12", "Single", "Roy, Ann", "D1", _whole("Mon, Feb 16"), "", ""),
    )
    assert (nowhere.heading, len(nowhere.rows)) == ("Without a hotel", 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_day_or_heading_of_a_rooming_list_is_parted(language: str) -> None:
    register_fonts()
    t = translator(language)
    stays = [
        Stay(id=1, person_id=1, hotel_id=1, room="12", kind=kind, check_in=DAY, check_out=DAY + timedelta(day))
        for kind in RoomKind
        for day in range(1, 300)
    ]
    (hotel,) = travel_papers.rooming_list(travelling(stays=stays), t)
    rooms = [wide - _PADDING for wide in list_of(hotel, _A4)._colWidths]
    heads = [stringWidth(text, CELL_BOLD.fontName, CELL_BOLD.fontSize) for text in hotel.headings]
    assert [head < room for head, room in zip(heads, rooms, strict=True)] == [True] * len(heads)
    for place in (1, 4, 5):
        assert max(stringWidth(str(row[place]), CELL.fontName, CELL.fontSize) for row in hotel.rows) < rooms[place]
    # Names of companies have the most room of all.
    assert max(rooms) == rooms[3] > 80


def test_a_vehicle_has_a_page_with_boxes_to_tick() -> None:
    snapshot = travelling()
    (bus,) = travel_papers.manifests(snapshot, EN)
    assert (bus.heading, bus.new_page) == ("Ride – Bus 1", True)
    assert bus.note == "Monday, February 16, 2026, 13:00–13:30 · Gate 2 · Rosa · 1 of 0 seats"
    assert bus.rows == (("☐", sheet_number(1, ""), "Roy, Ann", "D1", ""),)


def test_a_vehicle_without_anybody_has_no_page_and_the_number_of_a_driver_stays_on_its_line() -> None:
    snapshot = travelling()
    (known,) = snapshot.vehicles
    vehicles = [replace(known, driver="Rosa, +52 55 1234 5678"), replace(known, id=99, name="Bus 2")]
    (bus,) = travel_papers.manifests(travelling(vehicles=vehicles), EN)
    assert (bus.heading, "Rosa, " in bus.note) == ("Ride – Bus 1", False)
    assert f"Rosa,{_whole(' +52 55 1234 5678')}" in bus.note


def test_every_day_of_those_who_are_looked_after_has_a_page() -> None:
    headings = [paper.heading for paper in travel_papers.day_sheets(travelling(), EN)]
    assert headings == [
        f"{name} – Monday, February 16, 2026, Mexico City" for name in ("Ann Roy", "Eva Sol", "Bob Poe")
    ]


def test_only_missions_that_know_of_travel_have_these_papers() -> None:
    def keys(**more: object) -> list[str]:
        return [one.key for one in organiser_content.papers(travelling(**more), "en").sections]

    assert keys()[-4:] == ["day-sheets", "arrivals", "rooms", "manifests"]
    people = [replace(one, precedence=None) for one in leader().people]
    none: dict[str, object] = {"legs": [], "stays": [], "vehicles": [], "seats": [], "events": [], "people": people}
    assert keys(**none)[-1] == "calls"

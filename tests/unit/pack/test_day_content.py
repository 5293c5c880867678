"""The day of one person in words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.vehicles import Vehicle, VehicleSeat
from missionplanner.i18n import LANGUAGES, translator
from missionplanner.pack import leader_content
from missionplanner.pack.day_content import DayEntry, as_list, call_notes, day_sheet
from missionplanner.pack.phrases import Phrase, text_of
from missionplanner.pack.style import CELL, register_fonts
from tests.builders import DAY, moment
from tests.unit.domain.test_person_days import call, leader

EN = translator("en")


def travelling(**more: object) -> Snapshot:
    """Ann lands at 8:00, meets, calls on C1 with everything prepared, and rides in Bus 1."""
    told = {"brief": "Steel", "objectives": "Sign", "protocol": "Flags", "talking_points": "- Thanks\n- Visit"}
    visit = call(1, 10, 30, hosts="Minister Sol\nDirector Luna", interpreter_id=3, **told)
    ride = Event(id=5, stop_id=1, kind=EventKind.TRANSFER, name_en="Ride", starts=moment(13), ends=moment(13, 30),
                 meeting_point="Gate 2")  # fmt: skip
    known = leader()
    office = {"address": "Masaryk 5", "directions": "Lift at\nthe back"}
    usual: dict[str, object] = {
        "events": [visit, known.events[1], ride],
        "companies": [replace(one, **office) if one.id == 3 else one for one in known.companies],
        "legs": [JourneyLeg(id=1, person_id=1, flight="AC1", origin="YYZ", destination="MEX", booking="Q7",
                            departs=moment(5), arrives=moment(8))],
        "hotels": [Hotel(id=1, name="Azul", address="Reforma 1")],
        "stays": [Stay(id=1, person_id=1, hotel_id=1, room="12", check_in=DAY, check_out=date(2026, 2, 18))],
        "vehicles": [Vehicle(id=1, event_id=5, name="Bus 1", driver="Rosa")],
        "seats": [VehicleSeat(id=1, event_id=5, person_id=1, vehicle_id=1)],
    }  # fmt: skip
    return leader(**{**usual, **more})


def test_a_day_says_what_where_with_whom_and_how_to_get_there() -> None:
    sheet = day_sheet(travelling(), travelling().person[1], DAY, EN)
    assert (sheet.heading, sheet.sleeps) == (
        "Ann Roy – Monday, February 16, 2026, Mexico City", "Azul, room 12, Reforma 1",
    )  # fmt: skip
    flight, met, visit, plant, ride = sheet.lines
    assert flight == DayEntry("05:00–08:00", Phrase("YYZ → MEX"), "booking Q7", "Arrival", what=Phrase("AC1"))
    assert met == DayEntry(
        "09:00–09:20", Phrase("Hall, table 1"), "", "Meeting", "Eva Sol", Phrase("C1"), "15 min to spare"
    )
    assert (visit.where.text, visit.how, visit.whom, visit.kind, visit.spare) == (
        "Office of C1, Masaryk 5", "leave at 09:50, 40 min · Lift at the back", "Bob Poe", "Bilateral call",
        "30 min to spare",
    )  # fmt: skip
    assert (plant.how, plant.spare) == ("leave at 11:00, 40 min", "0 min to spare")
    assert (ride.how, ride.whom) == ("meeting point: Gate 2 · Bus 1 · Rosa", "4 companies, Eva Sol")
    assert sheet.problems == ()


def test_what_is_to_be_known_of_a_call_stands_with_its_names() -> None:
    snapshot = travelling()
    assert tuple((name, said.text) for name, said in call_notes(snapshot, snapshot.events[0], EN)) == (
        ("Host", "C1, Minister Sol, Director Luna"), ("They enter", "1. Bob Poe, 2. Ann Roy"), ("Brief", "Steel"),
        ("Objectives", "Sign"), ("Protocol", "Flags"), ("Interpreter", "Eva Sol"), ("To say", "Thanks; Visit"),
    )  # fmt: skip
    assert call_notes(snapshot, snapshot.events[1], EN) == ()


def test_problems_are_told_once_and_in_the_language() -> None:
    snapshot = travelling(legs=[JourneyLeg(id=1, person_id=1, flight="AC1", arrives=moment(9, 30))])
    sheet = day_sheet(snapshot, snapshot.person[1], DAY, translator("fr"))
    (problem,) = sheet.problems
    assert "Ann Roy" in problem
    assert problem != day_sheet(snapshot, snapshot.person[1], DAY, EN).problems[0]
    late = travelling(events=[call(1, 9, 40)])
    line = day_sheet(late, late.person[1], DAY, EN).lines[-1]
    assert line.spare == "20 min too few"


def test_interpreters_and_departures_have_their_own_words() -> None:
    snapshot = travelling()
    (line,) = [one for one in day_sheet(snapshot, snapshot.person[3], DAY, EN).lines if one.what.text == "Call 1"]
    assert (line.kind, line.whom) == ("Interprets", "Bob Poe, Ann Roy")
    leaving = JourneyLeg(id=1, person_id=1, kind="departure", flight="AC2", departs=moment(21), arrives=moment(23))  # type: ignore[arg-type]
    gone = travelling(legs=[leaving])
    last = day_sheet(gone, gone.person[1], DAY, EN).lines[-1]
    assert (last.how, last.spare) == ("at the airport by 19:00", "5 h 30 to spare")


def test_a_day_is_printed_as_a_list() -> None:
    snapshot = travelling()
    sheet = day_sheet(snapshot, snapshot.person[1], DAY, EN)
    paper = as_list(sheet, EN)
    assert (paper.heading, paper.new_page, paper.below[0][0].text) == (sheet.heading, True, "10:30–11:00 Call 1")
    assert paper.rows[1] == (
        "09:00–09:20", (Phrase("C1"), Phrase("Meeting"), Phrase("")),
        (Phrase("Hall, table 1"), Phrase(""), Phrase("15 min to spare")), "Eva Sol",
    )  # fmt: skip
    assert paper.rows[-1] == ("", (Phrase("Night"),), (Phrase("Azul, room 12, Reforma 1"),), "")


def test_many_who_are_there_are_counted() -> None:
    people = [*leader().people, *(replace(leader().people[1], id=n, given_name=f"P{n}") for n in range(10, 18))]
    rows = [replace(leader().person_attendances[0], id=n, person_id=n, enters=None) for n in range(10, 18)]
    snapshot = leader(people=people, person_attendances=[*leader().person_attendances, *rows])
    line = next(one for one in day_sheet(snapshot, snapshot.person[1], DAY, EN).lines if one.what.text == "Call 1")
    assert line.whom == "Bob Poe, P10 Poe, P11 Poe, P12 Poe, P13 Poe, P14 Poe and 3 others"


def test_the_leader_edition_has_the_days_of_who_leads_with_nothing_twice_that_its_cards_say() -> None:
    own = leader_content.leader(travelling(), "en", ()).own_days
    assert own is not None
    ((sheet,), title) = own.sheets, own.title
    assert (title, len(sheet.headings)) == ("Day by day: Ann Roy", 4)
    plant, ride = [row for row in sheet.rows if row[0] in ("Mon, Feb 16, 11:40–12:30", "Mon, Feb 16, 13:00–13:30")]
    assert (text_of(plant[2]), plant[3], ride[3]) == ("Plant · leave at 11:00, 40 min · 0 min to spare", "", "")
    calm = travelling(meetings=[], events=travelling().events[1:])
    events_only = leader_content.leader(calm, "en", ()).own_days
    assert events_only is not None
    assert len(events_only.sheets[0].headings) == 3


def test_what_began_on_the_day_before_is_there_until_its_end() -> None:
    night = Event(id=3, stop_id=1, name_en="Dinner", starts=moment(22, 30), ends=moment(22, 30) + timedelta(hours=2))
    snapshot = leader(events=[night])
    days = [day_sheet(snapshot, snapshot.person[1], DAY + timedelta(n), translator("fr")) for n in range(2)]
    assert [line.time for line in days[0].lines][-1] == "22:30–00:30 +1"
    assert [line.time for line in days[1].lines] == ["jusqu’à 00:30"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hour_of_a_day_sheet_is_parted(language: str) -> None:
    register_fonts()
    room = (A4[0] - 36 * mm) * as_list(day_sheet(travelling(), travelling().person[1], DAY, EN), EN).widths[0] - 8
    for text in ("22:30–00:30 +1", translator(language)("until {time}").format(time="00:30")):
        assert stringWidth(text, CELL.fontName, CELL.fontSize) <= room

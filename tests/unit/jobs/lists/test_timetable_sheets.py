"""The timetable as grids and as lists of venues."""

from dataclasses import replace

from missionplanner.domain.companies import CompanySector
from missionplanner.domain.mission import Sector, Table, Venue
from missionplanner.domain.timetable import MeetingStatus, Session, slots_of
from missionplanner.i18n import translator
from missionplanner.jobs.lists import timetable_sheets
from missionplanner.jobs.lists.record_columns import SheetFacts
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import meet, meeting, moment, snapshot_of


def facts(store: Store) -> SheetFacts:
    return SheetFacts(store.snapshot(), translator("en"))


def test_a_day_is_a_grid_by_table_and_one_by_company(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C1", 1, 1)
    meet(store, "D3", "C3", 1, 0, status=MeetingStatus.CANCELLED)
    tables, companies = timetable_sheets.grids(facts(store))
    assert (tables.title, tables.is_grid) == ("Mexico City, Monday, February 16, 2026", True)
    assert [column.heading for column in tables.columns] == [
        "Table", "09:00–09:20", "09:25–09:45", "09:50–10:10", "10:15–10:35",
    ]  # fmt: skip
    assert tables.rows == [["Table 1", "D1 – C1", "", "", ""], ["Table 2", "", "D2 – C1", "", ""]]
    assert [column.heading for column in companies.columns][:3] == ["Company", "Side", "09:00–09:20"]
    assert [row[:4] for row in companies.rows] == [
        ["D1", "Delegation", "C1 (table 1)", ""],
        ["D2", "Delegation", "", "C1 (table 2)"],
        ["C1", "Counterpart", "D1 (table 1)", "D2 (table 2)"],
    ]


def test_tables_are_named_with_their_venue_where_there_are_several(store: Store) -> None:
    with store.change(message("Plant")) as change:
        venue = change.insert(Venue(stop_id=1, name="Plant"))
        change.insert(Table(venue_id=venue, number=1))
        session = Session(venue_id=venue, starts=moment(9), ends=moment(9, 25))
        change.insert_all(slots_of(session, change.insert(session)))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 4, 2)
    found = facts(store)
    tables, companies = timetable_sheets.grids(found)
    assert [row[:2] for row in tables.rows] == [["Hall, table 1", "D1 – C1"], ["Plant, table 1", "D2 – C2"]]
    assert companies.rows[1][2] == "C2 (Plant, table 1)"
    assert [(sheet.name, len(sheet.rows)) for sheet in timetable_sheets.venues(found)] == [("Hall", 1), ("Plant", 1)]


def test_meetings_at_offices_have_a_row_of_their_own() -> None:
    meetings = [meeting(1, 1, 3, 1), replace(meeting(2, 2, 4, 1), table_id=None)]
    found = SheetFacts(snapshot_of(meetings=meetings), translator("en"))
    tables, companies = timetable_sheets.grids(found)
    assert [row[:2] for row in tables.rows] == [["Table 1", "D1 – C1"], ["At the host’s office", "D2 – C2"]]
    assert companies.rows[1][2] == "C2 (at the host’s office)"
    assert [len(sheet.rows) for sheet in timetable_sheets.venues(found)] == [1]


def test_meetings_have_the_colour_of_their_sector() -> None:
    sector = Sector(id=1, code="AM", name_en="Mining", colour="#3d6fb4")
    mission = snapshot_of(
        sectors=[sector], company_sectors=[CompanySector(id=1, company_id=1, sector_id=1)], meetings=[meeting(1, 1, 3, 1)]
    )  # fmt: skip
    tables, companies, *_rest = timetable_sheets.grids(SheetFacts(mission, translator("en")))
    assert tables.tints[0][:2] == ["", "#3d6fb4"]
    assert companies.tints[0][:3] == ["#3d6fb4", "", "#3d6fb4"]

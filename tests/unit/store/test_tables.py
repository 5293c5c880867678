"""The tables are named once each, by the kinds of their records."""

from missionplanner.domain.mission import SectorStop
from missionplanner.domain.timetable import Owner
from missionplanner.store import tables


def test_tables_and_kinds_belong_to_one_another() -> None:
    assert len(tables.TABLES) == len(tables.TABLE_NAMES) == len(tables.KIND_OF) == len(tables.TABLE_OF)
    assert all(tables.TABLE_OF[kind].name == name for name, kind in tables.KIND_OF.items())


def test_journals_are_outside_undo() -> None:
    outside = {table.name for table in tables.TABLES} - {table.name for table in tables.UNDOABLE}
    assert outside == {
        "pack_prints",
        "file_imports",
        "letters",
        "calendar_entries",
        "moment_letters",
        "letter_notes",
        "form_drafts",
    }


def test_a_table_lists_its_columns_and_names_its_images() -> None:
    table = tables.TABLE_OF[SectorStop]
    assert (table.columns, table.history) == ('"id", "uid", "sector_id", "stop_id"', "sector_stops_history")


def test_a_record_is_made_of_the_columns_of_a_row() -> None:
    row = {"stop_id": 3, "id": 1, "sector_id": 2, "uid": "u"}
    assert tables.record_of("sector_stops", row) == SectorStop(id=1, uid="u", sector_id=2, stop_id=3)


def test_every_kind_of_owner_has_a_table() -> None:
    assert set(tables.OWNER_TABLES) == set(Owner)
    assert set(tables.OWNER_TABLES.values()) <= tables.TABLE_NAMES

"""Records are read one by one, by column, and all at once."""

import sqlite3
from contextlib import closing

import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Mission, Sector, Venue
from missionplanner.domain.people import Person
from missionplanner.errors import DamagedFile, UserError
from missionplanner.messages import message
from missionplanner.store.rows import names
from missionplanner.store.store import Store


def test_all_records_of_a_kind_come_in_the_order_of_keys(store: Store) -> None:
    assert [company.name for company in store.all(Company)] == ["D1", "D2", "D3", "C1", "C2", "C3"]


def test_records_are_found_by_the_values_of_a_column(store: Store) -> None:
    assert [one.id for one in store.where(Person, "company_id", iter([4, 2]))] == [2, 4]
    assert store.where(Person, "company_id", []) == []
    with pytest.raises(ValueError, match="Person has no employer"):
        store.where(Person, "employer", [1])


def test_a_column_is_read_by_key(store: Store) -> None:
    assert store.column(Company, "side", name="D2") == {2: Side.DELEGATION}
    assert store.column(Company, "name") == {one.id: one.name for one in store.all(Company)}
    with pytest.raises(ValueError, match="Company has no employer"):
        store.column(Company, "employer")
    with pytest.raises(ValueError, match="Company has no name or employer"):
        store.column(Company, "name", employer=1)


def test_a_record_that_is_gone_is_reported(store: Store) -> None:
    assert store.get(Company, 2).name == "D2"
    assert store.row(Venue, 1)[names(Venue).index("name")] == "Hall"
    for read in (store.get, store.row):
        with pytest.raises(UserError, match="no longer in the mission") as caught:
            read(Company, 99)
        assert caught.value.hint


def test_rows_are_counted(store: Store) -> None:
    assert store.count(Company) == 6
    assert store.counts(["companies", "sectors", "sqlite_master"]) == {"companies": 6, "sectors": 1}


def test_a_snapshot_reads_only_the_touched_tables_again(store: Store) -> None:
    before = store.snapshot()
    with store.change(message("Add")) as change:
        change.insert(Sector(code="CT", name_en="Clean technologies"))
        change.update(Mission(**{**{n: getattr(store.mission, n) for n in names(Mission)}, "name": "Renamed"}))
    assert store.snapshot(before, frozenset()) is before
    after = store.snapshot(before, frozenset({"sectors"}))
    assert ([sector.code for sector in after.sectors], after.mission.name) == (["AM", "CT"], "Test mission")
    assert after.companies is before.companies
    assert after.sectors[0] is before.sectors[0]
    assert store.snapshot(after, frozenset({"missions"})) == store.snapshot()


def test_a_row_no_record_can_be_made_of_is_reported_as_damage(store: Store) -> None:
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("UPDATE applications SET status = 'nonsense' WHERE id = 1")
    with pytest.raises(DamagedFile):
        store.snapshot()

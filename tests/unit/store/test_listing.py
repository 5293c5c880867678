"""The filter of the companies, its facets, and files of the first format."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from missionplanner.domain.applications import Application
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import Company, Delegate, Side
from missionplanner.domain.journals import FormDraft
from missionplanner.domain.mission import Sector
from missionplanner.domain.timetable import Meeting
from missionplanner.jobs.companies import registrations
from missionplanner.store.conditions import HAS, PREFIXES, CompanyFilter
from missionplanner.store.listing import SORT_COLUMNS
from missionplanner.store.schema import migrations
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, meet, moment, small_mission


def names(store: Store, **wanted: object) -> list[str]:
    found = store.company_lines(store.company_ids(CompanyFilter(**wanted)))  # type: ignore[arg-type]
    return [line.name for line in found]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("city:lévis", 7),
        ("city:LEVIS status:accepted", 7),
        ('city:"st. john"', None),
        ("delegate:tremblay", None),
        ("sector:agric", None),
        ("web:example", None),
        ("unknown:word", 0),
        ("city:nowhere", 0),
        ("email:.example", None),
        ("name:boreal", None),
        ("country:mexico side", 0),
    ],
)
def test_prefixed_words_search_one_field(example: Store, text: str, count: int | None) -> None:
    ids = example.company_ids(CompanyFilter(text=text))
    if count is not None:
        assert (len(ids) > 0) == (count > 0)
    prefix, _colon, value = text.partition(":")
    if prefix == "city" and ids:
        wanted = value.split(" status")[0].strip('"').lower().replace("é", "e")
        assert all(wanted in line.city.lower().replace("é", "e") for line in example.company_lines(ids))


def test_every_prefix_and_condition_is_sound_sql(example: Store) -> None:
    for prefix in PREFIXES:
        example.company_ids(CompanyFilter(text=f"{prefix}:x'\"%_"))
    assert example.company_ids(CompanyFilter(text="\ud800 city:\ud800", regions=("\ud800",))) == []
    for name in HAS:
        with_it = example.company_ids(CompanyFilter(has=(name,)))
        without = example.company_ids(CompanyFilter(lacks=(name,)))
        assert sorted([*with_it, *without]) == sorted(example.company_ids(CompanyFilter())), name
    for column in SORT_COLUMNS:
        up = example.company_ids(CompanyFilter(), column)
        assert sorted(up) == sorted(example.company_ids(CompanyFilter(), column, descending=True)), column


@pytest.mark.parametrize("name", ["statuses", "regions", "sizes", "reviewers", "sectors", "languages"])
def test_facets_agree_with_the_list(example: Store, name: str) -> None:
    base = CompanyFilter(side="delegation", text="inc")
    facets = example.company_facets(base, name)
    for value, number in facets.items():
        found = example.company_ids(replace(base, **{name: (value,)}))
        if name == "languages":
            assert number <= len(found)
        else:
            assert number == len(found), value
    assert sum(facets.values()) > 0 or name in ("reviewers", "languages")


def test_values_of_a_chip_hold_any_or_every(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        with store.change("Sectors") as change:
            more = change.insert(Sector(code="CT", name_en="Clean technologies"))
        one, two = (registrations.records(store, [key_of(store, n)])[key_of(store, n)] for n in ("D1", "D2"))
        first = store.all(Sector)[0].id
        with store.change("Sectors") as change:
            registrations.save(store, change, one, replace(one, sectors=(first, more)))
            registrations.save(store, change, two, replace(two, sectors=(first,)))
        assert names(store, sectors=("AM", "CT")) == ["D1", "D2"]
        assert names(store, sectors=("AM", "CT"), every=("sectors",)) == ["D1"]
        assert names(store, has=("delegate", "logo"), every=("has",)) == []
        assert names(store, has=("delegate", "logo"), side="delegation") == ["D1", "D2", "D3"]
        assert names(store, sizes=("?",), side="delegation") == ["D1", "D2", "D3"]
        assert names(store, since="2020-01-01", side="counterpart") == ["C1", "C2", "C3"]
        assert names(store, since="2999-01-01") == []
        assert len(names(store, incomplete=True)) == 6


def test_completeness_follows_every_change(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        key = key_of(store, "D1")
        before = store.company_lines([key])[0]
        assert "description" in before.missing
        with store.change("Describe") as change:
            change.update(replace(store.get(Company, key), description="Castings."))
        after = store.company_lines([key])[0]
        assert after.complete > before.complete
        assert "description" not in after.missing
        store.undo()
        assert store.company_lines([key])[0] == before


def test_bulk_inserts_are_undone_and_redone_exactly(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        before = store.snapshot()
        new = [
            Registration(
                Company(side=Side.DELEGATION, name=f"N{n}\ud800 é\0"),
                Application(company_id=0, received=moment(9)),
                delegates=(Delegate(company_id=0, given_name=f"G{n}"),),
                offers=("a", "b"),
            )
            for n in range(50)
        ]
        with store.change("Many") as change:
            keys = registrations.add_all(change, new)
            change.update(replace(store.get(Company, keys[3]), city="Lévis"))
            change.delete(Company, [keys[4]])
        after = store.snapshot()
        assert len(after.companies) == len(before.companies) + 49
        assert len({company.uid for company in after.companies}) == len(after.companies)
        assert store.history(1)[0].changes["companies"] == 50
        for _round in range(2):
            store.undo()
            assert store.snapshot() == before
            assert store.company_ids(CompanyFilter(text="n1")) == []
            store.redo()
            assert store.snapshot() == after
            assert len(store.company_ids(CompanyFilter(text="n1"))) == 11


def test_drafts_are_kept_beside_undo_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    with small_mission(path) as store:
        for text in ("one", "two"):
            store.keep_draft(FormDraft(company_id=0, side="delegation", content=text, saved_at=moment(9)))
        store.keep_draft(FormDraft(company_id=5, side="counterpart", content="five", saved_at=moment(9)))
        assert store.undo_label == ""
    with Store.open(path) as store:
        assert [store.draft(0, "delegation").content, store.draft(5, "").content] == ["two", "five"]  # type: ignore[union-attr]
        assert store.draft(0, "counterpart") is None
        store.drop_draft(0, "delegation")
        assert store.draft(0, "delegation") is None
        assert store.draft(5, "counterpart") is not None


def old_file(path: Path) -> None:
    """A mission as the first format has it."""
    db = Database(sqlite3.connect(path, isolation_level=None))
    db.execute("PRAGMA application_id = 1414352972")
    migrations.apply(db, stop_before="m002_registrations_and_selection")
    db.execute("PRAGMA user_version = 1")
    db.execute(
        "INSERT INTO missions VALUES (1, 'u', 'Old', 'Canada', 'Mexico', '', ?, ?, 'en', NULL, '', '')",
        (str(DAY), str(DAY)),
    )
    db.execute(
        "INSERT INTO companies VALUES (1, 'c', 'delegation', 'Boreal', '', '', '', 'Lévis', '', '', '', '', '', NULL,"
        " NULL, '', '', '', NULL, '')"
    )
    db.execute("INSERT INTO applications VALUES (1, 'a', 1, 'accepted', '', NULL, NULL, '', '')")
    db.execute("INSERT INTO search VALUES (1, 'boreal', 'boreal levis')")
    db.conn.close()


def in_format(path: Path, number: int) -> None:
    """Bring a mission back to an earlier format: its tables as that format had them, with the same rows."""
    old = path.with_name("earlier")
    with closing(sqlite3.connect(old, isolation_level=None)) as raw:
        db = Database(raw)
        db.execute("PRAGMA application_id = 1414352972")
        later = [migration.name for migration in migrations.pending(db)][number:]
        migrations.apply(db, stop_before=later)
        db.execute(f"PRAGMA user_version = {number}")
        db.execute("ATTACH DATABASE ? AS new", (str(path),))
        db.execute("DELETE FROM criteria")
        for (table,) in db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
            if table.startswith(("sqlite_", "_sqlite_")):
                continue
            listed = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA main.table_info({table})"))
            db.execute(f"INSERT INTO main.{table} ({listed}) SELECT {listed} FROM new.{table}")
    old.replace(path)


@pytest.mark.parametrize("has_column", [True, False])
def test_a_meeting_of_the_fourth_format_is_changed_and_the_change_undone(tmp_path: Path, has_column: bool) -> None:
    path = tmp_path / "four.mission"
    with small_mission(path) as store:
        meet(store, "D1", "C1", 0, 0)
    in_format(path, 5 if has_column else 4)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm005_reconfirmed_by_either_side'")
        db.execute("PRAGMA user_version = 4")
    with Store.open(path) as store:
        before = store.all(Meeting)
        with store.change("Late") as change:
            change.update(replace(before[0], late_minutes=5, reconfirmed_by="delegation"))
        store.undo()
        assert store.all(Meeting) == before
        store.redo()
        assert store.all(Meeting)[0].reconfirmed_by == "delegation"


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_of_the_first_format_is_opened(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "old.mission"
    old_file(path)
    before = path.read_bytes()
    with Store.open(path, read_only=read_only) as store:
        assert names(store, text="levis", has=("delegate",)) == []
        assert names(store, text="city:levis") == ["Boreal"]
        assert store.mission.places_max is None
    if read_only:
        assert path.read_bytes() == before
    else:
        with Store.open(path) as store, store.change("Edit") as change:
            change.update(replace(store.get(Company, 1), description_fr="Été"))

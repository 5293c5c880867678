"""Files of the first format brought to the second."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.companies import Company, Market, Offering, OfferingKind
from missionplanner.domain.journals import PackPrint
from missionplanner.messages import message
from missionplanner.store import second_format
from missionplanner.store.rows import derived_uid
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining
from tests.builders import key_of, moment, small_mission, whole
from tests.unit.store.first_file import write_first_format
from tests.unit.store.merging.two_copies import add, edit, remove, rows, take_in

WITHOUT_UID = second_format._WITHOUT_UID


def offer(store: Store, *words: str) -> None:
    """Have D1 offer things, entered at once."""
    with store.change(message("Offer")) as change:
        change.insert_all(_offering(store, word) for word in words)


def _offering(store: Store, text: str) -> Offering:
    return Offering(company_id=key_of(store, "D1"), kind=OfferingKind.OFFERS, text=text)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file of the first format with a history, made once."""
    folder = tmp_path_factory.mktemp("first")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        yield _made(folder)


@pytest.fixture
def first(made: Path, tmp_path: Path) -> Path:
    """The file of the first format, for one test alone."""
    shutil.copy(made.with_name("today.mission"), tmp_path)
    return Path(shutil.copy(made, tmp_path))


def _made(folder: Path) -> Path:
    with small_mission(folder / "today.mission") as store:
        offer(store, "oak", "oak", "elm")
        chile = add(store, Market(company_id=key_of(store, "D1"), country="Chile"))
        edit(store, "D1", phone="1")
        remove(store, Market, chile.id)
        store.undo()
        remove(store, Offering, store.all(Offering)[2].id)
        edit(store, "D2", phone="2")
        store.undo()
    return write_first_format(folder / "today.mission", folder / "first.mission")


def opened(first: Path, name: str) -> Store:
    """Open a copy of a file."""
    (first.parent / name).mkdir()
    return Store.open(Path(shutil.copy(first, first.parent / name / "own.mission")))


def uids(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return the keys and uids of everything that had none, and of its images."""
    tables = [*WITHOUT_UID, *(f"{table}_history" for table in WITHOUT_UID), *second_format._JOURNALS]
    return {table: rows(store, f"SELECT id, uid FROM {table} ORDER BY rowid") for table in tables}


def test_the_records_are_as_before(first: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "today.mission", read_only=True) as before, Store.open(first) as store:
        assert [one.text for one in store.all(Offering)] == [one.text for one in before.all(Offering)] == ["oak", "oak"]
        assert store.all(Company) == before.all(Company)
        assert store.steps.history() == before.steps.history()


def test_undo_and_redo_go_on_where_they_were(first: Path) -> None:
    with Store.open(first) as store:
        assert store.steps.redo_label == "Edit"
        before = whole(store)
        store.redo()
        assert store.get(Company, key_of(store, "D2")).phone == "2"
        store.undo()
        assert whole(store) == before
        store.undo()
        assert [one.text for one in store.all(Offering)] == ["oak", "oak", "elm"]


def test_rows_without_a_uid_get_one_each_and_their_images_have_the_same(first: Path) -> None:
    with Store.open(first) as store:
        found = uids(store)
        given = [uid for table in WITHOUT_UID for _key, uid in found[table]]
        assert len(given) == len(set(given)) == 3
        assert {len(uid) for uid in given} == {32}
        images = dict(row for row in found["offerings_history"] if row[1] is not None)
        assert {key: images[key] for key, _uid in found["offerings"] if key in images} == {
            key: uid for key, uid in found["offerings"] if key in images
        }
        assert set(found["markets_history"]) == set(found["markets"])


def test_images_that_are_keys_alone_stay_so(first: Path) -> None:
    with Store.open(first) as store:
        sql = "SELECT count(*) FROM offerings_history WHERE phase IN ('new', 'noted') AND uid IS NOT NULL"
        assert rows(store, sql) == [(0,)]


def test_copies_of_one_file_get_the_same_uids(first: Path) -> None:
    with opened(first, "a") as one, opened(first, "b") as other:
        assert uids(one) == uids(other)


def test_a_row_that_came_back_is_named_by_the_step_that_first_made_it(first: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "today.mission", read_only=True) as before:
        ((made,),) = rows(before, "SELECT at FROM steps WHERE id = (SELECT min(step) FROM markets_history)")
    with Store.open(first) as store:
        (market,) = store.all(Market)
        assert market.uid == derived_uid("markets", f"{market.id}/{made}")


def test_entries_of_journals_get_uids_of_all_they_say(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store:
        store.record(*(PackPrint(company_id=key_of(store, name), printed_at=moment(9)) for name in ("D1", "D2")))
    first = write_first_format(tmp_path / "today.mission", tmp_path / "first.mission")
    with opened(first, "a") as one, opened(first, "b") as other:
        mine = uids(one)["pack_prints"]
        assert mine == uids(other)["pack_prints"]
        assert len({uid for _key, uid in mine}) == 2


def test_entries_made_apart_are_united_though_they_have_one_key(tmp_path: Path) -> None:
    with small_mission(tmp_path / "a.mission") as one:
        one.backup(tmp_path / "b.mission")
        one.record(PackPrint(printed_at=moment(9)))
    with Store.open(tmp_path / "b.mission") as other:
        other.record(PackPrint(printed_at=moment(10)))
    firsts = [write_first_format(tmp_path / f"{name}.mission", tmp_path / f"{name}1.mission") for name in "ab"]
    with Store.open(firsts[0]) as one, Store.open(firsts[1]) as other:
        assert [entry.id for entry in one.all(PackPrint)] == [entry.id for entry in other.all(PackPrint)]
        take_in(one, other)
        assert [entry.printed_at for entry in one.all(PackPrint)] == [moment(9), moment(10)]


def test_steps_of_a_merge_have_a_place(first: Path) -> None:
    with Store.open(first) as store, store.steps.outside_undo() as db:
        sql = "INSERT INTO steps (label, user, at, kind, state) VALUES ('', '', '2026-01-01', 'merge', 'gone')"
        assert db.execute(sql).rowcount == 1


def test_copies_that_went_on_apart_in_the_first_format_are_merged(tmp_path: Path) -> None:
    with small_mission(tmp_path / "a.mission") as one:
        one.backup(tmp_path / "b.mission")
        add(one, Market(company_id=key_of(one, "D1"), country="Chile"))
        edit(one, "D1", phone="1")
    with Store.open(tmp_path / "b.mission") as other:
        add(other, Market(company_id=key_of(other, "D1"), country="Peru"))
        edit(other, "D1", city="Lima")
        remove(other, Company, key_of(other, "D3"))
    firsts = [write_first_format(tmp_path / f"{name}.mission", tmp_path / f"{name}1.mission") for name in "ab"]
    with Store.open(firsts[0]) as one, Store.open(firsts[1]) as other:
        assert [market.id for market in one.all(Market)] == [market.id for market in other.all(Market)]
        take_in(one, other)
        take_in(other, one)
        for store in (one, other):
            company = store.get(Company, key_of(store, "D1"))
            assert (company.phone, company.city) == ("1", "Lima")
            assert sorted(market.country for market in store.all(Market)) == ["Chile", "Peru"]
            assert sorted(one.name for one in store.all(Company)) == ["C1", "C2", "C3", "D1", "D2"]
            assert joining.open_clashes(store) == []

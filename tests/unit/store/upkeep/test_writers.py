"""Who wrote what an undo leaves alone: a value, a record, what belongs to it, a deletion."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company, Offering, OfferingKind
from missionplanner.domain.people import Person
from missionplanner.jobs.safety import merging
from missionplanner.messages import message
from missionplanner.store.merging.undoing import Left
from missionplanner.store.store import Store
from missionplanner.store.upkeep.writers import writers
from tests.builders import key_of, small_mission

Copies = dict[str, Store]
Writer = Callable[..., None]


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[Copies]:
    """One mission in the files of three people."""
    small_mission(tmp_path / "ana.mission").close()
    for name in ("luc", "eva"):
        shutil.copy(tmp_path / "ana.mission", tmp_path / f"{name}.mission")
    opened = {name: Store.open(tmp_path / f"{name}.mission") for name in ("ana", "luc", "eva")}
    yield opened
    for store in opened.values():
        store.close()


@pytest.fixture
def write(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> Writer:
    """Has a person change D1 in their file, after taking in what another knows."""

    def change_company(who: str, after: str = "", **values: object) -> None:
        if after:
            merging.merge(copies[who], merging.compare(copies[who], copies[after].path))
        monkeypatch.setenv("LOGNAME", who)
        store = copies[who]
        with store.change(message("Edit")) as change:
            change.update(replace(store.get(Company, key_of(store, "D1")), **values))

    return change_company


def merged(copies: Copies, *names: str) -> Store:
    for name in names:
        merging.merge(copies["ana"], merging.compare(copies["ana"], copies[name].path))
    return copies["ana"]


def left(store: Store, *columns: str) -> Left:
    return Left("companies", key_of(store, "D1"), columns)


def test_of_a_value_those_who_wrote_it_are_named_the_earliest_first(copies: Copies, write: Writer) -> None:
    write("luc", city="Laval", phone="+14505550100")
    write("eva", city="Gatineau")
    mine = merged(copies, "eva", "luc")
    assert writers(mine, left(mine, "city")) == ["luc", "eva"]
    assert writers(mine, left(mine, "phone")) == ["luc"]
    assert writers(mine, left(mine, "region")) == []
    assert writers(mine, left(mine)) == ["luc", "eva"]


def test_ones_own_writes_are_nobodys(copies: Copies, write: Writer) -> None:
    write("luc", city="Laval")
    merged(copies, "luc")
    write("ana", city="Lévis")
    assert writers(copies["ana"], left(copies["ana"], "city")) == []


def test_a_write_put_back_is_still_its_writers(copies: Copies, write: Writer) -> None:
    write("luc", city="Laval")
    merged(copies, "luc")
    write("ana", city="Lévis")
    copies["ana"].undo()
    assert writers(copies["ana"], left(copies["ana"], "city")) == ["luc"]


def test_of_a_record_nobody_else_wrote_those_are_named_whose_rows_belong_to_it(
    copies: Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "luc")
    with copies["luc"].change(message("Add")) as change:
        key = key_of(copies["luc"], "D1")
        change.insert(Offering(company_id=key, kind=OfferingKind.OFFERS, text="pumps"))
    monkeypatch.setenv("LOGNAME", "eva")
    person = next(one for one in copies["eva"].all(Person) if one.company_id == key_of(copies["eva"], "D1"))
    with copies["eva"].change(message("Title")) as change:
        change.update(replace(person, title="Dr."))
    mine = merged(copies, "luc", "eva")
    assert writers(mine, left(mine)) == ["luc", "eva"]


def test_who_deleted_a_record_is_named(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "luc")
    gone = left(copies["ana"])
    with copies["luc"].change(message("Delete")) as change:
        change.delete(Company, [key_of(copies["luc"], "D1")])
    assert writers(merged(copies, "luc"), gone) == ["luc"]


def test_of_a_record_nobody_knows_nobody_is_named(copies: Copies) -> None:
    assert writers(copies["ana"], Left("companies", 9_999, ())) == []

"""Records are stored exactly, under keys that are never used again."""

from dataclasses import replace

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, Offering, OfferingKind, Side
from missionplanner.domain.events import Event
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.mission import Sector, SectorStop, Venue
from missionplanner.domain.people import Person
from missionplanner.jobs.companies import registrations
from missionplanner.messages import message
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import HOSTILE, moment
from tests.unit.store.acts import act_enter


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_stored_exactly_and_found(store: Store, text: str) -> None:
    with store.change(message("Add")) as change:
        key = change.insert(Company(side=Side.DELEGATION, name=text, description=text))
        change.insert(Application(company_id=key))
        change.insert(Offering(company_id=key, kind=OfferingKind.OFFERS, text=text))
    assert store.get(Company, key).name == text
    assert store.all(Offering)[0].text == text
    found = store.companies.ids(CompanyFilter(text=text[:40]))
    assert key in found or not text[:40].strip()
    store.undo()
    store.redo()
    assert store.get(Company, key).description == text


def test_lone_surrogates_do_not_break_the_file(store: Store) -> None:
    with store.change(message("Add")) as change:
        key = change.insert(Company(side=Side.DELEGATION, name="a\ud800b"))
    assert store.get(Company, key).name == "a?b"


def test_keys_are_never_used_again(store: Store) -> None:
    last = store.all(Company)[-1].id
    registrations.remove(store, [last])
    act_enter(store)
    assert store.all(Company)[-1].id > last


def test_a_record_gets_a_uid_where_it_has_none(store: Store) -> None:
    with store.change(message("Add")) as change:
        keys = [change.insert(Sector(code="A", name_en="A", uid=uid)) for uid in ("", "own")]
        many = change.insert_all([Sector(code="B", name_en="B", uid=uid) for uid in ("", "own too", "")])
    found = {sector.id: sector.uid for sector in store.all(Sector)}
    assert (found[keys[1]], found[many[1]]) == ("own", "own too")
    assert [len(found[key]) for key in (keys[0], many[0], many[2])] == [32, 32, 32]


def test_many_records_get_their_keys_in_order_and_columns_of_their_own(store: Store) -> None:
    with store.change(message("Add")) as change:
        assert change.insert_all([]) == []
        keys = change.insert_all([Person(company_id=0, given_name=name) for name in "ab"], company_id=[2, 1])
    last = store.all(Person)[-2:]
    assert [(one.id, one.company_id, one.given_name) for one in last] == [(keys[0], 2, "a"), (keys[1], 1, "b")]
    with store.change(message("Add")) as change, pytest.raises(ValueError, match="shorter"):
        change.insert_all([Person(company_id=0), Person(company_id=0)], company_id=[2])


def test_records_are_made_of_columns(store: Store) -> None:
    with store.change(message("Add")) as change:
        assert change.insert_columns(Offering, text=[]) == []
        keys = change.insert_columns(Offering, company_id=[2, 1], kind=[OfferingKind.SEEKS] * 2, text=["a", "b"])
    found = store.where(Offering, "id", keys)
    assert [(one.company_id, one.kind, one.text, one.position) for one in found] == [
        (2, OfferingKind.SEEKS, "a", 0),
        (1, OfferingKind.SEEKS, "b", 0),
    ]
    assert len({one.uid for one in found} - {""}) == 2


def test_uids_of_what_belongs_to_records_of_the_same_step_are_as_ever(store: Store) -> None:
    uids = []
    for make in ("at once", "one by one"):
        with store.change(message("Add")) as change:
            keys = change.insert_all([Company(uid="0" * 32, side=Side.DELEGATION, name="New")])
            one = Offering(company_id=keys[0], kind=OfferingKind.OFFERS, text="a")
            made = change.insert_all([one])[0] if make == "at once" else change.insert(one)
        uids.append(store.get(Offering, made).uid)
        store.undo()
    assert uids == [uids[0], uids[0]]


def test_what_two_people_may_make_apart_gets_the_same_uid(store: Store) -> None:
    uids = []
    for _again in range(2):
        with store.change(message("Add")) as change:
            change.insert_all([SectorStop(sector_id=1, stop_id=1)])
        uids += [row.uid for row in store.all(SectorStop)]
        store.undo()
    assert uids == [uids[0], uids[0]]


def test_the_same_record_twice_gets_a_uid_of_its_own(store: Store) -> None:
    with store.change(message("Add")) as change:
        change.insert_all([SectorStop(sector_id=1, stop_id=1)] * 2)
        change.insert(SectorStop(sector_id=1, stop_id=1))
    assert len({row.uid for row in store.all(SectorStop)}) == 3


def test_what_belongs_to_a_deleted_record_goes_with_it(store: Store) -> None:
    with store.change(message("Delete")) as change:
        change.delete(Company, [1, 2])
    assert [one.company_id for one in store.all(Person)] == [3, 4, 5, 6]
    assert len(store.all(Application)) == 4


def test_a_link_to_what_is_deleted_is_cleared_where_no_foreign_key_does(store: Store) -> None:
    with store.change(message("Add")) as change:
        tower = change.insert(Venue(stop_id=1, name="Tower"))
        ride = Event(stop_id=1, to_venue_id=tower, name_en="Bus", starts=moment(7), ends=moment(8))
        change.insert(ride)
        change.insert(replace(ride, to_venue_id=1))
    with store.change(message("Delete")) as change:
        change.delete(Venue, [tower])
    assert [one.to_venue_id for one in store.all(Event)] == [None, 1]
    store.undo()
    assert [one.to_venue_id for one in store.all(Event)] == [tower, 1]


def test_entries_of_journals_are_written_with_a_step_or_not_at_all_and_outlast_its_undo(store: Store) -> None:
    seen: list[frozenset[str]] = []
    store.on_change(seen.append)
    entry = PackPrint(printed_at=moment(9))

    def fail() -> None:
        with store.change(message("Fail")) as change:
            change.record(entry)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.count(PackPrint) == 0
    with store.change(message("Add")) as change:
        change.record(entry)
        change.insert(Company(side=Side.DELEGATION, name="New"))
    assert "pack_prints" in seen[0]
    store.undo()
    assert (store.count(PackPrint), store.count(Company)) == (1, 6)
    with store.change(message("Nothing else")) as change:
        change.record(entry)
    assert (store.count(PackPrint), store.steps.redo_label, seen[-1]) == (2, "Add", frozenset({"pack_prints"}))


def test_a_record_undo_reaches_is_no_entry_of_a_journal(store: Store) -> None:
    with pytest.raises(ValueError, match="Company is no journal"), store.change(message("Wrong")) as change:
        change.record(Company(side=Side.DELEGATION, name="New"))

"""The uids of new records."""

from pathlib import Path

from missionplanner.domain.companies import Company, CompanyStop, Market, Side
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.mission import MissionText, Stop
from missionplanner.messages import message
from missionplanner.store.merging.layout import natural_uid
from missionplanner.store.store import Store
from tests.builders import key_of, moment, small_mission


def market(store: Store, country: str) -> Market:
    """Add a market to D1."""
    with store.change(message("Add")) as change:
        key = change.insert(Market(company_id=key_of(store, "D1"), country=country))
    return store.get(Market, key)


def test_what_two_people_make_apart_has_one_uid(tmp_path: Path) -> None:
    with small_mission(tmp_path / "a.mission") as one:
        one.backup(tmp_path / "b.mission")
        with Store.open(tmp_path / "b.mission") as other:
            assert market(one, "Chile").uid == market(other, "Chile").uid
            assert market(one, "Peru").uid != market(other, "Cuba").uid


def test_a_second_row_of_the_same_key_has_a_uid_of_its_own(tmp_path: Path) -> None:
    with small_mission(tmp_path / "a.mission") as store:
        assert market(store, "Chile").uid != market(store, "Chile").uid


def test_companies_are_named_by_chance(tmp_path: Path) -> None:
    with small_mission(tmp_path / "a.mission") as store, store.change(message("Add")) as change:
        keys = [change.insert(Company(side=Side.DELEGATION, name="Nova")) for _one in range(2)]
        uids = {one.uid for one in store.where(Company, "id", keys)}
    assert len(uids) == 2


def test_a_record_keeps_the_uid_it_has(store: Store) -> None:
    with store.change(message("Add")) as change:
        key = change.insert(Market(uid="mine", company_id=key_of(store, "D1"), country="Chile"))
        keys = change.insert_all([Market(uid=uid, company_id=key_of(store, "D1"), country="Peru") for uid in ("a", "")])
    assert [one.uid for one in store.where(Market, "id", [key, keys[0]])] == ["mine", "a"]
    assert store.get(Market, keys[1]).uid == natural_uid("markets", (owner(store), "Peru"), owner(store))


def test_of_rows_of_one_key_made_at_once_the_first_is_named_by_it(store: Store) -> None:
    with store.change(message("Add")) as change:
        change.insert_all([Market(company_id=key_of(store, "D1"), country="Chile") for _one in range(2)])
    first, second = store.all(Market)
    assert first.uid == natural_uid("markets", (owner(store), "Chile"), owner(store))
    assert first.uid != second.uid


def owner(store: Store) -> str:
    """Return the uid of D1."""
    return store.get(Company, key_of(store, "D1")).uid


def test_links_of_a_key_count_by_the_uids_they_lead_to(store: Store) -> None:
    stop = store.all(Stop)[0]
    with store.change(message("Add")) as change:
        key = change.insert(CompanyStop(company_id=key_of(store, "D1"), stop_id=stop.id))
    assert store.get(CompanyStop, key).uid == natural_uid("company_stops", (owner(store), stop.uid), owner(store))


def test_a_key_without_an_owner_is_the_same_in_every_mission(store: Store) -> None:
    with store.change(message("Add")) as change:
        key = change.insert(MissionText(kind="welcome", language="fr"))
    assert store.get(MissionText, key).uid == natural_uid("texts", ("welcome", "fr"), "")


def test_entries_of_journals_are_named_by_chance(store: Store) -> None:
    store.record(*(PackPrint(printed_at=moment(9)) for _one in range(2)))
    uids = {one.uid for one in store.all(PackPrint)}
    assert (len(uids), {len(uid) for uid in uids}) == (2, {32})

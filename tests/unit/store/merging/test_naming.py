"""The uids of new records."""

from pathlib import Path

from missionplanner.domain.companies import Company, Market, Side
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission


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

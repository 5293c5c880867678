"""What lies in the folder is put in the order in which it can be taken in."""

from pathlib import Path

from missionplanner.jobs.sharing import gathering, links, synchronising
from missionplanner.jobs.sharing.gathering import About
from missionplanner.jobs.sharing.links import CarrierMemory
from missionplanner.sharing.carrier import BaseName
from missionplanner.store.store import Store
from missionplanner.store.upkeep.tombstones import Tombstones
from tests.unit.jobs.sharing.sharers import two_sharers
from tests.unit.store.merging.two_copies import edit


def test_parcels_come_after_those_they_go_on_from_whoever_wrote_them(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        one.backup(tmp_path / "third.mission")
        for store, city in ((other, "Laval"), (one, "Gatineau"), (other, "Lévis")):
            synchronising.synchronise(store)
            edit(store, "D1", city=city)
            synchronising.synchronise(store)
        carrier = synchronising.carrier_of(synchronising.need_link(one))
        with Store.open(tmp_path / "third.mission") as third:
            found = gathering.gather(third, carrier, CarrierMemory())
        writers = [other.steps.own_replica(), one.steps.own_replica(), other.steps.own_replica()]
        assert [(name.writer, name.number) for name, _parcel in found.ready] == list(
            zip(writers, (1, 1, 2), strict=True)
        )
        assert found.waiting == 0


def test_what_is_remembered_is_not_read_again(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        edit(other, "D1", city="Laval")
        for store in (other, one):
            synchronising.synchronise(store)
        carrier = synchronising.carrier_of(synchronising.need_link(one))
        assert gathering.gather(one, carrier, links.memory_of(one.path)).ready == []


def test_what_is_said_of_a_base_comes_back(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, _other):
        carrier = synchronising.carrier_of(synchronising.need_link(one))
        (name,) = carrier.bases()
        found = gathering.read_about(one, carrier, name)
        assert found is not None
        assert (found.name, found.tombstones, "letters" in found.journals) == (name, Tombstones(), True)
        assert About(name, found.heads, found.journals, found.tombstones).written() == found.written()


def test_a_base_that_is_not_there_as_a_whole_is_none(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, _other):
        carrier = synchronising.carrier_of(synchronising.need_link(one))
        assert gathering.read_about(one, carrier, BaseName("a1a1a1a1", 7)) is None

"""Where a file is shared is remembered for that file on this computer."""

from pathlib import Path

import pytest

from missionplanner.errors import UserError
from missionplanner.jobs.sharing import links
from missionplanner.jobs.sharing.links import CarrierMemory, SharedPlace
from missionplanner.sharing.carrier import ParcelName

MEMORY = CarrierMemory({ParcelName("a1", 1)}, {(3, "d3")}, {"letters": {"u1"}}, 4, {"ab"}, "a1-1")


def test_a_link_and_what_lies_there_come_back(tmp_path: Path) -> None:
    path, link = tmp_path / "a.mission", SharedPlace("m1", str(tmp_path))
    links.remember(path, link, MEMORY)
    assert (links.link_of(path, "m1"), links.memory_of(path)) == (link, MEMORY)


def test_another_file_another_mission_and_one_that_left_have_none(tmp_path: Path) -> None:
    path = tmp_path / "a.mission"
    links.remember(path, SharedPlace("m1", str(tmp_path)))
    assert [links.link_of(tmp_path / "b.mission", "m1"), links.link_of(path, "m2")] == [None, None]
    links.forget(path)
    assert links.link_of(path, "m1") is None


def test_a_memory_that_was_lost_is_empty(tmp_path: Path) -> None:
    assert links.memory_of(tmp_path / "a.mission") == CarrierMemory()


def test_a_file_that_is_shared_keeps_its_password(tmp_path: Path) -> None:
    path = tmp_path / "a.mission"
    links.need_unshared(path)
    links.remember(path, SharedPlace("m1", str(tmp_path)))
    with pytest.raises(UserError, match=r"a\.mission is shared through"):
        links.need_unshared(path)

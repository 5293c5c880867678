"""A mission is shared through a folder, joined by an invitation, and left."""

import shutil
from pathlib import Path

import pytest

from missionplanner.errors import PasswordNeeded, UserError
from missionplanner.jobs.sharing import sharing, synchronising
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.postgres import programs, server
from tests.unit.jobs.sharing.sharers import city, two_sharers
from tests.unit.store.merging.two_copies import edit


def test_who_joins_has_the_whole_mission_in_a_file_of_their_own(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        assert other.snapshot().companies == one.snapshot().companies
        assert synchronising.need_link(other).place == str(tmp_path / "shared")
        assert one.steps.own_replica() != other.steps.own_replica()


def test_both_know_of_each_other(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        synchronising.synchronise(other)
        assert [len(sharing.colleagues(store)) for store in (one, other)] == [1, 1]


def test_a_copy_made_before_joins_with_what_was_done_in_it(tmp_path: Path) -> None:
    with small_mission(tmp_path / "a.mission") as one:
        one.backup(tmp_path / "c.mission")
        with Store.open(tmp_path / "c.mission") as copy:
            edit(copy, "D2", city="Gatineau")
        edit(one, "D1", city="Laval")
        invitation = sharing.share(one, tmp_path / "shared")
        sharing.join(invitation, tmp_path / "c.mission")
        synchronising.synchronise(one)
        with Store.open(tmp_path / "c.mission") as copy:
            assert [(city(store, "D1"), city(store, "D2")) for store in (one, copy)] == [("Laval", "Gatineau")] * 2


def test_a_mission_is_shared_once(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, _other):
        with pytest.raises(UserError, match=r"is shared in .* already"):
            sharing.share(one, tmp_path / "elsewhere")
        sharing.leave(one)
        with pytest.raises(UserError, match=r"is shared in .* already") as found:
            sharing.share(one, tmp_path / "shared")
        assert found.value.hint == "Join it there, by the invitation in that folder."


def test_a_file_of_another_mission_does_not_join(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (_one, _other):
        with small_mission(tmp_path / "another.mission"):
            pass
        invitation = next((tmp_path / "shared").glob("*.invitation"))
        with pytest.raises(UserError, match=r"another\.mission is another mission"):
            sharing.join(invitation, tmp_path / "another.mission")


def test_another_password_does_not_join_and_leaves_no_link(tmp_path: Path) -> None:
    with two_sharers(tmp_path, "five words for a test") as (_one, _other):
        invitation = next((tmp_path / "shared").glob("*.invitation"))
        with pytest.raises(PasswordNeeded):
            sharing.join(invitation, tmp_path / "c.mission", "another")
        sharing.join(invitation, tmp_path / "c.mission", "five words for a test")


def test_a_mission_that_is_half_there_leaves_no_file_and_is_joined_later(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (_one, _other):
        invitation = next((tmp_path / "shared").glob("*.invitation"))
        (base,) = (tmp_path / "shared").rglob("*.mission")
        whole = base.read_bytes()
        base.write_bytes(whole[:5000])
        with pytest.raises(UserError):
            sharing.join(invitation, tmp_path / "c.mission")
        assert not (tmp_path / "c.mission").exists()
        base.write_bytes(whole)
        sharing.join(invitation, tmp_path / "c.mission")


def test_an_empty_folder_has_nothing_to_join(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (_one, _other):
        shutil.rmtree(tmp_path / "shared" / "missionplanner" / _one.mission.uid / "base")
        invitation = next((tmp_path / "shared").glob("*.invitation"))
        with pytest.raises(UserError, match="There is no mission in"):
            sharing.join(invitation, tmp_path / "c.mission")
        assert not (tmp_path / "c.mission").exists()


def test_who_leaves_keeps_the_whole_mission_and_is_not_seen_any_more(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        synchronising.synchronise(one)
        sharing.leave(other)
        assert (city(other, "D1"), synchronising.link_of(other), sharing.colleagues(one)) == ("Laval", None, [])
        edit(other, "D1", city="Gatineau")
        synchronising.synchronise(one)
        assert city(one, "D1") == "Laval"


def test_leaving_a_folder_that_is_away_leaves(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, _other):
        shutil.rmtree(tmp_path / "shared")
        assert sharing.leave(one).place == str(tmp_path / "shared")
        assert synchronising.link_of(one) is None


@pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")
def test_a_mission_is_shared_through_a_database(tmp_path: Path) -> None:
    with server() as running, small_mission(tmp_path / "a.mission") as one:
        address = running.address("ana")
        invitations = sharing.share_by_database(one, address, {"luc": "write", "reader": "read"}, tmp_path / "out")
        assert [path.name for path in invitations] == ["Test mission luc.invitation", "Test mission reader.invitation"]
        files = [tmp_path / "luc.mission", tmp_path / "reader.mission"]
        for invitation, path in zip(invitations, files, strict=True):
            sharing.join(invitation, path)
        with Store.open(files[0]) as luc, Store.open(files[1]) as reader:
            edit(luc, "D1", city="Laval")
            edit(reader, "D2", city="Gatineau")
            done = [synchronising.synchronise(store).sent for store in (luc, reader, one)]
            assert (done, city(one, "D1"), city(reader, "D1")) == ([1, 0, 0], "Laval", "Laval")
            assert (city(one, "D2") == "Gatineau", synchronising.unsent(reader)) == (False, 1)
        with pytest.raises(UserError, match=r"is shared in .* already"):
            sharing.share_by_database(one, address, {}, tmp_path)


def test_a_folder_needs_no_members(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, _other), pytest.raises(UserError, match="shared through a folder"):
        sharing.invite(one, "luc", "write", tmp_path)

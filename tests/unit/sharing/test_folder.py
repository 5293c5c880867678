"""A shared folder keeps what was put there, lists it, and ignores every other name."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from missionplanner.errors import UserError
from missionplanner.sharing.carrier import BaseName, ParcelName, Presence
from missionplanner.sharing.folder import FolderCarrier

MISSION = "1a22c3ab4d700000cf8cef790d522bf2"
DIGEST = "ab" * 32


@pytest.fixture
def carrier(tmp_path: Path) -> FolderCarrier:
    """A folder nobody has put anything into."""
    return FolderCarrier(tmp_path, MISSION)


def test_parcels_are_listed_in_order_and_read_back(carrier: FolderCarrier) -> None:
    for writer, number in (("b0b0b0b0", 1), ("a1a1a1a1", 10), ("a1a1a1a1", 2)):
        carrier.put_parcel(ParcelName(writer, number), f"{writer} {number}".encode())
    names = [ParcelName("a1a1a1a1", 2), ParcelName("a1a1a1a1", 10), ParcelName("b0b0b0b0", 1)]
    assert carrier.parcels() == names
    assert [carrier.read_parcel(name) for name in names] == [b"a1a1a1a1 2", b"a1a1a1a1 10", b"b0b0b0b0 1"]


def test_a_parcel_that_is_taken_away_reads_as_nothing(carrier: FolderCarrier) -> None:
    name = ParcelName("a1a1a1a1", 1)
    carrier.put_parcel(name, b"steps")
    carrier.drop_parcel(name)
    carrier.drop_parcel(name)
    assert (carrier.parcels(), carrier.read_parcel(name)) == ([], b"")


@pytest.mark.parametrize(
    "name", ["desktop.ini", ".DS_Store", "00000001 (Marie).steps", "00000001.steps.tmp", "1.steps", "~00000001.steps"]
)
def test_names_of_others_are_ignored(carrier: FolderCarrier, name: str) -> None:
    carrier.put_parcel(ParcelName("a1a1a1a1", 2), b"steps")
    folder = carrier.folder / "missionplanner" / MISSION / "steps"
    (folder / "a1a1a1a1" / name).write_bytes(b"?")
    (folder / name).write_bytes(b"?")
    assert carrier.parcels() == [ParcelName("a1a1a1a1", 2)]


def test_a_base_is_there_once_something_is_said_of_it(carrier: FolderCarrier, tmp_path: Path) -> None:
    source, target, name = tmp_path / "a.mission", tmp_path / "b.mission", BaseName("a1a1a1a1", 3)
    source.write_bytes(b"whole")
    carrier.put_base(name, source, b"about")
    carrier.fetch_base(name, target)
    assert (carrier.bases(), carrier.read_about(name), target.read_bytes()) == ([name], b"about", b"whole")
    carrier.drop_base(name)
    assert carrier.bases() == []


def test_attached_files_are_kept_by_digest(carrier: FolderCarrier) -> None:
    carrier.put_content(DIGEST, b"brochure")
    assert (carrier.contents(), carrier.has_content(DIGEST), carrier.read_content(DIGEST)) == (
        [DIGEST],
        True,
        b"brochure",
    )
    carrier.drop_content(DIGEST)
    assert (carrier.contents(), carrier.has_content(DIGEST), carrier.read_content(DIGEST)) == ([], False, b"")


def test_who_shares_the_mission_says_so_and_leaves(carrier: FolderCarrier) -> None:
    carrier.say_present(Presence("a1a1a1a1", datetime(2026, 1, 5, tzinfo=UTC), b"ana"))
    carrier.say_present(Presence("a1a1a1a1", datetime(2026, 1, 6, tzinfo=UTC), b"ana still"))
    assert [(one.writer, one.content) for one in carrier.present()] == [("a1a1a1a1", b"ana still")]
    carrier.leave("a1a1a1a1")
    assert carrier.present() == []


def test_a_folder_that_is_away_is_one_clear_sentence(tmp_path: Path) -> None:
    away = FolderCarrier(tmp_path / "away", MISSION)
    for act in (away.parcels, lambda: away.put_parcel(ParcelName("a1a1a1a1", 1), b"steps")):
        with pytest.raises(UserError, match=r"The shared folder .*away cannot be reached \(it is not there\)"):
            act()
    assert not (tmp_path / "away").exists()


def test_a_file_in_the_place_of_a_folder_is_one_clear_sentence(carrier: FolderCarrier) -> None:
    (carrier.folder / "missionplanner").write_bytes(b"?")
    with pytest.raises(UserError, match="cannot be reached"):
        carrier.put_content(DIGEST, b"brochure")

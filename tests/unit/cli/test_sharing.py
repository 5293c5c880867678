"""Commands of a mission that several organisers work on: share, join, sync, leave."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.cli.running import document, run


@pytest.fixture
def joined(mission: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The file of somebody who joined the mission."""
    path = tmp_path / "theirs.mission"
    assert run(capsys, "share", mission, tmp_path / "shared")[0] == 0
    (invitation,) = (tmp_path / "shared").glob("*.invitation")
    assert run(capsys, "join", invitation, path)[0] == 0
    return path


def edit(path: Path, city: str) -> None:
    with Store.open(path) as store, store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), city=city))


def city(path: Path) -> str:
    with Store.open(path, read_only=True) as store:
        return store.get(Company, key_of(store, "D1")).city


def test_sharing_says_how_others_join(mission: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    invitation = tmp_path / "shared" / "Test mission.invitation"
    assert document(capsys, "share", mission, tmp_path / "shared") == {"invitations": [str(invitation)]}
    assert invitation.is_file()


def test_a_change_goes_over_and_is_counted(mission: Path, joined: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(joined, "Laval")
    assert run(capsys, "sync", joined) == (0, "1 change was sent.\n", "")
    assert document(capsys, "sync", mission) == {
        "changed": 1,
        "sent": 0,
        "who": ["somebody"],
        "waiting": 0,
        "newer": 0,
        "erased": 0,
        "not_obeyed": [],
    }
    assert city(mission) == "Laval"


def test_what_waits_is_said_and_told_by_the_exit(
    joined: Path, mission: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(joined, "Laval")
    run(capsys, "sync", joined)
    (parcel,) = (tmp_path / "shared").rglob("*.steps")
    parcel.write_bytes(parcel.read_bytes()[:40])
    text = "1 part of what others did is not there as a whole yet; it is taken in when it is.\n"
    assert run(capsys, "sync", mission) == (1, text, "")


def test_who_shares_the_mission_is_listed(mission: Path, joined: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(mission, "Laval")
    found = document(capsys, "share", mission)
    assert ([one["name"] for one in found["others"]], found["unsent"]) == (["somebody"], 1)


def test_who_left_is_not_kept_the_same(mission: Path, joined: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "The file is not shared any more; it holds the whole mission.\n"
    assert run(capsys, "leave", joined) == (0, text, "")
    code, _out, error = run(capsys, "sync", joined)
    assert (code, "This mission is not shared." in error) == (3, True)


def test_a_folder_that_is_away_is_one_sentence(
    joined: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "shared").rename(tmp_path / "away")
    code, _out, error = run(capsys, "sync", joined)
    assert (code, "cannot be reached" in error) == (3, True)


def test_what_nobody_may_is_refused(mission: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _out, error = run(capsys, "share", mission, "--database", "postgresql://ana@/x", "--member", "luc=rule")
    assert (code, "Nobody may “rule”." in error) == (3, True)


def test_a_database_that_is_away_shares_nothing(
    mission: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _out, error = run(capsys, "share", mission, "--database", f"postgresql://ana@/x?host={tmp_path}")
    assert (code, "cannot be reached" in error) == (3, True)
    code, _out, error = run(capsys, "share", mission)
    assert (code, "This mission is not shared." in error) == (3, True)

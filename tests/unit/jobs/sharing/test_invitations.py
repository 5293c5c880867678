"""Invitations lead to the shared folder, wherever it lies on this computer."""

import shutil
from pathlib import Path

import pytest

from missionplanner.errors import UserError
from missionplanner.jobs.sharing import invitations
from missionplanner.jobs.sharing.invitations import Invitation


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder through which a mission is shared."""
    (tmp_path / "shared" / "missionplanner" / "m1").mkdir(parents=True)
    return tmp_path / "shared"


def test_an_invitation_comes_back(folder: Path) -> None:
    path = invitations.write(folder, "m1", "Québec: vers / Oaxaca", str(folder))
    assert path.name == "Québec vers Oaxaca.invitation"
    assert invitations.read(path) == Invitation("m1", "Québec: vers / Oaxaca", str(folder))


def test_a_folder_with_another_path_is_the_one_the_invitation_lies_in(folder: Path, tmp_path: Path) -> None:
    invitations.write(folder, "m1", "Mission", str(folder))
    moved = shutil.move(folder, tmp_path / "elsewhere")
    assert invitations.read(Path(moved) / "Mission.invitation").place == str(tmp_path / "elsewhere")


def test_an_invitation_that_was_mailed_leads_to_the_folder(folder: Path, tmp_path: Path) -> None:
    path = shutil.move(invitations.write(folder, "m1", "Mission", str(folder)), tmp_path / "Mission.invitation")
    assert invitations.read(Path(path)).place == str(folder)


def test_a_folder_that_is_not_there_is_told(folder: Path, tmp_path: Path) -> None:
    path = shutil.move(invitations.write(folder, "m1", "Mission", str(folder)), tmp_path / "Mission.invitation")
    shutil.rmtree(folder)
    with pytest.raises(UserError, match="The shared folder of Mission is not to be found"):
        invitations.read(Path(path))


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"program": "other", "invitation": 1}', b"\xff\xfe"])
def test_what_is_no_invitation_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.invitation"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"letter\.invitation is no invitation"):
        invitations.read(path)

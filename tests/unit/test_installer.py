"""What a system cannot build is not tried, and what is built is called by the version."""

import sys
from pathlib import Path

import pytest

from missionplanner import __version__

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import installer  # noqa: E402


def test_parts_are_those_this_system_has_the_tools_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installer.possible() == ["wheel", "folder", "tar"]
    (tmp_path / "makensis").touch(mode=0o755)
    assert installer.possible() == ["wheel", "folder", "tar", "windows"]


def test_the_version_is_that_of_the_program() -> None:
    assert installer.version() == __version__


def test_names_of_who_packed_are_not_in_a_tar() -> None:
    entry = installer.tarfile.TarInfo("missionplanner")
    entry.uid, entry.gid, entry.uname, entry.gname = 1000, 1000, "somebody", "somebody"
    anonymous = installer.anonymous(entry)
    assert (anonymous.uid, anonymous.gid, anonymous.uname, anonymous.gname) == (0, 0, "root", "root")

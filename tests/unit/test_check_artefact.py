"""An artefact is unpacked elsewhere and run with a home of its own; what does not work is said."""

import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import check_artefact  # noqa: E402
from check_artefact import Artefact, Failed  # noqa: E402


def program(folder: Path, script: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "missionplanner"
    made.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    made.chmod(0o755)
    return made


def test_a_folder_and_a_tar_are_run_from_elsewhere(tmp_path: Path) -> None:
    program(tmp_path / "dist" / "missionplanner", "echo here")
    with tarfile.open(tmp_path / "made.tar.xz", "w:xz") as packed:
        packed.add(tmp_path / "dist" / "missionplanner", "missionplanner")
    for number, artefact in enumerate((tmp_path / "dist" / "missionplanner", tmp_path / "made.tar.xz")):
        found = check_artefact.unpacked(artefact, tmp_path / str(number))
        assert found == tmp_path / str(number) / "missionplanner" / "missionplanner"
        assert Artefact(found, tmp_path).run() == "here\n"


def test_it_runs_at_home_and_without_the_environment_of_who_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    artefact = Artefact(program(tmp_path / "p", 'echo "$HOME $PYTHONPATH $PWD"'), tmp_path)
    assert artefact.run() == f"{tmp_path}  {tmp_path}\n"


@pytest.mark.parametrize(("code", "fails"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_command_that_was_not_done_fails(tmp_path: Path, code: int, fails: bool) -> None:
    artefact = Artefact(program(tmp_path / "p", f"exit {code}"), tmp_path)
    if fails:
        with pytest.raises(Failed):
            artefact.run("demo")
    else:
        assert artefact.run("demo") == ""


def test_what_is_too_large_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_artefact, "MOST_MEGABYTES", {"folder": 0.000005, ".xz": 1})
    (tmp_path / "made.tar.xz").write_bytes(b"12345678")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").write_bytes(b"123456")
    assert check_artefact._sizes(tmp_path / "made.tar.xz", tmp_path / "folder") == ["folder is larger than 5e-06 MB"]

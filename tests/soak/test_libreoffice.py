"""Exported workbooks opened and saved by LibreOffice read back without a change, and with those made there."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.requests import Priority
from missionplanner.jobs.imports import read_back
from missionplanner.jobs.lists import mission_workbook
from missionplanner.store.store import Store
from tests import workbooks
from tests.builders import ask, meet, small_mission
from tests.unit.jobs.lists.odd import fill

pytestmark = pytest.mark.soak
OFFICE = shutil.which("soffice")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A small mission."""
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def saved(path: Path, ending: str, profile: Path) -> Path:
    """Open a workbook in LibreOffice and save it as another."""
    assert OFFICE
    words = [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", ending, "--outdir"]
    subprocess.run([*words, str(path.parent / "saved"), str(path)], check=True, capture_output=True, timeout=300)
    return path.parent / "saved" / f"{path.stem}.{ending}"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_libreoffice_changes_nothing(store: Store, tmp_path: Path, language: str, ending: str) -> None:
    fill(store)
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.NO_THANKS))
    meet(store, "D1", "C1", 0, 0)
    i18n.use(language)
    path = tmp_path / "mission.xlsx"
    path.write_bytes(mission_workbook.content(store.snapshot(), sensitive=True))
    found = read_back.compared(store, saved(path, ending, tmp_path / "profile"))
    assert (found.changes, found.added, found.gone, found.unknown) == ((), (), 0, ())
    assert found.read > 14


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_what_a_colleague_changes_there_comes_back(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "mission.xlsx"
    path.write_bytes(mission_workbook.content(store.snapshot()))
    edited = workbooks.edited(path, lambda sheets: workbooks.put(sheets["Companies"], "D1", "City", "Laval"))
    found = read_back.compared(store, saved(edited, "xlsx", tmp_path / "profile"))
    assert [(one.record, one.column, one.edit.text, one.refusal) for one in found.changes] == [
        ("D1", "City", "Laval", "")
    ]  # fmt: skip

"""What is unsound in a file is said in words, and what can be is repaired on a copy."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.jobs.safety import file_check
from missionplanner.store.store import Store
from tests.builders import small_mission


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    path = tmp_path / "m.mission"
    small_mission(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("UPDATE companies SET year_founded = 5 WHERE name = 'D1'")
        raw.execute("UPDATE meetings SET slot_id = 1")
        raw.execute("UPDATE people SET uid = CAST(x'ff' AS TEXT) WHERE family_name = 'D2'")
        raw.execute("CREATE TABLE more (id INTEGER)")
    return path


def test_a_finding_is_a_line_in_the_language_of_the_screen(damaged: Path) -> None:
    assert [one.line for one in file_check.check(damaged)] == [
        "Its structure is not the one this program makes.",
        "Company “D1”, Year founded: This is no number from 1,000 to 2,100. (5)",
        "Person “Given D2 (D2)”: This is no text. (bytes)",
    ]
    i18n.use("fr")
    assert file_check.check(damaged)[1].line.startswith("Entreprise “D1”, Année de fondation")


def test_what_can_be_kept_is_on_a_copy(damaged: Path, tmp_path: Path) -> None:
    before = damaged.read_bytes()
    found = file_check.repair(damaged, tmp_path / "r.mission")
    assert file_check.outcome(found) == (
        "2 values were corrected, 0 records were left out, the history, and what cannot be read any more, are not in it"
    )
    assert damaged.read_bytes() == before
    assert file_check.check(tmp_path / "r.mission") == []
    with Store.open(tmp_path / "r.mission") as store:
        assert [company.name for company in store.all(Company)] == ["D1", "D2", "D3", "C1", "C2", "C3"]


def test_a_copy_has_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    assert file_check.place_for_copy(path).name == "m repaired.mission"
    for number in ("", *(f" {n}" for n in range(2, 1000))):
        (tmp_path / f"m repaired{number}.mission").touch()
        if number == " 2":
            assert file_check.place_for_copy(path).name == "m repaired 3.mission"
    with pytest.raises(UserError, match="too many repaired copies"):
        file_check.place_for_copy(path)

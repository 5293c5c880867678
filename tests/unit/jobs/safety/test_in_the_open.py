"""What leaves a mission with a password goes with a sentence."""

from pathlib import Path

from missionplanner.jobs.safety.in_the_open import in_the_open, warning
from missionplanner.store.store import Store
from missionplanner.store.upkeep import passwords
from tests.builders import small_mission


def test_files_of_a_mission_with_a_password_go_with_a_sentence(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        assert warning(store) == ""
    passwords.set_password(tmp_path / "m.mission", "", "five words for a test")
    with Store.open(tmp_path / "m.mission", password="five words for a test") as store:
        assert warning(store) == in_the_open() != ""

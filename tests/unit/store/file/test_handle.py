"""An open file: copied whole, and never over itself."""

from pathlib import Path

import pytest

from missionplanner.errors import UserError
from missionplanner.store.store import Store
from tests.builders import small_mission, whole
from tests.unit.store.acts import act_edit


def test_backup_is_a_whole_mission(store: Store, tmp_path: Path) -> None:
    act_edit(store)
    store.backup(tmp_path / "copy.mission")
    with Store.open(tmp_path / "copy.mission") as copy:
        assert whole(copy) == whole(store)
    with pytest.raises(UserError, match="cannot be written"):
        store.backup(tmp_path / "nowhere" / "copy.mission")


def test_a_copy_never_replaces_the_open_file_or_one_somebody_has(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="open mission itself"):
        store.backup(store.path)
    with small_mission(tmp_path / "other.mission") as other, pytest.raises(UserError, match="open in another program"):
        store.backup(other.path)
    act_edit(store)
    assert store.steps.undo_label

"""Open clashes as a place of their own: settled as steps that can be undone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.safety.open_clashes import OpenClashesDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.safety import clashes
from missionplanner.store.store import Store
from tests.gui.safety.merged_files import city, merge, work_apart

NOTHING = "Nothing is left to settle. What two people write without knowing of each other is listed here."


@pytest.fixture
def dialog(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> OpenClashesDialog:
    """City and phone of D1 and city of D2 are open."""
    work_apart(store, tmp_path / "luc.mission", monkeypatch)
    merge(store, tmp_path / "luc.mission")
    found = OpenClashesDialog(store)
    qtbot.addWidget(found)
    return found


def test_a_mission_without_clashes_says_so(store: Store, qtbot: QtBot) -> None:
    dialog = OpenClashesDialog(store)
    qtbot.addWidget(dialog)
    assert (dialog.introduction.text(), dialog.clashes.isHidden(), dialog.button.isEnabled()) == (NOTHING, True, False)


def test_what_is_chosen_is_settled_as_one_step_and_the_rest_stays(dialog: OpenClashesDialog, store: Store) -> None:
    assert dialog.introduction.text().startswith("3 clashes are to be settled. Choose what is right;")
    assert dialog.button.isEnabled() is False
    dialog.clashes.take([0, 1], "mine")
    assert dialog.button.isEnabled() is True
    dialog.button.click()
    assert (city(store, "D1"), city(store, "D2"), store.steps.undo_label) == ("Lévis", "Laval", "Settle 2 clashes")
    assert dialog.introduction.text().startswith("1 clash is to be settled.")
    assert (dialog.clashes.table.rows.rowCount(), dialog.button.isEnabled()) == (1, False)
    store.undo()
    assert (city(store, "D1"), len(clashes.open_clashes(store))) == ("Laval", 3)


def test_when_all_is_settled_it_says_so(dialog: OpenClashesDialog) -> None:
    dialog.clashes.take(range(3), "theirs")
    dialog.settle()
    assert (dialog.introduction.text(), dialog.clashes.isHidden()) == (NOTHING, True)


def test_a_mission_that_is_only_read_is_settled_by_others(
    dialog: OpenClashesDialog, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.take(Store.open(workspace.store.path, read_only=True))
    reading = OpenClashesDialog(workspace.store)
    qtbot.addWidget(reading)
    reading.clashes.take(range(3), "mine")
    assert reading.button.isEnabled() is False


def test_what_cannot_be_settled_is_told(
    dialog: OpenClashesDialog, shown_errors: list[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.clashes.take([0], "mine")
    dialog._store.path.unlink()
    dialog.settle()
    assert len(shown_errors) == 1
    assert len(dialog.clashes.chosen) == 1

"""The dialog of working together shares a mission, shows with whom, and leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.gui.sharing.dialog import WorkTogetherDialog
from missionplanner.gui.widgets import alerts
from missionplanner.jobs.sharing import sharing, synchronising
from missionplanner.store.store import Store


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """The small mission."""
    with Store.open(path) as found:
        yield found


def test_a_folder_that_is_chosen_shares_the_mission(
    qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = WorkTogetherDialog(store)
    qtbot.addWidget(dialog)
    assert dialog.pages.currentIndex() == 0
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "shared"))
    with qtbot.waitSignal(dialog.changed):
        dialog.share_button.click()
    assert (dialog.pages.currentIndex(), dialog.place.text()) == (1, f"Shared through {tmp_path / 'shared'}")


def test_who_shares_it_is_listed(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    sharing.join(sharing.share(store, tmp_path / "shared"), tmp_path / "theirs.mission")
    dialog = WorkTogetherDialog(store)
    qtbot.addWidget(dialog)
    assert [dialog.table.rows.index(row, 0).data() for row in range(dialog.table.rows.rowCount())] == ["somebody"]


def test_a_folder_that_is_away_is_said(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    sharing.share(store, tmp_path / "shared")
    (tmp_path / "shared").rename(tmp_path / "away")
    dialog = WorkTogetherDialog(store)
    qtbot.addWidget(dialog)
    assert dialog.place.text().startswith(f"The shared folder {tmp_path / 'shared'} cannot be reached")


@pytest.mark.parametrize("says_yes", [True, False])
def test_one_leaves_once_one_says_so(
    qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says_yes: bool
) -> None:
    sharing.share(store, tmp_path / "shared")
    dialog = WorkTogetherDialog(store)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(alerts, "confirm", lambda *_words: says_yes)
    dialog.leave_button.click()
    assert (synchronising.link_of(store) is None, dialog.pages.currentIndex()) == (says_yes, int(not says_yes))

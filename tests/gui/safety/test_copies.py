"""The copies the program keeps."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.safety.copies import CopiesDialog
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from tests.builders import key_of

PASSWORD = "five words for a test"
ROOT = Path(__file__).resolve().parents[2]


def test_copies_are_listed_compared_and_opened_as_new_files(
    qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as store:
        backups.keep(store)
        with store.change(message("Delete")) as change:
            change.delete(Company, [key_of(store, "D3")])
        dialog = CopiesDialog(store)
        qtbot.addWidget(dialog)
        assert dialog.table.rows.rowCount() == 1
        assert dialog.table.rows.text(0, 2) == "+1 companies, +1 people (1 change since)"
        assert dialog.table.rows.text(0, 4) == backups.of(path)[0].path.name
        shown: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
        dialog.show_folder()
        assert shown == [str(backups.of(path)[0].path.parent)]
        dialog.restore_as(tmp_path / "old.mission")
        assert dialog.restored == tmp_path / "old.mission"
    with Store.open(tmp_path / "old.mission") as old:
        assert len(old.all(Company)) == 6

"""Damaged files."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from missionplanner.domain.companies import Company
from missionplanner.errors import DamagedFile
from missionplanner.gui.safety import rescue
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups

PASSWORD = "five words for a test"
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("with_copy", [True, False])
def test_a_damaged_file_is_rescued(
    window: MainWindow, path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch, with_copy: bool
) -> None:
    if with_copy:
        with Store.open(path) as store:
            backups.keep(store)
    content = bytearray(path.read_bytes())
    content[-8192:-4096] = bytes(4096)
    content[4096 * 150 : 4096 * 151] = b"\xff" * 4096
    path.write_bytes(content)
    target = path.with_name("rescued.mission")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, **_more: (str(target), ""))
    buttons: list[str] = []

    def press(box: QMessageBox) -> int:
        buttons.extend(button.text() for button in box.buttons())
        wanted = "Open the newest copy…" if with_copy else "Save what can be read…"
        next(button for button in box.buttons() if button.text() == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    window.session.open_file(path)
    assert ("Open the newest copy…" in buttons) is with_copy
    assert window.workspace.store.path == target
    assert len(window.workspace.store.all(Company)) == 6
    assert bool(told) is not with_copy
    assert path.read_bytes() == content


def test_nothing_is_done_about_a_damaged_file_that_is_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    assert rescue.offer(None, path, DamagedFile("It is damaged.")) is None

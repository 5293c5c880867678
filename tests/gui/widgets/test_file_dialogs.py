"""The file dialogs of Qt have room for what they list."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QListView, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.file_dialogs import arrange


def opened(qtbot: QtBot, folder: Path) -> tuple[QFileDialog, QTreeView]:
    dialog = QFileDialog(None, "", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    qtbot.addWidget(dialog)
    dialog.show()
    files = dialog.findChild(QTreeView, "treeView")
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 1)
    return dialog, files


def test_sizes_kinds_days_and_places_are_not_cut(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a registration form of last week.csv").write_bytes(b"x" * 987_654)
    dialog, files = opened(qtbot, tmp_path)
    arrange(dialog)
    qtbot.waitUntil(lambda: bool(files.model().index(0, 1, files.rootIndex()).data()))
    places = dialog.findChild(QListView, "sidebar")
    for column in (1, 3):
        assert files.columnWidth(column) >= files.sizeHintForColumn(column)
        assert files.columnWidth(column) >= files.header().sectionSizeHint(column)
    assert places.width() >= places.sizeHintForColumn(0)


def test_it_is_arranged_once_and_nothing_else_is(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a", encoding="utf-8")
    dialog, files = opened(qtbot, tmp_path)
    arrange(dialog)
    files.header().resizeSection(1, 200)
    arrange(dialog)
    assert files.columnWidth(1) == 200
    other = QWidget()
    qtbot.addWidget(other)
    arrange(other)
    assert other.property("arranged") is None

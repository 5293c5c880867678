"""One palette, light or dark."""

import os
import re
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionFocusRect,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets import theme


@pytest.mark.parametrize(("name", "wanted"), [("light", theme.LIGHT), ("dark", theme.DARK)])
def test_application_wears_the_theme(qapp: QApplication, name: str, wanted: theme.Colours) -> None:
    theme.apply(qapp, name)
    assert theme.colours() == wanted
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(wanted.window)
    assert wanted.accent in qapp.styleSheet()
    theme.apply(qapp, "light")


def test_tint_mixes_a_colour_into_the_surface(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    assert [theme.tint("#000000", share).name() for share in (0.0, 0.5, 1.0)] == ["#ffffff", "#808080", "#000000"]
    theme.apply(qapp, "dark")
    assert theme.tint("#000000", 0.0).name() == theme.DARK.surface
    theme.apply(qapp, "light")


def test_pictures_of_the_style_sheet_lie_where_nobody_else_can_write(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    pictures = {Path(found) for found in re.findall(r"url\((.*?)\)", qapp.styleSheet())}
    assert {path.suffix for path in pictures} == {".svg"}
    (folder,) = {path.parent for path in pictures}
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert all(theme.DARK.quiet in path.read_text(encoding="utf-8") for path in pictures)
    theme.apply(qapp, "light")
    again = {Path(found) for found in re.findall(r"url\((.*?)\)", qapp.styleSheet())}
    assert {path.parent for path in again} == {folder}


def test_what_has_the_focus_has_one_ring(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    for made in (QPushButton("Go on"), QCheckBox("Also this"), QRadioButton("This one"), QToolButton()):
        qtbot.addWidget(made)
        made.resize(160, 40)
        option = QStyleOptionFocusRect()
        option.initFrom(made)
        option.state |= QStyle.StateFlag.State_KeyboardFocusChange  # else no style draws any
        canvas = QImage(160, 40, QImage.Format.Format_RGB32)
        canvas.fill(Qt.GlobalColor.white)
        painter = QPainter(canvas)
        made.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, made)
        painter.end()
        blank = QImage(160, 40, QImage.Format.Format_RGB32)
        blank.fill(Qt.GlobalColor.white)
        assert canvas == blank, type(made).__name__

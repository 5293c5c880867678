"""Lists to choose from, and the wheel of the mouse."""

import re
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

import missionplanner
from missionplanner.gui.widgets import theme
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.editors import ChoiceEdit


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    plain, typed = ComboBox(), ChoiceEdit([(1, "one"), (2, "two")])
    plain.addItems(["one", "two"])
    for combo in (plain, typed):
        qtbot.addWidget(combo)
        combo.show()
        combo.setFocus()
        wheel = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(combo, wheel)
        assert (combo.currentIndex(), wheel.isAccepted()) == (0, False)


def test_the_window_has_no_other_lists_to_choose_from() -> None:
    gui = Path(missionplanner.__file__).parent / "gui"
    made = [path.name for path in gui.rglob("*.py") if re.search(r"\bQComboBox\(", path.read_text(encoding="utf-8"))]
    assert made == []


def test_everything_to_choose_from_is_seen_at_once(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, "light")
    combo = ComboBox()
    combo.addItems([f"Choice {number}" for number in range(6)])
    qtbot.addWidget(combo)
    combo.show()
    # A popup that is drawn as a menu is too low for the frame the style gives it.
    option = QStyleOptionComboBox()
    option.initFrom(combo)
    assert combo.style().styleHint(QStyle.StyleHint.SH_ComboBox_Popup, option, combo) == 0

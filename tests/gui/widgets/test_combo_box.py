"""Lists to choose from, and the wheel of the mouse."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

import missionplanner
from missionplanner.gui.widgets import combo_box, theme
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


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("priya singh", "Priya Singh – Brisa"), ("renee", "Renée Côté – Alba"), ("singh r", "Ana Singh Roy – Cima"),
        ("brisa", "Priya Singh – Brisa"), ("pp", "Priya Singh – Brisa"), ("p", "Priya Bélanger – Alba"), ("zz", "–"),
        ("priya s", "Priya Singh – Brisa"),
    ],
)  # fmt: skip
def test_a_name_is_typed_with_its_blanks_and_found_by_each_of_its_words(qtbot: QtBot, typed: str, chosen: str) -> None:
    names = ("–", "Ana Singh Roy – Cima", "Priya Bélanger – Alba", "Priya Singh – Brisa", "Renée Côté – Alba")
    combo = ChoiceEdit([(name, name) for name in names])
    qtbot.addWidget(combo)
    combo.show()
    QTest.keyClicks(combo, typed)
    assert (combo.value, combo.view().isVisible()) == (chosen, False)


def test_a_blank_alone_opens_the_list_and_a_pause_begins_another_word(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    combo = ChoiceEdit([(name, name) for name in ("Alba", "Azul", "Brisa", "Zoe")])
    qtbot.addWidget(combo)
    combo.show()
    QTest.keyClicks(combo, "az")
    monkeypatch.setattr(combo_box, "_PAUSE", 0.0)
    QTest.keyClicks(combo, "b")
    assert combo.value == "Brisa"
    QTest.keyClick(combo, Qt.Key.Key_Space)
    assert combo.view().isVisible()
    combo.hidePopup()

"""A chip of the filter: what it asks for, what it shows, and its list of options."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from missionplanner.gui.widgets.chips import Chip, Option

COLOURS = [Option("r", "Red", 3), Option("g", "Green", 0), Option("b", "Blue")]


def make(qtbot: QtBot, options: list[Option] = COLOURS, **more: bool) -> Chip:
    chip = Chip("colour", "Colour", lambda: options, **more)
    qtbot.addWidget(chip, before_close_func=lambda found: [delete(one) for one in popups(found)])
    return chip


def popups(chip: Chip) -> list[Any]:
    return [child for child in chip.children() if type(child).__name__ == "_Popup"]


def popup(chip: Chip) -> Any:
    chip.open()
    return popups(chip)[0]


@pytest.mark.parametrize(
    ("values", "every", "text", "tip"),
    [
        ([], False, "Colour", "Colour"),
        (["r"], False, "Colour: Red", "Colour: Red"),
        (["r", "b"], True, "Colour: Red + Blue", "Colour: Red + Blue"),
        (["r", "b", "g"], False, "Colour: Red, Blue +1", "Colour: Red, Blue, Green"),
        (["x"], False, "Colour: x", "Colour: x"),
    ],
)
def test_a_chip_shows_what_it_asks_for(qtbot: QtBot, values: list[str], every: bool, text: str, tip: str) -> None:
    chip = make(qtbot)
    chip.choose(values, every)
    assert (chip.text(), chip.toolTip(), chip.accessibleName()) == (text, tip, tip)
    assert chip.property("active") == bool(values)


def test_values_are_ticked_one_after_another(qtbot: QtBot) -> None:
    chip = make(qtbot)
    with qtbot.waitSignals([chip.changed, chip.changed, chip.changed]):
        chip.tick("r", True)
        chip.tick("b", True)
        chip.tick("r", False)
    assert chip.values == ["b"]


def test_a_single_chip_asks_for_one_value(qtbot: QtBot) -> None:
    chip = make(qtbot, single=True)
    chip.tick("r", True)
    chip.tick("b", True)
    assert chip.values == ["b"]
    chip.tick("b", False)
    assert chip.values == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_the_keyboard_takes_the_condition_away(qtbot: QtBot, key: Qt.Key) -> None:
    chip = make(qtbot)
    chip.choose(["r"])
    with qtbot.waitSignals([chip.removed, chip.changed]):
        qtbot.keyClick(chip, key)
    assert chip.values == []


def test_down_opens_the_options_and_other_keys_do_not(qtbot: QtBot) -> None:
    chip = make(qtbot)
    qtbot.keyClick(chip, Qt.Key.Key_A)
    assert popups(chip) == []
    qtbot.keyClick(chip, Qt.Key.Key_Down)
    assert len(popups(chip)) == 1


def test_options_show_how_many_companies_there_would_be(qtbot: QtBot) -> None:
    chip = make(qtbot)
    chip.choose(["g"])
    shown = popup(chip).list
    assert [shown.item(row).text() for row in range(3)] == ["Red   3", "Green   0", "Blue"]
    ticked = [shown.item(row).checkState() is Qt.CheckState.Checked for row in range(3)]
    assert ticked == [False, True, False]


def test_ticking_an_option_asks_for_it_and_counts_the_others_anew(qtbot: QtBot) -> None:
    options = [Option("r", "Red", 3), Option("g", "Green", 1)]
    chip = make(qtbot, options)
    opened = popup(chip)
    options[1] = Option("g", "Green", 0)
    opened.list.itemActivated.emit(opened.list.item(0))
    assert chip.values == ["r"]
    assert opened.list.item(1).text() == "Green   0"
    opened.list.itemActivated.emit(opened.list.item(0))
    assert chip.values == []


def test_a_single_chip_closes_with_its_choice(qtbot: QtBot) -> None:
    chip = make(qtbot, single=True)
    opened = popup(chip)
    opened.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert (chip.values, opened.isVisible()) == (["r"], False)
    qtbot.waitUntil(lambda: popups(chip) == [])


def test_all_values_have_to_hold_where_that_is_ticked(qtbot: QtBot) -> None:
    assert popup(make(qtbot)).findChild(QCheckBox) is None
    chip = make(qtbot, joint=True)
    with qtbot.waitSignal(chip.changed):
        popup(chip).findChild(QCheckBox).setChecked(True)
    assert chip.every


@pytest.mark.parametrize(("number", "can_search"), [(10, False), (11, True)])
def test_many_options_are_searched(qtbot: QtBot, number: int, can_search: bool) -> None:
    chip = make(qtbot, [Option(n, f"Ville {n}É") for n in range(number)])
    opened = popup(chip)
    line = opened.findChild(QLineEdit)
    assert (line is not None) == can_search
    if line:
        line.setText("7e")
        shown = [row for row in range(number) if not opened.list.item(row).isHidden()]
        assert shown == [7]


def test_one_click_opens_another_chip_and_closes_its_own(qtbot: QtBot) -> None:
    bar = QWidget()
    qtbot.addWidget(bar)
    row = QHBoxLayout(bar)
    chips = [Chip(name, name, lambda: COLOURS) for name in ("one", "other")]
    for chip in chips:
        row.addWidget(chip)
    with qtbot.waitExposed(bar):
        bar.show()
    first = popup(chips[0])
    qtbot.waitUntil(lambda: bool(first.windowHandle().isExposed()))
    qtbot.mousePress(first, Qt.MouseButton.LeftButton, pos=first.mapFromGlobal(middle(chips[1])))
    qtbot.waitUntil(lambda: len(popups(chips[1])) == 1)
    qtbot.waitUntil(lambda: popups(chips[0]) == [])
    qtbot.mouseRelease(chips[1], Qt.MouseButton.LeftButton)
    second = popups(chips[1])[0]
    qtbot.waitUntil(lambda: bool(second.windowHandle().isExposed()))
    qtbot.mousePress(second, Qt.MouseButton.LeftButton, pos=second.mapFromGlobal(middle(chips[1])))
    qtbot.waitUntil(lambda: [popups(chip) for chip in chips] == [[], []])
    qtbot.mouseRelease(chips[1], Qt.MouseButton.LeftButton)
    assert [popups(chip) for chip in chips] == [[], []]


def middle(chip: Chip) -> QPoint:
    return chip.mapToGlobal(chip.rect().center())

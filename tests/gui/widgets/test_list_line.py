"""Several values in a line: split where people part them, shown as chips, and never within what was one before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.list_line import ListLine
from tests.gui.typing import enter, keys

SECTORS = ["Food, drink and farming", "Mining", "Water"]


@pytest.fixture
def line(qtbot: QtBot) -> ListLine:
    found = ListLine(SECTORS)
    qtbot.addWidget(found)
    return found


def chips(line: ListLine) -> list[str]:
    return [chip.text() for chip in line.chips()]


@pytest.mark.parametrize("text", ["Lyon, Paris", "Lyon; Paris", "Lyon;Paris;", " Lyon ,, Paris, lyon", "Lyon\nParis"])
def test_commas_semicolons_and_lines_part_values(line: ListLine, text: str) -> None:
    enter(line, text)
    assert (line.value, line.text, chips(line)) == (("Lyon", "Paris"), "Lyon; Paris", ["Lyon", "Paris"])


def test_pasted_lines_are_values(line: ListLine) -> None:
    QApplication.clipboard().setText("Lyon\nParis\r\nNice")
    line.line.paste()
    line.settle()
    assert line.value == ("Lyon", "Paris", "Nice")


def test_a_known_name_keeps_its_comma(line: ListLine) -> None:
    enter(line, "mining, food, drink and farming, Water")
    assert chips(line) == ["mining", "food, drink and farming", "Water"]


def test_what_was_one_value_stays_one(line: ListLine) -> None:
    line.set_text("Pumps, valves and fittings; Pipes")
    assert chips(line) == ["Pumps, valves and fittings", "Pipes"]
    line.line.end(False)
    keys(line.line, ", taps")
    line.settle()
    assert line.value == ("Pumps, valves and fittings", "Pipes", "taps")


def test_one_value_needs_no_chip_and_none_is_no_value(line: ListLine) -> None:
    enter(line, "Lyon")
    assert (line.value, chips(line)) == (("Lyon",), [])
    enter(line, " ; ,")
    assert (line.value, line.problem, line.list_text) == (None, "", "")


def test_a_chip_takes_its_value_out(line: ListLine, qtbot: QtBot) -> None:
    enter(line, "Lyon, Paris, Nice")
    with qtbot.waitSignal(line.edited):
        line.chips()[1].click()
    assert (line.text, chips(line)) == ("Lyon; Nice", ["Lyon", "Nice"])


def test_each_value_is_completed(line: ListLine) -> None:
    keys(line.line, "Min")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    keys(line.line, "food, dr")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert line.value == ("Mining", "Food, drink and farming")

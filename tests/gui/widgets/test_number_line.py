"""Lines for whole numbers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import number_problem
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.typed_line import TypedLine
from tests.gui.typing import enter


def test_a_number_is_read_as_typed_and_a_range_is_refused(qtbot: QtBot) -> None:
    form = Form([FormField("n", "Minutes", "number", check=number_problem)])
    qtbot.addWidget(form)
    form.set_values({"n": 20})
    line = form.editors["n"]
    assert isinstance(line, TypedLine)
    enter(line, "1 200")
    assert (form.value("n"), line.text, form.problems) == ("1200", "1200", ["Minutes: This is no number."])
    enter(line, "25 min")
    assert (form.value("n"), form.problems) == ("25", [])
    QTest.keyClick(line.line, Qt.Key.Key_Up)
    assert form.value("n") == "26"
    enter(line, "10-49")
    assert (form.value("n"), form.problems) == ("10-49", ["Minutes: “10-49” is no whole number, such as 20 or 1,200."])
    form.set_values({"n": None})
    QTest.keyClick(line.line, Qt.Key.Key_Down)
    assert form.value("n") == "0"

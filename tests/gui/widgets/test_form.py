"""A form holds what it was given, and says what is wrong."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Stop, Table
from missionplanner.domain.timetable import Slot
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, needed
from missionplanner.gui.widgets.form import Form, RecordDialog
from tests.builders import DAY
from tests.gui.typing import enter


def test_form_returns_what_it_was_given(qtbot: QtBot) -> None:
    from datetime import date

    fields = [
        FormField("a", "A"),
        FormField("b", "B", "text"),
        FormField("c", "C", "choice", [(1, "one"), (2, "two")]),
        FormField("d", "D", "checks", [(1, "x"), (2, "y")]),
        FormField("e", "E", "answer"),
        FormField("f", "F", "date"),
        FormField("g", "G", "moment"),
        FormField("h", "H", "listing", [(0, "x")]),
    ]
    form = Form(fields)
    qtbot.addWidget(form)
    values = {
        "a": "1",
        "b": "x\ny",
        "c": 2,
        "d": (2,),
        "e": False,
        "f": date(2026, 2, 15),
        "g": datetime(2026, 2, 15, 9, 30),
        "h": "x; y",
    }
    form.set_values(values)
    assert form.values() == values


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    """A name that is needed under a heading, and a city."""
    fields = [
        FormField("company", "Company", "heading"),
        FormField("name", "Name", check=needed, hint="As registered"),
        FormField("city", "City"),
    ]
    found = Form(fields)
    qtbot.addWidget(found)
    return found


def notes(form: Form) -> list[str]:
    """The texts beside the fields."""
    found = [label for label in form.findChildren(QLabel) if label.objectName() in ("problem", "warning")]
    return [label.text() for label in found if label.text()]


def test_a_heading_is_no_field_and_has_room_below(form: Form) -> None:
    assert (list(form.editors), list(form.after_heading)) == (["name", "city"], ["company"])
    assert (form.editors["name"].accessibleName(), form.editors["name"].toolTip()) == ("Name", "As registered")


def test_problems_are_shown_beside_their_fields_until_they_are_gone(form: Form, qtbot: QtBot) -> None:
    assert (form.show_problems(), form.problems, notes(form)) == (True, ["Name: This is needed."], ["This is needed."])
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(form.editors["name"], "D")
    assert (form.show_problems(), form.problems, notes(form)) == (False, [], [])


def test_a_note_is_a_warning_unless_it_is_a_problem(form: Form) -> None:
    form.note("city", "Twice?", bad=False)
    assert [label.objectName() for label in form.findChildren(QLabel) if label.text() == "Twice?"] == ["warning"]


def test_values_that_are_set_are_no_edit_and_take_notes_away(form: Form, qtbot: QtBot) -> None:
    form.show_problems()
    with qtbot.assertNotEmitted(form.edited):
        form.set_values({"name": "D1", "city": "Laval"})
        form.set_values({"name": "D2"})
    assert (form.values(), notes(form)) == ({"name": "D2", "city": ""}, [])


def test_a_form_for_reading_cannot_be_typed_into(form: Form) -> None:
    form.set_read_only(True)
    assert [editor.isEnabled() for editor in form.editors.values()] == [False, False]
    form.set_read_only(False)
    assert [editor.isEnabled() for editor in form.editors.values()] == [True, True]


def test_focus_goes_to_a_field_or_the_first(form: Form, qtbot: QtBot) -> None:
    form.show()
    form.activateWindow()
    form.focus("city")
    assert form.focusWidget() is form.editors["city"]
    form.focus()
    assert form.focusWidget() is form.editors["name"]


def test_a_dialog_waits_until_nothing_is_wrong(qtbot: QtBot) -> None:
    dialog = RecordDialog("Company", [FormField("name", "Name", check=needed)], {})
    qtbot.addWidget(dialog)
    ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    with qtbot.assertNotEmitted(dialog.accepted):
        ok.click()
    dialog.form.set_values({"name": "D1"})
    with qtbot.waitSignal(dialog.accepted):
        ok.click()


def test_a_value_is_judged_by_the_bounds_of_its_record(qtbot: QtBot) -> None:
    fields = bounded(
        Stop, [FormField("name_en", "Name"), FormField("starts", "From", "date"), FormField("ends", "To", "date")]
    )
    dialog = RecordDialog("Stop", fields, {"name_en": "A", "starts": DAY, "ends": DAY})
    qtbot.addWidget(dialog)
    form = dialog.form
    assert (form.beyond, form.problems) == ([], [])
    enter(form.editors["name_en"], "x" * 1001)
    assert notes(form) == ["This is longer than 1,000 characters."]
    form.editors["name_en"].setText("A")  # type: ignore[attr-defined]
    enter(form.editors["ends"], "2026-06-01")
    assert (form.beyond, notes(form)) == (["ends"], ["It spans more than 60 days."])
    enter(form.editors["starts"], "2026-07-01")
    assert notes(form) == ["It ends before it starts."]
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()  # type: ignore[union-attr]
    assert dialog.result() == 0
    enter(form.editors["starts"], "2026-05-01")
    assert form.show_problems() is False


def test_a_time_is_judged_without_its_zone(qtbot: QtBot) -> None:
    fields = bounded(Slot, [FormField("starts", "From", "moment"), FormField("ends", "To", "moment")])
    form = Form(fields)
    qtbot.addWidget(form)
    form.set_values({"starts": datetime(2026, 2, 16, 9), "ends": datetime(2026, 2, 16, 10)})
    assert form.beyond == []
    form.set_values({"starts": datetime(1985, 2, 16, 9), "ends": datetime(1985, 2, 16, 10)})
    assert form.problems == ["From: This is no day from 1990 to 2100.", "To: This is no day from 1990 to 2100."]


def test_a_name_of_another_column_is_judged_where_it_is_said(qtbot: QtBot) -> None:
    form = Form(
        bounded(Stop, [FormField("tables", "Tables", stored=((Table, "number"),)), FormField("other", "Other")])
    )
    qtbot.addWidget(form)
    form.set_values({"tables": "99999", "other": "x" * 5000})
    assert form.problems == ["Tables: This is no number from 0 to 10,000."]


def test_a_dialog_grows_for_what_appears_beside_its_fields(qtbot: QtBot) -> None:
    dialog = RecordDialog("Two", [FormField(name, name, check=needed) for name in "ab"], {})
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.height()
    dialog.form.show_problems()
    assert dialog.height() > before
    rows = dialog.form.layout()
    assert rows is not None
    assert rows.totalHeightForWidth(dialog.form.width()) <= dialog._scrolled.viewport().height()
    dialog.form.set_values({"a": "1", "b": "2"})


def test_a_dialog_asks_before_it_throws_away_what_was_typed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    answers, asked = [False, True], []
    monkeypatch.setattr(alerts, "confirm", lambda _parent, text, *_words: asked.append(text) or answers.pop(0))
    dialog = RecordDialog(
        "Stop", [FormField("name", "Name"), FormField("day", "Day", "date")], {"name": "A", "day": DAY}
    )
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), asked) == (False, [])
    dialog.show()
    dialog.form.editors["day"].setText("31 feb")  # type: ignore[attr-defined]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), asked) == (True, ["Close “Stop” without what you typed?"])
    assert dialog.form.typed() == {"name": "A", "day": "31 feb"}
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), len(asked)) == (False, 2)


def test_saving_keys_take_a_dialog(qtbot: QtBot) -> None:
    dialog = RecordDialog("Stop", [FormField("name", "Name", check=needed)], {})
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.assertNotEmitted(dialog.accepted):
        dialog.findChild(QShortcut).activated.emit()
    dialog.form.set_values({"name": "A"})
    with qtbot.waitSignal(dialog.accepted):
        dialog.findChild(QShortcut).activated.emit()

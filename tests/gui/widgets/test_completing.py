"""Lines complete what is typed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.completing import CompletingEdit, ListingEdit
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import RecordDialog


def test_listing_field_completes_the_choice_being_typed(qtbot: QtBot) -> None:
    edit = ListingEdit(["Advanced manufacturing", "Agriculture", "Music"])
    qtbot.addWidget(edit)
    edit.show()
    qtbot.keyClicks(edit, "mus")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "agri")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "Music; Agriculture; "


def test_a_comma_parts_what_is_completed_too(qtbot: QtBot) -> None:
    edit = ListingEdit(["Advanced manufacturing", "Food, drink", "Music"])
    qtbot.addWidget(edit)
    edit.show()
    for text in ("rock, mus", "food, d"):
        qtbot.keyClicks(edit, text)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "rock, Music; Food, drink; "


@pytest.mark.parametrize(
    ("typed", "taken"), [("France", "France"), ("fran", "Francia"), ("guay", "Guayana Francesa"), ("Chin", "Chin")]
)
def test_a_word_that_is_known_but_not_offered_stays_as_it_was_typed(qtbot: QtBot, typed: str, taken: str) -> None:
    edit = CompletingEdit(["Francia", "Guayana Francesa"], ["France", "China"])
    qtbot.addWidget(edit)
    edit.show()
    qtbot.keyClicks(edit, typed)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == taken


def test_enter_is_of_the_dialog_where_the_completion_stands_there_whole(qtbot: QtBot) -> None:
    dialog = RecordDialog("Reason", [FormField("reason", "Reason", choices=[(0, "Price"), (0, "No answer")])], {})
    qtbot.addWidget(dialog)
    dialog.show()
    edit = dialog.form.editors["reason"]
    qtbot.keyClicks(edit, "pri")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert (dialog.form.value("reason"), dialog.isVisible()) == ("Price", True)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert (dialog.result(), dialog.isVisible()) == (1, False)

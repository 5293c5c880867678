"""The question which calendars and contacts are written."""

from pytestqt.qtbot import QtBot

from missionplanner.gui.packs.calendars_dialog import CalendarChoice, CalendarsDialog
from missionplanner.jobs.calendars.owners import CalendarOf


def test_companies_and_people_are_usual_and_all_can_be_chosen(qtbot: QtBot) -> None:
    dialog = CalendarsDialog()
    qtbot.addWidget(dialog)
    assert dialog.choice == CalendarChoice((CalendarOf.COMPANY, CalendarOf.PERSON), None, "")
    for box in dialog.kinds.values():
        box.setChecked(True)
    dialog.reminder.setCurrentIndex(2)
    dialog.contacts.setCurrentIndex(2)
    assert dialog.choice == CalendarChoice(tuple(CalendarOf), 15, "3")


def test_nothing_is_written_where_nothing_is_chosen(qtbot: QtBot) -> None:
    dialog = CalendarsDialog()
    qtbot.addWidget(dialog)
    for box in dialog.kinds.values():
        box.setChecked(False)
    assert (dialog._ok.isEnabled(), dialog.reminder.isEnabled()) == (False, False)
    dialog.contacts.setCurrentIndex(1)
    assert (dialog._ok.isEnabled(), dialog.reminder.isEnabled()) == (True, False)

"""Outcomes typed in from the paper forms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Meeting, MeetingStatus, Outcome
from missionplanner.gui.outcomes.entry_page import EntryPage
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> EntryPage:
    found = EntryPage(workspace)
    qtbot.addWidget(found)
    workspace.changed.connect(lambda _tables: found.refresh())
    found.refresh()
    return found


def pairs(page: EntryPage) -> list[str]:
    rows = page.table.rows
    return [f"{rows.text(row, 2)} {rows.text(row, 3)}" for row in range(rows.rowCount())]


def editor(page: EntryPage) -> QLineEdit:
    found = [line for line in page.table.viewport().findChildren(QLineEdit) if line.isVisible()]
    return found[-1]


def test_a_form_takes_a_few_keys(page: EntryPage, store: Store, qtbot: QtBot) -> None:
    """3, Tab, 5000, Tab, cad, Enter: the next form is at hand."""
    page.show()
    table = page.table
    kind = next(n for n, column in enumerate(table.rows.columns) if column.edits == "kind")
    table.setCurrentIndex(table.rows.index(0, kind))
    qtbot.keyClick(table, "3")
    qtbot.keyClick(editor(page), Qt.Key.Key_Tab)
    for text, key in (("5000", Qt.Key.Key_Tab), ("cad", Qt.Key.Key_Return)):
        qtbot.keyClicks(editor(page), text)
        qtbot.keyClick(editor(page), key)
    qtbot.waitUntil(lambda: (table.currentIndex().row(), table.currentIndex().column()) == (1, kind), timeout=2000)
    assert [(o.kind, o.value, o.currency) for o in store.all(Outcome)] == [("lead", 5000.0, "CAD")]
    assert store.all(Meeting)[0].status is MeetingStatus.HELD


def test_the_last_form_is_not_left(page: EntryPage) -> None:
    page.table.setCurrentIndex(page.table.rows.index(2, 5))
    page.table.go_on()
    assert page.table.currentIndex().row() == 2


def test_an_outcome_is_shown(page: EntryPage, store: Store) -> None:
    one = store.all(Meeting)[0].id
    typed = [("kind", "3"), ("value", "25000"), ("currency", "mxn"), ("next_step", "Call"), ("due", "2026-03-01")]
    page.change([(one, name, text) for name, text in (*typed, ("second_meeting", "yes"))], "Edit a cell")
    texts = [page.table.rows.text(0, column) for column in range(11)]
    assert texts == [
        "Feb 16 09:00", "1", "D1", "C1", "Held", "Serious lead", "25,000", "MXN", "Call", "2026-03-01", "Yes",
    ]  # fmt: skip
    assert [page.table.rows.text(2, column) for column in range(4, 11)] == ["Planned", "", "", "", "", "", ""]


def test_cells_that_could_not_be_changed_are_reported(
    page: EntryPage, store: Store, reports: list[tuple[str, list[tuple[str, ...]]]]
) -> None:
    one = store.all(Meeting)[0].id
    page.change([(one, "value", "much"), (one, "next_step", "Call")], "Paste")
    assert store.all(Outcome)[0].next_step == "Call"
    ((text, rows),) = reports
    assert (text, [row[:2] for row in rows]) == ("1 cell could not be changed.", [("D1 – C1", "much")])


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("", ["D1 C1", "D2 C2", "D3 C3"]), ("open", ["D2 C2", "D3 C3"]), ("held", ["D1 C1"]), ("done", ["D1 C1"])],
)
def test_the_filter_shows_meetings_by_their_outcome(
    page: EntryPage, store: Store, shown: str, expected: list[str]
) -> None:
    page.change([(store.all(Meeting)[0].id, "kind", "3")], "Edit a cell")
    page.shown.choose(shown)
    assert pairs(page) == expected
    assert page.summary.text().endswith("1 outcome")


@pytest.mark.parametrize(("text", "expected"), [("d2", ["D2 C2"]), ("table 2", ["D2 C2"]), ("d1 c2", [])])
def test_meetings_are_searched_by_company_and_table(page: EntryPage, text: str, expected: list[str]) -> None:
    page.text.setText(text)
    assert pairs(page) == expected


def test_a_meeting_that_no_longer_fits_stays_until_the_filter_changes(page: EntryPage, store: Store) -> None:
    page.shown.choose("open")
    page.change([(store.all(Meeting)[0].id, "kind", "3")], "Edit a cell")
    assert pairs(page) == ["D1 C1", "D2 C2", "D3 C3"]
    page.text.setText("d")
    assert pairs(page) == ["D2 C2", "D3 C3"]


@pytest.mark.parametrize(
    ("status", "colour"),
    [(MeetingStatus.HELD, "good"), (MeetingStatus.NO_SHOW, "bad"), (MeetingStatus.PLANNED, "quiet")],
)
def test_states_have_their_colours(page: EntryPage, store: Store, status: MeetingStatus, colour: str) -> None:
    meeting = store.all(Meeting)[0]
    with store.change(message("State")) as change:
        change.update(type(meeting)(**{f: getattr(meeting, f) for f in meeting.__slots__} | {"status": status}))
    shown = page.table.rows.columns[4].colour
    assert shown
    assert shown(page.table.rows.record(0)) == getattr(colours(), colour)


def test_for_reading_only_nothing_is_typed(qtbot: QtBot, read_only_workspace: Workspace) -> None:
    page = EntryPage(read_only_workspace)
    qtbot.addWidget(page)
    page.refresh()
    page.table.changes_asked.emit([(1, "kind", "3")], "Edit a cell")
    assert read_only_workspace.store.all(Outcome) == []

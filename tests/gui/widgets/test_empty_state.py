"""The one thing to do next, in place of an empty list."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.empty_state import EmptyState, EmptyTable
from missionplanner.gui.widgets.table import Column, DataTable, TableModel


def test_says_what_to_do_next_above_a_button(qtbot: QtBot) -> None:
    button = make_button("Import…", "upload", primary=True)
    found = EmptyState("No company yet.", button)
    qtbot.addWidget(found)
    label = found.findChild(QLabel)
    assert label is not None
    assert (label.text(), found.button) == ("No company yet.", button)
    assert found.isAncestorOf(button)


def test_a_table_says_what_it_will_hold_while_it_has_no_row(qtbot: QtBot) -> None:
    table = DataTable(TableModel([Column("Name", str)], list), "Names")
    qtbot.addWidget(table)
    button = make_button("Add")
    found = EmptyTable(table, "Names stand here.", button)
    seen = []
    for keys, is_narrowed in (([], False), ([1], False), ([], True), ([], False)):
        table.rows.set_keys(keys)
        found.narrowed(is_narrowed)
        seen.append((found.isVisibleTo(table), found.label.text(), button.isVisibleTo(found)))
    whole = "Names stand here."
    assert seen == [
        (True, whole, True), (False, whole, True), (True, "Nothing fits what is searched or chosen above.", False),
        (True, whole, True),
    ]  # fmt: skip

"""The commands on the people selected in the list; each reports what it could not do."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.people.duplicates import SamePeopleDialog
from missionplanner.gui.widgets import alerts, table_dialogs
from missionplanner.gui.widgets.cells import CellTable, Change
from missionplanner.i18n import N_, _, count
from missionplanner.jobs import cell_edits
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.people import cells, duplicates, records
from missionplanner.messages import message
from missionplanner.store.store import Store


class PeopleCommands:
    """Carries commands out on the selected rows of the people's table."""

    def __init__(self, parent: QWidget, store: Store, table: CellTable) -> None:
        self._parent, self._store, self._table = parent, store, table

    @command(N_("Change many…"), needs=Needs.WRITING)
    def change_many(self) -> None:
        """Ask for one value for a column of all selected people."""
        keys = self._table.chosen_keys()
        title = count("Change {n} person", "Change {n} people at once", len(keys))
        columns, here = self._table.rows.columns, self._current_column()
        wanted = table_dialogs.ask_column_value(columns, here, title, self._parent) if keys else None
        if wanted:
            name, value = wanted
            self.change_cells([(key, name, value) for key in keys], N_("Change many"))

    @command(N_("Find and replace…"), needs=Needs.WRITING)
    def replace(self) -> None:
        """Ask what to find and replace, in the selected cells or, when only one is selected, in the whole list."""
        wanted = table_dialogs.ask_replacement(self._table.rows.columns, self._current_column(), self._parent)
        if wanted is None:
            return
        chosen = self._table.current()
        searched = chosen if len(chosen) > 1 else self._whole_list()
        fitting = [Edit(*cell) for cell in searched if not wanted.column or cell[1] == wanted.column]
        edits = cell_edits.replacements(fitting, wanted.find, wanted.new)
        self.change_cells([(e.key, e.column, e.text) for e in edits], N_("Replace"))
        alerts.tell(self._parent, count("{n} cell held it.", "{n} cells held it.", len(edits)))

    @command(N_("Fill down"), needs=Needs.WRITING)
    def fill_down(self) -> None:
        """Put what the topmost selected cell of every column holds into those below it."""
        self._table.fill_down()

    @command(N_("Delete"), "Ctrl+Del", needs=Needs.WRITING)
    def delete(self) -> None:
        """Delete the selected people; undo brings them back."""
        if keys := self._table.chosen_keys():
            records.remove(self._store, keys)

    @command(N_("People entered twice…"), icon="users", needs=Needs.WRITING)
    def find_twice(self) -> None:
        """Show people who seem to be one side by side, to be made one."""
        found = duplicates.suspected(self._store)
        if not found:
            alerts.tell(self._parent, _("Nobody looks as if they were entered twice."))
            return
        dialog = SamePeopleDialog(self._store, found, self._parent)
        dialog.exec()
        dialog.deleteLater()

    def change_cells(self, changes: Sequence[Change], label: str) -> None:
        """Change cells as one step and report those that could not be; label: in English, translated when read."""
        edits = [Edit(key, column, text) for key, column, text in changes]
        found = cells.edit(self._store, edits, message(label))
        if found.refused:
            text = count("{n} cell was not changed.", "{n} cells were not changed.", len(found.refused))
            headings = {c.edits: c.heading for c in self._table.rows.columns if c.edits}
            rows = [(r.name, headings.get(r.column, r.column), r.text, r.reason) for r in found.refused]
            alerts.report(self._parent, text, [_("Name"), _("Column"), _("Value"), _("Reason")], rows)

    def _current_column(self) -> str:
        """The field the current cell edits, or empty."""
        here = self._table.currentIndex()
        return self._table.rows.columns[here.column()].edits if here.isValid() else ""

    def _whole_list(self) -> list[Change]:
        """All cells that can be edited, with their texts."""
        rows = self._table.rows
        places = [n for n, c in enumerate(rows.columns) if c.edits]
        return [(rows.key(r), rows.columns[c].edits, rows.text(r, c)) for r in range(rows.rowCount()) for c in places]

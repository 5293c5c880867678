"""The commands on the records selected in a list of cells; each reports what it could not do."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets import alerts, table_dialogs
from missionplanner.gui.widgets.cells import CellTable, Change
from missionplanner.i18n import N_, _, count
from missionplanner.jobs import cell_edits
from missionplanner.jobs.cell_edits import Edit, EditReport
from missionplanner.messages import Message, message
from missionplanner.store.store import Store


class CellCommands:
    """Carries commands out on the selected rows; what kind of record they are is said by who inherits it."""

    of_one: tuple[str, ...] = ()
    """The columns no two records have the same value in: they are not changed in many at once."""
    one_by_one: tuple[str, ...] = ()
    """The columns nothing is replaced in unless they are selected."""

    def __init__(self, parent: QWidget, store: Store, table: CellTable) -> None:
        self._parent, self._store, self._table = parent, store, table

    @command(N_("Change many…"), needs=Needs.WRITING, takes=Takes.SOME)
    def change_many(self) -> None:
        """Ask for one value for a column of all selected records."""
        keys = self._chosen()
        columns = [one for one in self._table.rows.columns if one.edits not in self.of_one]
        here = self._current_column()
        wanted = table_dialogs.ask_column_value(columns, here, self._title(len(keys)), self._parent) if keys else None
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

    @command(N_("Fill down"), needs=Needs.WRITING, takes=Takes.SOME)
    def fill_down(self) -> None:
        """Put what the topmost selected cell of every column holds into those below it."""
        if self._chosen():
            self._table.fill_down()

    @command(N_("Delete"), "Ctrl+Del", needs=Needs.WRITING, takes=Takes.SOME)
    def delete(self) -> None:
        """Delete the selected records; undo brings them back."""
        if keys := self._chosen():
            self._remove(keys)

    def _chosen(self) -> list[int]:
        """Return the keys of the selected records; without any say how some are selected."""
        keys = self._table.chosen_keys()
        if not keys:
            alerts.tell(self._parent, _("Nothing is selected: click a row, Shift or Ctrl adds more, Ctrl+A takes all."))
        return keys

    def change_cells(self, changes: Sequence[Change], label: str) -> None:
        """Change cells as one step and report those that could not be; label: in English, translated when read."""
        found = self._edit([Edit(key, column, text) for key, column, text in changes], message(label))
        if found.refused:
            text = count("{n} cell was not changed.", "{n} cells were not changed.", len(found.refused))
            headings = {c.edits: c.heading for c in self._table.rows.columns if c.edits}
            rows = [(r.name, headings.get(r.column, r.column), r.text, r.reason) for r in found.refused]
            alerts.report(self._parent, text, [self._named(), _("Column"), _("Value"), _("Reason")], rows)

    def _title(self, number: int) -> str:
        """The title of the dialog that changes many records. Raises NotImplementedError: every list has its own."""
        raise NotImplementedError

    def _named(self) -> str:
        """The heading above the names of records. Raises NotImplementedError: every list has its own."""
        raise NotImplementedError

    def _edit(self, edits: Sequence[Edit], label: Message) -> EditReport:
        """Change cells as one step. Raises NotImplementedError: every list has its own."""
        raise NotImplementedError

    def _remove(self, keys: Sequence[int]) -> None:
        """Delete records as one step. Raises NotImplementedError: every list has its own."""
        raise NotImplementedError

    def _current_column(self) -> str:
        """The field the current cell edits, or empty."""
        here = self._table.currentIndex()
        return self._table.rows.columns[here.column()].edits if here.isValid() else ""

    def _whole_list(self) -> list[Change]:
        """All cells that can be edited, with their texts, but for those that are decided one by one."""
        rows = self._table.rows
        places = [n for n, c in enumerate(rows.columns) if c.edits and c.edits not in self.one_by_one]
        return [(rows.key(r), rows.columns[c].edits, rows.text(r, c)) for r in range(rows.rowCount()) for c in places]

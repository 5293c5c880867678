"""The commands on the companies selected in the list; each reports what it could not do."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from missionplanner.domain.applications import Status
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets import alerts, table_dialogs
from missionplanner.gui.widgets.asking import ask_text
from missionplanner.gui.widgets.cells import CellTable, Change
from missionplanner.i18n import N_, _, count
from missionplanner.jobs import cell_edits
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.companies import cells, registrations
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.selection.decisions import BulkReport
from missionplanner.messages import message
from missionplanner.store.store import Store

_OF_ONE = ("name", "delegate", "email")
"""The columns no two companies have the same value in."""


class CompanyCommands:
    """Carries commands out on the selected rows of the companies' table."""

    def __init__(self, parent: QWidget, store: Store, table: CellTable) -> None:
        self._parent, self._store, self._table = parent, store, table

    @command(N_("Accept"), "Ctrl+Shift+A", "check", needs=Needs.WRITING)
    def accept(self) -> None:
        """Accept the selected companies."""
        self.set_status(Status.ACCEPTED)

    @command(N_("Decline"), "Ctrl+Shift+D", "x", needs=Needs.WRITING)
    def decline(self) -> None:
        """Decline the selected companies."""
        self.set_status(Status.DECLINED)

    @command(N_("Assign a reviewer…"), needs=Needs.WRITING)
    def assign_reviewer(self) -> None:
        """Ask who reviews the selected companies."""
        keys = self._table.chosen_keys()
        known = decisions.reviewers(self._store)
        hint = _("Empty: the owner of each company's sector.")
        name = ask_text(_("Assign a reviewer"), _("Reviewer"), self._parent, known, hint) if keys else None
        if name is not None:
            self._report(decisions.assign_reviewer(self._store, keys, name))

    @command(N_("Approve again"), needs=Needs.WRITING)
    def approve_again(self) -> None:
        """Let acceptances stand although the registrations were edited since."""
        if keys := self._table.chosen_keys():
            self._report(decisions.approve_again(self._store, keys))

    @command(N_("Change many…"), needs=Needs.WRITING)
    def change_many(self) -> None:
        """Ask for one value for a column of all selected companies."""
        keys = self._table.chosen_keys()
        columns = [one for one in self._table.rows.columns if one.edits not in _OF_ONE]
        title = _("Change {n} companies at once").format(n=len(keys))
        here = self._current_column()
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
        """Delete the selected companies; undo brings them back."""
        if keys := self._table.chosen_keys():
            registrations.remove(self._store, keys)

    def set_status(self, status: Status, reason: str = "") -> None:
        """Give the selected companies a status."""
        if keys := self._table.chosen_keys():
            self._report(decisions.set_status(self._store, keys, status, reason))

    def change_cells(self, changes: Sequence[Change], label: str) -> None:
        """Change cells as one step and report those that could not be; label: in English, translated when read."""
        edits = [Edit(key, column, text) for key, column, text in changes]
        found = cells.edit(self._store, edits, message(label))
        if found.refused:
            text = count("{n} cell was not changed.", "{n} cells were not changed.", len(found.refused))
            headings = {c.edits: c.heading for c in self._table.rows.columns if c.edits}
            rows = [(r.name, headings.get(r.column, r.column), r.text, r.reason) for r in found.refused]
            alerts.report(self._parent, text, [_("Company"), _("Column"), _("Value"), _("Reason")], rows)

    def _current_column(self) -> str:
        """The field the current cell edits, or empty."""
        here = self._table.currentIndex()
        return self._table.rows.columns[here.column()].edits if here.isValid() else ""

    def _whole_list(self) -> list[Change]:
        """All cells with their texts, but for statuses: those are decided one by one."""
        rows = self._table.rows
        places = [n for n, c in enumerate(rows.columns) if c.edits and c.edits != "status"]
        return [(rows.key(r), rows.columns[c].edits, rows.text(r, c)) for r in range(rows.rowCount()) for c in places]

    def _report(self, found: BulkReport) -> None:
        """Report which companies were not changed, and why."""
        if found.refused:
            done = count("{n} company was changed.", "{n} companies were changed.", len(found.changed))
            text = count("{n} company was not changed.", "{n} companies were not changed.", len(found.refused))
            rows = [(refusal.company, refusal.reason) for refusal in found.refused]
            alerts.report(self._parent, f"{done} {text}", [_("Company"), _("Reason")], rows)

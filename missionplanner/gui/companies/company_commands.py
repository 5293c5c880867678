"""What is done to the selected companies: decisions, edits of many cells at once, views; each act tells how it went."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from missionplanner.domain.applications import Status
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.gui.companies import dialogs
from missionplanner.gui.companies.filter_bar import FilterBar
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask_text
from missionplanner.gui.widgets.cells import CellTable, Change
from missionplanner.i18n import _, count
from missionplanner.jobs.companies import cells, registrations, saved_filters
from missionplanner.jobs.companies.cells import Edit
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.selection.decisions import BulkReport
from missionplanner.store.store import Store


class CompanyCommands:
    """Carries out acts on the selected rows of the companies' table."""

    def __init__(self, parent: QWidget, store: Store, table: CellTable, filter_bar: FilterBar) -> None:
        self._parent, self._store, self._table, self._filter = parent, store, table, filter_bar

    def set_status(self, status: Status, reason: str = "") -> None:
        """Give the selected companies a status."""
        if keys := self._table.chosen_keys():
            self.tell(decisions.set_status(self._store, keys, status, reason))

    def approve_again(self) -> None:
        """Let acceptances stand although the registrations were edited since."""
        if keys := self._table.chosen_keys():
            self.tell(decisions.approve_again(self._store, keys))

    def assign_reviewer(self) -> None:
        """Ask who reviews the selected companies."""
        keys = self._table.chosen_keys()
        known = decisions.reviewers(self._store)
        hint = _("Empty: the owner of each company's sector.")
        name = ask_text(_("Assign a reviewer"), _("Reviewer"), self._parent, known, hint) if keys else None
        if name is not None:
            self.tell(decisions.assign_reviewer(self._store, keys, name))

    def remove(self) -> None:
        """Delete the selected companies; undo brings them back."""
        if keys := self._table.chosen_keys():
            registrations.remove(self._store, keys)

    def change_cells(self, changes: Sequence[Change], label: str) -> None:
        """Change cells as one step and tell which could not be."""
        edits = [Edit(key, column, text) for key, column, text in changes]
        found = cells.edit(self._store, edits, _(label))
        if found.refused:
            text = count("{n} cell was not changed.", "{n} cells were not changed.", len(found.refused))
            headings = {c.edits: c.heading for c in self._table.rows.columns if c.edits}
            rows = [(r.company, headings.get(r.column, r.column), r.text, r.reason) for r in found.refused]
            alerts.report(self._parent, text, [_("Company"), _("Column"), _("Value"), _("Reason")], rows)

    def replace(self) -> None:
        """Ask what to find and replace, in the selected cells or, when only one is selected, in the whole list."""
        columns = self._table.rows.columns
        here = self._table.currentIndex()
        column = columns[here.column()].edits if here.isValid() else ""
        wanted = dialogs.ask_replacing(columns, column, self._parent)
        if wanted is None:
            return
        chosen = self._table.current()
        if len(chosen) < 2:
            places = [n for n, c in enumerate(columns) if c.edits and c.edits != "status"]
            rows = self._table.rows
            chosen = [(rows.key(r), columns[c].edits, rows.text(r, c)) for r in range(rows.rowCount()) for c in places]
        fitting = [Edit(*cell) for cell in chosen if not wanted.column or cell[1] == wanted.column]
        edits = cells.replacements(fitting, wanted.find, wanted.new)
        self.change_cells([(e.company_id, e.column, e.text) for e in edits], _("Replace"))
        changed = count("{n} cell held it.", "{n} cells held it.", len(edits))
        alerts.tell(self._parent, changed)

    def change_many(self) -> None:
        """Ask for one value for a column of all selected companies."""
        keys = self._table.chosen_keys()
        columns = self._table.rows.columns
        here = self._table.currentIndex()
        column = columns[here.column()].edits if here.isValid() else ""
        wanted = dialogs.ask_bulk(columns, column, len(keys), self._parent) if keys else None
        if wanted:
            name, value = wanted
            self.change_cells([(key, name, value) for key in keys], _("Change many"))

    def save_view(self, sort: str, descending: bool) -> None:
        """Ask for a name and keep the filter and order under it."""
        known = [view.name for view in self._store.all(SavedFilter)]
        name = ask_text(_("Save this view"), _("Name"), self._parent, known)
        if name is not None:
            saved_filters.save(self._store, name, self._filter.filter(), sort, descending)

    def tell(self, found: BulkReport) -> None:
        """Say which companies were not changed, and why."""
        if found.refused:
            done = count("{n} company was changed.", "{n} companies were changed.", len(found.changed))
            text = count("{n} company was not changed.", "{n} companies were not changed.", len(found.refused))
            rows = [(refusal.company, refusal.reason) for refusal in found.refused]
            alerts.report(self._parent, f"{done} {text}", [_("Company"), _("Reason")], rows)

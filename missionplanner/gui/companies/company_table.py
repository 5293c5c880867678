"""The list of companies, which remembers the columns that are shown."""

from PySide6.QtCore import Qt

from missionplanner.gui import settings
from missionplanner.gui.commands import command
from missionplanner.gui.companies.columns import AT_FIRST, CompanyColumns
from missionplanner.gui.companies.dialogs import ColumnsDialog
from missionplanner.gui.widgets.cells import CellModel, CellTable
from missionplanner.i18n import N_, _
from missionplanner.store.store import Store


class CompanyTable(CellTable):
    """A row a company; a click of the right button on a heading chooses the columns."""

    def __init__(self, store: Store) -> None:
        self._company_columns = CompanyColumns(store)
        super().__init__(CellModel(self._company_columns.all(), store.companies.lines), _("Companies"))
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda _place: self.choose_columns())
        self._show_columns(settings.read("company_columns") or AT_FIRST)

    def refresh_columns(self) -> None:
        """Show the names of sectors as they are now."""
        self._company_columns.refresh()

    @command(N_("Columns…"))
    def choose_columns(self) -> None:
        """Ask which columns are shown."""
        key = self._company_columns.key
        columns = [(key(c), c.heading) for c in self.rows.columns]
        shown = [key(c) for n, c in enumerate(self.rows.columns) if not self.isColumnHidden(n)]
        dialog = ColumnsDialog(columns, shown, self)
        if dialog.exec() and dialog.chosen:
            settings.write("company_columns", dialog.chosen)
            self._show_columns(dialog.chosen)
        dialog.deleteLater()

    def _show_columns(self, keys: object) -> None:
        wanted = list(keys) if isinstance(keys, list | tuple) else list(AT_FIRST)
        for place, column in enumerate(self.rows.columns):
            self.setColumnHidden(place, self._company_columns.key(column) not in wanted)

"""The list of companies, which remembers the columns that are shown."""

from missionplanner.gui.companies.columns import AT_FIRST, CompanyColumns
from missionplanner.gui.widgets.cells import CellModel
from missionplanner.gui.widgets.chosen_columns import ChosenColumnsTable
from missionplanner.i18n import _
from missionplanner.store.store import Store


class CompanyTable(ChosenColumnsTable):
    """A row a company."""

    def __init__(self, store: Store) -> None:
        self._company_columns = CompanyColumns(store)
        columns = self._company_columns
        model = CellModel(columns.all(), store.companies.lines)
        super().__init__(model, _("Companies"), "company_columns", AT_FIRST, columns.key)

    def refresh_columns(self) -> None:
        """Have the columns of own fields there are now, and show the names of sectors as they are."""
        self._company_columns.refresh()
        self.offer_columns(self._company_columns.all())
